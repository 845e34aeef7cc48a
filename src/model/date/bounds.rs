//! Days that something can have been on, and the days between.

use chrono::NaiveDate;
use std::cmp::Ordering;

/// The earliest and the latest day that something can be; an open or unknown end is none.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Bounds {
    /// The earliest day possible.
    pub earliest: Option<NaiveDate>,
    /// The latest day possible.
    pub latest: Option<NaiveDate>,
}

impl Bounds {
    /// Whether there is only one day possible.
    pub fn is_day(self) -> bool {
        self.earliest.is_some() && self.earliest == self.latest
    }

    /// Whether every day possible here is earlier than every day possible there.
    pub(super) fn is_before(self, other: Self) -> bool {
        matches!((self.latest, other.earliest), (Some(mine), Some(theirs)) if mine < theirs)
    }

    /// Whether every day possible here is possible there.
    pub(super) fn is_within(self, other: Self) -> bool {
        let from = |known: NaiveDate| self.earliest.is_some_and(|mine| mine >= known);
        let to = |known: NaiveDate| self.latest.is_some_and(|mine| mine <= known);
        other.earliest.is_none_or(from) && other.latest.is_none_or(to)
    }

    /// By earliest day, then by latest; no earliest comes first, no latest last.
    pub(super) fn sorting(self, other: Self) -> Ordering {
        let latest = |bounds: Self| (bounds.latest.is_none(), bounds.latest);
        let earliest = self.earliest.cmp(&other.earliest);
        earliest.then_with(|| latest(self).cmp(&latest(other)))
    }
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
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, serde::Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct Days {
    /// The fewest days possible.
    pub least: Option<i64>,
    /// The most days possible.
    pub most: Option<i64>,
}

impl Days {
    /// The days from one day to another, each known by its bounds; less than nothing backwards.
    pub fn between(from: Bounds, to: Bounds) -> Self {
        Self {
            least: count(from.latest, to.earliest),
            most: count(from.earliest, to.latest),
        }
    }

    /// A number of days that is known.
    pub fn exact(days: i64) -> Self {
        Self {
            least: Some(days),
            most: Some(days),
        }
    }

    /// Whether the number is known.
    pub fn is_exact(self) -> bool {
        self.least.is_some() && self.least == self.most
    }

    /// The same days counted the other way.
    #[must_use]
    pub fn negated(self) -> Self {
        Self {
            least: self.most.map(i64::saturating_neg),
            most: self.least.map(i64::saturating_neg),
        }
    }
}

fn count(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Option<i64> {
    Some(to?.signed_duration_since(from?).num_days())
}
