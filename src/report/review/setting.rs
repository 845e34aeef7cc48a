//! What every part of a review's report needs.

use super::Reviewed;
use crate::report::agreement::Named;
use crate::report::context;
use crate::report::phrase::Phrase;
use crate::review::{RoundRef, Side};
use crate::span::{Place, Span};
use crate::words::Words;

/// A review, and the words to tell it in.
pub(super) struct Setting<'r> {
    pub(super) reviewed: &'r Reviewed<'r>,
    pub(super) words: &'r Words,
}

impl Setting<'_> {
    pub(super) fn lang(&self) -> &str {
        self.words.tag()
    }

    pub(super) fn place(&self, span: Span) -> Place {
        self.reviewed.branch.files.place(span)
    }

    /// The side of a dialogue that its name and title are taken from.
    fn side(&self, name: &str) -> Option<&Side> {
        let pair = self
            .reviewed
            .branch
            .dialogues
            .iter()
            .find(|pair| pair.name == name)?;
        pair.head.as_ref().or(pair.base.as_ref())
    }

    /// A dialogue by the name of its folder.
    pub(super) fn dialogue(&self, name: &str) -> Named {
        let title = self
            .side(name)
            .and_then(|side| side.dialogue.title.as_ref());
        let title = title.map(|title| Phrase::of(title, self.lang()));
        Named {
            id: name.to_owned(),
            title: title.unwrap_or_else(|| Phrase::id(name, self.lang())),
        }
    }

    /// `Round 2`, or `Third round` in its language.
    pub(super) fn round(&self, number: u32) -> String {
        context::round_as(self.words, "round-label", number)
    }

    /// Where a round's file begins.
    pub(super) fn file(&self, round: RoundRef) -> Place {
        self.place(Span::new(round.file, 0..0))
    }

    /// A number of facts.
    pub(super) fn facts(&self, count: usize) -> String {
        self.words.say(
            "review-facts",
            &[("count", crate::words::Value::Count(count as u64))],
        )
    }
}
