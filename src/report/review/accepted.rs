//! Decisions to live with what a review tells, marked where it is told.

use super::{NoticeLevel, ReviewReport, drift_fingerprint};
use crate::diagnostic::{Diagnostic, Severity, fingerprints};
use crate::report::AcceptedReport;
use crate::span::{Files, Place};
use crate::words::{Value, Words};
use serde::Serialize;
use std::collections::HashMap;

/// What is wrong with the decisions of the head: an entry that cannot be read, that is past its
/// day, that is about an error, or that nothing meets.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct DecisionReport {
    /// The code of the diagnostic.
    pub code: String,
    /// `error` or `warning`.
    pub severity: String,
    /// What is wrong, in English.
    pub message: String,
    /// What to do about it, in English.
    pub help: Vec<String>,
    /// Where it is.
    pub file: Place,
    /// Its fingerprint, as `check` gives it: 16 hexadecimal digits.
    pub fingerprint: String,
}

impl DecisionReport {
    /// What is wrong with a file of decisions, in its order.
    pub fn of(found: &[Diagnostic], files: &Files) -> Vec<Self> {
        let names = fingerprints(found, |file| files.name(file).to_owned());
        let all = found.iter().zip(names);
        let all = all.map(|(one, fingerprint)| Self {
            code: one.code.name().to_owned(),
            severity: one.severity().as_str().to_owned(),
            message: one.message.clone(),
            help: one.help.clone(),
            file: files.place(one.label.span),
            fingerprint,
        });
        all.collect()
    }

    pub(super) fn level(&self) -> NoticeLevel {
        if self.severity == Severity::Error.as_str() {
            NoticeLevel::Error
        } else {
            NoticeLevel::Warning
        }
    }
}

impl ReviewReport {
    /// Marks what is accepted, wherever it is told.
    pub fn accept(&mut self, accepted: Vec<AcceptedReport>, words: &Words) {
        let texts = accepted.iter();
        let texts: HashMap<&str, String> = texts
            .map(|one| (one.fingerprint.as_str(), one.text(words)))
            .collect();
        let text = |fingerprint: &str| texts.get(fingerprint).cloned();
        for one in &mut self.moved {
            one.accepted_text = text(&one.fingerprint);
        }
        for one in &mut self.added {
            one.accepted_text = text(&one.fingerprint);
        }
        for one in &mut self.removed {
            one.accepted_text = text(&one.fingerprint);
        }
        for one in &mut self.corrected {
            one.accepted_text = text(&one.fingerprint);
        }
        let facts = self.corrected.iter_mut().flat_map(|one| &mut one.facts);
        for one in facts.chain(&mut self.drift) {
            one.accepted_text = text(&one.fingerprint);
            one.drift_accepted_text = text(&drift_fingerprint(&one.fingerprint));
        }
        for one in &mut self.consequences.stale {
            one.accepted_text = text(&one.fingerprint);
        }
        let found = &mut self.diagnostics;
        let old = found.old.iter_mut();
        for one in old.chain(&mut found.new).chain(&mut found.resolved) {
            one.accepted_text = text(&one.fingerprint);
        }
        let old = found.old.iter().filter(|one| one.accepted_text.is_some());
        let old = old.count() as u64;
        found.old_accepted_text = (old > 0).then(|| {
            words.say(
                "review-diagnostics-accepted",
                &[("count", Value::Count(old))],
            )
        });
        for one in &mut self.others {
            one.accepted_text = text(&one.fingerprint);
        }
        for one in &mut self.notices {
            one.accepted_text = text(&one.fingerprint);
        }
        drop(texts);
        self.accepted = accepted;
    }

    /// Adds what is wrong with the decisions of the head.
    pub fn tell_decisions(&mut self, found: Vec<DecisionReport>) {
        self.notices
            .extend(found.iter().map(super::notices::decision));
        self.notices.sort_by_key(|one| one.level);
        self.decisions = found;
    }
}
