//! How alike two agreements are: by title, type, parties and value.
//!
//! A score only ever suggests; nothing is merged by it unasked.

use crate::fold::words;
use crate::model::agreement::{AgreementMention, Definition};
use crate::model::text::Text;
use std::collections::{BTreeMap, BTreeSet};

/// The score, in per cent, from which two agreements are said to look alike.
pub const THRESHOLD: u8 = 80;

/// A word that stands in more titles than this tells nothing of which agreements are one.
const COMMON: usize = 40;

/// The likeness of two definitions in per cent, over the fields that both give; 0 where they
/// share too little to compare.
pub fn score(one: &Definition, other: &Definition) -> u8 {
    let telling = [
        (titles(one, other), 60),
        (parties(one, other), 25),
        (value(one, other), 20),
    ];
    if telling.iter().all(|(share, _)| share.is_none()) {
        return 0;
    }
    let shares = telling.into_iter().chain([(kinds(one, other), 15)]);
    let known = shares.filter_map(|(share, weight)| Some((share?, weight)));
    let (sum, weight) = known.fold((0, 0), |(sum, all), (share, weight)| {
        (sum + share * weight, all + weight)
    });
    u8::try_from(sum / weight).unwrap_or(100)
}

/// The pairs of one list that share a telling word of their titles, with their scores.
pub fn pairs(list: &[AgreementMention]) -> Vec<(u8, &AgreementMention, &AgreementMention)> {
    let mut holders: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, mention) in list.iter().enumerate() {
        for word in title_words(&mention.definition) {
            holders.entry(word).or_default().push(at);
        }
    }
    let mut candidates = BTreeSet::new();
    for at in holders.into_values().filter(|at| at.len() <= COMMON) {
        for (nth, first) in at.iter().enumerate() {
            candidates.extend(at[nth + 1..].iter().map(|second| (*first, *second)));
        }
    }
    let scored = candidates.into_iter().map(|(first, second)| {
        let (first, second) = (&list[first], &list[second]);
        (score(&first.definition, &second.definition), first, second)
    });
    scored.collect()
}

fn title_words(definition: &Definition) -> BTreeSet<String> {
    let texts = definition.title.iter().flat_map(|title| title.value.iter());
    texts.flat_map(|(_, text)| words(text)).collect()
}

/// The best share of words in common, over the languages that both titles have.
fn titles(one: &Definition, other: &Definition) -> Option<u32> {
    text_likeness(&one.title.as_ref()?.value, &other.title.as_ref()?.value)
}

/// The best share of words that two texts have in common, over the languages that both have.
pub fn text_likeness(one: &Text, other: &Text) -> Option<u32> {
    let shared = one
        .iter()
        .filter_map(|(lang, text)| Some((text, other.get(lang.as_str())?)));
    let share = |(a, b): (&str, &str)| {
        let (a, b): (BTreeSet<_>, BTreeSet<_>) = (
            words(a).into_iter().collect(),
            words(b).into_iter().collect(),
        );
        jaccard(&a, &b)
    };
    shared.map(share).max()
}

fn parties(one: &Definition, other: &Definition) -> Option<u32> {
    let ids = |definition: &Definition| -> Option<BTreeSet<String>> {
        let parties = &definition.parties.as_ref()?.value;
        Some(
            parties
                .iter()
                .map(|party| party.value.to_string())
                .collect(),
        )
    };
    Some(jaccard(&ids(one)?, &ids(other)?))
}

fn value(one: &Definition, other: &Definition) -> Option<u32> {
    let (one, other) = (&one.value.as_ref()?.value, &other.value.as_ref()?.value);
    Some(percent(
        one.currency == other.currency && one.amount == other.amount,
    ))
}

fn kinds(one: &Definition, other: &Definition) -> Option<u32> {
    let kinds = one.kind.as_ref().zip(other.kind.as_ref());
    kinds.map(|(one, other)| percent(one.value == other.value))
}

fn percent(yes: bool) -> u32 {
    if yes { 100 } else { 0 }
}

/// The share of two sets that is in both, in per cent; nothing in common of two empty ones.
fn jaccard(one: &BTreeSet<String>, other: &BTreeSet<String>) -> u32 {
    let both = one.intersection(other).count();
    let all = one.union(other).count();
    u32::try_from(both * 100 / all.max(1)).unwrap_or(100)
}
