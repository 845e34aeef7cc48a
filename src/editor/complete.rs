//! What could be written at a place.

use super::context::{context, takes};
use super::index::ITEMS;
use super::{Desk, Mention};
use crate::schema::{Kind, Name};
use std::ops::Range;

/// Something that could be written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Completion {
    /// What it is.
    pub sort: Sort,
    /// The word.
    pub word: String,
    /// What is written for it.
    pub text: String,
    /// What it is called, in every language that the record has, or what it means.
    pub detail: String,
    /// The bytes that it replaces.
    pub replaces: Range<usize>,
}

/// A sort of word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sort {
    /// An id.
    Id,
    /// A key.
    Key,
    /// A word of a closed list.
    Word,
}

impl Desk {
    /// What could be written at a byte of a text that stands in a file.
    ///
    /// The text may be newer than what the desk was made of.
    pub fn completions(&self, file: &str, text: &str, at: usize) -> Vec<Completion> {
        let name = file.rsplit('/').next().unwrap_or_default();
        let Some(shape) = Kind::of_name(name).and_then(Kind::shape) else {
            return Vec::new();
        };
        let replaces = word(text, at);
        let Some(here) = context(&text[..replaces.start]) else {
            return Vec::new();
        };
        let Some(value) = takes(shape, &here.path) else {
            return Vec::new();
        };
        let mut all = Vec::new();
        let mut add = |sort, word: &str, text: String, detail: String| {
            all.push(Completion {
                sort,
                word: word.to_owned(),
                text,
                detail,
                replaces: replaces.clone(),
            });
        };
        if here.value {
            for word in value.words() {
                add(Sort::Word, word, word.to_owned(), String::new());
            }
            let dialogue = self.dialogue_of(file);
            for (id, titles) in value
                .name()
                .map(|name| self.ids(name, dialogue))
                .unwrap_or_default()
            {
                add(Sort::Id, id, id.to_owned(), titles);
            }
        }
        if here.key
            && let Some(shape) = value.shape()
        {
            for key in shape.all_keys() {
                add(
                    Sort::Key,
                    key.name,
                    format!("{}: ", key.name),
                    key.about.to_owned(),
                );
            }
        }
        all
    }

    /// The ids that a dialogue can write for something, with what each is called.
    fn ids(&self, name: Name, dialogue: usize) -> Vec<(&str, String)> {
        let names = match name {
            Name::Item => ITEMS.to_vec(),
            name => vec![name],
        };
        let mut all = Vec::new();
        for name in names {
            let items: Vec<&[Mention]> = self.index.items(name, dialogue).collect();
            // Where a file defines what there is, a mention of anything else is a slip.
            let defined = |one: &&[Mention]| one.iter().any(|one| one.defines);
            let closed = items.iter().any(defined);
            let items = items.into_iter().filter(|one| !closed || defined(one));
            all.extend(items.map(|one| (one[0].id.as_str(), titles(one))));
        }
        all
    }

    /// The dialogue that a file is of, or would be.
    fn dialogue_of(&self, file: &str) -> usize {
        let folder = |name: &str| name.rsplit_once('/').map(|(folder, _)| folder.to_owned());
        let own = |one: &super::Opened| {
            let mut all = one
                .texts
                .dialogue
                .into_iter()
                .chain(one.texts.rounds.iter().map(|round| round.file));
            all.any(|other| folder(one.files.name(other)) == folder(file))
        };
        self.dialogues.iter().position(own).unwrap_or(0)
    }
}

/// What an item is called, as it was first said.
pub(super) fn titles(mentions: &[Mention]) -> String {
    let first = mentions.iter().find(|one| !one.titles.is_empty());
    let titles = first.map(|one| one.titles.iter().map(|(_, title)| title.as_str()));
    titles.map_or(String::new(), |titles| {
        titles.collect::<Vec<_>>().join(" · ")
    })
}

/// The bytes of the word around a place.
fn word(text: &str, at: usize) -> Range<usize> {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let part = |one: char| one.is_alphanumeric() || matches!(one, '-' | '_');
    let before = text[..at].trim_end_matches(part);
    // A dash that begins an item is no part of a word.
    let dash =
        text[before.len()..at].starts_with('-') && before.trim_end_matches(' ').ends_with('\n');
    let start = if dash { before.len() + 1 } else { before.len() };
    let after = text[at..].trim_start_matches(part);
    start.min(at)..text.len() - after.len()
}
