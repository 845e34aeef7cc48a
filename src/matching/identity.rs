//! The registry: which id each item goes by now. Nothing else decides that.

use super::Ground;
use crate::check::Successors;
use crate::model::id::Id;
use crate::model::round::ListKind;
use std::collections::BTreeMap;

/// What was declared of ids, and what likeness adds to it.
#[derive(Clone, Debug)]
pub(super) struct Identity<'a> {
    declared: &'a Successors,
    /// For each item that likeness joins to a later one, the last of these.
    likely: BTreeMap<(ListKind, Id), Id>,
}

impl<'a> Identity<'a> {
    /// What is declared, and no more.
    pub(super) fn declared(declared: &'a Successors) -> Self {
        Self {
            declared,
            likely: BTreeMap::new(),
        }
    }

    /// What is declared, with pairs of a former item and a later one, both of them current.
    ///
    /// Each item is the former one of at most one pair, and pairs lead forward in time.
    pub(super) fn joined<'i>(
        &self,
        pairs: impl Iterator<Item = (ListKind, &'i Id, &'i Id)>,
    ) -> Self {
        let direct: BTreeMap<(ListKind, Id), Id> = pairs
            .map(|(list, former, later)| ((list, former.clone()), later.clone()))
            .collect();
        let last = |list: ListKind, later: &Id| {
            let mut now = later;
            // No chain is longer than there are pairs.
            for _ in 0..direct.len() {
                match direct.get(&(list, now.clone())) {
                    Some(next) => now = next,
                    None => break,
                }
            }
            now.clone()
        };
        let likely = direct.iter().map(|((list, former), later)| {
            let key = (*list, former.clone());
            (key, last(*list, later))
        });
        Self {
            declared: self.declared,
            likely: likely.collect(),
        }
    }

    /// The id that an item has now.
    pub(super) fn current(&self, list: ListKind, id: &Id) -> Id {
        self.bound(list, id, Ground::Id).0
    }

    /// The id that an item has now, and why, for one that was named on some ground.
    pub(super) fn bound(&self, list: ListKind, id: &Id, named: Ground) -> (Id, Ground) {
        let declared = self.declared.current(list, id);
        if !self.likely.is_empty()
            && let Some(now) = self.likely.get(&(list, declared.clone()))
        {
            return (now.clone(), Ground::Likeness);
        }
        let ground = if declared == id {
            named
        } else {
            Ground::Continues
        };
        (declared.clone(), ground)
    }
}
