//! EDTF to dates; the only module that names the EDTF parser.

use super::error::shown;
use super::{Bounds, Date, DateError, End, Parts, Qualifier, Shape, lax};
use edtf_core::{DateField, Edtf, YearKind};
use std::sync::Arc;

/// Reads an EDTF date of level 0 or 1.
pub(super) fn parse(literal: &str) -> Result<Date, DateError> {
    if literal.trim().is_empty() {
        return Err(DateError::Empty);
    }
    if let Some((from, to)) = literal.split_once('/') {
        return interval(literal, from, to);
    }
    let part = Part::read(literal, literal)?;
    Ok(Date(Arc::new(Parts {
        literal: literal.into(),
        first: part.bounds,
        last: part.bounds,
        shape: part.shape,
        qualifier: part.qualifier,
    })))
}

fn interval(literal: &str, from: &str, to: &str) -> Result<Date, DateError> {
    if ["", ".."].contains(&from) && ["", ".."].contains(&to) {
        return Err(lax::not_a_date(literal));
    }
    let (from, mut first, before) = end(literal, from)?;
    if to.contains('/') {
        return Err(lax::not_a_date(literal));
    }
    let (to, mut last, after) = end(literal, to)?;
    if last.is_before(first) {
        return Err(DateError::EndsBeforeItBegins {
            literal: shown(literal),
        });
    }
    // What ends has begun: neither day can be on the far side of the other.
    last.earliest = last.earliest.max(first.earliest);
    first.latest = [first.latest, last.latest].into_iter().flatten().min();
    Ok(Date(Arc::new(Parts {
        literal: literal.into(),
        first,
        last,
        shape: Shape::Interval { from, to },
        qualifier: Qualifier {
            uncertain: before.uncertain || after.uncertain,
            approximate: before.approximate || after.approximate,
        },
    })))
}

fn end(literal: &str, text: &str) -> Result<(End, Bounds, Qualifier), DateError> {
    let unbounded = Bounds {
        earliest: None,
        latest: None,
    };
    match text {
        ".." => Ok((End::Open, unbounded, Qualifier::default())),
        "" => Ok((End::Unknown, unbounded, Qualifier::default())),
        _ => {
            let part = Part::read(literal, text)?;
            if text.contains('X') {
                return Err(level_2(literal, "unspecified digits in an interval"));
            }
            let end = End::Date(Box::new(part.shape), part.qualifier);
            Ok((end, part.bounds, part.qualifier))
        }
    }
}

/// A date that is no interval.
struct Part {
    shape: Shape,
    qualifier: Qualifier,
    bounds: Bounds,
}

impl Part {
    /// Reads `text`, the whole of `literal` or one end of it.
    fn read(literal: &str, text: &str) -> Result<Self, DateError> {
        let date = match Edtf::parse(text) {
            Ok(Edtf::Date(date)) => date,
            Ok(Edtf::Set(_)) => return Err(level_2(literal, "a set of dates")),
            Ok(_) | Err(_) => return Err(lax::refused(literal, text)),
        };
        if let Some(feature) = feature_of_level_2(&date, text) {
            return Err(level_2(literal, feature));
        }
        let out_of_range = || DateError::OutOfRange {
            literal: shown(literal),
        };
        let shape = shape(&date).ok_or_else(out_of_range)?;
        let bounds = shape.bounds().ok_or_else(out_of_range)?;
        Ok(Self {
            shape,
            qualifier: Qualifier {
                uncertain: date.is_uncertain(),
                approximate: date.is_approximate(),
            },
            bounds,
        })
    }
}

fn level_2(literal: &str, feature: &'static str) -> DateError {
    DateError::Level2 {
        literal: shown(literal),
        feature,
    }
}

/// What in a date is past level 1, if anything is.
fn feature_of_level_2(date: &edtf_core::Date, text: &str) -> Option<&'static str> {
    let body = text.strip_suffix(['?', '~', '%']).unwrap_or(text);
    if body.contains(['?', '~', '%']) {
        return Some("a qualifier on one part of a date");
    }
    if date.year.significant_digits.is_some() {
        return Some("significant digits");
    }
    if matches!(date.year.kind, YearKind::Exponential { .. }) {
        return Some("a year with an exponent");
    }
    let group = date.month.and_then(DateField::value);
    if group.is_some_and(|code| code > 24) {
        return Some("a part of the year past the seasons 21 to 24");
    }
    (Edtf::Date(*date).level() > 1).then_some("unspecified digits other than the last ones")
}

/// The parts of a date of level 0 or 1; nothing where the year is too far away.
fn shape(date: &edtf_core::Date) -> Option<Shape> {
    if let YearKind::Standard { digits, .. } = date.year.kind {
        let digit = |at: usize| digits[at].map(i32::from);
        match (digit(0), digit(1), digit(2), digit(3)) {
            (Some(thousands), Some(hundreds), Some(tens), None) => {
                let first = thousands * 1000 + hundreds * 100 + tens * 10;
                return Some(Shape::Decade { first });
            }
            (Some(thousands), Some(hundreds), None, None) => {
                let first = thousands * 1000 + hundreds * 100;
                return Some(Shape::Century { first });
            }
            _ => {}
        }
    }
    let year = i32::try_from(date.year.value()?).ok()?;
    let known = |field: DateField| field.value().map(u32::from);
    Some(match (date.month.map(known), date.day.map(known)) {
        (None, _) => Shape::Year { year },
        (Some(None), None) => Shape::MonthUnknown { year },
        (Some(None), Some(_)) => Shape::MonthAndDayUnknown { year },
        (Some(Some(code @ 21..)), _) => {
            let season = code - 20;
            Shape::Season { year, season }
        }
        (Some(Some(month)), None) => Shape::Month { year, month },
        (Some(Some(month)), Some(None)) => Shape::DayUnknown { year, month },
        (Some(Some(month)), Some(Some(day))) => Shape::Day { year, month, day },
    })
}
