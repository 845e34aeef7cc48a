//! Who is who across rounds, and why: the one registry of identity that every command uses.

mod assignment;
mod bind;
mod candidates;
mod explanation;
mod identity;
mod items;
mod lexicon;
mod pairing;
mod score;
mod sightings;
mod suggestion;
#[cfg(test)]
mod tests;
mod titles;

pub use explanation::{Explanation, Matched, NearMiss, Rejection};
pub use score::{LIKELY, SUGGESTED};
pub(crate) use suggestion::suggest;
pub use suggestion::{Method, Reason, Suggestion};

use crate::acts::{self, Course};
use crate::check::RoundSet;
use crate::model::agreement::AgreementMention;
use crate::model::commitment::CommitmentMention;
use crate::model::id::Id;
use crate::model::mention::Mention;
use crate::model::round::{ListKind, Round};
use crate::model::taxonomy::Concept;
use crate::model::term::terms;
use crate::model::text::Text;
use identity::Identity;
use indexmap::IndexMap;
use sightings::Sightings;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;
use suggestion::Pairs;
use titles::Titles;

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

terms! {
    /// What decides who is who across rounds.
    Matching {
        /// Ids, and what is declared of them.
        Declared = "declared",
        /// The same, and likeness where it is strong enough.
        Likely = "likely",
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
    /// The term used: the mention's wording, else the alias it was named by.
    pub wording: Option<Text>,
}

impl<M> Clone for Entry<'_, M> {
    fn clone(&self) -> Self {
        Self {
            id: self.id.clone(),
            ground: self.ground,
            mention: self.mention,
            wording: self.wording.clone(),
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
    /// What is recorded of each agreement, under its current id.
    pub courses: IndexMap<Id, Course<'a>>,
    /// What decided who is who.
    pub matching: Matching,
    /// The pairs that likeness joined.
    likely: Pairs,
    /// The pairs that it did not join, once they are asked for.
    suggestions: OnceLock<Pairs>,
    /// What items are called, once that is asked for.
    titles: OnceLock<Titles>,
    /// In which rounds items are named, once that is asked for.
    sightings: OnceLock<Sightings>,
    /// Which id each item goes by now.
    identity: Identity<'a>,
    /// For each item, those declared related to it, in both directions.
    related: BTreeMap<(ListKind, Id), BTreeSet<Id>>,
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

impl SeriesRound<'_> {
    /// The number of the round.
    pub fn number(&self) -> u32 {
        self.round.number.value
    }
}

impl<'a> SeriesRound<'a> {
    /// One of the lists of mentions; none where it is not stated, or not such a list.
    pub fn list(&self, list: ListKind) -> Option<&[Entry<'a>]> {
        match list {
            ListKind::Sectors => self.sectors.as_deref(),
            ListKind::Topics => self.topics.as_deref(),
            ListKind::Programmes => self.programmes.as_deref(),
            ListKind::Bodies => self.bodies.as_deref(),
            _ => None,
        }
    }
}

impl<'a> Series<'a> {
    /// Binds every mention of a record to its item, by ids and what is declared of them.
    pub fn of(record: &'a RoundSet) -> Self {
        let identity = Identity::declared(record.successors());
        Self::bound(record, Matching::Declared, identity, Vec::new())
    }

    /// Binds every mention of a record to its item, by likeness too where that is asked for.
    ///
    /// Of two items that are taken for one the later id stands for both.
    pub fn matched(record: &'a RoundSet, matching: Matching) -> Self {
        let declared = Self::of(record);
        if matching == Matching::Declared {
            return declared;
        }
        let (likely, left): (Vec<Suggestion>, Vec<Suggestion>) = suggestion::all(&declared)
            .into_iter()
            .partition(|pair| pair.likely);
        let pairs = likely
            .iter()
            .map(|pair| (pair.list, &pair.former, &pair.later));
        let identity = declared.identity.joined(pairs);
        let series = Self::bound(record, matching, identity, likely);
        // Nobody else can have asked yet.
        let _ = series.suggestions.set(Pairs::of(left));
        series
    }

    fn bound(
        record: &'a RoundSet,
        matching: Matching,
        identity: Identity<'a>,
        likely: Vec<Suggestion>,
    ) -> Self {
        let current = |id: &Id| identity.current(ListKind::Agreements, id);
        let courses = acts::courses(record.dialogue(), record.rounds(), current);
        let rounds = record.rounds().iter();
        let rounds = rounds.map(|round| bind::bind(record, &identity, round));
        let mut series = Self {
            record,
            rounds: rounds.collect(),
            courses,
            matching,
            likely: Pairs::of(likely),
            suggestions: OnceLock::new(),
            titles: OnceLock::new(),
            sightings: OnceLock::new(),
            identity,
            related: BTreeMap::new(),
        };
        series.relate();
        series
    }

    /// Collects the relations of the taxonomy, which work both ways.
    fn relate(&mut self) {
        let taxonomy = self.record.taxonomy();
        let lists = [
            (ListKind::Sectors, &taxonomy.sectors),
            (ListKind::Topics, &taxonomy.topics),
        ];
        for (list, concepts) in lists {
            for (id, concept) in concepts.iter().flatten() {
                for link in &concept.related {
                    let one = self.current(list, id);
                    let other = self.current(list, &link.value);
                    let mut add = |from: &Id, to: &Id| {
                        let near = self.related.entry((list, from.clone())).or_default();
                        near.insert(to.clone());
                    };
                    add(&one, &other);
                    add(&other, &one);
                }
            }
        }
    }

    /// The round of a number.
    pub fn round(&self, number: u32) -> Option<&SeriesRound<'a>> {
        let at = self
            .rounds
            .binary_search_by_key(&number, SeriesRound::number);
        at.ok().map(|at| &self.rounds[at])
    }

    /// The wider concepts of an item, from the nearest; none outside the taxonomy.
    pub fn broader(&self, list: ListKind, id: &Id) -> Vec<Id> {
        let concepts = self.concepts(list);
        let parent = |id: &Id| -> Option<Id> {
            let link = concepts?.get(id)?.broader.as_ref()?;
            Some(self.current(list, &link.value))
        };
        // A circle is an error of the check; `current` could close one, so the walk is bounded.
        let mut chain: Vec<Id> = Vec::new();
        let mut next = parent(id);
        while let Some(one) = next {
            if one == *id || chain.contains(&one) {
                break;
            }
            next = parent(&one);
            chain.push(one);
        }
        chain
    }

    /// The items that the taxonomy declares related to one, in either direction, sorted.
    pub fn related(&self, list: ListKind, id: &Id) -> Vec<Id> {
        let near = self.related.get(&(list, id.clone()));
        near.map(|near| near.iter().cloned().collect())
            .unwrap_or_default()
    }

    /// The id that an item has now, through what replaced it once and what continues it.
    pub fn current(&self, list: ListKind, id: &Id) -> Id {
        let resolved = self.record.names().resolve(list, id.as_str());
        let live = resolved
            .filter(|one| one.ids.len() == 1)
            .map(|one| one.ids[0].clone());
        let live = live.unwrap_or_else(|| id.clone());
        self.identity.current(list, &live)
    }

    /// What the taxonomy says of an item.
    pub fn concept(&self, list: ListKind, id: &Id) -> Option<&'a Concept> {
        self.concepts(list)?.get(id)
    }

    fn concepts(&self, list: ListKind) -> Option<&'a IndexMap<Id, Concept>> {
        let taxonomy = self.record.taxonomy();
        match list {
            ListKind::Sectors => taxonomy.sectors.as_ref(),
            ListKind::Topics => taxonomy.topics.as_ref(),
            _ => None,
        }
    }

    /// The numbers of the rounds whose list of mentions names an item, in order.
    pub fn sightings(&self, list: ListKind, id: &Id) -> &[u32] {
        let sightings = || Sightings::of(&self.rounds);
        self.sightings.get_or_init(sightings).get(list, id)
    }

    /// The name of an item: in the taxonomy, else as a mention gives it, newest first; of a
    /// commitment, what was promised.
    pub fn title(&self, list: ListKind, id: &Id) -> Option<&'a Text> {
        let concepts = self.concepts(list);
        let known = concepts.and_then(|all| all.get(id)?.title.as_ref());
        let titles = || self.titles.get_or_init(|| Titles::of(&self.rounds));
        let known = known.or_else(|| titles().get(&self.rounds, list, id));
        known.or_else(|| {
            let standing = self.record.dialogue().agreements.iter();
            let mut standing =
                standing.filter(|one| list == ListKind::Agreements && one.id.value == *id);
            Some(&standing.next_back()?.definition.title.as_ref()?.value)
        })
    }
}
