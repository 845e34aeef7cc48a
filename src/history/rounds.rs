//! The rounds themselves.

use super::ItemHistory;
use crate::compare::host;
use crate::matching::{Series, SeriesRound};
use crate::model::date::Bounds;
use crate::model::id::Id;
use crate::model::round::Round;
use crate::tables::HashSet;

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
    let mut seen: HashSet<&Id> = HashSet::default();
    let mut before = Before::default();
    let mut points = Vec::new();
    for round in part {
        points.push(point(series, round, &before, |id| seen.contains(id)));
        seen.extend(ids(round));
        before.go_on(round);
    }
    points
}

/// Adds the last round of a part to the rounds before it; `sectors` are those of the rounds
/// before.
pub(super) fn go_on<'a>(
    points: &mut Vec<RoundPoint<'a>>,
    sectors: &[ItemHistory],
    series: &Series<'a>,
    part: &[&SeriesRound<'a>],
) {
    let Some((round, rest)) = part.split_last() else {
        return;
    };
    let stated = rest.iter().rposition(|one| one.sectors.is_some());
    let mut before = Before::default();
    for one in stated.into_iter().flat_map(|at| &rest[at..]) {
        before.go_on(one);
    }
    let seen = |id: &Id| sectors.binary_search_by(|one| one.id.cmp(id)).is_ok();
    points.push(point(series, round, &before, seen));
}

/// The agendas that a round is held against.
#[derive(Default)]
struct Before<'r> {
    /// The sectors of the round before, where it states them.
    previous: Option<Vec<&'r Id>>,
    /// Those of the last round that states them.
    stated: Vec<&'r Id>,
}

impl<'r> Before<'r> {
    /// Takes in the next round.
    fn go_on(&mut self, round: &'r SeriesRound<'_>) {
        self.previous = round.sectors.is_some().then(|| ids(round));
        if let Some(sectors) = &self.previous {
            self.stated.clone_from(sectors);
        }
    }
}

/// One round; `seen` says whether an earlier one names a sector.
fn point<'a>(
    series: &Series<'a>,
    round: &SeriesRound<'a>,
    before: &Before<'_>,
    seen: impl Fn(&Id) -> bool,
) -> RoundPoint<'a> {
    let named = ids(round);
    let has = |ids: &[&Id], id: &Id| ids.binary_search(&id).is_ok();
    let known = named.iter().filter(|id| seen(id));
    let returning = known.clone().filter(|id| !has(&before.stated, id)).count();
    let previous = before.previous.as_ref();
    let gone = previous
        .filter(|_| round.sectors.is_some())
        .map(|previous| previous.iter().filter(|id| !has(&named, id)).count());
    RoundPoint {
        round: round.round,
        first_day: series.record.first_day(round.round),
        host: host(series.record.dialogue(), round),
        sectors: round.sectors.as_ref().map(Vec::len),
        first_named: named.len() - known.count(),
        returning,
        no_longer_listed: gone,
    }
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
