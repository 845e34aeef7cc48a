//! The portfolio, in every format.

use super::csv::table;
use super::error::Error;
use super::templates::Templates;
use super::terminal::clean;
use super::{Format, html, json, markdown};
use crate::model::term::Term;
use crate::report::{PortfolioEntry, PortfolioReport};
use crate::words::Words;

/// The columns of CSV, in order.
const COLUMNS: [&str; 10] = [
    "sector",
    "title",
    "title_lang",
    "dialogue",
    "named_as",
    "rounds",
    "first_date",
    "last_date",
    "agreement",
    "status",
];

/// Writes a portfolio in one format, in the language of `words`, which is to be the report's own.
pub fn render(
    report: &PortfolioReport,
    format: Format,
    templates: &Templates,
    words: &Words,
) -> Result<String, Error> {
    match format {
        Format::Text => Ok(text(report, words)),
        Format::Markdown => markdown::render_short(report, "portfolio", templates, words),
        Format::Html => html::render(report, "portfolio", templates, words),
        Format::Json => json::render(report),
        Format::Csv => table(&COLUMNS, report.entries.iter().flat_map(rows)),
    }
}

/// A row for each agreement, or one where there is none.
fn rows(entry: &PortfolioEntry) -> Vec<Vec<String>> {
    let ids: Vec<&str> = entry.named_as.iter().map(|one| one.id.as_str()).collect();
    let date = |round: Option<&crate::report::PortfolioRound>| {
        round
            .and_then(|round| round.date.clone())
            .unwrap_or_default()
    };
    let row = |agreement: &str, status: &str| {
        vec![
            entry.sector.id.clone(),
            entry.sector.title.text.clone(),
            entry.sector.title.lang.to_string(),
            entry.dialogue.id.clone(),
            ids.join(" "),
            numbers(entry),
            date(entry.rounds.first()),
            date(entry.rounds.last()),
            agreement.to_owned(),
            status.to_owned(),
        ]
    };
    if entry.agreements.is_empty() {
        return vec![row("", "")];
    }
    let each = entry.agreements.iter();
    each.map(|one| row(&one.id, one.status.map_or("", Term::as_str)))
        .collect()
}

fn numbers(entry: &PortfolioEntry) -> String {
    let rounds: Vec<String> = entry
        .rounds
        .iter()
        .map(|round| round.round.to_string())
        .collect();
    rounds.join(" ")
}

fn text(report: &PortfolioReport, words: &Words) -> String {
    let label = |key: &str, text: &str| {
        words.say(
            "labelled",
            &[("label", words.word(key).into()), ("value", text.into())],
        )
    };
    let mut lines = vec![report.headline.clone()];
    lines.extend(report.silent_text.iter().cloned());
    let mut sector = "";
    for entry in &report.entries {
        if entry.sector.id != sector {
            sector = &entry.sector.id;
            lines.push(String::new());
            lines.push(format!("{} ({sector})", entry.sector.title.text));
        }
        lines.push(format!("  {}", entry.dialogue.title.text));
        lines.push(format!(
            "      {}",
            label("column-since", &entry.since_text)
        ));
        lines.push(format!("      {}", label("column-last", &entry.last_text)));
        lines.push(format!(
            "      {}",
            label("column-rounds-named", &numbers(entry))
        ));
        if entry.named_as.iter().any(|one| one.id != entry.sector.id) {
            let names: Vec<String> = entry
                .named_as
                .iter()
                .map(|one| one.title.text.clone())
                .collect();
            lines.push(format!(
                "      {}",
                label("column-narrower", &words.list(&names))
            ));
        }
        for one in &entry.agreements {
            lines.push(format!("      {}: {}", one.title.text, one.status_text));
        }
    }
    let lines = lines.iter().map(|line| clean(line).trim_end().to_owned());
    lines.map(|line| line + "\n").collect()
}
