//! A series over all its rounds: who is there when, how alike the rounds are, what became of
//! every agreement and commitment.

mod agreements;
mod cadence;
mod commitments;
mod groups;
mod growth;
mod heads;
mod items;
mod namings;
mod overlap;
mod points;
mod rounds;
mod stated;

pub use agreements::{AgreementHistory, AgreementPoint, Total};
pub use cadence::{AgainstStated, Alternation, Cadence, Interval};
pub use commitments::{CommitmentHistory, Score, Scoreboard};
pub use groups::{GroupCounts, GroupHistory};
pub use growth::Growing;
pub use heads::{HeadHistory, Office};
pub use items::{Gap, ItemHistory};
pub use namings::Namings;
pub(crate) use overlap::FULL;
pub use overlap::Overlap;
pub use points::AgreementPoints;
pub use rounds::RoundPoint;

use crate::matching::Series;
use crate::model::round::ListKind;

/// A series up to and with one of its rounds.
#[derive(Clone, Debug)]
pub struct History<'a> {
    /// The last round that it tells of.
    pub as_of: u32,
    /// The rounds, in order.
    pub rounds: Vec<RoundPoint<'a>>,
    /// Numbers of rounds that are known to be missing, or that the numbering skips.
    pub missing: Vec<u32>,
    /// Every sector, by id.
    pub sectors: Vec<ItemHistory>,
    /// Every topic.
    pub topics: Vec<ItemHistory>,
    /// Every programme.
    pub programmes: Vec<ItemHistory>,
    /// Every body.
    pub bodies: Vec<ItemHistory>,
    /// Sectors rolled up by their widest concepts, by id.
    pub groups: Vec<GroupHistory>,
    /// How much of the agenda every two rounds share, in the order of rounds.
    pub overlaps: Vec<Overlap>,
    /// The rhythm of the rounds.
    pub cadence: Cadence,
    /// Every agreement, by id; standing ones too.
    pub agreements: Vec<AgreementHistory<'a>>,
    /// The values of agreements, by currency and nature.
    pub totals: Vec<Total>,
    /// Every commitment, in the order in which they were made.
    pub commitments: Vec<CommitmentHistory<'a>>,
    /// How many commitments stand how.
    pub scoreboard: Scoreboard,
    /// Who led each side, party by party.
    pub heads: Vec<HeadHistory<'a>>,
}

impl<'a> History<'a> {
    /// Reads the history of a series up to and with a round.
    pub fn of(series: &Series<'a>, as_of: u32) -> Self {
        let part: Vec<_> = series
            .rounds
            .iter()
            .take_while(|round| round.number() <= as_of)
            .collect();
        let sectors = items::items(&part, ListKind::Sectors);
        let agreements = agreements::agreements(series, &part, as_of);
        let commitments = commitments::commitments(series, &part, as_of);
        Self {
            as_of,
            rounds: rounds::rounds(series, &part),
            missing: rounds::missing(series, &part, as_of),
            topics: items::items(&part, ListKind::Topics),
            programmes: items::items(&part, ListKind::Programmes),
            bodies: items::items(&part, ListKind::Bodies),
            groups: groups::groups(series, &part),
            overlaps: overlap::overlaps(&part),
            cadence: cadence::cadence(series, &part),
            totals: agreements::totals(&agreements),
            scoreboard: commitments::scoreboard(&commitments),
            heads: heads::heads(&part),
            sectors,
            agreements,
            commitments,
        }
    }

    /// How much two rounds share, in either order; none where either does not state its sectors.
    pub fn overlap(&self, one: u32, other: u32) -> Option<&Overlap> {
        let (one, other) = (one.min(other), one.max(other));
        let at = self
            .overlaps
            .binary_search_by_key(&(one, other), |overlap| (overlap.one, overlap.other));
        at.ok().map(|at| &self.overlaps[at])
    }

    /// The time that led up to a round.
    pub fn interval_to(&self, round: u32) -> Option<&Interval> {
        let intervals = &self.cadence.intervals;
        let at = intervals.binary_search_by_key(&round, |interval| interval.to);
        at.ok().map(|at| &intervals[at])
    }

    /// The place of a round among the rounds told of.
    pub fn position(&self, round: u32) -> Option<usize> {
        let at = self.rounds.binary_search_by_key(&round, RoundPoint::number);
        at.ok()
    }
}
