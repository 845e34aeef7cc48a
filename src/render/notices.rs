//! Notices in the formats that continuous integration takes.
//!
//! Whatever the record says, no text of it begins a line of what is written here, calls anyone,
//! or becomes a link.

mod annotations;
mod comment;
mod gitlab;
mod junit;
mod outputs;
mod quiet;
mod sarif;

pub use annotations::MOST as MOST_ANNOTATIONS;
pub use comment::{Comment, Form, Markdown, summary_budget};
pub use outputs::outputs;
pub use quiet::{calm, quiet};

use crate::model::term::terms;
use crate::notice::{Level, Notice};
use chrono::NaiveDate;

terms! {
    /// A format of notices that other programs read.
    Format {
        /// Workflow commands of GitHub Actions.
        GithubAnnotations = "github-annotations",
        /// SARIF 2.1.0.
        Sarif = "sarif",
        /// A code quality report of GitLab.
        Gitlab = "gitlab",
        /// A JUnit report.
        Junit = "junit",
    }
}

/// Writes notices, which stay in their order where the format has no other.
///
/// `files` are those that were looked at, `day` the day that a JUnit report says it was made on.
pub fn render(notices: &[Notice], files: &[String], format: Format, day: NaiveDate) -> String {
    match format {
        Format::GithubAnnotations => annotations::render(notices),
        Format::Sarif => sarif::render(notices),
        Format::Gitlab => gitlab::render(notices),
        Format::Junit => junit::render(notices, files, day),
    }
}

/// How many notices there are of each level, and how many are accepted.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Counts {
    /// Errors.
    pub errors: usize,
    /// Warnings that nobody accepted.
    pub warnings: usize,
    /// Notes that nobody accepted.
    pub notes: usize,
    /// What is accepted, of any level.
    pub accepted: usize,
}

impl Counts {
    /// Counts notices.
    pub fn of(notices: &[Notice]) -> Self {
        let mut counts = Self::default();
        for one in notices {
            let slot = match (&one.accepted, one.level) {
                (Some(_), _) => &mut counts.accepted,
                (None, Level::Error) => &mut counts.errors,
                (None, Level::Warning) => &mut counts.warnings,
                (None, Level::Note) => &mut counts.notes,
            };
            *slot += 1;
        }
        counts
    }

    /// The counts in words: `2 errors, 1 warning, 1 accepted`.
    pub fn words(self) -> String {
        let nouns = [
            (self.errors, "error", "errors"),
            (self.warnings, "warning", "warnings"),
            (self.notes, "note", "notes"),
            (self.accepted, "accepted", "accepted"),
        ];
        let said = nouns.into_iter().filter(|(count, ..)| *count > 0);
        let said = said.map(|(count, one, many)| {
            let noun = if count == 1 { one } else { many };
            format!("{count} {noun}")
        });
        let said: Vec<String> = said.collect();
        if said.is_empty() {
            return "no problems".to_owned();
        }
        said.join(", ")
    }
}

/// What stands behind a message where the notice is accepted: who decided, why, until when.
fn decision(notice: &Notice) -> Option<String> {
    let accepted = notice.accepted.as_ref()?;
    let until = accepted.until.as_ref();
    let until = until.map_or(String::new(), |until| format!(" until {until}"));
    let (author, reason) = (&accepted.author, &accepted.reason);
    Some(format!("accepted by {author}{until}: {reason}"))
}
