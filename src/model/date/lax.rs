//! What people write in place of a date, told apart: impossible dates, times, other orders.

use super::DateError;
use super::error::shown;
use super::parse::parse;
use chrono::{Datelike, NaiveDate};

/// Says why `text`, the whole of `literal` or one end of it, is not EDTF.
pub(super) fn refused(literal: &str, text: &str) -> DateError {
    if day_of_a_time(text).is_some() {
        let day = |part| day_of_a_time(part).unwrap_or(part);
        let days: Vec<&str> = literal.split('/').map(day).collect();
        let date = days.join("/");
        if parse(&date).is_ok() {
            return DateError::TimeOfDay {
                literal: shown(literal),
                date: date.into(),
            };
        }
    }
    if text.starts_with("..") || text.ends_with("..") {
        let bare = text.trim_matches('.');
        if literal.contains('/') && parse(bare).is_ok() {
            return DateError::Level2 {
                literal: shown(literal),
                feature: "an end that is only a limit",
            };
        }
    }
    impossible(literal, text).unwrap_or_else(|| not_a_date(literal))
}

/// Says that `literal` is no date.
pub(super) fn not_a_date(literal: &str) -> DateError {
    DateError::NotADate {
        literal: shown(literal),
        suggestion: None,
    }
}

/// Adds to an error about `literal` what was meant, if that is plain.
pub(super) fn advise(literal: &str, mut error: DateError) -> DateError {
    if let DateError::NotADate { suggestion, .. } = &mut error {
        *suggestion = meant(literal).map(String::into_boxed_str);
    }
    error
}

/// The day of a day with a time of day after it.
fn day_of_a_time(text: &str) -> Option<&str> {
    let (day, time) = text.split_at_checked(10)?;
    let time = time.strip_prefix(['T', 't', ' '])?;
    let hour = time.as_bytes().first()?.is_ascii_digit() && time.contains(':');
    (hour && parse(day).is_ok()).then_some(day)
}

/// Says which part of a date that is well formed does not exist.
fn impossible(literal: &str, text: &str) -> Option<DateError> {
    let body = text.strip_suffix(['?', '~', '%']).unwrap_or(text);
    let mut parts = body.strip_prefix('-').unwrap_or(body).split('-');
    let year = parts.next().filter(|year| is_digits(year, 4))?;
    let month = parts.next().filter(|month| is_digits(month, 2))?;
    let day = parts.next();
    if day.is_some_and(|day| !is_digits(day, 2)) || parts.next().is_some() {
        return None;
    }
    let of_month = |reason: String| DateError::NoSuchDay {
        literal: shown(literal),
        reason,
    };
    match month.parse::<u32>() {
        Ok(1..=12) | Err(_) => {}
        Ok(21..=41) => return Some(of_month("a season has no days".to_owned())),
        Ok(_) => {
            return Some(DateError::NoSuchMonth {
                literal: shown(literal),
            });
        }
    }
    day?;
    let negative = body.starts_with('-');
    if negative && year.contains('X') {
        return None;
    }
    let numbers = year.parse::<i32>().ok().zip(month.parse().ok());
    let first = numbers.and_then(|(year, month)| {
        NaiveDate::from_ymd_opt(if negative { -year } else { year }, month, 1)
    });
    Some(of_month(match first {
        Some(first) => format!("its month has {} days", first.num_days_in_month()),
        None => "no such month has such a day".to_owned(),
    }))
}

fn is_digits(text: &str, length: usize) -> bool {
    let digit = |byte: u8| byte.is_ascii_digit() || byte == b'X';
    text.len() == length && text.bytes().all(digit)
}

/// The date that `literal` stands for, where there is only one way to read it.
fn meant(literal: &str) -> Option<String> {
    const LONGEST: usize = 64;
    if literal.len() > LONGEST {
        return None;
    }
    let plain: String = literal.trim().chars().map(western).collect();
    let ways = [
        Some(plain.clone()),
        Some(plain.replace(" - ", "/").replace(['–', '—'], "/")),
        by_parts(&plain),
        run_together(&plain),
    ];
    let different = |way: &String| way != literal;
    let is_date = |way: &String| parse(way).is_ok();
    ways.into_iter().flatten().filter(different).find(is_date)
}

/// `2024-1-5`, `2024/01/05`, `25.01.2026`, where day and month cannot be taken for one another.
fn by_parts(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let number = |part: &&str| -> Option<u32> {
        let short = !part.is_empty() && part.len() <= 4;
        let digits = short && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse().ok()).flatten()
    };
    let numbers: Vec<u32> = parts.iter().map(number).collect::<Option<_>>()?;
    let four = |at: usize| parts[at].len() == 4;
    match numbers[..] {
        [year, month] if four(0) => Some(format!("{year:04}-{month:02}")),
        [month, year] if four(1) => Some(format!("{year:04}-{month:02}")),
        [year, month, day] if four(0) => Some(format!("{year:04}-{month:02}-{day:02}")),
        [day, month, year] if four(2) && (day > 12 || day == month) => {
            Some(format!("{year:04}-{month:02}-{day:02}"))
        }
        [month, day, year] if four(2) && day > 12 => Some(format!("{year:04}-{month:02}-{day:02}")),
        _ => None,
    }
}

/// `20260125`.
fn run_together(text: &str) -> Option<String> {
    let digits = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..]))
}

/// A digit as EDTF has it, of Arabic or Persian digits too.
fn western(character: char) -> char {
    let zero = match character {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6f0}'..='\u{6f9}' => 0x6f0,
        other => return other,
    };
    char::from_digit(u32::from(character) - zero, 10).unwrap_or(character)
}
