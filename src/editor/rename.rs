//! A new id for an item, wherever it is named.

use super::{Desk, Edit, Mention, Spot};
use crate::model::id::Id;
use crate::span::Span;
use std::collections::BTreeSet;

/// Why an item cannot have a new id.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Refusal {
    /// No id stands there.
    #[error("no id stands here")]
    NoId,
    /// The new one is no id.
    #[error("`{0}` is no id: an id is small letters a to z and digits, in words joined by hyphens")]
    NotAnId(String),
    /// Another item has it.
    #[error("`{0}` is taken")]
    Taken(String),
    /// A file cannot be read, and may name the item.
    #[error("`{0}` cannot be read, and may name the item: mend it first")]
    Unread(String),
    /// A mention is written in an unusual way.
    #[error("`{0}` writes the id in a way that cannot be edited")]
    Unusual(String),
}

impl Desk {
    /// The place of the id that could be renamed, without quotes.
    pub fn can_rename(&self, file: &str, at: usize) -> Option<Spot> {
        let one = self.mention(file, at)?;
        self.bare(one).filter(|_| one.written == one.id)
    }

    /// The changes that give the item at a place a new id, by file and place.
    ///
    /// Other words for a sector stay as they are, and so does everything that is no id.
    pub fn rename(&self, file: &str, at: usize, new: &str) -> Result<Vec<Edit>, Refusal> {
        let one = self.mention(file, at).ok_or(Refusal::NoId)?;
        // YAML reads a bare `null` as nothing.
        if Id::new(new).is_none() || new == "null" {
            return Err(Refusal::NotAnId(new.to_owned()));
        }
        if new == one.id {
            return Ok(Vec::new());
        }
        let mut dialogues = 0..self.dialogues.len();
        if dialogues.any(|nth| !self.index.named(one.name, nth, new).is_empty()) {
            return Err(Refusal::Taken(new.to_owned()));
        }
        if let Some(unread) = self.index.unread.first() {
            return Err(Refusal::Unread(unread.clone()));
        }
        let mut edits = Vec::new();
        let mut seen = BTreeSet::new();
        let same = self.index.same(one).iter();
        for mention in same.filter(|mention| mention.written == one.id) {
            // What an alias of YAML stands for is written at its anchor.
            if self.written(mention).starts_with('*') {
                continue;
            }
            let spot = self
                .bare(mention)
                .ok_or_else(|| Refusal::Unusual(self.file(mention.spot).to_owned()))?;
            if seen.insert(spot) {
                edits.push(Edit {
                    spot,
                    text: new.to_owned(),
                });
            }
        }
        Ok(edits)
    }

    fn written(&self, one: &Mention) -> &str {
        self.dialogues[one.spot.dialogue].files.slice(one.spot.span)
    }

    /// The place of an id without quotes; none where it is not written plainly.
    fn bare(&self, one: &Mention) -> Option<Spot> {
        let written = self.written(one);
        let inner = ['"', '\'']
            .into_iter()
            .find_map(|quote| written.strip_prefix(quote)?.strip_suffix(quote));
        let range = one.spot.span.range();
        let range = if inner.is_some() {
            range.start + 1..range.end - 1
        } else {
            range
        };
        (inner.unwrap_or(written) == one.written).then(|| Spot {
            span: Span::new(one.spot.span.file, range),
            ..one.spot
        })
    }
}
