//! Agreements, and what a round did with them.

use super::date::Date;
use super::evidence::Evidence;
use super::id::Id;
use super::money::Money;
use super::status::{Act, Status};
use super::term::terms;
use super::text::Text;
use crate::span::{Located, Span};
use std::sync::Arc;

/// One item of a round's `agreements`, or a standing agreement of `dialogue.yaml`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AgreementMention {
    /// The agreement.
    pub id: Located<Id>,
    /// What was done with it, in the order written; in a round never empty, since
    /// `referenced` holds where none is given.
    pub acts: Vec<AgreementAct>,
    /// What this mention says the agreement is; shared by all that tells of it.
    pub definition: Arc<Definition>,
    /// For a standing agreement, the status it has when the series begins.
    pub status: Option<Located<Status>>,
    /// Former ids of the same instrument.
    pub continues: Vec<Located<Id>>,
    /// How it stands to other agreements.
    pub relations: Vec<(Relation, Located<Id>)>,
    /// What it rests on.
    pub evidence: Evidence,
    /// Where the item is written.
    pub span: Span,
}

/// One act on an agreement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AgreementAct {
    /// What was done.
    pub act: Act,
    /// When, if not at the round.
    pub date: Option<Located<Date>>,
    /// For an extension, until when.
    pub until: Option<Located<Date>>,
    /// What it rests on.
    pub evidence: Evidence,
    /// Where the act is written; the item where none is.
    pub span: Span,
}

/// What an agreement is, as far as one mention says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Definition {
    /// Its name.
    pub title: Option<Located<Text>>,
    /// Its kind of instrument.
    pub kind: Option<Located<AgreementType>>,
    /// Whether it binds.
    pub binding: Option<Located<Binding>>,
    /// Who made it.
    pub parties: Option<Located<Vec<Located<Id>>>>,
    /// The sectors it is about, as written.
    pub sectors: Option<Located<Vec<Located<Box<str>>>>>,
    /// What it is worth.
    pub value: Option<Located<Money>>,
}

impl Definition {
    /// Whether it says something of everything that another says something of.
    pub(crate) fn covers(&self, other: &Self) -> bool {
        let Self {
            title,
            kind,
            binding,
            parties,
            sectors,
            value,
        } = other;
        (self.title.is_some() || title.is_none())
            && (self.kind.is_some() || kind.is_none())
            && (self.binding.is_some() || binding.is_none())
            && (self.parties.is_some() || parties.is_none())
            && (self.sectors.is_some() || sectors.is_none())
            && (self.value.is_some() || value.is_none())
    }
}

terms! {
    /// A kind of instrument.
    AgreementType {
        /// Treaty.
        Treaty = "treaty",
        /// Convention.
        Convention = "convention",
        /// Protocol.
        Protocol = "protocol",
        /// Agreement.
        Agreement = "agreement",
        /// Exchange of notes.
        ExchangeOfNotes = "exchange-of-notes",
        /// Arrangement.
        Arrangement = "arrangement",
        /// Memorandum of understanding.
        MemorandumOfUnderstanding = "memorandum-of-understanding",
        /// Memorandum of cooperation.
        MemorandumOfCooperation = "memorandum-of-cooperation",
        /// Letter of intent.
        LetterOfIntent = "letter-of-intent",
        /// Statement of intent.
        StatementOfIntent = "statement-of-intent",
        /// Joint declaration.
        JointDeclaration = "joint-declaration",
        /// Joint statement.
        JointStatement = "joint-statement",
        /// Statement of cooperation.
        StatementOfCooperation = "statement-of-cooperation",
        /// Principles.
        Principles = "principles",
        /// Joining an instrument of others.
        Accession = "accession",
        /// Action plan.
        ActionPlan = "action-plan",
        /// Initiative.
        Initiative = "initiative",
        /// Contract.
        Contract = "contract",
        /// Something else.
        Other = "other",
    }
}

impl AgreementType {
    /// Whether the instrument is settled only once in force, not when signed.
    pub fn settles_in_force(self) -> bool {
        matches!(
            self,
            Self::Treaty | Self::Convention | Self::Protocol | Self::Agreement
        )
    }
}

terms! {
    /// The force of an instrument, which its title does not decide.
    Binding {
        /// Binding in law.
        Binding = "binding",
        /// A political commitment.
        Political = "political",
        /// Not binding.
        NonBinding = "non-binding",
        /// Not known.
        Unknown = "unknown",
    }
}

terms! {
    /// How one agreement stands to another.
    Relation {
        /// Changes it.
        Amends = "amends",
        /// Prolongs it.
        Extends = "extends",
        /// Carries it out.
        Implements = "implements",
        /// Takes its place.
        Supersedes = "supersedes",
        /// Comes after it.
        Follows = "follows",
    }
}
