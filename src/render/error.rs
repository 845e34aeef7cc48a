//! Why a report could not be written.

use std::path::PathBuf;

/// A report could not be written, or the templates for it not be used.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A folder of templates, or a file in it, cannot be read.
    #[error("cannot read {}: {reason}; check the path and that it is readable UTF-8", path.display())]
    Unreadable {
        /// The folder or the file.
        path: PathBuf,
        /// What the system says.
        reason: std::io::Error,
    },
    /// A file in a folder of templates replaces none of the templates.
    #[error("{} replaces no template{}", path.display(), hint(nearest.as_deref()))]
    UnknownFile {
        /// The file.
        path: PathBuf,
        /// The template with the nearest name.
        nearest: Option<String>,
    },
    /// A template is not well formed, or asks for more than is allowed.
    #[error("{file}:{line}: {message}")]
    Template {
        /// The file, as it is named below the folder of templates.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        message: String,
    },
    /// A template uses a name that a report does not have there.
    #[error("{file}:{line}: unknown name `{name}`{}", hint(nearest.as_deref()))]
    UnknownName {
        /// The file, as it is named below the folder of templates.
        file: String,
        /// The line, from 1.
        line: usize,
        /// The name.
        name: String,
        /// The nearest name that a report has there.
        nearest: Option<String>,
    },
    /// A font cannot be taken apart.
    #[error(transparent)]
    Font(#[from] super::fonts::FontError),
    /// A template failed on a report.
    #[error("the template {0}")]
    Render(#[from] handlebars::RenderError),
    /// There is no such report in a format.
    #[error("{what} is not written as {format}; it is as {}", known.join(", "))]
    Format {
        /// What was to be written.
        what: &'static str,
        /// The format asked for.
        format: &'static str,
        /// The formats that it is written in.
        known: Vec<&'static str>,
    },
    /// A report could not be turned into JSON.
    #[error("the report cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// A report could not be turned into CSV.
    #[error("the report cannot be written as CSV: {0}")]
    Csv(#[from] csv::Error),
}

fn hint(nearest: Option<&str>) -> String {
    nearest
        .map(|name| format!("; did you mean `{name}`?"))
        .unwrap_or_default()
}
