//! "Did you mean": the nearest of the ids and words of a record, which may be very many.

use crate::fold::fold;
use std::collections::BTreeSet;

/// How many words one search compares, and all searches together.
const MOST: usize = 200_000;

/// Words longer than this, in bytes, are nobody's slip of the pen.
const LONGEST: usize = 100;

/// Looks for what was meant, until it has compared enough.
///
/// Past that, names go without a suggestion: a record with so many faults has another cause.
#[derive(Default)]
pub(super) struct Nearest {
    compared: usize,
}

impl Nearest {
    /// The nearest of `words` to `name`, where one is near enough to be meant.
    ///
    /// Near is a few slips of the pen; failing that, the one word that leaves out or adds whole
    /// parts, as `exim-mou` does of `exim-finance-mou`.
    pub(super) fn of<'a>(
        &mut self,
        name: &str,
        words: impl Iterator<Item = &'a str>,
    ) -> Option<&'a str> {
        if name.len() > LONGEST {
            return None;
        }
        let folded = fold(name);
        let parts = parts(&folded);
        let (mut best, mut partly) = (None, BTreeSet::new());
        for word in words.take(MOST.saturating_sub(self.compared)) {
            self.compared += 1;
            if word.len() > LONGEST {
                continue;
            }
            let other = fold(word);
            let distance = strsim::damerau_levenshtein(&folded, &other);
            if distance <= allowed(&folded, &other) {
                best = best.into_iter().chain([(distance, word)]).min();
            } else if best.is_none() && share(&parts, &self::parts(&other)) {
                partly.insert(word);
            }
        }
        match best {
            Some((_, word)) => Some(word),
            None if partly.len() == 1 => partly.into_iter().next(),
            None => None,
        }
    }
}

/// How many slips of the pen are taken for the same word: one in three letters, at least one.
fn allowed(name: &str, word: &str) -> usize {
    (name.chars().count().max(word.chars().count()) / 3).max(1)
}

fn parts(folded: &str) -> BTreeSet<&str> {
    let parts = folded.split(|c: char| !c.is_alphanumeric());
    parts.filter(|part| !part.is_empty()).collect()
}

/// Whether one has two parts or more, all of them in the other.
fn share(one: &BTreeSet<&str>, other: &BTreeSet<&str>) -> bool {
    one.len().min(other.len()) >= 2 && (one.is_subset(other) || other.is_subset(one))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near<'a>(name: &str, words: &[&'a str]) -> Option<&'a str> {
        Nearest::default().of(name, words.iter().copied())
    }

    #[test]
    fn slips_come_before_parts() {
        let words = ["exim-finance-mou", "oxim-mou", "port-mou"];
        assert_eq!(near("exim-mou", &words), Some("oxim-mou"));
        assert_eq!(near("exim-mou", &words[..1]), Some("exim-finance-mou"));
    }

    #[test]
    fn one_part_is_not_enough_and_two_words_are_no_answer() {
        assert_eq!(near("energy", &["clean-energy"]), None);
        assert_eq!(
            near(
                "mou-on-trade",
                &["mou-on-trade-2023-a", "mou-on-trade-2024-b"]
            ),
            None
        );
    }

    #[test]
    fn the_search_ends() {
        let mut nearest = Nearest::default();
        let words = std::iter::repeat_n("aaaaaaaa", MOST);
        assert_eq!(nearest.of("bbbbbbbb", words), None);
        assert_eq!(nearest.of("trad", ["trade"].into_iter()), None);
    }
}
