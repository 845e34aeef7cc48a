//! One round of a dialogue.

mod parts;

use super::agreement::AgreementMention;
use super::commitment::{CommitmentAct, CommitmentMention};
use super::date::Date;
use super::evidence::Evidence;
use super::head::Head;
use super::id::Id;
use super::mention::{BodyAct, Mention};
use super::money::Decimal;
use super::status::Act;
use super::term::terms;
use super::text::Text;
use crate::span::{Located, Span};

/// What one round's file says. An absent list is unknown; an empty one is known to be none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Round {
    /// The number, 0 for a launch.
    pub number: Located<u32>,
    /// When it was held.
    pub date: Option<Located<Date>>,
    /// Where it was held.
    pub place: Option<Place>,
    /// How it was held.
    pub mode: Option<Located<Mode>>,
    /// At what level.
    pub level: Option<Located<Level>>,
    /// When it was to be held.
    pub planned: Option<Located<Date>>,
    /// What it published.
    pub documents: Option<Vec<Document>>,
    /// How far absence from its lists may be taken as dropped.
    pub coverage: Coverages,
    /// Who led each side.
    pub heads: Option<Vec<Head>>,
    /// The sectors named.
    pub sectors: Option<Vec<Mention>>,
    /// Regional and international issues named.
    pub topics: Option<Vec<Mention>>,
    /// Programmes named.
    pub programmes: Option<Vec<Mention>>,
    /// Working groups, committees and forums named.
    pub bodies: Option<Vec<Mention>>,
    /// Agreements named.
    pub agreements: Option<Vec<AgreementMention>>,
    /// Commitments made or followed up.
    pub commitments: Option<Vec<CommitmentMention>>,
    /// Figures quoted.
    pub indicators: Option<Vec<Indicator>>,
    /// Dated facts outside the sessions.
    pub events: Option<Vec<Event>>,
    /// What the round as a whole rests on: the default for everything in it.
    pub evidence: Evidence,
    /// The whole of the round's map.
    pub span: Span,
}

/// A place, or as much of it as is known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// The city.
    pub city: Option<Text>,
    /// The country, as an ISO 3166-1 alpha-2 code in upper case.
    pub country: Option<Box<str>>,
    /// Stated by the source, or inferred from something else in it.
    pub basis: Basis,
    /// What it rests on.
    pub evidence: Evidence,
    /// Where it is written.
    pub span: Span,
}

terms! {
    /// Whether a fact is read or reasoned.
    Basis {
        /// The source says so.
        Stated = "stated",
        /// It follows from something else in the source.
        Inferred = "inferred",
    }
}

terms! {
    /// How a round was held.
    Mode {
        /// In one place.
        InPerson = "in-person",
        /// At a distance.
        Virtual = "virtual",
        /// Both.
        Hybrid = "hybrid",
    }
}

terms! {
    /// The level of a round, from the highest.
    Level {
        /// Ministers.
        Ministerial = "ministerial",
        /// Senior officials.
        SeniorOfficial = "senior-official",
        /// Experts.
        Expert = "expert",
    }
}

/// Something that a round published.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Document {
    /// What it is.
    pub kind: Located<DocumentKind>,
    /// Its title.
    pub title: Option<Text>,
    /// Where it can be read, an `http` or `https` address.
    pub url: Option<Located<Box<str>>>,
    /// What it rests on.
    pub evidence: Evidence,
    /// Where the entry is written.
    pub span: Span,
}

terms! {
    /// A kind of published document.
    DocumentKind {
        /// Joint statement.
        JointStatement = "joint-statement",
        /// Readout.
        Readout = "readout",
        /// Fact sheet.
        FactSheet = "fact-sheet",
        /// Known to have published none.
        None = "none",
    }
}

terms! {
    /// Whether a list is the whole of what was discussed.
    Coverage {
        /// The list is whole: what it lacks was dropped.
        Complete = "complete",
        /// The list is open: what it lacks is not mentioned, and no more.
        Partial = "partial",
    }
}

terms! {
    /// A list of a round.
    ListKind {
        /// Sectors.
        Sectors = "sectors",
        /// Topics.
        Topics = "topics",
        /// Programmes.
        Programmes = "programmes",
        /// Bodies.
        Bodies = "bodies",
        /// Agreements.
        Agreements = "agreements",
        /// Commitments.
        Commitments = "commitments",
        /// Indicators.
        Indicators = "indicators",
        /// Heads.
        Heads = "heads",
        /// Documents.
        Documents = "documents",
        /// Events.
        Events = "events",
    }
}

/// The coverage of a round's lists; partial where nothing is said.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Coverages {
    /// What holds for a list that is not named.
    pub default: Option<Coverage>,
    /// What is said of single lists.
    pub lists: Vec<(ListKind, Coverage)>,
}

impl Coverages {
    /// The coverage of one list.
    pub fn of(&self, list: ListKind) -> Coverage {
        let said = self.lists.iter().find(|(known, _)| *known == list);
        said.map(|(_, coverage)| *coverage)
            .or(self.default)
            .unwrap_or(Coverage::Partial)
    }
}

/// A figure that a round quotes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Indicator {
    /// What is measured.
    pub id: Located<Id>,
    /// Its name.
    pub title: Option<Text>,
    /// The figure, exact.
    pub value: Located<Decimal>,
    /// The unit, such as a currency code.
    pub unit: Option<Box<str>>,
    /// The time that the figure is about.
    pub period: Option<Located<Date>>,
    /// What it rests on.
    pub evidence: Evidence,
    /// Where the entry is written.
    pub span: Span,
}

/// A dated fact outside the sessions, since the round before or just after this one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    /// When; an interval means some time within it.
    pub date: Option<Located<Date>>,
    /// The item it is about.
    pub about: Option<Located<Id>>,
    /// What was done.
    pub act: Option<Located<EventAct>>,
    /// For an extension, until when.
    pub until: Option<Located<Date>>,
    /// What it rests on.
    pub evidence: Evidence,
    /// Where the entry is written.
    pub span: Span,
}

/// What an event did; which of the lists holds depends on what the event is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EventAct {
    /// An act on an agreement.
    Agreement(Act),
    /// An act on a commitment.
    Commitment(CommitmentAct),
    /// An act on a body.
    Body(BodyAct),
}
