//! The facts of agreements, commitments and events.

use super::Value;
use super::collect::Collector;
use super::meeting::place;
use crate::model::agreement::AgreementMention;
use crate::model::commitment::CommitmentMention;
use crate::model::dialogue::Dialogue;
use crate::model::round::{Event, EventAct, Round};

pub(super) fn collect(round: &Round, facts: &mut Collector) {
    facts.none("agreements", round.agreements.as_ref(), round.span);
    agreements("agreement", round.agreements.iter().flatten(), facts);
    facts.none("commitments", round.commitments.as_ref(), round.span);
    let mut commitments: Vec<_> = round.commitments.iter().flatten().collect();
    commitments.sort_by(|one, other| one.id.value.cmp(&other.id.value));
    for one in commitments {
        commitment(one, facts);
    }
    facts.none("events", round.events.as_ref(), round.span);
    let mut events: Vec<_> = round.events.iter().flatten().collect();
    events.sort_by_cached_key(|one| event_name(one));
    for one in events {
        event(one, facts);
    }
}

/// The facts of the agreements from before the first round.
pub(super) fn standing(dialogue: &Dialogue, facts: &mut Collector) {
    agreements("standing agreement", &dialogue.agreements, facts);
}

fn agreements<'a>(
    subject: &'static str,
    list: impl IntoIterator<Item = &'a AgreementMention>,
    facts: &mut Collector,
) {
    let mut list: Vec<_> = list.into_iter().collect();
    list.sort_by(|one, other| one.id.value.cmp(&other.id.value));
    for one in list {
        agreement(subject, one, facts);
    }
}

fn agreement(subject: &'static str, one: &AgreementMention, facts: &mut Collector) {
    let mut item = facts.item(subject, one.id.value.as_str(), one.span, &one.evidence);
    item.named();
    let definition = &one.definition;
    item.located_text("title", definition.title.as_ref());
    item.located("type", definition.kind.as_ref());
    item.located("binding", definition.binding.as_ref());
    if let Some(parties) = &definition.parties {
        item.words("parties", &parties.value);
    }
    if let Some(sectors) = &definition.sectors {
        item.words("sectors", &sectors.value);
    }
    if let Some(value) = &definition.value {
        item.put("value", Value::Money(value.value.clone()), Some(value.span));
    }
    item.located("status", one.status.as_ref());
    for act in &one.acts {
        let mut part = item.part(&format!("act {}", act.act), act.span, &act.evidence);
        part.named();
        part.date("date", act.date.as_ref());
        part.date("until", act.until.as_ref());
        // An act that is written on the item itself has nothing of its own.
        if act.span != one.span && act.evidence != one.evidence {
            part.evidence(&act.evidence);
        }
    }
    item.words("continues", &one.continues);
    for (relation, other) in &one.relations {
        item.located(&format!("{relation} {}", other.value), Some(other));
    }
    item.evidence(&one.evidence);
}

fn commitment(one: &CommitmentMention, facts: &mut Collector) {
    let mut item = facts.item("commitment", one.id.value.as_str(), one.span, &one.evidence);
    item.named();
    item.word("kind", one.kind);
    item.located_text("text", one.text.as_ref());
    item.date("due", one.due.as_ref());
    if let Some(at) = &one.place {
        place(at, &mut item);
    }
    item.words("owner", &one.owner);
    item.located("act", one.act.as_ref());
    item.date("act date", one.date.as_ref());
    item.words("continues", &one.continues);
    item.evidence(&one.evidence);
}

/// What tells an event from others: what it is about, and what was done.
fn event_name(one: &Event) -> String {
    let about = one.about.as_ref().map(|about| about.value.to_string());
    let act = one.act.as_ref().map(|act| match act.value {
        EventAct::Agreement(act) => act.to_string(),
        EventAct::Commitment(act) => act.to_string(),
        EventAct::Body(act) => act.to_string(),
    });
    let parts: Vec<String> = about.into_iter().chain(act).collect();
    parts.join(" ")
}

fn event(one: &Event, facts: &mut Collector) {
    let mut item = facts.item("event", event_name(one), one.span, &one.evidence);
    item.named();
    item.date("date", one.date.as_ref());
    item.date("until", one.until.as_ref());
    item.evidence(&one.evidence);
}
