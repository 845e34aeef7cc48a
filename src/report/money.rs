//! Amounts of money.

use super::context::Setting;
use crate::compare::MoneyChange;
use crate::model::money::{Money, Nature};
use serde::Serialize;

/// An amount in a currency.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct MoneyReport {
    /// The amount, an exact decimal.
    pub amount: String,
    /// The currency, an ISO 4217 code.
    pub currency: String,
    /// What kind of amount it is.
    pub nature: Option<Nature>,
    /// All of it in words.
    pub text: String,
}

/// How far an amount moved.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct DifferenceReport {
    /// After less before, an exact decimal.
    pub amount: String,
    /// The same as a percentage of before, with one decimal place at most.
    pub percent: Option<String>,
}

impl MoneyReport {
    pub(super) fn of(context: &Setting<'_>, money: &Money) -> Self {
        Self {
            amount: money.amount.to_string(),
            currency: money.currency.to_string(),
            nature: money.nature,
            text: context.words.money(money),
        }
    }
}

impl DifferenceReport {
    pub(super) fn of(change: &MoneyChange) -> Self {
        Self {
            amount: change.amount.to_string(),
            percent: change.percent.as_ref().map(ToString::to_string),
        }
    }
}
