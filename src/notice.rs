//! What people and programs beside the record are told: one shape for diagnostics, findings, and
//! whatever else has a place and a weight.
//!
//! Notices are what continuous integration takes; [`render::notices`](crate::render::notices)
//! writes them in its formats.

mod decisions;
mod nearest;
mod plain;
mod review;

pub use decisions::Decisions;
pub use nearest::nearest_line;
pub use plain::plain;
pub use review::of_review;

use crate::diagnostic::{Diagnostic, Severity, fingerprints};
use crate::findings::rule::Rule;
use crate::report::FindingsReport;
use crate::span::{Files, Span};
use serde::Serialize;

/// How much a notice matters; the worst is the least.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The record cannot be used as it is.
    Error,
    /// Something deserves a second look.
    Warning,
    /// Something is worth knowing.
    Note,
}

impl Level {
    /// Every level, the worst first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Note];

    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// What a notice is one of.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Kind {
    /// Its name in kebab case, which never changes.
    pub id: &'static str,
    /// What all of the kind have in common, in a few sentences.
    pub why: &'static str,
}

/// A place with its end; lines and columns count from 1, columns in characters.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
pub struct Spot {
    /// The path of the file, with `/` between its parts.
    pub file: String,
    /// The first line.
    pub line: u32,
    /// The first column.
    pub column: u32,
    /// The last line.
    pub end_line: u32,
    /// The column after the last.
    pub end_column: u32,
}

impl Spot {
    /// The place of a span.
    pub fn of(span: Span, files: &Files) -> Self {
        let start = files.place(span);
        let end = files.place(Span {
            start: span.end.max(span.start),
            ..span
        });
        Self {
            file: start.file.to_string(),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}

/// That somebody decided to live with what a notice tells.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Accepted {
    /// Why.
    pub reason: String,
    /// Who decided.
    pub author: String,
    /// The date after which the decision no longer holds, as it is written.
    pub until: Option<String>,
}

/// One thing that was noticed. Its texts are plain: no control character, no line break.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// How much it matters, were it not accepted.
    pub level: Level,
    /// What it is one of.
    pub kind: Kind,
    /// One sentence without a full stop.
    pub message: String,
    /// Where it is; none where it is nowhere in the files.
    pub spot: Option<Spot>,
    /// What to do about it, or what it rests on, each a sentence.
    pub help: Vec<String>,
    /// Its name, which survives rewording and moved lines.
    pub fingerprint: String,
    /// The decision to live with it, if there is one.
    pub accepted: Option<Accepted>,
}

impl Notice {
    /// A notice without a place.
    pub fn new(level: Level, kind: Kind, message: &str, fingerprint: impl Into<String>) -> Self {
        Self {
            level,
            kind,
            message: plain(message),
            spot: None,
            help: Vec::new(),
            fingerprint: fingerprint.into(),
            accepted: None,
        }
    }

    /// Gives it a place.
    #[must_use]
    pub fn at(mut self, spot: Spot) -> Self {
        self.spot = Some(spot);
        self
    }

    /// Adds help.
    #[must_use]
    pub fn help(mut self, text: &str) -> Self {
        self.help.push(plain(text));
        self
    }

    /// How much it matters as things stand: what is accepted is a note.
    pub fn weight(&self) -> Level {
        match self.accepted {
            Some(_) => Level::Note,
            None => self.level,
        }
    }
}

/// Whether anything that nobody accepted is of a level, or worse.
pub fn any_as_bad_as(notices: &[Notice], level: Level) -> bool {
    let open = notices.iter().filter(|one| one.accepted.is_none());
    open.map(|one| one.level).any(|one| one <= level)
}

/// Diagnostics as notices, in their order.
pub fn of_diagnostics(found: &[Diagnostic], files: &Files) -> Vec<Notice> {
    let both = found.iter();
    let name = |file| files.name(file).to_owned();
    let both = both.zip(fingerprints(found, name));
    both.map(|(one, fingerprint)| of_diagnostic(one, fingerprint, files))
        .collect()
}

fn of_diagnostic(one: &Diagnostic, fingerprint: String, files: &Files) -> Notice {
    let level = match one.severity() {
        Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
    };
    let kind = Kind {
        id: one.code.name(),
        why: one.code.entry().why,
    };
    let mut notice = Notice::new(level, kind, &one.message, fingerprint);
    for label in &one.related {
        let place = files.place(label.span);
        notice = notice.help(&format!("{}: {place}", label.text));
    }
    for help in &one.help {
        notice = notice.help(help);
    }
    notice.at(Spot::of(one.label.span, files))
}

/// Findings as notes, the most important first, at the first place that each rests on.
pub fn of_findings(report: &FindingsReport) -> Vec<Notice> {
    let notices = report.findings.iter().filter_map(|finding| {
        let entry = Rule::find(&finding.id)?.entry();
        let kind = Kind {
            id: entry.id,
            why: entry.why,
        };
        let mut notice = Notice::new(Level::Note, kind, &finding.text, &finding.fingerprint);
        for place in finding.files.iter().skip(1) {
            notice = notice.help(&format!("it rests on {place} too"));
        }
        notice.spot = finding.files.first().map(|place| Spot {
            file: place.file.to_string(),
            line: place.line,
            column: place.column,
            end_line: place.line,
            end_column: place.column,
        });
        Some(notice)
    });
    notices.collect()
}
