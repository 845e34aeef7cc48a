//! What was promised, and what became of it.

use super::Argument;
use super::facts::{Facts, when};
use super::rule::{Rule, commitments as rules};
use crate::compare::{CommitmentState, Standing, Venue};
use crate::history::{CommitmentHistory, History};
use crate::model::commitment::CommitmentKind;
use crate::model::date::Days;
use crate::model::id::Id;
use crate::span::Span;
use std::collections::BTreeMap;

/// Draws the conclusions about commitments, as they stand at the later round.
pub(super) fn find(facts: &mut Facts<'_, '_>) {
    let history = facts.history;
    let events = events(history);
    for commitment in &history.commitments {
        let before = match facts.comparison {
            Some(pair) => {
                let all = &pair.commitments;
                let Ok(at) = all.binary_search_by(|one| one.id.cmp(&commitment.id)) else {
                    continue;
                };
                all[at].state.before.as_ref()
            }
            None => None,
        };
        let events = events.get(&commitment.id).map_or(&[][..], Vec::as_slice);
        state(commitment, before, events, facts);
        venue(commitment, before, facts);
    }
}

fn state(
    commitment: &CommitmentHistory<'_>,
    before: Option<&Standing<'_>>,
    events: &[Span],
    facts: &mut Facts<'_, '_>,
) {
    let id = ("commitment", Argument::Commitment(commitment.id.clone()));
    let made = ("made", Argument::Round(commitment.made_in));
    let now = &commitment.now;
    let mut rests_on = spans(commitment, facts);
    rests_on.extend(events);
    let known = before.is_some_and(|before| before.state == now.state);
    let (rule, arguments): (Rule, _) = match now.state {
        CommitmentState::Overdue => {
            let round = ("round", Argument::Round(facts.history.as_of));
            (rules::OVERDUE, vec![id, round])
        }
        CommitmentState::Silent => (rules::SILENT, vec![id, made]),
        // What had come of it by the earlier round already is no news.
        _ if known => return,
        CommitmentState::Fulfilled => (rules::KEPT, vec![id]),
        CommitmentState::FulfilledLate => {
            let late = now.late.unwrap_or(Days {
                least: None,
                most: None,
            });
            (rules::LATE, vec![id, ("days", Argument::Days(late))])
        }
        CommitmentState::Progressed | CommitmentState::PartlyFulfilled => {
            (rules::PROGRESSED, vec![id, made])
        }
        CommitmentState::Dropped => (rules::DROPPED, vec![id, made]),
        CommitmentState::Superseded => (rules::SUPERSEDED, vec![id, made]),
        CommitmentState::Open | CommitmentState::CannotTell => return,
    };
    facts.add(rule, arguments, rests_on);
}

fn venue(
    commitment: &CommitmentHistory<'_>,
    before: Option<&Standing<'_>>,
    facts: &mut Facts<'_, '_>,
) {
    if before.is_some_and(|before| before.venue == commitment.now.venue) {
        return;
    }
    let rule = match commitment.now.venue {
        Some(Venue::Kept) => rules::VENUE_KEPT,
        Some(Venue::NotKept) => rules::VENUE_NOT_KEPT,
        Some(Venue::CannotTell) | None => return,
    };
    let promised = commitment.promise.place.as_ref().map(|place| place.span);
    let next = commitment.made_in.checked_add(1);
    let held = next.and_then(|next| facts.point(next)?.round.place.as_ref());
    let arguments = vec![("commitment", Argument::Commitment(commitment.id.clone()))];
    facts.add(
        rule,
        arguments,
        promised.into_iter().chain(held.map(|place| place.span)),
    );
}

/// Where events are recorded, by what they are about.
fn events<'h>(history: &'h History<'_>) -> BTreeMap<&'h Id, Vec<Span>> {
    let mut events: BTreeMap<&Id, Vec<Span>> = BTreeMap::new();
    for point in &history.rounds {
        for event in point.round.events.iter().flatten() {
            if let Some(about) = &event.about {
                events.entry(&about.value).or_default().push(event.span);
            }
        }
    }
    events
}

/// Where the commitment was made, where a later round speaks of it, and the round that judges it.
fn spans(commitment: &CommitmentHistory<'_>, facts: &Facts<'_, '_>) -> Vec<Span> {
    let mut spans = vec![commitment.promise.span];
    spans.extend(commitment.mentions.iter().map(|(_, mention)| mention.span));
    let next = commitment.made_in.checked_add(1);
    let next = next.filter(|_| commitment.kind == CommitmentKind::NextRound);
    let judge = next.unwrap_or(facts.history.as_of);
    spans.extend(facts.point(judge).map(|point| when(point.round)));
    spans
}
