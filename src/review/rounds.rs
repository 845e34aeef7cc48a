//! Which round of the base is which of the head.

use super::corrections::{Correction, Within, between};
use super::{DialoguePair, Side};
use crate::facts::Fact;
use crate::source::RoundText;
use crate::span::{FileId, Files};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// How many pairs of rounds are tried, at most, for being one under two numbers.
const TRIED: usize = 250_000;
/// The share of facts in common, of a hundred, from which two rounds may be one.
const ALIKE: usize = 60;

/// A round of one side.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct RoundRef {
    /// The number in the name of its file.
    pub number: u32,
    /// Its file.
    pub file: FileId,
    /// Whether the file can be read as a round.
    pub readable: bool,
}

/// One round that is not the same on both sides.
#[derive(Clone, Debug)]
pub struct RoundReview {
    /// The round in the base.
    pub before: Option<RoundRef>,
    /// The round in the head.
    pub after: Option<RoundRef>,
    /// Whether its file has another name.
    pub renamed: bool,
    /// Whether both sides state the same facts of the same round, in files that differ.
    pub formatting_only: bool,
    /// Fact by fact; empty where only the formatting differs, and where a side cannot be read.
    pub corrections: Vec<Correction>,
    /// What the one side states that can be read, where there is no other to compare with.
    pub stated: Vec<Fact>,
}

impl RoundReview {
    /// Whether its number is another.
    pub fn renumbered(&self) -> bool {
        let numbers = self.before.zip(self.after);
        numbers.is_some_and(|(before, after)| before.number != after.number)
    }

    /// Its number in the head, else in the base.
    pub fn number(&self) -> u32 {
        self.after.or(self.before).map_or(0, |round| round.number)
    }
}

/// The rounds of a dialogue that differ.
#[derive(Default)]
pub(super) struct Paired {
    pub(super) added: Vec<RoundReview>,
    pub(super) removed: Vec<RoundReview>,
    pub(super) corrected: Vec<RoundReview>,
}

/// Pairs the rounds of both sides: those of one number, unless they are less alike than two of
/// different numbers.
pub(super) fn pair(pair: &DialoguePair, files: &Files) -> Paired {
    let mut base = rounds(pair.base.as_ref());
    let mut head = rounds(pair.head.as_ref());
    let same: Vec<u32> = base
        .iter()
        .filter(|(number, round)| {
            head.get(number)
                .is_some_and(|other| other.file == round.file)
        })
        .map(|(number, _)| *number)
        .collect();
    for number in same {
        base.remove(&number);
        head.remove(&number);
    }
    let mut matched = Vec::new();
    let mut take = |base: &mut Rounds, head: &mut Rounds, old: u32, new: u32| {
        if let (Some(old), Some(new)) = (base.remove(&old), head.remove(&new)) {
            matched.push((old, new));
        }
    };
    let renumbering = base.keys().ne(head.keys()) && base.len() * head.len() <= TRIED;
    if renumbering {
        for (old, new) in alike(pair, &base, &head) {
            take(&mut base, &mut head, old, new);
        }
    }
    let both: BTreeSet<u32> = base
        .keys()
        .filter(|number| head.contains_key(number))
        .copied()
        .collect();
    for number in both {
        take(&mut base, &mut head, number, number);
    }
    matched.sort_by_key(|(_, new)| new.number);
    let review =
        |before: Option<RoundRef>, after: Option<RoundRef>| one(pair, files, before, after);
    Paired {
        added: head
            .into_values()
            .map(|new| review(None, Some(new)))
            .collect(),
        removed: base
            .into_values()
            .map(|old| review(Some(old), None))
            .collect(),
        corrected: matched
            .into_iter()
            .map(|(old, new)| review(Some(old), Some(new)))
            .collect(),
    }
}

type Rounds = BTreeMap<u32, RoundRef>;

fn rounds(side: Option<&Side>) -> Rounds {
    let unread = |side: &Side, file: FileId| {
        let faults = side.found.iter().filter(|one| one.label.span.file == file);
        !side.facts.contains_key(&file)
            && faults
                .into_iter()
                .any(|one| one.severity() == crate::diagnostic::Severity::Error)
    };
    let texts = |side: &Side| -> Vec<RoundRef> {
        let one = |text: &RoundText| RoundRef {
            number: text.number.unwrap_or_default(),
            file: text.file,
            readable: !unread(side, text.file),
        };
        side.texts.rounds.iter().map(one).collect()
    };
    let all = side.map(texts).unwrap_or_default();
    all.into_iter()
        .rev()
        .map(|round| (round.number, round))
        .collect()
}

/// Rounds that are nearly the same, those most alike first; each once.
fn alike(pair: &DialoguePair, base: &Rounds, head: &Rounds) -> Vec<(u32, u32)> {
    let stated = |side: Option<&Side>, rounds: &Rounds| -> Vec<(u32, HashSet<String>)> {
        let texts = rounds.values().map(|round| {
            let facts = side.and_then(|side| side.facts.get(&round.file));
            let facts = facts.into_iter().flatten().filter(|fact| !is_number(fact));
            let facts = facts.map(|fact| format!("{} | {}", fact.key(), fact.value));
            (round.number, facts.collect())
        });
        texts.collect()
    };
    let (old, new) = (
        stated(pair.base.as_ref(), base),
        stated(pair.head.as_ref(), head),
    );
    let mut scored = Vec::new();
    for (number, facts) in &old {
        for (other, others) in &new {
            let all = facts.len() + others.len();
            let shared = facts.intersection(others).count();
            if all > 0 && 200 * shared >= ALIKE * all {
                let score = 1000 * 2 * shared / all;
                scored.push((score, number == other, *number, *other));
            }
        }
    }
    scored.sort_by_key(|(score, same, old, new)| (std::cmp::Reverse((*score, *same)), *old, *new));
    let (mut taken_old, mut taken_new) = (HashSet::new(), HashSet::new());
    let pairs = scored.into_iter().filter_map(|(_, _, old, new)| {
        let free = !taken_old.contains(&old) && !taken_new.contains(&new);
        (free && taken_old.insert(old) && taken_new.insert(new)).then_some((old, new))
    });
    pairs.collect()
}

fn is_number(fact: &Fact) -> bool {
    fact.subject == "meeting" && fact.field == "round"
}

fn one(
    pair: &DialoguePair,
    files: &Files,
    before: Option<RoundRef>,
    after: Option<RoundRef>,
) -> RoundReview {
    let old = before.and_then(|round| pair.base.as_ref()?.facts_of(round.file));
    let new = after.and_then(|round| pair.head.as_ref()?.facts_of(round.file));
    let round = after.or(before).map_or(0, |round| round.number).to_string();
    let within = Within {
        dialogue: &pair.name,
        round: &round,
        base: pair.base.as_ref(),
        head: pair.head.as_ref(),
    };
    let without_number = |facts: &[Fact]| -> Vec<Fact> {
        facts
            .iter()
            .filter(|fact| !is_number(fact))
            .cloned()
            .collect()
    };
    let (old, new) = (old.map(without_number), new.map(without_number));
    let name = |side: Option<&Side>, round: Option<RoundRef>| {
        let (side, round) = side.zip(round)?;
        let at = side
            .texts
            .rounds
            .iter()
            .position(|text| text.file == round.file)?;
        let numbered = side
            .entry
            .rounds
            .iter()
            .filter(|entry| entry.number == side.texts.rounds[at].number);
        let path = numbered
            .map(|entry| side.entry.within(&entry.path))
            .next()?;
        path.rsplit('/').next().map(str::to_owned)
    };
    let (old_name, new_name) = (
        name(pair.base.as_ref(), before),
        name(pair.head.as_ref(), after),
    );
    let (corrections, stated) = match (old, new) {
        (Some(old), Some(new)) => (between(&old, &new, &within), Vec::new()),
        (Some(only), None) | (None, Some(only)) => (Vec::new(), only),
        (None, None) => (Vec::new(), Vec::new()),
    };
    let readable = |round: Option<RoundRef>| round.filter(|round| round.readable);
    let formatted = readable(before)
        .zip(readable(after))
        .is_some_and(|(before, after)| {
            before.number == after.number && files.text(before.file) != files.text(after.file)
        });
    RoundReview {
        before,
        after,
        formatting_only: formatted && corrections.is_empty(),
        renamed: before.is_some() && after.is_some() && old_name != new_name,
        corrections,
        stated,
    }
}
