//! What is on one agenda and not on the other.

use super::Argument;
use super::facts::Facts;
use super::rule::{Rule, sectors as rules};
use crate::compare::{Action, Class, Comparison, ItemChange, Sides};
use crate::model::id::Id;
use crate::model::mention::Salience;
use crate::model::round::Round;
use crate::span::Span;
use std::cmp::Reverse;

/// Draws the conclusions about the two agendas.
pub(super) fn find(comparison: &Comparison<'_>, facts: &mut Facts<'_, '_>) {
    let after = comparison.after.number.value;
    let changes = &comparison.sectors.changes;
    let of = |test: &dyn Fn(&ItemChange<'_>) -> bool| {
        let mut items: Vec<&ItemChange<'_>> = changes.iter().filter(|one| test(one)).collect();
        items.sort_by_key(|change| weight(change));
        items
    };
    let first = |one: &ItemChange<'_>| {
        one.action == Action::Added && one.class != Class::Resumed && one.seen.first == Some(after)
    };
    let groups: [(Rule, Vec<&ItemChange<'_>>); 5] = [
        (rules::RESUMED, of(&|one| one.class == Class::Resumed)),
        (
            rules::FIRST_NAMED,
            of(&|one| first(one) && !one.seen.certain),
        ),
        (rules::FIRST_TIME, of(&|one| first(one) && one.seen.certain)),
        (
            rules::NO_LONGER_LISTED,
            of(&|one| one.class == Class::NotMentioned),
        ),
        (rules::DROPPED, of(&|one| one.class == Class::Dropped)),
    ];
    for (rule, items) in groups {
        facts.add(
            rule,
            vec![
                ("count", Argument::count(&items)),
                ("round", Argument::Round(after)),
                ("sectors", Argument::Sectors(ids(&items))),
            ],
            items.iter().flat_map(|change| spans(change)),
        );
    }
    if let Some(before) = comparison.before {
        lengths(comparison, before, facts);
    }
    for change in changes {
        salience(change, comparison.after, facts);
    }
}

/// The most central first, then those that most rounds name, then by id.
fn weight<'c>(change: &'c ItemChange<'_>) -> (Reverse<Option<Salience>>, Reverse<usize>, &'c Id) {
    let Sides { before, after } = &change.sides;
    let entry = after.as_ref().or(before.as_ref());
    let salience = entry.and_then(|entry| entry.mention.salience);
    (
        Reverse(salience),
        Reverse(change.seen.rounds.len()),
        &change.id,
    )
}

/// The same, nothing in common, or much longer or shorter.
fn lengths(comparison: &Comparison<'_>, before: &Round, facts: &mut Facts<'_, '_>) {
    let sectors = &comparison.sectors;
    let (first, second) = (sectors.named.before.len(), sectors.named.after.len());
    let compared = sectors.stated.before && sectors.stated.after && first > 0 && second > 0;
    // A round has the same agenda as itself, and that is no conclusion.
    if !compared || before.number.value == comparison.after.number.value {
        return;
    }
    let round = ("round", Argument::Round(comparison.after.number.value));
    let other = ("before", Argument::Round(before.number.value));
    let named = [&sectors.named.before, &sectors.named.after];
    let all = || named.into_iter().flatten().map(|entry| entry.mention.span);
    let kept = sectors
        .changes
        .iter()
        .filter(|one| one.action == Action::Kept)
        .count();
    if kept == sectors.changes.len() {
        let count = ("count", Argument::Count(kept as u64));
        facts.add(
            rules::AGENDA_SAME,
            vec![other.clone(), count, round.clone()],
            all(),
        );
    }
    if kept == 0 {
        facts.add(
            rules::AGENDA_NOTHING_SHARED,
            vec![other.clone(), round.clone()],
            all(),
        );
    }
    let least = first as u64 * u64::from(facts.settings.agenda_change);
    let moved = 100 * first.abs_diff(second) as u64;
    if first != second && moved >= least {
        let rule = if second > first {
            rules::AGENDA_GREW
        } else {
            rules::AGENDA_SHRANK
        };
        let arguments = vec![
            ("after-count", Argument::Count(second as u64)),
            other,
            ("before-count", Argument::Count(first as u64)),
            round,
        ];
        facts.add(rule, arguments, all());
    }
}

fn salience(change: &ItemChange<'_>, after: &Round, facts: &mut Facts<'_, '_>) {
    let Some(Sides {
        before: from,
        after: to,
    }) = change.salience
    else {
        return;
    };
    let rule = if to > from {
        rules::SALIENCE_RAISED
    } else {
        rules::SALIENCE_LOWERED
    };
    let arguments = vec![
        ("from", Argument::term("salience", from)),
        ("round", Argument::Round(after.number.value)),
        ("sector", Argument::Sector(change.id.clone())),
        ("to", Argument::term("salience", to)),
    ];
    facts.add(rule, arguments, spans(change));
}

fn ids(changes: &[&ItemChange<'_>]) -> Vec<Id> {
    changes.iter().map(|change| change.id.clone()).collect()
}

/// Where both sides mention an item.
pub(super) fn spans(change: &ItemChange<'_>) -> Vec<Span> {
    let sides = [&change.sides.before, &change.sides.after];
    let entries = sides.into_iter().flatten();
    entries.map(|entry| entry.mention.span).collect()
}
