//! Lists that go from round to round: most items stay, some change, some go and others come.

use super::vocabulary::Vocabulary;
use super::{Plan, item};
use crate::common::random::Random;
use std::collections::{BTreeMap, BTreeSet};

/// A list as it stands at one round.
#[derive(Debug)]
pub(super) struct Course {
    pub(super) vocabulary: Vocabulary,
    pub(super) members: Vec<Member>,
    /// Concepts that were once in the list, in the order they came.
    past: Vec<usize>,
    /// Concepts that a round named by their own ids.
    said: BTreeSet<usize>,
    /// Concepts that go by another id today, which no round names again.
    renamed: BTreeMap<usize, usize>,
    /// The same, where no round says so.
    silent: BTreeMap<usize, usize>,
}

/// One item of a list.
#[derive(Clone, Debug)]
pub(super) struct Member {
    /// The concept.
    pub(super) at: usize,
    /// The concept that its texts speak of.
    pub(super) name: usize,
    /// Which wording it has, from 0.
    pub(super) wording: usize,
    /// How often it was changed otherwise.
    pub(super) mark: usize,
    /// The concept that it was called by until the next round that states the list.
    pub(super) continues: Option<usize>,
    /// The round that first had it, since it is there without a break.
    pub(super) since: u32,
}

impl Course {
    /// Begins a list, with no items yet.
    pub(super) fn of(vocabulary: Vocabulary) -> Self {
        Self {
            vocabulary,
            members: Vec::new(),
            past: Vec::new(),
            said: BTreeSet::new(),
            renamed: BTreeMap::new(),
            silent: BTreeMap::new(),
        }
    }

    /// Goes on to the next round.
    pub(super) fn step(&mut self, plan: &Plan, round: u32, random: &mut Random) {
        let mut gone = Vec::new();
        for mut member in std::mem::take(&mut self.members) {
            let lot = random.below(100);
            if lot < plan.removed {
                gone.push(member.at);
                continue;
            } else if lot < plan.removed + plan.retitled {
                member.wording += 1;
                if plan.silent > 0 && random.chance(plan.silent) {
                    self.silence(&mut member, random);
                }
            } else if lot < plan.removed + plan.retitled + plan.changed {
                member.mark += 1;
            }
            self.members.push(member);
        }
        self.rename(plan, random);
        let there = self.members.iter().map(|member| member.at);
        let former = self.members.iter().filter_map(|member| member.continues);
        let mut there: BTreeSet<usize> = there.chain(former).collect();
        let tries = (plan.items - self.members.len().min(plan.items)) * 4;
        for _ in 0..tries {
            if self.members.len() == plan.items {
                break;
            }
            let at = self.newcomer(&gone, random);
            if self.is_free(at, &there) {
                there.insert(at);
                self.past.push(at);
                self.members.push(Member {
                    at,
                    name: at,
                    wording: 0,
                    mark: 0,
                    continues: None,
                    since: round,
                });
            }
        }
        random.shuffle(&mut self.members);
    }

    /// The items as a round states them: all, none, or nothing said.
    pub(super) fn state(&mut self, plan: &Plan, random: &mut Random) -> Option<Vec<Member>> {
        if random.chance(plan.absent) {
            return None;
        }
        if random.chance(plan.empty) {
            return Some(Vec::new());
        }
        let members = self.members.clone();
        for member in &mut self.members {
            self.said.insert(member.at);
            if let Some(former) = member.continues.take() {
                self.renamed.insert(former, member.at);
            }
        }
        Some(members)
    }

    /// Gives some items another id.
    fn rename(&mut self, plan: &Plan, random: &mut Random) {
        if plan.renamed == 0 {
            return;
        }
        let mut taken: BTreeSet<usize> = self.past.iter().copied().collect();
        let concepts = &self.vocabulary.concepts;
        let heirs: BTreeSet<usize> = concepts
            .iter()
            .flat_map(|one| one.replaced.clone())
            .collect();
        // A concept that others gave way to keeps its id, so that all agree on who is who.
        let ordinary = |at: usize| concepts[at].replaced.is_empty() && !heirs.contains(&at);
        for nth in 0..self.members.len() {
            let old = self.members[nth].at;
            let free = self.members[nth].continues.is_none() && self.said.contains(&old);
            if !random.chance(plan.renamed) || !ordinary(old) || !free {
                continue;
            }
            let new = random.below(concepts.len());
            if ordinary(new) && taken.insert(new) {
                self.past.push(new);
                let member = &mut self.members[nth];
                (member.at, member.name, member.continues) = (new, new, Some(old));
            }
        }
    }

    /// Gives an item another id, and leaves its texts what they are.
    fn silence(&mut self, member: &mut Member, random: &mut Random) {
        let new = random.below(self.vocabulary.concepts.len());
        let known = self.vocabulary.listed || self.past.contains(&new);
        if known || member.continues.is_some() || !self.said.contains(&member.at) {
            return;
        }
        self.past.push(new);
        self.silent.insert(member.at, new);
        member.at = new;
    }

    /// The ids that gave way to others without a word, each with the other.
    pub(super) fn silent(&self) -> impl Iterator<Item = (String, String)> {
        let pairs = self.silent.iter();
        pairs.map(|(old, new)| (self.vocabulary.id(*old), self.vocabulary.id(*new)))
    }

    /// A concept that may come: one that was there, one near those that go, or any.
    fn newcomer(&self, gone: &[usize], random: &mut Random) -> usize {
        let concepts = &self.vocabulary.concepts;
        let lot = random.below(100);
        if lot < 25 && !self.past.is_empty() {
            return self.past[random.below(self.past.len())];
        }
        if lot < 65 && !gone.is_empty() {
            let concept = &concepts[gone[random.below(gone.len())]];
            let near = concept.broader.iter().chain(&concept.narrower);
            let near: Vec<usize> = near.chain(&concept.related).copied().collect();
            if !near.is_empty() {
                return near[random.below(near.len())];
            }
        }
        random.below(concepts.len())
    }

    /// Whether a concept may come: two retired ones may stand for one that is there as well.
    fn is_free(&self, at: usize, there: &BTreeSet<usize>) -> bool {
        let gone = self.renamed.contains_key(&at)
            || self
                .silent
                .iter()
                .any(|(old, new)| [*old, *new].contains(&at));
        !there.contains(&at) && !gone
    }

    /// The ids that the items have, of a round that names `members`, as of today.
    pub(super) fn truth(&self, members: &[Member]) -> BTreeSet<String> {
        let live = members
            .iter()
            .flat_map(|member| self.vocabulary.live(member.at));
        let now = live.map(|mut at| {
            while let Some(next) = self.renamed.get(&at) {
                at = *next;
            }
            self.vocabulary.id(at)
        });
        now.collect()
    }

    /// A member as an item of sectors, topics, programmes or bodies.
    pub(super) fn text(&self, seed: u64, member: &Member, more: &[(&str, String)]) -> String {
        let mut random = member.random(seed, self.vocabulary.stem);
        let id = self.vocabulary.id(member.at);
        let aliased = self.vocabulary.concepts[member.at].aliased && member.wording % 3 == 2;
        let name = if aliased {
            self.vocabulary.alias(member.at)
        } else {
            id
        };
        let mut fields = vec![("id", name)];
        if member.wording > 0 && !aliased {
            fields.push((
                "wording",
                title(self.vocabulary.stem, member.name, member.wording),
            ));
        }
        if member.mark > 0 && random.chance(70) {
            let salience = random.pick(&["passing", "listed", "central"]);
            fields.push(("salience", salience.to_owned()));
        }
        if random.chance(50) {
            let long = title(self.vocabulary.stem, member.name, member.mark + 7);
            fields.push(("note", long));
        }
        if let Some(former) = member.continues {
            fields.push(("continues", self.vocabulary.id(former)));
        }
        fields.extend(more.iter().cloned());
        if !self.vocabulary.listed {
            fields.retain(|(key, _)| *key != "wording");
            fields.push((
                "title",
                title(self.vocabulary.stem, member.name, member.wording),
            ));
        }
        item(&fields)
    }
}

impl Member {
    /// Numbers that are the same wherever the item stands unchanged.
    pub(super) fn random(&self, seed: u64, stem: &str) -> Random {
        let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        let name = stem.bytes().fold(0, |sum, byte| sum * 31 + u64::from(byte));
        let own = [number(self.at), number(self.wording), number(self.mark)];
        Random::of(&[seed, name, own[0], own[1], own[2]])
    }
}

const ENGLISH: [&str; 8] = [
    "Clean", "Digital", "Maritime", "Cultural", "Open", "Critical", "Civil", "Regional",
];
const ARABIC: [&str; 8] = [
    "نظيفة",
    "رقمية",
    "بحرية",
    "ثقافية",
    "مفتوحة",
    "حيوية",
    "مدنية",
    "إقليمية",
];

/// A text in two languages, for a concept and one of its versions.
pub(super) fn title(stem: &str, at: usize, version: usize) -> String {
    let first = (at + version) % ENGLISH.len();
    let second = (at / 3 + version * 5) % ENGLISH.len();
    let (one, other) = (ENGLISH[first], ENGLISH[second]);
    let (first, second) = (ARABIC[first], ARABIC[second]);
    format!("{{en: {one} {other} {stem} {at} v{version}, ar: {first} {second} {at} ن{version}}}")
}
