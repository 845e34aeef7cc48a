//! Catalogues of messages, one file for each language, built into the program.

use super::message::{Forms, Message};
use indexmap::IndexMap;
use serde::Deserialize;

/// Every built-in language: its tag and its catalogue. A test holds that they are the files of
/// `locales/`.
pub(super) const LANGUAGES: &[(&str, &str)] = &[
    ("en", include_str!("../../locales/en.yaml")),
    ("ar", include_str!("../../locales/ar.yaml")),
];

/// The words of one language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Catalogue {
    /// The primary language, such as `ar`.
    pub(super) language: String,
    /// The locale whose punctuation of lists holds, where it is not the language's own.
    pub(super) conventions: Option<String>,
    /// The direction of the script.
    pub(super) direction: Direction,
    /// The language's own name for itself.
    pub(super) name: String,
    /// The months, from January.
    pub(super) months: [String; 12],
    /// The seasons, from spring.
    pub(super) seasons: [String; 4],
    /// First, second and so on, as they go with *round*.
    pub(super) ordinals: Vec<String>,
    /// One, two and so on, as far as running text spells them; none where it uses figures.
    pub(super) spelled: Vec<String>,
    /// Currencies that the language has a name for, with `{amount}` in its place.
    pub(super) currencies: IndexMap<String, Forms>,
    /// Everything else.
    pub(super) messages: IndexMap<String, Message>,
}

/// The direction of a script.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

impl Direction {
    /// The word that HTML uses.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

impl Catalogue {
    /// The catalogue of a primary language, if there is one.
    pub(super) fn find(language: &str) -> Option<Self> {
        let (_, text) = LANGUAGES.iter().find(|(tag, _)| *tag == language)?;
        Some(Self::read(text).expect("a test reads every catalogue"))
    }

    /// Reads a catalogue.
    pub(super) fn read(text: &str) -> Result<Self, serde_yaml::Error> {
        serde_yaml::from_str(text)
    }
}
