//! `dialogue.yaml`.

use super::agreement::standing;
use super::moment::date;
use super::reader::Read;
use super::yaml::Node;
use crate::model::dialogue::{Dialogue, Party, Source};
use crate::span::Span;

/// Reads a whole file into `dialogue`, which holds what is true without one.
pub(crate) fn dialogue(read: &mut Read<'_>, node: &Node<'_>, dialogue: &mut Dialogue) {
    if node.is_null() {
        return;
    }
    let Some(mut map) = read.map(node, "a dialogue") else {
        return;
    };
    if let Some(language) = map.optional("language", Read::lang) {
        map.reader().set_language(language.clone());
        dialogue.language = language;
    }
    dialogue.title = map.optional("title", Read::text);
    dialogue.periodicity = map.optional("periodicity", Read::located_term);
    let parties = map.optional("parties", |read, node| read.by_id(node, party));
    dialogue.parties = parties.unwrap_or_default();
    let sources = map.optional("sources", |read, node| read.by_id(node, source));
    dialogue.sources = sources.unwrap_or_default();
    let missing = map.optional("missing", |read, node| read.list(node, Read::whole_number));
    dialogue.missing = missing.unwrap_or_default();
    let agreements = map.optional("agreements", |read, node| read.list(node, standing));
    dialogue.agreements = agreements.unwrap_or_default();
    dialogue.evidence = map.finish();
    dialogue.span = Some(node.span);
}

fn party(read: &mut Read<'_>, node: &Node<'_>, span: Span) -> Option<Party> {
    let mut map = read.map(node, "a party")?;
    Some(Party {
        title: map.optional("title", Read::text),
        country: map.optional("country", Read::country),
        of: map.optional("of", Read::id),
        kind: map.optional("kind", Read::term),
        evidence: map.finish(),
        span,
    })
}

fn source(read: &mut Read<'_>, node: &Node<'_>, span: Span) -> Option<Source> {
    let mut map = read.map(node, "a source")?;
    Some(Source {
        title: map.optional("title", Read::text),
        publisher: map.optional("publisher", Read::text),
        author: map.optional("author", Read::text),
        date: map.optional("date", date),
        language: map.optional("language", Read::lang),
        tier: map.optional("tier", Read::term),
        url: map.optional("url", Read::url),
        evidence: map.finish(),
        span,
    })
}
