//! What makes a review fail.

use super::{DiagnosticState, DialogueReview, Grade, Review};
use crate::diagnostic::Severity;
use crate::model::term::terms;

terms! {
    /// Something that a review can be asked to fail on.
    FailOn {
        /// A diagnostic of the head that is an error, new or old.
        Error = "error",
        /// A new diagnostic of the head, error or warning.
        Warning = "warning",
        /// A fact of an earlier round that is stated otherwise.
        Correction = "correction",
        /// A round that is no longer there.
        Removal = "removal",
        /// A text edited in one language and not in another.
        Drift = "drift",
        /// A committed report that is not what the record makes it.
        StaleReport = "stale-report",
    }
}

/// What a review fails on.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Gate(pub Vec<FailOn>);

impl Gate {
    /// The reasons for which a review fails, in the order of [`FailOn`]; `stale` is how many
    /// committed reports are stale.
    pub fn failed(&self, review: &Review, stale: usize) -> Vec<FailOn> {
        let mut failed: Vec<FailOn> = self
            .0
            .iter()
            .copied()
            .filter(|one| holds(*one, review, stale))
            .collect();
        failed.sort_unstable();
        failed.dedup();
        failed
    }
}

fn holds(on: FailOn, review: &Review, stale: usize) -> bool {
    let mut dialogues = review.dialogues.iter();
    let mut diagnostics = review.dialogues.iter().flat_map(|one| &one.diagnostics);
    let mut corrections = review
        .dialogues
        .iter()
        .flat_map(DialogueReview::corrections);
    match on {
        FailOn::Error => diagnostics.any(|one| {
            one.state != DiagnosticState::Resolved && one.diagnostic.severity() == Severity::Error
        }),
        FailOn::Warning => diagnostics.any(|one| one.state == DiagnosticState::New),
        FailOn::Correction => corrections.any(|(_, one)| one.grade == Grade::Correction),
        FailOn::Removal => dialogues.any(|one| !one.removed.is_empty()),
        FailOn::Drift => corrections.any(|(_, one)| one.drift.is_some()),
        FailOn::StaleReport => stale > 0,
    }
}
