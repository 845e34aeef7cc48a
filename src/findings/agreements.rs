//! Which agreements moved, and which went silent.

use super::{Argument, Finding};
use crate::compare::{AgreementChange, AgreementClass, Comparison};
use crate::span::Span;

/// Draws the conclusions about agreements.
pub(super) fn find(comparison: &Comparison<'_>, found: &mut Vec<Finding>) {
    if comparison.reversed {
        return;
    }
    for change in &comparison.agreements {
        let (rule, priority) = match change.class {
            AgreementClass::Silent => ("agreement-silent", 2),
            AgreementClass::Advanced => ("agreement-advanced", 2),
            AgreementClass::Regressed => ("agreement-regressed", 2),
            AgreementClass::Ended => ("agreement-ended", 2),
            _ => continue,
        };
        let spans = spans(change);
        if spans.is_empty() {
            continue;
        }
        let agreement = ("agreement", Argument::Agreement(change.id.clone()));
        found.push(Finding::new(rule, priority, vec![agreement], spans));
    }
}

fn spans(change: &AgreementChange<'_>) -> Vec<Span> {
    let sides = [&change.sides.before, &change.sides.after];
    let mentions = sides.into_iter().flatten().map(|entry| entry.mention.span);
    mentions
        .chain(change.acts.iter().map(crate::acts::Deed::span))
        .collect()
}
