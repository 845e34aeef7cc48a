//! What follows from corrections: other findings, other reports, stale files.

use super::added::Against;
use super::setting::Setting;
use crate::history::Growing;
use crate::matching::{Series, SeriesRound, suggest};
use crate::parallel;
use crate::report::agreement::Named;
use crate::report::{ComparisonReport, FindingReport};
use crate::review::{DialoguePair, DialogueReview, fingerprint};
use crate::words::{Value as Argument, Words};
use serde::Serialize;
use serde_json::Value;
use std::sync::{Mutex, MutexGuard, PoisonError};

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
    let matching = setting.reviewed.matching;
    let bound = parallel::map(
        &[base, head],
        |_| PAIR,
        |record| Series::matched(record, matching),
    );
    let [old, new] = &bound[..] else { return 0 };
    let later = new.rounds.iter().map(SeriesRound::number);
    let later = later.filter(|number| *number >= first && old.round(*number).is_some());
    let later: Vec<u32> = later.collect();
    let few = &later[..later.len().min(MOST)];
    let Some(start) = few.first() else { return 0 };
    suggest([old, new]);
    let sides = parallel::map(
        &[old, new],
        |_| PAIR,
        |series| Mutex::new(Growing::of(series, *start)),
    );
    let Some(words) = &Words::interlingua() else {
        return 0;
    };
    let sketch = Setting {
        reviewed: setting.reviewed,
        words,
    };
    for number in few {
        let glimpses = parallel::map(
            &sides,
            |_| PAIR,
            |side| {
                let mut side = held(side);
                side.go_on(*number);
                let against = Against::of(setting, side.series(), side.history())?;
                Some(against.glimpse(&sketch))
            },
        );
        // What is the same in all languages at once is the same in each of them.
        if glimpses.windows(2).all(|pair| pair[0] == pair[1]) {
            continue;
        }
        let sides: Vec<_> = sides.iter().map(held).collect();
        let sides = sides.iter();
        let against = sides.map(|side| Against::of(setting, side.series(), side.history()));
        let against: Option<Vec<Against<'_, '_>>> = against.collect();
        if let Some([before, after]) = against.as_deref() {
            reports.extend(told(setting, &one.name, before, after));
        }
    }
    later.len().saturating_sub(MOST) as u64
}

/// A side that nobody else holds, since each is asked by one thread at a time.
fn held<T>(side: &Mutex<T>) -> MutexGuard<'_, T> {
    side.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The report of a round that says something else on the two sides, in whatever language.
fn told(
    setting: &Setting<'_>,
    dialogue: &str,
    before: &Against<'_, '_>,
    after: &Against<'_, '_>,
) -> Option<ChangedReport> {
    let reports = (before.glimpse(setting), after.glimpse(setting));
    let in_other = |tag: &str| {
        let Ok(words) = Words::of(tag, None) else {
            return false;
        };
        let other = Setting {
            reviewed: setting.reviewed,
            words: &words,
        };
        said(&before.glimpse(&other)) != said(&after.glimpse(&other))
    };
    let mut others = Words::languages().into_iter();
    let own = setting.words.language();
    // What a report says does not depend on the language that this one is in.
    let differs =
        said(&reports.0) != said(&reports.1) || others.any(|tag| tag != own && in_other(tag));
    differs.then(|| difference(setting, dialogue, reports.0, reports.1))
}

fn difference(
    setting: &Setting<'_>,
    dialogue: &str,
    before: ComparisonReport,
    after: ComparisonReport,
) -> ChangedReport {
    let number = after.after.round;
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

#[cfg(test)]
mod tests;
