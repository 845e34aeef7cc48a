//! Which agendas are alike, and what is on all of them.

use super::Argument;
use super::facts::Facts;
use super::rule::sectors as rules;
use crate::history::{ItemHistory, Overlap};
use crate::model::id::Id;
use crate::span::Span;

/// Draws the conclusions about the agendas of a series.
pub(super) fn find(facts: &mut Facts<'_, '_>) {
    closer_to_earlier(facts);
    core(facts);
    absent(facts);
}

/// The later agenda shares more with a round before *before* than with *before*.
fn closer_to_earlier(facts: &mut Facts<'_, '_>) {
    let (Some(first), Some(second)) = facts.rounds() else {
        return;
    };
    let (before, after) = (first.number.value, second.number.value);
    let history = facts.history;
    let Some(pair) = history.overlap(before, after) else {
        return;
    };
    let earlier = history.overlaps.iter();
    let mut closest: Option<&Overlap> = None;
    for overlap in earlier.filter(|overlap| overlap.one < before && overlap.other == after) {
        if overlap.by_share(closest.unwrap_or(pair)).is_gt() {
            closest = Some(overlap);
        }
    }
    let Some(closest) = closest else { return };
    let Some(between) = history.overlap(closest.one, before) else {
        return;
    };
    let count = |number: usize| Argument::Count(number as u64);
    let arguments = vec![
        ("all", count(closest.all)),
        ("before", Argument::Round(before)),
        ("before-all", count(pair.all)),
        ("before-shared", count(pair.shared)),
        ("between-all", count(between.all)),
        ("between-shared", count(between.shared)),
        ("earlier", Argument::Round(closest.one)),
        ("round", Argument::Round(after)),
        ("shared", count(closest.shared)),
    ];
    let third = facts.point(closest.one).map(|point| point.round);
    let rounds = [third, Some(first), Some(second)].into_iter().flatten();
    let spans = rounds.map(|round| round.number.span);
    facts.add(rules::CLOSER_TO_EARLIER, arguments, spans);
}

/// How many rounds state their sectors.
fn stated(facts: &Facts<'_, '_>) -> usize {
    let rounds = facts.history.rounds.iter();
    rounds.filter(|point| point.sectors.is_some()).count()
}

fn core(facts: &mut Facts<'_, '_>) {
    let history = facts.history;
    let rounds = stated(facts);
    if rounds < facts.settings.core_rounds as usize || history.sectors.is_empty() {
        return;
    }
    let core: Vec<&ItemHistory> = history
        .sectors
        .iter()
        .filter(|one| one.is_constant())
        .collect();
    let all = ("all", Argument::count(&history.sectors));
    let rounds = ("rounds", Argument::Count(rounds as u64));
    if core.is_empty() {
        let numbers = history.rounds.iter().map(|point| point.round.number.span);
        facts.add(rules::NO_CORE, vec![all, rounds], numbers);
        return;
    }
    let arguments = vec![
        all,
        ("count", Argument::count(&core)),
        rounds,
        ("sectors", Argument::Sectors(ids(&core))),
    ];
    facts.add(
        rules::CORE,
        arguments,
        core.iter().flat_map(|one| &one.spans).copied(),
    );
}

fn absent(facts: &mut Facts<'_, '_>) {
    let least = facts.settings.absent_rounds as usize;
    let sectors = facts.history.sectors.iter();
    let mut absent: Vec<&ItemHistory> = sectors.filter(|one| one.absent_for >= least).collect();
    // They are in the order of ids, which this keeps.
    absent.sort_by_key(|one| std::cmp::Reverse(one.count()));
    let arguments = vec![
        ("count", Argument::count(&absent)),
        ("rounds", Argument::Count(least as u64)),
        ("sectors", Argument::Sectors(ids(&absent))),
    ];
    let spans: Vec<Span> = absent
        .iter()
        .filter_map(|one| one.spans.last())
        .copied()
        .collect();
    facts.add(rules::ABSENT, arguments, spans);
}

fn ids(items: &[&ItemHistory]) -> Vec<Id> {
    items.iter().map(|item| item.id.clone()).collect()
}
