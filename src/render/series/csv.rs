//! CSV: one row for each item and round, over every kind of item.

use crate::model::term::Term;
use crate::render::csv::{place, table};
use crate::render::error::Error;
use crate::report::{
    AgreementTrack, CommitmentTrack, MatrixReport, Phrase, Presence, SeriesReport,
};

/// The columns, in order.
const COLUMNS: [&str; 10] = [
    "dialogue",
    "round",
    "date",
    "kind",
    "id",
    "title",
    "title_lang",
    "presence",
    "state",
    "place",
];

/// What stands for an agreement or commitment that was not there yet.
const NOT_YET: &str = "not-yet";

/// Writes one row for each item and round.
pub(super) fn render(report: &SeriesReport) -> Result<String, Error> {
    let lists = [
        ("sector", &report.sectors),
        ("topic", &report.topics),
        ("programme", &report.programmes),
        ("body", &report.bodies),
    ];
    let items = lists.into_iter().flat_map(|(kind, list)| items(kind, list));
    let agreements = report
        .agreements
        .iter()
        .chain(&report.standing)
        .flat_map(agreement);
    let commitments = report.commitments.iter().flat_map(commitment);
    let date = |round: u32| {
        let held = report
            .rounds
            .iter()
            .find(|held| held.meeting.round == round);
        held.and_then(|held| held.meeting.date.clone())
            .unwrap_or_default()
    };
    let rows = items.chain(agreements).chain(commitments).map(|row| {
        let mut cells = vec![
            report.dialogue.id.clone(),
            row.round.to_string(),
            date(row.round),
        ];
        cells.extend(row.cells);
        cells
    });
    table(&COLUMNS, rows)
}

struct Row {
    round: u32,
    cells: [String; 7],
}

impl Row {
    fn of(round: u32, kind: &str, id: &str, title: &Phrase, rest: [String; 3]) -> Self {
        let [presence, state, place] = rest;
        let (text, lang) = (title.text.clone(), title.lang.to_string());
        Self {
            round,
            cells: [
                kind.to_owned(),
                id.to_owned(),
                text,
                lang,
                presence,
                state,
                place,
            ],
        }
    }
}

fn items(kind: &str, list: &MatrixReport) -> Vec<Row> {
    let rows = list.groups.iter().flat_map(|group| &group.rows);
    rows.flat_map(|row| {
        row.cells.iter().map(|cell| {
            let rest = [
                cell.presence.as_str().to_owned(),
                String::new(),
                place(cell.file.as_ref()),
            ];
            Row::of(cell.round, kind, &row.id, &row.title, rest)
        })
    })
    .collect()
}

fn agreement(one: &AgreementTrack) -> Vec<Row> {
    let points = one.points.iter().map(|point| {
        let status = point.status.map_or("", Term::as_str).to_owned();
        let rest = [
            presence(point.known, point.mentioned),
            status,
            place(point.file.as_ref()),
        ];
        Row::of(point.round, "agreement", &one.id, &one.title, rest)
    });
    points.collect()
}

fn commitment(one: &CommitmentTrack) -> Vec<Row> {
    let points = one.points.iter().map(|point| {
        let state = point.state.map_or("", Term::as_str).to_owned();
        let made = point.state.is_some();
        let rest = [
            presence(made, point.mentioned),
            state,
            place(point.file.as_ref()),
        ];
        Row::of(point.round, "commitment", &one.id, &one.title, rest)
    });
    points.collect()
}

fn presence(known: bool, mentioned: Option<bool>) -> String {
    let presence = match (known, mentioned) {
        (false, _) => return NOT_YET.to_owned(),
        (true, Some(true)) => Presence::Named,
        (true, Some(false)) => Presence::NotNamed,
        (true, None) => Presence::NotStated,
    };
    presence.as_str().to_owned()
}
