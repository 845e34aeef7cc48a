//! Commitments over the series: what was promised, by whom, and what became of it.

use crate::compare::{CommitmentState, Promise, Standing, days_between, promises};
use crate::matching::{Series, SeriesRound};
use crate::model::commitment::{CommitmentKind, CommitmentMention};
use crate::model::date::Days;
use crate::model::id::Id;
use crate::model::term::terms;

/// One commitment over the series.
#[derive(Clone, Debug)]
pub struct CommitmentHistory<'a> {
    /// The commitment.
    pub id: Id,
    /// The round that made it.
    pub made_in: u32,
    /// The mention that made it.
    pub promise: &'a CommitmentMention,
    /// Whether it is about the next round.
    pub kind: CommitmentKind,
    /// How it stood at each round; none before it was made.
    pub points: Vec<Option<Standing<'a>>>,
    /// How it stands at the last round told of.
    pub now: Standing<'a>,
    /// From the round that made it to the last round told of; none where it is settled.
    pub age: Option<Days>,
    /// Every mention, by round.
    pub mentions: Vec<(u32, &'a CommitmentMention)>,
}

terms! {
    /// How a commitment counts on the scoreboard.
    Score {
        /// Delivered on time.
        OnTime = "on-time",
        /// Delivered late.
        Late = "late",
        /// Progressed, or delivered in part.
        Progressed = "progressed",
        /// Due, and not recorded as delivered.
        NotRecorded = "not-recorded",
        /// Not mentioned again.
        NotMentionedAgain = "not-mentioned-again",
        /// Given up, and said so.
        GivenUp = "given-up",
        /// Replaced by another.
        Superseded = "superseded",
        /// Too early to say.
        TooEarly = "too-early",
    }
}

impl Score {
    /// How a state counts.
    pub fn of(state: CommitmentState) -> Self {
        match state {
            CommitmentState::Fulfilled => Self::OnTime,
            CommitmentState::FulfilledLate => Self::Late,
            CommitmentState::Progressed | CommitmentState::PartlyFulfilled => Self::Progressed,
            CommitmentState::Overdue => Self::NotRecorded,
            CommitmentState::Silent => Self::NotMentionedAgain,
            CommitmentState::Dropped => Self::GivenUp,
            CommitmentState::Superseded => Self::Superseded,
            CommitmentState::Open | CommitmentState::CannotTell => Self::TooEarly,
        }
    }

    /// Whether nothing more is expected.
    fn is_settled(self) -> bool {
        matches!(
            self,
            Self::OnTime | Self::Late | Self::GivenUp | Self::Superseded
        )
    }
}

/// How many commitments stand how.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scoreboard {
    /// How many there are.
    pub all: usize,
    /// How many of each kind, in the order of [`Score`]; kinds without any too.
    pub counts: Vec<(Score, usize)>,
    /// Whether there are enough for shares to mean something.
    pub shares: bool,
}

/// Shares are given from so many commitments on.
const ENOUGH: usize = 10;

pub(super) fn commitments<'a>(
    series: &Series<'a>,
    part: &[&SeriesRound<'a>],
    as_of: u32,
) -> Vec<CommitmentHistory<'a>> {
    let promises = promises(series);
    let made = promises.iter();
    let mut all: Vec<CommitmentHistory<'a>> = made
        .filter_map(|promise| history(promise, series, part, as_of))
        .collect();
    all.sort_by(|a, b| (a.made_in, &a.id).cmp(&(b.made_in, &b.id)));
    all
}

/// Adds the last round of a part to the commitments up to the round before; `promises` are all of
/// the series, by id.
pub(super) fn go_on<'a>(
    commitments: &mut Vec<CommitmentHistory<'a>>,
    promises: &[Promise<'a>],
    series: &Series<'a>,
    part: &[&SeriesRound<'a>],
) {
    let Some(round) = part.last() else { return };
    let as_of = round.number();
    let promise = |id: &Id| {
        let at = promises
            .binary_search_by(|promise| promise.id.cmp(id))
            .ok()?;
        Some(&promises[at])
    };
    for one in commitments.iter_mut() {
        let Some(promise) = promise(&one.id) else {
            continue;
        };
        let standing = promise.standing(series, as_of);
        one.points.push(standing.clone());
        if let Some(now) = standing {
            one.age = age(promise, &now, series, part);
            one.now = now;
        }
        one.mentions = promise.mentioned(as_of).collect();
    }
    // By id, as the round's own list is.
    let made = round.commitments.iter().flatten();
    let made = made.filter_map(|entry| promise(&entry.id).filter(|one| one.made_in == as_of));
    commitments.extend(made.filter_map(|promise| history(promise, series, part, as_of)));
}

/// A commitment up to the last round of a part; none where it was not made by then.
fn history<'a>(
    promise: &Promise<'a>,
    series: &Series<'a>,
    part: &[&SeriesRound<'a>],
    as_of: u32,
) -> Option<CommitmentHistory<'a>> {
    let now = promise.standing(series, as_of)?;
    let points = part.iter();
    let points = points.map(|round| promise.standing(series, round.number()));
    Some(CommitmentHistory {
        id: promise.id.clone(),
        made_in: promise.made_in,
        promise: promise.mention,
        kind: promise.kind(),
        points: points.collect(),
        age: age(promise, &now, series, part),
        mentions: promise.mentioned(as_of).collect(),
        now,
    })
}

/// From the round that made it to the last of a part; none where it is settled.
fn age(
    promise: &Promise<'_>,
    now: &Standing<'_>,
    series: &Series<'_>,
    part: &[&SeriesRound<'_>],
) -> Option<Days> {
    let (made, newest) = (series.round(promise.made_in)?, part.last()?);
    let settled = Score::of(now.state).is_settled();
    (!settled).then(|| days_between(series.record, made.round, newest.round))
}

pub(super) fn scoreboard(commitments: &[CommitmentHistory<'_>]) -> Scoreboard {
    use crate::model::term::Term;
    let count = |score: Score| {
        commitments
            .iter()
            .filter(|one| Score::of(one.now.state) == score)
            .count()
    };
    Scoreboard {
        all: commitments.len(),
        counts: Score::ALL
            .iter()
            .map(|score| (*score, count(*score)))
            .collect(),
        shares: commitments.len() >= ENOUGH,
    }
}
