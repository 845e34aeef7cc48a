//! Why a text is not taken for a date.

use chrono::NaiveDate;

/// Why a text is not taken for a date; each says what to write instead, where that is known.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum DateError {
    /// There is nothing there.
    #[error("the date is empty; leave the key out where the date is unknown")]
    Empty,
    /// It is not of the form of a date.
    #[error("`{literal}` is not a date; {}", advice(suggestion.as_deref()))]
    NotADate {
        /// What was written, shortened.
        literal: Box<str>,
        /// What was meant, where there is no doubt.
        suggestion: Option<Box<str>>,
    },
    /// It has a time of day.
    #[error("`{literal}` has a time of day, which is not kept; write `{date}`")]
    TimeOfDay {
        /// What was written, shortened.
        literal: Box<str>,
        /// The same without it.
        date: Box<str>,
    },
    /// It is EDTF, of a level that is not read.
    #[error("`{literal}` is EDTF level 2, and levels 0 and 1 are read: it has {feature}")]
    Level2 {
        /// What was written, shortened.
        literal: Box<str>,
        /// What is of level 2 in it.
        feature: &'static str,
    },
    /// There is no such month.
    #[error("`{literal}` is impossible: a month is 01 to 12, a season 21 to 24")]
    NoSuchMonth {
        /// What was written, shortened.
        literal: Box<str>,
    },
    /// The month has no such day.
    #[error("`{literal}` is impossible: {reason}")]
    NoSuchDay {
        /// What was written, shortened.
        literal: Box<str>,
        /// How many days there are.
        reason: String,
    },
    /// The interval certainly ends before it begins.
    #[error("`{literal}` is impossible: it ends before it begins")]
    EndsBeforeItBegins {
        /// What was written, shortened.
        literal: Box<str>,
    },
    /// The latest day of a described date is before its earliest.
    #[error("the date is impossible: its latest day, {to}, is before its earliest, {from}")]
    Reversed {
        /// The earliest day.
        from: NaiveDate,
        /// The latest day.
        to: NaiveDate,
    },
    /// The year is farther away than the calendar reaches.
    #[error("the year of `{literal}` is out of range: years from -262142 to 262141 are read")]
    OutOfRange {
        /// What was written, shortened.
        literal: Box<str>,
    },
}

impl DateError {
    /// Whether it is a date by its form, and no such date exists.
    pub fn is_impossible(&self) -> bool {
        matches!(
            self,
            Self::NoSuchMonth { .. }
                | Self::NoSuchDay { .. }
                | Self::EndsBeforeItBegins { .. }
                | Self::Reversed { .. }
                | Self::OutOfRange { .. }
        )
    }

    /// What to write instead, where there is no doubt what was meant.
    pub fn suggestion(&self) -> Option<&str> {
        match self {
            Self::NotADate { suggestion, .. } => suggestion.as_deref(),
            Self::TimeOfDay { date, .. } => Some(date),
            _ => None,
        }
    }
}

/// A literal as messages show it: of bearable length, without control characters.
pub(super) fn shown(literal: &str) -> Box<str> {
    const MOST: usize = 40;
    let visible = |character: char| match character {
        control if control.is_control() => char::REPLACEMENT_CHARACTER,
        other => other,
    };
    let mut shown: String = literal.chars().take(MOST).map(visible).collect();
    if literal.chars().nth(MOST).is_some() {
        shown.push('…');
    }
    shown.into()
}

fn advice(suggestion: Option<&str>) -> String {
    match suggestion {
        Some(date) => format!("write `{date}`"),
        None => "write it as `2026-01-25`, `2026-01`, `2026` or `2026-01-25/2026-01-27`, \
                 or in words as `{text: early 2026, earliest: 2026-01, latest: 2026-04}`"
            .to_owned(),
    }
}
