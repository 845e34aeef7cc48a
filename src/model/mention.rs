//! Sectors, topics, programmes and bodies, as one round names them.

use super::date::Date;
use super::evidence::Evidence;
use super::id::Id;
use super::term::terms;
use super::text::Text;
use crate::span::{Located, Span};

/// One item of a round's `sectors`, `topics`, `programmes` or `bodies`.
///
/// A heading for two concepts, `id: [trade, investment]`, is one mention for each.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mention {
    /// The id or alias as the author wrote it.
    pub name: Located<Box<str>>,
    /// The term that the round's source uses.
    pub wording: Option<Text>,
    /// The name of an item that no taxonomy names.
    pub title: Option<Text>,
    /// How central the item was.
    pub salience: Option<Salience>,
    /// For a programme, the sectors that it belongs to.
    pub sectors: Vec<Located<Box<str>>>,
    /// For a body, what the round did with it.
    pub act: Option<BodyAct>,
    /// When a body's act was done, if not at the round.
    pub date: Option<Located<Date>>,
    /// Former ids of the same item.
    pub continues: Vec<Located<Id>>,
    /// What it rests on.
    pub evidence: Evidence,
    /// Where the item is written.
    pub span: Span,
}

terms! {
    /// How central an item was to a round.
    Salience {
        /// Named in passing.
        Passing = "passing",
        /// One of a list.
        Listed = "listed",
        /// At the centre.
        Central = "central",
    }
}

terms! {
    /// What a round did with a body.
    BodyAct {
        /// Set up.
        Established = "established",
        /// Met.
        Met = "met",
        /// Met again after a pause.
        Resumed = "resumed",
        /// Paused.
        Suspended = "suspended",
        /// Wound up.
        Dissolved = "dissolved",
    }
}
