//! Shapes, keys and values.

use crate::model::term::terms;

/// The form of a map.
#[derive(Debug)]
pub struct Shape {
    /// What it is called in a schema.
    pub name: &'static str,
    /// What it holds, in one sentence.
    pub about: &'static str,
    /// Its own keys, in the order that authors write them.
    pub keys: &'static [Key],
    /// Whether it takes `note`, `source` and `claims` beside them.
    pub evidence: bool,
}

/// A key of a map.
#[derive(Debug)]
pub struct Key {
    /// The key.
    pub name: &'static str,
    /// What stands behind it, in one sentence.
    pub about: &'static str,
    /// What it takes.
    pub value: Value,
    /// A value as an author would write it, in YAML on one line.
    pub example: &'static str,
    /// Whether the map needs it.
    pub required: bool,
}

/// What may stand somewhere.
#[derive(Clone, Copy, Debug)]
pub enum Value {
    /// A text: a plain string, or a map of languages.
    Text,
    /// A string in no language, or a number as it is written.
    Literal,
    /// A date: EDTF, or words with bounds.
    Date,
    /// A number, exactly as it is written.
    Decimal,
    /// The same, from zero on.
    Amount,
    /// A whole number from zero on.
    Whole,
    /// An address of the web.
    Url,
    /// A BCP 47 tag of a language.
    Language,
    /// A code of ISO 3166-1.
    Country,
    /// A code of ISO 4217.
    Currency,
    /// Sixteen hexadecimal digits that name what was found.
    Fingerprint,
    /// A key of the map around.
    KeyName,
    /// Anything.
    Anything,
    /// One of a few words.
    Term(fn() -> Vec<&'static str>),
    /// The name of something.
    Id(Name),
    /// A map.
    Map(&'static Shape),
    /// A map from ids, which are defined here, to maps.
    ById(Name, &'static Shape),
    /// A map of languages to one word or several.
    Words,
    /// A list.
    List(&'static Value),
    /// One, or a list.
    Many(&'static Value),
    /// The short form or the long one.
    Either(&'static Value, &'static Value),
}

terms! {
    /// What an id is the id of.
    Name {
        /// A sector.
        Sector = "sector",
        /// A regional or international issue.
        Topic = "topic",
        /// A programme.
        Programme = "programme",
        /// A working group, committee or forum.
        Body = "body",
        /// An agreement.
        Agreement = "agreement",
        /// A commitment.
        Commitment = "commitment",
        /// A figure that rounds quote.
        Indicator = "indicator",
        /// A party.
        Party = "party",
        /// A source.
        Source = "source",
        /// A person.
        Person = "person",
        /// A portfolio.
        Portfolio = "portfolio",
        /// Any item of the dialogue.
        Item = "item",
    }
}

impl Shape {
    /// Every key, its own first.
    pub fn all_keys(&self) -> impl Iterator<Item = &'static Key> {
        let common: &[Key] = if self.evidence {
            super::shared::EVIDENCE
        } else {
            &[]
        };
        self.keys.iter().chain(common)
    }

    /// The key of a name.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.all_keys().find(|key| key.name == name)
    }
}

impl Key {
    /// A key that may be left out.
    pub(super) const fn optional(
        name: &'static str,
        value: Value,
        about: &'static str,
        example: &'static str,
    ) -> Self {
        Self {
            name,
            about,
            value,
            example,
            required: false,
        }
    }

    /// A key that must be there.
    pub(super) const fn required(
        name: &'static str,
        value: Value,
        about: &'static str,
        example: &'static str,
    ) -> Self {
        Self {
            name,
            about,
            value,
            example,
            required: true,
        }
    }
}

impl Value {
    /// The words that can stand here, where they are a closed list.
    pub fn words(&self) -> Vec<&'static str> {
        self.leaves()
            .into_iter()
            .flat_map(|one| match one {
                Self::Term(words) => words(),
                _ => Vec::new(),
            })
            .collect()
    }

    /// What the id that can stand here names, where it can be one.
    pub fn name(&self) -> Option<Name> {
        self.leaves().into_iter().find_map(|one| match one {
            Self::Id(name) => Some(name),
            _ => None,
        })
    }

    /// The map that can stand here, where it can be one.
    pub fn shape(&self) -> Option<&'static Shape> {
        match self {
            Self::Map(shape) => Some(shape),
            Self::Either(one, other) => one.shape().or_else(|| other.shape()),
            Self::Many(one) => one.shape(),
            Self::Date => Some(&super::shared::DATE),
            _ => None,
        }
    }

    /// What an item is, where this can be a list.
    pub fn item(&self) -> Option<&'static Self> {
        match self {
            Self::List(one) | Self::Many(one) => Some(one),
            Self::Either(one, other) => one.item().or_else(|| other.item()),
            _ => None,
        }
    }

    /// What can stand here without being a map or a list; one item of a list counts where it can
    /// stand alone.
    fn leaves(&self) -> Vec<Self> {
        match self {
            Self::Many(one) => one.leaves(),
            Self::Either(one, other) => [one.leaves(), other.leaves()].concat(),
            Self::Map(_) | Self::ById(..) | Self::List(_) => Vec::new(),
            one => vec![*one],
        }
    }
}
