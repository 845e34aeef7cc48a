//! Who led each side.

use super::evidence::Evidence;
use super::id::Id;
use super::term::terms;
use super::text::Text;
use crate::span::{Located, Span};

/// One person on one side of a round.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Head {
    /// The side.
    pub party: Located<Id>,
    /// The person, by an id of their own, since spellings of names differ.
    pub person: Option<Id>,
    /// Head, or participant.
    pub role: HeadRole,
    /// The name.
    pub name: Option<Text>,
    /// The titles held.
    pub titles: Vec<Text>,
    /// The rank in fact, whatever the title's words are.
    pub rank: Option<Located<Rank>>,
    /// The field of office.
    pub portfolio: Option<Located<Id>>,
    /// What it rests on.
    pub evidence: Evidence,
    /// Where the entry is written.
    pub span: Span,
}

terms! {
    /// The part that a person had.
    HeadRole {
        /// Led the side.
        Head = "head",
        /// Took part.
        Participant = "participant",
    }
}

terms! {
    /// A rank, from the highest to the lowest; `other` compares with none.
    Rank {
        /// Head of state.
        HeadOfState = "head-of-state",
        /// Head of government.
        HeadOfGovernment = "head-of-government",
        /// Deputy head of government.
        DeputyHeadOfGovernment = "deputy-head-of-government",
        /// Minister.
        Minister = "minister",
        /// Deputy minister.
        DeputyMinister = "deputy-minister",
        /// Secretary-general.
        SecretaryGeneral = "secretary-general",
        /// Under-secretary.
        UnderSecretary = "under-secretary",
        /// Assistant secretary.
        AssistantSecretary = "assistant-secretary",
        /// Director.
        Director = "director",
        /// Another rank.
        Other = "other",
    }
}
