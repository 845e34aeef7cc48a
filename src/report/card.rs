//! Cards: agreements and commitments side by side, in the order in which they are read.

use super::agreement::AgreementReport;
use super::commitment::CommitmentReport;
use super::context::{Context, count};
use super::field::listed;
use super::phrase::{Line, Phrase};
use crate::compare::{AgreementChange, AgreementClass, CommitmentState};
use crate::model::round::Round;
use crate::model::status::Step;
use crate::model::term::{Term, terms};
use crate::span::Place;
use serde::Serialize;

/// Cards under one heading.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct CardGroup {
    /// The heading.
    pub heading: String,
    /// How many there are.
    pub count: u64,
    /// The cards.
    pub cards: Vec<Card>,
}

/// One agreement or commitment, for the page.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct Card {
    /// The item's id.
    pub id: String,
    /// How the card looks.
    pub tone: Tone,
    /// What became of it, in a few words.
    pub badge: String,
    /// Its name.
    pub title: Phrase,
    /// Kind, parties and value, or when it was promised.
    pub meta: Vec<Line>,
    /// What it is worth, in words.
    pub value: Option<String>,
    /// The five steps, for an agreement that is on one.
    pub steps: Vec<StepReport>,
    /// Where it stands now, in words.
    pub stage: String,
    /// The step and the number of steps, for those who do not see the picture.
    pub stage_label: String,
    /// Where it stood at *before*, in words; empty where it was not there.
    pub before: String,
    /// What *after* records of it, in words.
    pub after: Phrase,
    /// More to say.
    pub note: Line,
    /// What is said of it differently on the two sides.
    pub changes: Vec<Line>,
    /// The author's remark.
    pub remark: Option<Phrase>,
    /// Citations.
    pub refs: Vec<u32>,
    /// Where the record has it.
    pub file: Option<Place>,
}

/// One of the five steps.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct StepReport {
    /// Which.
    pub step: Step,
    /// Its name.
    pub text: String,
    /// Whether the agreement has reached it.
    pub reached: bool,
}

terms! {
    /// How a card looks.
    Tone {
        /// Something new, or moved on.
        New = "new",
        /// Carried on as it was.
        Kept = "kept",
        /// Not mentioned again.
        Silent = "silent",
        /// Not stated by the later round.
        NotStated = "not-stated",
    }
}

/// What a card is made of.
#[derive(Clone, Copy)]
pub(super) enum Subject {
    /// An agreement, by its place among those of the report.
    Agreement(usize),
    /// A commitment likewise.
    Commitment(usize),
}

/// What the later side brought, and what became of what was open before: groups that are without
/// their cards, and what those are made of.
pub(super) fn groups(
    context: &Context<'_>,
    agreements: &[&AgreementChange<'_>],
    commitments: &[CommitmentReport],
) -> Vec<(CardGroup, Vec<Subject>)> {
    let comparison = context.comparison;
    let (earlier, later) = if comparison.reversed {
        (
            Some(comparison.after),
            comparison.before.unwrap_or(comparison.after),
        )
    } else {
        (comparison.before, comparison.after)
    };
    let made = |one: &CommitmentReport| {
        let first = earlier.map(|round| round.number.value);
        match one.made_in {
            number if number == later.number.value => Made::Later,
            number if first.is_some_and(|first| number > first) => Made::Between,
            _ => Made::Earlier,
        }
    };
    let agreements = |outcome: bool| {
        let all = agreements.iter().enumerate();
        let some = all.filter(move |(_, one)| is_outcome(one.class) == outcome);
        some.map(|(at, _)| Subject::Agreement(at))
    };
    let commitments = |when: Made| {
        let all = commitments.iter().enumerate();
        let some = all.filter(move |(_, one)| made(one) == when);
        some.map(|(at, _)| Subject::Commitment(at))
    };
    let label = |key: &str, round: &Round| {
        context.say(
            key,
            [("round", context.round_label(round.number.value).into())],
        )
    };
    let followed = match earlier {
        Some(earlier) => label("cards-followed", earlier),
        None => context.word("cards-standing"),
    };
    let groups: [(String, Vec<Subject>); 3] = [
        (
            label("cards-outcomes", later),
            agreements(true).chain(commitments(Made::Later)).collect(),
        ),
        (
            context.word("cards-between"),
            commitments(Made::Between).collect(),
        ),
        (
            followed,
            commitments(Made::Earlier)
                .chain(agreements(false))
                .collect(),
        ),
    ];
    groups
        .into_iter()
        .filter(|(_, subjects)| !subjects.is_empty())
        .map(|(heading, subjects)| {
            let group = CardGroup {
                heading,
                count: count(&subjects),
                cards: Vec::new(),
            };
            (group, subjects)
        })
        .collect()
}

/// When a commitment was made, of the two rounds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Made {
    /// By the earlier.
    Earlier,
    /// After the earlier and before the later.
    Between,
    /// At the later.
    Later,
}

fn is_outcome(class: AgreementClass) -> bool {
    !matches!(
        class,
        AgreementClass::Unchanged
            | AgreementClass::Referenced
            | AgreementClass::Silent
            | AgreementClass::NotStated
    )
}

/// The card of an agreement.
pub(super) fn agreement(context: &Context<'_>, one: &AgreementReport) -> Card {
    let mut meta = Vec::new();
    if let Some(kind) = &one.kind_text {
        meta.push(vec![Phrase::own(kind, context.lang())]);
    }
    if !one.parties.is_empty() {
        meta.push(listed(
            context,
            one.parties.iter().map(|party| party.title.clone()),
        ));
    }
    if let Some(value) = &one.value {
        meta.push(vec![Phrase::own(&value.text, context.lang())]);
    }
    let after = context.comparison.after.number.value;
    let last = one.acts.last();
    let after_text = match (one.class, last) {
        _ if context.comparison.reversed => one
            .status
            .after
            .map_or_else(String::new, |_| one.status_text.after.clone()),
        (AgreementClass::NotStated, _) => context.not_stated(),
        (AgreementClass::Silent, _) | (_, None) => context.word("not-mentioned"),
        (_, Some(act)) => act.text.clone(),
    };
    Card {
        id: one.id.clone(),
        tone: match one.class {
            AgreementClass::Silent => Tone::Silent,
            AgreementClass::NotStated => Tone::NotStated,
            class if is_outcome(class) => Tone::New,
            _ => Tone::Kept,
        },
        badge: one.class_text.clone(),
        title: one.title.clone(),
        meta,
        value: one.value.as_ref().map(|value| value.text.clone()),
        steps: steps(context, one.step.after),
        stage: one.status_text.after.clone(),
        stage_label: stage_label(context, one),
        before: one
            .status
            .before
            .map_or_else(String::new, |_| one.status_text.before.clone()),
        after: Phrase::own(&after_text, context.lang()),
        note: if one.class == AgreementClass::Silent {
            context.line(
                "agreement-silent-note",
                [("round", context.round_label(after).into())],
            )
        } else {
            Line::new()
        },
        changes: one
            .fields
            .iter()
            .map(|field| {
                let mut line =
                    context.line("field-change", [("field", field.label.clone().into())]);
                line.extend(field.text.before.iter().cloned());
                line.extend(context.line("field-change-to", []));
                line.extend(field.text.after.iter().cloned());
                line
            })
            .collect(),
        // What an earlier round remarked is no news of the later one.
        remark: one.remarks.after.clone(),
        refs: one.all_refs.clone(),
        file: one.after.clone().or_else(|| one.before.clone()),
    }
}

fn stage_label(context: &Context<'_>, one: &AgreementReport) -> String {
    match one.step.after {
        Some(step) => {
            let number = Step::ALL
                .iter()
                .position(|known| *known == step)
                .unwrap_or_default();
            context.say(
                "stage-label",
                [
                    ("stage", one.status_text.after.clone().into()),
                    ("step", (number as u64 + 1).into()),
                ],
            )
        }
        None => one.status_text.after.clone(),
    }
}

fn steps(context: &Context<'_>, reached: Option<Step>) -> Vec<StepReport> {
    let all = Step::ALL.iter().filter(|_| reached.is_some());
    all.map(|step| StepReport {
        step: *step,
        text: context.term("step", *step),
        reached: Some(*step) <= reached,
    })
    .collect()
}

/// The card of a commitment.
pub(super) fn commitment(context: &Context<'_>, one: &CommitmentReport) -> Card {
    let made = context.line(
        "commitment-made",
        [("round", context.round_label(one.made_in).into())],
    );
    let mut meta = vec![made];
    if !one.owners.is_empty() {
        meta.push(listed(
            context,
            one.owners.iter().map(|owner| owner.title.clone()),
        ));
    }
    let silent = matches!(
        one.state,
        Some(CommitmentState::Silent | CommitmentState::Overdue)
    );
    let late = one.late_text.as_ref();
    let result = |key: &str, days: &String| {
        context.say(
            key,
            [
                ("state", one.state_text.clone().into()),
                ("days", days.clone().into()),
            ],
        )
    };
    Card {
        id: one.id.clone(),
        tone: match one.state {
            _ if silent => Tone::Silent,
            _ if one.state_before.is_none() => Tone::New,
            _ => Tone::Kept,
        },
        badge: late.map_or_else(|| one.state_text.clone(), |days| result("state-late", days)),
        title: one.title.clone(),
        meta,
        value: None,
        steps: Vec::new(),
        stage: one.state_text.clone(),
        stage_label: one.state_text.clone(),
        before: one
            .state_before
            .map_or_else(String::new, |_| one.state_before_text.clone()),
        after: one
            .delivered_text
            .clone()
            .unwrap_or_else(|| Phrase::own(&one.state_text, context.lang())),
        note: one.note.clone(),
        changes: one
            .venue_text
            .iter()
            .map(|text| vec![Phrase::own(text, context.lang())])
            .collect(),
        remark: None,
        refs: one.refs.clone(),
        file: one.after.clone().or_else(|| one.before.clone()),
    }
}
