//! Every item through all rounds: who is there when, and how alike the rounds are.

use crate::matching::Series;
use crate::model::date::Days;
use crate::model::id::Id;
use crate::model::round::ListKind;

/// A series over all its rounds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct History {
    /// The numbers of the rounds, in order.
    pub rounds: Vec<u32>,
    /// Every sector, in which rounds it is named; by id.
    pub sectors: Vec<Presence>,
    /// How much of the agenda every two rounds share, in the order of rounds.
    pub overlaps: Vec<Overlap>,
    /// The time from each round to the next.
    pub intervals: Vec<Interval>,
}

/// One item, round by round.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Presence {
    /// The item.
    pub id: Id,
    /// Whether each round names it; none where the round does not state the list.
    pub named: Vec<Option<bool>>,
}

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

/// The time from one round to the next in the record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Interval {
    /// The round it begins with.
    pub from: u32,
    /// The round it ends with.
    pub to: u32,
    /// From first day to first day.
    pub days: Days,
}

impl History {
    /// Reads the history of a series up to and with a round.
    pub fn of(series: &Series<'_>, as_of: u32) -> Self {
        let rounds: Vec<_> = series
            .rounds
            .iter()
            .filter(|round| round.number() <= as_of)
            .collect();
        let numbers: Vec<u32> = rounds.iter().map(|round| round.number()).collect();
        let mut ids: Vec<Id> = rounds
            .iter()
            .filter_map(|round| round.list(ListKind::Sectors))
            .flatten()
            .map(|entry| entry.id.clone())
            .collect();
        ids.sort();
        ids.dedup();
        let named = |id: &Id| -> Vec<Option<bool>> {
            let at = |round: &&crate::matching::SeriesRound<'_>| {
                let entries = round.list(ListKind::Sectors)?;
                Some(entries.binary_search_by(|entry| entry.id.cmp(id)).is_ok())
            };
            rounds.iter().map(at).collect()
        };
        let sectors: Vec<Presence> = ids
            .into_iter()
            .map(|id| Presence {
                named: named(&id),
                id,
            })
            .collect();
        let intervals = rounds.windows(2).map(|pair| Interval {
            from: pair[0].number(),
            to: pair[1].number(),
            days: Days::between(
                series.record.first_day(pair[0].round),
                series.record.first_day(pair[1].round),
            ),
        });
        Self {
            overlaps: overlaps(&numbers, &sectors),
            intervals: intervals.collect(),
            rounds: numbers,
            sectors,
        }
    }

    /// How much two rounds share, in either order; none where either does not state its sectors.
    pub fn overlap(&self, one: u32, other: u32) -> Option<&Overlap> {
        let (one, other) = (one.min(other), one.max(other));
        self.overlaps
            .iter()
            .find(|overlap| overlap.one == one && overlap.other == other)
    }

    /// The time that led up to a round.
    pub fn interval_to(&self, round: u32) -> Option<&Interval> {
        self.intervals.iter().find(|interval| interval.to == round)
    }
}

fn overlaps(rounds: &[u32], sectors: &[Presence]) -> Vec<Overlap> {
    let mut overlaps = Vec::new();
    for (first, one) in rounds.iter().enumerate() {
        for (second, other) in rounds.iter().enumerate().skip(first + 1) {
            let pairs = sectors
                .iter()
                .map(|sector| (sector.named[first], sector.named[second]));
            let pairs: Vec<_> = pairs.collect();
            if pairs.iter().any(|(a, b)| a.is_none() || b.is_none()) || pairs.is_empty() {
                continue;
            }
            let yes = |named: &Option<bool>| *named == Some(true);
            overlaps.push(Overlap {
                one: *one,
                other: *other,
                shared: pairs.iter().filter(|(a, b)| yes(a) && yes(b)).count(),
                all: pairs.iter().filter(|(a, b)| yes(a) || yes(b)).count(),
            });
        }
    }
    overlaps
}
