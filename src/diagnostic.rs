//! What is wrong with an author's file: a code, a place, and help.

pub mod code;
mod fingerprint;

use crate::span::{FileId, Span};
pub use code::Code;
pub use fingerprint::fingerprints;
use std::borrow::Cow;
use std::collections::HashMap;

/// How much a diagnostic matters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The record cannot be used as it is.
    Error,
    /// The record can be used, and something in it deserves a second look.
    Warning,
}

impl Severity {
    /// The word that messages begin with.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// A place and what is to be said of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// A few words, without a full stop.
    pub text: String,
}

/// One edit that would settle a diagnostic.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Suggestion {
    /// What to replace.
    pub span: Span,
    /// What to write there.
    pub replacement: String,
}

/// One problem in one file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// Which problem it is.
    pub code: Code,
    /// One sentence without a full stop, with the facts in it.
    pub message: String,
    /// Where it is, and a few words.
    pub label: Label,
    /// Other places that matter: the first definition, the other round.
    pub related: Vec<Label>,
    /// What to do about it, each a sentence without a full stop.
    pub help: Vec<String>,
    /// An edit that a program could make, where there is exactly one.
    pub suggestion: Option<Suggestion>,
}

impl Diagnostic {
    /// Begins a diagnostic; `label` may be empty where the message says it all.
    pub fn new(
        code: Code,
        span: Span,
        message: impl Into<String>,
        label: impl Into<String>,
    ) -> Self {
        Self {
            code,
            message: message.into(),
            label: Label {
                span,
                text: label.into(),
            },
            related: Vec::new(),
            help: Vec::new(),
            suggestion: None,
        }
    }

    /// Adds another place that matters.
    #[must_use]
    pub fn related(mut self, span: Span, text: impl Into<String>) -> Self {
        self.related.push(Label {
            span,
            text: text.into(),
        });
        self
    }

    /// Adds help.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// Offers `replacement` for the labelled text, and says so as help, where there is one.
    #[must_use]
    pub fn did_you_mean(mut self, nearest: Option<&str>) -> Self {
        if let Some(nearest) = nearest {
            self.help.push(format!("did you mean `{nearest}`?"));
            self.suggestion = Some(Suggestion {
                span: self.label.span,
                replacement: nearest.to_owned(),
            });
        }
        self
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// A text of the author's as messages quote it: cut where it is longer than anybody reads.
pub fn brief(text: &str) -> Cow<'_, str> {
    const MOST: usize = 80;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}

/// Keeps the first `most` diagnostics of each code in each file; the last of them says how many
/// more there were.
pub fn thin(found: &mut Vec<Diagnostic>, most: usize) {
    let mut seen: HashMap<(Code, FileId), (usize, usize)> = HashMap::new();
    let mut kept: Vec<Diagnostic> = Vec::with_capacity(found.len());
    for one in found.drain(..) {
        let key = (one.code, one.label.span.file);
        let (count, last) = seen.entry(key).or_insert((0, 0));
        *count += 1;
        if *count <= most {
            *last = kept.len();
            kept.push(one);
        }
    }
    for (count, last) in seen.into_values().filter(|(count, _)| *count > most) {
        let more = format!("there are {} more of the kind in this file", count - most);
        kept[last].help.push(more);
    }
    *found = kept;
}

/// Whether any of `found` is an error.
pub fn any_error(found: &[Diagnostic]) -> bool {
    found.iter().any(|one| one.severity() == Severity::Error)
}
