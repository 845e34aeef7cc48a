//! What an editor asks of a record that is being written: who is who, where, and what could
//! stand here.
//!
//! A [`Desk`] holds a record as its files stand now, open or saved; every question is answered
//! from it without reading anything. A file is named as messages name it, a place is a byte.

mod action;
mod complete;
mod context;
mod hover;
mod index;
mod keys;
mod position;
mod rename;

pub use action::Action;
pub use complete::{Completion, Sort};
pub use index::Mention;
pub use position::{Encoding, Lines, Position};
pub use rename::Refusal;

use crate::check::{RoundSet, check};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::load::load;
use crate::source::{Source, Texts};
use crate::span::{FileId, Files, Span};
use index::Index;

/// One dialogue as its files stand.
#[derive(Debug)]
pub struct Opened {
    /// The texts.
    pub files: Files,
    /// Which of them is what.
    pub texts: Texts,
    /// What is wrong with them.
    pub found: Vec<Diagnostic>,
    /// The record; none where something is wrong enough.
    pub record: Option<RoundSet>,
}

/// A record as its files stand.
#[derive(Debug, Default)]
pub struct Desk {
    dialogues: Vec<Opened>,
    index: Index,
}

/// A place in a file of one of the dialogues.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Spot {
    /// Which dialogue, by its place among them.
    pub dialogue: usize,
    /// The place.
    pub span: Span,
}

/// One change of a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edit {
    /// What is replaced.
    pub spot: Spot,
    /// What stands there then.
    pub text: String,
}

impl Desk {
    /// Reads every dialogue of a source.
    pub fn read(source: &Source) -> Result<Self, Error> {
        let entries = source.dialogues()?;
        let mut dialogues = Vec::with_capacity(entries.len());
        for entry in entries {
            let (mut files, mut found) = (Files::default(), Vec::new());
            let texts = entry.read(&mut files, &mut found)?;
            let draft = load(&files, &texts, &mut found);
            let record = check(draft, &mut found);
            dialogues.push(Opened {
                files,
                texts,
                found,
                record,
            });
        }
        Ok(Self::of(dialogues))
    }

    /// Takes dialogues that were read.
    pub fn of(dialogues: Vec<Opened>) -> Self {
        let index = Index::of(&dialogues);
        Self { dialogues, index }
    }

    /// The dialogues.
    pub fn dialogues(&self) -> &[Opened] {
        &self.dialogues
    }

    /// The file of a place.
    pub fn file(&self, spot: Spot) -> &str {
        self.dialogues[spot.dialogue].files.name(spot.span.file)
    }

    /// The text of the file of a place.
    pub fn text(&self, spot: Spot) -> &str {
        self.dialogues[spot.dialogue].files.text(spot.span.file)
    }

    /// Where an item is defined: in the taxonomy or in `dialogue.yaml`, else at its first mention.
    pub fn definition(&self, file: &str, at: usize) -> Option<Spot> {
        let asked = self.mention(file, at)?;
        let all = self.index.same(asked);
        let defined = all.iter().find(|one| one.defines);
        let first = all.iter().find(|one| one.item).or(all.first());
        defined.or(first).map(|one| one.spot)
    }

    /// Every mention of the item that is named at a place, its definition too.
    pub fn references(&self, file: &str, at: usize) -> Vec<Spot> {
        let Some(asked) = self.mention(file, at) else {
            return Vec::new();
        };
        self.index.same(asked).iter().map(|one| one.spot).collect()
    }

    /// The id that stands at a place.
    pub fn mention(&self, file: &str, at: usize) -> Option<&Mention> {
        let (dialogue, file) = self.find(file)?;
        self.index.at(dialogue, file, at)
    }

    /// The first dialogue that has a file of a name.
    fn find(&self, name: &str) -> Option<(usize, FileId)> {
        self.dialogues.iter().enumerate().find_map(|(nth, one)| {
            let mut all = one.texts.all();
            let file = all.find(|file| one.files.name(*file) == name)?;
            Some((nth, file))
        })
    }
}

#[cfg(test)]
mod tests;
