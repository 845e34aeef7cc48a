//! The rounds themselves.

use crate::compare::host;
use crate::matching::{Series, SeriesRound};
use crate::model::date::Bounds;
use crate::model::id::Id;
use crate::model::round::Round;
use std::collections::HashSet;

/// One round, and what the series tells of it.
#[derive(Clone, Debug)]
pub struct RoundPoint<'a> {
    /// The round.
    pub round: &'a Round,
    /// The days on which it can have begun.
    pub first_day: Bounds,
    /// The party that hosted it.
    pub host: Option<Id>,
    /// How many sectors it names; none where it does not say.
    pub sectors: Option<usize>,
    /// How many of them no earlier round names.
    pub first_named: usize,
    /// How many of them are back: named before, and not by the last round that states its sectors.
    pub returning: usize,
    /// How many sectors of the round before it names no longer; none where either does not say.
    pub no_longer_listed: Option<usize>,
}

impl RoundPoint<'_> {
    /// The number of the round.
    pub fn number(&self) -> u32 {
        self.round.number.value
    }
}

pub(super) fn rounds<'a>(series: &Series<'a>, part: &[&SeriesRound<'a>]) -> Vec<RoundPoint<'a>> {
    let mut seen: HashSet<&Id> = HashSet::new();
    let mut before: Option<&SeriesRound<'a>> = None;
    let mut last_stated: Vec<&Id> = Vec::new();
    let mut points = Vec::new();
    for round in part {
        let named: Vec<&Id> = ids(round);
        let previous: Option<Vec<&Id>> = before.filter(|one| one.sectors.is_some()).map(ids);
        let has = |ids: &[&Id], id: &Id| ids.binary_search(&id).is_ok();
        let first_named = named.iter().filter(|id| !seen.contains(*id)).count();
        let returning = named
            .iter()
            .filter(|id| seen.contains(*id) && !has(&last_stated, id))
            .count();
        let gone = previous
            .filter(|_| round.sectors.is_some())
            .map(|previous| previous.iter().filter(|id| !has(&named, id)).count());
        points.push(RoundPoint {
            round: round.round,
            first_day: series.record.first_day(round.round),
            host: host(series.record.dialogue(), round),
            sectors: round.sectors.as_ref().map(Vec::len),
            first_named,
            returning,
            no_longer_listed: gone,
        });
        seen.extend(&named);
        if round.sectors.is_some() {
            last_stated = named;
        }
        before = Some(round);
    }
    points
}

/// The sectors of a round, sorted.
fn ids<'s>(round: &'s SeriesRound<'_>) -> Vec<&'s Id> {
    round
        .sectors
        .iter()
        .flatten()
        .map(|entry| &entry.id)
        .collect()
}

/// Numbers up to a round that the record does not have: declared missing, or skipped.
pub(super) fn missing(series: &Series<'_>, part: &[&SeriesRound<'_>], as_of: u32) -> Vec<u32> {
    let declared = &series.record.dialogue().missing;
    let declared = declared
        .iter()
        .map(|number| number.value)
        .filter(|number| *number <= as_of);
    let skipped = part
        .windows(2)
        .flat_map(|pair| (pair[0].number() + 1..pair[1].number()).take(GAP_NAMED));
    let mut missing: Vec<u32> = declared.chain(skipped).collect();
    missing.sort_unstable();
    missing.dedup();
    missing
}

/// How many numbers of one gap are named; a gap of thousands is a slip of the pen.
const GAP_NAMED: usize = 100;
