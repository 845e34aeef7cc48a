//! Follow-through: what was promised, and what the record says became of it.

use super::Facts;
use crate::compare::{CommitmentState, Standing, Venue};
use crate::history::{CommitmentHistory, Score};
use crate::model::commitment::CommitmentKind;
use crate::model::date::Days;
use crate::report::agreement::Named;
use crate::report::evidence::{Book, together};
use crate::report::phrase::Phrase;
use crate::span::Place;
use serde::Serialize;

/// How many commitments stand how.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct ScoreboardReport {
    /// How many there are.
    pub all: u64,
    /// The same in words.
    pub all_text: String,
    /// How many of each kind; kinds without any too.
    pub counts: Vec<ScoreReport>,
    /// Whether there are enough for shares to mean something.
    pub shares: bool,
}

/// How many commitments stand in one way.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct ScoreReport {
    /// In which way.
    pub score: Score,
    /// The same in words.
    pub text: String,
    /// How many.
    pub count: u64,
    /// The share of all, with its denominator; none where there are too few.
    pub share_text: Option<String>,
}

/// One commitment over the series.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct CommitmentTrack {
    /// The commitment's id.
    pub id: String,
    /// What was promised.
    pub title: Phrase,
    /// Whether it is about the next round.
    pub kind: CommitmentKind,
    /// Who promised.
    pub owners: Vec<Named>,
    /// The round that made it.
    pub made_in: u32,
    /// The same in words.
    pub made_text: String,
    /// When it is due, as the record writes it.
    pub due: Option<String>,
    /// The same in words.
    pub due_text: Phrase,
    /// When it was kept, as the record writes it.
    pub delivered: Option<String>,
    /// The same in words.
    pub delivered_text: Option<Phrase>,
    /// How it stands.
    pub state: CommitmentState,
    /// How it counts on the scoreboard.
    pub score: Score,
    /// The same in words, with how late it was.
    pub score_text: String,
    /// How late it was kept: days from the end of the due window to the delivery.
    pub late_days: Option<Days>,
    /// Whether the promised place was kept.
    pub venue: Option<Venue>,
    /// The same in words.
    pub venue_text: Option<String>,
    /// From the round that made it to the last round told of; none where it is settled.
    pub age: Option<Days>,
    /// The same in words; none for what the last round told of made.
    pub age_text: Option<String>,
    /// Each round at which something happens: the round mentions it, or how it stands changes.
    pub points: Vec<PromisePoint>,
    /// Where it was made.
    pub file: Place,
    /// Citations of every mention.
    pub refs: Vec<u32>,
}

/// One commitment at a round at which something happens.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct PromisePoint {
    /// The round.
    pub round: u32,
    /// How it stood, and stands up to the next point; none before it was made.
    pub state: Option<CommitmentState>,
    /// Whether the round mentions it; none where it does not state its commitments.
    pub mentioned: Option<bool>,
    /// Where the round mentions it.
    pub file: Option<Place>,
}

impl ScoreboardReport {
    pub(super) fn of(facts: &Facts<'_>) -> Self {
        let context = &facts.setting;
        let board = &facts.history.scoreboard;
        let all = board.all as u64;
        let share = |count: u64| {
            let share = context.words.percent(count, all);
            let figures = [
                ("shared", count.into()),
                ("all", all.into()),
                ("percent", share.into()),
            ];
            context.say("overlap", figures)
        };
        let counts = board.counts.iter().map(|(score, count)| ScoreReport {
            score: *score,
            text: context.term("score", *score),
            count: *count as u64,
            share_text: board.shares.then(|| share(*count as u64)),
        });
        Self {
            all,
            all_text: context.say("commitments", [("count", all.into())]),
            counts: counts.collect(),
            shares: board.shares,
        }
    }
}

/// Every commitment, by how it counts and then by when it was made.
pub(super) fn tracks<'e>(facts: &Facts<'e>, book: &mut Book<'e>) -> Vec<CommitmentTrack> {
    let mut all: Vec<_> = facts.history.commitments.iter().collect();
    all.sort_by_key(|one| (Score::of(one.now.state), one.made_in, &one.id));
    all.into_iter()
        .map(|one| CommitmentTrack::of(facts, one, book))
        .collect()
}

impl CommitmentTrack {
    fn of<'e>(facts: &Facts<'e>, one: &CommitmentHistory<'e>, book: &mut Book<'e>) -> Self {
        let context = &facts.setting;
        let now = &one.now;
        let score = Score::of(now.state);
        let cited = one.mentions.iter().map(|(round, mention)| {
            let round = context.round(*round).map(|round| &round.evidence);
            book.cite([&mention.evidence].into_iter().chain(round))
        });
        let cited: Vec<_> = cited.collect();
        let owners = one
            .mentions
            .iter()
            .rev()
            .find(|(_, mention)| !mention.owner.is_empty());
        let owners = owners.into_iter().flat_map(|(_, mention)| &mention.owner);
        Self {
            id: one.id.to_string(),
            title: context.names.commitment(&one.id),
            kind: one.kind,
            owners: owners
                .map(|id| Named {
                    id: id.value.to_string(),
                    title: context.names.party(&id.value),
                })
                .collect(),
            made_in: one.made_in,
            made_text: context.round_label(one.made_in),
            due: now.due.map(|due| due.literal().to_owned()),
            due_text: now.due.map_or_else(
                || Phrase::own(&context.not_stated(), context.lang()),
                |due| context.date_phrase(due),
            ),
            delivered: now.delivered.map(|date| date.literal().to_owned()),
            delivered_text: now.delivered.map(|date| context.date_phrase(date)),
            state: now.state,
            score,
            score_text: score_text(facts, now, score),
            late_days: now.late,
            venue: now.venue,
            venue_text: now.venue.map(|venue| context.term("venue", venue)),
            age: one.age,
            age_text: one
                .age
                .filter(|_| one.made_in < facts.history.as_of)
                .map(|age| context.days(age)),
            points: points(facts, one),
            file: context.place(one.promise.span),
            refs: together(&cited),
        }
    }
}

fn points(facts: &Facts<'_>, one: &CommitmentHistory<'_>) -> Vec<PromisePoint> {
    let context = &facts.setting;
    let mut mentions = one.mentions.iter().peekable();
    let mut before = None;
    let mut points = Vec::new();
    for (round, standing) in facts.history.rounds.iter().zip(&one.points) {
        let mut mention = None;
        while let Some((number, found)) = mentions.next_if(|(at, _)| *at <= round.number()) {
            if *number == round.number() && mention.is_none() {
                mention = Some(*found);
            }
        }
        let state = standing.as_ref().map(|standing| standing.state);
        if mention.is_some() || state != before {
            let stated = round.round.commitments.is_some();
            points.push(PromisePoint {
                round: round.number(),
                state,
                mentioned: stated.then_some(mention.is_some()),
                file: mention.map(|mention| context.place(mention.span)),
            });
        }
        before = state;
    }
    points
}

fn score_text(facts: &Facts<'_>, standing: &Standing<'_>, score: Score) -> String {
    let context = &facts.setting;
    let text = context.term("score", score);
    match standing.late {
        Some(days) => {
            let days = context.days(days);
            context.say(
                "state-late",
                [("state", text.into()), ("days", days.into())],
            )
        }
        None => text,
    }
}
