//! Where else in the series an item stands.

use super::Pair;
use crate::matching::Series;
use crate::model::id::Id;
use crate::model::round::{Coverage, ListKind};

/// Where an item stands in the series, up to the later round of a comparison.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Seen {
    /// The first round that names it.
    pub first: Option<u32>,
    /// The last round before the later side that names it.
    pub last: Option<u32>,
    /// Every round that names it.
    pub rounds: Vec<u32>,
    /// Whether every earlier round is known, none is missing, and each list is complete,
    /// so that *new* may be said to be for the first time.
    pub certain: bool,
}

/// Where the items of a list stand, up to the later round of a pair.
pub(super) struct Sightings<'s, 'a> {
    series: &'s Series<'a>,
    list: ListKind,
    later: u32,
    certain: bool,
}

impl<'s, 'a> Sightings<'s, 'a> {
    pub(super) fn of(pair: &Pair<'s, 'a>, list: ListKind) -> Self {
        Self {
            series: pair.series,
            list,
            later: pair.later().number(),
            certain: !pair.reversed() && is_whole(pair, list),
        }
    }

    /// Where an item stands.
    pub(super) fn seen(&self, id: &Id) -> Seen {
        let rounds = self.series.sightings(self.list, id);
        let told = rounds.partition_point(|number| *number <= self.later);
        Seen {
            certain: self.certain,
            ..of(rounds[..told].to_vec(), self.later)
        }
    }
}

/// Where an item stands, by the rounds that have it up to the later one.
pub(super) fn of(rounds: Vec<u32>, later: u32) -> Seen {
    Seen {
        first: rounds.first().copied(),
        last: rounds.iter().rev().find(|number| **number < later).copied(),
        rounds,
        certain: false,
    }
}

/// Whether every round before the later one is in the record, with the list, and the list whole.
fn is_whole(pair: &Pair<'_, '_>, list: ListKind) -> bool {
    let later = pair.later().number();
    let missing = &pair.series.record.dialogue().missing;
    let earlier = pair
        .series
        .rounds
        .iter()
        .take_while(|round| round.number() < later);
    let mut next = None;
    for round in earlier {
        let number = round.number();
        let in_row = next.map_or(number <= 1, |next| number == next);
        let whole = round.round.coverage.of(list) == Coverage::Complete;
        if !in_row || !whole || round.list(list).is_none() {
            return false;
        }
        next = number.checked_add(1);
    }
    next == Some(later) && missing.iter().all(|number| number.value >= later)
}
