//! Folding: what two spellings of the same words have in common.
//!
//! Folded text only suggests that two things are one; identity is by id. عُمان (Oman) and عمّان
//! (Amman) fold alike; الأمريكي and الأميركي, two spellings of one word, do not.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds `text`: lower case, without diacritics, Arabic letters unified, digits 0 to 9, and
/// every run of spaces, punctuation and symbols one space, with none at the ends.
///
/// Folding what is folded changes nothing. A text without letters or digits folds to nothing.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.chars().all(is_plain) {
        let kept = text.chars().filter(|letter| !is_dropped(*letter));
        push_words(
            &mut folded,
            kept.map(|letter| unified(letter.to_ascii_lowercase())),
        );
    } else {
        let lower = text.nfkd().flat_map(char::to_lowercase);
        let kept = lower.filter(|letter| !is_dropped(*letter));
        push_words(&mut folded, kept.map(unified).nfc());
    }
    folded
}

/// The folded words of `text`, Arabic ones of four letters or more without the article ال.
pub fn words(text: &str) -> Vec<String> {
    bare_words(&fold(text)).map(str::to_owned).collect()
}

/// The words of a folded text, as [`words`] gives them.
pub(crate) fn bare_words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split_whitespace().map(bare)
}

/// Adds what `letters` have of words, with one space between each two.
fn push_words(folded: &mut String, letters: impl Iterator<Item = char>) {
    let mut gap = false;
    for letter in letters {
        if is_of_word(letter) {
            if gap && !folded.is_empty() {
                folded.push(' ');
            }
            gap = false;
            folded.push(letter);
        } else {
            gap = true;
        }
    }
}

/// Whether a character is part of a word; the letters that nearly all texts are made of need no
/// table of Unicode.
fn is_of_word(letter: char) -> bool {
    match letter {
        '\0'..='\u{7f}' => letter.is_ascii_alphanumeric(),
        '\u{621}'..='\u{63a}' | '\u{641}'..='\u{64a}' => true,
        _ => letter.is_alphanumeric() || is_combining_mark(letter),
    }
}

/// Whether a letter needs no table of Unicode: ASCII, and what Arabic texts are made of.
fn is_plain(letter: char) -> bool {
    matches!(letter,
        '\0'..='\u{7f}' | '\u{621}'..='\u{652}' | '\u{660}'..='\u{669}'
        | '،' | '؛' | '؟' | 'ٱ' | 'ک' | 'ی' | '\u{6f0}'..='\u{6f9}'
        | '«' | '»' | '–' | '—' | '‘' | '’' | '“' | '”' | '\u{200b}'..='\u{200f}')
}

/// Diacritics of Latin and Arabic, the stretching of Arabic letters, and hidden characters.
fn is_dropped(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}'
        | '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// One letter for those that Arabic and Persian spellings exchange, one digit for each value.
fn unified(letter: char) -> char {
    match letter {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ؤ' => 'و',
        'ى' | 'ئ' | 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        '\u{660}'..='\u{669}' => digit(letter, '\u{660}'),
        '\u{6f0}'..='\u{6f9}' => digit(letter, '\u{6f0}'),
        other => other,
    }
}

fn digit(letter: char, zero: char) -> char {
    char::from_digit(u32::from(letter) - u32::from(zero), 10).unwrap_or(letter)
}

fn bare(word: &str) -> &str {
    match word.strip_prefix("ال") {
        Some(bare) if bare.chars().nth(1).is_some() => bare,
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn oman_and_amman_fold_alike_and_two_spellings_do_not() {
        assert_eq!(fold("عُمان"), fold("عمّان"));
        assert_ne!(fold("الأمريكي"), fold("الأميركي"));
    }

    #[test]
    fn spellings_fold_to_one() {
        for (text, folded) in [
            ("Clean-Energy", "clean energy"),
            ("  clean_energy,\tnow! ", "clean energy now"),
            ("Économie numérique", "economie numerique"),
            ("İstanbul", "istanbul"),
            ("ﬁnance №２", "finance no2"),
            ("مـــال", "مال"),
            ("أإآٱا", "ااااا"),
            ("مُؤَسَّسَةٌ", "موسسه"),
            ("شؤون هيئة مستشفى", "شوون هييه مستشفي"),
            ("یک", "يك"),
            ("٢٠٢٦ ۲۰۲۶", "2026 2026"),
            ("الطاقة، الفضاء", "الطاقه الفضاء"),
            ("هذا\u{670}", "هذا"),
            ("\u{200f}a\u{200b}b\u{feff}\u{61c}", "ab"),
            ("ﻻ", "لا"),
            ("한국", "한국"),
            ("—", ""),
            ("", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn words_consist_of_letters_digits_and_marks() {
        for letter in '\0'..=char::MAX {
            let slow = letter.is_alphanumeric() || is_combining_mark(letter);
            assert_eq!(is_of_word(letter), slow, "{letter:?}");
        }
    }

    #[test]
    fn words_are_without_the_article() {
        assert_eq!(words("الطاقة النظيفة"), ["طاقه", "نظيفه"]);
        assert_eq!(words("وال ال الم الما"), ["وال", "ال", "الم", "ما"]);
        assert_eq!(words("Clean-energy, 2026"), ["clean", "energy", "2026"]);
        assert!(words(" - ").is_empty());
        assert_eq!(fold("الطاقة"), "الطاقه");
    }

    #[test]
    fn folding_any_letter_twice_is_folding_it_once() {
        for letter in '\0'..=char::MAX {
            let folded = fold(letter.encode_utf8(&mut [0; 4]));
            assert_eq!(fold(&folded), folded, "{letter:?}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
            let folded = fold(&text);
            prop_assert_eq!(fold(&folded), folded);
        }

        #[test]
        fn plain_text_folds_as_any_other(text in "[ -~ء-ْ٠-٩۰-۹،؛؟ٱکی«»–—‘’“”\u{200b}-\u{200f}]{0,40}") {
            prop_assert!(text.chars().all(is_plain));
            let slow = fold(&format!("{text}\u{2060}"));
            prop_assert_eq!(fold(&text), slow);
        }
    }
}
