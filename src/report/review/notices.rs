//! A review as a flat list, for systems that show one thing a line.

use super::{CorrectionReport, DecisionReport, ReviewReport, StatedReport, drift_fingerprint};
use crate::model::term::terms;
use crate::report::agreement::Named;
use crate::review::Grade;
use crate::span::Place;
use crate::words::Words;
use serde::Serialize;

terms! {
    /// How much a notice matters, the most first.
    Level {
        /// The record cannot be used as it is.
        Error = "error",
        /// It deserves a second look.
        Warning = "warning",
        /// It is good to know.
        Notice = "notice",
    }
}

/// One thing that a review tells.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct Notice {
    /// How much it matters.
    pub level: Level,
    /// What kind of thing it is: the code of a diagnostic, the grade of a correction with
    /// `fact-` before it, or such as `round-added`.
    pub code: String,
    /// The dialogue; null where it is about none.
    pub dialogue: Option<Named>,
    /// The round; null where it is about none.
    pub round: Option<u32>,
    /// One sentence without a full stop; it may hold words of the record.
    pub message: String,
    /// Where to look in the head: the thing, or what survives nearest to it; null where there is
    /// nothing.
    pub place: Option<Place>,
    /// A hash of what it is, free of wording and line numbers: 16 hexadecimal digits.
    pub fingerprint: String,
    /// The decision to live with it, in words; null where there is none.
    pub accepted_text: Option<String>,
}

/// Everything a review tells, errors first, each level in the order of the report.
pub(super) fn of(report: &ReviewReport, words: &Words) -> Vec<Notice> {
    let mut notices = diagnostics(report, words);
    notices.extend(rounds(report, words));
    notices.extend(facts(report, words));
    notices.extend(files(report, words));
    notices.sort_by_key(|one| one.level);
    notices
}

fn diagnostics(report: &ReviewReport, words: &Words) -> Vec<Notice> {
    let found = &report.diagnostics;
    let all = found.new.iter().chain(&found.old).chain(&found.resolved);
    let notices = all.map(|one| {
        let resolved = one.state == crate::review::DiagnosticState::Resolved;
        let message = one.message.as_str();
        let message = if resolved {
            words.say("review-notice-resolved", &[("message", message.into())])
        } else {
            message.to_owned()
        };
        Notice {
            level: match one.severity.as_str() {
                _ if resolved => Level::Notice,
                "error" => Level::Error,
                _ => Level::Warning,
            },
            code: one.code.clone(),
            dialogue: Some(one.dialogue.clone()),
            round: None,
            message,
            place: one.place.clone(),
            fingerprint: one.fingerprint.clone(),
            accepted_text: None,
        }
    });
    notices.collect()
}

fn rounds(report: &ReviewReport, words: &Words) -> Vec<Notice> {
    let say = |key: &str, label: &str| words.say(key, &[("round", label.into())]);
    let moved = report.moved.iter().map(|one| Notice {
        level: Level::Notice,
        code: "dialogue-renamed".to_owned(),
        dialogue: Some(one.dialogue.clone()),
        round: None,
        message: labelled(words, &one.dialogue.id, &one.text),
        place: None,
        fingerprint: one.fingerprint.clone(),
        accepted_text: None,
    });
    let added = report.added.iter().map(|one| Notice {
        level: Level::Notice,
        code: "round-added".to_owned(),
        dialogue: Some(one.dialogue.clone()),
        round: Some(one.round),
        message: say("review-notice-added", &one.label),
        place: Some(one.file.clone()),
        fingerprint: one.fingerprint.clone(),
        accepted_text: None,
    });
    let removed = report.removed.iter().map(|one| Notice {
        level: Level::Warning,
        code: "round-removed".to_owned(),
        dialogue: Some(one.dialogue.clone()),
        round: Some(one.round),
        message: say("review-notice-removed", &one.label),
        place: None,
        fingerprint: one.fingerprint.clone(),
        accepted_text: None,
    });
    let whole = report
        .corrected
        .iter()
        .filter(|one| !one.remarks.is_empty());
    let whole = whole.map(|one| Notice {
        level: if one.unreadable.is_some() {
            Level::Warning
        } else {
            Level::Notice
        },
        code: if one.unreadable.is_some() {
            "round-unreadable"
        } else if one.former.is_some() {
            "round-renumbered"
        } else if one.formatting_only {
            "fact-formatting"
        } else {
            "round-renamed"
        }
        .to_owned(),
        dialogue: Some(one.dialogue.clone()),
        round: one.round,
        message: labelled(
            words,
            &one.label,
            &one.remarks.join(&words.word("separator")),
        ),
        place: one.after.clone(),
        fingerprint: one.fingerprint.clone(),
        accepted_text: None,
    });
    moved.chain(added).chain(removed).chain(whole).collect()
}

fn facts(report: &ReviewReport, words: &Words) -> Vec<Notice> {
    let mut notices = Vec::new();
    for file in &report.corrected {
        for one in &file.facts {
            let notice = |level, code: &str, message, print| Notice {
                level,
                code: code.to_owned(),
                dialogue: Some(file.dialogue.clone()),
                round: file.round,
                message,
                place: one.place.clone().or_else(|| file.after.clone()),
                fingerprint: print,
                accepted_text: None,
            };
            let level = match one.grade {
                Grade::Correction => Level::Warning,
                _ => Level::Notice,
            };
            let message = labelled(words, &file.label, &changed(one, words));
            let code = format!("fact-{}", one.grade);
            notices.push(notice(level, &code, message, one.fingerprint.clone()));
            if let Some(text) = &one.drift_text {
                let print = drift_fingerprint(&one.fingerprint);
                let text = labelled(words, &one.key, text);
                let message = labelled(words, &file.label, &text);
                notices.push(notice(Level::Warning, "translation-drift", message, print));
            }
        }
    }
    notices
}

fn files(report: &ReviewReport, words: &Words) -> Vec<Notice> {
    let stale = report.consequences.stale.iter().map(|one| Notice {
        level: Level::Warning,
        code: "stale-report".to_owned(),
        dialogue: None,
        round: None,
        message: words.say("review-notice-stale", &[("file", one.file.as_str().into())]),
        place: Some(Place {
            file: one.file.as_str().into(),
            line: 1,
            column: 1,
        }),
        fingerprint: one.fingerprint.clone(),
        accepted_text: None,
    });
    let others = report.others.iter().map(|one| Notice {
        level: Level::Warning,
        code: "trusted-file".to_owned(),
        dialogue: None,
        round: None,
        message: labelled(words, &one.file, &one.text),
        place: (one.change != "removed").then(|| Place {
            file: one.file.as_str().into(),
            line: 1,
            column: 1,
        }),
        fingerprint: one.fingerprint.clone(),
        accepted_text: None,
    });
    stale.chain(others).collect()
}

/// What is wrong with a decision of the head.
pub(super) fn decision(one: &DecisionReport) -> Notice {
    Notice {
        level: one.level(),
        code: one.code.clone(),
        dialogue: None,
        round: None,
        message: one.message.clone(),
        place: Some(one.file.clone()),
        fingerprint: one.fingerprint.clone(),
        accepted_text: None,
    }
}

/// `meeting date: 2024-04, now 2024-04-24 (better precision)`.
fn changed(one: &CorrectionReport, words: &Words) -> String {
    let stated = |side: &Option<StatedReport>| match side {
        Some(stated) => {
            let texts: Vec<&str> = stated
                .values
                .iter()
                .map(|value| value.text.as_str())
                .collect();
            texts.join(" / ")
        }
        None => words.word("review-absent"),
    };
    words.say(
        "review-notice-fact",
        &[
            ("key", one.key.as_str().into()),
            ("before", stated(&one.before).into()),
            ("after", stated(&one.after).into()),
            ("grade", one.grade_text.as_str().into()),
        ],
    )
}

fn labelled(words: &Words, label: &str, value: &str) -> String {
    words.say(
        "labelled",
        &[("label", label.into()), ("value", value.into())],
    )
}
