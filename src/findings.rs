//! Conclusions that a reader would underline: rules with arguments, no sentences.
//!
//! A rule says what it found and what that rests on; the catalogues say it in words.

mod agreements;
mod commitments;
mod fingerprint;
mod rounds;
mod sectors;

use crate::compare::Comparison;
use crate::history::History;
use crate::model::date::Days;
use crate::model::id::Id;
use crate::model::round::Round;
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
    /// A hash of the dialogue, the rounds, the rule and its arguments, free of wording and line
    /// numbers: 16 hexadecimal digits.
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

/// Draws the conclusions of a comparison in a dialogue, the weightiest first.
pub fn findings(dialogue: &Id, comparison: &Comparison<'_>, history: &History) -> Vec<Finding> {
    let mut found = Vec::new();
    sectors::find(comparison, &mut found);
    commitments::find(comparison, &mut found);
    agreements::find(comparison, &mut found);
    rounds::find(comparison, history, &mut found);
    let number = |round: &Round| round.number.value;
    let rounds = (comparison.before.map(number), number(comparison.after));
    for finding in &mut found {
        finding.fingerprint = fingerprint::of(dialogue, rounds, finding);
    }
    // Those of one rule keep the order of their items, which are sorted by id.
    found.sort_by_key(|finding| (finding.priority, finding.rule));
    found
}

impl Finding {
    fn new(
        rule: &'static str,
        priority: u8,
        arguments: Vec<(&'static str, Argument)>,
        rests_on: Vec<Span>,
    ) -> Self {
        Self {
            rule,
            priority,
            arguments,
            rests_on,
            fingerprint: String::new(),
        }
    }
}
