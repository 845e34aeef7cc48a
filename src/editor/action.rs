//! Changes that the record itself suggests.

use super::index::ids;
use super::{Desk, Edit, Spot};
use crate::diagnostic::Diagnostic;
use crate::load::yaml::{Node, Value};
use crate::matching::{Series, Suggestion};
use crate::schema::Role;
use crate::span::{FileId, Span};
use std::ops::Range;

/// A change that could be made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Action {
    /// What it does, in a few words.
    pub title: String,
    /// The change.
    pub edit: Edit,
    /// The fault that it mends; none where it only says more.
    pub mends: Option<Diagnostic>,
}

impl Desk {
    /// The changes that could be made in a range of a file: what faults there suggest, and what
    /// says that two items are one.
    pub fn actions(&self, file: &str, range: &Range<usize>) -> Vec<Action> {
        let Some((dialogue, file)) = self.find(file) else {
            return Vec::new();
        };
        let opened = &self.dialogues[dialogue];
        let here = |span: Span| span.file == file && touches(&span.range(), range);
        let mut all = Vec::new();
        for one in &opened.found {
            let Some(suggestion) = one.suggestion.as_ref().filter(|_| here(one.label.span)) else {
                continue;
            };
            all.push(Action {
                title: format!("Write `{}`", suggestion.replacement),
                edit: Edit {
                    spot: Spot {
                        dialogue,
                        span: suggestion.span,
                    },
                    text: suggestion.replacement.clone(),
                },
                mends: Some(one.clone()),
            });
        }
        let Some(record) = &opened.record else {
            return all;
        };
        let series = Series::of(record);
        for one in series.suggestions() {
            if here(one.later_place)
                && let Some(edit) = self.continues(dialogue, file, one)
            {
                all.push(Action {
                    title: format!("Say that `{}` continues `{}`", one.later, one.former),
                    edit,
                    mends: None,
                });
            }
        }
        all
    }

    /// The change that says that an item continues another.
    fn continues(&self, dialogue: usize, file: FileId, one: &Suggestion) -> Option<Edit> {
        let files = &self.dialogues[dialogue].files;
        let text = files.text(file);
        let mut change = None;
        ids(files, file, &mut |found| {
            if let Role::Item(node) = found.role
                && node.span == one.later_place
                && change.is_none()
            {
                change = added(text, node, &one.yaml());
            }
        });
        let (range, text) = change?;
        let span = Span::new(file, range);
        Some(Edit {
            spot: Spot { dialogue, span },
            text,
        })
    }
}

fn touches(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start <= other.end && other.start <= one.end
}

/// Adds a line to an item; none where that would say more than is meant.
fn added(text: &str, node: &Node<'_>, line: &str) -> Option<(Range<usize>, String)> {
    let range = node.span.range();
    let entries = match &node.value {
        Value::Scalar(_) => {
            let written = text.get(range.clone())?;
            return Some((range, format!("{{id: {written}, {line}}}")));
        }
        Value::List(_) => return None,
        Value::Map(entries) => entries,
    };
    let id = entries.iter().find(|entry| entry.key == "id")?;
    let has = entries.iter().any(|entry| entry.key == "continues");
    // Of an id that stands for several items, the line would say it of all.
    if has || !matches!(id.value.value, Value::Scalar(_)) {
        return None;
    }
    let end = id.value.span.range().end;
    if text.get(range)?.starts_with('{') {
        return Some((end..end, format!(", {line}")));
    }
    let start = id.span.range().start;
    let begin = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let indent = " ".repeat(text[begin..start].chars().count());
    let rest = text.get(end..)?;
    let stop = end + rest.find(['\r', '\n']).unwrap_or(rest.len());
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    Some((stop..stop, format!("{newline}{indent}{line}")))
}

#[cfg(test)]
mod tests {
    use super::added;
    use crate::load::yaml::{Value, parse};
    use crate::span::Files;

    /// A list of one item after a line was added to it.
    fn after(text: &str) -> Option<String> {
        let file = Files::default().add("", "");
        let node = parse(text, file, &mut Vec::new()).expect("it is YAML");
        let Value::List(items) = &node.value else {
            return None;
        };
        let (range, line) = added(text, &items[0], "continues: b")?;
        let mut text = text.to_owned();
        text.replace_range(range, &line);
        Some(text)
    }

    #[test]
    fn a_line_is_added_to_every_form_of_an_item() {
        for (before, expected) in [
            ("- a # x\n", "- {id: a, continues: b} # x\n"),
            ("[a, c]\n", "[{id: a, continues: b}, c]\n"),
            ("- {id: a, note: x}\n", "- {id: a, continues: b, note: x}\n"),
            (
                "- id: a # x\r\n  note: y\r\n",
                "- id: a # x\r\n  continues: b\r\n  note: y\r\n",
            ),
            ("- note: y\n  id: a", "- note: y\n  id: a\n  continues: b"),
        ] {
            assert_eq!(after(before).as_deref(), Some(expected));
        }
        assert_eq!(after("- {id: [a, c]}\n"), None);
        assert_eq!(after("- {id: a, continues: c}\n"), None);
    }
}
