//! Figures that rounds quote.

use super::{Pair, Sides};
use crate::model::id::Id;
use crate::model::money::Decimal;
use crate::model::round::{Indicator, Round};
use std::collections::BTreeSet;

/// What became of one figure.
#[derive(Clone, Debug)]
pub struct IndicatorChange<'a> {
    /// What is measured.
    pub id: Id,
    /// The figure on each side.
    pub sides: Sides<Option<&'a Indicator>>,
    /// The difference, where unit is the same and both sides have the figure.
    pub change: Option<MoneyChange>,
}

/// How far an amount moved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MoneyChange {
    /// After less before, in their currency.
    pub amount: Decimal,
    /// The same as a percentage of before, rounded to one decimal place, halves away from zero; none of zero.
    pub percent: Option<Decimal>,
}

/// Compares the figures of two rounds: of each the newest period that a round quotes.
pub(super) fn compare<'a>(pair: &Pair<'_, 'a>) -> Vec<IndicatorChange<'a>> {
    let all = |round: &'a Round| round.indicators.iter().flatten();
    let (before, after) = (pair.before.map(|before| before.round), pair.after.round);
    let quoted = before.into_iter().flat_map(all).chain(all(after));
    let ids: BTreeSet<&Id> = quoted.map(|one| &one.id.value).collect();
    ids.into_iter()
        .map(|id| {
            let sides = Sides {
                before: before.and_then(|before| newest(before, id)),
                after: newest(after, id),
            };
            IndicatorChange {
                id: id.clone(),
                change: sides
                    .before
                    .zip(sides.after)
                    .and_then(|(one, other)| change(one, other)),
                sides,
            }
        })
        .collect()
}

fn newest<'a>(round: &'a Round, id: &Id) -> Option<&'a Indicator> {
    let mut quoted: Vec<&Indicator> = round
        .indicators
        .iter()
        .flatten()
        .filter(|one| one.id.value == *id)
        .collect();
    quoted.sort_by(|a, b| match (&a.period, &b.period) {
        (Some(a), Some(b)) => a.value.sorting(&b.value),
        (a, b) => a.is_some().cmp(&b.is_some()),
    });
    quoted.pop()
}

fn change(before: &Indicator, after: &Indicator) -> Option<MoneyChange> {
    if before.unit != after.unit {
        return None;
    }
    let amount = after.value.value.checked_sub(before.value.value)?;
    Some(MoneyChange {
        amount,
        percent: amount.percent_of(before.value.value),
    })
}
