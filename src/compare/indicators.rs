//! Figures that rounds quote.

use super::{Pair, Sides};
use crate::model::id::Id;
use crate::model::money::Decimal;
use crate::model::round::{Indicator, Round};
use std::collections::BTreeMap;

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
    let mut figures: BTreeMap<&Id, Sides<Option<&Indicator>>> = BTreeMap::new();
    for one in pair
        .before
        .into_iter()
        .flat_map(|before| quoted(before.round))
    {
        newer(&mut figures.entry(&one.id.value).or_default().before, one);
    }
    for one in quoted(pair.after.round) {
        newer(&mut figures.entry(&one.id.value).or_default().after, one);
    }
    figures
        .into_iter()
        .map(|(id, sides)| IndicatorChange {
            id: id.clone(),
            change: sides
                .before
                .zip(sides.after)
                .and_then(|(one, other)| change(one, other)),
            sides,
        })
        .collect()
}

fn quoted(round: &Round) -> impl Iterator<Item = &Indicator> {
    round.indicators.iter().flatten()
}

/// Keeps the figure of the newer period; one that is of no period is older than any.
fn newer<'a>(known: &mut Option<&'a Indicator>, one: &'a Indicator) {
    let is_older = known.is_some_and(|known| match (&one.period, &known.period) {
        (Some(one), Some(known)) => one.value.sorting(&known.value).is_lt(),
        (one, _) => one.is_none(),
    });
    if !is_older {
        *known = Some(one);
    }
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
