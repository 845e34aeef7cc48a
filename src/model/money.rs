//! Amounts of money: exact decimals with an ISO 4217 code.

use super::term::terms;

/// An exact decimal number: `units` × 10 to the power of −`scale`; equal values are equal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Decimal {
    units: i128,
    scale: u8,
}

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

/// An ISO 4217 code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Currency([u8; 3]);

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
