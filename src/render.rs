//! Report to text: Markdown and HTML through templates, the rest in code.

mod branding;
mod budget;
mod csv;
mod error;
pub mod findings;
mod fonts;
mod helpers;
mod html;
mod index;
mod json;
mod lend;
mod markdown;
mod names;
mod nesting;
pub mod notices;
mod portfolio;
mod review;
mod series;
mod shape;
mod shorten;
mod templates;
mod terminal;
#[cfg(test)]
mod tests;
mod told;
mod trace;

pub use branding::{Branding, CHOICES, Choice, Colour, SCHEMES, Scheme};
pub use budget::Budget;
pub(crate) use csv::guarded;
pub use error::Error;
pub use fonts::{FontError, Fonts};
pub use index::render as render_index;
pub use terminal::Screen;

pub use portfolio::render as render_portfolio;
pub use review::render as render_review;
pub use series::render as render_series;
pub use templates::Templates;
pub use trace::render as render_trace;

use crate::model::term::terms;
use crate::report::{ComparisonReport, LifePoint, Naming, Outline, SeriesReport};
use crate::words::Words;
use serde::Serialize;

terms! {
    /// How a report is written.
    Format {
        /// For a terminal.
        Text = "text",
        /// Markdown, as GitHub reads it.
        Markdown = "markdown",
        /// One HTML page that needs nothing else.
        Html = "html",
        /// The report itself.
        Json = "json",
        /// One row a change.
        Csv = "csv",
    }
}

impl Format {
    /// The ending of files in this format, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Json => "json",
            Self::Csv => "csv",
        }
    }
}

/// Writes a report in one format, in the language of `words`, which is to be the report's own.
///
/// `screen` matters to [`Format::Text`] only.
pub fn render(
    report: &ComparisonReport,
    format: Format,
    templates: &Templates,
    words: &Words,
    screen: Screen,
) -> Result<String, Error> {
    match format {
        Format::Text => Ok(terminal::render(report, words, screen)),
        Format::Markdown => markdown::render_short(report, "comparison", templates, words),
        Format::Html => html::render(report, "comparison", templates, words),
        Format::Json => json::render(report),
        Format::Csv => csv::render(report),
    }
}

/// Writes a report as JSON, as [`render`] gives the whole of it, making its long lists as they
/// are written, so that neither they nor their text are ever in memory as a whole.
pub fn write_json(outline: &Outline<'_>, mut out: impl std::io::Write) -> std::io::Result<()> {
    json::write_outline(outline, &mut out)
}

/// Writes the report of a series as JSON, without holding its text in memory.
pub fn write_series_json(
    report: &SeriesReport<Naming, LifePoint, impl Serialize>,
    mut out: impl std::io::Write,
) -> std::io::Result<()> {
    json::write(report, &mut out)
}
