//! The words of one line, folded, with what stands between them.

use crate::fold::fold;
use std::ops::Range;

/// What stands before a word.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Gap {
    /// Spaces, hyphens and the like.
    Space,
    /// A mark inside a sentence.
    Clause,
    /// The end of a sentence, or the beginning of the line.
    Sentence,
}

/// One word of a line.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// Its bytes in the line.
    pub(super) at: Range<usize>,
    /// The word, folded.
    pub(super) word: String,
    /// What stands before it.
    pub(super) gap: Gap,
    /// Whether it begins with a capital letter.
    pub(super) capital: bool,
    /// The forms without clitics and article, each with whether it had the article.
    pub(super) bases: Vec<(String, bool)>,
}

/// Cuts a line into its words.
pub(super) fn tokens(line: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut gap = Gap::Sentence;
    let mut letters = line.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        if !is_inner(letter) {
            let next = letters.peek().map(|(_, next)| *next);
            gap = gap.max(gap_of(letter, next, found.last(), line));
            continue;
        }
        let mut end = start + letter.len_utf8();
        while let Some((at, inner)) = letters.next_if(|(_, next)| is_inner(*next)) {
            end = at + inner.len_utf8();
        }
        let word = fold(&line[start..end]).replace("اميرك", "امريك");
        if word.is_empty() || word.contains(' ') {
            continue;
        }
        found.push(Token {
            bases: bases(&word),
            at: start..end,
            word,
            gap,
            capital: letter.is_uppercase(),
        });
        gap = Gap::Space;
    }
    found
}

/// The forms of a word without the conjunctions و ف, the prepositions ب ل ك and the article.
pub(super) fn bases(word: &str) -> Vec<(String, bool)> {
    let mut forms = vec![word];
    if is_arabic(word) {
        forms.extend(word.strip_prefix(['و', 'ف']));
        let more: Vec<&str> = forms
            .iter()
            .filter_map(|form| form.strip_prefix(['ب', 'ك', 'ل']))
            .collect();
        forms.extend(more);
    }
    let mut all = Vec::with_capacity(forms.len() + 1);
    for (at, form) in forms.iter().enumerate() {
        // للطاقة is ل and الطاقة, whose alif is not written.
        let bare = form.strip_prefix("ال").or_else(|| {
            let merged = at > 0 && form.starts_with('ل');
            form.strip_prefix("لل")
                .or(form.strip_prefix('ل').filter(|_| merged))
        });
        if let Some(bare) = bare.filter(|bare| bare.chars().count() >= 2) {
            all.push((bare.to_owned(), true));
        }
        all.push(((*form).to_owned(), false));
    }
    all
}

/// Whether a word begins with an Arabic letter.
pub(super) fn is_arabic(word: &str) -> bool {
    word.starts_with(|letter: char| ('\u{621}'..='\u{6ff}').contains(&letter))
}

fn is_inner(letter: char) -> bool {
    letter.is_alphanumeric()
        || matches!(letter, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}')
        || matches!(letter, '\u{200c}'..='\u{200f}' | '\u{61c}')
}

fn gap_of(letter: char, next: Option<char>, last: Option<&Token>, line: &str) -> Gap {
    match letter {
        '؟' | '?' | '!' => Gap::Sentence,
        '.' => {
            let ends = next.is_none_or(|next| !next.is_alphanumeric());
            // U.S. and Dr. end no sentence.
            let short =
                last.is_some_and(|last| last.capital && line[last.at.clone()].chars().count() <= 2);
            if ends && !short {
                Gap::Sentence
            } else {
                Gap::Space
            }
        }
        '،' | ',' | ';' | '؛' | ':' | '(' | ')' | '—' => Gap::Clause,
        _ => Gap::Space,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clitics_and_the_article_are_taken_off() {
        let has = |word: &str, base: &str, article: bool| {
            bases(word).contains(&(base.to_owned(), article))
        };
        assert!(has("وبالطاقه", "طاقه", true));
        assert!(has("للطاقه", "طاقه", true));
        assert!(has("وزاره", "وزاره", false));
        assert!(!bases("الفضاييه").iter().any(|(base, _)| base == "فضاء"));
        assert!(!has("linux", "inux", false));
    }

    #[test]
    fn short_forms_end_no_sentence() {
        let all = tokens("The U.S. side met. It was 4.5, they said.");
        let ends: Vec<&str> = all
            .iter()
            .filter(|one| one.gap == Gap::Sentence)
            .map(|one| one.word.as_str())
            .collect();
        assert_eq!(ends, ["the", "it"]);
    }
}
