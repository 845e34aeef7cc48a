//! Finding many items in a round's list without searching anew for each.

use crate::matching::Entry;
use crate::model::id::Id;

/// A walk through a list that is sorted by id; it is asked for ids in their order.
pub(super) struct Walk<'e, 'a, M>(&'e [Entry<'a, M>]);

impl<'e, 'a, M> Walk<'e, 'a, M> {
    /// Begins at the first entry; a list that is not stated has none.
    pub(super) fn of(entries: Option<&'e [Entry<'a, M>]>) -> Self {
        Self(entries.unwrap_or_default())
    }

    /// The entry of an id that is no smaller than the last that was asked for.
    pub(super) fn find(&mut self, id: &Id) -> Option<&'e Entry<'a, M>> {
        while let [first, rest @ ..] = self.0
            && first.id < *id
        {
            self.0 = rest;
        }
        self.0.first().filter(|first| first.id == *id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::Ground;

    #[test]
    fn a_walk_finds_what_a_search_finds() {
        let id = |text: &str| Id::new(text).expect("an id");
        let entry = |text: &str| Entry {
            id: id(text),
            ground: Ground::Id,
            mention: &(),
            wording: None,
        };
        let entries: Vec<Entry<'_, ()>> = ["b", "c", "e", "h"].map(entry).into();
        let mut walk = Walk::of(Some(&entries[..]));
        for text in ["a", "b", "b", "d", "e", "f", "h", "i"] {
            let at = entries.binary_search_by(|entry| entry.id.as_str().cmp(text));
            let found = walk.find(&id(text)).map(|entry| entry.id.as_str());
            assert_eq!(found, at.ok().map(|at| entries[at].id.as_str()), "{text}");
        }
        assert!(Walk::<()>::of(None).find(&id("a")).is_none());
    }
}
