//! Conclusions that a reader would underline: rules with arguments, no sentences.
//!
//! A rule says what it found and what that rests on; the catalogues say it in words.

mod agreements;
mod argument;
mod cadence;
mod commitments;
mod facts;
mod fingerprint;
mod heads;
mod likeness;
mod meeting;
mod renaming;
pub mod rule;
mod sectors;
pub mod settings;
mod sources;

pub use argument::Argument;
pub use rule::Rule;
pub use settings::Settings;

use crate::compare::Comparison;
use crate::history::History;
use crate::model::dialogue::Dialogue;
use crate::span::Span;
use facts::Facts;

/// One conclusion, and what it rests on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// The rule; the catalogues hold its sentence as `finding-<rule>`.
    pub rule: Rule,
    /// How much it matters, from 1.
    pub priority: u8,
    /// What the sentence needs, by the names that the catalogues use.
    pub arguments: Vec<(&'static str, Argument)>,
    /// The places in the files that it rests on, each once, and of many the first
    /// hundred; never empty.
    pub rests_on: Vec<Span>,
    /// A hash of the dialogue, the rounds, the rule and its arguments, free of wording and line
    /// numbers: 16 hexadecimal digits.
    pub fingerprint: String,
}

/// Draws the conclusions of a comparison in a dialogue, the weightiest first.
///
/// `history` is that of the series up to the later of the two rounds. Of a comparison whose
/// *after* is the earlier round, only what reads the same in either order is told.
pub fn findings(
    dialogue: &Dialogue,
    comparison: &Comparison<'_>,
    history: &History<'_>,
    settings: &Settings,
) -> Vec<Finding> {
    let mut facts = Facts::new(dialogue, Some(comparison), history, settings);
    sectors::find(comparison, &mut facts);
    renaming::find(comparison, &mut facts);
    meeting::find(comparison, &mut facts);
    heads::find(comparison, &mut facts);
    agreements::find(comparison, &mut facts);
    of_the_series(&mut facts);
    facts.ranked()
}

/// Draws the conclusions of a whole series up to the last round of its history, the weightiest
/// first.
pub fn of_series(dialogue: &Dialogue, history: &History<'_>, settings: &Settings) -> Vec<Finding> {
    let mut facts = Facts::new(dialogue, None, history, settings);
    of_the_series(&mut facts);
    facts.ranked()
}

/// What is told of a series, in the report of two of its rounds too.
fn of_the_series(facts: &mut Facts<'_, '_>) {
    likeness::find(facts);
    cadence::find(facts);
    commitments::find(facts);
    agreements::find_silent(facts);
    sources::find(facts);
}
