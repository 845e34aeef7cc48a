//! What changed between the facts of two versions of a file, for a terminal.

use crate::cli::messages::{is_right_to_left, visible};
use crate::facts::{self, Fact, Value};
use crate::span::Files;
use std::collections::BTreeMap;
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// The changes, one fact after the other, with the lines that they stand on; none where no fact
/// changed.
pub(super) fn changes(
    before: &[Fact],
    after: &[Fact],
    files: &Files,
    colour: bool,
) -> Option<String> {
    let by_key = |facts: &[Fact]| -> BTreeMap<String, usize> {
        facts
            .iter()
            .enumerate()
            .map(|(at, fact)| (fact.key(), at))
            .collect()
    };
    let (old, new) = (by_key(before), by_key(after));
    let mut rows = Vec::new();
    let mut counts = [0, 0, 0];
    for fact in after.iter().filter(|fact| !is_told(fact, &new, &old)) {
        match old.get(&fact.key()).map(|at| &before[*at]) {
            None => {
                counts[0] += 1;
                rows.push(Row::new("+", 34, &[(fact, after)], files));
            }
            Some(former) if former.value != fact.value => {
                counts[1] += 1;
                rows.push(Row::new("~", 36, &[(former, before), (fact, after)], files));
            }
            Some(_) => {}
        }
    }
    let gone = before.iter().filter(|fact| !new.contains_key(&fact.key()));
    for fact in gone.filter(|fact| !is_told(fact, &old, &new)) {
        counts[2] += 1;
        rows.push(Row::new("−", 33, &[(fact, before)], files));
    }
    if rows.is_empty() {
        return None;
    }
    let wide = |of: fn(&Row) -> &str| rows.iter().map(|row| of(row).width()).max().unwrap_or(0);
    let (key, place) = (wide(|row| &row.key).min(48), wide(|row| &row.place));
    let mut text = String::new();
    for row in &rows {
        row.write(&mut text, key, place, colour);
    }
    let [added, changed, removed] = counts;
    let facts = if added + changed + removed == 1 {
        "fact"
    } else {
        "facts"
    };
    let parts = [(added, "added"), (changed, "changed"), (removed, "removed")];
    let parts = parts.iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    let _ = writeln!(text, "\n{facts}: {}", parts.join(", "));
    Some(text)
}

/// Whether a fact is a source of an item that only this version names: it stands on the line that
/// names the item.
fn is_told(fact: &Fact, own: &BTreeMap<String, usize>, other: &BTreeMap<String, usize>) -> bool {
    let named = format!("{} {}", fact.subject, fact.item);
    let only = own.contains_key(&named) && !other.contains_key(&named);
    only && fact.field == "source"
}

/// The value of a fact in words, right-to-left texts last; that an item is named, with its source.
fn value(fact: &Fact, side: &[Fact]) -> String {
    if let Value::Text(text) = &fact.value {
        let mut texts: Vec<_> = text.iter().collect();
        texts.sort_by_key(|(lang, words)| (words.chars().any(is_right_to_left), *lang));
        let texts = texts
            .iter()
            .map(|(lang, words)| format!("{lang} “{words}”"));
        return visible(&texts.collect::<Vec<_>>().join(", "));
    }
    let is_source = |one: &&Fact| {
        (one.subject, &one.item, one.field.as_str()) == (fact.subject, &fact.item, "source")
    };
    let source = side
        .iter()
        .find(is_source)
        .filter(|_| fact.field.is_empty());
    let line: Vec<Fact> = [Some(fact), source]
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    let line = facts::lines(&line);
    let key = fact.key() + " | ";
    visible(line.trim_end().strip_prefix(&key).unwrap_or(&line))
}

/// One changed fact.
struct Row {
    sign: &'static str,
    colour: u8,
    key: String,
    place: String,
    /// Its value, or the two of a change.
    values: Vec<String>,
}

impl Row {
    fn new(sign: &'static str, colour: u8, versions: &[(&Fact, &[Fact])], files: &Files) -> Self {
        let newest = versions.last().map(|(fact, _)| *fact);
        Self {
            sign,
            colour,
            key: newest.map_or_else(String::new, |fact| visible(&fact.key())),
            place: newest.map_or_else(String::new, |fact| {
                format!("l.{}", files.place(fact.place).line)
            }),
            values: versions
                .iter()
                .map(|(fact, side)| value(fact, side))
                .collect(),
        }
    }

    fn write(&self, text: &mut String, key: usize, place: usize, colour: bool) {
        let (on, off) = if colour {
            (format!("\u{1b}[{}m", self.colour), "\u{1b}[0m")
        } else {
            (String::new(), "")
        };
        let fill = |text: &str, width: usize| " ".repeat(width.saturating_sub(text.width()));
        // A value may be Arabic, so nothing stands after it on its line.
        for (nth, value) in self.values.iter().enumerate() {
            let word = match (self.values.len(), nth) {
                (1, _) => "",
                (_, 0) => "was ",
                _ => "now ",
            };
            if nth == 0 {
                let (one, other) = (fill(&self.key, key), fill(&self.place, place));
                let _ = writeln!(
                    text,
                    "  {on}{} {}{off}{one}  {}{other}  {word}{value}",
                    self.sign, self.key, self.place
                );
            } else {
                let _ = writeln!(
                    text,
                    "    {}  {word}{value}",
                    " ".repeat(key.max(self.key.width()) + 2 + place)
                );
            }
        }
    }
}
