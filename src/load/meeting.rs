//! The meeting itself: place, heads, documents, coverage.

use super::reader::Read;
use super::yaml::{Node, Value};
use crate::model::head::{Head, HeadRole};
use crate::model::round::{Basis, Coverages, Document, ListKind, Place};
use crate::model::term::Term;

/// Reads a place.
pub(crate) fn place(read: &mut Read<'_>, node: &Node<'_>) -> Option<Place> {
    let mut map = read.map(node, "a place")?;
    let city = map.optional("city", Read::text);
    let country = map.optional("country", Read::country);
    let basis = map.optional("basis", Read::term).unwrap_or(Basis::Stated);
    let evidence = map.finish();
    Some(Place {
        city,
        country,
        basis,
        evidence,
        span: node.span,
    })
}

/// Reads one who led a side, or took part.
pub(crate) fn head(read: &mut Read<'_>, node: &Node<'_>) -> Option<Head> {
    let mut map = read.map(node, "a head")?;
    let party = map.required("party", Read::id);
    let person = map.optional("person", Read::id).map(|id| id.value);
    let role = map.optional("role", Read::term).unwrap_or(HeadRole::Head);
    let name = map.optional("name", Read::text);
    let titles = map.optional("title", |read, node| read.one_or_list(node, Read::text));
    let rank = map.optional("rank", Read::located_term);
    let portfolio = map.optional("portfolio", Read::id);
    let evidence = map.finish();
    Some(Head {
        party: party?,
        person,
        role,
        name,
        titles: titles.unwrap_or_default(),
        rank,
        portfolio,
        evidence,
        span: node.span,
    })
}

/// Reads something that a round published.
pub(crate) fn document(read: &mut Read<'_>, node: &Node<'_>) -> Option<Document> {
    let mut map = read.map(node, "a document")?;
    let kind = map.required("kind", Read::located_term);
    let title = map.optional("title", Read::text);
    let url = map.optional("url", Read::url);
    let evidence = map.finish();
    Some(Document {
        kind: kind?,
        title,
        url,
        evidence,
        span: node.span,
    })
}

/// Reads how far absence may be taken as dropped: one word, or a word for single lists.
pub(crate) fn coverage(read: &mut Read<'_>, node: &Node<'_>) -> Option<Coverages> {
    if !matches!(node.value, Value::Map(_)) {
        return Some(Coverages {
            default: Some(read.term(node)?),
            lists: Vec::new(),
        });
    }
    let mut map = read.map(node, "the coverage")?;
    let mut lists = Vec::new();
    for list in ListKind::ALL {
        let coverage = map.optional(list.as_str(), Read::term);
        lists.extend(coverage.map(|coverage| (*list, coverage)));
    }
    map.finish_within();
    Some(Coverages {
        default: None,
        lists,
    })
}
