//! The parts of a text.

use crate::load::yaml::Node;
use std::borrow::Cow;

/// A whole text in its parts.
#[derive(Debug)]
pub(crate) struct Outline<'a> {
    /// What stands before the first key: comments up to a blank line, the mark of a document.
    pub(crate) head: &'a str,
    /// The value.
    pub(crate) value: Value<'a>,
    /// What follows the value and is no part of it.
    pub(crate) tail: &'a str,
}

/// A value as it is written.
#[derive(Clone, Debug)]
pub(crate) struct Value<'a> {
    /// The text: of an inline value from its first character to its last, of a nested one every
    /// line after the head of its entry.
    pub(crate) text: &'a str,
    /// Whether it is a map or list in lines of its own.
    pub(crate) nested: bool,
    /// What it is made of.
    pub(crate) shape: Shape<'a>,
    /// What it says.
    pub(crate) node: &'a Node<'a>,
}

/// What a value is made of.
#[derive(Clone, Debug)]
pub(crate) enum Shape<'a> {
    /// Something that is not taken apart: a scalar, an alias, nothing.
    Single,
    /// A list.
    List(Group<'a>),
    /// A map.
    Map(Group<'a>),
}

/// The entries of a list or map.
#[derive(Clone, Debug)]
pub(crate) struct Group<'a> {
    /// How it is written.
    pub(crate) style: Style<'a>,
    /// The entries, in order.
    pub(crate) entries: Vec<Entry<'a>>,
    /// The comments after the last entry.
    pub(crate) tail: &'a str,
}

/// How a list or map is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Style<'a> {
    /// An id alone, in place of a map with this one key.
    Short,
    /// Between brackets.
    Flow {
        /// The first bracket and the space after it.
        open: &'a str,
        /// The last bracket and what stands before it.
        close: &'a str,
    },
    /// Each entry in lines of its own.
    Block {
        /// How far the entries are indented.
        indent: usize,
        /// Whether the first entry begins behind the dash of the list around it.
        compact: bool,
    },
}

/// An entry of a list or map.
#[derive(Clone, Debug)]
pub(crate) struct Entry<'a> {
    /// The key; empty in a list.
    pub(crate) key: Cow<'a, str>,
    /// The blank lines and comments above it; in a flow the comma and the space before it.
    pub(crate) lead: &'a str,
    /// From the first character, without indentation, to its value: the dash, or the key with its
    /// colon. Where the value is nested, to the end of the line.
    pub(crate) head: &'a str,
    /// The value.
    pub(crate) value: Value<'a>,
    /// What follows an inline value to the end of the entry's lines.
    pub(crate) tail: &'a str,
    /// The head, the value and the tail in one.
    pub(crate) body: &'a str,
}

impl Value<'_> {
    /// The entries, where it has any.
    pub(crate) fn group(&self) -> Option<&Group<'_>> {
        match &self.shape {
            Shape::Single => None,
            Shape::List(group) | Shape::Map(group) => Some(group),
        }
    }
}

impl Style<'_> {
    /// How wide a style is: a block can take in what stands in a flow, and not the reverse.
    pub(crate) fn width(&self) -> u8 {
        match self {
            Self::Short => 0,
            Self::Flow { .. } => 1,
            Self::Block { .. } => 2,
        }
    }
}
