//! What a cell holds.

use chrono::NaiveDate;

/// The value of one cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// Nothing is known, or nothing applies.
    Missing,
    /// A text; ids, dates as written and exact numbers are texts too.
    Text(String),
    /// A whole number.
    Whole(i32),
    /// A day.
    Day(NaiveDate),
    /// Yes or no.
    Truth(bool),
}

impl Value {
    /// A text, or nothing of an empty one.
    pub(super) fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            Self::Missing
        } else {
            Self::Text(text)
        }
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Missing, Into::into)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::text(text)
    }
}

impl From<NaiveDate> for Value {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Self::Truth(truth)
    }
}

/// Numbers past what a column holds are missing rather than wrong.
fn whole(number: impl TryInto<i32>) -> Value {
    number.try_into().map_or(Value::Missing, Value::Whole)
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        whole(number)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        whole(number)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        whole(number)
    }
}
