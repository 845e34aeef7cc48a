//! Words in place: texts with their own language and direction.

use crate::model::text::{Lang, Text};
use crate::words::INTERLINGUA;
use serde::Serialize;
use std::borrow::Cow;

/// The first of the private-use characters that stand for phrases while a sentence is made.
const MARK: char = '\u{f0000}';
/// How many phrases one sentence can hold.
const MARKS: u32 = 0xfffd;

/// A direction of writing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The direction of a language's script.
    pub fn of(lang: &str) -> Self {
        let primary = lang.split('-').next().unwrap_or_default();
        match primary {
            "ar" | "fa" | "ur" | "he" | "ps" | "ckb" | "sd" | "ug" | "yi" | "dv" => Self::Rtl,
            _ => Self::Ltr,
        }
    }
}

/// Words with the language and direction that they are in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct Phrase {
    /// The words.
    pub text: String,
    /// Their language, a BCP 47 tag.
    pub lang: Cow<'static, str>,
    /// Their direction.
    pub dir: Direction,
    /// Whether the language is another than the report's.
    pub foreign: bool,
    /// Whether the words come from the record, and not from the tool.
    pub record: bool,
}

impl Phrase {
    /// Takes a text of the record in the language of the report, or else in the one it has; where
    /// the report is in none, in all that it has.
    pub(super) fn of(text: &Text, report: &str) -> Self {
        if report == INTERLINGUA {
            return Self::own(&in_all(text), report);
        }
        let (lang, words) = text.best(report);
        Self::record(words, lang, report)
    }

    /// Takes words of the record that are in one known language.
    pub(super) fn record(words: &str, lang: &Lang, report: &str) -> Self {
        Self {
            text: words.to_owned(),
            lang: tag(lang.as_str()),
            dir: Direction::of(lang.as_str()),
            foreign: lang.primary() != primary(report),
            record: true,
        }
    }

    /// Takes an id for want of a title.
    pub(super) fn id(id: &str, report: &str) -> Self {
        Self {
            text: id.to_owned(),
            lang: Cow::Borrowed("en"),
            dir: Direction::Ltr,
            foreign: primary(report) != "en",
            record: true,
        }
    }

    /// Takes words of the tool, in the language of the report.
    pub(super) fn own(words: &str, report: &str) -> Self {
        Self {
            text: words.to_owned(),
            lang: tag(report),
            dir: Direction::of(report),
            foreign: false,
            record: false,
        }
    }
}

/// A text in every language that it has.
fn in_all(text: &Text) -> String {
    let mut all = String::new();
    for (lang, words) in text.iter() {
        all.extend([lang.as_str(), "\u{1f}", words, "\u{1e}"]);
    }
    all
}

/// A language's tag; those that nearly all texts are in take no memory.
fn tag(lang: &str) -> Cow<'static, str> {
    match lang {
        "en" => Cow::Borrowed("en"),
        "ar" => Cow::Borrowed("ar"),
        INTERLINGUA => Cow::Borrowed(INTERLINGUA),
        other => Cow::Owned(other.to_owned()),
    }
}

fn primary(lang: &str) -> &str {
    lang.split('-').next().unwrap_or_default()
}

/// A sentence in pieces: the tool's words, and between them words of the record.
pub type Line = Vec<Phrase>;

/// A sentence as one string.
pub fn joined(line: &[Phrase]) -> String {
    line.iter().map(|piece| piece.text.as_str()).collect()
}

/// Phrases that wait to be put into a sentence.
#[derive(Debug, Default)]
pub(super) struct Marks(Vec<Phrase>);

impl Marks {
    /// Keeps a phrase, and gives the mark that stands for it in a message's arguments.
    pub(super) fn put(&mut self, phrase: Phrase) -> String {
        let at = u32::try_from(self.0.len()).unwrap_or(MARKS).min(MARKS - 1);
        self.0.push(phrase);
        char::from_u32(u32::from(MARK) + at)
            .unwrap_or(MARK)
            .to_string()
    }

    /// Puts the phrases in the place of their marks.
    pub(super) fn line(&self, sentence: &str, report: &str) -> Line {
        let mut line = Vec::new();
        let mut rest = sentence;
        while let Some(at) = rest.find(is_mark) {
            if at > 0 {
                line.push(Phrase::own(&rest[..at], report));
            }
            let letter = rest[at..].chars().next().unwrap_or(MARK);
            let index = u32::from(letter) - u32::from(MARK);
            line.extend(self.0.get(index as usize).cloned());
            rest = &rest[at + letter.len_utf8()..];
        }
        if !rest.is_empty() {
            line.push(Phrase::own(rest, report));
        }
        line
    }
}

fn is_mark(letter: char) -> bool {
    (u32::from(MARK)..u32::from(MARK) + MARKS).contains(&u32::from(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_take_the_place_of_their_marks() {
        let mut marks = Marks::default();
        let arabic = Lang::new("ar").expect("a tag");
        let space = marks.put(Phrase::record("الفضاء", &arabic, "en"));
        let line = marks.line(&format!("instead of {space}."), "en");
        let pieces: Vec<_> = line
            .iter()
            .map(|piece| (&*piece.text, piece.foreign))
            .collect();
        assert_eq!(
            pieces,
            [("instead of ", false), ("الفضاء", true), (".", false)]
        );
        assert_eq!(line[1].dir, Direction::Rtl);
        assert_eq!(joined(&line), "instead of الفضاء.");
    }

    #[test]
    fn a_text_without_the_language_keeps_its_own() {
        let english = Lang::new("en").expect("a tag");
        let phrase = Phrase::of(&Text::plain(english, "Space"), "ar-OM");
        assert_eq!(
            (&*phrase.lang, phrase.dir, phrase.foreign),
            ("en", Direction::Ltr, true)
        );
    }
}
