//! What every part of a report needs: the facts, and the words to say them in.

use super::names::Names;
use super::phrase::{Line, Marks, Phrase};
use crate::compare::Comparison;
use crate::matching::Series;
use crate::model::date::{Date, Days, Shape};
use crate::model::evidence::Evidence;
use crate::model::round::Round;
use crate::model::term::Term;
use crate::model::text::Text;
use crate::span::{Files, Place, Span};
use crate::words::{Value, Words};
use chrono::Datelike;
use std::ops::Deref;

/// The facts of a report on two rounds and its language.
pub(super) struct Context<'a> {
    pub(super) comparison: &'a Comparison<'a>,
    pub(super) setting: Setting<'a>,
}

/// The record that any report is on, and its language.
pub(super) struct Setting<'a> {
    pub(super) series: &'a Series<'a>,
    pub(super) files: &'a Files,
    pub(super) words: &'a Words,
    pub(super) names: Names<'a>,
}

impl<'a> Deref for Context<'a> {
    type Target = Setting<'a>;

    fn deref(&self) -> &Self::Target {
        &self.setting
    }
}

/// An argument of a message.
pub(super) enum Arg {
    Number(u64),
    Text(String),
    Phrase(Phrase),
    /// A sentence in pieces.
    Line(Line),
    /// Phrases as a list: `a, b and c`.
    List(Vec<Phrase>),
}

impl From<u64> for Arg {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Phrase> for Arg {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(phrase)
    }
}

impl Arg {
    /// A sentence as a part of another.
    fn marked(line: Line, marks: &mut Marks) -> String {
        line.into_iter().map(|piece| marks.put(piece)).collect()
    }
}

impl From<Vec<Phrase>> for Arg {
    fn from(phrases: Vec<Phrase>) -> Self {
        Self::List(phrases)
    }
}

impl Context<'_> {
    /// The label of the side that has something alone.
    pub(super) fn only(&self, after: bool) -> String {
        let comparison = self.comparison;
        let round = if after {
            Some(comparison.after)
        } else {
            comparison.before
        };
        round.map_or_else(
            || self.not_stated(),
            |round| self.round_label(round.number.value),
        )
    }

    /// The number of the round compared from.
    pub(super) fn before(&self) -> Option<u32> {
        self.comparison.before.map(|round| round.number.value)
    }
}

impl<'a> Setting<'a> {
    /// Joins a record and a language.
    pub(super) fn of(series: &'a Series<'a>, files: &'a Files, words: &'a Words) -> Self {
        Self {
            series,
            files,
            words,
            names: Names::of(series, words.tag()),
        }
    }

    /// The language of the report.
    pub(super) fn lang(&self) -> &str {
        self.words.tag()
    }

    /// A message without arguments.
    pub(super) fn word(&self, key: &str) -> String {
        self.words.say(key, &[])
    }

    /// The word for a term: the message `<prefix>-<term>`.
    pub(super) fn term<T: Term>(&self, prefix: &str, term: T) -> String {
        self.word(&format!("{prefix}-{}", term.as_str()))
    }

    /// A message whose arguments are numbers and words of the tool.
    pub(super) fn say<const N: usize>(&self, key: &str, arguments: [(&str, Arg); N]) -> String {
        super::phrase::joined(&self.line(key, arguments))
    }

    /// A message that may hold words of the record.
    pub(super) fn line<const N: usize>(&self, key: &str, arguments: [(&str, Arg); N]) -> Line {
        self.line_of(key, arguments.into_iter().collect())
    }

    /// The same, for arguments that are known at run time only.
    pub(super) fn line_of(&self, key: &str, arguments: Vec<(&str, Arg)>) -> Line {
        let mut marks = Marks::default();
        let values: Vec<_> = arguments
            .into_iter()
            .map(|(name, argument)| match argument {
                Arg::Number(number) => (name, Value::Count(number)),
                Arg::Text(text) => (name, Value::Text(text)),
                Arg::Phrase(phrase) => (name, Value::Text(marks.put(phrase))),
                Arg::Line(line) => (name, Value::Text(Arg::marked(line, &mut marks))),
                Arg::List(phrases) => {
                    let items: Vec<_> = phrases.into_iter().map(|one| marks.put(one)).collect();
                    (name, Value::Text(self.words.list(&items)))
                }
            })
            .collect();
        marks.line(&self.words.say(key, &values), self.lang())
    }

    /// A text of the record.
    pub(super) fn phrase(&self, text: &Text) -> Phrase {
        Phrase::of(text, self.lang())
    }

    /// An author's note.
    pub(super) fn note(&self, evidence: &Evidence) -> Option<Phrase> {
        evidence.note.as_ref().map(|note| self.phrase(note))
    }

    /// A place in the record's files; a report in no language, which tells what is said, has none.
    pub(super) fn place(&self, span: Span) -> Place {
        if self.words.is_interlingua() {
            return Place {
                file: "".into(),
                line: 1,
                column: 1,
            };
        }
        self.files.place(span)
    }

    /// A date in words.
    pub(super) fn date(&self, date: &Date) -> String {
        self.words.date(date)
    }

    /// A date in words: those of the record, in its own language, where it gives words.
    pub(super) fn date_phrase(&self, date: &Date) -> Phrase {
        match date.shape() {
            Shape::Described(text) => {
                let lang = &self.series.record.dialogue().language;
                Phrase::record(text, lang, self.lang())
            }
            _ => Phrase::own(&self.date(date), self.lang()),
        }
    }

    /// A number of days in words.
    pub(super) fn days(&self, days: Days) -> String {
        self.words.days(days)
    }

    /// The words for something that the record does not state.
    pub(super) fn not_stated(&self) -> String {
        self.word("not-stated")
    }

    /// A round as a label: `Round 2`.
    pub(super) fn round_label(&self, number: u32) -> String {
        self.round_as("round-label", number)
    }

    /// A round in one of the ways that the catalogue has: by its ordinal, or by its number where
    /// there is no word for that.
    pub(super) fn round_as(&self, key: &str, number: u32) -> String {
        round_as(self.words, key, number)
    }

    /// A count as running text has it: to ten in words where the language does so.
    pub(super) fn small(&self, count: u64) -> Arg {
        Arg::Text(self.words.small_number(count))
    }

    /// A round of the series.
    pub(super) fn round(&self, number: u32) -> Option<&'a Round> {
        self.series.record.round(number)
    }

    /// The year of a round, as its date gives it; none where it has none.
    pub(super) fn year(&self, number: u32) -> Option<String> {
        let bounds = self.round(number)?.date.as_ref()?.value.first_day();
        let year = bounds.earliest?.year();
        (bounds.latest?.year() == year).then(|| self.words.year(year))
    }
}

/// A count of something.
pub(super) fn count<T>(items: &[T]) -> u64 {
    items.len() as u64
}

/// A round in one of the ways that the catalogue has: by its ordinal, or by its number where
/// there is no word for that.
pub(super) fn round_as(words: &Words, key: &str, number: u32) -> String {
    let ordinal = words.ordinal(number.into());
    let figure = words.number(number.into());
    match ordinal.filter(|_| key != "round-label" || words.word("labels-by") == "ordinal") {
        Some(ordinal) => words.say(key, &[("round", ordinal.to_owned().into())]),
        None => words.say(&format!("{key}-numbered"), &[("round", figure.into())]),
    }
}
