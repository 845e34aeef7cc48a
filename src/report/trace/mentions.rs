//! Mentions of sectors, topics, programmes, bodies and people.

use super::find::list;
use super::{MentionReport, TraceKind};
use crate::history::History;
use crate::model::head::Head;
use crate::model::id::Id;
use crate::model::round::{EventAct, Round};
use crate::model::term::Term;
use crate::report::context::Setting;
use crate::report::evidence::Book;
use crate::report::phrase::{Line, Phrase};
use crate::report::series::person as described;

/// What is recorded, and for each round whether it names the item.
pub(super) type Recorded = (Vec<MentionReport>, Vec<Option<bool>>);

/// The name of an item.
pub(super) fn title(
    context: &Setting<'_>,
    history: &History<'_>,
    kind: TraceKind,
    id: &Id,
) -> Phrase {
    match kind {
        TraceKind::Agreement => context.names.agreement(id),
        TraceKind::Commitment => context.names.commitment(id),
        TraceKind::Person => {
            let mut heads = history
                .rounds
                .iter()
                .rev()
                .flat_map(|point| persons(point.round, id));
            let name = heads.find_map(|head| head.name.as_ref());
            name.map_or_else(
                || Phrase::id(id.as_str(), context.lang()),
                |name| context.phrase(name),
            )
        }
        _ => context.names.item(list(kind), id),
    }
}

fn persons<'r>(round: &'r Round, id: &Id) -> impl Iterator<Item = &'r Head> {
    let heads = round.heads.iter().flatten();
    heads.filter(move |head| head.person.as_ref() == Some(id))
}

/// Mentions in one of the lists of mentions, and events about a body.
pub(super) fn item<'e>(
    context: &Setting<'e>,
    history: &History<'e>,
    kind: TraceKind,
    id: &Id,
    book: &mut Book<'e>,
) -> Recorded {
    let (mut mentions, mut stated) = (Vec::new(), Vec::new());
    for point in &history.rounds {
        let Some(round) = context.series.round(point.number()) else {
            continue;
        };
        if kind == TraceKind::Body {
            mentions.extend(events(context, point.round, id, book));
        }
        let entries = round.list(list(kind));
        let named = entries.map(|all| {
            all.iter()
                .filter(|entry| entry.id == *id)
                .collect::<Vec<_>>()
        });
        stated.push(named.as_ref().map(|named| !named.is_empty()));
        for entry in named.into_iter().flatten() {
            let mention = entry.mention;
            let act = mention.act.map(|act| context.term("body-act", act));
            let salience = mention
                .salience
                .map(|salience| context.term("salience", salience));
            let said: Vec<String> = act.into_iter().chain(salience).collect();
            let text = if said.is_empty() {
                context.word("presence-named")
            } else {
                said.join(&context.word("separator"))
            };
            let date = mention.date.as_ref().or(point.round.date.as_ref());
            mentions.push(MentionReport {
                round: Some(point.number()),
                label: context.round_label(point.number()),
                date: date.map(|date| date.value.literal().to_owned()),
                date_text: date
                    .map_or_else(|| context.not_stated(), |date| context.date(&date.value)),
                event: false,
                act: mention.act.map(|act| act.as_str().to_owned()),
                text: vec![Phrase::own(&text, context.lang())],
                wording: entry
                    .wording
                    .as_ref()
                    .map(|wording| context.phrase(wording)),
                note: context.note(&mention.evidence),
                refs: book.cite([&mention.evidence, &point.round.evidence]),
                file: context.place(mention.span),
            });
        }
    }
    (mentions, stated)
}

/// What events say of a body.
fn events<'e>(
    context: &Setting<'e>,
    round: &'e Round,
    id: &Id,
    book: &mut Book<'e>,
) -> Vec<MentionReport> {
    let about = round.events.iter().flatten().filter(|event| {
        let about = event.about.as_ref();
        about
            .is_some_and(|about| context.series.current(list(TraceKind::Body), &about.value) == *id)
    });
    let mut found = Vec::new();
    for event in about {
        let Some(EventAct::Body(act)) = event.act.as_ref().map(|act| act.value) else {
            continue;
        };
        found.push(MentionReport {
            round: Some(round.number.value),
            label: context.round_label(round.number.value),
            date: event
                .date
                .as_ref()
                .map(|date| date.value.literal().to_owned()),
            date_text: event
                .date
                .as_ref()
                .map_or_else(|| context.not_stated(), |date| context.date(&date.value)),
            event: true,
            act: Some(act.as_str().to_owned()),
            text: vec![Phrase::own(&context.term("body-act", act), context.lang())],
            wording: None,
            note: context.note(&event.evidence),
            refs: book.cite([&event.evidence, &round.evidence]),
            file: context.place(event.span),
        });
    }
    found
}

/// Where a person led or took part.
pub(super) fn person<'e>(
    context: &Setting<'e>,
    history: &History<'e>,
    id: &Id,
    book: &mut Book<'e>,
) -> Recorded {
    let (mut mentions, mut stated) = (Vec::new(), Vec::new());
    for point in &history.rounds {
        let round = point.round;
        let there: Vec<&Head> = persons(round, id).collect();
        stated.push(round.heads.as_ref().map(|_| !there.is_empty()));
        for head in there {
            let mut text: Line = described(context, head);
            let role = context.term("role", head.role);
            let party = context.names.party(&head.party.value);
            text.extend(context.line("described-open", []));
            text.extend(context.line(
                "labelled",
                [("label", role.into()), ("value", party.into())],
            ));
            text.extend(context.line("described-close", []));
            mentions.push(MentionReport {
                round: Some(point.number()),
                label: context.round_label(point.number()),
                date: round
                    .date
                    .as_ref()
                    .map(|date| date.value.literal().to_owned()),
                date_text: round
                    .date
                    .as_ref()
                    .map_or_else(|| context.not_stated(), |date| context.date(&date.value)),
                event: false,
                act: Some(head.role.as_str().to_owned()),
                text,
                wording: None,
                note: context.note(&head.evidence),
                refs: book.cite([&head.evidence, &round.evidence]),
                file: context.place(head.span),
            });
        }
    }
    (mentions, stated)
}
