//! In which rounds every item is named.

use super::SeriesRound;
use super::titles::LISTS;
use crate::model::id::Id;
use crate::model::round::ListKind;
use crate::tables::HashMap;
use std::collections::BTreeMap;

/// The numbers of the rounds that name each item, found once for a whole series.
#[derive(Debug)]
pub(super) struct Sightings(BTreeMap<ListKind, HashMap<Id, Vec<u32>>>);

impl Sightings {
    pub(super) fn of(rounds: &[SeriesRound<'_>]) -> Self {
        let mut sightings = BTreeMap::<_, HashMap<Id, Vec<u32>>>::new();
        for list in LISTS {
            let named = sightings.entry(list).or_default();
            for round in rounds {
                for entry in round.list(list).unwrap_or_default() {
                    match named.get_mut(&entry.id) {
                        Some(numbers) => numbers.push(round.number()),
                        None => drop(named.insert(entry.id.clone(), vec![round.number()])),
                    }
                }
            }
        }
        Self(sightings)
    }

    /// The rounds that name an item, in order.
    pub(super) fn get(&self, list: ListKind, id: &Id) -> &[u32] {
        let named = self.0.get(&list).and_then(|named| named.get(id));
        named.map_or(&[], Vec::as_slice)
    }
}
