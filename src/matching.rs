//! Who is who across rounds, and why: the one registry of identity that every command uses.

use crate::acts::{self, Course};
use crate::check::{Reading, RoundSet};
use crate::model::agreement::AgreementMention;
use crate::model::commitment::CommitmentMention;
use crate::model::id::Id;
use crate::model::mention::Mention;
use crate::model::round::{ListKind, Round};
use crate::model::taxonomy::Concept;
use crate::model::term::terms;
use crate::model::text::Text;
use indexmap::IndexMap;
use std::collections::{BTreeMap, BTreeSet};

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
    /// Binds every mention of a record to its item.
    pub fn of(record: &'a RoundSet) -> Self {
        let courses = acts::courses(record.dialogue(), record.rounds(), record.successors());
        let rounds = record
            .rounds()
            .iter()
            .map(|round| bind(record, round))
            .collect();
        let mut series = Self {
            record,
            rounds,
            courses,
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
        self.record.successors().current(list, &live).clone()
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

    /// The name of an item: in the taxonomy, else as a mention gives it, newest first.
    pub fn title(&self, list: ListKind, id: &Id) -> Option<&Text> {
        let concepts = self.concepts(list);
        let known = concepts.and_then(|all| all.get(id)?.title.as_ref());
        known.or_else(|| {
            self.rounds.iter().rev().find_map(|round| {
                let entries = round.list(list)?;
                let at = entries.binary_search_by(|entry| entry.id.cmp(id)).ok()?;
                entries[at].mention.title.as_ref()
            })
        })
    }
}

fn bind<'a>(record: &'a RoundSet, round: &'a Round) -> SeriesRound<'a> {
    let mentions = |list, mentions: &'a Option<Vec<Mention>>| {
        mentions
            .as_deref()
            .map(|mentions| entries(record, list, mentions))
    };
    SeriesRound {
        round,
        sectors: mentions(ListKind::Sectors, &round.sectors),
        topics: mentions(ListKind::Topics, &round.topics),
        programmes: mentions(ListKind::Programmes, &round.programmes),
        bodies: mentions(ListKind::Bodies, &round.bodies),
        agreements: round.agreements.as_deref().map(|all| {
            sorted(
                all.iter()
                    .map(|one| declared(record, ListKind::Agreements, &one.id.value, one)),
                |one| one.id.value.as_str(),
            )
        }),
        commitments: round.commitments.as_deref().map(|all| {
            sorted(
                all.iter()
                    .map(|one| declared(record, ListKind::Commitments, &one.id.value, one)),
                |one| one.id.value.as_str(),
            )
        }),
    }
}

fn entries<'a>(record: &'a RoundSet, list: ListKind, mentions: &'a [Mention]) -> Vec<Entry<'a>> {
    let successors = record.successors();
    let all = mentions.iter().flat_map(|mention| {
        let name = &mention.name.value;
        let resolved = record.names().resolve(list, name);
        let (ids, ground, word) = match resolved {
            Some(resolved) => (resolved.ids, ground(resolved.reading), resolved.wording),
            None => (Id::new(name).into_iter().collect(), Ground::Id, None),
        };
        let wording = mention.wording.clone().or(word);
        ids.into_iter().map(move |id| {
            let now = successors.current(list, &id);
            Entry {
                ground: if *now == id {
                    ground
                } else {
                    Ground::Continues
                },
                id: now.clone(),
                mention,
                wording: wording.clone(),
            }
        })
    });
    sorted(all, |mention| &mention.name.value)
}

fn ground(reading: Reading) -> Ground {
    match reading {
        Reading::Id => Ground::Id,
        Reading::Alias => Ground::Alias,
        Reading::Replaced => Ground::ReplacedBy,
    }
}

fn declared<'a, M>(record: &RoundSet, list: ListKind, id: &Id, mention: &'a M) -> Entry<'a, M> {
    let now = record.successors().current(list, id);
    Entry {
        ground: if now == id {
            Ground::Id
        } else {
            Ground::Continues
        },
        id: now.clone(),
        mention,
        wording: None,
    }
}

/// Sorts by item; where two former items became one, the mention with the better ground stands
/// for both, and of equal ones that with the smaller name, wherever they are written.
fn sorted<'a, M: 'a>(
    entries: impl Iterator<Item = Entry<'a, M>>,
    name: impl Fn(&'a M) -> &'a str,
) -> Vec<Entry<'a, M>> {
    let mut entries: Vec<Entry<'a, M>> = entries.collect();
    entries.sort_by(|a, b| {
        let grounds = a.ground.cmp(&b.ground);
        let names = || name(a.mention).cmp(name(b.mention));
        a.id.cmp(&b.id).then(grounds).then_with(names)
    });
    entries.dedup_by(|next, first| next.id == first.id);
    entries
}
