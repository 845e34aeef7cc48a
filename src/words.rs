//! The words of reports, in one language: messages, numbers, lists, dates, amounts.
//!
//! A language is one catalogue in `locales/`, and one line in the list of the built-in ones; or a
//! catalogue from elsewhere. What CLDR
//! knows of a language (plural forms, separators, digits, how a list ends) comes from ICU data.

mod catalogue;
mod completeness;
mod dates;
mod digits;
mod message;
mod money;
mod numbers;
mod spans;
#[cfg(test)]
mod tests;

pub use completeness::CatalogueError;
pub use digits::Digits;

use crate::model::text::Lang;
use catalogue::Catalogue;
use icu_decimal::DecimalFormatter;
use icu_list::ListFormatter;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesWithRanges};
use message::fill;

/// The words of one language, and the digits that go with them.
#[derive(Debug)]
pub struct Words {
    tag: String,
    digits: Digits,
    catalogue: Catalogue,
    plurals: PluralRulesWithRanges<PluralRules>,
    decimals: DecimalFormatter,
    lists: ListFormatter,
}

/// The tag of several languages at once.
pub(crate) const INTERLINGUA: &str = "mul";

/// There is no catalogue for a language.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("no words for the language `{tag}`; there are: {}", Words::languages().join(", "))]
pub struct UnknownLanguage {
    /// The tag that was asked for.
    pub tag: String,
}

/// What a message is told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// A number of things, written in the digits of the report; under the name `count` it
    /// chooses the plural form.
    Count(u64),
    /// A text, taken as it is.
    Text(String),
}

impl From<u64> for Value {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl Words {
    /// Finds the words for a BCP 47 tag such as `en`, `ar` or `ar-OM`, by its primary language.
    ///
    /// Where `digits` are not given, they are those that CLDR gives to the tag.
    pub fn of(tag: &str, digits: Option<Digits>) -> Result<Self, UnknownLanguage> {
        let unknown = || UnknownLanguage {
            tag: tag.to_owned(),
        };
        let lang = Lang::new(tag).ok_or_else(unknown)?;
        let catalogue = Catalogue::find(lang.primary()).ok_or_else(unknown)?;
        Self::with(catalogue, &lang, digits).ok_or_else(unknown)
    }

    /// Takes the words of a language from the text of a catalogue in the form of those in
    /// `locales/`.
    ///
    /// # Errors
    ///
    /// A text that is no catalogue, a language that CLDR does not know, and any message that is
    /// missing, is not one of the built-in catalogues, lacks a plural form of the language, or
    /// takes other arguments than theirs.
    pub fn from_catalogue(text: &str) -> Result<Self, CatalogueError> {
        let catalogue = Catalogue::read(text)?;
        let unknown = || CatalogueError::Language(catalogue.language.to_string());
        let lang = Lang::new(&catalogue.language).ok_or_else(unknown)?;
        let words = Self::with(catalogue.clone(), &lang, None).ok_or_else(unknown)?;
        let categories: Vec<_> = words.plurals.rules().categories().collect();
        words.catalogue.check(&categories)?;
        Ok(words)
    }

    /// Words of no language: what is said in them differs wherever it does in any language, so that
    /// one text tells whether texts in all languages can differ.
    pub(crate) fn interlingua() -> Option<Self> {
        let lang = Lang::new(INTERLINGUA)?;
        Self::with(Catalogue::interlingua()?, &lang, Some(Digits::Latn))
    }

    /// Whether these are the words of no language.
    pub(crate) fn is_interlingua(&self) -> bool {
        self.language() == INTERLINGUA
    }

    /// The words of a catalogue; none where CLDR has no data for the language.
    fn with(catalogue: Catalogue, lang: &Lang, digits: Option<Digits>) -> Option<Self> {
        let locale = |tag: &str| tag.parse::<Locale>().ok();
        let spoken = locale(lang.as_str())?;
        let digits = digits.unwrap_or_else(|| numbers::usual_digits(&spoken));
        let conventions = catalogue.conventions.as_deref().unwrap_or(lang.as_str());
        let lists = (&locale(conventions)?).into();
        let options = icu_list::options::ListFormatterOptions::default();
        Some(Self {
            tag: lang.as_str().to_owned(),
            digits,
            plurals: PluralRulesWithRanges::try_new_cardinal((&spoken).into()).ok()?,
            decimals: numbers::formatter(&spoken, Some(digits))?,
            lists: ListFormatter::try_new_and(lists, options).ok()?,
            catalogue,
        })
    }

    /// The languages that there are words for, in the order of their registration.
    pub fn languages() -> Vec<&'static str> {
        Catalogue::languages().collect()
    }

    /// The language as a page states it: the tag that was asked for, in canonical form.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The primary language of the catalogue, such as `ar`.
    pub fn language(&self) -> &str {
        &self.catalogue.language
    }

    /// The direction of the script: `ltr` or `rtl`.
    pub fn dir(&self) -> &'static str {
        self.catalogue.direction.as_str()
    }

    /// The language's own name for itself.
    pub fn name(&self) -> &str {
        &self.catalogue.name
    }

    /// The digits of every number.
    pub fn digits(&self) -> Digits {
        self.digits
    }

    /// Whether there is a message of that key.
    pub fn has(&self, key: &str) -> bool {
        self.catalogue.messages.get(key).is_some()
    }

    /// The key of every message, in the order of the catalogue.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.catalogue.messages.keys()
    }

    /// Writes a message; a missing key or argument stands there between `⟦` and `⟧`.
    pub fn say(&self, key: &str, arguments: &[(&str, Value)]) -> String {
        let find = |name: &str| arguments.iter().find(|(known, _)| *known == name);
        let category = match find("count") {
            Some((_, Value::Count(count))) => self.category(*count),
            _ => PluralCategory::Other,
        };
        self.say_as(key, category, |name| {
            find(name).map(|(_, value)| match value {
                Value::Count(count) => self.count(*count),
                Value::Text(text) => text.clone(),
            })
        })
    }

    /// Writes a message that takes no arguments.
    pub fn word(&self, key: &str) -> String {
        self.say(key, &[])
    }

    /// Joins texts with commas and the word for *and*.
    pub fn list(&self, items: &[String]) -> String {
        if self.is_interlingua() {
            return items.join("\u{1e}");
        }
        self.lists.format(items.iter()).to_string()
    }

    /// Writes one form of a message.
    fn say_as(
        &self,
        key: &str,
        category: PluralCategory,
        argument: impl Fn(&str) -> Option<String>,
    ) -> String {
        match self.catalogue.messages.get(key) {
            Some(message) => fill(key, message.form(category), argument),
            None => format!("⟦{key}⟧"),
        }
    }

    /// Writes a message whose arguments are all texts.
    fn say_texts(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.say_as(key, PluralCategory::Other, |name| {
            let found = arguments.iter().find(|(known, _)| *known == name);
            found.map(|(_, text)| (*text).to_owned())
        })
    }

    /// The plural form that a count asks for.
    fn category(&self, count: u64) -> PluralCategory {
        self.plurals.rules().category_for(count)
    }
}
