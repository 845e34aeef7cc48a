//! What a record states, fact by fact, whatever way it is written down.
//!
//! A fact is taken from the model and not from lines of YAML: formatting, comments and the order
//! of items make no difference. Reviews, `git diff` and merging all speak of the same facts.

mod agreements;
mod alone;
mod collect;
mod definitions;
mod items;
mod lines;
mod meeting;
mod value;

pub use alone::of_file;
pub use lines::lines;
pub use value::Value;

use crate::check::Names;
use crate::model::dialogue::Dialogue;
use crate::model::evidence::Citation;
use crate::model::round::Round;
use crate::model::taxonomy::Taxonomy;
use crate::span::Span;
use collect::Collector;

/// One thing that a file states.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fact {
    /// What kind of thing it is about: `meeting`, `sector`, `agreement`.
    pub subject: &'static str,
    /// Which one, by its id; empty where there is only one.
    pub item: String,
    /// What is said of it, such as `act signed date`; empty where it is that the item is named.
    pub field: String,
    /// The value.
    pub value: Value,
    /// Where it is written.
    pub place: Span,
    /// The sources that it rests on: its own, or those of what stands around it.
    pub sources: Vec<Citation>,
    /// Whether the sources are cited for it alone, and not for the whole round.
    pub cited: bool,
}

impl Fact {
    /// The name of the fact, the same in every version of the file: `sector space`,
    /// `agreement exim-finance-mou act signed date`, `meeting date`.
    pub fn key(&self) -> String {
        let parts = [self.subject, &self.item, &self.field];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" ")
    }
}

/// The facts of a round: the meeting first, then its lists, each by id; every key once.
///
/// With `names`, a sector or topic under another word of the taxonomy goes by its id.
pub fn of_round(round: &Round, names: Option<&Names>) -> Vec<Fact> {
    let mut facts = Collector::default();
    meeting::collect(round, &mut facts);
    items::collect(round, names, &mut facts);
    agreements::collect(round, &mut facts);
    facts.finish()
}

/// The facts of `dialogue.yaml`; those of each party, source and agreement by id, every key once.
pub fn of_dialogue(dialogue: &Dialogue) -> Vec<Fact> {
    let mut facts = Collector::default();
    definitions::of_dialogue(dialogue, &mut facts);
    agreements::standing(dialogue, &mut facts);
    facts.finish()
}

/// The facts of `taxonomy.yaml`, each concept by id, every key once.
pub fn of_taxonomy(taxonomy: &Taxonomy) -> Vec<Fact> {
    let mut facts = Collector::default();
    definitions::of_taxonomy(taxonomy, &mut facts);
    facts.finish()
}
