//! One agreement: what was done with it, and where it stands.

use super::context::{Context, Setting};
use super::definition::Defined;
use super::evidence::{Book, together};
use super::field::FieldReport;
use super::money::MoneyReport;
use super::phrase::Phrase;
use crate::acts::{Deed, Record};
use crate::compare::{AgreementChange, AgreementClass, Sides};
use crate::matching::{Entry, Ground};
use crate::model::agreement::{AgreementMention, AgreementType, Binding, Relation};
use crate::model::evidence::Evidence;
use crate::model::round::Round;
use crate::model::status::{Act, Status, Step};
use crate::span::Place;
use serde::Serialize;

/// What became of one agreement.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct AgreementReport {
    /// The agreement's id.
    pub id: String,
    /// What kind of change it is.
    pub class: AgreementClass,
    /// The same in words.
    pub class_text: String,
    /// Whether it stood before the first round.
    pub standing: bool,
    /// Whether it is first seen only because the earlier round has no list.
    pub first_in_record: bool,
    /// Its status as of each side's round.
    pub status: Sides<Option<Status>>,
    /// The same in words.
    pub status_text: Sides<String>,
    /// The step of the picture that each status falls under.
    pub step: Sides<Option<Step>>,
    /// What was done with it after the earlier round and up to the later one, in order.
    pub acts: Vec<ActReport>,
    /// Its name.
    pub title: Phrase,
    /// What kind of instrument it is.
    pub kind: Option<AgreementType>,
    /// The same in words.
    pub kind_text: Option<String>,
    /// Whether it binds.
    pub binding: Option<Binding>,
    /// Who made it.
    pub parties: Vec<Named>,
    /// The sectors it is about.
    pub sectors: Vec<Named>,
    /// What it is worth.
    pub value: Option<MoneyReport>,
    /// How it stands to other agreements.
    pub relations: Vec<RelationReport>,
    /// What is said of it differently on the two sides.
    pub fields: Vec<FieldReport>,
    /// The first round that names it.
    pub first_seen: Option<u32>,
    /// The last round before the later side that names it.
    pub last_seen: Option<u32>,
    /// Every round that names it, up to the later side.
    pub rounds: Vec<u32>,
    /// Why each side's mention is taken for the agreement.
    pub ground: Sides<Option<Ground>>,
    /// Where the round before names it.
    pub before: Option<Place>,
    /// Where the round after names it.
    pub after: Option<Place>,
    /// What the author remarks on each side.
    pub remarks: Sides<Option<Phrase>>,
    /// Citations on each side.
    pub refs: Sides<Vec<u32>>,
    /// Citations of both sides and of every act.
    pub all_refs: Vec<u32>,
}

/// One thing that was done with an agreement.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct ActReport {
    /// What was done.
    pub act: Act,
    /// The same in words.
    pub text: String,
    /// The round whose file records it; none for what stood before the first.
    pub round: Option<u32>,
    /// Whether it was outside the sessions.
    pub event: bool,
    /// When, as the record writes it; the round's date where the act has none.
    pub date: Option<String>,
    /// The same in words.
    pub date_text: String,
    /// Citations.
    pub refs: Vec<u32>,
    /// Where the record has it.
    pub file: Place,
}

/// An item by id and name.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct Named {
    /// The id.
    pub id: String,
    /// The name.
    pub title: Phrase,
}

/// How an agreement stands to another.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct RelationReport {
    /// How.
    pub relation: Relation,
    /// The same in words.
    pub text: String,
    /// The other agreement.
    pub other: Named,
}

/// The mention on one side, where there is one.
type Side<'e> = Option<Entry<'e, AgreementMention>>;

impl AgreementReport {
    /// Numbers what is cited of a change, in the order in which its report says it.
    pub(super) fn note<'e>(
        context: &Context<'e>,
        change: &AgreementChange<'e>,
        book: &mut Book<'e>,
    ) {
        for act in &change.acts {
            book.note(evidence(context, act));
        }
        for side in cited(context, change) {
            book.note(side.into_iter().flatten());
        }
    }

    /// The report of a change, what it cites being numbered.
    pub(super) fn of(context: &Context<'_>, change: &AgreementChange<'_>, book: &Book<'_>) -> Self {
        let place = |side: &Side<'_>| side.as_ref().map(|entry| context.place(entry.mention.span));
        let remark = |side: &Side<'_>| context.note(&side.as_ref()?.mention.evidence);
        let acts: Vec<_> = change
            .acts
            .iter()
            .map(|act| told(context, act, book.refs(evidence(context, act))))
            .collect();
        let [before, after] =
            cited(context, change).map(|side| book.refs(side.into_iter().flatten()));
        let refs = Sides { before, after };
        let definition = &change.definition;
        let defined = Defined::of(context, definition);
        let status = change.status;
        let all = acts.iter().map(|act| &act.refs);
        Self {
            id: change.id.to_string(),
            class: change.class,
            class_text: class_text(context, change),
            standing: change.standing,
            first_in_record: change.first_in_record,
            status,
            status_text: Sides {
                before: status_text(context, status.before),
                after: status_text(context, status.after),
            },
            step: Sides {
                before: status.before.and_then(Status::step),
                after: status.after.and_then(Status::step),
            },
            all_refs: together([&refs.before, &refs.after].into_iter().chain(all)),
            acts,
            title: context.names.agreement(&change.id),
            kind: defined.kind,
            kind_text: defined.kind_text,
            binding: definition.binding.as_ref().map(|binding| binding.value),
            parties: defined.parties,
            sectors: defined.sectors,
            value: defined.value,
            relations: change
                .relations
                .iter()
                .map(|(relation, other)| RelationReport {
                    relation: *relation,
                    text: context.term("relation", *relation),
                    other: Named {
                        id: other.to_string(),
                        title: context.names.agreement(other),
                    },
                })
                .collect(),
            fields: change
                .fields
                .iter()
                .map(|field| FieldReport::of(context, field))
                .collect(),
            first_seen: change.seen.first,
            last_seen: change.seen.last,
            rounds: change.seen.rounds.clone(),
            ground: Sides {
                before: change.sides.before.as_ref().map(|entry| entry.ground),
                after: change.sides.after.as_ref().map(|entry| entry.ground),
            },
            before: place(&change.sides.before),
            after: place(&change.sides.after),
            remarks: Sides {
                before: remark(&change.sides.before),
                after: remark(&change.sides.after),
            },
            refs,
        }
    }
}

/// What each side's mention of an agreement rests on.
fn cited<'e>(
    context: &Context<'e>,
    change: &AgreementChange<'e>,
) -> [Option<[&'e Evidence; 2]>; 2] {
    let Sides { before, after } = &change.sides;
    let cited = |side: &Side<'e>, round: Option<&'e Round>| {
        let mention = side.as_ref()?.mention;
        Some([&mention.evidence, &round?.evidence])
    };
    [
        cited(before, context.comparison.before),
        cited(after, Some(context.comparison.after)),
    ]
}

fn class_text(context: &Context<'_>, change: &AgreementChange<'_>) -> String {
    if change.first_in_record {
        context.word("agreement-first-in-record")
    } else {
        context.term("agreement", change.class)
    }
}

pub(super) fn status_text(context: &Setting<'_>, status: Option<Status>) -> String {
    match status {
        Some(status) => context.term("status", status),
        None => context.not_stated(),
    }
}

pub(super) fn dated<'e>(context: &Setting<'e>, deed: &Deed<'e>, book: &mut Book<'e>) -> ActReport {
    told(context, deed, book.cite(evidence(context, deed)))
}

/// What a deed rests on, from the narrowest map to the widest.
fn evidence<'e>(context: &Setting<'e>, deed: &Deed<'e>) -> [&'e Evidence; 3] {
    match deed.record {
        Record::Standing(mention, act) => {
            let dialogue = context.series.record.dialogue();
            [&act.evidence, &mention.evidence, &dialogue.evidence]
        }
        Record::Round(round, mention, act) => [&act.evidence, &mention.evidence, &round.evidence],
        Record::Event(round, event) => [&event.evidence, &round.evidence, &round.evidence],
    }
}

fn told(context: &Setting<'_>, deed: &Deed<'_>, refs: Vec<u32>) -> ActReport {
    let (round, date): (Option<&Round>, _) = match deed.record {
        Record::Standing(_, act) => (None, act.date.as_ref()),
        Record::Round(round, _, act) => (Some(round), act.date.as_ref().or(round.date.as_ref())),
        Record::Event(round, event) => (Some(round), event.date.as_ref()),
    };
    let date = date.map(|date| &date.value);
    ActReport {
        act: deed.act,
        text: context.term("act", deed.act),
        round: round.map(|round| round.number.value),
        event: matches!(deed.record, Record::Event(..)),
        date: date.map(|date| date.literal().to_owned()),
        date_text: date.map_or_else(|| context.not_stated(), |date| context.date(date)),
        refs,
        file: context.place(deed.span()),
    }
}
