//! Conclusions that a reader would underline: rules with arguments, no sentences.

use crate::model::date::Days;
use crate::model::id::Id;
use crate::span::Span;

/// One conclusion, and what it rests on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// The rule, in kebab case; the catalogues hold its sentence as `finding-<rule>`.
    pub rule: &'static str,
    /// How much it matters, from 1.
    pub priority: u8,
    /// What the sentence needs, by the names that the catalogues use.
    pub arguments: Vec<(&'static str, Argument)>,
    /// The places in the files that it rests on; never empty.
    pub rests_on: Vec<Span>,
    /// A hash of the rule and its arguments, free of wording and line numbers: 16 hexadecimal digits.
    pub fingerprint: String,
}

/// A fact in a finding; how it is written is the report's business.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Argument {
    /// A count.
    Count(u64),
    /// A round, by number.
    Round(u32),
    /// One sector.
    Sector(Id),
    /// Several sectors.
    Sectors(Vec<Id>),
    /// An agreement.
    Agreement(Id),
    /// A commitment.
    Commitment(Id),
    /// A number of days.
    Days(Days),
}
