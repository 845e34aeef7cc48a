//! The words of a list's items, and how much each of them tells.

use super::items::{Facts, Item};
use crate::fold::{bare_words, fold};
use crate::model::id::Id;
use crate::tables::HashMap;

/// Words that stand in any title; folded.
const PARTICLES: [&str; 20] = [
    "a", "an", "and", "at", "between", "by", "for", "from", "in", "of", "on", "s", "the", "to",
    "with", "في", "علي", "من", "بين", "الي",
];

/// Words of the trade, which say what kind of thing a title names and not which; folded, and
/// without the article. In a short series rarity alone would not know them.
const OF_THE_TRADE: [&str; 41] = [
    "accord",
    "agreement",
    "arrangement",
    "committee",
    "cooperation",
    "declaration",
    "dialogue",
    "exchange",
    "field",
    "fields",
    "forum",
    "framework",
    "group",
    "initiative",
    "joint",
    "memorandum",
    "mou",
    "partnership",
    "plan",
    "programme",
    "program",
    "statement",
    "strategic",
    "understanding",
    "working",
    "action",
    "اتفاق",
    "اتفاقيه",
    "اعلان",
    "بيان",
    "برنامج",
    "تعاون",
    "تفاهم",
    "حوار",
    "خطه",
    "شراكه",
    "عمل",
    "لجنه",
    "مجموعه",
    "مذكره",
    "مشترك",
];

/// The language of an id's words, for items that nothing else is said of.
const OF_IDS: &str = "";

/// A number that more items have than this marks none of them.
const RELAY: usize = 4;

/// The words of one text in one language, as numbers, sorted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Spoken {
    /// The language, as a number.
    pub(super) lang: u32,
    /// The words.
    pub(super) words: Vec<u32>,
    /// Those that are numbers.
    pub(super) figures: Vec<u32>,
}

/// What an item is called, at either end of its course, in each language.
#[derive(Clone, Default, Debug)]
pub(super) struct Called {
    /// First.
    pub(super) early: Vec<Spoken>,
    /// Last.
    pub(super) late: Vec<Spoken>,
}

/// Every word that was met, by language, with the number of items that have it.
#[derive(Default, Debug)]
pub(super) struct Lexicon {
    langs: HashMap<Box<str>, u32>,
    /// By the number of the language, the number of each word; none for a particle.
    known: Vec<HashMap<Box<str>, Option<u32>>>,
    /// By the number of the word, the items that have it.
    holders: Vec<usize>,
    /// By the number of the word, whether it is one of the trade.
    plain: Vec<bool>,
    /// For each number, the first and the last time of the items that have it.
    times: HashMap<u32, Vec<(usize, usize)>>,
    /// The items that were counted.
    items: usize,
}

impl Lexicon {
    /// Reads what an item is called, and counts its words.
    pub(super) fn count(&mut self, item: &Item<'_>) -> Called {
        let called = self.read(item);
        let mut all: Vec<u32> = called
            .early
            .iter()
            .chain(&called.late)
            .flat_map(|spoken| spoken.words.iter().copied())
            .collect();
        all.sort_unstable();
        all.dedup();
        for word in all {
            self.holders[word as usize] += 1;
        }
        let spoken = called.early.iter().chain(&called.late);
        let mut figures: Vec<u32> = spoken.flat_map(|one| one.figures.clone()).collect();
        figures.sort_unstable();
        figures.dedup();
        for figure in figures {
            let times = self.times.entry(figure).or_default();
            times.push((item.first, item.last));
        }
        self.items += 1;
        called
    }

    /// Reads what an item is called.
    pub(super) fn read(&mut self, item: &Item<'_>) -> Called {
        let early = self.spoken(&item.id, &item.early);
        let late = if item.early.text == item.late.text {
            early.clone()
        } else {
            self.spoken(&item.id, &item.late)
        };
        Called { early, late }
    }

    /// How many items have a word.
    pub(super) fn holders(&self, word: u32) -> usize {
        self.holders[word as usize]
    }

    /// Whether a word says more than what kind of thing is named.
    pub(super) fn tells(&self, word: u32) -> bool {
        !self.plain[word as usize]
    }

    /// What a word tells, where it is in the texts of `own` of the items: the square of its
    /// rarity among the others, in sixteenths of a bit squared, never 0.
    pub(super) fn weight(&self, word: u32, own: usize) -> u64 {
        let others = self.holders(word).saturating_sub(own);
        let rarity = quarter_bits(1 + others + self.items.max(1), 1 + others).max(1);
        let weight = rarity * rarity;
        if self.tells(word) {
            weight
        } else {
            weight.div_ceil(4)
        }
    }

    /// What a number tells that two of the items have, and no two at one time: per cent of what
    /// is open, the more the longer the list is.
    pub(super) fn mark(&self, word: u32) -> u64 {
        let times = self.times.get(&word).map_or(&[][..], Vec::as_slice);
        let relay = |one: &(usize, usize)| {
            let apart = |other: &(usize, usize)| one.1 < other.0 || other.1 < one.0;
            times.iter().filter(|other| !apart(other)).count() <= 1
        };
        if times.len() > RELAY || !times.iter().all(relay) {
            return 0;
        }
        let bits = quarter_bits(self.items.max(1), 1);
        (bits.saturating_sub(8) * 3 / 2).min(40)
    }

    fn spoken(&mut self, id: &Id, facts: &Facts<'_>) -> Vec<Spoken> {
        let Some(text) = facts.text else {
            return vec![self.one(OF_IDS, id.as_str())];
        };
        let mut all: Vec<Spoken> = Vec::new();
        for (lang, text) in text.iter() {
            let spoken = self.one(lang.primary(), text);
            // Of two variants of a language the first counts.
            if !all.iter().any(|known| known.lang == spoken.lang) {
                all.push(spoken);
            }
        }
        all
    }

    fn one(&mut self, lang: &str, text: &str) -> Spoken {
        let next = u32::try_from(self.langs.len()).unwrap_or(u32::MAX);
        let lang = if let Some(known) = self.langs.get(lang) {
            *known
        } else {
            self.known.push(HashMap::default());
            *self.langs.entry(lang.into()).or_insert(next)
        };
        let mut spoken = Spoken {
            lang,
            words: Vec::new(),
            figures: Vec::new(),
        };
        for word in bare_words(&fold(text)) {
            let Some(number) = self.number(lang, word) else {
                continue;
            };
            spoken.words.push(number);
            let is_figure = word.bytes().all(|byte| byte.is_ascii_digit());
            if is_figure {
                spoken.figures.push(number);
            }
        }
        for numbers in [&mut spoken.words, &mut spoken.figures] {
            numbers.sort_unstable();
            numbers.dedup();
        }
        spoken
    }

    /// The number of a word, which is another in each language; none of a particle.
    fn number(&mut self, lang: u32, word: &str) -> Option<u32> {
        let known = &mut self.known[lang as usize];
        if let Some(number) = known.get(word) {
            return *number;
        }
        let next = u32::try_from(self.holders.len()).unwrap_or(u32::MAX);
        let number = (!PARTICLES.contains(&word)).then_some(next);
        known.insert(word.into(), number);
        if number.is_some() {
            self.holders.push(0);
            self.plain.push(OF_THE_TRADE.contains(&word));
        }
        number
    }
}

/// The logarithm of `all` over `part` to base 2, in quarters, rounded down.
fn quarter_bits(all: usize, part: usize) -> u64 {
    let wide = |count: usize| u128::try_from(count.min(1 << 22)).unwrap_or(1);
    // Eight bits are kept behind the point; the fourth power has four times as many.
    let share = (wide(all) << 8) / wide(part).max(1);
    u64::from(share.pow(4).max(1).ilog2().saturating_sub(32))
}

#[cfg(test)]
mod tests {
    use super::quarter_bits;

    #[test]
    fn logarithms_are_in_quarters() {
        // 2 to the power of 1.5 is 2.8, and 2 to the power of 6.5 is 90.5.
        for (all, part, quarters) in [
            (1, 1, 0),
            (2, 1, 4),
            (3, 2, 2),
            (3, 1, 6),
            (4, 1, 8),
            (90, 1, 25),
            (91, 1, 26),
            (256, 2, 28),
        ] {
            assert_eq!(quarter_bits(all, part), quarters, "{all} over {part}");
        }
        assert_eq!(quarter_bits(usize::MAX, 1), 88);
    }
}
