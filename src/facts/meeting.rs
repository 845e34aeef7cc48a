//! The facts of the meeting itself: when, where, who, and what it published.

use super::Value;
use super::collect::{Collector, Item};
use crate::model::head::{Head, HeadRole};
use crate::model::round::{Basis, Place, Round};

pub(super) fn collect(round: &Round, facts: &mut Collector) {
    facts.rest_on(&round.evidence);
    let mut meeting = facts.item("meeting", "", round.span, &round.evidence);
    meeting.located("round", Some(&round.number));
    meeting.date("date", round.date.as_ref());
    if let Some(at) = &round.place {
        place(at, &mut meeting);
    }
    meeting.located("mode", round.mode.as_ref());
    meeting.located("level", round.level.as_ref());
    meeting.date("planned", round.planned.as_ref());
    meeting.word("coverage", round.coverage.default);
    let mut lists = round.coverage.lists.clone();
    lists.sort_unstable();
    for (list, coverage) in lists {
        meeting.word(&format!("coverage {list}"), Some(coverage));
    }
    meeting.evidence(&round.evidence);
    documents(round, facts);
    heads(round, facts);
}

/// The facts of a place.
pub(super) fn place(place: &Place, item: &mut Item<'_>) {
    let mut part = item.part("place", place.span, &place.evidence);
    part.text("city", place.city.as_ref());
    part.word("country", place.country.as_deref());
    part.word(
        "basis",
        (place.basis == Basis::Inferred).then_some(place.basis),
    );
    part.evidence(&place.evidence);
}

fn documents(round: &Round, facts: &mut Collector) {
    facts.none("documents", round.documents.as_ref(), round.span);
    let mut documents: Vec<_> = round.documents.iter().flatten().collect();
    documents.sort_by_key(|one| one.kind.value);
    let of_one_kind = documents.chunk_by(|one, other| one.kind.value == other.kind.value);
    for (nth, one) in of_one_kind.flat_map(|some| some.iter().enumerate()) {
        let name = numbered(&one.kind.value.to_string(), nth);
        let mut item = facts.item("document", name, one.span, &one.evidence);
        item.named();
        item.text("title", one.title.as_ref());
        item.located("url", one.url.as_ref());
        item.evidence(&one.evidence);
    }
}

/// Heads go by their party; where a party has several, by their office or person too.
fn heads(round: &Round, facts: &mut Collector) {
    facts.none("heads", round.heads.as_ref(), round.span);
    let named = |one: &Head| {
        let portfolio = one.portfolio.as_ref().map(|portfolio| &portfolio.value);
        portfolio.or(one.person.as_ref()).cloned()
    };
    let mut heads: Vec<&Head> = round.heads.iter().flatten().collect();
    heads.sort_by(|one, other| {
        let key = |head: &Head| (head.role, head.party.value.clone(), named(head));
        key(one).cmp(&key(other))
    });
    let one_side = |one: &&Head, other: &&Head| {
        (one.role, &one.party.value) == (other.role, &other.party.value)
    };
    for some in heads.chunk_by(one_side) {
        for (nth, one) in some.iter().enumerate() {
            let name = match named(one).filter(|_| some.len() > 1) {
                Some(own) => format!("{} {own}", one.party.value),
                None => numbered(one.party.value.as_str(), nth),
            };
            head(one, name, facts);
        }
    }
}

fn head(one: &Head, name: String, facts: &mut Collector) {
    let subject = match one.role {
        HeadRole::Head => "head",
        HeadRole::Participant => "participant",
    };
    let mut item = facts.item(subject, name, one.span, &one.evidence);
    item.named();
    item.word("person", one.person.as_ref());
    item.text("name", one.name.as_ref());
    for (nth, title) in one.titles.iter().enumerate() {
        item.put(&numbered("title", nth), Value::text(title), None);
    }
    item.located("rank", one.rank.as_ref());
    item.located("portfolio", one.portfolio.as_ref());
    item.evidence(&one.evidence);
}

/// A name, with a number from the second on.
fn numbered(name: &str, before: usize) -> String {
    match before {
        0 => name.to_owned(),
        before => format!("{name} {}", before + 1),
    }
}
