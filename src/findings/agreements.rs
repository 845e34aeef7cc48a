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
use crate::model::status::{Effect, Status};
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
    for agreement in &history.agreements {
        silent(agreement, facts);
        back(agreement, facts);
    }
}

fn silent(agreement: &AgreementHistory<'_>, facts: &mut Facts<'_, '_>) {
    let Some(last) = agreement.last else { return };
    if agreement.status().is_some_and(Status::is_ending) {
        return;
    }
    let (earlier, later) = facts.rounds();
    let Some(later) = later else { return };
    let since = agreement.deeds.iter().filter_map(word).max();
    let since = since.unwrap_or(last).max(last);
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

/// The round by which an act was recorded, where it is more than a mention.
fn word(deed: &Deed<'_>) -> Option<u32> {
    let round = match deed.moment {
        Moment::Standing => return None,
        Moment::Before(round) | Moment::At(round) => round,
        Moment::After(round) => round.checked_add(1)?,
    };
    (deed.act.effect() != Effect::Mention).then_some(round)
}

fn back(agreement: &AgreementHistory<'_>, facts: &mut Facts<'_, '_>) {
    let (Some(earlier), Some(later)) = facts.rounds() else {
        return;
    };
    let (from, to) = (earlier.number.value, later.number.value);
    let mentions = |round: u32| {
        let point = agreement.points.at(round);
        point.and_then(|point| point.mentioned) == Some(true)
    };
    if facts.comparison.is_none() || !mentions(to) || mentions(from) {
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
