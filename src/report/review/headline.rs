//! A review in one sentence, and its counts.

use super::consequences::ConsequencesReport;
use super::corrected::{CorrectedReport, RemovedReport};
use super::diagnostics::ReviewedDiagnostics;
use super::setting::Setting;
use super::{AddedReport, MovedReport};
use crate::git::Commit;
use crate::review::Grade;
use crate::words::{Value, Words};
use serde::Serialize;

/// How much of each kind a branch changes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct ReviewCounts {
    /// Dialogues whose folder has another name.
    pub moved: u64,
    /// Rounds added.
    pub added: u64,
    /// Rounds removed.
    pub removed: u64,
    /// Rounds with another number.
    pub renumbered: u64,
    /// Files of rounds with another name.
    pub renamed: u64,
    /// Facts corrected.
    pub correction: u64,
    /// Facts given more exactly.
    pub precision: u64,
    /// Facts that rest on more.
    pub source: u64,
    /// Texts reworded.
    pub wording: u64,
    /// Facts and whole files written otherwise.
    pub formatting: u64,
    /// Texts edited in one language and not in another.
    pub drift: u64,
    /// Reports that say something else.
    pub reports: u64,
    /// Committed reports that are stale.
    pub stale: u64,
    /// New diagnostics that are errors.
    pub errors: u64,
    /// New diagnostics that are warnings.
    pub warnings: u64,
    /// Diagnostics that are settled.
    pub resolved: u64,
}

impl ReviewCounts {
    pub(super) fn of(
        moved: &[MovedReport],
        added: &[AddedReport],
        removed: &[RemovedReport],
        corrected: &[CorrectedReport],
        consequences: &ConsequencesReport,
        diagnostics: &ReviewedDiagnostics,
    ) -> Self {
        let facts = || corrected.iter().flat_map(|one| &one.facts);
        let of = |grade| facts().filter(|one| one.grade == grade).count() as u64;
        let files = corrected.iter().filter(|one| one.formatting_only);
        let severe = |severity: &str| {
            diagnostics
                .new
                .iter()
                .filter(|one| one.severity == severity)
                .count() as u64
        };
        Self {
            moved: moved.len() as u64,
            added: added.len() as u64,
            removed: removed.len() as u64,
            renumbered: corrected.iter().filter(|one| one.former.is_some()).count() as u64,
            renamed: corrected.iter().filter(|one| one.renamed).count() as u64,
            correction: of(Grade::Correction),
            precision: of(Grade::Precision),
            source: of(Grade::Source),
            wording: of(Grade::Wording),
            formatting: of(Grade::Formatting) + files.count() as u64,
            drift: facts().filter(|one| one.drift_text.is_some()).count() as u64,
            reports: consequences.reports.len() as u64,
            stale: consequences.stale.len() as u64,
            errors: severe("error"),
            warnings: severe("warning"),
            resolved: diagnostics.resolved.len() as u64,
        }
    }
}

/// The counts that are not nothing, in one sentence.
pub(super) fn headline(counts: &ReviewCounts, others: usize, words: &Words) -> String {
    let parts = [
        ("review-count-moved", counts.moved),
        ("review-count-added", counts.added),
        ("review-count-removed", counts.removed),
        ("review-count-renumbered", counts.renumbered),
        ("review-count-renamed", counts.renamed),
        ("review-count-correction", counts.correction),
        ("review-count-precision", counts.precision),
        ("review-count-source", counts.source),
        ("review-count-wording", counts.wording),
        ("review-count-formatting", counts.formatting),
        ("review-count-errors", counts.errors),
        ("review-count-warnings", counts.warnings),
        ("review-count-resolved", counts.resolved),
        ("review-count-others", others as u64),
    ];
    let parts = parts.into_iter().filter(|(_, count)| *count > 0);
    let parts: Vec<String> = parts
        .map(|(key, count)| words.say(key, &[("count", Value::Count(count))]))
        .collect();
    if parts.is_empty() {
        return words.word("review-unchanged");
    }
    words.list(&parts)
}

/// Both sides in words.
pub(super) fn subject(setting: &Setting<'_>) -> String {
    let words = setting.words;
    let short = |commit: &Commit| commit.id.short().to_owned();
    let base = setting
        .reviewed
        .base
        .map_or_else(|| words.word("review-no-commit"), short);
    let head = setting
        .reviewed
        .head
        .map_or_else(|| words.word("review-working-tree"), short);
    words.say(
        "review-subject",
        &[("base", base.into()), ("head", head.into())],
    )
}
