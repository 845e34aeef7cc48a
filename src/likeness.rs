//! How alike two agreements are: by title, type, parties and value.
//!
//! A score only ever suggests; nothing is merged by it unasked.

use crate::fold::{bare_words, fold, words};
use crate::model::agreement::{AgreementMention, Definition};
use crate::model::text::Text;
use crate::tables::HashMap;
use std::collections::BTreeSet;

/// The score, in per cent, from which two agreements are said to look alike.
pub const THRESHOLD: u8 = 80;

/// Titles with a smaller share of their words in common, in per cent, leave no pair above
/// [`THRESHOLD`], whatever else the two share: 60 of 120 parts are the titles'.
const LEAST_SHARE: u32 = 60;

/// A word that stands in more titles than this tells nothing of which agreements are one.
const COMMON: usize = 40;

/// The likeness of two definitions in per cent, over the fields that both give; 0 where they
/// share too little to compare.
pub fn score(one: &Definition, other: &Definition) -> u8 {
    weighed(one, other, titles(one, other))
}

/// The likeness of two definitions whose titles have a share of their words in common.
fn weighed(one: &Definition, other: &Definition, titles: Option<u32>) -> u8 {
    let telling = [
        (titles, 60),
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

/// The pairs of one list that share a telling word of their titles and look alike, with their
/// scores.
pub fn pairs(list: &[AgreementMention]) -> Vec<(u8, &AgreementMention, &AgreementMention)> {
    let mut numbers = HashMap::default();
    let titles: Vec<Option<Title<'_>>> = list
        .iter()
        .map(|mention| {
            Some(Title::of(
                &mention.definition.title.as_ref()?.value,
                &mut numbers,
            ))
        })
        .collect();
    let mut holders: Vec<Vec<usize>> = vec![Vec::new(); numbers.len()];
    for (at, title) in titles.iter().enumerate() {
        for word in title.iter().flat_map(Title::all) {
            holders[word].push(at);
        }
    }
    let mut candidates = Vec::new();
    for at in holders.into_iter().filter(|at| at.len() <= COMMON) {
        for (nth, first) in at.iter().enumerate() {
            candidates.extend(at[nth + 1..].iter().map(|second| (*first, *second)));
        }
    }
    candidates.sort_unstable();
    candidates.dedup();
    let scored = candidates.into_iter().filter_map(|(first, second)| {
        let share = titles[first].as_ref().zip(titles[second].as_ref());
        let share = share.and_then(|(one, other)| one.share(other));
        if share.is_some_and(|share| share < LEAST_SHARE) {
            return None;
        }
        let (first, second) = (&list[first], &list[second]);
        let score = weighed(&first.definition, &second.definition, share);
        (score >= THRESHOLD).then_some((score, first, second))
    });
    scored.collect()
}

/// The words of a title by numbers, language by language, each once and in order.
struct Title<'a> {
    text: &'a Text,
    words: Vec<Vec<usize>>,
}

impl<'a> Title<'a> {
    fn of(text: &'a Text, numbers: &mut HashMap<String, usize>) -> Self {
        let mut number = |word: &str| {
            numbers.get(word).copied().unwrap_or_else(|| {
                let next = numbers.len();
                numbers.insert(word.to_owned(), next);
                next
            })
        };
        let of_one = |(_, text): (_, &str)| {
            let mut found: Vec<usize> = bare_words(&fold(text)).map(&mut number).collect();
            found.sort_unstable();
            found.dedup();
            found
        };
        Self {
            text,
            words: text.iter().map(of_one).collect(),
        }
    }

    /// Its words in all languages, each once.
    fn all(&self) -> Vec<usize> {
        let mut all = self.words.concat();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// What [`text_likeness`] gives for the texts of both.
    fn share(&self, other: &Title<'_>) -> Option<u32> {
        let in_other = |lang: &str| other.words.get(other.text.position(lang)?);
        let texts = self.text.langs().iter().zip(&self.words);
        let shares = texts.filter_map(|(lang, one)| {
            let other = in_other(lang.as_str())?;
            let both = one.iter().filter(|word| other.contains(word));
            let both = both.count();
            let all = one.len() + other.len() - both;
            Some(u32::try_from(both * 100 / all.max(1)).unwrap_or(100))
        });
        shares.max()
    }
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
