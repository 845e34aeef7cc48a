//! Texts to model: every fault of form is a located diagnostic, and reading goes on.

use crate::model::dialogue::Dialogue;
use crate::model::round::Round;
use crate::model::taxonomy::Taxonomy;

/// What the files of one dialogue say, well formed line by line and not yet checked as a whole.
#[derive(Debug)]
pub struct Draft {
    /// The taxonomy; empty where there is none.
    pub taxonomy: Taxonomy,
    /// The dialogue.
    pub dialogue: Dialogue,
    /// The rounds, by number and then by file.
    pub rounds: Vec<Round>,
}
