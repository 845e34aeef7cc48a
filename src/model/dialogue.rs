//! A dialogue: the parties, the sources, and what stood before the first round.

use super::agreement::AgreementMention;
use super::date::Date;
use super::evidence::Evidence;
use super::id::Id;
use super::term::terms;
use super::text::{Lang, Text};
use crate::span::{Located, Span};
use indexmap::IndexMap;

/// What `dialogue.yaml` says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dialogue {
    /// The id: the name of the dialogue's folder.
    pub id: Id,
    /// The name of the series.
    pub title: Option<Text>,
    /// The language of texts that are plain strings.
    pub language: Lang,
    /// How often the parties said they would meet.
    pub periodicity: Option<Located<Periodicity>>,
    /// Everyone who can be a side, an owner or a signatory.
    pub parties: IndexMap<Id, Party>,
    /// The sources cited.
    pub sources: IndexMap<Id, Source>,
    /// Numbers of rounds that are known to be missing from the record.
    pub missing: Vec<Located<u32>>,
    /// Agreements from before the first round.
    pub agreements: Vec<AgreementMention>,
    /// What the dialogue's own statements rest on.
    pub evidence: Evidence,
    /// The whole of the file's map; nothing where the folder has no `dialogue.yaml`.
    pub span: Option<Span>,
}

terms! {
    /// How often rounds are to be held.
    Periodicity {
        /// Twice a year.
        SemiAnnual = "semi-annual",
        /// Once a year.
        Annual = "annual",
        /// Every second year.
        Biennial = "biennial",
        /// Every third year.
        Triennial = "triennial",
    }
}

impl Periodicity {
    /// The months from one round to the next.
    pub fn months(self) -> u32 {
        match self {
            Self::SemiAnnual => 6,
            Self::Annual => 12,
            Self::Biennial => 24,
            Self::Triennial => 36,
        }
    }
}

/// A party: a state, or a body of one, or another organisation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Party {
    /// Its name.
    pub title: Option<Text>,
    /// Its country, as an ISO 3166-1 alpha-2 code in upper case.
    pub country: Option<Box<str>>,
    /// The party it belongs to.
    pub of: Option<Located<Id>>,
    /// What kind of party it is.
    pub kind: Option<PartyKind>,
    /// What it rests on.
    pub evidence: Evidence,
    /// Where its id is written.
    pub span: Span,
}

terms! {
    /// A kind of party.
    PartyKind {
        /// A state.
        State = "state",
        /// A ministry.
        Ministry = "ministry",
        /// An agency.
        Agency = "agency",
        /// An embassy.
        Embassy = "embassy",
        /// A company.
        Company = "company",
        /// A university.
        University = "university",
        /// Another organisation.
        Organisation = "organisation",
        /// A bloc of states.
        Bloc = "bloc",
    }
}

/// A source that facts are cited from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// Its title.
    pub title: Option<Text>,
    /// Who published it.
    pub publisher: Option<Text>,
    /// Who wrote it.
    pub author: Option<Text>,
    /// When it was published.
    pub date: Option<Located<Date>>,
    /// The language it is in.
    pub language: Option<Lang>,
    /// How close it is to the parties.
    pub tier: Option<Tier>,
    /// Where it can be read, an `http` or `https` address.
    pub url: Option<Located<Box<str>>>,
    /// A remark.
    pub evidence: Evidence,
    /// Where its id is written.
    pub span: Span,
}

terms! {
    /// How close a source is to the parties, from the closest.
    Tier {
        /// The parties' own joint text.
        JointStatement = "joint-statement",
        /// One party's official text.
        Official = "official",
        /// A news agency.
        NewsAgency = "news-agency",
        /// The press.
        Press = "press",
        /// An analysis.
        Analysis = "analysis",
    }
}
