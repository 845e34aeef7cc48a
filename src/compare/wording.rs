//! How one text differs from another, word by word.

use super::Action;
use crate::model::text::Lang;
use crate::steps::steps;
use similar::DiffTag;
use unicode_segmentation::UnicodeSegmentation;

/// How one text differs from another, word by word.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TextChange {
    /// The language of both texts.
    pub lang: Lang,
    /// The pieces in order; kept and removed ones make the text before, kept and added ones after.
    pub pieces: Vec<Piece>,
}

/// A run of words that stayed, went or came.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct Piece {
    /// What became of it.
    pub action: Action,
    /// The words, with the spaces that follow them.
    pub text: String,
}

/// The most words that are compared; where either text has more, all of it counts as changed.
///
/// Time grows with the square of the number, so that a limit keeps it to milliseconds.
pub const MOST_WORDS: usize = 1000;

/// What changed from `before` to `after`, two texts in `lang`; nothing where they are equal.
///
/// A word stays only if it stays to the letter: other diacritics make another word. Words and
/// marks between them are told apart as Unicode does.
pub fn text_change(lang: &Lang, before: &str, after: &str) -> Option<TextChange> {
    if before == after {
        return None;
    }
    let mut pieces = Pieces::default();
    if let (Some(old), Some(new)) = (tokens(before), tokens(after)) {
        pieces.compare(&old, &new);
    } else {
        pieces.removed.push_str(before);
        pieces.added.push_str(after);
    }
    pieces.flush();
    Some(TextChange {
        lang: lang.clone(),
        pieces: pieces.done,
    })
}

/// A word, or a mark between words, and the white space after it.
#[derive(Clone, Copy)]
struct Token<'a> {
    word: &'a str,
    space: &'a str,
}

/// Cuts a text into tokens that make it up; nothing where they are too many.
fn tokens(text: &str) -> Option<Vec<Token<'_>>> {
    let is_space = |part: &str| part.chars().all(char::is_whitespace);
    let mut tokens = Vec::new();
    let mut parts = text.split_word_bound_indices().peekable();
    while let Some((start, part)) = parts.next() {
        if tokens.len() == MOST_WORDS {
            return None;
        }
        let middle = if is_space(part) {
            start
        } else {
            start + part.len()
        };
        let mut end = start + part.len();
        while let Some((at, space)) = parts.next_if(|(_, part)| is_space(part)) {
            end = at + space.len();
        }
        tokens.push(Token {
            word: &text[start..middle],
            space: &text[middle..end],
        });
    }
    Some(tokens)
}

fn words<'a>(tokens: &[Token<'a>]) -> Vec<&'a str> {
    tokens.iter().map(|token| token.word).collect()
}

/// Pieces in the making: what was removed and added since the last words kept.
#[derive(Default)]
struct Pieces {
    done: Vec<Piece>,
    removed: String,
    added: String,
}

impl Pieces {
    fn compare(&mut self, old: &[Token<'_>], new: &[Token<'_>]) {
        for step in steps(&words(old), &words(new)) {
            let (tag, before, after) = step.as_tag_tuple();
            let (before, after) = (&old[before], &new[after]);
            if tag == DiffTag::Equal {
                for (before, after) in before.iter().zip(after) {
                    self.keep(*before, *after);
                }
                continue;
            }
            for token in before {
                self.removed.extend([token.word, token.space]);
            }
            for token in after {
                self.added.extend([token.word, token.space]);
            }
        }
    }

    /// Keeps a word, and the space after it only where it is the same.
    fn keep(&mut self, before: Token<'_>, after: Token<'_>) {
        self.kept(before.word);
        if before.space == after.space {
            self.kept(before.space);
        } else {
            self.removed.push_str(before.space);
            self.added.push_str(after.space);
        }
    }

    fn kept(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.flush();
        match self.done.last_mut() {
            Some(last) if last.action == Action::Kept => last.text.push_str(text),
            _ => self.push(Action::Kept, text.to_owned()),
        }
    }

    fn flush(&mut self) {
        let (removed, added) = (
            std::mem::take(&mut self.removed),
            std::mem::take(&mut self.added),
        );
        self.push(Action::Removed, removed);
        self.push(Action::Added, added);
    }

    fn push(&mut self, action: Action, text: String) {
        if !text.is_empty() {
            self.done.push(Piece { action, text });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Action::{Added, Kept, Removed};
    use proptest::prelude::*;

    fn pieces(before: &str, after: &str) -> Vec<(Action, String)> {
        let lang = Lang::new("ar").expect("a language");
        let change = text_change(&lang, before, after);
        let pieces = change.map(|change| change.pieces).unwrap_or_default();
        pieces
            .into_iter()
            .map(|piece| (piece.action, piece.text))
            .collect()
    }

    fn told(pieces: &[(Action, &str)]) -> Vec<(Action, String)> {
        let owned = |(action, text): &(Action, &str)| (*action, (*text).to_owned());
        pieces.iter().map(owned).collect()
    }

    #[test]
    fn words_that_stay_are_kept_whole() {
        assert_eq!(
            pieces("alternative energy and mining", "clean energy and mining"),
            told(&[
                (Removed, "alternative "),
                (Added, "clean "),
                (Kept, "energy and mining")
            ])
        );
        assert_eq!(
            pieces("trade", "trade and investment"),
            told(&[(Kept, "trade"), (Added, " and investment")])
        );
        assert_eq!(
            pieces("trade, space", "trade"),
            told(&[(Kept, "trade"), (Removed, ", space")])
        );
    }

    #[test]
    fn other_diacritics_make_another_word() {
        assert_eq!(
            pieces("سلطنة عُمان اليوم", "سلطنة عمّان اليوم"),
            told(&[
                (Kept, "سلطنة "),
                (Removed, "عُمان "),
                (Added, "عمّان "),
                (Kept, "اليوم"),
            ])
        );
    }

    #[test]
    fn equal_texts_have_no_change_and_spaces_count() {
        assert!(pieces("same", "same").is_empty());
        assert_eq!(
            pieces("a b", " a  b"),
            told(&[
                (Added, " "),
                (Kept, "a"),
                (Removed, " "),
                (Added, "  "),
                (Kept, "b")
            ])
        );
        assert_eq!(pieces("", "a"), told(&[(Added, "a")]));
    }

    #[test]
    fn texts_past_the_limit_change_as_a_whole() {
        let before = "word ".repeat(MOST_WORDS);
        let after = format!("{before}more");
        assert_eq!(
            pieces(&before, &after),
            told(&[(Removed, &before), (Added, &after)])
        );
        let shorter = "word ".repeat(MOST_WORDS - 1);
        assert_eq!(
            pieces(&shorter, &before),
            told(&[(Kept, &shorter), (Added, "word ")])
        );
    }

    proptest! {
        #[test]
        fn pieces_make_both_texts(
            before in "([a-c]|عُ|مان|[ ،,\n]){0,30}", after in "([a-c]|عُ|مان|[ ،,\n]){0,30}",
        ) {
            let pieces = pieces(&before, &after);
            let side = |gone: Action| -> String {
                let there = pieces.iter().filter(|(action, _)| *action != gone);
                there.map(|(_, text)| text.as_str()).collect()
            };
            if before == after {
                prop_assert!(pieces.is_empty());
            } else {
                prop_assert_eq!(side(Added), before);
                prop_assert_eq!(side(Removed), after);
            }
            prop_assert!(pieces.iter().all(|(_, text)| !text.is_empty()));
            prop_assert!(pieces.is_sorted_by(|one, next| one.0 != next.0));
        }
    }
}
