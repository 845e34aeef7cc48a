//! What a branch changes in a record: that the dialogue moved on, or that our record of it was
//! corrected.
//!
//! Both sides are loaded by the same pipeline; files with the same contents are kept once, and
//! rounds in such files are neither parsed for facts nor compared.

mod branch;
mod corrections;
mod diagnostics;
mod drift;
mod fingerprint;
mod gate;
mod grade;
mod moved;
pub mod other;
mod rounds;

pub use branch::{Branch, DialoguePair, Side, load};
pub use corrections::{Correction, Stated};
pub use diagnostics::{DiagnosticState, ReviewedDiagnostic};
pub use drift::Drift;
pub use fingerprint::fingerprint;
pub use gate::{FailOn, Gate};
pub use grade::Grade;
pub use other::OtherFile;
pub use rounds::{RoundRef, RoundReview};

use crate::facts::Fact;
use crate::span::FileId;
use corrections::Within;
use std::collections::HashSet;

/// What a branch changes.
#[derive(Clone, Debug)]
pub struct Review {
    /// Each dialogue of either side, by name.
    pub dialogues: Vec<DialogueReview>,
}

/// What a branch changes in one dialogue.
#[derive(Clone, Debug)]
pub struct DialogueReview {
    /// The name of its folder.
    pub name: String,
    /// The name of its folder in the base, where it is another.
    pub former: Option<String>,
    /// Whether it is on the head side only.
    pub is_new: bool,
    /// Whether it is on the base side only.
    pub is_gone: bool,
    /// Rounds that only the head has, by number.
    pub added: Vec<RoundReview>,
    /// Rounds that only the base has, by number.
    pub removed: Vec<RoundReview>,
    /// Rounds of both sides that are written otherwise, renumbered or renamed, by their number in
    /// the head.
    pub corrected: Vec<RoundReview>,
    /// What is changed in `dialogue.yaml` and the taxonomy.
    pub definitions: Vec<DefinitionReview>,
    /// Diagnostics of the head that the base has not, those of the base that the head has not,
    /// and those of both.
    pub diagnostics: Vec<ReviewedDiagnostic>,
}

/// What is changed in a file that all rounds refer to.
#[derive(Clone, Debug)]
pub struct DefinitionReview {
    /// The file in the base.
    pub before: Option<FileId>,
    /// The file in the head.
    pub after: Option<FileId>,
    /// Fact by fact; empty where only its formatting differs.
    pub corrections: Vec<Correction>,
}

impl Review {
    /// Whether the record differs at all.
    pub fn is_changed(&self) -> bool {
        self.dialogues.iter().any(DialogueReview::is_changed)
    }
}

impl DialogueReview {
    /// Whether anything of the dialogue differs.
    pub fn is_changed(&self) -> bool {
        let rounds = [&self.added, &self.removed, &self.corrected];
        self.is_new
            || self.former.is_some()
            || self.is_gone
            || rounds.iter().any(|list| !list.is_empty())
            || !self.definitions.is_empty()
            || self
                .diagnostics
                .iter()
                .any(|one| one.state != DiagnosticState::Old)
    }

    /// The first round whose report may say something else on the two sides.
    pub fn first_affected(&self) -> Option<u32> {
        let facts = |round: &&RoundReview| !round.corrections.is_empty() || round.renumbered();
        let corrected = self.corrected.iter().filter(facts);
        let rounds = corrected.chain(&self.removed).chain(&self.added);
        let definitions = self.definitions.iter();
        let definitions = definitions
            .filter(|file| !file.corrections.is_empty())
            .map(|_| 0);
        rounds.map(RoundReview::number).chain(definitions).min()
    }

    /// Every correction, with the round it is in.
    pub fn corrections(&self) -> impl Iterator<Item = (Option<&RoundReview>, &Correction)> {
        let rounds = self.corrected.iter();
        let rounds =
            rounds.flat_map(|round| round.corrections.iter().map(move |one| (Some(round), one)));
        let definitions = self.definitions.iter().flat_map(|one| &one.corrections);
        rounds.chain(definitions.map(|one| (None, one)))
    }
}

/// Reviews a branch.
pub fn review(branch: &Branch) -> Review {
    let mut told = HashSet::new();
    let dialogues = branch.dialogues.iter();
    let dialogues = dialogues.map(|pair| dialogue(pair, branch, &mut told));
    Review {
        dialogues: dialogues.collect(),
    }
}

/// Reviews one dialogue; of a taxonomy that several share, the first tells.
fn dialogue(
    pair: &DialoguePair,
    branch: &Branch,
    told: &mut HashSet<[Option<FileId>; 2]>,
) -> DialogueReview {
    let paired = rounds::pair(pair, &branch.files);
    let both = pair.base.as_ref().zip(pair.head.as_ref());
    let file = |of: fn(&Side) -> Option<FileId>| {
        [
            pair.base.as_ref().and_then(of),
            pair.head.as_ref().and_then(of),
        ]
    };
    let taxonomy = file(|side| side.texts.taxonomy);
    let first = told.insert(taxonomy);
    let files = [file(|side| side.texts.dialogue), taxonomy];
    let files = files.into_iter().take(if first { 2 } else { 1 });
    let definitions = files.filter(|[before, after]| both.is_some() && before != after);
    let definitions = definitions.map(|files| definition(pair, files)).collect();
    let mut diagnostics = diagnostics::between(pair, &branch.files);
    if !first {
        diagnostics.retain(|one| !taxonomy.contains(&Some(one.diagnostic.label.span.file)));
    }
    DialogueReview {
        name: pair.name.clone(),
        former: pair.former.clone(),
        is_new: pair.base.is_none(),
        is_gone: pair.head.is_none(),
        added: paired.added,
        removed: paired.removed,
        corrected: paired.corrected,
        definitions,
        diagnostics,
    }
}

fn definition(pair: &DialoguePair, [before, after]: [Option<FileId>; 2]) -> DefinitionReview {
    let within = Within {
        dialogue: &pair.name,
        round: "",
        base: pair.base.as_ref(),
        head: pair.head.as_ref(),
    };
    let facts = |side: Option<&'_ Side>, file: Option<FileId>| -> Vec<Fact> {
        let facts = side.zip(file).and_then(|(side, file)| side.facts_of(file));
        facts.unwrap_or_default().to_vec()
    };
    let old = facts(pair.base.as_ref(), before);
    let new = facts(pair.head.as_ref(), after);
    DefinitionReview {
        before,
        after,
        corrections: corrections::between(&old, &new, &within),
    }
}
