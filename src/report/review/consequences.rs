//! What follows from corrections: other findings, other reports, stale files.

use super::added::Against;
use super::setting::Setting;
use crate::matching::Series;
use crate::parallel;
use crate::report::agreement::Named;
use crate::report::{ComparisonReport, FindingReport};
use crate::review::{DialoguePair, DialogueReview, fingerprint};
use crate::words::{Value as Argument, Words};
use serde::Serialize;
use serde_json::Value;

/// How many reports of one dialogue are looked through.
const MOST: usize = 32;

/// How much work both reports of a round are, against reading so many bytes.
const PAIR: usize = 64 * 1024;

/// What follows from corrections.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct ConsequencesReport {
    /// Reports of rounds that say something else on the two sides.
    pub reports: Vec<ChangedReport>,
    /// Those of which no more is to be told, in one sentence; null where there are none.
    pub brief_text: Option<String>,
    /// How many later reports were not looked through.
    pub unseen: u64,
    /// The same in words.
    pub unseen_text: Option<String>,
    /// Committed reports that are not what the record makes them, by path.
    pub stale: Vec<StaleReport>,
}

/// A committed report that is not what the record makes it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct StaleReport {
    /// Its path.
    pub file: String,
    /// A hash of the path: 16 hexadecimal digits.
    pub fingerprint: String,
    /// The decision to live with it, in words; null where there is none.
    pub accepted_text: Option<String>,
}

/// The report of a round that says something else on the two sides.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct ChangedReport {
    /// The dialogue.
    pub dialogue: Named,
    /// The round.
    pub round: u32,
    /// `Round 3`.
    pub label: String,
    /// That its report changes, in words.
    pub text: String,
    /// Whether its first sentence or its findings are others.
    pub detailed: bool,
    /// Its first sentence in the base, where it is another in the head.
    pub headline_before: Option<String>,
    /// Its first sentence in the head, where it is another in the base.
    pub headline_after: Option<String>,
    /// Findings that only the base has.
    pub gone: Vec<FindingReport>,
    /// Findings that only the head has.
    pub found: Vec<FindingReport>,
}

pub(super) fn report(setting: &Setting<'_>) -> ConsequencesReport {
    let (mut reports, mut unseen) = (Vec::new(), 0);
    let pairs = setting.reviewed.branch.dialogues.iter();
    for (one, pair) in setting.reviewed.review.dialogues.iter().zip(pairs) {
        unseen += changed(setting, one, pair, &mut reports);
    }
    let count = Argument::Count(unseen);
    let brief = reports.iter().filter(|one: &&ChangedReport| !one.detailed);
    let brief: Vec<String> = brief.map(|one| one.label.clone()).collect();
    let rounds = setting.words.list(&brief);
    ConsequencesReport {
        reports,
        brief_text: (!brief.is_empty()).then(|| {
            setting
                .words
                .say("review-reports-brief", &[("rounds", rounds.into())])
        }),
        unseen,
        unseen_text: (unseen > 0).then(|| {
            setting
                .words
                .say("review-reports-unseen", &[("count", count)])
        }),
        stale: setting
            .reviewed
            .stale
            .iter()
            .map(|path| stale(path))
            .collect(),
    }
}

fn stale(path: &str) -> StaleReport {
    StaleReport {
        file: path.to_owned(),
        fingerprint: fingerprint(&["stale-report", path]),
        accepted_text: None,
    }
}

/// Adds the reports of a dialogue that change, and says how many were not looked through.
fn changed(
    setting: &Setting<'_>,
    one: &DialogueReview,
    pair: &DialoguePair,
    reports: &mut Vec<ChangedReport>,
) -> u64 {
    let (Some(base), Some(head)) = (&pair.base, &pair.head) else {
        return 0;
    };
    let (Some(base), Some(head)) = (&base.record, &head.record) else {
        return 0;
    };
    let Some(first) = one.first_affected() else {
        return 0;
    };
    let later = head.rounds().iter().map(|round| round.number.value);
    let later = later.filter(|number| *number >= first && base.round(*number).is_some());
    let later: Vec<u32> = later.collect();
    let matching = setting.reviewed.matching;
    let (old, new) = (
        Series::matched(base, matching),
        Series::matched(head, matching),
    );
    let others = Words::languages().into_iter();
    let others = others.filter(|tag| *tag != setting.words.language());
    let others: Vec<Words> = others.filter_map(|tag| Words::of(tag, None).ok()).collect();
    let few = &later[..later.len().min(MOST)];
    let looked = parallel::map(
        few,
        |_| PAIR,
        |number| {
            let before = Against::of(setting, &old, *number)?;
            let after = Against::of(setting, &new, *number)?;
            let reports = (before.glimpse(setting), after.glimpse(setting));
            // What a report says does not depend on the language that this one is in.
            let differs = said(&reports.0) != said(&reports.1)
                || others.iter().any(|words| {
                    let other = Setting {
                        reviewed: setting.reviewed,
                        words,
                    };
                    said(&before.glimpse(&other)) != said(&after.glimpse(&other))
                });
            differs.then(|| difference(setting, &one.name, *number, reports.0, reports.1))
        },
    );
    reports.extend(looked.into_iter().flatten());
    later.len().saturating_sub(MOST) as u64
}

fn difference(
    setting: &Setting<'_>,
    dialogue: &str,
    number: u32,
    before: ComparisonReport,
    after: ComparisonReport,
) -> ChangedReport {
    let label = setting.round(number);
    let only = |these: &[FindingReport], others: &[FindingReport]| -> Vec<FindingReport> {
        let known = |one: &FindingReport| {
            others
                .iter()
                .any(|other| other.fingerprint == one.fingerprint)
        };
        these.iter().filter(|one| !known(one)).cloned().collect()
    };
    let other = before.headline != after.headline;
    let gone = only(&before.findings, &after.findings);
    let found = only(&after.findings, &before.findings);
    ChangedReport {
        detailed: other || !gone.is_empty() || !found.is_empty(),
        dialogue: setting.dialogue(dialogue),
        round: number,
        text: setting
            .words
            .say("review-report-changes", &[("round", label.as_str().into())]),
        label,
        gone,
        found,
        headline_before: other.then_some(before.headline),
        headline_after: other.then_some(after.headline),
    }
}

/// What a report says, without the places in the files that it was made from.
fn said(report: &ComparisonReport) -> Value {
    let mut value = serde_json::to_value(report).unwrap_or_default();
    without_places(&mut value);
    value
}

fn without_places(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(without_places),
        Value::Object(keys) => {
            if keys.len() == 3
                && ["file", "line", "column"]
                    .iter()
                    .all(|key| keys.contains_key(*key))
            {
                keys.clear();
            }
            keys.values_mut().for_each(without_places);
        }
        _ => {}
    }
}
