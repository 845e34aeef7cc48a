//! One commitment: what was promised, and what became of it.

use super::agreement::Named;
use super::context::Context;
use super::evidence::{Book, together};
use super::phrase::{Line, Phrase};
use super::round::place_name;
use crate::compare::{CommitmentChange, CommitmentState, Sides, Standing, Venue};
use crate::matching::{Entry, Ground};
use crate::model::commitment::{CommitmentAct, CommitmentKind, CommitmentMention};
use crate::model::date::Days;
use crate::model::round::Round;
use crate::span::Place;
use serde::Serialize;

/// What became of one commitment.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct CommitmentReport {
    /// The commitment's id.
    pub id: String,
    /// How it stands at *after*; none where it was not made yet.
    pub state: Option<CommitmentState>,
    /// How it stood at *before*; none where it was not made yet.
    pub state_before: Option<CommitmentState>,
    /// The state in words.
    pub state_text: String,
    /// The state before in words.
    pub state_before_text: String,
    /// How late it was kept: the days from the end of the due window to the delivery.
    pub late_days: Option<Days>,
    /// The same in words.
    pub late_text: Option<String>,
    /// Whether the promised place was kept.
    pub venue: Option<Venue>,
    /// The same as a sentence.
    pub venue_text: Option<String>,
    /// When it is due, as the record writes it.
    pub due: Option<String>,
    /// The same in words.
    pub due_text: Phrase,
    /// When it was kept, as the record writes it.
    pub delivered: Option<String>,
    /// The same in words.
    pub delivered_text: Option<Phrase>,
    /// The last thing that a round said of it.
    pub act: Option<CommitmentAct>,
    /// The round that said so.
    pub act_round: Option<u32>,
    /// The round that made it.
    pub made_in: u32,
    /// Whether it is about the next round.
    pub kind: CommitmentKind,
    /// What was promised.
    pub title: Phrase,
    /// Where it was to be.
    pub place: Option<Phrase>,
    /// Who promised.
    pub owners: Vec<Named>,
    /// What there is to say of its state, as sentences.
    pub note: Line,
    /// Why each side's mention is taken for the commitment.
    pub ground: Sides<Option<Ground>>,
    /// Where the round before has it.
    pub before: Option<Place>,
    /// Where the round after has it.
    pub after: Option<Place>,
    /// Where it was made.
    pub promise: Place,
    /// Citations.
    pub refs: Vec<u32>,
}

impl CommitmentReport {
    pub(super) fn of<'e>(
        context: &Context<'e>,
        change: &CommitmentChange<'e>,
        book: &mut Book<'e>,
    ) -> Self {
        let comparison = context.comparison;
        let Sides { before, after } = &change.state;
        let maker = context.round(change.made_in).unwrap_or(comparison.after);
        let mut cite =
            |entry: &Option<Entry<'e, CommitmentMention>>, round: Option<&'e Round>| match (
                entry, round,
            ) {
                (Some(entry), Some(round)) => book.cite([&entry.mention.evidence, &round.evidence]),
                _ => Vec::new(),
            };
        let first = cite(&change.sides.before, comparison.before);
        let second = cite(&change.sides.after, Some(comparison.after));
        let made = book.cite([&change.promise.evidence, &maker.evidence]);
        let standing = after.as_ref();
        // A deadline may have been moved since the promise was made.
        let due = standing.or(before.as_ref()).and_then(|one| one.due);
        let late = standing.and_then(|one| one.late);
        let delivered = standing.and_then(|one| one.delivered);
        let venue = standing.and_then(|one| one.venue);
        let place = |entry: &Option<Entry<'_, CommitmentMention>>| {
            entry
                .as_ref()
                .map(|entry| context.place(entry.mention.span))
        };
        Self {
            id: change.id.to_string(),
            state: standing.map(|one| one.state),
            state_before: before.as_ref().map(|one| one.state),
            state_text: state_text(context, standing),
            state_before_text: state_text(context, before.as_ref()),
            late_days: late,
            late_text: late.map(|days| context.days(days)),
            venue,
            venue_text: venue.map(|venue| context.term("venue", venue)),
            due: due.map(|due| due.literal().to_owned()),
            due_text: due.map_or_else(
                || Phrase::own(&context.not_stated(), context.lang()),
                |due| context.date_phrase(due),
            ),
            delivered: delivered.map(|date| date.literal().to_owned()),
            delivered_text: delivered.map(|date| context.date_phrase(date)),
            act: standing.and_then(|one| one.act).map(|(_, act)| act),
            act_round: standing.and_then(|one| one.act).map(|(round, _)| round),
            made_in: change.made_in,
            kind: change.kind,
            title: context.names.commitment(&change.id),
            place: change
                .promise
                .place
                .as_ref()
                .and_then(|place| place_name(context, place)),
            owners: change
                .promise
                .owner
                .iter()
                .map(|id| Named {
                    id: id.value.to_string(),
                    title: context.names.party(&id.value),
                })
                .collect(),
            note: note(context, standing),
            ground: Sides {
                before: change.sides.before.as_ref().map(|entry| entry.ground),
                after: change.sides.after.as_ref().map(|entry| entry.ground),
            },
            before: place(&change.sides.before),
            after: place(&change.sides.after),
            promise: context.place(change.promise.span),
            refs: together([&first, &second, &made]),
        }
    }
}

fn state_text(context: &Context<'_>, standing: Option<&Standing<'_>>) -> String {
    match standing {
        Some(standing) => context.term("state", standing.state),
        None => context.word("state-not-made"),
    }
}

/// When it was kept and how late, or what the record says instead.
fn note(context: &Context<'_>, standing: Option<&Standing<'_>>) -> Line {
    let Some(standing) = standing else {
        return Line::new();
    };
    let delivered = standing.delivered.map(|date| context.date_phrase(date));
    let due = standing.due.map(|due| context.date_phrase(due));
    let round = context.round_label(context.comparison.after.number.value);
    match (standing.state, delivered, standing.late) {
        (CommitmentState::FulfilledLate, Some(date), Some(days)) => context.line(
            "commitment-late",
            [("date", date.into()), ("days", context.days(days).into())],
        ),
        (CommitmentState::Fulfilled, Some(date), _) => {
            context.line("commitment-kept", [("date", date.into())])
        }
        (CommitmentState::Overdue | CommitmentState::Silent, ..) => {
            context.line("commitment-silent", [("round", round.into())])
        }
        (CommitmentState::Open | CommitmentState::CannotTell, ..) => match due {
            Some(due) => context.line("commitment-due", [("date", due.into())]),
            None => Line::new(),
        },
        _ => Line::new(),
    }
}
