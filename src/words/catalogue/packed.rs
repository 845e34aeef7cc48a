//! The form in which a catalogue is kept: one string of all texts, and where each stands in it.
//!
//! The build script reads the built-in catalogues by this file and writes them as constants of
//! these types, so that nothing is read at the start of the program.

use indexmap::IndexMap;
use serde::Deserialize;
use std::borrow::Cow;

/// The words of one language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Catalogue {
    /// The primary language, such as `ar`.
    pub(crate) language: Cow<'static, str>,
    /// The locale whose punctuation of lists holds, where it is not the language's own.
    pub(crate) conventions: Option<Cow<'static, str>>,
    /// The direction of the script.
    pub(crate) direction: Direction,
    /// The language's own name for itself.
    pub(crate) name: Cow<'static, str>,
    /// The months, from January.
    pub(crate) months: Names,
    /// The seasons, from spring.
    pub(crate) seasons: Names,
    /// First, second and so on, as they go with *round*.
    pub(crate) ordinals: Names,
    /// One, two and so on, as far as running text spells them; none where it uses figures.
    pub(crate) spelled: Names,
    /// Currencies that the language has a name for, with `{amount}` in its place.
    pub(crate) currencies: Table,
    /// Everything else.
    pub(crate) messages: Table,
}

/// Words in a row.
pub(crate) type Names = Cow<'static, [Cow<'static, str>]>;

/// The direction of a script.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

/// Messages by key, in the order of the catalogue.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Table {
    /// All keys and patterns, one after the other.
    pub(crate) text: Cow<'static, str>,
    /// Each message.
    pub(crate) entries: Cow<'static, [Entry]>,
    /// The forms of those that have plurals.
    pub(crate) plurals: Cow<'static, [Plural]>,
    /// The entries by their keys, ascending.
    pub(crate) order: Cow<'static, [usize]>,
}

/// Where a text stands, in bytes: its start and its end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Place(pub(super) u32, pub(super) u32);

/// One message: its key and its pattern, or which plural has its forms.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Entry {
    pub(crate) key: Place,
    pub(crate) pattern: Pattern,
}

/// A pattern, or one for each plural form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Pattern {
    /// The same words whatever the count.
    Plain(Place),
    /// The forms at this place among the plurals.
    Plural(usize),
}

/// The plural forms of CLDR: zero, one, two, few, many; and `other`, which is always there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Plural(pub(super) [Option<Place>; 5], pub(super) Place);

impl Catalogue {
    /// Reads a catalogue from YAML.
    pub(crate) fn read(text: &str) -> Result<Self, serde_yaml::Error> {
        let written: Written = serde_yaml::from_str(text)?;
        Ok(Self {
            language: written.language.into(),
            conventions: written.conventions.map(Cow::Owned),
            direction: written.direction,
            name: written.name.into(),
            months: names(written.months),
            seasons: names(written.seasons),
            ordinals: names(written.ordinals),
            spelled: names(written.spelled),
            currencies: Table::of(
                written
                    .currencies
                    .into_iter()
                    .map(|(code, forms)| (code, Message::Plural(forms))),
            ),
            messages: Table::of(written.messages.into_iter()),
        })
    }
}

impl Table {
    pub(super) fn of(messages: impl Iterator<Item = (String, Message)>) -> Self {
        let (mut text, mut plurals) = (String::new(), Vec::new());
        let mut add = |part: &str| {
            let start = text.len();
            text.push_str(part);
            let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            Place(place(start), place(text.len()))
        };
        let mut keys = Vec::new();
        let mut entries = Vec::new();
        for (key, message) in messages {
            let pattern = match message {
                Message::Plain(words) => Pattern::Plain(add(&words)),
                Message::Plural(forms) => {
                    let some = [forms.zero, forms.one, forms.two, forms.few, forms.many];
                    let some = some.map(|form| form.map(|form| add(&form)));
                    plurals.push(Plural(some, add(&forms.other)));
                    Pattern::Plural(plurals.len() - 1)
                }
            };
            let place = add(&key);
            entries.push(Entry {
                key: place,
                pattern,
            });
            keys.push(key);
        }
        let mut order: Vec<usize> = (0..keys.len()).collect();
        order.sort_by(|one, other| keys[*one].cmp(&keys[*other]));
        Self {
            text: text.into(),
            entries: entries.into(),
            plurals: plurals.into(),
            order: order.into(),
        }
    }
}

fn names(names: impl IntoIterator<Item = String>) -> Names {
    names.into_iter().map(Cow::Owned).collect()
}

/// A catalogue as its file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    language: String,
    conventions: Option<String>,
    direction: Direction,
    name: String,
    months: [String; 12],
    seasons: [String; 4],
    ordinals: Vec<String>,
    spelled: Vec<String>,
    currencies: IndexMap<String, Forms>,
    messages: IndexMap<String, Message>,
}

/// A message as a catalogue gives it.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Message {
    Plain(String),
    Plural(Forms),
}

/// The plural forms of CLDR; one that is missing is said as `other`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Forms {
    zero: Option<String>,
    one: Option<String>,
    two: Option<String>,
    few: Option<String>,
    many: Option<String>,
    other: String,
}
