//! One row a round.

use super::Table;
use super::column::{Columns, Kind};
use super::footing::Footing;
use crate::compare::days_between;
use crate::matching::Series;
use crate::model::date::{Date, Days};
use crate::model::round::{Coverage, ListKind, Round};
use crate::model::term::Term;
use crate::span::Files;

/// The name of the table.
pub(super) const NAME: &str = "rounds";

pub(super) struct Row<'a> {
    round: &'a Round,
    interval: Option<Days>,
    footing: Footing,
}

/// The columns, in order.
pub(super) fn columns<'a>() -> Columns<'a, Row<'a>> {
    let list = |lists: Columns<'a, Row<'a>>, name: &str, count: fn(&Round) -> Option<usize>| {
        lists.with(
            name,
            Kind::Integer,
            format!("how many {name} it lists; missing where it does not say"),
            move |row| count(row.round),
        )
    };
    let columns = Columns::new()
        .with(
            "round",
            Kind::Integer,
            "the number of the round",
            |row: &Row<'a>| row.round.number.value,
        )
        .date("date", "when it was held", |row| {
            row.round.date.as_ref().map(|date| &date.value)
        })
        .place("place", "where it was held", |row| row.round.place.as_ref())
        .with(
            "place_basis",
            Kind::Id,
            "`stated` or `inferred`: whether the source says where",
            |row| row.round.place.as_ref().map(|place| place.basis.as_str()),
        )
        .with("mode", Kind::Id, "how it was held", |row| {
            row.round.mode.as_ref().map(|mode| mode.value.as_str())
        })
        .with("level", Kind::Id, "at what level", |row| {
            row.round.level.as_ref().map(|level| level.value.as_str())
        })
        .date("planned", "when it was to be held", planned)
        .days("interval", "days since the round before it", |row| {
            row.interval
        })
        .with(
            "coverage",
            Kind::Id,
            "`complete` or `partial`: whether absence from its lists may be taken as dropped",
            |row| {
                row.round
                    .coverage
                    .default
                    .unwrap_or(Coverage::Partial)
                    .as_str()
            },
        )
        .with(
            "complete_lists",
            Kind::Ids,
            "the lists that are complete",
            |row| complete(row.round),
        );
    let columns = list(columns, "sectors", |one| Some(one.sectors.as_ref()?.len()));
    let columns = list(columns, "topics", |one| Some(one.topics.as_ref()?.len()));
    let columns = list(columns, "programmes", |one| {
        Some(one.programmes.as_ref()?.len())
    });
    let columns = list(columns, "bodies", |one| Some(one.bodies.as_ref()?.len()));
    let columns = list(columns, "agreements", |one| {
        Some(one.agreements.as_ref()?.len())
    });
    let columns = list(columns, "commitments", |one| {
        Some(one.commitments.as_ref()?.len())
    });
    columns.footing(|row| &row.footing)
}

/// Every round, by number.
pub(super) fn table(series: &Series<'_>, files: &Files) -> Table {
    let record = series.record;
    let rounds = record.rounds();
    let row = |(at, round)| {
        let before = usize::checked_sub(at, 1).map(|before| &rounds[before]);
        let round: &Round = round;
        Row {
            round,
            interval: before.map(|before| days_between(record, before, round)),
            footing: Footing::of(&round.evidence, &[], round.span, files),
        }
    };
    let rows: Vec<Row<'_>> = rounds.iter().enumerate().map(row).collect();
    columns().table(NAME, &rows)
}

fn planned<'r>(row: &'r Row<'_>) -> Option<&'r Date> {
    row.round.planned.as_ref().map(|date| &date.value)
}

fn complete(round: &Round) -> String {
    let lists = ListKind::ALL.iter();
    let complete = lists.filter(|list| round.coverage.of(**list) == Coverage::Complete);
    let names: Vec<&str> = complete.map(|list| list.as_str()).collect();
    names.join(" ")
}
