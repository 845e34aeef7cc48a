//! Maps and sets of many keys, hashed quickly by a seed that no record can know.
//!
//! Their own order is another in every run: whoever goes through them sorts what comes out.

use foldhash::fast::RandomState;

/// A map whose order means nothing.
pub(crate) type HashMap<K, V> = std::collections::HashMap<K, V, RandomState>;

/// A set whose order means nothing.
pub(crate) type HashSet<K> = std::collections::HashSet<K, RandomState>;

/// A set that keeps the order in which it was filled.
pub(crate) type IndexSet<K> = indexmap::IndexSet<K, RandomState>;
