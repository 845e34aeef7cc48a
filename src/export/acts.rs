//! One row for each thing that was done: acts on agreements, commitments and bodies, and events.

use super::Table;
use super::column::{Columns, Kind};
use super::footing::Footing;
use crate::acts::{Course, Deed, Moment, Record, moment};
use crate::matching::{Series, SeriesRound};
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::round::{Event, EventAct, ListKind};
use crate::model::status::Status;
use crate::model::term::Term;
use crate::span::{Files, Located};

/// The name of the table.
pub(super) const NAME: &str = "acts";

pub(super) struct Row<'a> {
    kind: &'static str,
    id: Option<Id>,
    act: Option<&'static str>,
    moment: Moment,
    date: Option<&'a Date>,
    until: Option<&'a Date>,
    status: Option<Status>,
    footing: Footing,
}

/// The columns, in order.
pub(super) fn columns<'a>() -> Columns<'a, Row<'a>> {
    Columns::new()
        .with(
            "kind",
            Kind::Id,
            "what it was done with: `agreement`, `commitment`, `body`; `event` where the record does not say",
            |row: &Row<'a>| row.kind,
        )
        .with("id", Kind::Id, "the item, by the id that it has now", |row| {
            row.id.as_ref().map(|id| id.as_str().to_owned())
        })
        .with("act", Kind::Id, "what was done", |row| row.act)
        .with(
            "moment",
            Kind::Id,
            "when, in the order of rounds: `standing` (before the first), `before` the round, `at` it, `after` it",
            |row| match row.moment {
                Moment::Standing => "standing",
                Moment::Before(_) => "before",
                Moment::At(_) => "at",
                Moment::After(_) => "after",
            },
        )
        .with("round", Kind::Integer, "the round of that moment", |row| match row.moment {
            Moment::Standing => None,
            Moment::Before(round) | Moment::At(round) | Moment::After(round) => Some(round),
        })
        .date("date", "when it was done; at a round, the round's date where it has none of its own", |row| row.date)
        .date("until", "of an extension, until when", |row| row.until)
        .with(
            "status_after",
            Kind::Id,
            "of an agreement, where it stands after the act",
            |row| row.status.map(Term::as_str),
        )
        .footing(|row| &row.footing)
}

/// Agreements by id, each act in the order of time; then commitments, bodies and bare events.
pub(super) fn table(series: &Series<'_>, files: &Files) -> Table {
    let mut rows = Vec::new();
    let mut courses: Vec<_> = series.courses.iter().collect();
    courses.sort_by_key(|(id, _)| *id);
    for (id, course) in courses {
        deeds(id, course, files, &mut rows);
    }
    let mut others = Vec::new();
    for round in &series.rounds {
        mentions(round, files, &mut others);
        let events = round.round.events.iter().flatten();
        others.extend(events.filter_map(|one| event(series, round, one, files)));
    }
    others.sort_by(|one, other| {
        let key = |row: &Row<'_>| (rank(row.kind), row.id.clone(), row.moment);
        key(one).cmp(&key(other))
    });
    rows.extend(others);
    columns().table(NAME, &rows)
}

fn rank(kind: &str) -> Option<usize> {
    ["agreement", "commitment", "body", "event"]
        .iter()
        .position(|one| *one == kind)
}

fn deeds<'a>(id: &Id, course: &Course<'a>, files: &Files, rows: &mut Vec<Row<'a>>) {
    let mut status = course.given();
    for deed in &course.deeds {
        status = course.step(status, deed.act);
        let (date, until, footing) = told(deed, files);
        rows.push(Row {
            kind: "agreement",
            id: Some(id.clone()),
            act: Some(deed.act.as_str()),
            moment: deed.moment,
            date,
            until,
            status,
            footing,
        });
    }
}

fn told<'a>(deed: &Deed<'a>, files: &Files) -> (Option<&'a Date>, Option<&'a Date>, Footing) {
    match deed.record {
        Record::Standing(mention, act) => (
            value(act.date.as_ref()),
            value(act.until.as_ref()),
            Footing::of(&act.evidence, &[&mention.evidence], act.span, files),
        ),
        Record::Round(round, mention, act) => (
            value(act.date.as_ref().or(round.date.as_ref())),
            value(act.until.as_ref()),
            Footing::of(
                &act.evidence,
                &[&mention.evidence, &round.evidence],
                act.span,
                files,
            ),
        ),
        Record::Event(round, event) => (
            value(event.date.as_ref()),
            value(event.until.as_ref()),
            Footing::of(&event.evidence, &[&round.evidence], event.span, files),
        ),
    }
}

fn value(date: Option<&Located<Date>>) -> Option<&Date> {
    date.map(|date| &date.value)
}

/// What a round says of commitments, and what it did with bodies.
fn mentions<'a>(round: &SeriesRound<'a>, files: &Files, rows: &mut Vec<Row<'a>>) {
    let held = round.round.date.as_ref();
    let around = &round.round.evidence;
    for entry in round.commitments.iter().flatten() {
        let mention = entry.mention;
        rows.extend(mention.act.as_ref().map(|act| Row {
            kind: "commitment",
            id: Some(entry.id.clone()),
            act: Some(act.value.as_str()),
            moment: Moment::At(round.number()),
            date: value(mention.date.as_ref().or(held)),
            until: None,
            status: None,
            footing: Footing::of(&mention.evidence, &[around], mention.span, files),
        }));
    }
    for entry in round.bodies.iter().flatten() {
        let mention = entry.mention;
        rows.extend(mention.act.map(|act| Row {
            kind: "body",
            id: Some(entry.id.clone()),
            act: Some(act.as_str()),
            moment: Moment::At(round.number()),
            date: value(mention.date.as_ref().or(held)),
            until: None,
            status: None,
            footing: Footing::of(&mention.evidence, &[around], mention.span, files),
        }));
    }
}

/// An event; none where it is an act on an agreement, which stands among those.
fn event<'a>(
    series: &Series<'a>,
    round: &SeriesRound<'a>,
    event: &'a Event,
    files: &Files,
) -> Option<Row<'a>> {
    let about = event.about.as_ref().map(|about| &about.value);
    let (kind, list, act) = match event.act.as_ref().map(|act| act.value) {
        Some(EventAct::Agreement(_)) if about.is_some() => return None,
        Some(EventAct::Agreement(act)) => ("event", None, Some(act.as_str())),
        Some(EventAct::Commitment(act)) => (
            "commitment",
            Some(ListKind::Commitments),
            Some(act.as_str()),
        ),
        Some(EventAct::Body(act)) => ("body", Some(ListKind::Bodies), Some(act.as_str())),
        None => ("event", None, None),
    };
    Some(Row {
        kind,
        id: about.map(|id| list.map_or_else(|| id.clone(), |list| series.current(list, id))),
        act,
        moment: moment(round.round, event),
        date: value(event.date.as_ref()),
        until: value(event.until.as_ref()),
        status: None,
        footing: Footing::of(&event.evidence, &[&round.round.evidence], event.span, files),
    })
}
