//! One message: a pattern with named arguments, or one pattern for each plural form.

use icu_plurals::PluralCategory;

/// A message of a catalogue.
#[derive(Clone, Copy, Debug)]
pub(super) enum Message<'a> {
    /// The same words whatever the count.
    Plain(&'a str),
    /// Words that depend on the argument `count`.
    Plural(Forms<'a>),
}

/// The plural forms of CLDR; one that is missing is said as `other`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Forms<'a> {
    pub(super) zero: Option<&'a str>,
    pub(super) one: Option<&'a str>,
    pub(super) two: Option<&'a str>,
    pub(super) few: Option<&'a str>,
    pub(super) many: Option<&'a str>,
    pub(super) other: &'a str,
}

impl<'a> Message<'a> {
    /// The pattern of exactly this form, if there is one; a plain message has all.
    pub(super) fn exactly(&self, category: PluralCategory) -> Option<&'a str> {
        match self {
            Self::Plain(pattern) => Some(pattern),
            Self::Plural(forms) => forms.of(category),
        }
    }

    /// The pattern for a plural form.
    pub(super) fn form(&self, category: PluralCategory) -> &'a str {
        match self {
            Self::Plain(pattern) => pattern,
            Self::Plural(forms) => forms.of_or_other(category),
        }
    }
}

impl<'a> Forms<'a> {
    /// The pattern for a plural form.
    pub(super) fn of_or_other(&self, category: PluralCategory) -> &'a str {
        self.of(category).unwrap_or(self.other)
    }

    /// The pattern of exactly this form, if there is one.
    pub(super) fn of(&self, category: PluralCategory) -> Option<&'a str> {
        match category {
            PluralCategory::Zero => self.zero,
            PluralCategory::One => self.one,
            PluralCategory::Two => self.two,
            PluralCategory::Few => self.few,
            PluralCategory::Many => self.many,
            PluralCategory::Other => Some(self.other),
        }
    }
}

/// Puts arguments in the place of their names; one that is missing is marked with the key.
pub(super) fn fill(key: &str, pattern: &str, argument: impl Fn(&str) -> Option<String>) -> String {
    let mut said = String::with_capacity(pattern.len());
    for part in parts(pattern) {
        match part {
            Part::Words(words) => said.push_str(words),
            Part::Argument(name) => match argument(name) {
                Some(text) => said.push_str(&text),
                None => said.extend(["⟦", key, ": ", name, "⟧"]),
            },
        }
    }
    said
}

/// A piece of a pattern.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part<'a> {
    /// Words, said as they are.
    Words(&'a str),
    /// The name of an argument, written `{name}`.
    Argument(&'a str),
}

/// Takes a pattern apart.
pub(super) fn parts(pattern: &str) -> impl Iterator<Item = Part<'_>> {
    let mut rest = pattern;
    std::iter::from_fn(move || {
        if let Some((name, after)) = rest.strip_prefix('{').and_then(|from| from.split_once('}')) {
            rest = after;
            return Some(Part::Argument(name));
        }
        // A brace that is never closed is said as it is.
        let begin = usize::from(rest.starts_with('{'));
        let end = rest[begin..].find('{').map_or(rest.len(), |at| at + begin);
        let (words, after) = rest.split_at(end);
        rest = after;
        (!words.is_empty()).then_some(Part::Words(words))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_come_apart_at_their_arguments() {
        use Part::{Argument, Words};
        let apart = |pattern| parts(pattern).collect::<Vec<_>>();
        assert_eq!(
            apart("{a}, {b} و{c}"),
            [
                Argument("a"),
                Words(", "),
                Argument("b"),
                Words(" و"),
                Argument("c")
            ]
        );
        assert_eq!(apart("no more"), [Words("no more")]);
        assert_eq!(apart(""), []);
        assert_eq!(apart("{open"), [Words("{open")]);
    }

    #[test]
    fn a_missing_argument_is_seen() {
        let said = fill("greeting", "to {who}", |_| None);
        assert_eq!(said, "to ⟦greeting: who⟧");
    }
}
