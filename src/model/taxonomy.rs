//! The sectors and topics that all dialogues know, and how they stand to one another.

use super::id::Id;
use super::text::{Lang, Text};
use crate::span::{Located, Span};
use indexmap::IndexMap;

/// What `taxonomy.yaml` says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Taxonomy {
    /// Sectors; nothing where there is no such list, so that any id is accepted.
    pub sectors: Option<IndexMap<Id, Concept>>,
    /// Topics; nothing where there is no such list, so that any id is accepted.
    pub topics: Option<IndexMap<Id, Concept>>,
}

/// One concept of the taxonomy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Concept {
    /// Its name.
    pub title: Option<Text>,
    /// The wider concept that it belongs to.
    pub broader: Option<Located<Id>>,
    /// Concepts that are near it; the relation works both ways.
    pub related: Vec<Located<Id>>,
    /// What replaces it: one concept, or several where it was split.
    pub replaced_by: Vec<Located<Id>>,
    /// Other words for it.
    pub aliases: Vec<Alias>,
    /// A remark.
    pub note: Option<Text>,
    /// Where its id is written.
    pub span: Span,
}

/// Another word for a concept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Alias {
    /// The language of the word.
    pub lang: Lang,
    /// The word.
    pub word: Located<Box<str>>,
    /// A spelling only: never counted as another wording.
    pub spelling: bool,
}
