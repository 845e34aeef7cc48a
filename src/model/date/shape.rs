//! What a date says, part by part, so that it can be put in words without reading it again.

use super::Bounds;
use chrono::{Datelike, NaiveDate};

/// What was written, part by part. Years are astronomical: 0 is 1 BC.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Shape {
    /// `2026-01-25`.
    Day {
        /// The year.
        year: i32,
        /// The month, from 1 to 12.
        month: u32,
        /// The day of the month.
        day: u32,
    },
    /// `2024-04`.
    Month {
        /// The year.
        year: i32,
        /// The month, from 1 to 12.
        month: u32,
    },
    /// `2021-06-XX`: a day of the month that is not known.
    DayUnknown {
        /// The year.
        year: i32,
        /// The month, from 1 to 12.
        month: u32,
    },
    /// `2024-21`: a season of the north.
    ///
    /// Its bounds take in both ways to count seasons, by meteorologists' months and by quarters:
    /// spring is March to June, summer June to September, autumn September to December. Winter
    /// may be either end of the year, and runs on: January to March of the next year.
    Season {
        /// The year.
        year: i32,
        /// 1 spring, 2 summer, 3 autumn, 4 winter.
        season: u32,
    },
    /// `2025`.
    Year {
        /// The year.
        year: i32,
    },
    /// `2021-XX`: a month of the year that is not known.
    MonthUnknown {
        /// The year.
        year: i32,
    },
    /// `2021-XX-XX`: a day of the year that is not known.
    MonthAndDayUnknown {
        /// The year.
        year: i32,
    },
    /// `201X`: a year of the decade that is not known.
    Decade {
        /// The first year of the ten, such as 2010.
        first: i32,
    },
    /// `20XX`: a year of the century that is not known.
    Century {
        /// The first year of the hundred, such as 2000.
        first: i32,
    },
    /// `2020-09-14/2020-09-15`, `2023/..`, `/2023`.
    Interval {
        /// Where it begins.
        from: End,
        /// Where it ends.
        to: End,
    },
    /// The words of the source, where they are vaguer than EDTF.
    Described(Box<str>),
}

/// One end of an interval.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum End {
    /// A date, never an interval, and the mark that it bears.
    Date(Box<Shape>, Qualifier),
    /// `..`: there is no such end, or none yet.
    Open,
    /// Nothing written: there is such an end, and it is not known.
    Unknown,
}

/// How far a date is to be trusted; it moves no bound.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Qualifier {
    /// The source is in doubt: `?` or `%`.
    pub uncertain: bool,
    /// The date is an estimate: `~` or `%`.
    pub approximate: bool,
}

/// How exact a date is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Precision {
    /// A day.
    Day,
    /// A month, or a day of it that is not known.
    Month,
    /// A season.
    Season,
    /// A year, or a day or month of it that is not known.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
    /// From one date to another.
    Interval,
    /// Words, with or without bounds.
    Described,
}

impl Shape {
    /// How exact it is.
    pub fn precision(&self) -> Precision {
        match self {
            Self::Day { .. } => Precision::Day,
            Self::Month { .. } | Self::DayUnknown { .. } => Precision::Month,
            Self::Season { .. } => Precision::Season,
            Self::Year { .. } | Self::MonthUnknown { .. } | Self::MonthAndDayUnknown { .. } => {
                Precision::Year
            }
            Self::Decade { .. } => Precision::Decade,
            Self::Century { .. } => Precision::Century,
            Self::Interval { .. } => Precision::Interval,
            Self::Described(_) => Precision::Described,
        }
    }

    /// The days of a date that is neither an interval nor described; nothing where the calendar
    /// does not reach so far.
    pub(super) fn bounds(&self) -> Option<Bounds> {
        match *self {
            Self::Day { year, month, day } => {
                let day = NaiveDate::from_ymd_opt(year, month, day)?;
                Some(Bounds {
                    earliest: Some(day),
                    latest: Some(day),
                })
            }
            Self::Month { year, month } | Self::DayUnknown { year, month } => {
                months((year, month), (year, month))
            }
            Self::Season { year, season: 4 } => months((year, 1), (year.checked_add(1)?, 3)),
            Self::Season { year, season } => months((year, season * 3), (year, season * 3 + 3)),
            Self::Year { year }
            | Self::MonthUnknown { year }
            | Self::MonthAndDayUnknown { year } => months((year, 1), (year, 12)),
            Self::Decade { first } => months((first, 1), (first.checked_add(9)?, 12)),
            Self::Century { first } => months((first, 1), (first.checked_add(99)?, 12)),
            Self::Interval { .. } | Self::Described(_) => None,
        }
    }
}

/// From the first day of one month to the last day of another, each a year and a month.
fn months(from: (i32, u32), to: (i32, u32)) -> Option<Bounds> {
    let last = NaiveDate::from_ymd_opt(to.0, to.1, 1)?;
    Some(Bounds {
        earliest: Some(NaiveDate::from_ymd_opt(from.0, from.1, 1)?),
        latest: last.with_day(u32::from(last.num_days_in_month())),
    })
}
