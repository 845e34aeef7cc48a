//! How much of their agendas two rounds share.

use crate::matching::SeriesRound;
use crate::model::id::Id;
use crate::tables::HashMap;

/// How much of their agendas two rounds share.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Overlap {
    /// The earlier round.
    pub one: u32,
    /// The later round.
    pub other: u32,
    /// How many sectors both name.
    pub shared: usize,
    /// How many sectors either names.
    pub all: usize,
}

impl Overlap {
    /// Compares the shares of two overlaps exactly, as fractions.
    pub fn by_share(&self, other: &Self) -> std::cmp::Ordering {
        let cross = |one: &Self, other: &Self| one.shared * other.all.max(1);
        cross(self, other).cmp(&cross(other, self))
    }
}

/// More rounds than this are compared with their nearest neighbours only.
pub(crate) const FULL: usize = 60;

/// The overlaps of every two rounds that state their sectors, in the order of rounds.
///
/// In a series of more than sixty rounds, each round is compared with the sixty before it.
pub(super) fn overlaps(part: &[&SeriesRound<'_>]) -> Vec<Overlap> {
    // Each id by a number of its own: numbers compare faster than words.
    let mut known: HashMap<&Id, usize> = HashMap::default();
    let mut agendas: Vec<(u32, Vec<usize>)> = Vec::new();
    for round in part {
        let Some(entries) = round.sectors.as_deref() else {
            continue;
        };
        let ids = entries.iter().map(|entry| {
            let next = known.len();
            *known.entry(&entry.id).or_insert(next)
        });
        let mut ids: Vec<usize> = ids.collect();
        ids.sort_unstable();
        agendas.push((round.number(), ids));
    }
    let mut overlaps = Vec::new();
    for (nth, (one, first)) in agendas.iter().enumerate() {
        for (other, second) in agendas.iter().skip(nth + 1).take(FULL) {
            let shared = shared(first, second);
            overlaps.push(Overlap {
                one: *one,
                other: *other,
                shared,
                all: first.len() + second.len() - shared,
            });
        }
    }
    overlaps
}

/// Adds the last round of a part to the overlaps up to the round before.
pub(super) fn go_on(overlaps: &mut Vec<Overlap>, part: &[&SeriesRound<'_>]) {
    let has_agenda = |round: &&SeriesRound<'_>| round.sectors.is_some();
    if !part.last().is_some_and(has_agenda) {
        return;
    }
    // Those from the first round that it is compared with on are read anew, each in its place.
    let stated = part.iter().copied().rev().filter(has_agenda);
    let mut near: Vec<&SeriesRound<'_>> = stated.take(FULL + 1).collect();
    near.reverse();
    let from = near.first().map_or(0, |round| round.number());
    overlaps.truncate(overlaps.partition_point(|one| one.one < from));
    overlaps.extend(self::overlaps(&near));
}

/// How many numbers of one sorted list are in another.
fn shared(first: &[usize], second: &[usize]) -> usize {
    let mut rest = second;
    let mut count = 0;
    for one in first {
        while rest.first().is_some_and(|other| other < one) {
            rest = &rest[1..];
        }
        count += usize::from(rest.first() == Some(one));
    }
    count
}
