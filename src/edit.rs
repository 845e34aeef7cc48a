//! A text of YAML cut into its parts, so that one can be changed and all else kept to the byte.
//!
//! `Parsed` reads a text, and its outline cuts it: every byte belongs to exactly one part, so
//! the parts joined are the text again. A comment belongs to the entry below it; one that stands
//! deeper than what follows belongs to the entry above.

mod build;
mod flow;
mod lines;
mod outline;

pub(crate) use lines::{is_gap, shifted};
pub(crate) use outline::{Entry, Group, Outline, Shape, Style, Value};

use crate::diagnostic::{Diagnostic, any_error};
use crate::load::yaml::{self, Node};
use crate::span::Files;

/// Why a text cannot be cut into parts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unfit {
    /// It is not YAML, or has a fault that the reader reports as an error.
    Faulty(Box<Diagnostic>),
    /// It holds nothing.
    Empty,
    /// It is written in a way that this module does not take apart.
    Unusual,
}

/// A text and the tree that was read from it.
#[derive(Debug)]
pub(crate) struct Parsed<'t> {
    text: &'t str,
    node: Node<'t>,
}

impl<'t> Parsed<'t> {
    /// Reads a text, which must have no faults of form.
    pub(crate) fn of(text: &'t str) -> Result<Self, Unfit> {
        let file = Files::default().add("", "");
        let mut found = Vec::new();
        let node = yaml::parse(text, file, &mut found);
        match node {
            Some(node) if !any_error(&found) => Ok(Self { text, node }),
            _ if found.is_empty() => Err(Unfit::Unusual),
            _ => Err(Unfit::Faulty(Box::new(found.swap_remove(0)))),
        }
    }

    /// What the text says.
    pub(crate) fn node(&self) -> &Node<'t> {
        &self.node
    }

    /// Cuts the text into its parts.
    pub(crate) fn outline(&self) -> Result<Outline<'_>, Unfit> {
        if self.node.is_null() {
            return Err(Unfit::Empty);
        }
        build::outline(self.text, &self.node).ok_or(Unfit::Unusual)
    }
}

#[cfg(test)]
mod tests;
