//! Where in a file a place is, by its lines alone, so that half a word is no hindrance.

use crate::schema::{Shape, Value};

/// A step from a value to one within.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Step {
    /// The value of a key.
    Key(String),
    /// An item of a list.
    Item,
}

/// What could be written at a place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Context {
    /// The way from the whole file to the value, or to the map around a key.
    pub(super) path: Vec<Step>,
    /// Whether a value can begin here.
    pub(super) value: bool,
    /// Whether a key can begin here.
    pub(super) key: bool,
}

/// Finds out what could be written after a text, which ends where the next word begins.
pub(super) fn context(before: &str) -> Option<Context> {
    let mut read = Reading::default();
    let mut lines = before.split('\n').peekable();
    while let Some(line) = lines.next() {
        read.line(line.trim_end_matches('\r'), lines.peek().is_none())?;
    }
    Some(read.context())
}

/// What a value at the end of a path takes.
pub(super) fn takes(shape: &'static Shape, path: &[Step]) -> Option<Value> {
    path.iter()
        .try_fold(Value::Map(shape), |value, step| match (step, value) {
            (Step::Key(_), Value::ById(_, shape)) => Some(Value::Map(shape)),
            (Step::Key(key), value) => Some(value.shape()?.key(key)?.value),
            (Step::Item, value) => value.item().copied(),
        })
}

/// An open bracket.
struct Bracket {
    map: bool,
    /// The key whose value is being written.
    key: Option<String>,
    /// The text since the last comma, colon or bracket.
    word: String,
}

/// Where the lines so far have led.
#[derive(Default)]
struct Reading {
    /// Keys and dashes, with the columns that they begin at.
    block: Vec<(usize, Step)>,
    brackets: Vec<Bracket>,
    /// The quotation mark that is open.
    quote: Option<char>,
    value: bool,
    key: bool,
}

impl Reading {
    /// Reads a line; none in a comment or a quoted text.
    fn line(&mut self, line: &str, last: bool) -> Option<()> {
        let mut rest = line;
        if self.brackets.is_empty() {
            self.quote = None;
            let bare = line.trim_start();
            let skipped = bare.is_empty() || bare.starts_with('#');
            if skipped && !last {
                return Some(());
            }
            rest = self.start(bare, line.len() - bare.len());
        }
        self.rest(rest, last)
    }

    /// Reads the dashes and the key that a line begins with; gives what follows.
    fn start<'t>(&mut self, mut rest: &'t str, mut column: usize) -> &'t str {
        let mut after_dash = false;
        while let Some(after) = rest
            .strip_prefix('-')
            .filter(|after| after.is_empty() || after.starts_with(' '))
        {
            while self
                .block
                .last()
                .is_some_and(|(at, step)| *at > column || (*at == column && *step == Step::Item))
            {
                self.block.pop();
            }
            self.block.push((column, Step::Item));
            let inner = after.trim_start_matches(' ');
            column += 1 + after.len() - inner.len();
            rest = inner;
            after_dash = true;
        }
        if !after_dash || key(rest).is_some() {
            while self.block.last().is_some_and(|(at, _)| *at >= column) {
                self.block.pop();
            }
        }
        self.key = true;
        self.value = after_dash;
        if let Some((name, after)) = key(rest) {
            self.block.push((column, Step::Key(name.to_owned())));
            self.key = false;
            self.value = true;
            return after;
        }
        rest
    }

    /// Reads values, in brackets or not.
    fn rest(&mut self, rest: &str, last: bool) -> Option<()> {
        let mut begun = false;
        let mut before = ' ';
        for one in rest.chars() {
            if let Some(quote) = self.quote {
                if one == quote {
                    self.quote = None;
                }
            } else if one == '#' && before.is_whitespace() {
                return (!last).then_some(());
            } else if matches!(one, '"' | '\'') && self.word_is_empty(begun) {
                self.quote = Some(one);
            } else if matches!(one, '[' | '{') && self.word_is_empty(begun) {
                self.brackets.push(Bracket {
                    map: one == '{',
                    key: None,
                    word: String::new(),
                });
            } else if let Some(bracket) = self.brackets.last_mut() {
                match one {
                    ']' | '}' => _ = self.brackets.pop(),
                    ',' => {
                        bracket.key = None;
                        bracket.word.clear();
                    }
                    ':' if bracket.map && bracket.key.is_none() => {
                        let word = std::mem::take(&mut bracket.word);
                        bracket.key = Some(word.trim().trim_matches(['"', '\'']).to_owned());
                    }
                    one => bracket.word.push(one),
                }
                begun = true;
            } else if !one.is_whitespace() {
                begun = true;
            }
            before = one;
        }
        // Within a text, nothing is offered.
        (self.quote.is_none() || !last).then_some(())
    }

    fn word_is_empty(&self, begun: bool) -> bool {
        self.brackets
            .last()
            .map_or(!begun, |bracket| bracket.word.trim().is_empty())
    }

    fn context(self) -> Context {
        let mut path: Vec<Step> = self.block.into_iter().map(|(_, step)| step).collect();
        let (mut value, mut key) = (self.value, self.key);
        for bracket in self.brackets {
            value = true;
            key = false;
            if bracket.map {
                if let Some(name) = bracket.key {
                    path.push(Step::Key(name));
                } else {
                    (value, key) = (false, true);
                }
            } else {
                path.push(Step::Item);
            }
        }
        Context { path, value, key }
    }
}

/// The key that a text begins with, and what follows it.
fn key(text: &str) -> Option<(&str, &str)> {
    let (name, after) = text.split_once(':')?;
    let plain = !name.is_empty() && !name.contains([' ', '#', '[', '{', ',', '"', '\'']);
    let quoted = name.trim_matches(['"', '\'']);
    let fits = plain || (!quoted.is_empty() && quoted.len() + 2 == name.len());
    (fits && (after.is_empty() || after.starts_with(' '))).then_some((quoted, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(before: &str) -> String {
        let Some(context) = context(before) else {
            return "nothing".to_owned();
        };
        let path = context.path.iter().map(|step| match step {
            Step::Key(key) => key.as_str(),
            Step::Item => "-",
        });
        let path: Vec<_> = path.collect();
        let kind = match (context.value, context.key) {
            (true, true) => "either",
            (true, false) => "value",
            (false, true) => "key",
            (false, false) => "none",
        };
        format!("{} {kind}", path.join("."))
    }

    #[test]
    fn lines_lead_to_a_place() {
        for (before, expected) in [
            ("", " key"),
            ("round: 1\n", " key"),
            ("round: 1\nmode: ", "mode value"),
            ("sectors:\n  - ", "sectors.- either"),
            ("sectors:\n- ", "sectors.- either"),
            ("sectors:\n- a\ntopics:\n- ", "topics.- either"),
            ("sectors:\n  - a\n  - id: ", "sectors.-.id value"),
            ("sectors:\r\n  - id: a\r\n    ", "sectors.- key"),
            (
                "sectors:\n  - id: a\n    salience: ",
                "sectors.-.salience value",
            ),
            ("sectors:\n  - id: a\n  - ", "sectors.- either"),
            ("sectors:\n  - id: a\n", " key"),
            ("sectors: [a, ", "sectors.- value"),
            ("sectors: [a,\n  ", "sectors.- value"),
            ("sectors: [{id: ", "sectors.-.id value"),
            ("sectors: [{id: a, ", "sectors.- key"),
            ("sectors: [{id: [a, ", "sectors.-.id.- value"),
            ("sectors: [{id: a}, ", "sectors.- value"),
            ("place: {city: {en: \"a, b\", ar: عُمان}, ", "place key"),
            (
                "heads:\n  - party: oman\n    source: {id: ",
                "heads.-.source.id value",
            ),
            ("parties:\n  oman:\n    kind: ", "parties.oman.kind value"),
            ("note: \"a", "nothing"),
            ("# a", "nothing"),
            ("sectors: # a [\n  - ", "sectors.- either"),
            ("note: it's {\nmode: ", "mode value"),
        ] {
            assert_eq!(told(before), expected, "{before:?}");
        }
    }
}
