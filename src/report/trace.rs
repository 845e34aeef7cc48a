//! One item through all rounds: every mention, what it says, and where the record has it.

mod deeds;
mod find;
mod mentions;

pub use find::nearest_items;

use super::agreement::Named;
use super::context::Setting;
use super::evidence::{Book, EvidenceReport};
use super::phrase::{Direction, Line, Phrase};
use super::reproduce::ReproduceReport;
use crate::history::History;
use crate::matching::Series;
use crate::model::id::Id;
use crate::model::term::{Term, terms};
use crate::span::{Files, Place};
use crate::words::Words;
use serde::Serialize;

/// Every item of one id, through all rounds. Every key is always there; null is unknown.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct TraceReport {
    /// What kind of document this is: `rapporteur/item`.
    pub format: String,
    /// The version of the format; it changes when a key changes its meaning or goes.
    pub version: u32,
    /// The language of the report, a BCP 47 tag.
    pub lang: String,
    /// Its direction.
    pub dir: Direction,
    /// Whether that is right to left.
    pub rtl: bool,
    /// The dialogue.
    pub dialogue: Named,
    /// The last round that it tells of.
    pub as_of: u32,
    /// The items of that id: one of each kind at most.
    pub items: Vec<ItemTrace>,
    /// The places in sources that the report rests on, numbered by first use.
    pub evidence: Vec<EvidenceReport>,
    /// What is needed to make the same report again.
    pub reproduce: ReproduceReport,
}

terms! {
    /// What kind of item it is.
    TraceKind {
        /// A sector.
        Sector = "sector",
        /// A regional or international issue.
        Topic = "topic",
        /// A programme.
        Programme = "programme",
        /// A working group, committee or forum.
        Body = "body",
        /// An agreement.
        Agreement = "agreement",
        /// A commitment.
        Commitment = "commitment",
        /// Someone who led or took part.
        Person = "person",
    }
}

/// One item through all rounds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct ItemTrace {
    /// What kind of item it is.
    pub kind: TraceKind,
    /// The same in words.
    pub kind_text: String,
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: Phrase,
    /// Where it stands now, in words; none for items that have no status.
    pub status_text: Option<String>,
    /// The first round that names it.
    pub first: Option<u32>,
    /// The last round that names it.
    pub last: Option<u32>,
    /// Everything that is recorded of it, in order.
    pub mentions: Vec<MentionReport>,
    /// Rounds that state the list and do not name it.
    pub silent: Vec<u32>,
    /// The same in words.
    pub silent_text: Option<String>,
    /// Rounds that do not state the list.
    pub not_stated: Vec<u32>,
    /// The same in words.
    pub not_stated_text: Option<String>,
}

/// One thing that is recorded of an item.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct MentionReport {
    /// The round whose file records it; none for what stood before the first.
    pub round: Option<u32>,
    /// The round in words.
    pub label: String,
    /// When, as the record writes it; the round's date where it has none of its own.
    pub date: Option<String>,
    /// The same in words.
    pub date_text: String,
    /// Whether it was outside the sessions.
    pub event: bool,
    /// What was done, or how it was named, as the record's word for it.
    pub act: Option<String>,
    /// The same in words, with how central it was.
    pub text: Line,
    /// The term that the round uses, where the record gives it.
    pub wording: Option<Phrase>,
    /// What the author remarks.
    pub note: Option<Phrase>,
    /// Citations.
    pub refs: Vec<u32>,
    /// Where the record has it.
    pub file: Place,
}

/// Tells of every item that a name stands for; none where nothing has that name.
pub fn trace(
    name: &str,
    history: &History<'_>,
    series: &Series<'_>,
    files: &Files,
    words: &Words,
) -> Option<TraceReport> {
    let context = &Setting::of(series, files, words);
    let book = &mut Book::default();
    let mut items = Vec::new();
    for kind in TraceKind::ALL {
        for id in find::ids(*kind, name, history, series) {
            items.push(ItemTrace::of(context, history, *kind, &id, book));
        }
    }
    if items.is_empty() {
        return None;
    }
    let command = format!(
        "rapporteur history {name} --dialogue {} --as-of {} --lang {}",
        series.record.dialogue().id,
        history.as_of,
        words.tag()
    );
    Some(TraceReport {
        format: "rapporteur/item".to_owned(),
        version: 1,
        lang: words.tag().to_owned(),
        dir: Direction::of(words.tag()),
        rtl: Direction::of(words.tag()) == Direction::Rtl,
        dialogue: super::dialogue(context),
        as_of: history.as_of,
        items,
        evidence: book.entries(context),
        reproduce: ReproduceReport::by(context, command, history.as_of),
    })
}

impl ItemTrace {
    fn of<'e>(
        context: &Setting<'e>,
        history: &History<'e>,
        kind: TraceKind,
        id: &Id,
        book: &mut Book<'e>,
    ) -> Self {
        let (mentions, stated) = match kind {
            TraceKind::Agreement => deeds::agreement(context, history, id, book),
            TraceKind::Commitment => deeds::commitment(context, history, id, book),
            TraceKind::Person => mentions::person(context, history, id, book),
            _ => mentions::item(context, history, kind, id, book),
        };
        let named: Vec<u32> = mentions
            .iter()
            .filter(|one| !one.event)
            .filter_map(|one| one.round)
            .collect();
        let rounds = |said: Option<bool>| {
            let rounds = history.rounds.iter().zip(&stated);
            let rounds = rounds.filter(|(_, stated)| **stated == said);
            rounds
                .map(|(round, _)| round.number())
                .collect::<Vec<u32>>()
        };
        let words = |key: &str, rounds: &[u32]| {
            let labels: Vec<String> = rounds
                .iter()
                .map(|round| context.round_label(*round))
                .collect();
            let labels = context.words.list(&labels);
            (!rounds.is_empty()).then(|| context.say(key, [("rounds", labels.into())]))
        };
        let (silent, not_stated) = (rounds(Some(false)), rounds(None));
        Self {
            kind,
            kind_text: context.term("trace", kind),
            id: id.to_string(),
            title: mentions::title(context, history, kind, id),
            status_text: deeds::status(context, history, kind, id),
            first: named.first().copied(),
            last: named.last().copied(),
            silent_text: words("trace-silent", &silent),
            silent,
            not_stated_text: words("trace-not-stated", &not_stated),
            not_stated,
            mentions,
        }
    }
}
