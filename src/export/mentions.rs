//! One row for each sector, topic, programme and body that a round names.

use super::Table;
use super::column::{Columns, Kind};
use super::footing::Footing;
use crate::matching::{Entry, Series};
use crate::model::round::ListKind;
use crate::model::term::Term;
use crate::model::text::Text;
use crate::span::Files;

/// The name of the table.
pub(super) const NAME: &str = "mentions";

/// The lists of mentions, each with what one of its items is.
pub(super) const LISTS: [(ListKind, &str); 4] = [
    (ListKind::Sectors, "sector"),
    (ListKind::Topics, "topic"),
    (ListKind::Programmes, "programme"),
    (ListKind::Bodies, "body"),
];

pub(super) struct Row<'a> {
    round: u32,
    kind: &'static str,
    entry: Entry<'a>,
    title: Option<&'a Text>,
    broader: Option<String>,
    footing: Footing,
}

/// The columns, in order.
pub(super) fn columns<'a>() -> Columns<'a, Row<'a>> {
    Columns::new()
        .with(
            "round",
            Kind::Integer,
            "the round that names it",
            |row: &Row<'a>| row.round,
        )
        .with(
            "kind",
            Kind::Id,
            "`sector`, `topic`, `programme` or `body`",
            |row| row.kind,
        )
        .with(
            "id",
            Kind::Id,
            "the item, by the id that it has now",
            |row| row.entry.id.as_str().to_owned(),
        )
        .words("title", "its name", |row| row.title)
        .with(
            "broader",
            Kind::Id,
            "the wider item that the taxonomy puts it under",
            |row| row.broader.clone(),
        )
        .with(
            "named_as",
            Kind::Text,
            "the id or alias as it is written",
            |row| row.entry.mention.name.value.to_string(),
        )
        .with(
            "ground",
            Kind::Id,
            "why it is taken for the item: `id`, `alias`, `continues`, `replaced-by`, `likeness`",
            |row| row.entry.ground.as_str(),
        )
        .words("wording", "the words of the source", |row| {
            row.entry.mention.wording.as_ref()
        })
        .with("salience", Kind::Id, "how central it was", |row| {
            row.entry.mention.salience.map(Term::as_str)
        })
        .with(
            "act",
            Kind::Id,
            "of a body, what the round did with it",
            |row| row.entry.mention.act.map(Term::as_str),
        )
        .with(
            "sectors",
            Kind::Ids,
            "of a programme, the sectors that it belongs to, as written",
            |row| {
                let sectors = row.entry.mention.sectors.iter();
                sectors
                    .map(|one| one.value.replace(' ', "-"))
                    .collect::<Vec<_>>()
                    .join(" ")
            },
        )
        .footing(|row| &row.footing)
}

/// Every mention, by round, kind and id.
pub(super) fn table(series: &Series<'_>, files: &Files) -> Table {
    let mut rows = Vec::new();
    for round in &series.rounds {
        for (list, kind) in LISTS {
            let entries = round.list(list).unwrap_or_default().iter();
            rows.extend(entries.map(|entry| {
                Row {
                    round: round.number(),
                    kind,
                    entry: entry.clone(),
                    title: series.title(list, &entry.id),
                    broader: series
                        .broader(list, &entry.id)
                        .first()
                        .map(ToString::to_string),
                    footing: Footing::of(
                        &entry.mention.evidence,
                        &[&round.round.evidence],
                        entry.mention.span,
                        files,
                    ),
                }
            }));
        }
    }
    columns().table(NAME, &rows)
}
