//! The life of each agreement: the step at each round.

use super::Facts;
use crate::history::{AgreementHistory, AgreementPoint};
use crate::model::agreement::AgreementType;
use crate::model::id::Id;
use crate::model::money::{Money, Nature};
use crate::model::status::{Status, Step};
use crate::model::term::terms;
use crate::report::agreement::{ActReport, Named, dated, status_text};
use crate::report::definition::Defined;
use crate::report::evidence::{Book, together};
use crate::report::money::MoneyReport;
use crate::report::phrase::Phrase;
use crate::span::Place;
use serde::Serialize;
use std::collections::HashMap;
use std::sync::Arc;

/// One agreement through all rounds; `P` is what it has for rounds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
#[cfg_attr(
    any(test, feature = "schemas"),
    schemars(
        rename = "AgreementTrack",
        description = "One agreement through all rounds."
    )
)]
pub struct AgreementTrack<P = LifePoint> {
    /// The agreement's id.
    pub id: String,
    /// Its name.
    pub title: Phrase,
    /// Whether it stood before the first round.
    pub standing: bool,
    /// What kind of instrument it is.
    pub kind: Option<AgreementType>,
    /// The same in words.
    pub kind_text: Option<String>,
    /// Who made it.
    pub parties: Vec<Named>,
    /// The sectors it is about.
    pub sectors: Vec<Named>,
    /// What it is worth.
    pub value: Option<MoneyReport>,
    /// On a page, each round; in JSON, each round at which something happens: it becomes known,
    /// the round mentions it, or its status moves.
    pub points: Vec<P>,
    /// Its status at the last round told of.
    pub status: Option<Status>,
    /// The same in words.
    pub status_text: String,
    /// What became of it.
    pub outcome: Outcome,
    /// The same in words.
    pub outcome_text: String,
    /// The first round that mentions it.
    pub first: Option<u32>,
    /// The last round that mentions it.
    pub last: Option<u32>,
    /// What was done with it, in order.
    pub acts: Vec<ActReport>,
    /// Citations of everything that was done with it.
    pub refs: Vec<u32>,
}

/// One agreement at a round at which something happens.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct LifePoint {
    /// The round.
    pub round: u32,
    /// Whether the round mentions it; none where it does not state its agreements.
    pub mentioned: Option<bool>,
    /// Its status at the end of the round, and of those after it up to the next point.
    pub status: Option<Status>,
    /// The step of the picture.
    pub step: Option<Step>,
    /// Its status, or that the round does not mention it.
    pub text: Arc<str>,
    /// Where the round mentions it.
    pub file: Option<Place>,
}

/// One agreement at one round.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct LifeCell {
    /// The round.
    pub round: u32,
    /// `Round 2`.
    pub label: Arc<str>,
    /// Whether anything was recorded of it by then.
    pub known: bool,
    /// Whether the round mentions it; none where it does not state its agreements.
    pub mentioned: Option<bool>,
    /// Its status at the end of the round.
    pub status: Option<Status>,
    /// The step of the picture.
    pub step: Option<Step>,
    /// For each of the five steps, whether it has reached it; empty outside the picture.
    pub steps: Vec<bool>,
    /// Its status, or that the round does not mention it; empty before it was known.
    pub text: Arc<str>,
    /// Where the round mentions it.
    pub file: Option<Place>,
}

terms! {
    /// What became of an agreement by the last round told of.
    Outcome {
        /// The last round is the first that mentions it.
        FirstNamed = "first-named",
        /// It stands further than when it was first mentioned.
        Advanced = "advanced",
        /// It is still mentioned, and stands where it did.
        Mentioned = "mentioned",
        /// It has ended, or was replaced.
        Ended = "ended",
        /// A later round passes it over.
        Silent = "silent",
        /// No round mentions it.
        Unmentioned = "unmentioned",
    }
}

/// What agreements are worth together, in one currency and of one nature.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct TotalReport {
    /// The currency, an ISO 4217 code.
    pub currency: String,
    /// The nature of the amounts; none where none is given.
    pub nature: Option<Nature>,
    /// The sum, an exact decimal; none where it is too large to hold.
    pub amount: Option<String>,
    /// The agreements that make it up.
    pub agreements: Vec<Named>,
    /// The sum in words, with the number of agreements.
    pub text: String,
    /// Citations of those agreements.
    pub refs: Vec<u32>,
}

/// Every agreement, in the order in which rounds first mention them.
pub(super) fn tracks<'e>(facts: &Facts<'e>, book: &mut Book<'e>) -> Vec<AgreementTrack> {
    let mut all: Vec<_> = facts.history.agreements.iter().collect();
    all.sort_by_key(|one| (one.standing, first_known(one), &one.id));
    let texts = &mut Texts::new();
    all.into_iter()
        .map(|one| AgreementTrack::of(facts, one, texts, book))
        .collect()
}

fn first_known(one: &AgreementHistory<'_>) -> Option<u32> {
    one.points.known_from()
}

impl AgreementTrack {
    fn of<'e>(
        facts: &Facts<'e>,
        one: &AgreementHistory<'e>,
        texts: &mut Texts,
        book: &mut Book<'e>,
    ) -> Self {
        let context = &facts.setting;
        let defined = Defined::of(context, &one.definition);
        let acts: Vec<_> = one
            .deeds
            .iter()
            .map(|deed| dated(context, deed, book))
            .collect();
        let status = one.status();
        let outcome = outcome(facts, one);
        Self {
            id: one.id.to_string(),
            title: context.names.agreement(&one.id),
            standing: one.standing,
            kind: defined.kind,
            kind_text: defined.kind_text,
            parties: defined.parties,
            sectors: defined.sectors,
            value: defined.value,
            points: points(facts, one, texts),
            status,
            status_text: status_text(context, status),
            outcome,
            outcome_text: context.term("outcome", outcome),
            first: one.first,
            last: one.last,
            refs: together(acts.iter().map(|act| &act.refs)),
            acts,
        }
    }
}

fn points(facts: &Facts<'_>, one: &AgreementHistory<'_>, texts: &mut Texts) -> Vec<LifePoint> {
    let first = one.points.first().and_then(|point| point.status);
    let mut before = first.filter(|_| one.standing);
    let turns = one.points.turns();
    let mut points = Vec::with_capacity(turns.size_hint().1.unwrap_or(0));
    for point in turns {
        let moved = point.status != before;
        let text = texts
            .entry((point.mentioned, point.status, moved))
            .or_insert_with(|| text(facts, point, moved).into());
        points.push(LifePoint {
            round: point.round,
            mentioned: point.mentioned,
            status: point.status,
            step: point.step,
            text: Arc::clone(text),
            file: mention(facts, point.round, &one.id),
        });
        before = point.status;
    }
    points
}

/// What points say, each said once: by whether the round mentions the agreement, its status, and
/// whether that moved.
type Texts = HashMap<(Option<bool>, Option<Status>, bool), Arc<str>>;

/// Where a round mentions an agreement.
fn mention(facts: &Facts<'_>, round: u32, id: &Id) -> Option<Place> {
    let context = &facts.setting;
    let entries = context.series.round(round)?.agreements.as_deref()?;
    let at = entries.binary_search_by(|entry| entry.id.cmp(id)).ok()?;
    Some(context.place(entries.get(at)?.mention.span))
}

/// What the cell of one round says; a status that moved between the rounds is said even where the
/// round does not mention the agreement.
fn text(facts: &Facts<'_>, point: AgreementPoint, moved: bool) -> String {
    let context = &facts.setting;
    match (point.mentioned, point.status) {
        (Some(true), None) => context.word("mentioned"),
        (Some(true), Some(status)) => context.term("status", status),
        (_, Some(status)) if moved => context.term("status", status),
        (Some(false), _) => context.word("not-mentioned"),
        (None, _) => context.word("presence-not-stated"),
    }
}

fn outcome(facts: &Facts<'_>, one: &AgreementHistory<'_>) -> Outcome {
    let at = |round: Option<u32>| {
        let point = round.and_then(|round| one.points.at(round));
        point.and_then(|point| point.status?.rung())
    };
    if one.status().is_some_and(Status::is_ending) {
        Outcome::Ended
    } else if one.last.is_none() {
        Outcome::Unmentioned
    } else if one.is_silent() {
        Outcome::Silent
    } else if one.first == Some(facts.history.as_of) && !one.standing {
        Outcome::FirstNamed
    } else if at(one.first) < one.status().and_then(Status::rung) {
        Outcome::Advanced
    } else {
        Outcome::Mentioned
    }
}

/// The sums that the record allows: one currency and one nature each.
pub(super) fn totals(facts: &Facts<'_>, tracks: &[AgreementTrack]) -> Vec<TotalReport> {
    let context = &facts.setting;
    let refs: HashMap<&str, &Vec<u32>> = tracks
        .iter()
        .map(|track| (track.id.as_str(), &track.refs))
        .collect();
    let totals = facts.history.totals.iter();
    totals
        .map(|total| {
            let money = total.amount.map(|amount| Money {
                amount,
                currency: total.currency,
                nature: total.nature,
            });
            let sum = money.map_or_else(
                || context.word("not-known"),
                |money| context.words.money(&money),
            );
            let count = total.agreements.len() as u64;
            let number = context.say("agreements", [("count", count.into())]);
            TotalReport {
                currency: total.currency.to_string(),
                nature: total.nature,
                amount: total.amount.map(|amount| amount.to_string()),
                agreements: total
                    .agreements
                    .iter()
                    .map(|id| Named {
                        id: id.to_string(),
                        title: context.names.agreement(id),
                    })
                    .collect(),
                text: context.say(
                    "labelled",
                    [("label", number.into()), ("value", sum.into())],
                ),
                refs: together(
                    total
                        .agreements
                        .iter()
                        .filter_map(|id| refs.get(id.as_str()).copied()),
                ),
            }
        })
        .collect()
}
