//! Spans of time that may be known as ranges only: days and months.

use super::{Value, Words};
use crate::model::date::Days;
use icu_plurals::PluralCategory;

impl Words {
    /// Writes a number of days: `25 days`, `635–664 days`, `at least 25 days`.
    pub fn days(&self, days: Days) -> String {
        self.span("days", days.least, days.most)
    }

    /// Writes a number of months, between `least` and `most`.
    pub fn months(&self, least: u64, most: u64) -> String {
        let whole = |months: u64| Some(i64::try_from(months).unwrap_or(i64::MAX));
        self.span("months", whole(least), whole(most))
    }

    /// Writes a range of numbers, or the one number where there is no more.
    pub fn range(&self, from: i64, to: i64) -> String {
        let key = match (from == to, from < 0) {
            (true, _) => return self.number(from),
            (false, false) => "range",
            // A dash beside a minus sign would be read as another.
            (false, true) => "range-in-words",
        };
        self.say_texts(
            key,
            &[("from", &self.number(from)), ("to", &self.number(to))],
        )
    }

    /// Writes a number of things, or a range of it, with the messages `noun` and `noun-range`.
    fn span(&self, noun: &str, least: Option<i64>, most: Option<i64>) -> String {
        match (least, most) {
            (Some(least), Some(most)) if least == most => self.counted(noun, least),
            (Some(least), Some(most)) => {
                let rules = self.plurals.rules();
                let (from, to) = (rules.category_for(least), rules.category_for(most));
                let category = self.plurals.resolve_range(from, to);
                let range = self.range(least, most);
                self.say_as(&format!("{noun}-range"), category, |name| {
                    (name == "range").then(|| range.clone())
                })
            }
            (Some(least @ 1..), None) => {
                self.say("at-least", &[("amount", self.counted(noun, least).into())])
            }
            (None, Some(most @ 1..)) => {
                self.say("at-most", &[("amount", self.counted(noun, most).into())])
            }
            // At least none, or at most none, says nothing of how many.
            (_, None) | (None, _) => self.word("not-known"),
        }
    }

    /// Writes a number of things that may be less than none.
    fn counted(&self, noun: &str, count: i64) -> String {
        match u64::try_from(count) {
            Ok(count) => self.say(noun, &[("count", Value::Count(count))]),
            // Only `other` is sure to show its figure in every language.
            Err(_) => self.say_as(noun, PluralCategory::Other, |name| {
                (name == "count").then(|| self.number(count))
            }),
        }
    }
}
