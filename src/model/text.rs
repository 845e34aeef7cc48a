//! Texts in one or many languages.

use std::sync::Arc;

/// A BCP 47 language tag in its canonical form, such as `en` or `ar-OM`; cheap to copy.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize)]
#[serde(transparent)]
pub struct Lang(Arc<str>);

impl Lang {
    /// Reads a tag, or nothing where `tag` is not one.
    pub fn new(tag: &str) -> Option<Self> {
        let known = icu_locale_core::LanguageIdentifier::try_from_str(tag).ok()?;
        Some(Self(known.to_string().into()))
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The primary language: `ar` of `ar-OM`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }
}

impl std::fmt::Display for Lang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.0)
    }
}

/// One text, in one or more languages; never empty, each language once; cheap to copy.
///
/// There are more texts than anything else in a record, so each is one piece of memory, and those
/// of the same languages share their list.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Text {
    langs: Langs,
    /// The words of all languages, and behind them how many bytes those of each but the last
    /// take: a space and a number, that of the first language at the end.
    words: Arc<str>,
}

/// The languages of a text, as small as a list that is shared can be.
type Langs = Arc<Box<[Lang]>>;

impl Text {
    /// Makes a text of one language.
    pub fn plain(lang: Lang, text: &str) -> Self {
        Self {
            langs: Arc::new(Box::new([lang])),
            words: text.into(),
        }
    }

    /// Makes a text of several languages, in the order they were written; nothing of none.
    pub fn of<'w>(entries: impl IntoIterator<Item = (Lang, &'w str)>) -> Option<Self> {
        let mut maker = Maker::default();
        for (lang, words) in entries {
            maker.add(lang, words);
        }
        maker.text()
    }

    /// The words in exactly `lang`, or in its primary language.
    pub fn get(&self, lang: &str) -> Option<&str> {
        let found = self.iter().nth(self.position(lang)?);
        found.map(|(_, text)| text)
    }

    /// The words in `lang` if there are any, else the first, with the language they are in.
    pub fn best(&self, lang: &str) -> (&Lang, &str) {
        let at = self.position(lang).unwrap_or_default();
        let found = self.iter().nth(at);
        found.unwrap_or((&self.langs[0], &self.words))
    }

    /// Every language and its words, in the order they were written.
    pub fn iter(&self) -> impl Iterator<Item = (&Lang, &str)> {
        let last = self.langs.len() - 1;
        let mut rest = &*self.words;
        self.langs.iter().enumerate().map(move |(at, lang)| {
            if at == last {
                return (lang, rest);
            }
            let (words, length) = measured(rest);
            let first;
            (first, rest) = words.split_at(length);
            (lang, first)
        })
    }

    /// Its languages, in the order they were written.
    pub(crate) fn langs(&self) -> &[Lang] {
        &self.langs
    }

    /// The place of a language, or else of its primary language, among those of the text.
    pub(crate) fn position(&self, lang: &str) -> Option<usize> {
        let mut langs = self.langs.iter();
        let exact = langs.position(|known| known.as_str() == lang);
        exact.or_else(|| {
            let primary = lang.split('-').next().unwrap_or_default();
            let mut langs = self.langs.iter();
            langs.position(|known| known.primary() == primary)
        })
    }
}

/// Takes off the number at the end of words and the space before it.
fn measured(words: &str) -> (&str, usize) {
    let (mut number, mut unit, mut end) = (0, 1, words.len());
    for byte in words.bytes().rev() {
        end -= 1;
        if byte == b' ' {
            break;
        }
        number += usize::from(byte - b'0') * unit;
        unit *= 10;
    }
    (&words[..end], number)
}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

/// Makes texts, one after another, that share what they have in common.
#[derive(Default)]
pub(crate) struct Maker {
    /// The languages of the text that is being made.
    langs: Vec<Lang>,
    /// How many bytes the words of each take.
    lengths: Vec<usize>,
    words: String,
    /// The languages of texts made before.
    known: Vec<Langs>,
    /// The text made before this one.
    last: Option<Text>,
}

/// So many lists of languages are kept at hand.
const KNOWN: usize = 64;

impl Maker {
    /// Adds the words of a language; whether it has none yet.
    pub(crate) fn add(&mut self, lang: Lang, words: &str) -> bool {
        let is_new = !self.langs.contains(&lang);
        if is_new {
            self.langs.push(lang);
            self.lengths.push(words.len());
            self.words.push_str(words);
        }
        is_new
    }

    /// The text of all that was added since the last; nothing of nothing.
    pub(crate) fn text(&mut self) -> Option<Text> {
        use std::fmt::Write;
        self.lengths.pop()?;
        while let Some(length) = self.lengths.pop() {
            write!(self.words, " {length}").expect("a string takes everything");
        }
        let langs = self.shared();
        let same = |last: &&Text| *last.words == *self.words && last.langs == langs;
        let text = match self.last.as_ref().filter(same) {
            Some(last) => last.clone(),
            None => Text {
                langs,
                words: self.words.as_str().into(),
            },
        };
        self.langs.clear();
        self.words.clear();
        self.last = Some(text.clone());
        Some(text)
    }

    fn shared(&mut self) -> Langs {
        let known = self.known.iter().find(|known| known[..] == self.langs[..]);
        known.cloned().unwrap_or_else(|| {
            let langs = Arc::new(self.langs.as_slice().into());
            self.known.truncate(KNOWN);
            self.known.push(Arc::clone(&langs));
            langs
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Lang, Maker, Text};
    use std::sync::Arc;

    fn lang(tag: &str) -> Lang {
        Lang::new(tag).expect("a language")
    }

    #[test]
    fn what_goes_into_a_text_comes_out_of_it() {
        let cases: [&[(&str, &str)]; 5] = [
            &[("en", "12 miles 4")],
            &[("en", "trade"), ("ar", "التجارة 7")],
            &[("ar-OM", " 3 "), ("en", "")],
            &[("en", "a 1"), ("fr", "\0 2"), ("ar", "ت"), ("de", "0 0")],
            &[("en", ""), ("fr", ""), ("ar", "")],
        ];
        let mut maker = Maker::default();
        for case in cases {
            for (tag, words) in case {
                assert!(maker.add(lang(tag), words));
            }
            let text = maker.text().expect("a text");
            let told: Vec<_> = text
                .iter()
                .map(|(tag, words)| (tag.as_str(), words))
                .collect();
            assert_eq!(told, case);
            assert_eq!(
                Some(text),
                Text::of(case.iter().map(|(tag, words)| (lang(tag), *words)))
            );
        }
        assert_eq!(maker.text(), None);
    }

    #[test]
    fn words_are_found_by_language_and_then_by_primary_language() {
        let all = [
            (lang("en"), "one"),
            (lang("ar-EG"), "two"),
            (lang("ar"), "three"),
        ];
        let text = Text::of(all).expect("a text");
        assert_eq!(text.get("ar"), Some("three"));
        assert_eq!(text.get("ar-OM"), Some("two"));
        assert_eq!(text.get("fr"), None);
        assert_eq!(text.best("fr"), (&lang("en"), "one"));
        assert_eq!(text.best("ar-EG"), (&lang("ar-EG"), "two"));
    }

    #[test]
    fn texts_that_follow_each_other_share_what_is_the_same() {
        let mut maker = Maker::default();
        let mut make = |words: &str| {
            assert!(maker.add(lang("en"), words));
            assert!(maker.add(lang("ar"), "ت"));
            assert!(!maker.add(lang("en"), "again"));
            maker.text().expect("a text")
        };
        let (one, same, other) = (make("one"), make("one"), make("other"));
        assert!(Arc::ptr_eq(&one.words, &same.words));
        assert_ne!(one, other);
        assert!(Arc::ptr_eq(&one.langs, &other.langs));
    }
}
