//! What day it is; the library is told and never asks.

use super::args::Day;
use super::console::Failure;
use chrono::{DateTime, NaiveDate};
use std::time::{SystemTime, UNIX_EPOCH};

/// The variable that says what time builds are to take it for, in seconds since 1970.
const EPOCH: &str = "SOURCE_DATE_EPOCH";

/// The day asked for, else that of `SOURCE_DATE_EPOCH`, else that of the clock, at Greenwich.
pub(super) fn today(day: &Day) -> Result<NaiveDate, Failure> {
    if let Some(asked) = day.asked {
        return Ok(asked);
    }
    if let Some(seconds) = std::env::var_os(EPOCH).filter(|value| !value.is_empty()) {
        let seconds = seconds.to_str().and_then(|text| text.parse().ok());
        return seconds
            .and_then(date)
            .ok_or_else(|| Failure::new(format!("`{EPOCH}` is no number of seconds")));
    }
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = since
        .ok()
        .and_then(|since| i64::try_from(since.as_secs()).ok());
    seconds.and_then(date).ok_or_else(|| {
        Failure::new("the clock cannot be read").hint("say what day it is: --today 2026-11-23")
    })
}

fn date(seconds: i64) -> Option<NaiveDate> {
    Some(DateTime::from_timestamp(seconds, 0)?.date_naive())
}
