//! Which items may be one under two ids: found through what few items have, never by comparing
//! all with all.

use super::items::{Facts, Item};
use super::lexicon::{Called, Lexicon, Spoken};
use super::score::party_ids;
use crate::model::agreement::AgreementType;
use crate::model::id::Id;
use crate::model::money::{Currency, Decimal, Money};
use crate::tables::HashMap;
use std::collections::BTreeSet;

/// What more items have than this does not lead from one to another, so that the work for each
/// item is bounded however long the list is.
pub(super) const COMMON: usize = 20;

/// Of so many of a text's rarest words every two are looked up together, where each alone is
/// too common.
const JOINED: usize = 5;

/// What two items can share.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
enum Key {
    /// A word.
    Word(u32),
    /// Two words, each of which is common.
    Words(u32, u32),
    /// Type, parties and value.
    Body(AgreementType, Vec<Id>, Currency, Decimal),
}

/// The items that are left over: not there from the first round to the last.
#[derive(Debug)]
pub(super) struct Leftovers<'i, 'a> {
    /// The items.
    pub(super) items: Vec<(&'i Item<'a>, Called)>,
    /// Their words.
    pub(super) lexicon: Lexicon,
    /// How many of them have a value.
    values: HashMap<(Currency, Decimal), usize>,
}

impl<'i, 'a> Leftovers<'i, 'a> {
    /// Finds the items that are not there from the first to the last.
    pub(super) fn of(items: &'i [Item<'a>]) -> Self {
        let begin = items.iter().map(|item| item.first).min().unwrap_or(0);
        let end = items.iter().map(|item| item.last).max().unwrap_or(0);
        let mut lexicon = Lexicon::default();
        let mut values = HashMap::default();
        let left = items
            .iter()
            .filter(|item| item.first > begin || item.last < end);
        let mut counted = Vec::new();
        for item in left {
            counted.push((item, lexicon.count(item)));
            let mut own: Vec<_> = [item.early.value, item.late.value]
                .into_iter()
                .flatten()
                .map(|value| (value.currency, value.amount))
                .collect();
            own.dedup();
            for value in own {
                *values.entry(value).or_default() += 1;
            }
        }
        Self {
            items: counted,
            lexicon,
            values,
        }
    }

    /// How many items have a value.
    pub(super) fn holders(&self, value: &Money) -> usize {
        let known = self.values.get(&(value.currency, value.amount));
        known.copied().unwrap_or(0)
    }

    /// Every former item and later one that share something telling, by their places, sorted.
    pub(super) fn pairs(&self) -> Vec<(usize, usize)> {
        let mut shared: HashMap<Key, (Vec<usize>, Vec<usize>)> = HashMap::default();
        for (at, (item, called)) in self.items.iter().enumerate() {
            for key in self.keys(&called.late, &item.late) {
                shared.entry(key).or_default().0.push(at);
            }
            for key in self.keys(&called.early, &item.early) {
                shared.entry(key).or_default().1.push(at);
            }
        }
        let mut pairs = BTreeSet::new();
        for (formers, laters) in shared.into_values() {
            if formers.len().max(laters.len()) > COMMON {
                continue;
            }
            for former in &formers {
                let ends = self.items[*former].0;
                let after = laters
                    .iter()
                    .filter(|later| ends.ends_before(self.items[**later].0));
                pairs.extend(after.map(|later| (*former, *later)));
            }
        }
        pairs.into_iter().collect()
    }

    fn keys(&self, spoken: &[Spoken], facts: &Facts<'_>) -> Vec<Key> {
        let mut keys: Vec<Key> = Vec::new();
        for one in spoken {
            let (rare, common): (Vec<u32>, Vec<u32>) = one
                .words
                .iter()
                .filter(|word| self.lexicon.tells(**word))
                .partition(|word| self.lexicon.holders(**word) <= COMMON);
            let telling = rare.len();
            keys.extend(rare.into_iter().map(Key::Word));
            if telling > 1 {
                // What shares none of these shares too little to be alike.
                continue;
            }
            let mut common = common;
            common.sort_by_key(|word| (self.lexicon.holders(*word), *word));
            common.truncate(JOINED);
            common.sort_unstable();
            for (nth, first) in common.iter().enumerate() {
                keys.extend(
                    common[nth + 1..]
                        .iter()
                        .map(|second| Key::Words(*first, *second)),
                );
            }
        }
        if let (Some(kind), Some(value)) = (facts.kind, facts.value)
            && facts.parties.is_some()
        {
            let parties = party_ids(facts);
            keys.push(Key::Body(kind, parties, value.currency, value.amount));
        }
        keys
    }
}
