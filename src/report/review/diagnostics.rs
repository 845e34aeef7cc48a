//! Diagnostics that a branch brings or settles.

use super::setting::Setting;
use crate::diagnostic::Severity;
use crate::report::agreement::Named;
use crate::review::{DiagnosticState, ReviewedDiagnostic};
use crate::span::Place;
use crate::words::Value;
use serde::Serialize;

/// Diagnostics, by which side has them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct ReviewedDiagnostics {
    /// Those of the head alone.
    pub new: Vec<ReviewedDiagnosticReport>,
    /// Those of the base alone.
    pub resolved: Vec<ReviewedDiagnosticReport>,
    /// Those of both.
    pub old: Vec<ReviewedDiagnosticReport>,
    /// How many are as they were, in words; null where there are none.
    pub old_text: Option<String>,
    /// How many of these are accepted, in words; null where there are none.
    pub old_accepted_text: Option<String>,
}

/// One diagnostic.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct ReviewedDiagnosticReport {
    /// The dialogue.
    pub dialogue: Named,
    /// Its code.
    pub code: String,
    /// `error` or `warning`.
    pub severity: String,
    /// What is wrong, in English.
    pub message: String,
    /// What to do about it, in English.
    pub help: Vec<String>,
    /// Which side has it.
    pub state: DiagnosticState,
    /// Where it is; of a resolved one, where it was.
    pub file: Place,
    /// Where to look in the head; null where the file is gone.
    pub place: Option<Place>,
    /// Its fingerprint, as `check` gives it in the working tree: 16 hexadecimal digits.
    pub fingerprint: String,
    /// The decision to live with it, in words; null where there is none.
    pub accepted_text: Option<String>,
}

pub(super) fn reports(setting: &Setting<'_>) -> ReviewedDiagnostics {
    let dialogues = setting.reviewed.review.dialogues.iter();
    let all = dialogues.flat_map(|one| one.diagnostics.iter().map(move |found| (&one.name, found)));
    let all: Vec<_> = all
        .map(|(name, found)| report(setting, name, found))
        .collect();
    let of = |state| -> Vec<ReviewedDiagnosticReport> {
        let mut list: Vec<_> = all
            .iter()
            .filter(|one| one.state == state)
            .cloned()
            .collect();
        list.sort_by(|one, other| one.severity.cmp(&other.severity));
        list
    };
    let old = of(DiagnosticState::Old);
    let count = Value::Count(old.len() as u64);
    ReviewedDiagnostics {
        new: of(DiagnosticState::New),
        resolved: of(DiagnosticState::Resolved),
        old_text: (!old.is_empty()).then(|| {
            setting
                .words
                .say("review-diagnostics-old", &[("count", count)])
        }),
        old,
        old_accepted_text: None,
    }
}

fn report(
    setting: &Setting<'_>,
    name: &str,
    found: &ReviewedDiagnostic,
) -> ReviewedDiagnosticReport {
    let one = &found.diagnostic;
    let severity = match one.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    ReviewedDiagnosticReport {
        dialogue: setting.dialogue(name),
        code: one.code.name().to_owned(),
        severity: severity.to_owned(),
        message: one.message.clone(),
        help: one.help.clone(),
        state: found.state,
        file: setting.place(one.label.span),
        place: found.place.map(|place| setting.place(place)),
        fingerprint: found.fingerprint.clone(),
        accepted_text: None,
    }
}
