//! Whether two rounds use different terms for one item.

use super::TextChange;
use super::wording::text_change;
use crate::fold::fold;
use crate::matching::{Entry, Series};
use crate::model::evidence::Citation;
use crate::model::round::{ListKind, Round};
use crate::model::text::{Lang, Text};

/// Whether both mentions give a term, in a language that both share, and the terms differ.
///
/// Where both terms are given in the language of the cited sources, that language decides: a
/// translation may vary without the source saying anything new.
pub(super) fn is_reworded(
    series: &Series<'_>,
    list: ListKind,
    first: (&Round, &Entry<'_>),
    second: (&Round, &Entry<'_>),
) -> bool {
    let (Some(one), Some(other)) = (&first.1.wording, &second.1.wording) else {
        return false;
    };
    let differs = |lang: &str, a: &str, b: &str| {
        if a == b {
            return false;
        }
        let term = |word: &str| standard(series, list, first.1, lang, word);
        term(a) != term(b)
    };
    let shared = one
        .iter()
        .filter_map(|(lang, a)| Some((lang.as_str(), a, other.get(lang.as_str())?)));
    let shared: Vec<(&str, &str, &str)> = shared.collect();
    let original = source_language(series, first)
        .filter(|lang| source_language(series, second).as_ref() == Some(lang));
    let decides =
        original.and_then(|lang| shared.iter().find(|(known, ..)| *known == lang.as_str()));
    match decides {
        Some((lang, a, b)) => differs(lang, a, b),
        None => shared.iter().any(|(lang, a, b)| differs(lang, a, b)),
    }
}

/// How a text changed, in each language that both sides have and in which they differ.
pub(super) fn text_changes(before: &Text, after: &Text) -> Vec<TextChange> {
    let shared = before
        .iter()
        .filter_map(|(lang, text)| Some((lang, text, after.get(lang.as_str())?)));
    shared
        .filter_map(|(lang, a, b)| text_change(lang, a, b))
        .collect()
}

/// A term in the form that compares: folded, and a mere spelling replaced by the item's title.
fn standard(
    series: &Series<'_>,
    list: ListKind,
    entry: &Entry<'_>,
    lang: &str,
    word: &str,
) -> String {
    let folded = fold(word);
    let Some(concept) = series.concept(list, &entry.id) else {
        return folded;
    };
    let is_spelling = concept
        .aliases
        .iter()
        .any(|alias| alias.spelling && fold(&alias.word.value) == folded);
    let title = concept.title.as_ref().and_then(|title| title.get(lang));
    match title {
        Some(title) if is_spelling => fold(title),
        _ => folded,
    }
}

/// The language of the source that a mention cites, itself or through its round.
fn source_language(series: &Series<'_>, (round, entry): (&Round, &Entry<'_>)) -> Option<Lang> {
    let own = &entry.mention.evidence.citations;
    let cited: &[Citation] = if own.is_empty() {
        &round.evidence.citations
    } else {
        own
    };
    let sources = &series.record.dialogue().sources;
    let first = cited.first()?;
    sources.get(&first.source.value)?.language.clone()
}
