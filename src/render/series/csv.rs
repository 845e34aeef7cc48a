//! CSV: one row for each item and round, over every kind of item.

use crate::model::round::ListKind;
use crate::model::status::Status;
use crate::model::term::Term;
use crate::render::csv::{place, table};
use crate::render::error::Error;
use crate::report::{
    AgreementTrack, CommitmentTrack, MatrixReport, MatrixRow, Phrase, Presence, PromisePoint,
    SeriesPage, SeriesReport,
};
use crate::span::Place;
use crate::words::Words;

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

/// Writes one row for each item and round; of a long series, for those of which there is more to
/// say than that the round does not name the item.
pub(super) fn render(report: &SeriesReport, words: &Words) -> Result<String, Error> {
    let date = |round: u32| {
        let held = report
            .rounds
            .binary_search_by_key(&round, |held| held.meeting.round);
        let date = held
            .ok()
            .and_then(|at| report.rounds[at].meeting.date.clone());
        date.unwrap_or_default()
    };
    let page;
    let rows = if report.is_long() {
        turns(report)
    } else {
        page = report.page(words);
        every(report, &page)
    };
    let rows = rows.map(|row| {
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

/// The lists, each with the kind of its items.
fn lists<C, P>(report: &SeriesReport<C, P>) -> [(&'static str, &MatrixReport<C>); 4] {
    [
        ("sector", &report.sectors),
        ("topic", &report.topics),
        ("programme", &report.programmes),
        ("body", &report.bodies),
    ]
}

type Rows<'r> = Box<dyn Iterator<Item = Row> + 'r>;

/// A row for each item and round.
fn every<'r>(report: &'r SeriesReport, page: &'r SeriesPage) -> Rows<'r> {
    let items = lists(page).into_iter().flat_map(|(kind, list)| {
        let rows = list.groups.iter().flat_map(|group| &group.rows);
        rows.flat_map(move |row| {
            let cells = row.cells.iter();
            cells.map(move |cell| named(kind, row, cell.round, cell.presence, cell.file.as_ref()))
        })
    });
    let agreements = page.agreements.iter().chain(&page.standing);
    let agreements = agreements.flat_map(|one| {
        one.points.iter().map(|cell| {
            let presence = presence(cell.known, cell.mentioned);
            stood(one, cell.round, presence, cell.status, cell.file.as_ref())
        })
    });
    let commitments = report.commitments.iter();
    let commitments = commitments.flat_map(|one| {
        let mut points = one.points.iter().peekable();
        let mut state = None;
        report
            .rounds
            .iter()
            .map(move |held| {
                let here = points.next_if(|point| point.round == held.meeting.round);
                state = here.map_or(state, |point| point.state);
                let stated = !held.not_stated.contains(&ListKind::Commitments);
                PromisePoint {
                    round: held.meeting.round,
                    state,
                    mentioned: here.map_or(stated.then_some(false), |point| point.mentioned),
                    file: here.and_then(|point| point.file.clone()),
                }
            })
            .map(|point| promised(one, &point))
    });
    Box::new(items.chain(agreements).chain(commitments))
}

/// A row for each round that names an item, and for each at which something happens.
fn turns(report: &SeriesReport) -> Rows<'_> {
    let items = lists(report).into_iter().flat_map(|(kind, list)| {
        let rows = list.groups.iter().flat_map(|group| &group.rows);
        rows.flat_map(move |row| {
            let cells = row.cells.iter();
            cells.map(move |cell| named(kind, row, cell.round, Presence::Named, Some(&cell.file)))
        })
    });
    let agreements = report.agreements.iter().chain(&report.standing);
    let agreements = agreements.flat_map(|one| {
        one.points.iter().map(|point| {
            let presence = presence(true, point.mentioned);
            stood(
                one,
                point.round,
                presence,
                point.status,
                point.file.as_ref(),
            )
        })
    });
    let commitments = report.commitments.iter();
    let commitments =
        commitments.flat_map(|one| one.points.iter().map(|point| promised(one, point)));
    Box::new(items.chain(agreements).chain(commitments))
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

/// An item of a list at a round.
fn named<C>(
    kind: &str,
    row: &MatrixRow<C>,
    round: u32,
    presence: Presence,
    file: Option<&Place>,
) -> Row {
    let rest = [presence.as_str().to_owned(), String::new(), place(file)];
    Row::of(round, kind, &row.id, &row.title, rest)
}

/// An agreement at a round.
fn stood<P>(
    one: &AgreementTrack<P>,
    round: u32,
    presence: String,
    status: Option<Status>,
    file: Option<&Place>,
) -> Row {
    let status = status.map_or("", Term::as_str).to_owned();
    let rest = [presence, status, place(file)];
    Row::of(round, "agreement", &one.id, &one.title, rest)
}

/// A commitment at a round.
fn promised(one: &CommitmentTrack, point: &PromisePoint) -> Row {
    let state = point.state.map_or("", Term::as_str).to_owned();
    let presence = presence(point.state.is_some(), point.mentioned);
    let rest = [presence, state, place(point.file.as_ref())];
    Row::of(point.round, "commitment", &one.id, &one.title, rest)
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
