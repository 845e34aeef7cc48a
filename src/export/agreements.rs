//! One row an agreement, as known at the newest round.

use super::Table;
use super::column::{Columns, Kind};
use super::footing::{Footing, ids};
use crate::acts::Course;
use crate::compare::definition;
use crate::matching::{Series, SeriesRound};
use crate::model::agreement::Definition;
use crate::model::id::Id;
use crate::model::money::Money;
use crate::model::round::ListKind;
use crate::model::status::Status;
use crate::model::term::Term;
use crate::span::{Files, Located};
use std::sync::Arc;

/// The name of the table.
pub(super) const NAME: &str = "agreements";

pub(super) struct Row {
    id: Id,
    definition: Arc<Definition>,
    standing: bool,
    status: Option<Status>,
    rounds: Vec<u32>,
    relations: String,
    footing: Footing,
}

/// The columns, in order.
pub(super) fn columns<'a>() -> Columns<'a, Row> {
    let value = |row: &Row| -> Option<Money> { Some(row.definition.value.as_ref()?.value.clone()) };
    Columns::new()
        .with(
            "id",
            Kind::Id,
            "the agreement, by the id that it has now",
            |row: &Row| row.id.as_str().to_owned(),
        )
        .words("title", "its name", |row| {
            row.definition.title.as_ref().map(|title| &title.value)
        })
        .with("type", Kind::Id, "the kind of instrument", |row| {
            row.definition.kind.as_ref().map(|kind| kind.value.as_str())
        })
        .with("binding", Kind::Id, "whether it binds", |row| {
            row.definition
                .binding
                .as_ref()
                .map(|binding| binding.value.as_str())
        })
        .with("parties", Kind::Ids, "who made it", |row| {
            let parties = row.definition.parties.as_ref();
            parties.map(|parties| ids(parties.value.iter().map(|party| &party.value)))
        })
        .with(
            "sectors",
            Kind::Ids,
            "the sectors that it is about, as written",
            |row| {
                let sectors = row.definition.sectors.as_ref();
                sectors.map(|sectors| names(&sectors.value))
            },
        )
        .with(
            "value_amount",
            Kind::Decimal,
            "what it is worth",
            move |row| value(row).map(|money| money.amount.to_string()),
        )
        .with(
            "value_currency",
            Kind::Id,
            "the currency of that, an ISO 4217 code",
            move |row| value(row).map(|money| money.currency.to_string()),
        )
        .with(
            "value_nature",
            Kind::Id,
            "what kind of amount it is: `ceiling`, `indicative`, `committed`, `disbursed`",
            move |row| value(row).and_then(|money| money.nature).map(Term::as_str),
        )
        .with(
            "standing",
            Kind::Boolean,
            "whether it stands in `dialogue.yaml`, from before the first round",
            |row| row.standing,
        )
        .with(
            "status",
            Kind::Id,
            "where it stands at the newest round",
            |row| row.status.map(Term::as_str),
        )
        .with(
            "first_round",
            Kind::Integer,
            "the first round that names it",
            |row| row.rounds.first().copied(),
        )
        .with(
            "last_round",
            Kind::Integer,
            "the last round that names it",
            |row| row.rounds.last().copied(),
        )
        .with(
            "relations",
            Kind::Ids,
            "how it stands to other agreements: `amends:id`, apart by spaces",
            |row| row.relations.clone(),
        )
        .footing(|row| &row.footing)
}

/// Every agreement, by id.
pub(super) fn table(series: &Series<'_>, files: &Files) -> Table {
    let newest = series.rounds.last().map(SeriesRound::number);
    let mut courses: Vec<_> = series.courses.iter().collect();
    courses.sort_by_key(|(id, _)| *id);
    let row = |(id, course): (&Id, &Course<'_>)| {
        // One that only an event names has no mention, and no more to tell than its acts.
        let mention = course.mentioned(newest).next()?;
        let first = course.mentions.first().map(|(number, _)| *number);
        let round = first.filter(|_| course.standing.is_none());
        let round = round.and_then(|number| series.round(number));
        let around: Vec<_> = round
            .map(|round| &round.round.evidence)
            .into_iter()
            .collect();
        Some(Row {
            id: id.clone(),
            definition: definition(course, newest),
            standing: course.standing.is_some(),
            status: course.status(newest),
            rounds: course.mentions.iter().map(|(number, _)| *number).collect(),
            relations: relations(series, course, newest),
            footing: Footing::of(&mention.evidence, &around, mention.span, files),
        })
    };
    let rows: Vec<Row> = courses.into_iter().filter_map(row).collect();
    columns().table(NAME, &rows)
}

fn relations(series: &Series<'_>, course: &Course<'_>, newest: Option<u32>) -> String {
    let all = course
        .mentioned(newest)
        .flat_map(|mention| &mention.relations);
    let mut all: Vec<String> = all
        .map(|(relation, other)| {
            let other = series.current(ListKind::Agreements, &other.value);
            format!("{relation}:{other}")
        })
        .collect();
    all.sort();
    all.dedup();
    all.join(" ")
}

/// Ids or aliases as written; the space within an alias is a hyphen, as in an id.
fn names(names: &[Located<Box<str>>]) -> String {
    let names: Vec<String> = names
        .iter()
        .map(|one| one.value.replace(' ', "-"))
        .collect();
    names.join(" ")
}
