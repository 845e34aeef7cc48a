//! Catalogues of messages, one file for each language, built into the program.

mod packed;

pub(super) use packed::Catalogue;

use super::message::{Forms, Message, Part, parts};
use icu_plurals::PluralCategory;
use packed::{Direction, Names, Pattern, Place, Table};
use std::borrow::Cow;

/// Every built-in language: its tag and its catalogue, as the build script read them. Tests hold
/// that they are the files of `locales/`, and that reading those gives the same.
static BUILT_IN: &[(&str, Catalogue)] = {
    use packed::{Entry, Plural};
    include!(concat!(env!("OUT_DIR"), "/catalogues.rs"))
};

impl Catalogue {
    /// The tag of every built-in language.
    pub(super) fn languages() -> impl Iterator<Item = &'static str> {
        BUILT_IN.iter().map(|(tag, _)| *tag)
    }

    /// The catalogue of a primary language, if there is one.
    pub(super) fn find(language: &str) -> Option<Self> {
        let (_, catalogue) = BUILT_IN.iter().find(|(tag, _)| *tag == language)?;
        Some(catalogue.clone())
    }
}

impl Catalogue {
    /// No language: each message is its key and all that it is told, apart from each other.
    pub(super) fn interlingua() -> Option<Self> {
        let (_, spoken) = BUILT_IN.first()?;
        let numbers = |names: &Names| {
            (1..=names.len())
                .map(|at| Cow::Owned(at.to_string()))
                .collect()
        };
        Some(Self {
            language: Cow::Borrowed(super::INTERLINGUA),
            conventions: Some(spoken.language.clone()),
            direction: Direction::Ltr,
            name: Cow::Borrowed(super::INTERLINGUA),
            months: numbers(&spoken.months),
            seasons: numbers(&spoken.seasons),
            ordinals: Cow::Borrowed(&[]),
            spelled: Cow::Borrowed(&[]),
            currencies: Table::of(std::iter::empty()),
            messages: Table::of(spoken.messages.iter().map(|(key, message)| {
                let mut pattern = key.to_owned();
                for part in parts(message.form(PluralCategory::Other)) {
                    if let Part::Argument(name) = part {
                        pattern.extend(["\u{1f}{", name, "}"]);
                    }
                }
                (key.to_owned(), packed::Message::Plain(pattern))
            })),
        })
    }
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

impl Table {
    /// The message of a key.
    pub(super) fn get(&self, key: &str) -> Option<Message<'_>> {
        let found = self.order.binary_search_by(|at| {
            let entry = self.entries.get(*at);
            entry.map_or("", |entry| self.at(entry.key)).cmp(key)
        });
        let entry = self.entries.get(*self.order.get(found.ok()?)?)?;
        self.message(entry.pattern)
    }

    /// The keys, in the order of the catalogue.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| self.at(entry.key))
    }

    /// Every key with its message, in the order of the catalogue.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, Message<'_>)> {
        self.entries
            .iter()
            .filter_map(|entry| Some((self.at(entry.key), self.message(entry.pattern)?)))
    }

    fn message(&self, pattern: Pattern) -> Option<Message<'_>> {
        Some(match pattern {
            Pattern::Plain(place) => Message::Plain(self.at(place)),
            Pattern::Plural(at) => {
                let plural = self.plurals.get(at)?;
                let [zero, one, two, few, many] =
                    plural.0.map(|form| form.map(|place| self.at(place)));
                let other = self.at(plural.1);
                Message::Plural(Forms {
                    zero,
                    one,
                    two,
                    few,
                    many,
                    other,
                })
            }
        })
    }

    fn at(&self, place: Place) -> &str {
        let range = usize::try_from(place.0)
            .ok()
            .zip(usize::try_from(place.1).ok());
        range
            .and_then(|(start, end)| self.text.get(start..end))
            .unwrap_or_default()
    }
}
