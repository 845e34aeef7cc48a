//! CSV: one row a change, over every kind of item.

use super::error::Error;
use super::terminal::visible;
use crate::model::round::ListKind;
use crate::model::term::Term;
use crate::report::{AgreementReport, CommitmentReport, ComparisonReport, ItemReport, joined};
use crate::span::Place;

/// The columns, in order.
pub(super) const COLUMNS: [&str; 18] = [
    "dialogue",
    "before_round",
    "after_round",
    "kind",
    "id",
    "title",
    "title_lang",
    "action",
    "class",
    "with",
    "state_before",
    "state_after",
    "first_seen",
    "last_seen",
    "note",
    "before_place",
    "after_place",
    "counted_as_one_with",
];

/// Writes one row a change.
pub(super) fn render(report: &ComparisonReport) -> Result<String, Error> {
    let head = [
        report.dialogue.id.clone(),
        number(report.before.as_ref().map(|before| before.round)),
        report.after.round.to_string(),
    ];
    let lists = [
        ("sector", &report.sectors),
        ("topic", &report.topics),
        ("programme", &report.programmes),
        ("body", &report.bodies),
    ];
    let items = lists
        .into_iter()
        .flat_map(|(kind, items)| items.iter().map(move |one| item(kind, one)));
    let agreements = report.agreements.iter().map(agreement);
    let commitments = report.commitments.iter().map(commitment);
    let rows = items.chain(agreements).chain(commitments);
    table(
        &COLUMNS,
        rows.map(|row| {
            let likeness = likeness(report, &row);
            head.iter().cloned().chain(row).chain([likeness]).collect()
        }),
    )
}

/// Rows under their headings; spreadsheets read the text as UTF-8 because of the mark it begins
/// with.
pub(super) fn table(
    columns: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
) -> Result<String, Error> {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    writer.write_record(columns)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| guarded(cell)))?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(format!("\u{feff}{}", String::from_utf8_lossy(&bytes)))
}

type Row = [String; 14];

/// The former ids that likeness counts an item with, each with how alike they are.
fn likeness(report: &ComparisonReport, [kind, id, ..]: &Row) -> String {
    let pairs = report.alike.iter().filter(|pair| {
        let of_kind = match pair.list {
            ListKind::Sectors => "sector",
            ListKind::Topics => "topic",
            ListKind::Programmes => "programme",
            ListKind::Bodies => "body",
            ListKind::Agreements => "agreement",
            _ => "commitment",
        };
        pair.joined && pair.stands_for == *id && of_kind == kind
    });
    let said: Vec<String> = pairs
        .map(|pair| format!("{} ({} %)", pair.former, pair.score))
        .collect();
    said.join("; ")
}

fn item(kind: &str, one: &ItemReport) -> Row {
    [
        kind.to_owned(),
        one.id.clone(),
        one.title.text.clone(),
        one.title.lang.to_string(),
        one.action.as_str().to_owned(),
        one.class.as_str().to_owned(),
        one.with
            .clone()
            .or_else(|| one.under.clone())
            .unwrap_or_default(),
        String::new(),
        String::new(),
        number(one.first_seen),
        number(one.last_seen),
        one.note_text.clone(),
        place(one.before.as_ref()),
        place(one.after.as_ref()),
    ]
}

fn agreement(one: &AgreementReport) -> Row {
    let status = |status: Option<crate::model::status::Status>| {
        status
            .map(|status| status.as_str().to_owned())
            .unwrap_or_default()
    };
    [
        "agreement".to_owned(),
        one.id.clone(),
        one.title.text.clone(),
        one.title.lang.to_string(),
        String::new(),
        one.class.as_str().to_owned(),
        String::new(),
        status(one.status.before),
        status(one.status.after),
        number(one.first_seen),
        number(one.last_seen),
        String::new(),
        place(one.before.as_ref()),
        place(one.after.as_ref()),
    ]
}

fn commitment(one: &CommitmentReport) -> Row {
    let state = |state: Option<crate::compare::CommitmentState>| {
        state
            .map(|state| state.as_str().to_owned())
            .unwrap_or_default()
    };
    [
        "commitment".to_owned(),
        one.id.clone(),
        one.title.text.clone(),
        one.title.lang.to_string(),
        String::new(),
        state(one.state),
        String::new(),
        state(one.state_before),
        state(one.state),
        one.made_in.to_string(),
        String::new(),
        joined(&one.note),
        place(one.before.as_ref()),
        place(one.after.as_ref()),
    ]
}

fn number(number: Option<u32>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

pub(super) fn place(place: Option<&Place>) -> String {
    place
        .map(|place| format!("{}:{}", place.file, place.line))
        .unwrap_or_default()
}

/// Keeps a spreadsheet from taking a text for a formula, and a control character from acting.
pub(crate) fn guarded(cell: &str) -> String {
    let mut safe = String::with_capacity(cell.len());
    let first = cell.trim_start().chars().next();
    if first.is_some_and(|first| matches!(first, '=' | '+' | '-' | '@'))
        || cell.starts_with(['\t', '\r'])
    {
        safe.push('\'');
    }
    for letter in cell.chars() {
        match letter {
            '\n' => safe.push(' '),
            _ => visible(letter, &mut safe),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn formulas_are_texts() {
        assert_eq!(guarded("=cmd()"), "'=cmd()");
        assert_eq!(guarded("  @sum"), "'  @sum");
        assert_eq!(guarded("-1"), "'-1");
        assert_eq!(guarded("a=b\nc"), "a=b c");
    }
}
