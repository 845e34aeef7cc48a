//! What a branch changes in a record, on a page.

mod accepted;
mod added;
mod consequences;
mod corrected;
mod diagnostics;
mod headline;
mod notices;
mod setting;

pub use accepted::DecisionReport;
pub use added::AddedReport;
pub use consequences::{ChangedReport, ConsequencesReport, StaleReport};
pub use corrected::{
    CorrectedReport, CorrectionReport, RemovedReport, SourceReport, StatedFactReport, StatedReport,
};
pub use diagnostics::{ReviewedDiagnosticReport, ReviewedDiagnostics};
pub use headline::ReviewCounts;
pub use notices::{Level as NoticeLevel, Notice};

use super::agreement::Named;
use super::phrase::Direction;
use super::sheet::AcceptedReport;
use crate::findings::Settings;
use crate::git::Commit;
use crate::matching::Matching;
use crate::model::term::Term;
use crate::review::{Branch, DialogueReview, OtherFile, Review, fingerprint};
use crate::words::Words;
use serde::Serialize;
use setting::Setting;

/// What a branch changes. Every key is always there; a list is never null, and null is unknown.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct ReviewReport {
    /// What kind of document this is: `rapporteur/review`.
    pub format: String,
    /// The version of the format; it changes when a key changes its meaning or goes.
    pub version: u32,
    /// The language of the report, a BCP 47 tag.
    pub lang: String,
    /// Its direction.
    pub dir: Direction,
    /// Whether that is right to left.
    pub rtl: bool,
    /// The commit compared from; null where there is none.
    pub base: Option<RevisionReport>,
    /// The commit compared to; null where it is the working tree.
    pub head: Option<RevisionReport>,
    /// Both sides in words.
    pub subject: String,
    /// What changes, in one sentence.
    pub headline: String,
    /// Whether anything changes.
    pub changed: bool,
    /// How much of each kind.
    pub counts: ReviewCounts,
    /// Every dialogue that either side has.
    pub dialogues: Vec<Named>,
    /// Whether there are several.
    pub several: bool,
    /// Dialogues whose folder has another name.
    pub moved: Vec<MovedReport>,
    /// Rounds that only the head has: the dialogue moved on.
    pub added: Vec<AddedReport>,
    /// Rounds that only the base has.
    pub removed: Vec<RemovedReport>,
    /// Files that both have and that state something else: our record was corrected.
    pub corrected: Vec<CorrectedReport>,
    /// What follows from the corrections.
    pub consequences: ConsequencesReport,
    /// Texts edited in one language and not in another.
    pub drift: Vec<CorrectionReport>,
    /// Diagnostics, by which side has them.
    pub diagnostics: ReviewedDiagnostics,
    /// Changes of the settings, the templates and the decisions, none of which hold in this
    /// review.
    pub others: Vec<OtherReport>,
    /// What is wrong with the decisions of the head.
    pub decisions: Vec<DecisionReport>,
    /// The decisions that hold for what is told here, by its fingerprint: those of the base.
    pub accepted: Vec<AcceptedReport>,
    /// All of it in one flat list, the weightiest first, for systems that show one thing a line.
    pub notices: Vec<Notice>,
}

/// A commit.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct RevisionReport {
    /// The whole hash.
    pub commit: String,
    /// Its first ten digits, as places show it.
    pub short: String,
    /// What it was called when it was asked for.
    pub revision: String,
}

/// A dialogue whose folder has another name.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct MovedReport {
    /// The dialogue.
    pub dialogue: Named,
    /// The name of its folder in the base.
    pub former: String,
    /// The same in words.
    pub text: String,
    /// A hash of both names: 16 hexadecimal digits.
    pub fingerprint: String,
    /// The decision to live with it, in words; null where there is none.
    pub accepted_text: Option<String>,
}

/// A file beside the record that differs.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct OtherReport {
    /// The path, from the folder worked in.
    pub file: String,
    /// `added`, `removed` or `changed`.
    pub change: String,
    /// The same in words.
    pub text: String,
    /// A hash of the path and what happened to it: 16 hexadecimal digits.
    pub fingerprint: String,
    /// The decision to live with it, in words; null where there is none.
    pub accepted_text: Option<String>,
}

/// What a report is made of.
#[derive(Clone, Copy, Debug)]
pub struct Reviewed<'r> {
    /// Both sides.
    pub branch: &'r Branch,
    /// What differs.
    pub review: &'r Review,
    /// The commit compared from.
    pub base: Option<&'r Commit>,
    /// The commit compared to; none where it is the working tree.
    pub head: Option<&'r Commit>,
    /// The settings of findings.
    pub settings: &'r Settings,
    /// What decides which items of different rounds are one.
    pub matching: Matching,
    /// Committed reports that are not what the record makes them, by path.
    pub stale: &'r [String],
    /// Other files that differ.
    pub others: &'r [OtherFile],
}

/// Makes the report of a review in the language of `words`.
pub fn review(reviewed: &Reviewed<'_>, words: &Words) -> ReviewReport {
    let setting = &Setting { reviewed, words };
    let dialogues = reviewed.review.dialogues.iter();
    let dialogues: Vec<Named> = dialogues.map(|one| setting.dialogue(&one.name)).collect();
    let added = added::reports(setting);
    let (corrected, removed) = corrected::reports(setting);
    let consequences = consequences::report(setting);
    let diagnostics = diagnostics::reports(setting);
    let facts = corrected.iter().flat_map(|one| &one.facts);
    let drift: Vec<_> = facts
        .filter(|one| one.drift_text.is_some())
        .cloned()
        .collect();
    let moved = reviewed.review.dialogues.iter();
    let moved: Vec<_> = moved.filter_map(|one| self::moved(setting, one)).collect();
    let others: Vec<_> = reviewed
        .others
        .iter()
        .map(|one| other(one, words))
        .collect();
    let counts = ReviewCounts::of(
        &moved,
        &added,
        &removed,
        &corrected,
        &consequences,
        &diagnostics,
    );
    let mut report = ReviewReport {
        format: "rapporteur/review".to_owned(),
        version: 1,
        lang: words.tag().to_owned(),
        dir: Direction::of(words.tag()),
        rtl: Direction::of(words.tag()) == Direction::Rtl,
        base: reviewed.base.map(revision),
        head: reviewed.head.map(revision),
        subject: headline::subject(setting),
        headline: headline::headline(&counts, others.len(), words),
        changed: reviewed.review.is_changed() || !others.is_empty(),
        several: dialogues.len() > 1,
        counts,
        dialogues,
        moved,
        added,
        removed,
        corrected,
        consequences,
        drift,
        diagnostics,
        others,
        decisions: Vec::new(),
        accepted: Vec::new(),
        notices: Vec::new(),
    };
    report.notices = notices::of(&report, words);
    report
}

/// The fingerprint of that a text was edited in one language and not in another.
fn drift_fingerprint(correction: &str) -> String {
    fingerprint(&[correction, "translation-drift"])
}

fn revision(commit: &Commit) -> RevisionReport {
    RevisionReport {
        commit: commit.id.as_str().to_owned(),
        short: commit.id.short().to_owned(),
        revision: commit.revision.clone(),
    }
}

fn moved(setting: &Setting<'_>, one: &DialogueReview) -> Option<MovedReport> {
    let former = one.former.clone()?;
    let name = [("former", former.as_str().into())];
    Some(MovedReport {
        dialogue: setting.dialogue(&one.name),
        text: setting.words.say("review-moved", &name),
        fingerprint: fingerprint(&["dialogue-renamed", &former, &one.name]),
        accepted_text: None,
        former,
    })
}

fn other(one: &OtherFile, words: &Words) -> OtherReport {
    let change = one.change.as_str();
    OtherReport {
        fingerprint: fingerprint(&["trusted-file", &one.path, change]),
        accepted_text: None,
        file: one.path.clone(),
        change: change.to_owned(),
        text: words.word(&format!("review-file-{change}")),
    }
}
