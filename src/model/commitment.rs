//! Commitments: what the parties said they would do.

use super::date::Date;
use super::evidence::Evidence;
use super::id::Id;
use super::round::Place;
use super::term::terms;
use super::text::Text;
use crate::span::{Located, Span};

/// One item of a round's `commitments`: a promise, or what became of one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CommitmentMention {
    /// The commitment.
    pub id: Located<Id>,
    /// Whether it is about the next round; an action where not said.
    pub kind: Option<CommitmentKind>,
    /// What was promised.
    pub text: Option<Located<Text>>,
    /// When it is due.
    pub due: Option<Located<Date>>,
    /// Where, if the promise said so.
    pub place: Option<Place>,
    /// Who promised.
    pub owner: Vec<Located<Id>>,
    /// What became of it.
    pub act: Option<Located<CommitmentAct>>,
    /// When that was, if not at the round.
    pub date: Option<Located<Date>>,
    /// Former ids of the same commitment.
    pub continues: Vec<Located<Id>>,
    /// What it rests on.
    pub evidence: Evidence,
    /// Where the item is written.
    pub span: Span,
}

terms! {
    /// What a commitment is about.
    CommitmentKind {
        /// Something to be done.
        Action = "action",
        /// Holding the next round.
        NextRound = "next-round",
    }
}

terms! {
    /// What a later round says of a commitment.
    CommitmentAct {
        /// Moved forward.
        Progressed = "progressed",
        /// Done.
        Fulfilled = "fulfilled",
        /// Done in part.
        PartlyFulfilled = "partly-fulfilled",
        /// Given up, and said so.
        Dropped = "dropped",
        /// Replaced by another.
        Superseded = "superseded",
    }
}
