//! One row for each change from a round to the next one in the record.

use super::Table;
use super::column::{Columns, Kind};
use super::mentions::LISTS;
use crate::compare::{
    AgreementChange, CommitmentChange, Comparison, ItemChange, ListChanges, Sides, compare,
};
use crate::matching::{Entry, Series};
use crate::model::date::Days;
use crate::model::id::Id;
use crate::model::round::ListKind;
use crate::model::term::Term;
use crate::model::text::Text;
use crate::span::{Files, Place, Span};

/// The name of the table.
pub(super) const NAME: &str = "changes";

#[derive(Clone)]
pub(super) struct Row {
    rounds: Sides<u32>,
    kind: &'static str,
    id: Id,
    title: Option<Text>,
    action: Option<&'static str>,
    class: Option<&'static str>,
    with: Option<Id>,
    states: Sides<Option<&'static str>>,
    late: Option<Days>,
    first_seen: Option<u32>,
    last_seen: Option<u32>,
    places: Sides<Option<Place>>,
}

/// The columns, in order.
pub(super) fn columns<'a>() -> Columns<'a, Row> {
    let id = |id: &Id| id.as_str().to_owned();
    Columns::new()
        .with(
            "before_round",
            Kind::Integer,
            "the earlier round",
            |row: &Row| row.rounds.before,
        )
        .with(
            "round",
            Kind::Integer,
            "the later round, the next one in the record",
            |row| row.rounds.after,
        )
        .with(
            "kind",
            Kind::Id,
            "`sector`, `topic`, `programme`, `body`, `agreement` or `commitment`",
            |row| row.kind,
        )
        .with(
            "id",
            Kind::Id,
            "the item, by the id that it has now",
            move |row| id(&row.id),
        )
        .words(
            "title",
            "its name; of a commitment, what was promised",
            |row| row.title.as_ref(),
        )
        .with(
            "action",
            Kind::Id,
            "`kept`, `added` or `removed`; missing for agreements and commitments",
            |row| row.action,
        )
        .with(
            "class",
            Kind::Id,
            "the class of the change; of a commitment, its state",
            |row| row.class,
        )
        .with(
            "with",
            Kind::Id,
            "the other end of a pair, or the wider item that stands on both sides",
            move |row| row.with.as_ref().map(id),
        )
        .with(
            "state_before",
            Kind::Id,
            "status of an agreement, state of a commitment, at the earlier round",
            |row| row.states.before,
        )
        .with(
            "state_after",
            Kind::Id,
            "the same at the later round",
            |row| row.states.after,
        )
        .days(
            "late",
            "of a commitment, days it was kept after it was due",
            |row| row.late,
        )
        .with(
            "first_seen",
            Kind::Integer,
            "the first round that names it; of a commitment, the one that made it",
            |row| row.first_seen,
        )
        .with(
            "last_seen",
            Kind::Integer,
            "the last round before the later one that names it",
            |row| row.last_seen,
        )
        .places(|row| &row.places)
}

/// Every change, by round, kind and id.
pub(super) fn table(series: &Series<'_>, files: &Files) -> Table {
    let mut rows = Vec::new();
    for pair in series.rounds.windows(2) {
        let rounds = Sides {
            before: pair[0].number(),
            after: pair[1].number(),
        };
        if let Some(comparison) = compare(series, rounds.before, rounds.after) {
            changes(series, &comparison, rounds, files, &mut rows);
        }
    }
    columns().table(NAME, &rows)
}

fn changes(
    series: &Series<'_>,
    comparison: &Comparison<'_>,
    rounds: Sides<u32>,
    files: &Files,
    rows: &mut Vec<Row>,
) {
    for (list, kind) in LISTS {
        let title = |id: &Id| series.title(list, id).cloned();
        let changes = of(comparison, list)
            .into_iter()
            .flat_map(|one| &one.changes);
        rows.extend(changes.map(|one| item(one, kind, title(&one.id), rounds, files)));
    }
    let agreements = comparison.agreements.iter();
    rows.extend(agreements.map(|one| agreement(one, rounds, files)));
    let commitments = comparison.commitments.iter();
    rows.extend(commitments.map(|one| commitment(one, rounds, files)));
}

fn of<'c, 'a>(comparison: &'c Comparison<'a>, list: ListKind) -> Option<&'c ListChanges<'a>> {
    match list {
        ListKind::Sectors => Some(&comparison.sectors),
        ListKind::Topics => Some(&comparison.topics),
        ListKind::Programmes => Some(&comparison.programmes),
        ListKind::Bodies => Some(&comparison.bodies),
        _ => None,
    }
}

fn places<M>(
    sides: &Sides<Option<Entry<'_, M>>>,
    span: fn(&M) -> Span,
    files: &Files,
) -> Sides<Option<Place>> {
    let place =
        |side: &Option<Entry<'_, M>>| side.as_ref().map(|entry| files.place(span(entry.mention)));
    Sides {
        before: place(&sides.before),
        after: place(&sides.after),
    }
}

fn item(
    change: &ItemChange<'_>,
    kind: &'static str,
    title: Option<Text>,
    rounds: Sides<u32>,
    files: &Files,
) -> Row {
    Row {
        rounds,
        kind,
        id: change.id.clone(),
        title,
        action: Some(change.action.as_str()),
        class: Some(change.class.as_str()),
        with: change.with.clone().or_else(|| change.under.clone()),
        states: Sides::default(),
        late: None,
        first_seen: change.seen.first,
        last_seen: change.seen.last,
        places: places(&change.sides, |mention| mention.span, files),
    }
}

fn agreement(change: &AgreementChange<'_>, rounds: Sides<u32>, files: &Files) -> Row {
    Row {
        rounds,
        kind: "agreement",
        id: change.id.clone(),
        title: change
            .definition
            .title
            .as_ref()
            .map(|title| title.value.clone()),
        action: None,
        class: Some(change.class.as_str()),
        with: None,
        states: Sides {
            before: change.status.before.map(Term::as_str),
            after: change.status.after.map(Term::as_str),
        },
        late: None,
        first_seen: change.seen.first,
        last_seen: change.seen.last,
        places: places(&change.sides, |mention| mention.span, files),
    }
}

fn commitment(change: &CommitmentChange<'_>, rounds: Sides<u32>, files: &Files) -> Row {
    let Sides { before, after } = &change.state;
    let after_state = after.as_ref().map(|one| one.state.as_str());
    Row {
        rounds,
        kind: "commitment",
        id: change.id.clone(),
        title: change.promise.text.as_ref().map(|text| text.value.clone()),
        action: None,
        class: after_state,
        with: None,
        states: Sides {
            before: before.as_ref().map(|one| one.state.as_str()),
            after: after_state,
        },
        late: after.as_ref().and_then(|one| one.late),
        first_seen: Some(change.made_in),
        last_seen: None,
        places: places(&change.sides, |mention| mention.span, files),
    }
}
