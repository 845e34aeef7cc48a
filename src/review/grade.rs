//! What kind of change a change of a fact is.

use super::Side;
use super::corrections::Within;
use crate::facts::{Fact, Value};
use crate::fold::fold;
use crate::model::dialogue::Tier;
use crate::model::term::terms;
use crate::model::text::Text;

terms! {
    /// What kind of change a change of a fact is, the weightiest first.
    Grade {
        /// Another value, something more, or something less.
        Correction = "correction",
        /// The same, more exactly, or something said that was left open.
        Precision = "precision",
        /// The same, from another place or a further source.
        Source = "source",
        /// The same in other words.
        Wording = "wording",
        /// The same words, written otherwise.
        Formatting = "formatting",
    }
}

/// What a fact is judged against.
pub(super) struct Around<'a> {
    pub(super) old: &'a [Fact],
    pub(super) within: &'a Within<'a>,
}

/// Parts of the record that say nothing of the dialogue itself.
const WORDS: &[&str] = &[
    "title", "wording", "note", "text", "name", "written", "city",
];

/// Grades a change of one fact.
pub(super) fn of(before: Option<&Fact>, after: Option<&Fact>, around: &Around<'_>) -> Grade {
    let Some(fact) = after.or(before) else {
        return Grade::Formatting;
    };
    if is_source(fact) {
        return source(before, after, around);
    }
    match (before, after) {
        (Some(before), Some(after)) => values(&before.value, &after.value),
        (None, Some(after)) if has_field(after, &["claim"]) => Grade::Source,
        (Some(only), None) | (None, Some(only))
            if has_field(only, &["note", "written", "alias", "spelling"]) =>
        {
            Grade::Wording
        }
        (None, Some(after)) if is_opened(after, around.old) => Grade::Precision,
        _ => Grade::Correction,
    }
}

/// Two values of one fact that are not equal.
fn values(before: &Value, after: &Value) -> Grade {
    match (before, after) {
        (Value::Date(before), Value::Date(after)) if after.refines(before) => Grade::Precision,
        (Value::Date(before), Value::Date(after))
            if before.window() == after.window()
                && before.shape() == after.shape()
                && before.is_uncertain() == after.is_uncertain() =>
        {
            Grade::Formatting
        }
        (Value::Text(before), Value::Text(after)) => texts(before, after),
        _ => Grade::Correction,
    }
}

/// Two texts are the same in formatting where they fold alike in every language.
fn texts(before: &Text, after: &Text) -> Grade {
    let folded = |text: &Text| -> Vec<(String, String)> {
        text.iter()
            .map(|(lang, words)| (lang.to_string(), fold(words)))
            .collect()
    };
    if folded(before) == folded(after) {
        Grade::Formatting
    } else {
        Grade::Wording
    }
}

fn is_source(fact: &Fact) -> bool {
    matches!(fact.value, Value::Sources(_))
}

/// Whether a field is one of these, or begins with one after the part that it belongs to.
fn has_field(fact: &Fact, names: &[&str]) -> bool {
    fact.field.split(' ').any(|word| names.contains(&word))
}

/// Whether something is said that was left open: a field of an item that the base names too, or
/// a list that the base leaves out.
fn is_opened(fact: &Fact, old: &[Fact]) -> bool {
    if WORDS.contains(&fact.field.as_str()) && fact.field != "city" {
        return old
            .iter()
            .any(|other| (other.subject, &other.item) == (fact.subject, &fact.item));
    }
    if fact.field.is_empty() || fact.value == Value::Named {
        // An item of a list: the list was left out altogether.
        return !old
            .iter()
            .any(|other| other.subject == fact.subject || is_none(other, fact.subject));
    }
    true
}

/// Whether a fact says that the list of a kind of item is empty.
fn is_none(fact: &Fact, subject: &str) -> bool {
    let stem = subject.trim_end_matches('y');
    fact.value == Value::None && fact.subject.starts_with(stem)
}

/// Citations that were added, changed, or taken out.
fn source(before: Option<&Fact>, after: Option<&Fact>, around: &Around<'_>) -> Grade {
    let best = |fact: &Fact, side: Option<&Side>| {
        let ids = fact
            .sources
            .iter()
            .map(|citation| citation.source.value.as_str());
        ids.map(|id| tier(id, side)).min()
    };
    let Some(after) = after else {
        return Grade::Correction;
    };
    let old = before.and_then(|before| best(before, around.within.base));
    let new = best(after, around.within.head);
    match (old, new) {
        (Some(old), Some(new)) if new > old => Grade::Correction,
        _ => Grade::Source,
    }
}

/// How close a source is to the parties; one whose tier is not said comes last.
fn tier(id: &str, side: Option<&Side>) -> (bool, Option<Tier>) {
    let source = side.and_then(|side| side.dialogue.sources.get(id));
    let tier = source.and_then(|source| source.tier);
    (tier.is_none(), tier)
}
