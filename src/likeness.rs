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

/// Finds the agreements of a list that look alike; what it read of one list it knows in the next,
/// since most titles are said again.
#[derive(Default)]
pub struct LookAlikes<'a> {
    /// Every word of a title, by number.
    numbers: HashMap<Box<str>, usize>,
    /// The titles, and where each is among them.
    titles: Vec<Title<'a>>,
    known: HashMap<&'a Text, usize>,
    /// By the number of the word, where in the list those are that have it, in order.
    holders: Vec<Vec<usize>>,
}

impl<'a> LookAlikes<'a> {
    /// The pairs of one list that share a telling word of their titles and look alike, with their
    /// scores.
    pub fn pairs(
        &mut self,
        list: &'a [AgreementMention],
    ) -> Vec<(u8, &'a AgreementMention, &'a AgreementMention)> {
        let titles = list.iter().enumerate().filter_map(|(at, mention)| {
            let title = self.title(&mention.definition.title.as_ref()?.value);
            Some((at, title))
        });
        let titles: Vec<(usize, usize)> = titles.collect();
        self.holders.resize_with(self.numbers.len(), Vec::new);
        for (at, title) in &titles {
            for word in &self.titles[*title].all {
                self.holders[*word].push(*at);
            }
        }
        let mut pairs = Vec::new();
        // For each place in the list, the last one that it was held to.
        let mut met = vec![0; list.len()];
        let mut title_of = vec![0; list.len()];
        for (second, title) in &titles {
            let (second, other) = (*second, &self.titles[*title]);
            title_of[second] = *title;
            let holders = other.all.iter().map(|word| &self.holders[*word]);
            for holders in holders.filter(|holders| holders.len() <= COMMON) {
                for first in holders.iter().take_while(|first| **first < second) {
                    if std::mem::replace(&mut met[*first], second) == second {
                        continue;
                    }
                    let share = self.titles[title_of[*first]].share(other);
                    if share.is_some_and(|share| share < LEAST_SHARE) {
                        continue;
                    }
                    let [one, other] = [*first, second].map(|at| &list[at].definition);
                    let score = weighed(one, other, share);
                    if score >= THRESHOLD {
                        pairs.push((*first, second, score));
                    }
                }
            }
        }
        for (_, title) in titles {
            for word in &self.titles[title].all {
                self.holders[*word].clear();
            }
        }
        pairs.sort_unstable();
        let pairs = pairs.into_iter();
        pairs
            .map(|(first, second, score)| (score, &list[first], &list[second]))
            .collect()
    }

    /// Where a title is among those that were read.
    fn title(&mut self, text: &'a Text) -> usize {
        let next = self.titles.len();
        let at = *self.known.entry(text).or_insert(next);
        if at == next {
            self.titles.push(Title::of(text, &mut self.numbers));
        }
        at
    }
}

/// The words of a title by numbers.
struct Title<'a> {
    text: &'a Text,
    /// Language by language, each once and in order.
    words: Vec<Vec<usize>>,
    /// In all languages, each once.
    all: Vec<usize>,
}

impl<'a> Title<'a> {
    fn of(text: &'a Text, numbers: &mut HashMap<Box<str>, usize>) -> Self {
        let mut number = |word: &str| {
            numbers.get(word).copied().unwrap_or_else(|| {
                let next = numbers.len();
                numbers.insert(word.into(), next);
                next
            })
        };
        let of_one = |(_, text): (_, &str)| {
            let mut found: Vec<usize> = bare_words(&fold(text)).map(&mut number).collect();
            found.sort_unstable();
            found.dedup();
            found
        };
        let words: Vec<Vec<usize>> = text.iter().map(of_one).collect();
        let mut all = words.concat();
        all.sort_unstable();
        all.dedup();
        Self { text, words, all }
    }

    /// What [`text_likeness`] gives for the texts of both; where that is less than [`LEAST_SHARE`],
    /// perhaps another that is less.
    fn share(&self, other: &Title<'_>) -> Option<u32> {
        if self.text.langs() == other.text.langs() {
            let both = self.words.iter().zip(&other.words);
            return both.map(|(one, other)| shared(one, other)).max();
        }
        let in_other = |lang: &str| other.words.get(other.text.position(lang)?);
        let texts = self.text.langs().iter().zip(&self.words);
        let shares = texts.filter_map(|(lang, one)| Some(shared(one, in_other(lang.as_str())?)));
        shares.max()
    }
}

/// The share of words of two texts that is in both, in per cent; 0 where it cannot be
/// [`LEAST_SHARE`].
fn shared(one: &[usize], other: &[usize]) -> u32 {
    let (least, most) = (one.len().min(other.len()), one.len().max(other.len()));
    if least * 100 < most * LEAST_SHARE as usize {
        return 0;
    }
    let both = one
        .iter()
        .filter(|word| other.binary_search(word).is_ok())
        .count();
    let all = one.len() + other.len() - both;
    u32::try_from(both * 100 / all.max(1)).unwrap_or(100)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::agreement::AgreementType;
    use crate::model::evidence::Evidence;
    use crate::model::id::Id;
    use crate::model::money::{Currency, Decimal, Money};
    use crate::model::text::Lang;
    use crate::span::{Files, Located, Span};
    use proptest::collection::vec;
    use proptest::option::of;
    use proptest::prelude::*;
    use std::sync::Arc;

    /// The languages and words of a title, and whether it is that of a treaty.
    type Made = (Vec<(usize, Vec<usize>)>, Option<bool>);

    /// So many of few words that some titles look alike, `port` in most of them.
    const WORDS: [&str; 6] = ["port", "Health", "vaccines", "الصحة", "صحه", "the"];
    const LANGS: [&str; 4] = ["en", "en-GB", "ar", "fr"];

    fn mention((title, kind): &Made, at: usize) -> AgreementMention {
        let file = Files::default().add("1.yaml", "");
        let span = Span::new(file, 0..0);
        let mut langs: Vec<usize> = Vec::new();
        let mut words = Vec::new();
        for (lang, one) in title {
            if !langs.contains(lang) {
                langs.push(*lang);
                let text: Vec<&str> = one.iter().map(|word| WORDS[*word]).collect();
                words.push((Lang::new(LANGS[*lang]).expect("a tag"), text.join(" ")));
            }
        }
        let words = words.iter().map(|(lang, text)| (lang.clone(), &**text));
        let kind = kind.map(|treaty| {
            if treaty {
                AgreementType::Treaty
            } else {
                AgreementType::Arrangement
            }
        });
        AgreementMention {
            id: Located {
                value: Id::new(&format!("a{at}")).expect("an id"),
                span,
            },
            acts: Vec::new(),
            definition: Arc::new(Definition {
                title: Text::of(words).map(|value| Located { value, span }),
                kind: kind.map(|value| Located { value, span }),
                ..Definition::default()
            }),
            status: None,
            continues: Vec::new(),
            relations: Vec::new(),
            evidence: Evidence::default(),
            span,
        }
    }

    /// Every two held to each other, one after another.
    fn plainly(list: &[AgreementMention]) -> Vec<(u8, &AgreementMention, &AgreementMention)> {
        let said = |mention: &AgreementMention| -> BTreeSet<String> {
            let title = mention.definition.title.iter();
            let texts = title.flat_map(|title| title.value.iter());
            texts.flat_map(|(_, text)| words(text)).collect()
        };
        let said: Vec<BTreeSet<String>> = list.iter().map(said).collect();
        let rare = |word: &String| said.iter().filter(|all| all.contains(word)).count() <= COMMON;
        let mut pairs = Vec::new();
        for (first, one) in list.iter().enumerate() {
            for (second, other) in list.iter().enumerate().skip(first + 1) {
                let score = score(&one.definition, &other.definition);
                if said[first].intersection(&said[second]).any(rare) && score >= THRESHOLD {
                    pairs.push((score, one, other));
                }
            }
        }
        pairs
    }

    #[test]
    fn titles_parties_value_and_type_have_their_weights() {
        let said = |words: &[usize]| mention(&(vec![(0, words.to_vec())], Some(true)), 0);
        let worth = |mut mention: AgreementMention, amount: Option<&str>| {
            let span = mention.span;
            let party = Located::new(Id::new("oman").expect("an id"), span);
            let money = |amount| Money {
                amount: Decimal::parse(amount).expect("an amount"),
                currency: Currency::parse("OMR").expect("a currency"),
                nature: None,
            };
            let definition = Arc::make_mut(&mut mention.definition);
            definition.parties = Some(Located::new(vec![party], span));
            definition.value = amount.map(|amount| Located::new(money(amount), span));
            mention
        };
        // Three words of five.
        let (short, long) = (said(&[0, 1, 2]), said(&[0, 1, 2, 3, 5]));
        let alike = |one: &AgreementMention, other: &AgreementMention| {
            score(&one.definition, &other.definition)
        };
        assert_eq!(alike(&short, &long), 68);
        let with = |amount| worth(long.clone(), amount);
        assert_eq!(alike(&worth(short.clone(), Some("5")), &with(None)), 76);
        assert_eq!(
            alike(&worth(short.clone(), Some("5")), &with(Some("6"))),
            63
        );
        // As little of the titles as can be enough.
        let both = [worth(short, Some("5")), with(Some("5"))];
        let found = LookAlikes::default().pairs(&both).len();
        assert_eq!((alike(&both[0], &both[1]), found), (THRESHOLD, 1));
    }

    proptest! {
        #[test]
        fn look_alikes_are_those_of_all_pairs(
            lists in vec(vec((vec((0..4_usize, vec(0..6_usize, 0..5)), 0..3), of(any::<bool>())), 0..60), 1..4),
        ) {
            let mentions = |list: &Vec<Made>| -> Vec<AgreementMention> {
                let all = list.iter().enumerate();
                all.map(|(at, one)| mention(one, at)).collect()
            };
            let lists: Vec<Vec<AgreementMention>> = lists.iter().map(mentions).collect();
            let mut titles = LookAlikes::default();
            for list in &lists {
                prop_assert_eq!(titles.pairs(list), plainly(list));
            }
        }
    }
}
