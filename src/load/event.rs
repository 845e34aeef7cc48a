//! What happened outside the sessions, and the figures that rounds quote.

use super::moment::date;
use super::money::decimal;
use super::reader::Read;
use super::yaml::Node;
use crate::model::commitment::CommitmentAct;
use crate::model::mention::BodyAct;
use crate::model::round::{Event, EventAct, Indicator, Round};
use crate::model::status::Act;
use crate::model::term::Term;
use crate::span::Located;
use std::collections::HashSet;

/// Reads a dated fact outside the sessions.
pub(crate) fn event(read: &mut Read<'_>, node: &Node<'_>) -> Option<Event> {
    let mut map = read.map(node, "an event")?;
    let date = map.optional("date", date);
    let about = map.optional("about", Read::id);
    let act = map.optional("act", act);
    let until = map.optional("until", super::moment::date);
    let evidence = map.finish();
    Some(Event {
        date,
        about,
        act,
        until,
        evidence,
        span: node.span,
    })
}

/// Reads a figure.
pub(crate) fn indicator(read: &mut Read<'_>, node: &Node<'_>) -> Option<Indicator> {
    let mut map = read.map(node, "an indicator")?;
    let id = map.required("id", Read::id);
    let title = map.optional("title", Read::text);
    let value = map.required("value", decimal);
    let unit = map.optional("unit", Read::literal);
    let period = map.optional("period", date);
    let evidence = map.finish();
    Some(Indicator {
        id: id?,
        title,
        value: value?,
        unit,
        period,
        evidence,
        span: node.span,
    })
}

/// Settles the words that acts on agreements share with acts on commitments and bodies, by what
/// each event is about.
pub(crate) fn settle(rounds: &mut [Round]) {
    let commitments: HashSet<_> = rounds
        .iter()
        .flat_map(|round| round.commitments.iter().flatten())
        .map(|commitment| commitment.id.value.clone())
        .collect();
    let bodies: HashSet<Box<str>> = rounds
        .iter()
        .flat_map(|round| round.bodies.iter().flatten())
        .map(|body| body.name.value.clone())
        .collect();
    for event in rounds
        .iter_mut()
        .flat_map(|round| round.events.iter_mut().flatten())
    {
        let (Some(about), Some(act)) = (&event.about, &mut event.act) else {
            continue;
        };
        let EventAct::Agreement(word) = act.value else {
            continue;
        };
        if commitments.contains(&about.value)
            && let Some(same) = CommitmentAct::find(word.as_str())
        {
            act.value = EventAct::Commitment(same);
        } else if bodies.contains(about.value.as_str())
            && let Some(same) = BodyAct::find(word.as_str())
        {
            act.value = EventAct::Body(same);
        }
    }
}

fn act(read: &mut Read<'_>, node: &Node<'_>) -> Option<Located<EventAct>> {
    let word = &*read.scalar(node, "one of a few words")?.text;
    let act = Act::find(word).map(EventAct::Agreement);
    let act = act.or_else(|| CommitmentAct::find(word).map(EventAct::Commitment));
    let act = act.or_else(|| BodyAct::find(word).map(EventAct::Body));
    if act.is_none() {
        read.unknown_word(word, node.span, &words());
    }
    act.map(|act| Located::new(act, node.span))
}

/// Every word that an event can take, each once.
fn words() -> Vec<&'static str> {
    let acts = Act::ALL.iter().map(|act| act.as_str());
    let commitments = CommitmentAct::ALL.iter().map(|act| act.as_str());
    let bodies = BodyAct::ALL.iter().map(|act| act.as_str());
    let mut words: Vec<_> = acts.collect();
    for word in commitments.chain(bodies) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words
}
