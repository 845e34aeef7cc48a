//! Dates in words, as exact as they are and no more.

use super::Words;
use crate::model::date::{Date, End, Qualifier, Shape};
use std::borrow::Cow;

impl Words {
    /// Writes a date: `25 January 2026`, `April 2024`, `14–15 September 2020`, `about 1980`.
    pub fn date(&self, date: &Date) -> String {
        let qualifier = Qualifier {
            uncertain: date.is_uncertain(),
            approximate: date.is_approximate(),
        };
        match date.shape() {
            // Each end bears its own mark.
            Shape::Interval { from, to } => self.interval(from, to),
            shape => self.qualified(self.shape(shape), qualifier),
        }
    }

    /// The name of a month, from 1 for January.
    pub fn month(&self, month: u32) -> &str {
        name(&self.catalogue.months, month)
    }

    /// Writes a year, without setting its thousands apart; 0 is 1 BC.
    pub fn year(&self, year: i32) -> String {
        if year > 0 {
            return self.figures(&year.to_string());
        }
        let before = self.figures(&(1 - i64::from(year)).to_string());
        self.say_texts("year-bc", &[("year", &before)])
    }

    fn shape(&self, shape: &Shape) -> String {
        match *shape {
            Shape::Day { year, month, day } => {
                self.day(&self.figures(&day.to_string()), month, year)
            }
            Shape::Month { year, month } => self.month_of(month, year),
            Shape::DayUnknown { year, month } => {
                self.say_texts("date-some-day", &[("date", &self.month_of(month, year))])
            }
            Shape::Season { year, season } => {
                let season = name(&self.catalogue.seasons, season);
                self.say_texts(
                    "date-season",
                    &[("season", season), ("year", &self.year(year))],
                )
            }
            Shape::Year { year } => self.year(year),
            Shape::MonthUnknown { year } => {
                self.say_texts("date-some-month", &[("date", &self.year(year))])
            }
            Shape::MonthAndDayUnknown { year } => {
                self.say_texts("date-some-day", &[("date", &self.year(year))])
            }
            Shape::Decade { first } => self.some_year(first, 9),
            Shape::Century { first } => self.some_year(first, 99),
            Shape::Interval { ref from, ref to } => self.interval(from, to),
            Shape::Described(ref words) => words.to_string(),
        }
    }

    fn interval(&self, from: &End, to: &End) -> String {
        if let (End::Date(first, one), End::Date(last, other)) = (from, to)
            && let (Shape::Day { day: first, .. }, &Shape::Day { year, month, day }) =
                (&**first, &**last)
            && starts_in(from, year, month)
            && [*one, *other] == [Qualifier::default(); 2]
        {
            let range = self.range(i64::from(*first), i64::from(day));
            return self.day(&range, month, year);
        }
        let end = |end: &End| match end {
            End::Date(shape, qualifier) => Some(self.qualified(self.shape(shape), *qualifier)),
            End::Open | End::Unknown => None,
        };
        let is_open = |end: &End| matches!(end, End::Open);
        match (end(from), end(to)) {
            (Some(first), Some(last)) => {
                self.say_texts("date-from-to", &[("from", &first), ("to", &last)])
            }
            (Some(first), None) => {
                let key = if is_open(to) {
                    "date-or-later"
                } else {
                    "date-end-unknown"
                };
                self.say_texts(key, &[("date", &first)])
            }
            (None, Some(last)) => {
                let key = if is_open(from) {
                    "date-or-earlier"
                } else {
                    "date-start-unknown"
                };
                self.say_texts(key, &[("date", &last)])
            }
            (None, None) => self.word("not-known"),
        }
    }

    fn day(&self, day: &str, month: u32, year: i32) -> String {
        let (month, year) = (self.month(month), self.year(year));
        self.say_texts(
            "date-day",
            &[("day", day), ("month", month), ("year", &year)],
        )
    }

    fn month_of(&self, month: u32, year: i32) -> String {
        let (month, year) = (self.month(month), self.year(year));
        self.say_texts("date-month", &[("month", month), ("year", &year)])
    }

    fn some_year(&self, first: i32, more: i32) -> String {
        let last = self.year(first.saturating_add(more));
        self.say_texts(
            "date-some-year",
            &[("from", &self.year(first)), ("to", &last)],
        )
    }

    fn qualified(&self, date: String, qualifier: Qualifier) -> String {
        let said = |key: &str, date: &str| self.say_texts(key, &[("date", date)]);
        let date = if qualifier.approximate {
            said("date-about", &date)
        } else {
            date
        };
        if qualifier.uncertain {
            said("date-uncertain", &date)
        } else {
            date
        }
    }
}

/// Whether an interval begins in a month.
fn starts_in(from: &End, in_year: i32, in_month: u32) -> bool {
    matches!(from, End::Date(shape, _)
        if matches!(**shape, Shape::Day { year, month, .. } if (year, month) == (in_year, in_month)))
}

/// One of a row of names, counted from 1.
fn name<'n>(names: &'n [Cow<'static, str>], place: u32) -> &'n str {
    let at = place.checked_sub(1).and_then(|at| usize::try_from(at).ok());
    at.and_then(|at| names.get(at)).map_or("⟦?⟧", AsRef::as_ref)
}
