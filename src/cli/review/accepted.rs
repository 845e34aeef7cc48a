//! Decisions to live with what a review tells: those of the base, whatever the head decides.

use super::sides::Sides;
use crate::cli::accepted::{Read, read};
use crate::cli::args::Day;
use crate::cli::console::{Console, Failure};
use crate::diagnostic::any_error;
use crate::notice::{Decisions, Notice};
use crate::review::{Review, fingerprint};
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
