//! What is back, and what may only have another name.

use super::{Argument, Finding};
use crate::compare::{Action, Class, Comparison, ItemChange};
use crate::model::id::Id;
use crate::span::Span;

/// Draws the conclusions about sectors.
pub(super) fn find(comparison: &Comparison<'_>, found: &mut Vec<Finding>) {
    let changes = &comparison.sectors.changes;
    let resumed: Vec<&ItemChange<'_>> = changes
        .iter()
        .filter(|change| change.class == Class::Resumed)
        .collect();
    if !resumed.is_empty() {
        found.push(Finding::new(
            "sectors-resumed",
            1,
            vec![
                ("count", Argument::Count(resumed.len() as u64)),
                ("sectors", Argument::Sectors(ids(&resumed))),
                ("round", Argument::Round(comparison.after.number.value)),
            ],
            resumed.iter().flat_map(|change| spans(change)).collect(),
        ));
    }
    // Both ends of a pair are listed; one conclusion is drawn from the two.
    for change in changes
        .iter()
        .filter(|change| change.action == Action::Added)
    {
        let Some(with) = &change.with else { continue };
        let other = changes.iter().find(|other| other.id == *with);
        found.push(Finding::new(
            "possible-renaming",
            2,
            vec![
                ("before", Argument::Sector(with.clone())),
                ("after", Argument::Sector(change.id.clone())),
            ],
            other.into_iter().chain([change]).flat_map(spans).collect(),
        ));
    }
}

fn ids(changes: &[&ItemChange<'_>]) -> Vec<Id> {
    changes.iter().map(|change| change.id.clone()).collect()
}

fn spans(change: &ItemChange<'_>) -> Vec<Span> {
    let sides = [&change.sides.before, &change.sides.after];
    sides
        .into_iter()
        .flatten()
        .map(|entry| entry.mention.span)
        .collect()
}
