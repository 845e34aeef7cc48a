//! One row a commitment, as it stands at the newest round.

use super::Table;
use super::column::{Columns, Kind};
use super::footing::{Footing, ids};
use crate::compare::{Promise, Standing, promises};
use crate::matching::{Series, SeriesRound};
use crate::model::commitment::CommitmentMention;
use crate::model::term::Term;
use crate::span::Files;

/// The name of the table.
pub(super) const NAME: &str = "commitments";

pub(super) struct Row<'a> {
    promise: Promise<'a>,
    said: Vec<&'a CommitmentMention>,
    now: Option<Standing<'a>>,
    footing: Footing,
}

/// The columns, in order.
pub(super) fn columns<'a>() -> Columns<'a, Row<'a>> {
    Columns::new()
        .with(
            "id",
            Kind::Id,
            "the commitment, by the id that it has now",
            |row: &Row<'a>| row.promise.id.as_str().to_owned(),
        )
        .with("round", Kind::Integer, "the round that made it", |row| {
            row.promise.made_in
        })
        .with(
            "kind",
            Kind::Id,
            "`next-round` for a promise to meet again, else `action`",
            |row| row.promise.kind().as_str(),
        )
        .words("text", "what was promised, as last said", |row| {
            let said = row.said.iter().rev();
            let mut texts = said.filter_map(|one| Some(&one.text.as_ref()?.value));
            texts.next()
        })
        .date("due", "when it is due, as last said", |row| {
            row.now.as_ref()?.due
        })
        .place("promised", "where it is to be", |row| {
            let mut places = row.said.iter().rev().filter_map(|one| one.place.as_ref());
            places.next()
        })
        .with("owners", Kind::Ids, "who promised", |row| {
            ids(row.promise.mention.owner.iter().map(|owner| &owner.value))
        })
        .with(
            "state",
            Kind::Id,
            "how it stands at the newest round",
            |row| row.now.as_ref().map(|now| now.state.as_str()),
        )
        .date("delivered", "when it was kept", |row| {
            row.now.as_ref()?.delivered
        })
        .days("late", "days it was kept after it was due", |row| {
            row.now.as_ref()?.late
        })
        .with(
            "venue",
            Kind::Id,
            "whether the promised place was kept",
            |row| row.now.as_ref().and_then(|now| now.venue).map(Term::as_str),
        )
        .with(
            "last_act",
            Kind::Id,
            "the last thing that a round said of it",
            |row| {
                row.now
                    .as_ref()
                    .and_then(|now| now.act)
                    .map(|(_, act)| act.as_str())
            },
        )
        .with(
            "last_act_round",
            Kind::Integer,
            "the round that said so",
            |row| {
                row.now
                    .as_ref()
                    .and_then(|now| now.act)
                    .map(|(round, _)| round)
            },
        )
        .footing(|row| &row.footing)
}

/// Every commitment, by the round that made it, then by id.
pub(super) fn table(series: &Series<'_>, files: &Files) -> Table {
    let newest = series.rounds.last().map_or(0, SeriesRound::number);
    let mut all = promises(series);
    all.sort_by(|a, b| (a.made_in, &a.id).cmp(&(b.made_in, &b.id)));
    let rows: Vec<Row<'_>> = all
        .into_iter()
        .map(|promise| row(series, promise, newest, files))
        .collect();
    columns().table(NAME, &rows)
}

fn row<'a>(series: &Series<'a>, promise: Promise<'a>, newest: u32, files: &Files) -> Row<'a> {
    let mention = promise.mention;
    let made = series.round(promise.made_in);
    let around: Vec<_> = made
        .map(|round| &round.round.evidence)
        .into_iter()
        .collect();
    Row {
        said: promise
            .mentioned(newest)
            .map(|(_, mention)| mention)
            .collect(),
        now: promise.standing(series, newest),
        footing: Footing::of(&mention.evidence, &around, mention.span, files),
        promise,
    }
}
