//! What any map may rest on: note, sources, claims.

use super::reader::Read;
use super::yaml::{Entry, Node, Value};
use crate::model::evidence::{Citation, Claim, Evidence};

/// Reads `source`: an id, a map, or a list of these.
pub(crate) fn citations(read: &mut Read<'_>, node: &Node<'_>) -> Option<Vec<Citation>> {
    read.one_or_list(node, citation)
}

/// Reads `claims`: what other sources say of keys of the same map.
pub(crate) fn claims(read: &mut Read<'_>, node: &Node<'_>) -> Option<Vec<Claim>> {
    read.list(node, claim)
}

/// Takes in the evidence of a map that has no place for it.
pub(crate) fn join(outer: &mut Evidence, inner: Evidence) {
    outer.note = outer.note.take().or(inner.note);
    for citation in inner.citations {
        if !outer.citations.contains(&citation) {
            outer.citations.push(citation);
        }
    }
    outer.claims.extend(inner.claims);
}

fn citation(read: &mut Read<'_>, node: &Node<'_>) -> Option<Citation> {
    if !matches!(node.value, Value::Map(_)) {
        return Some(Citation {
            source: read.id(node)?,
            at: None,
            quote: None,
            lang: None,
            at_place: None,
            quote_place: None,
        });
    }
    let mut map = read.map(node, "a source")?;
    let source = map.required("id", Read::id);
    let place = |entry: Option<&Entry<'_>>| entry.map(|entry| entry.value.span);
    let at_place = place(map.entry("at"));
    let quote_place = place(map.entry("quote"));
    let at = map.optional("at", Read::literal).map(Into::into);
    let quote = map.optional("quote", |read, node| {
        read.string(node, "a text").map(Into::into)
    });
    let lang = map.optional("lang", Read::lang);
    map.finish_within();
    Some(Citation {
        source: source?,
        at,
        quote,
        lang,
        at_place,
        quote_place,
    })
}

fn claim(read: &mut Read<'_>, node: &Node<'_>) -> Option<Claim> {
    let mut map = read.map(node, "a claim")?;
    let of = map.required("of", Read::name);
    let value = map.required("value", Read::anything);
    let evidence = map.finish();
    Some(Claim {
        of: of?,
        value: value?,
        evidence: Box::new(evidence),
        span: node.span,
    })
}
