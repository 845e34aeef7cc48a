//! Whether a catalogue from elsewhere says all that reports need.

use super::catalogue::Catalogue;
use super::message::{Message, Part, parts};
use icu_plurals::PluralCategory;
use std::collections::BTreeSet;

/// A text cannot serve as the words of a language.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// It is no catalogue.
    #[error("not a catalogue: {0}")]
    Form(#[from] serde_yaml::Error),
    /// CLDR does not know the language.
    #[error("no plural forms are known for the language `{0}`")]
    Language(String),
    /// A message is missing.
    #[error("the message `{0}` is missing")]
    Missing(String),
    /// A message is none that reports use.
    #[error("no report uses the message `{0}`")]
    Unknown(String),
    /// A message lacks a plural form.
    #[error("the message `{key}` lacks the plural form `{form}`")]
    Plural {
        /// Its key.
        key: String,
        /// The form, as CLDR calls it.
        form: String,
    },
    /// A message takes other arguments than it is given.
    #[error("the message `{0}` takes other arguments than in the built-in catalogues")]
    Arguments(String),
}

impl Catalogue {
    /// Compares the messages with those of the first built-in catalogue; `categories` are the
    /// plural forms that the language tells apart.
    pub(super) fn check(&self, categories: &[PluralCategory]) -> Result<(), CatalogueError> {
        let tag = Self::languages().next().unwrap_or_default();
        let model = Self::find(tag).ok_or_else(|| CatalogueError::Language(tag.to_owned()))?;
        let mut keys = self.messages.keys();
        if let Some(key) = keys.find(|key| model.messages.get(key).is_none()) {
            return Err(CatalogueError::Unknown(key.to_owned()));
        }
        for (key, wanted) in model.messages.iter() {
            let message = self.messages.get(key);
            let message = message.ok_or_else(|| CatalogueError::Missing(key.to_owned()))?;
            check(key, message, wanted, categories)?;
        }
        Ok(())
    }
}

fn check(
    key: &str,
    message: Message<'_>,
    wanted: Message<'_>,
    categories: &[PluralCategory],
) -> Result<(), CatalogueError> {
    let whole = arguments(wanted.form(PluralCategory::Other));
    for category in categories {
        let form = message
            .exactly(*category)
            .ok_or_else(|| CatalogueError::Plural {
                key: key.to_owned(),
                form: format!("{category:?}").to_lowercase(),
            })?;
        let given = arguments(form);
        let counted = matches!(message, Message::Plural(_)) && *category != PluralCategory::Other;
        // One and two may say the number in the noun itself.
        let silent = |name: &&str| counted && *name == "count";
        let same = given.is_subset(&whole) && whole.difference(&given).all(silent);
        if !same {
            return Err(CatalogueError::Arguments(key.to_owned()));
        }
    }
    Ok(())
}

fn arguments(pattern: &str) -> BTreeSet<&str> {
    let names = parts(pattern).filter_map(|part| match part {
        Part::Argument(name) => Some(name),
        Part::Words(_) => None,
    });
    names.collect()
}

#[cfg(test)]
mod tests {
    use crate::words::Words;
    use crate::words::tests::LANGUAGES;

    #[test]
    fn every_built_in_catalogue_is_complete() {
        for (tag, text) in LANGUAGES {
            let words = Words::from_catalogue(text).expect(tag);
            assert_eq!(words.tag(), tag);
        }
    }

    #[test]
    fn what_a_catalogue_lacks_is_named() {
        let english = LANGUAGES[0].1;
        let table = [
            (
                "  at-most: at most {amount}\n",
                "",
                "the message `at-most` is missing",
            ),
            (
                "  at-most:",
                "  at-moost:",
                "no report uses the message `at-moost`",
            ),
            (
                "at most {amount}",
                "at most",
                "the message `at-most` takes other arguments than in the built-in catalogues",
            ),
            (
                "{one: \"{count} year\", other:",
                "{other:",
                "the message `years` lacks the plural form `one`",
            ),
            (
                "language: en\n",
                "language: en!\n",
                "no plural forms are known for the language `en!`",
            ),
        ];
        for (from, to, expected) in table {
            assert!(english.contains(from), "{from}");
            let error = Words::from_catalogue(&english.replacen(from, to, 1)).expect_err(expected);
            assert_eq!(error.to_string(), expected);
        }
        let error = Words::from_catalogue("- no\n").expect_err("a list is no catalogue");
        assert!(error.to_string().starts_with("not a catalogue: "));
    }
}
