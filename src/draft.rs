//! Drafts: what the text of a communiqué or an article seems to say, for a person to confirm.
//!
//! Words alone are compared, folded: nothing is understood, nothing is looked up elsewhere, and the
//! same text gives the same draft. Each fact has its line and the words it rests on.

mod act;
mod agreement;
mod date;
mod money;
mod page;
mod read;
mod round;
mod term;
mod token;

pub use page::page;
pub use read::read;

use crate::load;
use crate::model::agreement::AgreementType;
use crate::model::id::Id;
use crate::model::status::Act;
use crate::model::text::Text;
use std::ops::RangeInclusive;
use term::{Kind, Names};

/// The bytes of a text that a draft is made of, at most.
pub const TEXT_BYTES: usize = 8 * 1024 * 1024;

/// The names that a record knows.
#[derive(Debug, Default)]
pub struct Known(Names);

impl Known {
    /// Takes in the sectors and topics, the parties, and the agreements of a record.
    pub fn of(record: &load::Draft) -> Self {
        let mut names = Names::default();
        let taxonomy = &record.taxonomy;
        let lists = [
            (Kind::Sector, &taxonomy.sectors),
            (Kind::Topic, &taxonomy.topics),
        ];
        for (kind, list) in lists {
            for (id, concept) in list.iter().flatten() {
                title(&mut names, kind, id, concept.title.as_ref());
                for alias in &concept.aliases {
                    names.add(kind, id, &alias.word.value, alias.spelling);
                }
            }
        }
        for (id, party) in &record.dialogue.parties {
            title(&mut names, Kind::Party, id, party.title.as_ref());
        }
        let rounds = record
            .rounds
            .iter()
            .flat_map(|round| round.agreements.iter().flatten());
        for mention in record.dialogue.agreements.iter().chain(rounds) {
            let text = mention.definition.title.as_ref().map(|title| &title.value);
            title(&mut names, Kind::Agreement, &mention.id.value, text);
        }
        Self(names)
    }
}

fn title(names: &mut Names, kind: Kind, id: &Id, title: Option<&Text>) {
    for (_, text) in title.into_iter().flat_map(Text::iter) {
        names.add(kind, id, text, true);
    }
}

/// Which part of a text to draft, and as what.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The number of the round; the first that the text tells of, if not given.
    pub round: Option<u32>,
    /// Take these lines, counted from 1, whichever round they tell of.
    pub lines: Option<RangeInclusive<usize>>,
}

/// Something found, its line counted from 1, and the words that it rests on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found<T> {
    /// What was found.
    pub value: T,
    /// The line.
    pub line: usize,
    /// The words.
    pub words: String,
}

/// A sector or topic.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Named {
    /// The id in the taxonomy.
    pub id: Id,
    /// The words of the text, where they are an alias and not the title.
    pub wording: Option<String>,
}

/// An amount of money, exact.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Amount {
    /// A decimal number, as a round has it.
    pub amount: String,
    /// The ISO 4217 code; none where the text does not say whose currency it is.
    pub currency: Option<&'static str>,
}

/// An agreement, and what was done with it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Deed {
    /// The id, where the record has a title of these words.
    pub id: Option<Id>,
    /// What kind of agreement its words say; none for one that the record knows.
    pub kind: Option<AgreementType>,
    /// What was done; `referenced` where no verb says.
    pub act: Act,
    /// The words that name it.
    pub title: String,
    /// The amount of its sentence.
    pub amount: Option<Amount>,
    /// The parties that its words name.
    pub parties: Vec<Id>,
}

/// What was found in a text on one round.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Drafted {
    /// The number of the round; none where neither the text nor who asked says it.
    pub round: Option<u32>,
    /// All rounds that the text tells of, from the first.
    pub rounds: Vec<u32>,
    /// When it was held, as EDTF.
    pub held: Option<Found<String>>,
    /// Every date, as EDTF, that one too.
    pub dates: Vec<Found<String>>,
    /// Sectors, each once.
    pub sectors: Vec<Found<Named>>,
    /// Topics, each once.
    pub topics: Vec<Found<Named>>,
    /// Parties, each once.
    pub parties: Vec<Found<Id>>,
    /// Amounts of money.
    pub amounts: Vec<Found<Amount>>,
    /// Agreements.
    pub agreements: Vec<Found<Deed>>,
    /// Rounds that were promised, each with its time as EDTF where there is one.
    pub promises: Vec<Found<(u32, Option<String>)>>,
    /// Sentences of which nothing was taken, shortened.
    pub unread: Vec<Found<()>>,
    /// Lines that tell of other rounds, or of none.
    pub left: Vec<usize>,
}
