//! Rules across lines and files: a draft in, a record that later stages can trust out.
//!
//! Each family of rules has a file, each rule one place.

mod agreements;
mod commitments;
mod continues;
mod definitions;
mod lists;
mod names;
mod nearest;
mod quotes;
mod references;
mod rounds;
mod taxonomy;
mod titles;

pub use continues::Successors;
pub use names::{Names, Reading, Resolved};
pub use quotes::{check_quotes, has_quotes};

use crate::diagnostic::{Diagnostic, any_error, thin};
use crate::load::{Draft, limits};
use crate::model::date::Bounds;
use crate::model::dialogue::Dialogue;
use crate::model::round::Round;
use crate::model::taxonomy::Taxonomy;
use crate::parallel;

/// The rounds of one dialogue that passed every check, with what they refer to.
#[derive(Debug)]
pub struct RoundSet {
    taxonomy: Taxonomy,
    dialogue: Dialogue,
    /// By number.
    rounds: Vec<Round>,
    names: Names,
    successors: Successors,
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
        let at = self
            .rounds
            .binary_search_by_key(&number, |round| round.number.value);
        at.ok().map(|at| &self.rounds[at])
    }

    /// How much the rounds say, in bytes.
    pub(crate) fn bytes(&self) -> usize {
        bytes(&self.rounds)
    }

    /// What the words of the taxonomy stand for.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// Which id took the place of which.
    pub fn successors(&self) -> &Successors {
        &self.successors
    }

    /// The days on which a round can have begun.
    ///
    /// A round without a date is bounded by its neighbours.
    pub fn first_day(&self, round: &Round) -> Bounds {
        rounds::first_day(&self.rounds, round)
    }
}

/// Checks a draft; every problem goes to `found`, and a record comes out only where none of
/// those, nor of what `found` held, is an error.
pub fn check(draft: Draft, found: &mut Vec<Diagnostic>) -> Option<RoundSet> {
    let Draft {
        taxonomy,
        dialogue,
        rounds,
        unread,
        taxonomy_faulty,
        dialogue_faulty,
    } = draft;
    let names = Names::of(&taxonomy);
    taxonomy::check(&taxonomy, found);
    rounds::check(&dialogue, &rounds, &unread, found);
    // Where a file that defines names has errors, a name that it lacks may be one of those.
    let whole = references::Whole {
        taxonomy: !taxonomy_faulty,
        dialogue: !dialogue_faulty,
        rounds: unread.is_empty(),
    };
    // Two halves that need nothing of each other; where they tell of one place, their order stays.
    let of_identity = || {
        let mut found = [const { Vec::new() }; 3];
        let [continued, defined, moved] = &mut found;
        let successors = continues::check(&dialogue, &rounds, &names, whole, continued);
        definitions::check(&dialogue, &rounds, &names, &successors, defined);
        agreements::check(&dialogue, &rounds, &successors, moved);
        (successors, found)
    };
    let of_lists = || {
        let mut found = [const { Vec::new() }; 4];
        let [referred, listed, promised, titled] = &mut found;
        references::check(&dialogue, &rounds, &names, whole, referred);
        lists::check(&dialogue, &rounds, &names, listed);
        commitments::check(&rounds, promised);
        titles::check(&taxonomy, &dialogue, &rounds, titled);
        found
    };
    let ((successors, [continued, defined, moved]), [referred, listed, promised, titled]) =
        parallel::both(bytes(&rounds), of_identity, of_lists);
    let all = [
        referred, continued, listed, defined, moved, promised, titled,
    ];
    found.extend(all.into_iter().flatten());
    found.sort_by_key(|one| one.label.span);
    thin(found, limits::FAULTS);
    (!any_error(found)).then_some(RoundSet {
        taxonomy,
        dialogue,
        rounds,
        names,
        successors,
    })
}

fn bytes(rounds: &[Round]) -> usize {
    rounds.iter().map(|round| round.span.range().len()).sum()
}
