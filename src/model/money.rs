//! Amounts of money: exact decimals with an ISO 4217 code.

mod currency;
mod decimal;

pub use currency::{Currency, CurrencyError};
pub use decimal::{Decimal, DecimalError};

use super::term::terms;

/// An amount in a currency.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Money {
    /// The amount.
    pub amount: Decimal,
    /// The currency, an ISO 4217 code.
    pub currency: Currency,
    /// What kind of amount it is, where the source says so.
    pub nature: Option<Nature>,
}

impl Money {
    /// Whether the two amounts may be set against each other: same currency, same nature.
    pub fn is_comparable(&self, other: &Self) -> bool {
        (self.currency, self.nature) == (other.currency, other.nature)
    }
}

terms! {
    /// What kind of amount it is.
    Nature {
        /// At most so much.
        Ceiling = "ceiling",
        /// About so much.
        Indicative = "indicative",
        /// Promised.
        Committed = "committed",
        /// Paid.
        Disbursed = "disbursed",
    }
}
