//! The value of a fact.

use crate::model::date::Date;
use crate::model::money::Money;
use crate::model::text::Text;

/// What a fact says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// That something is there.
    Named,
    /// That a list is known to be empty.
    None,
    /// A date.
    Date(Date),
    /// A text, its languages by their tags.
    Text(Text),
    /// A word of a closed list, an id, a number, or another text without a language.
    Word(String),
    /// Several words, sorted.
    Words(Vec<String>),
    /// An amount of money.
    Money(Money),
    /// The sources cited, each in short, sorted.
    Sources(Vec<String>),
}

impl Value {
    /// A text, whatever the order that its languages are written in.
    pub(super) fn text(text: &Text) -> Self {
        let mut entries: Vec<_> = text
            .iter()
            .map(|(lang, words)| (lang.clone(), words))
            .collect();
        entries.sort();
        Text::of(entries).map_or(Self::None, Self::Text)
    }

    /// Words in any order.
    pub(super) fn words<W: std::fmt::Display>(words: impl IntoIterator<Item = W>) -> Self {
        let mut words: Vec<String> = words.into_iter().map(|word| word.to_string()).collect();
        words.sort();
        Self::Words(words)
    }
}

impl std::fmt::Display for Value {
    /// One line, in no language of its own.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Named => f.write_str("named"),
            Self::None => f.write_str("none"),
            Self::Date(date) => f.write_str(&one_line(date.literal())),
            Self::Text(text) => {
                let texts = text
                    .iter()
                    .map(|(lang, words)| format!("{lang} {}", quoted(words)));
                f.write_str(&texts.collect::<Vec<_>>().join(", "))
            }
            Self::Word(word) => f.write_str(&one_line(word)),
            Self::Words(words) => f.write_str(&one_line(&words.join(", "))),
            Self::Sources(sources) => f.write_str(&one_line(&sources.join("; "))),
            Self::Money(money) => {
                write!(f, "{} {}", money.currency, money.amount)?;
                money.nature.map_or(Ok(()), |nature| write!(f, " {nature}"))
            }
        }
    }
}

/// A text in quotes, on one line.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", one_line(text).replace('"', "\\\""))
}

/// A text without line breaks: runs of white space are one space.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
