//! A review, in every format.

mod text;

use super::error::Error;
use super::templates::Templates;
use super::{Format, Screen, html, json, markdown};
use crate::report::ReviewReport;
use crate::words::Words;

/// Writes a review in one format, in the language of `words`, which is to be the report's own.
///
/// In [`Format::Csv`] it is its notices, one row each.
pub fn render(
    report: &ReviewReport,
    format: Format,
    templates: &Templates,
    words: &Words,
    screen: Screen,
) -> Result<String, Error> {
    match format {
        Format::Text => Ok(text::render(report, words, screen)),
        Format::Markdown => markdown::render(report, "review", templates, words),
        Format::Html => html::render(report, "review", templates, words),
        Format::Json => json::render(report),
        Format::Csv => rows(report),
    }
}

/// The columns of CSV, in order.
const COLUMNS: [&str; 8] = [
    "level",
    "code",
    "dialogue",
    "round",
    "message",
    "file",
    "line",
    "fingerprint",
];

fn rows(report: &ReviewReport) -> Result<String, Error> {
    let rows = report.notices.iter().map(|one| {
        let dialogue = one.dialogue.as_ref().map(|dialogue| dialogue.id.clone());
        let place = one.place.as_ref();
        vec![
            one.level.to_string(),
            one.code.clone(),
            dialogue.unwrap_or_default(),
            one.round.map(|round| round.to_string()).unwrap_or_default(),
            one.message.clone(),
            place
                .map(|place| place.file.to_string())
                .unwrap_or_default(),
            place
                .map(|place| place.line.to_string())
                .unwrap_or_default(),
            one.fingerprint.clone(),
        ]
    });
    super::csv::table(&COLUMNS, rows)
}
