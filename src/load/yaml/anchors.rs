//! Anchored values, kept for the aliases that stand for them.

use super::{Entry, Node, Value};
use crate::load::limits;
use std::collections::HashMap;

/// How much a value is, itself counted.
#[derive(Clone, Copy, Default)]
pub(super) struct Size {
    /// Nodes, keys not counted.
    pub(super) nodes: usize,
    /// Lists and maps on the way to its deepest value.
    pub(super) height: usize,
}

/// Why an alias cannot be followed.
pub(super) enum Refusal {
    /// It stands inside the value that it names.
    Itself,
    /// All aliases together stand for too much.
    Nodes,
    /// The value would stand too deep.
    Nesting,
}

/// Every anchored value so far; one that is too large to be followed is known, but not kept.
#[derive(Default)]
pub(super) struct Anchors<'t> {
    kept: HashMap<usize, (Option<Node<'t>>, Size)>,
    stored: usize,
    expanded: usize,
}

impl<'t> Anchors<'t> {
    /// Keeps a value under its anchor; 0 is no anchor.
    pub(super) fn keep(&mut self, anchor: usize, node: &Node<'t>, size: Size) {
        if anchor == 0 {
            return;
        }
        self.stored = self.stored.saturating_add(size.nodes);
        let node = (self.stored <= limits::ALIAS_NODES).then(|| node.clone());
        self.kept.insert(anchor, (node, size));
    }

    /// The value that an alias at a depth stands for.
    pub(super) fn follow(
        &mut self,
        anchor: usize,
        depth: usize,
    ) -> Result<(Node<'t>, Size), Refusal> {
        let (node, size) = self.kept.get(&anchor).ok_or(Refusal::Itself)?;
        self.expanded = self.expanded.saturating_add(size.nodes);
        if depth + size.height > limits::NESTING {
            return Err(Refusal::Nesting);
        }
        match node {
            Some(node) if self.expanded <= limits::ALIAS_NODES => Ok((node.clone(), *size)),
            _ => Err(Refusal::Nodes),
        }
    }
}

impl Size {
    /// The size of a single value.
    pub(super) const SCALAR: Self = Self {
        nodes: 1,
        height: 0,
    };

    /// Takes in a value that stands inside.
    pub(super) fn hold(&mut self, inner: Self) {
        self.nodes += inner.nodes;
        self.height = self.height.max(inner.height + 1);
    }
}

/// The place where the last of some values ends.
pub(super) fn end_of(value: &Value<'_>) -> Option<u32> {
    match value {
        Value::Scalar(_) => None,
        Value::List(items) => items.last().map(|item| item.span.end),
        Value::Map(entries) => entries.last().map(|Entry { span, value, .. }| {
            // The value of an alias may stand elsewhere; an empty one stands nowhere.
            value.span.end.max(span.end)
        }),
    }
}
