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
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Text(Arc<[(Lang, Box<str>)]>);

impl Text {
    /// Makes a text of one language.
    pub fn plain(lang: Lang, text: &str) -> Self {
        Self(Arc::new([(lang, text.into())]))
    }

    /// Makes a text of several languages, in the order they were written; nothing of none.
    pub fn of(entries: Vec<(Lang, Box<str>)>) -> Option<Self> {
        (!entries.is_empty()).then(|| Self(entries.into()))
    }

    /// The words in exactly `lang`, or in its primary language.
    pub fn get(&self, lang: &str) -> Option<&str> {
        let primary = lang.split('-').next().unwrap_or_default();
        let exact = self.0.iter().find(|(known, _)| known.as_str() == lang);
        let found = exact.or_else(|| self.0.iter().find(|(known, _)| known.primary() == primary));
        found.map(|(_, text)| &**text)
    }

    /// The words in `lang` if there are any, else the first, with the language they are in.
    pub fn best(&self, lang: &str) -> (&Lang, &str) {
        let primary = lang.split('-').next().unwrap_or_default();
        let found = self
            .0
            .iter()
            .find(|(known, _)| known.as_str() == lang)
            .or_else(|| self.0.iter().find(|(known, _)| known.primary() == primary))
            .unwrap_or(&self.0[0]);
        (&found.0, &found.1)
    }

    /// Every language and its words, in the order they were written.
    pub fn iter(&self) -> impl Iterator<Item = (&Lang, &str)> {
        self.0.iter().map(|(lang, text)| (lang, &**text))
    }
}
