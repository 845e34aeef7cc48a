//! Whether a map has a key already.

use crate::load::yaml::Entry;
use crate::tables::HashSet;
use std::borrow::Cow;

/// From how many keys on they are looked up by hash.
const MANY: usize = 16;

/// The keys of a large map; those of a small one are gone through.
#[derive(Default)]
pub(super) struct Keys<'t>(HashSet<&'t str>);

impl<'t> Keys<'t> {
    /// Whether a key is none of those of the entries so far, of which there is one more each time.
    pub(super) fn are_without(&mut self, key: &'t str, entries: &[Entry<'t>]) -> bool {
        if entries.len() < MANY {
            return entries.iter().all(|entry| entry.key != key);
        }
        if self.0.is_empty() {
            let keys = entries.iter().filter_map(|entry| match entry.key {
                Cow::Borrowed(key) => Some(key),
                Cow::Owned(_) => None,
            });
            self.0.extend(keys);
        }
        self.0.insert(key)
    }
}
