//! The facts of sectors, topics, programmes, bodies and indicators.

use super::Value;
use super::collect::Collector;
use crate::check::Names;
use crate::model::mention::Mention;
use crate::model::round::{ListKind, Round};

pub(super) fn collect(round: &Round, names: Option<&Names>, facts: &mut Collector) {
    let lists = [
        ("sector", "sectors", ListKind::Sectors, &round.sectors),
        ("topic", "topics", ListKind::Topics, &round.topics),
        (
            "programme",
            "programmes",
            ListKind::Programmes,
            &round.programmes,
        ),
        ("body", "bodies", ListKind::Bodies, &round.bodies),
    ];
    for (subject, all, kind, list) in lists {
        facts.none(all, list.as_ref(), round.span);
        let mentions = list.iter().flatten();
        let mut mentions: Vec<(String, &Mention)> = mentions
            .map(|one| (id(&one.name.value, kind, names), one))
            .collect();
        mentions.sort_by(|(one, _), (other, _)| one.cmp(other));
        for (id, one) in mentions {
            mention(subject, &id, one, facts);
        }
    }
    facts.none("indicators", round.indicators.as_ref(), round.span);
    indicators(round, facts);
}

/// The id that a mention goes by: of another word in the taxonomy, that of its concept.
fn id(name: &str, kind: ListKind, names: Option<&Names>) -> String {
    let resolved = names.and_then(|names| names.resolve(kind, name));
    match resolved.as_ref().map(|one| one.ids.as_slice()) {
        Some([id]) => id.to_string(),
        _ => name.to_owned(),
    }
}

fn mention(subject: &'static str, id: &str, one: &Mention, facts: &mut Collector) {
    let mut item = facts.item(subject, id, one.span, &one.evidence);
    item.named();
    if *one.name.value != *id {
        item.located("written", Some(&one.name));
    }
    item.text("title", one.title.as_ref());
    item.text("wording", one.wording.as_ref());
    item.word("salience", one.salience);
    item.words("sector", &one.sectors);
    item.word("act", one.act);
    item.date("act date", one.date.as_ref());
    item.words("continues", &one.continues);
    item.evidence(&one.evidence);
}

fn indicators(round: &Round, facts: &mut Collector) {
    let mut indicators: Vec<_> = round.indicators.iter().flatten().collect();
    indicators.sort_by(|one, other| one.id.value.cmp(&other.id.value));
    for one in indicators {
        let mut item = facts.item("indicator", one.id.value.as_str(), one.span, &one.evidence);
        item.text("title", one.title.as_ref());
        let unit = one.unit.as_deref().map(|unit| format!("{unit} "));
        let value = format!("{}{}", unit.unwrap_or_default(), one.value.value);
        item.put("value", Value::Word(value), Some(one.value.span));
        item.date("period", one.period.as_ref());
        item.evidence(&one.evidence);
    }
}
