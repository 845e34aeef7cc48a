//! What a statement rests on: its note, the sources cited, and what other sources claim.

use super::id::Id;
use super::text::{Lang, Text};
use crate::span::{Located, Span};
use std::sync::Arc;

/// Note, citations and claims, which any map of a record may carry.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Evidence {
    /// A remark of the author.
    pub note: Option<Text>,
    /// The sources cited here; where empty, those of the map around it hold.
    pub citations: Vec<Citation>,
    /// What other sources say of a key of the same map.
    pub claims: Vec<Claim>,
}

/// A reference to a source, and the place in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Citation {
    /// The source, by its id in `dialogue.yaml`.
    pub source: Located<Id>,
    /// The place in the source, in the words of the author: `line 25`.
    pub at: Option<Arc<str>>,
    /// The very words of the source.
    pub quote: Option<Arc<str>>,
    /// The language of the quote, where it is not the source's.
    pub lang: Option<Lang>,
    /// Where the place is written.
    pub at_place: Option<Span>,
    /// Where the quote is written.
    pub quote_place: Option<Span>,
}

/// What another source says of one key.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Claim {
    /// The key of the same map that the claim is about.
    pub of: Located<Box<str>>,
    /// The value claimed: as a text where it is one, else as it is written.
    pub value: Text,
    /// The sources that claim it.
    pub evidence: Box<Evidence>,
    /// Where the claim is written.
    pub span: Span,
}
