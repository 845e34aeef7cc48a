//! Who is who across rounds, and why: the one registry of identity that every command uses.

use crate::check::RoundSet;
use crate::model::agreement::AgreementMention;
use crate::model::commitment::CommitmentMention;
use crate::model::id::Id;
use crate::model::mention::Mention;
use crate::model::round::Round;
use crate::model::term::terms;

terms! {
    /// Why a mention is taken for an item.
    Ground {
        /// It has the item's id.
        Id = "id",
        /// It has another word for the item.
        Alias = "alias",
        /// It has a former id, which the item is declared to continue.
        Continues = "continues",
        /// It has a retired id, which the taxonomy replaces by the item.
        ReplacedBy = "replaced-by",
        /// It looks like the item; only with `--match likely`.
        Likeness = "likeness",
    }
}

/// A mention, the item it is taken for, and why.
#[derive(Debug)]
pub struct Entry<'a, M = Mention> {
    /// The item.
    pub id: Id,
    /// Why.
    pub ground: Ground,
    /// The mention.
    pub mention: &'a M,
}

impl<M> Clone for Entry<'_, M> {
    fn clone(&self) -> Self {
        Self {
            id: self.id.clone(),
            ground: self.ground,
            mention: self.mention,
        }
    }
}

/// A checked record with every mention bound to an item.
#[derive(Debug)]
pub struct Series<'a> {
    /// The record.
    pub record: &'a RoundSet,
    /// The rounds, in the order of their numbers.
    pub rounds: Vec<SeriesRound<'a>>,
}

/// One round, its lists sorted by item.
#[derive(Debug)]
pub struct SeriesRound<'a> {
    /// The round.
    pub round: &'a Round,
    /// Sectors, by id; none where not stated.
    pub sectors: Option<Vec<Entry<'a>>>,
    /// Topics.
    pub topics: Option<Vec<Entry<'a>>>,
    /// Programmes.
    pub programmes: Option<Vec<Entry<'a>>>,
    /// Bodies.
    pub bodies: Option<Vec<Entry<'a>>>,
    /// Agreements.
    pub agreements: Option<Vec<Entry<'a, AgreementMention>>>,
    /// Commitments.
    pub commitments: Option<Vec<Entry<'a, CommitmentMention>>>,
}
