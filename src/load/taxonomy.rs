//! `taxonomy.yaml`.

use super::reader::Read;
use super::yaml::Node;
use crate::model::taxonomy::{Alias, Concept, Taxonomy};
use crate::span::{Located, Span};

/// Reads the whole file.
pub(crate) fn taxonomy(read: &mut Read<'_>, node: &Node<'_>) -> Option<Taxonomy> {
    let mut map = read.map(node, "the taxonomy")?;
    let sectors = map.optional("sectors", |read, node| read.by_id(node, concept));
    let topics = map.optional("topics", |read, node| read.by_id(node, concept));
    map.finish();
    Some(Taxonomy { sectors, topics })
}

fn concept(read: &mut Read<'_>, node: &Node<'_>, span: Span) -> Option<Concept> {
    let mut map = read.map(node, "a concept")?;
    let title = map.optional("title", Read::text);
    let broader = map.optional("broader", Read::id);
    let related = map.optional("related", Read::ids);
    let replaced_by = map.optional("replaced_by", Read::ids);
    let words = map.optional("aliases", |read, node| aliases(read, node, false));
    let spellings = map.optional("spellings", |read, node| aliases(read, node, true));
    let evidence = map.finish();
    let mut aliases = words.unwrap_or_default();
    aliases.extend(spellings.unwrap_or_default());
    Some(Concept {
        title,
        broader,
        related: related.unwrap_or_default(),
        replaced_by: replaced_by.unwrap_or_default(),
        aliases,
        note: evidence.note,
        span,
    })
}

/// Reads a map of languages, each with one word or a list of words.
fn aliases(read: &mut Read<'_>, node: &Node<'_>, spelling: bool) -> Option<Vec<Alias>> {
    let mut aliases = Vec::new();
    for entry in read.entries(node)? {
        let lang = read.lang_of(&entry.key, entry.span);
        let words = read.one_or_list(&entry.value, word).unwrap_or_default();
        if let Some(lang) = lang {
            aliases.extend(words.into_iter().map(|word| Alias {
                lang: lang.clone(),
                word,
                spelling,
            }));
        }
    }
    Some(aliases)
}

fn word(read: &mut Read<'_>, node: &Node<'_>) -> Option<Located<Box<str>>> {
    let scalar = read.scalar(node, "a word or a list of words")?;
    if read.separators(scalar, node.span) {
        return None;
    }
    let word = read.literal(node)?;
    Some(Located::new(word, node.span))
}
