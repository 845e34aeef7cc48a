//! How the rounds lie to one another: which agendas are alike, and how long the wait was.

use super::{Argument, Finding};
use crate::compare::Comparison;
use crate::history::{History, Overlap};
use crate::model::date::Days;
use crate::model::round::Round;

/// Draws the conclusions about the rounds.
pub(super) fn find(comparison: &Comparison<'_>, history: &History, found: &mut Vec<Finding>) {
    if comparison.reversed {
        return;
    }
    let Some(before) = comparison.before else {
        return;
    };
    closer_to_earlier(before, comparison.after, history, found);
    wait(before, comparison.after, history, found);
}

/// The later agenda shares more with a round before *before* than with *before*.
fn closer_to_earlier(first: &Round, second: &Round, history: &History, found: &mut Vec<Finding>) {
    let (before, after) = (first.number.value, second.number.value);
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
    found.push(Finding::new(
        "closer-to-earlier",
        2,
        vec![
            ("round", Argument::Round(after)),
            ("earlier", Argument::Round(closest.one)),
            ("shared", Argument::Count(closest.shared as u64)),
            ("all", Argument::Count(closest.all as u64)),
            ("before", Argument::Round(before)),
            ("before-shared", Argument::Count(pair.shared as u64)),
            ("before-all", Argument::Count(pair.all as u64)),
        ],
        vec![first.number.span, second.number.span],
    ));
}

/// The wait before the later round was certainly longer, or shorter, than the one before it.
fn wait(first: &Round, second: &Round, history: &History, found: &mut Vec<Finding>) {
    let (before, after) = (first.number.value, second.number.value);
    let waits = history.interval_to(before).zip(history.interval_to(after));
    let Some((wait, next)) = waits.filter(|(_, next)| next.from == before) else {
        return;
    };
    let certainly_less = |one: Days, other: Days| {
        one.most
            .zip(other.least)
            .is_some_and(|(most, least)| most < least)
    };
    let rule = if certainly_less(wait.days, next.days) {
        "wait-longer"
    } else if certainly_less(next.days, wait.days) {
        "wait-shorter"
    } else {
        return;
    };
    found.push(Finding::new(
        rule,
        3,
        vec![
            ("before", Argument::Days(wait.days)),
            ("after", Argument::Days(next.days)),
        ],
        vec![first.number.span, second.number.span],
    ));
}
