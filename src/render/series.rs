//! The report of a whole series, in every format.

mod csv;
mod text;

use super::error::Error;
use super::templates::Templates;
use super::terminal::Screen;
use super::{Format, html, json, markdown};
use crate::report::SeriesReport;
use crate::words::Words;

/// Writes the report of a series in one format, in the language of `words`, which is to be the
/// report's own.
///
/// `screen` matters to [`Format::Text`] only.
pub fn render(
    report: &SeriesReport,
    format: Format,
    templates: &Templates,
    words: &Words,
    screen: Screen,
) -> Result<String, Error> {
    match format {
        Format::Text => Ok(text::render(&report.page(words), words, screen)),
        Format::Markdown => markdown::render_short(&report.page(words), "series", templates, words),
        Format::Html => html::render(&report.page(words), "series", templates, words),
        Format::Json => json::render(report),
        Format::Csv => csv::render(report, words),
    }
}
