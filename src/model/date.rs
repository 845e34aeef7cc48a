//! Dates as sources give them: EDTF (ISO 8601-2) levels 0 and 1, never filled in.
//!
//! A date is read once, into its literal text, its [`Shape`] and the [`Bounds`] of its first and
//! last day. A qualifier (`?`, `~`, `%`) says how far the source is to be trusted and moves no
//! bound. Where a season begins and ends, EDTF leaves open; see [`Shape::Season`].

mod bounds;
mod error;
mod lax;
mod parse;
mod shape;

pub use bounds::{Bounds, Certainty, Days};
pub use error::DateError;
pub use shape::{End, Precision, Qualifier, Shape};

use std::cmp::Ordering;
use std::sync::Arc;

/// A date, a coarse date or an interval, with the text that the author wrote.
///
/// There is no natural order of coarse dates, so there are two comparisons by name:
/// [`certainty`](Self::certainty) for what is known, [`sorting`](Self::sorting) for lists.
///
/// Cheap to copy, and small where there is none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Date(Arc<Parts>);

/// What a date was read into.
#[derive(PartialEq, Eq, Debug)]
struct Parts {
    literal: Box<str>,
    first: Bounds,
    last: Bounds,
    shape: Shape,
    qualifier: Qualifier,
}

impl Date {
    /// Reads a date of EDTF level 0 or 1, with neither a time of day nor space around it.
    pub fn parse(literal: &str) -> Result<Self, DateError> {
        parse::parse(literal).map_err(|error| lax::advise(literal, error))
    }

    /// Makes a date that the source gives in words, some day from `earliest` to `latest`.
    ///
    /// Its literal is `text`; a bound that is not given stays unknown.
    pub fn described(
        text: &str,
        earliest: Option<&Self>,
        latest: Option<&Self>,
    ) -> Result<Self, DateError> {
        if text.trim().is_empty() {
            return Err(DateError::Empty);
        }
        let window = Bounds {
            earliest: earliest.and_then(|date| date.window().earliest),
            latest: latest.and_then(|date| date.window().latest),
        };
        if let (Some(from), Some(to)) = (window.earliest, window.latest)
            && from > to
        {
            return Err(DateError::Reversed { from, to });
        }
        Ok(Self(Arc::new(Parts {
            literal: text.into(),
            first: window,
            last: window,
            shape: Shape::Described(text.into()),
            qualifier: Qualifier::default(),
        })))
    }

    /// The text that the author wrote.
    pub fn literal(&self) -> &str {
        &self.0.literal
    }

    /// When it began: of an interval, the bounds of its start.
    pub fn first_day(&self) -> Bounds {
        self.0.first
    }

    /// When it ended: of an interval, the bounds of its end.
    ///
    /// A coarse date that is no interval is one unknown day, so it ended when it began.
    pub fn last_day(&self) -> Bounds {
        self.0.last
    }

    /// All the days that it may touch, from the earliest first to the latest last.
    pub fn window(&self) -> Bounds {
        Bounds {
            earliest: self.0.first.earliest,
            latest: self.0.last.latest,
        }
    }

    /// What was written, part by part.
    pub fn shape(&self) -> &Shape {
        &self.0.shape
    }

    /// How exact it is.
    pub fn precision(&self) -> Precision {
        self.0.shape.precision()
    }

    /// Whether it is an interval, open ones included.
    pub fn is_interval(&self) -> bool {
        matches!(self.0.shape, Shape::Interval { .. })
    }

    /// Whether its first or its last day is not known to the day.
    pub fn is_coarse(&self) -> bool {
        !(self.0.first.is_day() && self.0.last.is_day())
    }

    /// Whether any part of it is marked uncertain, with `?` or `%`.
    pub fn is_uncertain(&self) -> bool {
        self.0.qualifier.uncertain
    }

    /// Whether any part of it is marked approximate, with `~` or `%`.
    pub fn is_approximate(&self) -> bool {
        self.0.qualifier.approximate
    }

    /// What is known of the order of the two.
    ///
    /// `Before` only where the latest last day of this one is earlier than the earliest first day
    /// of the other; `Same` only for two single days.
    pub fn certainty(&self, other: &Self) -> Certainty {
        let (mine, theirs) = (self.window(), other.window());
        if mine.is_before(theirs) {
            Certainty::Before
        } else if theirs.is_before(mine) {
            Certainty::After
        } else if mine.is_day() && mine == theirs {
            Certainty::Same
        } else {
            Certainty::CannotTell
        }
    }

    /// A total order for lists: by earliest day, then by latest, then by literal.
    ///
    /// An open or unknown start comes first, an open or unknown end last.
    pub fn sorting(&self, other: &Self) -> Ordering {
        self.window()
            .sorting(other.window())
            .then_with(|| self.0.literal.cmp(&other.0.literal))
    }

    /// Whether it says the same as `coarser`, and more exactly: `2024-04-24` for `2024-04`.
    pub fn refines(&self, coarser: &Self) -> bool {
        let within =
            self.0.first.is_within(coarser.0.first) && self.0.last.is_within(coarser.0.last);
        within && (self.0.first, self.0.last) != (coarser.0.first, coarser.0.last)
    }
}

#[cfg(test)]
mod tests;
