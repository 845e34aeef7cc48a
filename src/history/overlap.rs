//! How much of their agendas two rounds share.

use crate::matching::SeriesRound;
use crate::model::id::Id;

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
const FULL: usize = 60;

/// The overlaps of every two rounds that state their sectors, in the order of rounds.
///
/// In a series of more than sixty rounds, each round is compared with the sixty before it.
pub(super) fn overlaps(part: &[&SeriesRound<'_>]) -> Vec<Overlap> {
    let agendas: Vec<(u32, Vec<&Id>)> = part
        .iter()
        .filter_map(|round| {
            let entries = round.sectors.as_deref()?;
            Some((
                round.number(),
                entries.iter().map(|entry| &entry.id).collect(),
            ))
        })
        .collect();
    let mut overlaps = Vec::new();
    for (nth, (one, first)) in agendas.iter().enumerate() {
        for (other, second) in agendas.iter().skip(nth + 1).take(FULL) {
            let shared = first
                .iter()
                .filter(|id| second.binary_search(id).is_ok())
                .count();
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
