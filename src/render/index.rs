//! The page that leads to all others, in the formats that have links.

use super::error::Error;
use super::templates::Templates;
use super::{Format, html, json, markdown};
use crate::report::IndexReport;
use crate::words::Words;

/// Writes an index as HTML or Markdown, in the language of `words`, which is to be its own; in any
/// other format it is the value itself, as JSON.
pub fn render(
    report: &IndexReport,
    format: Format,
    templates: &Templates,
    words: &Words,
) -> Result<String, Error> {
    match format {
        Format::Html => html::render(report, "index", templates, words),
        Format::Markdown => markdown::render(report, "index", templates, words),
        Format::Text | Format::Json | Format::Csv => json::render(report),
    }
}
