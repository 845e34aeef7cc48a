//! What the rules draw on, and what they have found so far.

use super::rule::Scope;
use super::{Argument, Finding, Rule, Settings, fingerprint};
use crate::compare::Comparison;
use crate::history::{History, RoundPoint};
use crate::model::dialogue::Dialogue;
use crate::model::round::Round;
use crate::span::Span;

/// How many places a conclusion names; one about an agenda of thousands rests on more.
const PLACES: usize = 100;

/// What the rules draw on, and what they have found so far.
pub(super) struct Facts<'f, 'a> {
    pub(super) dialogue: &'f Dialogue,
    /// None where a whole series is told of.
    pub(super) comparison: Option<&'f Comparison<'a>>,
    pub(super) history: &'f History<'a>,
    pub(super) settings: &'f Settings,
    found: Vec<Finding>,
}

impl<'f, 'a> Facts<'f, 'a> {
    pub(super) fn new(
        dialogue: &'f Dialogue,
        comparison: Option<&'f Comparison<'a>>,
        history: &'f History<'a>,
        settings: &'f Settings,
    ) -> Self {
        Self {
            dialogue,
            comparison,
            history,
            settings,
            found: Vec::new(),
        }
    }

    /// Draws one conclusion, unless it is not asked for, rests on nothing, or would not hold of
    /// two rounds read backwards.
    pub(super) fn add(
        &mut self,
        rule: Rule,
        arguments: Vec<(&'static str, Argument)>,
        rests_on: impl IntoIterator<Item = Span>,
    ) {
        let backwards = self.comparison.is_some_and(|pair| pair.reversed);
        let tells = !backwards || rule.entry().scope == Scope::Sides;
        let Some(priority) = self.settings.priority(rule).filter(|_| tells) else {
            return;
        };
        let mut spans: Vec<Span> = Vec::new();
        for span in rests_on {
            if spans.len() < PLACES && !spans.contains(&span) {
                spans.push(span);
            }
        }
        if spans.is_empty() {
            return;
        }
        self.found.push(Finding {
            rule,
            priority,
            arguments,
            rests_on: spans,
            fingerprint: String::new(),
        });
    }

    /// The earlier and the later round of a comparison, or the last two of a series.
    pub(super) fn rounds(&self) -> (Option<&'a Round>, Option<&'a Round>) {
        if let Some(pair) = self.comparison {
            return if pair.reversed {
                (Some(pair.after), pair.before)
            } else {
                (pair.before, Some(pair.after))
            };
        }
        let mut rounds = self.history.rounds.iter().rev().map(|point| point.round);
        let last = rounds.next();
        (rounds.next(), last)
    }

    /// The rounds that are told of: the two of a comparison, or all of a series.
    pub(super) fn told_of(&self) -> Vec<&'a Round> {
        match self.comparison {
            Some(pair) => pair.before.into_iter().chain([pair.after]).collect(),
            None => self
                .history
                .rounds
                .iter()
                .map(|point| point.round)
                .collect(),
        }
    }

    /// A round by its number, where the history has it.
    pub(super) fn point(&self, number: u32) -> Option<&'f RoundPoint<'a>> {
        let at = self.history.position(number)?;
        self.history.rounds.get(at)
    }

    /// What was found, the weightiest first.
    pub(super) fn ranked(self) -> Vec<Finding> {
        let number = |round: &Round| round.number.value;
        let rounds = match self.comparison {
            Some(pair) => fingerprint::Rounds::Pair(pair.before.map(number), number(pair.after)),
            None => fingerprint::Rounds::Series(self.history.as_of),
        };
        let mut found = self.found;
        for finding in &mut found {
            finding.fingerprint = fingerprint::of(&self.dialogue.id, rounds, finding);
        }
        // Those of one rule keep the order in which they were found, which is that of ids.
        found.sort_by_key(|finding| (finding.priority, finding.rule.id()));
        found
    }
}

/// Where a round says when it was held.
pub(super) fn when(round: &Round) -> Span {
    round
        .date
        .as_ref()
        .map_or(round.number.span, |date| date.span)
}
