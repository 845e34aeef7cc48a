//! What was done with an agreement, or became of a commitment.

use super::mentions::Recorded;
use super::{MentionReport, TraceKind};
use crate::acts::Record;
use crate::history::{CommitmentHistory, History};
use crate::model::commitment::{CommitmentAct, CommitmentMention};
use crate::model::id::Id;
use crate::model::round::{EventAct, ListKind, Round};
use crate::model::term::Term;
use crate::report::agreement::{dated, status_text};
use crate::report::context::Setting;
use crate::report::evidence::Book;
use crate::report::phrase::{Line, Phrase};

/// Where an agreement or a commitment stands now.
pub(super) fn status(
    context: &Setting<'_>,
    history: &History<'_>,
    kind: TraceKind,
    id: &Id,
) -> Option<String> {
    match kind {
        TraceKind::Agreement => {
            let one = history.agreements.iter().find(|one| one.id == *id)?;
            Some(status_text(context, one.status()))
        }
        TraceKind::Commitment => {
            let one = history.commitments.iter().find(|one| one.id == *id)?;
            let state = context.term("state", one.now.state);
            Some(match one.now.late {
                Some(days) => {
                    let days = context.days(days);
                    context.say(
                        "state-late",
                        [("state", state.into()), ("days", days.into())],
                    )
                }
                None => state,
            })
        }
        _ => None,
    }
}

/// Every act on an agreement.
pub(super) fn agreement<'e>(
    context: &Setting<'e>,
    history: &History<'e>,
    id: &Id,
    book: &mut Book<'e>,
) -> Recorded {
    let Some(one) = history.agreements.iter().find(|one| one.id == *id) else {
        return (Vec::new(), Vec::new());
    };
    let mentions = one.deeds.iter().map(|deed| {
        let act = dated(context, deed, book);
        let note = match deed.record {
            Record::Standing(mention, act) | Record::Round(_, mention, act) => context
                .note(&act.evidence)
                .or_else(|| context.note(&mention.evidence)),
            Record::Event(_, event) => context.note(&event.evidence),
        };
        MentionReport {
            round: act.round,
            label: act.round.map_or_else(
                || context.word("trace-before"),
                |round| context.round_label(round),
            ),
            date: act.date,
            date_text: act.date_text,
            event: act.event,
            act: Some(act.act.as_str().to_owned()),
            text: vec![Phrase::own(&act.text, context.lang())],
            wording: None,
            note,
            refs: act.refs,
            file: act.file,
        }
    });
    let stated = one
        .points
        .iter()
        .map(|point| match (point.known, point.mentioned) {
            // Before it was known, no round passed it over.
            (false, _) => Some(true),
            (true, mentioned) => mentioned,
        });
    (mentions.collect(), stated.collect())
}

/// The promise, every later mention, and events about it.
pub(super) fn commitment<'e>(
    context: &Setting<'e>,
    history: &History<'e>,
    id: &Id,
    book: &mut Book<'e>,
) -> Recorded {
    let Some(one) = history.commitments.iter().find(|one| one.id == *id) else {
        return (Vec::new(), Vec::new());
    };
    let (mut mentions, mut stated) = (Vec::new(), Vec::new());
    for point in &history.rounds {
        let round = point.round;
        mentions.extend(events(context, round, id, book));
        let here = one
            .mentions
            .iter()
            .filter(|(number, _)| *number == point.number());
        for (_, mention) in here {
            mentions.push(mentioned(context, one, round, mention, book));
        }
        let named = one
            .mentions
            .iter()
            .any(|(number, _)| *number == point.number());
        stated.push(match &round.commitments {
            _ if point.number() < one.made_in => Some(true),
            Some(_) => Some(named),
            None => None,
        });
    }
    (mentions, stated)
}

fn mentioned<'e>(
    context: &Setting<'e>,
    one: &CommitmentHistory<'e>,
    round: &'e Round,
    mention: &'e CommitmentMention,
    book: &mut Book<'e>,
) -> MentionReport {
    let number = round.number.value;
    let act = mention.act.as_ref().map(|act| act.value);
    let date = mention.date.as_ref().or(round.date.as_ref());
    let mut text: Line = match act {
        Some(act) => context.line(&format!("commitment-act-{}", act.as_str()), []),
        None if number == one.made_in => context.line("commitment-act-made", []),
        None => context.line("commitment-act-mentioned", []),
    };
    if let Some(due) = &mention.due {
        text.extend(context.line("separator-outcomes", []));
        let due = context.date(&due.value);
        text.extend(context.line("commitment-due", [("date", due.into())]));
    }
    MentionReport {
        round: Some(number),
        label: context.round_label(number),
        date: date.map(|date| date.value.literal().to_owned()),
        date_text: date.map_or_else(|| context.not_stated(), |date| context.date(&date.value)),
        event: false,
        act: act.map(|act| act.as_str().to_owned()),
        text,
        wording: mention
            .text
            .as_ref()
            .map(|text| context.phrase(&text.value)),
        note: context.note(&mention.evidence),
        refs: book.cite([&mention.evidence, &round.evidence]),
        file: context.place(mention.span),
    }
}

fn events<'e>(
    context: &Setting<'e>,
    round: &'e Round,
    id: &Id,
    book: &mut Book<'e>,
) -> Vec<MentionReport> {
    let mut found = Vec::new();
    for event in round.events.iter().flatten() {
        let (Some(about), Some(act)) = (&event.about, &event.act) else {
            continue;
        };
        let EventAct::Commitment(act) = act.value else {
            continue;
        };
        if context.series.current(ListKind::Commitments, &about.value) != *id {
            continue;
        }
        let act: CommitmentAct = act;
        let date = event.date.as_ref();
        found.push(MentionReport {
            round: Some(round.number.value),
            label: context.round_label(round.number.value),
            date: date.map(|date| date.value.literal().to_owned()),
            date_text: date.map_or_else(|| context.not_stated(), |date| context.date(&date.value)),
            event: true,
            act: Some(act.as_str().to_owned()),
            text: vec![Phrase::own(
                &context.term("commitment-act", act),
                context.lang(),
            )],
            wording: None,
            note: context.note(&event.evidence),
            refs: book.cite([&event.evidence, &round.evidence]),
            file: context.place(event.span),
        });
    }
    found
}
