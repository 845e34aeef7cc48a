//! Dates: as a number, a string or a timestamp, or in words with bounds.

use super::reader::Read;
use super::yaml::{Node, Value};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::form;
use crate::model::date::{Date, DateError};
use crate::span::{Located, Span};

/// Reads a date.
pub(crate) fn date(read: &mut Read<'_>, node: &Node<'_>) -> Option<Located<Date>> {
    let read_as = match &node.value {
        Value::Map(_) => described(read, node)?,
        _ => Date::parse(&read.scalar(node, "a date")?.text),
    };
    match read_as {
        Ok(date) => Some(Located::new(date, node.span)),
        Err(error) => {
            report(read, &error, node.span);
            None
        }
    }
}

fn described(read: &mut Read<'_>, node: &Node<'_>) -> Option<Result<Date, DateError>> {
    let mut map = read.map(node, "a date in words")?;
    let text = map.required("text", Read::literal);
    let had = map.entry("earliest").is_some() || map.entry("latest").is_some();
    let earliest = map.optional("earliest", date);
    let latest = map.optional("latest", date);
    if !had {
        map.required("earliest", date);
    }
    map.finish_within();
    let bound = |date: &'_ Option<Located<Date>>| date.as_ref().map(|date| date.value.clone());
    Some(Date::described(
        &text?,
        bound(&earliest).as_ref(),
        bound(&latest).as_ref(),
    ))
}

fn report(read: &mut Read<'_>, error: &DateError, span: Span) {
    let (code, label) = if error.is_impossible() {
        (form::IMPOSSIBLE_DATE, "no such date")
    } else {
        (form::BAD_DATE, "not a date")
    };
    let fault = Diagnostic::new(code, span, error.to_string(), label);
    read.report(fault.did_you_mean(error.suggestion()));
}
