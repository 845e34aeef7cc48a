//! Dates as sources give them: EDTF (ISO 8601-2) levels 0 and 1, never filled in.

use chrono::NaiveDate;

/// A date, a coarse date or an interval, with the text that the author wrote.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Date {
    literal: Box<str>,
    first: Bounds,
    last: Bounds,
}

/// The earliest and the latest day that something can be; an open or unknown end is none.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Bounds {
    /// The earliest day possible.
    pub earliest: Option<NaiveDate>,
    /// The latest day possible.
    pub latest: Option<NaiveDate>,
}

/// What is known of the order of two dates.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Certainty {
    /// Certainly before.
    Before,
    /// Certainly the same single day.
    Same,
    /// Certainly after.
    After,
    /// The dates are too coarse to tell.
    CannotTell,
}

/// A number of days, as a range where a date is coarse; none where an end is open.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, serde::Serialize, schemars::JsonSchema)]
pub struct Days {
    /// The fewest days possible.
    pub least: Option<i64>,
    /// The most days possible.
    pub most: Option<i64>,
}
