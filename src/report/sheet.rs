//! Findings alone, without the report that they stand in.

use super::Named;
use super::context::{Context, Setting};
use super::evidence::{Book, EvidenceReport};
use super::finding::{self, FindingReport};
use super::phrase::Direction;
use crate::compare::Comparison;
use crate::findings::Finding;
use crate::history::History;
use crate::matching::Series;
use crate::span::Files;
use crate::words::Words;
use serde::Serialize;

/// The findings of two rounds or of a series. Every key is always there; a list is never null,
/// and null is unknown.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct FindingsReport {
    /// What kind of document this is: `rapporteur/findings`.
    pub format: String,
    /// The version of the format; it changes when a key changes its meaning or goes.
    pub version: u32,
    /// The language of the sentences, a BCP 47 tag.
    pub lang: String,
    /// Its direction.
    pub dir: Direction,
    /// The dialogue.
    pub dialogue: Named,
    /// The round compared from; none where there is none, and of a whole series.
    pub before: Option<u32>,
    /// The round compared to, or the last of the series.
    pub after: u32,
    /// Whether they are those of a whole series.
    pub series: bool,
    /// What they are about, in words.
    pub subject: String,
    /// The findings, the most important first.
    pub findings: Vec<FindingReport>,
    /// The places in sources that they rest on, numbered by first use.
    pub evidence: Vec<EvidenceReport>,
    /// Decisions to live with some of them.
    pub accepted: Vec<AcceptedReport>,
}

/// A decision to live with something that is told.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct AcceptedReport {
    /// The fingerprint of what is accepted.
    pub fingerprint: String,
    /// Why, in the language of the sentences where the record has it.
    pub reason: String,
    /// Who decided.
    pub author: String,
    /// The date after which the decision no longer holds, as the record has it.
    pub until: Option<String>,
}

impl AcceptedReport {
    /// The decision in one sentence.
    pub(crate) fn text(&self, words: &Words) -> String {
        let mut arguments = vec![
            ("author", self.author.clone().into()),
            ("reason", self.reason.clone().into()),
        ];
        let Some(until) = &self.until else {
            return words.say("accepted-by", &arguments);
        };
        arguments.push(("until", until.clone().into()));
        words.say("accepted-by-until", &arguments)
    }
}

impl FindingsReport {
    /// The findings of a comparison.
    pub fn of_pair(
        series: &Series<'_>,
        comparison: &Comparison<'_>,
        findings: &[Finding],
        files: &Files,
        words: &Words,
    ) -> Self {
        let context = Context {
            comparison,
            setting: Setting::of(series, files, words),
        };
        let after = comparison.after.number.value;
        let subject = match context.before() {
            Some(before) => context.say(
                "longer-pair-of",
                [
                    ("one", context.round_label(before).into()),
                    ("other", context.round_label(after).into()),
                ],
            ),
            None => context.round_label(after),
        };
        Self::of(&context, (context.before(), after), subject, findings)
    }

    /// The findings of a series.
    pub fn of_series(
        series: &Series<'_>,
        history: &History<'_>,
        findings: &[Finding],
        files: &Files,
        words: &Words,
    ) -> Self {
        let setting = Setting::of(series, files, words);
        let rounds = history.rounds.len() as u64;
        let subject = setting.say("rounds", [("count", rounds.into())]);
        let report = Self::of(&setting, (None, history.as_of), subject, findings);
        Self {
            series: true,
            ..report
        }
    }

    fn of(
        setting: &Setting<'_>,
        (before, after): (Option<u32>, u32),
        subject: String,
        findings: &[Finding],
    ) -> Self {
        let mut book = Book::default();
        let findings = finding::reports(setting, findings, &mut book);
        Self {
            format: "rapporteur/findings".to_owned(),
            version: 1,
            lang: setting.lang().to_owned(),
            dir: Direction::of(setting.lang()),
            dialogue: super::dialogue(setting),
            before,
            after,
            series: false,
            subject,
            findings,
            evidence: book.entries(setting),
            accepted: Vec::new(),
        }
    }
}
