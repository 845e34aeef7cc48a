//! Commitments: how each stood at either round.

use super::promise::{Promise, entry, promises};
use super::{CommitmentState, Pair, Sides, Standing};
use crate::matching::{Entry, SeriesRound};
use crate::model::commitment::{CommitmentKind, CommitmentMention};
use crate::model::id::Id;

/// What became of one commitment.
#[derive(Clone, Debug)]
pub struct CommitmentChange<'a> {
    /// The commitment.
    pub id: Id,
    /// How it stood at each side's round; none where it was not made yet.
    pub state: Sides<Option<Standing<'a>>>,
    /// The round that made it.
    pub made_in: u32,
    /// The mention that made it.
    pub promise: &'a CommitmentMention,
    /// Whether it is about the next round.
    pub kind: CommitmentKind,
    /// The mention on each side.
    pub sides: Sides<Option<Entry<'a, CommitmentMention>>>,
}

/// Compares the commitments made, open or followed up at either round.
pub(super) fn compare<'a>(pair: &Pair<'_, 'a>) -> Vec<CommitmentChange<'a>> {
    let earlier = pair.earlier().map(SeriesRound::number);
    let later = pair.later().number();
    let promises = promises(pair.series);
    promises
        .iter()
        .filter_map(|promise| change(pair, promise, earlier, later))
        .collect()
}

fn change<'a>(
    pair: &Pair<'_, 'a>,
    promise: &Promise<'a>,
    earlier: Option<u32>,
    later: u32,
) -> Option<CommitmentChange<'a>> {
    let id = &promise.id;
    let was = earlier.and_then(|earlier| promise.standing(pair.series, earlier));
    let now = promise.standing(pair.series, later)?;
    let first = pair.earlier().and_then(|earlier| entry(earlier, id));
    let second = entry(pair.later(), id);
    let settled = was.as_ref().is_some_and(|was| is_settled(was.state));
    if settled && first.is_none() && second.is_none() {
        return None;
    }
    Some(CommitmentChange {
        id: id.clone(),
        state: pair.sides(was, Some(now)),
        made_in: promise.made_in,
        promise: promise.mention,
        kind: promise.kind(),
        sides: pair.sides(first, second),
    })
}

/// Whether nothing more is expected of it.
fn is_settled(state: CommitmentState) -> bool {
    matches!(
        state,
        CommitmentState::Fulfilled
            | CommitmentState::FulfilledLate
            | CommitmentState::Dropped
            | CommitmentState::Superseded
    )
}
