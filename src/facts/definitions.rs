//! The facts of what all rounds refer to: the dialogue, its parties and sources, the taxonomy.

use super::Value;
use super::collect::Collector;
use crate::model::dialogue::{Dialogue, Party, Source};
use crate::model::evidence::Evidence;
use crate::model::id::Id;
use crate::model::taxonomy::{Concept, Taxonomy};
use crate::model::text::Text;
use indexmap::IndexMap;

pub(super) fn of_dialogue(dialogue: &Dialogue, facts: &mut Collector) {
    let Some(span) = dialogue.span else { return };
    facts.rest_on(&dialogue.evidence);
    let mut item = facts.item("dialogue", "", span, &dialogue.evidence);
    item.text("title", dialogue.title.as_ref());
    item.word("language", Some(&dialogue.language));
    item.located("periodicity", dialogue.periodicity.as_ref());
    item.words("missing", &dialogue.missing);
    item.evidence(&dialogue.evidence);
    for (id, one) in sorted(&dialogue.parties) {
        party(id, one, facts);
    }
    for (id, one) in sorted(&dialogue.sources) {
        source(id, one, facts);
    }
}

pub(super) fn of_taxonomy(taxonomy: &Taxonomy, facts: &mut Collector) {
    let lists = [
        ("concept", &taxonomy.sectors),
        ("topic concept", &taxonomy.topics),
    ];
    for (subject, concepts) in lists {
        for (id, one) in concepts.iter().flat_map(sorted) {
            concept(subject, id, one, facts);
        }
    }
}

fn sorted<T>(map: &IndexMap<Id, T>) -> Vec<(&Id, &T)> {
    let mut entries: Vec<_> = map.iter().collect();
    entries.sort_by_key(|(id, _)| *id);
    entries
}

fn party(id: &Id, one: &Party, facts: &mut Collector) {
    let mut item = facts.item("party", id.as_str(), one.span, &one.evidence);
    item.named();
    item.text("title", one.title.as_ref());
    item.word("country", one.country.as_deref());
    item.located("of", one.of.as_ref());
    item.word("kind", one.kind);
    item.evidence(&one.evidence);
}

fn source(id: &Id, one: &Source, facts: &mut Collector) {
    let mut item = facts.item("source", id.as_str(), one.span, &one.evidence);
    item.named();
    item.text("title", one.title.as_ref());
    item.text("publisher", one.publisher.as_ref());
    item.text("author", one.author.as_ref());
    item.date("date", one.date.as_ref());
    item.word("language", one.language.as_ref());
    item.word("tier", one.tier);
    item.located("url", one.url.as_ref());
    item.evidence(&one.evidence);
}

fn concept(subject: &'static str, id: &Id, one: &Concept, facts: &mut Collector) {
    let mut item = facts.item(subject, id.as_str(), one.span, &Evidence::default());
    item.named();
    item.text("title", one.title.as_ref());
    item.located("broader", one.broader.as_ref());
    item.words("related", &one.related);
    item.words("replaced by", &one.replaced_by);
    let mut aliases: Vec<_> = one.aliases.iter().collect();
    aliases
        .sort_by(|one, other| (&one.lang, &one.word.value).cmp(&(&other.lang, &other.word.value)));
    for alias in aliases {
        let kind = if alias.spelling { "spelling" } else { "alias" };
        let value = Value::Text(Text::plain(alias.lang.clone(), &alias.word.value));
        let field = format!("{kind} {}", alias.word.value);
        item.put(&field, value, Some(alias.word.span));
    }
    item.text("note", one.note.as_ref());
}
