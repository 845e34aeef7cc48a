//! "Did you mean": the nearest of a few words.

use std::collections::BTreeSet;

/// Words longer than this are nobody's slip of the pen.
const LONGEST: usize = 64;

/// The candidate that `word` is most likely a slip for, if any is near enough.
///
/// Case, spaces, hyphens and underscores count for nothing; otherwise up to a third of the
/// letters may differ. Of equally near ones the first in the alphabet holds.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    if word.len() > LONGEST {
        return None;
    }
    let plain_word = plain(word);
    let candidates: BTreeSet<&str> = candidates.into_iter().collect();
    let likely = candidates.into_iter().filter_map(|candidate| {
        let plain_candidate = plain(candidate);
        let letters = plain_word
            .chars()
            .count()
            .max(plain_candidate.chars().count());
        let distance = strsim::damerau_levenshtein(&plain_word, &plain_candidate);
        (distance * 3 <= letters.max(3)).then_some((distance, candidate))
    });
    likely
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

fn plain(word: &str) -> String {
    let letters = word.chars().filter(|c| !matches!(c, '-' | '_' | ' '));
    letters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn slips_find_their_word_and_other_words_do_not() {
        let keys = ["sectors", "agreements", "replaced_by", "date", "due"];
        assert_eq!(nearest("secters", keys), Some("sectors"));
        assert_eq!(nearest("Replaced-By", keys), Some("replaced_by"));
        assert_eq!(nearest("agremeents", keys), Some("agreements"));
        assert_eq!(nearest("dat", keys), Some("date"));
        assert_eq!(nearest("venue", keys), None);
        assert_eq!(nearest("x", keys), None);
        assert_eq!(nearest(&"sectors".repeat(20), keys), None);
    }
}
