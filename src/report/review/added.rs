//! Rounds that a branch adds.

use super::setting::Setting;
use crate::compare::{self, Comparison};
use crate::findings::{Finding, findings};
use crate::history::History;
use crate::matching::Series;
use crate::report::agreement::Named;
use crate::report::context::{self, Context};
use crate::report::{ComparisonReport, Outline, ReproduceReport, comparison};
use crate::review::RoundReview;
use crate::span::Place;
use serde::Serialize;

/// A round that only the head has.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct AddedReport {
    /// The dialogue.
    pub dialogue: Named,
    /// The round.
    pub round: u32,
    /// `Round 4`.
    pub label: String,
    /// Where its file begins.
    pub file: Place,
    /// How many facts it states.
    pub facts: u64,
    /// Its comparison to the round before it, or its description where it is the first; null
    /// where the record of the head has errors.
    pub comparison: Option<ComparisonReport>,
    /// Why there is none, in words.
    pub without: Option<String>,
    /// A hash of the dialogue and the round: 16 hexadecimal digits.
    pub fingerprint: String,
    /// The decision to live with it, in words; null where there is none.
    pub accepted_text: Option<String>,
}

pub(super) fn reports(setting: &Setting<'_>) -> Vec<AddedReport> {
    let mut reports = Vec::new();
    let pairs = setting.reviewed.branch.dialogues.iter();
    for (one, pair) in setting.reviewed.review.dialogues.iter().zip(pairs) {
        if one.added.is_empty() {
            continue;
        }
        let record = pair.head.as_ref().and_then(|side| side.record.as_ref());
        let series = record.map(|record| Series::matched(record, setting.reviewed.matching));
        for round in &one.added {
            let comparison = series
                .as_ref()
                .and_then(|series| whole(setting, series, round.number()));
            reports.push(report(setting, &one.name, round, comparison));
        }
    }
    reports
}

fn report(
    setting: &Setting<'_>,
    dialogue: &str,
    round: &RoundReview,
    comparison: Option<ComparisonReport>,
) -> AddedReport {
    let number = round.number();
    let file = round.after.map(|round| setting.file(round));
    AddedReport {
        dialogue: setting.dialogue(dialogue),
        round: number,
        label: setting.round(number),
        file: file.unwrap_or_else(|| Place {
            file: "".into(),
            line: 1,
            column: 1,
        }),
        facts: round.stated.len() as u64,
        without: comparison
            .is_none()
            .then(|| setting.words.word("review-without-comparison")),
        comparison,
        fingerprint: crate::review::fingerprint(&[dialogue, "round-added", &number.to_string()]),
        accepted_text: None,
    }
}

/// The report of a round against the one before it.
pub(super) fn whole(
    setting: &Setting<'_>,
    series: &Series<'_>,
    number: u32,
) -> Option<ComparisonReport> {
    let history = History::of(series, number);
    Some(Against::of(setting, series, &history)?.report(setting))
}

/// A round against the one before it, in no language yet.
pub(super) struct Against<'a, 's> {
    series: &'s Series<'a>,
    pair: Comparison<'a>,
    history: &'s History<'a>,
    found: Vec<Finding>,
}

impl<'a, 's> Against<'a, 's> {
    /// Compares the last round of a history; none where the series has no such round.
    pub(super) fn of(
        setting: &Setting<'_>,
        series: &'s Series<'a>,
        history: &'s History<'a>,
    ) -> Option<Self> {
        let number = history.as_of;
        let rounds = series.record.rounds().iter();
        let mut numbers = rounds.map(|round| round.number.value);
        let before = numbers.rfind(|one| *one < number);
        let pair = match before {
            Some(before) => compare::compare(series, before, number),
            None => compare::first(series, number),
        }?;
        let settings = setting.reviewed.settings;
        let found = findings(series.record.dialogue(), &pair, history, settings);
        Some(Self {
            series,
            pair,
            history,
            found,
        })
    }

    /// The report of it.
    pub(super) fn report(&self, setting: &Setting<'_>) -> ComparisonReport {
        comparison(
            &self.pair,
            self.series,
            self.history,
            &self.found,
            &setting.reviewed.branch.files,
            setting.words,
        )
    }

    /// The same without what it takes to make it again.
    pub(super) fn glimpse(&self, setting: &Setting<'_>) -> ComparisonReport {
        let files = &setting.reviewed.branch.files;
        let context = Context {
            comparison: &self.pair,
            setting: context::Setting::of(self.series, files, setting.words),
        };
        let reproduce = ReproduceReport::left_out();
        Outline::with(context, self.history, &self.found, reproduce).whole()
    }
}
