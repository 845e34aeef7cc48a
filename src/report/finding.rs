//! Findings, as sentences.

use super::context::{Arg, Context};
use super::phrase::{Line, joined};
use crate::findings::{Argument, Finding};
use crate::model::date::Days;
use crate::model::id::Id;
use crate::span::Place;
use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Serialize;

/// One conclusion.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct FindingReport {
    /// The rule.
    pub id: String,
    /// How much it matters, from 1.
    pub priority: u8,
    /// The facts in the sentence, by name.
    pub arguments: IndexMap<String, ArgumentReport>,
    /// A hash of the rule and its arguments, free of wording and line numbers.
    pub fingerprint: String,
    /// The sentence.
    pub text: String,
    /// The same in pieces.
    pub line: Line,
    /// The places in the files that it rests on.
    pub files: Vec<Place>,
}

/// A fact in a finding.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum ArgumentReport {
    /// A count, or a round by number.
    Number(u64),
    /// An item by id.
    Id(String),
    /// Items by id.
    Ids(Vec<String>),
    /// A number of days.
    Days(Days),
}

impl FindingReport {
    pub(super) fn of(context: &Context<'_>, finding: &Finding) -> Self {
        let spoken = finding.arguments.iter();
        let spoken = spoken.map(|(name, argument)| (*name, said(context, argument)));
        let key = format!("finding-{}", finding.rule);
        let line = context.line_of(&key, spoken.collect());
        let arguments = finding.arguments.iter();
        Self {
            id: finding.rule.to_owned(),
            priority: finding.priority,
            arguments: arguments
                .map(|(name, argument)| ((*name).to_owned(), ArgumentReport::of(argument)))
                .collect(),
            fingerprint: finding.fingerprint.clone(),
            text: joined(&line),
            line,
            files: finding
                .rests_on
                .iter()
                .map(|span| context.place(*span))
                .collect(),
        }
    }
}

fn said(context: &Context<'_>, argument: &Argument) -> Arg {
    match argument {
        Argument::Count(count) => (*count).into(),
        Argument::Round(round) => context.round_label(*round).into(),
        Argument::Sector(id) => context.names.sector(id).into(),
        Argument::Sectors(ids) => {
            let names: Vec<_> = ids.iter().map(|id| context.names.sector(id)).collect();
            names.into()
        }
        Argument::Agreement(id) => context.names.agreement(id).into(),
        Argument::Commitment(id) => context.names.commitment(id).into(),
        Argument::Days(days) => context.days(*days).into(),
    }
}

impl ArgumentReport {
    fn of(argument: &Argument) -> Self {
        match argument {
            Argument::Count(count) => Self::Number(*count),
            Argument::Round(round) => Self::Number((*round).into()),
            Argument::Sector(id) | Argument::Agreement(id) | Argument::Commitment(id) => {
                Self::Id(id.to_string())
            }
            Argument::Sectors(ids) => Self::Ids(ids.iter().map(Id::to_string).collect()),
            Argument::Days(days) => Self::Days(*days),
        }
    }
}
