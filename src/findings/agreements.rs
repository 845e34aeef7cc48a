//! Which agreements moved, what they are worth, and which went silent.

use super::Argument;
use super::facts::Facts;
use super::rule::{Rule, agreements as rules};
use crate::acts::{Deed, Moment};
use crate::compare::{
    AgreementChange, AgreementClass, Comparison, FieldChange, MoneyChange, Sides,
};
use crate::history::AgreementHistory;
use crate::model::agreement::Definition;
use crate::model::money::{Decimal, Money};
use crate::model::status::Status;
use crate::span::Span;

/// Draws the conclusions about agreements that either round names.
pub(super) fn find(comparison: &Comparison<'_>, facts: &mut Facts<'_, '_>) {
    if comparison.before.is_none() {
        return;
    }
    let round = comparison.after.number.value;
    for change in &comparison.agreements {
        if let Some((rule, names)) = rule(change) {
            let mut arguments = vec![("agreement", Argument::Agreement(change.id.clone()))];
            for name in names {
                arguments.push((
                    name,
                    match *name {
                        "from" => status(change.status.before),
                        "to" => status(change.status.after),
                        _ => Argument::Round(round),
                    },
                ));
            }
            arguments.push(("value", worth(&change.definition)));
            facts.add(rule, arguments, spans(change));
        }
        for field in &change.fields {
            if let FieldChange::Value(sides, Some(difference)) = field {
                value(change, sides, difference, facts);
            }
        }
    }
}

/// The rule for a class, and what its sentence needs besides the agreement and its value.
fn rule(change: &AgreementChange<'_>) -> Option<(Rule, &'static [&'static str])> {
    Some(match change.class {
        AgreementClass::FirstSeen if !change.first_in_record => (rules::FIRST_SEEN, &["round"]),
        AgreementClass::Advanced => (rules::ADVANCED, &["from", "to"]),
        AgreementClass::Regressed => (rules::REGRESSED, &["from", "to"]),
        AgreementClass::Ended => (rules::ENDED, &["to"]),
        AgreementClass::Amended => (rules::AMENDED, &["round"]),
        AgreementClass::Extended => (rules::EXTENDED, &["round"]),
        AgreementClass::Superseded => (rules::SUPERSEDED, &[]),
        _ => return None,
    })
}

fn status(status: Option<Status>) -> Argument {
    let word = status.map(crate::model::term::Term::as_str);
    Argument::Term("status", word)
}

fn worth(definition: &Definition) -> Argument {
    Argument::Worth(definition.value.as_ref().map(|value| value.value.clone()))
}

fn value(
    change: &AgreementChange<'_>,
    Sides { before, after }: &Sides<Money>,
    difference: &MoneyChange,
    facts: &mut Facts<'_, '_>,
) {
    // Of nothing there is no percentage.
    let Some(percent) = difference.percent else {
        return;
    };
    let lowered = difference.amount.is_negative();
    let rule = if lowered {
        rules::VALUE_LOWERED
    } else {
        rules::VALUE_RAISED
    };
    let size = |number: Decimal| {
        let turned = Decimal::ZERO.checked_sub(number);
        turned.filter(|_| lowered).unwrap_or(number)
    };
    let by = Money {
        amount: size(difference.amount),
        nature: None,
        ..after.clone()
    };
    let arguments = vec![
        ("agreement", Argument::Agreement(change.id.clone())),
        ("by", Argument::Money(by)),
        ("from", Argument::Money(before.clone())),
        ("percent", Argument::Percent(size(percent))),
        ("to", Argument::Money(after.clone())),
    ];
    let sides = [&change.sides.before, &change.sides.after];
    let mentions = sides.into_iter().flatten();
    let said = mentions.filter_map(|entry| entry.mention.definition.value.as_ref());
    let rests_on = said.chain(&change.definition.value).map(|value| value.span);
    facts.add(rule, arguments, rests_on);
}

fn spans(change: &AgreementChange<'_>) -> Vec<Span> {
    let sides = [&change.sides.before, &change.sides.after];
    let mentions = sides.into_iter().flatten().map(|entry| entry.mention.span);
    mentions.chain(change.acts.iter().map(Deed::span)).collect()
}

/// Draws the conclusions about agreements that rounds pass over, and those that are back.
pub(super) fn find_silent(facts: &mut Facts<'_, '_>) {
    let history = facts.history;
    let passed = passed(facts);
    for agreement in &history.agreements {
        silent(agreement, passed, facts);
        back(agreement, facts);
    }
}

/// The round from which on an agreement must have been spoken of, else the earlier of two rounds
/// had passed over enough already; none where nothing is compared.
fn passed(facts: &Facts<'_, '_>) -> Option<u32> {
    let (earlier, _) = facts.rounds();
    let earlier = earlier.filter(|_| facts.comparison.is_some())?;
    let back = (facts.settings.silent_rounds as usize).checked_sub(1)?;
    let points = facts.history.rounds.iter().rev();
    let points = points.filter(|point| point.number() <= earlier.number.value);
    let mut stated = points.filter(|point| point.round.agreements.is_some());
    Some(stated.nth(back)?.number())
}

fn silent(agreement: &AgreementHistory<'_>, passed: Option<u32>, facts: &mut Facts<'_, '_>) {
    let Some(last) = agreement.last else { return };
    let since = agreement.acted_on.unwrap_or(last).max(last);
    // Nearly all of a long series, which need no closer look.
    if passed.is_some_and(|passed| since < passed) {
        return;
    }
    if agreement.status().is_some_and(Status::is_ending) {
        return;
    }
    let (earlier, later) = facts.rounds();
    let Some(later) = later else { return };
    let enough = facts.settings.silent_rounds as usize;
    let now = agreement.points.passed_over(since, later.number.value);
    let earlier = earlier.filter(|_| facts.comparison.is_some());
    let before = earlier.map(|round| agreement.points.passed_over(since, round.number.value));
    if now < enough || before.is_some_and(|before| before >= enough) {
        return;
    }
    let spoken = agreement.deeds.iter();
    let spoken = spoken.filter(|deed| deed.moment == Moment::At(last));
    let rests_on: Vec<Span> = spoken.map(Deed::span).chain([later.number.span]).collect();
    let arguments = vec![
        ("agreement", Argument::Agreement(agreement.id.clone())),
        ("last", Argument::Round(last)),
        ("rounds", Argument::Count(now as u64)),
        ("value", worth(&agreement.definition)),
    ];
    facts.add(rules::SILENT, arguments, rests_on);
}

fn back(agreement: &AgreementHistory<'_>, facts: &mut Facts<'_, '_>) {
    let (Some(earlier), Some(later)) = facts.rounds() else {
        return;
    };
    let (from, to) = (earlier.number.value, later.number.value);
    // The history ends with the later round.
    if facts.comparison.is_none() || agreement.last != Some(to) {
        return;
    }
    let point = agreement.points.at(from);
    if point.and_then(|point| point.mentioned) == Some(true) {
        return;
    }
    let Some(last) = agreement.points.named_before(to) else {
        return;
    };
    if agreement.points.passed_over(last, to) < facts.settings.silent_rounds as usize {
        return;
    }
    let spoken = agreement.deeds.iter();
    let spoken = spoken.filter(|deed| [Moment::At(last), Moment::At(to)].contains(&deed.moment));
    let rests_on: Vec<Span> = spoken.map(Deed::span).collect();
    let arguments = vec![
        ("agreement", Argument::Agreement(agreement.id.clone())),
        ("last", Argument::Round(last)),
        ("round", Argument::Round(to)),
        ("value", worth(&agreement.definition)),
    ];
    facts.add(rules::BACK, arguments, rests_on);
}
