//! One round's file.

use super::agreement::of_round;
use super::commitment::commitment;
use super::event::{event, indicator};
use super::items::Items;
use super::meeting::{coverage, document, head, place};
use super::mention::{Kind, mentions};
use super::moment::date;
use super::reader::Read;
use super::yaml::{Node, Value};
use crate::diagnostic::code::form;
use crate::diagnostic::{Diagnostic, Suggestion};
use crate::model::round::Round;
use crate::span::{Located, Span};

/// Reads a whole file; `named` is the number in its name, where it has one, and `items` are those
/// that were taken out of its lists.
pub(crate) fn round(
    read: &mut Read<'_>,
    node: &Node<'_>,
    named: Option<u32>,
    items: Items,
) -> Option<Round> {
    if node.is_null() {
        let message = "the file of a round says nothing";
        read.report(
            Diagnostic::new(form::EMPTY_FILE, node.span, message, "").help(match named {
                Some(named) => format!("write `round: {named}`, and its date"),
                None => "write `round:` and the number".to_owned(),
            }),
        );
        return None;
    }
    let mut map = read.map(node, "a round")?;
    if map.entry("round").is_none() {
        missing_number(map.reader(), node, named);
    }
    let number = map.optional("round", Read::whole_number);
    if let (Some(number), Some(named)) = (&number, named) {
        compare(map.reader(), number, named);
    }
    let round = Round {
        date: map.optional("date", date),
        place: map.optional("place", place),
        mode: map.optional("mode", Read::located_term),
        level: map.optional("level", Read::located_term),
        planned: map.optional("planned", date),
        documents: map.optional("documents", |read, node| read.list(node, document)),
        coverage: map.optional("coverage", coverage).unwrap_or_default(),
        heads: map.optional("heads", |read, node| read.list(node, head)),
        sectors: map
            .optional("sectors", |read, node| mentions(read, node, Kind::Sector))
            .map(|rest| joined(items.sectors, rest)),
        topics: map
            .optional("topics", |read, node| mentions(read, node, Kind::Topic))
            .map(|rest| joined(items.topics, rest)),
        programmes: map
            .optional("programmes", |read, node| {
                mentions(read, node, Kind::Programme)
            })
            .map(|rest| joined(items.programmes, rest)),
        bodies: map
            .optional("bodies", |read, node| mentions(read, node, Kind::Body))
            .map(|rest| joined(items.bodies, rest)),
        agreements: map
            .optional("agreements", |read, node| read.list(node, of_round))
            .map(|rest| joined(items.agreements, rest)),
        commitments: map
            .optional("commitments", |read, node| read.list(node, commitment))
            .map(|rest| joined(items.commitments, rest)),
        indicators: map
            .optional("indicators", |read, node| read.list(node, indicator))
            .map(|rest| joined(items.indicators, rest)),
        events: map
            .optional("events", |read, node| read.list(node, event))
            .map(|rest| joined(items.events, rest)),
        // Where the number is at fault, the file's name stands in, so that the rest is checked.
        number: number.unwrap_or_else(|| Located::new(named.unwrap_or(0), node.span)),
        evidence: map.finish(),
        span: node.span,
    };
    Some(round)
}

/// The items that were taken out of a list, and those that are left in it.
fn joined<T>(mut taken: Vec<T>, rest: Vec<T>) -> Vec<T> {
    if taken.is_empty() {
        return rest;
    }
    taken.extend(rest);
    // Rounds are many, and what they had room for is not all used.
    taken.shrink_to_fit();
    taken
}

fn missing_number(read: &mut Read<'_>, node: &Node<'_>, named: Option<u32>) {
    let message = "the round does not say its number";
    let help = match named {
        Some(named) => format!("add the line `round: {named}`"),
        None => "add the line `round:` with the number".to_owned(),
    };
    let fault = Diagnostic::new(form::MISSING_ROUND, node.span, message, "without `round`");
    let mut fault = fault.help(help);
    // In brackets, more than a line would have to be written.
    if let (Some(named), Some(first)) = (named, first_line(node)) {
        fault.suggestion = Some(Suggestion {
            span: first,
            replacement: format!("round: {named}\n"),
        });
    }
    read.report(fault);
}

/// The place before the first key of a map that is written line by line.
fn first_line(node: &Node<'_>) -> Option<Span> {
    let Value::Map(entries) = &node.value else {
        return None;
    };
    let start = node.span.range().start;
    let first = entries.first()?.span;
    (first.range().start == start).then(|| Span::new(first.file, start..start))
}

fn compare(read: &mut Read<'_>, number: &Located<u32>, named: u32) {
    let says = number.value;
    if says == named {
        return;
    }
    let message = format!("the file says round {says}, and its name says {named}");
    let label = format!("not {named}");
    let fault = Diagnostic::new(form::ROUND_NUMBER, number.span, message, label);
    read.report(fault.help(format!(
        "write `round: {named}`, or name the file `{says}.yaml`"
    )));
}
