//! Agreements: those of a round, and those from before the first.

use super::moment::date;
use super::money::money;
use super::reader::{Map, Read};
use super::yaml::{Node, Value};
use crate::model::agreement::{AgreementAct, AgreementMention, Definition, Relation};
use crate::model::evidence::Evidence;
use crate::model::status::Act;
use crate::model::term::Term;
use crate::span::{Located, Span};
use std::sync::Arc;

/// Reads an agreement that a round names, as an id or a map.
pub(crate) fn of_round(read: &mut Read<'_>, node: &Node<'_>) -> Option<AgreementMention> {
    if !matches!(node.value, Value::Map(_)) {
        let id = read.id(node)?;
        return Some(AgreementMention {
            id,
            acts: vec![act(Act::Referenced, node.span)],
            definition: Arc::default(),
            status: None,
            continues: Vec::new(),
            relations: Vec::new(),
            evidence: Evidence::default(),
            span: node.span,
        });
    }
    let mut map = read.map(node, "an agreement")?;
    let help = "move it into the list `acts`, where each act has its own `date` and `until`";
    let lone = [("act", "acts"), ("date", "acts"), ("until", "acts")];
    for (one, other) in lone {
        map.either(one, other, help);
    }
    let at = map.entry("act").map_or(node.span, |entry| entry.value.span);
    let lone = AgreementAct {
        act: map.optional("act", Read::term).unwrap_or(Act::Referenced),
        date: map.optional("date", date),
        until: map.optional("until", date),
        ..act(Act::Referenced, at)
    };
    let mut mention = rest(map, node.span)?;
    if mention.acts.is_empty() {
        mention.acts = vec![lone];
    }
    Some(mention)
}

/// Reads an agreement of `dialogue.yaml`, with its past acts or its status.
pub(crate) fn standing(read: &mut Read<'_>, node: &Node<'_>) -> Option<AgreementMention> {
    let mut map = read.map(node, "a standing agreement")?;
    map.either("status", "acts", "acts lead to a status of their own");
    let status = map.optional("status", Read::located_term);
    let mention = rest(map, node.span)?;
    Some(AgreementMention { status, ..mention })
}

/// Reads the keys that both kinds have.
fn rest(mut map: Map<'_, '_, '_>, span: Span) -> Option<AgreementMention> {
    let id = map.required("id", Read::id);
    let acts = map.optional("acts", |read, node| read.list(node, dated_act));
    let definition = definition(&mut map);
    let continues = map.optional("continues", Read::ids).unwrap_or_default();
    let mut relations = Vec::new();
    for relation in Relation::ALL {
        let others = map.optional(relation.as_str(), Read::ids);
        relations.extend(others.into_iter().flatten().map(|id| (*relation, id)));
    }
    let evidence = map.finish();
    Some(AgreementMention {
        id: id?,
        acts: acts.unwrap_or_default(),
        definition: definition.into(),
        status: None,
        continues,
        relations,
        evidence,
        span,
    })
}

fn definition(map: &mut Map<'_, '_, '_>) -> Definition {
    Definition {
        title: map.optional("title", Read::located_text),
        kind: map.optional("type", Read::located_term),
        binding: map.optional("binding", Read::located_term),
        parties: map.optional("parties", |read, node| read.located(node, Read::ids)),
        sectors: map.optional("sectors", |read, node| {
            read.located(node, |read, node| read.one_or_list(node, Read::sector))
        }),
        value: map.optional("value", |read, node| read.located(node, money)),
    }
}

fn dated_act(read: &mut Read<'_>, node: &Node<'_>) -> Option<AgreementAct> {
    let mut map = read.map(node, "an act")?;
    let what = map.required("act", Read::located_term);
    let date = map.optional("date", date);
    let until = map.optional("until", super::moment::date);
    let evidence = map.finish();
    let Located { value, span } = what?;
    Some(AgreementAct {
        act: value,
        date,
        until,
        evidence,
        span,
    })
}

fn act(act: Act, span: Span) -> AgreementAct {
    AgreementAct {
        act,
        date: None,
        until: None,
        evidence: Evidence::default(),
        span,
    }
}
