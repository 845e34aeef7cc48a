//! Decisions to live with what a review tells: those of the base, whatever the head decides; and
//! what is wrong with those of the head.

use super::sides::Sides;
use super::trusted::Trusted;
use crate::cli::accepted::{Read, meet_findings, read};
use crate::cli::args::Day;
use crate::cli::console::{Console, Failure};
use crate::diagnostic::any_error;
use crate::matching::Matching;
use crate::notice::{Decisions, Notice, of_review};
use crate::report::{AcceptedReport, DecisionReport, ReviewReport};
use crate::review::{Branch, Review, fingerprint};
use crate::words::Words;
use std::collections::HashSet;

/// The decisions of the base; none where there is no base.
pub(super) fn decisions(
    sides: &Sides,
    day: &Day,
    lang: &str,
    console: &mut Console<'_>,
) -> Result<Option<Decisions>, Failure> {
    let Some(base) = sides.base_source()? else {
        return Ok(None);
    };
    let Read {
        files,
        found,
        decisions,
    } = read(&base, day, lang)?;
    console.diagnostics(&found, &files)?;
    if any_error(&found) {
        return Err(Failure::new("the decisions of the base have errors")
            .hint("mend accepted.yaml on the base branch first"));
    }
    Ok(Some(decisions))
}

/// Marks what is accepted in a review, and gives its notices, which are marked too.
pub(super) fn mark(
    decisions: Option<&mut Decisions>,
    report: &mut ReviewReport,
    words: &Words,
) -> Vec<Notice> {
    let mut notices = of_review(report);
    if let Some(decisions) = decisions {
        decisions.speak(words.language());
        decisions.judge(&mut notices);
    }
    let accepted = notices.iter().filter_map(|notice| {
        let one = notice.accepted.clone()?;
        Some(AcceptedReport {
            fingerprint: notice.fingerprint.clone(),
            reason: one.reason,
            author: one.author,
            until: one.until,
        })
    });
    report.accept(accepted.collect(), words);
    notices
}

/// What is wrong with the decisions of the head, as its own check would tell it; that nothing
/// meets one is told where `whole` says that nothing was left out.
pub(super) fn faults(
    sides: &Sides,
    branch: &Branch,
    report: &ReviewReport,
    (trusted, matching): (&Trusted, Matching),
    (day, whole): (&Day, bool),
) -> Result<Vec<DecisionReport>, Failure> {
    let Some(head) = sides.head_source(true)? else {
        return Ok(Vec::new());
    };
    let Read {
        files,
        mut found,
        mut decisions,
    } = read(&head, day, &report.lang)?;
    let settled = report.diagnostics.resolved.iter();
    let settled: HashSet<&str> = settled.map(|one| one.fingerprint.as_str()).collect();
    let mut notices = of_review(report);
    notices.retain(|one| !settled.contains(one.fingerprint.as_str()));
    decisions.judge(&mut notices);
    for fingerprint in &trusted.head_faults {
        decisions.meet(fingerprint, false);
    }
    let mut complete = whole && !any_error(&found);
    for side in branch
        .dialogues
        .iter()
        .filter_map(|pair| pair.head.as_ref())
    {
        complete &= side.record.as_ref().is_some_and(|record| {
            decisions.all_met()
                || meet_findings(&mut decisions, record, &trusted.settings, matching)
        });
    }
    found.extend(decisions.faults(complete));
    Ok(DecisionReport::of(&found, &files))
}

/// What a review is judged by: all of it but what is accepted.
pub(super) struct Open {
    accepted: HashSet<String>,
}

impl Open {
    /// Remembers which notices are accepted.
    pub(super) fn of(notices: &[Notice]) -> Self {
        let accepted = notices.iter().filter(|one| one.accepted.is_some());
        Self {
            accepted: accepted.map(|one| one.fingerprint.clone()).collect(),
        }
    }

    /// The review without what is accepted.
    pub(super) fn review(&self, review: &Review) -> Review {
        let mut open = review.clone();
        let is_open = |name: &str| !self.accepted.contains(name);
        for dialogue in &mut open.dialogues {
            dialogue.diagnostics.retain(|one| is_open(&one.fingerprint));
            let name = dialogue.name.clone();
            dialogue.removed.retain(|one| {
                is_open(&fingerprint(&[
                    &name,
                    "round-removed",
                    &one.number().to_string(),
                ]))
            });
            let rounds = dialogue.corrected.iter_mut();
            let rounds = rounds.map(|one| &mut one.corrections);
            let definitions = dialogue.definitions.iter_mut();
            let definitions = definitions.map(|one| &mut one.corrections);
            for corrections in rounds.chain(definitions) {
                corrections.retain(|one| is_open(&one.fingerprint));
                for one in corrections {
                    let drift = fingerprint(&[&one.fingerprint, "translation-drift"]);
                    one.drift = one.drift.take().filter(|_| is_open(&drift));
                }
            }
        }
        open
    }

    /// How many committed reports are stale, those that are accepted left out.
    pub(super) fn stale(&self, stale: &[String]) -> usize {
        let is_open = |path: &&String| {
            !self
                .accepted
                .contains(&fingerprint(&["stale-report", path]))
        };
        stale.iter().filter(is_open).count()
    }
}
