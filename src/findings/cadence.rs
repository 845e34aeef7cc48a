//! How long the waits were, and who hosted.

use super::Argument;
use super::facts::{Facts, when};
use super::rule::meeting as rules;
use crate::history::{AgainstStated, Alternation, Interval};
use crate::model::date::Days;
use crate::model::id::Id;
use crate::span::Span;

/// Draws the conclusions about the rhythm of a series.
pub(super) fn find(facts: &mut Facts<'_, '_>) {
    let (Some(earlier), Some(later)) = facts.rounds() else {
        return;
    };
    let (before, after) = (earlier.number.value, later.number.value);
    let history = facts.history;
    // Between rounds that are not neighbours there is no one wait.
    let next = history
        .interval_to(after)
        .filter(|next| next.from == before);
    if let Some(next) = next {
        if let Some(wait) = history.interval_to(before) {
            compare(wait, next, facts);
        }
        against_stated(next, facts);
    }
    hosts(facts);
}

/// The wait before the later round was certainly longer, or shorter, than the one before it.
fn compare(wait: &Interval, next: &Interval, facts: &mut Facts<'_, '_>) {
    let certainly_less = |one: Days, other: Days| {
        let bounds = one.most.zip(other.least);
        bounds.is_some_and(|(most, least)| most < least)
    };
    let rule = if certainly_less(wait.days, next.days) {
        rules::WAIT_LONGER
    } else if certainly_less(next.days, wait.days) {
        rules::WAIT_SHORTER
    } else {
        return;
    };
    let arguments = vec![
        ("after", Argument::Days(next.days)),
        ("before", Argument::Days(wait.days)),
    ];
    let spans = dates([wait.from, wait.to, next.to], facts);
    facts.add(rule, arguments, spans);
}

fn against_stated(next: &Interval, facts: &mut Facts<'_, '_>) {
    let rule = match next.against_stated {
        Some(AgainstStated::Longer) => rules::PERIOD_MISSED,
        Some(AgainstStated::AsStated) => rules::PERIOD_KEPT,
        Some(AgainstStated::Shorter) => rules::PERIOD_SHORTENED,
        None => return,
    };
    let Some(stated) = &facts.dialogue.periodicity else {
        return;
    };
    let arguments = vec![
        ("days", Argument::Days(next.days)),
        ("round", Argument::Round(next.to)),
        ("stated", Argument::term("periodicity", stated.value)),
    ];
    let mut spans = dates([next.from, next.to], facts);
    spans.push(stated.span);
    facts.add(rule, arguments, spans);
}

fn hosts(facts: &mut Facts<'_, '_>) {
    let history = facts.history;
    let rule = match history.cadence.alternation {
        Alternation::Alternating => rules::HOSTS_ALTERNATING,
        Alternation::Fixed => rules::HOSTS_FIXED,
        Alternation::Irregular | Alternation::Unknown => return,
    };
    if history.rounds.len() < facts.settings.host_rounds as usize {
        return;
    }
    let mut hosts: Vec<Id> = Vec::new();
    for host in history
        .rounds
        .iter()
        .filter_map(|point| point.host.as_ref())
    {
        if !hosts.contains(host) {
            hosts.push(host.clone());
        }
    }
    let arguments = vec![
        ("hosts", Argument::Parties(hosts)),
        ("rounds", Argument::count(&history.rounds)),
    ];
    let places = history
        .rounds
        .iter()
        .filter_map(|point| point.round.place.as_ref());
    facts.add(rule, arguments, places.map(|place| place.span));
}

/// Where rounds say when they were held.
fn dates<const N: usize>(rounds: [u32; N], facts: &Facts<'_, '_>) -> Vec<Span> {
    let points = rounds.into_iter().filter_map(|round| facts.point(round));
    points.map(|point| when(point.round)).collect()
}
