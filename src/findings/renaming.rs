//! What may only have another name, and what the counts would then be.

use super::Argument;
use super::facts::Facts;
use super::rule::sectors as rules;
use super::sectors::spans;
use crate::compare::{Action, Comparison, ItemChange};
use crate::span::Span;

/// Draws the conclusions about sectors that may be one: each pair, and all of them together.
pub(super) fn find(comparison: &Comparison<'_>, facts: &mut Facts<'_, '_>) {
    let changes = &comparison.sectors.changes;
    let count = |action| changes.iter().filter(|one| one.action == action).count() as u64;
    let counts = [Action::Kept, Action::Added, Action::Removed].map(count);
    let mut pairs = 0;
    let mut rests_on: Vec<Span> = Vec::new();
    // Both ends of a pair are listed; one conclusion is drawn from the two.
    for after in changes.iter().filter(|one| one.action == Action::Added) {
        let Some(before) = other_end(changes, after) else {
            continue;
        };
        pairs += 1;
        let both = [spans(before), spans(after)].concat();
        rests_on.extend(&both);
        let mut arguments = effect(counts, 1);
        arguments.push(("after", Argument::Sector(after.id.clone())));
        arguments.push(("before", Argument::Sector(before.id.clone())));
        arguments.sort_by_key(|(name, _)| *name);
        facts.add(rules::POSSIBLE_RENAMING, arguments, both);
    }
    if pairs > 1 {
        let mut arguments = effect(counts, pairs);
        arguments.push(("count", Argument::Count(pairs)));
        arguments.sort_by_key(|(name, _)| *name);
        facts.add(rules::POSSIBLE_RENAMINGS, arguments, rests_on);
    }
}

fn other_end<'c, 'a>(
    changes: &'c [ItemChange<'a>],
    change: &ItemChange<'a>,
) -> Option<&'c ItemChange<'a>> {
    let with = change.with.as_ref()?;
    let at = changes.binary_search_by(|one| one.id.cmp(with)).ok()?;
    Some(&changes[at])
}

/// The counts as they are, and as they would be were so many pairs one sector each.
fn effect([kept, added, removed]: [u64; 3], pairs: u64) -> Vec<(&'static str, Argument)> {
    vec![
        ("added", Argument::Count(added)),
        ("added-if-one", Argument::Count(added.saturating_sub(pairs))),
        ("kept", Argument::Count(kept)),
        ("kept-if-one", Argument::Count(kept + pairs)),
        ("removed", Argument::Count(removed)),
        (
            "removed-if-one",
            Argument::Count(removed.saturating_sub(pairs)),
        ),
    ]
}
