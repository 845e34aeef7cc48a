//! At what level and how the rounds were held.

use super::Argument;
use super::facts::Facts;
use super::rule::{Rule, meeting as rules};
use crate::compare::Comparison;
use crate::model::round::{Mode, Round};
use crate::span::Span;

/// Draws the conclusions about level and mode.
pub(super) fn find(comparison: &Comparison<'_>, facts: &mut Facts<'_, '_>) {
    let Some(before) = comparison.before else {
        return;
    };
    let after = comparison.after;
    if let (Some(from), Some(to)) = (&before.level, &after.level) {
        // Levels are ordered from the highest down.
        let rule = match to.value.cmp(&from.value) {
            std::cmp::Ordering::Less => Some(rules::LEVEL_RAISED),
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Greater => Some(rules::LEVEL_LOWERED),
        };
        let words = [from.value, to.value].map(|level| Argument::term("level", level));
        add(rule, words, [from.span, to.span], (before, after), facts);
    }
    if let (Some(from), Some(to)) = (&before.mode, &after.mode) {
        let rule = match distance(to.value).cmp(&distance(from.value)) {
            std::cmp::Ordering::Less => Some(rules::MODE_IN_PERSON),
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Greater => Some(rules::MODE_VIRTUAL),
        };
        let words = [from.value, to.value].map(|mode| Argument::term("mode", mode));
        add(rule, words, [from.span, to.span], (before, after), facts);
    }
}

/// How far a way of meeting is from meeting in one place.
fn distance(mode: Mode) -> u8 {
    match mode {
        Mode::InPerson => 0,
        Mode::Hybrid => 1,
        Mode::Virtual => 2,
    }
}

fn add(
    rule: Option<Rule>,
    [from, to]: [Argument; 2],
    spans: [Span; 2],
    (before, after): (&Round, &Round),
    facts: &mut Facts<'_, '_>,
) {
    let Some(rule) = rule else { return };
    let arguments = vec![
        ("before", Argument::Round(before.number.value)),
        ("from", from),
        ("round", Argument::Round(after.number.value)),
        ("to", to),
    ];
    facts.add(rule, arguments, spans);
}
