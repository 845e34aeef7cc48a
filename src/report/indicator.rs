//! Figures that the rounds quote.

use super::context::Context;
use super::evidence::{Book, together};
use super::money::DifferenceReport;
use super::phrase::Phrase;
use crate::compare::{IndicatorChange, Sides};
use crate::model::round::{Indicator, Round};
use crate::span::Place;
use serde::Serialize;

/// One figure on both sides.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct IndicatorReport {
    /// What is measured.
    pub id: String,
    /// Its name.
    pub title: Phrase,
    /// The figure on each side.
    pub figures: Sides<Option<FigureReport>>,
    /// The figures in words, or that they are not stated.
    pub text: Sides<String>,
    /// How far it moved, where the unit is the same.
    pub difference: Option<DifferenceReport>,
    /// Citations of both sides.
    pub refs: Vec<u32>,
}

/// A figure with its unit and the time that it is about.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct FigureReport {
    /// The figure, an exact decimal.
    pub value: String,
    /// The unit.
    pub unit: Option<String>,
    /// The time that it is about, as the record writes it.
    pub period: Option<String>,
    /// Where the record has it.
    pub file: Place,
}

impl IndicatorReport {
    pub(super) fn of<'e>(
        context: &Context<'e>,
        change: &IndicatorChange<'e>,
        book: &mut Book<'e>,
    ) -> Self {
        let Sides { before, after } = change.sides;
        let mut cite =
            |figure: Option<&'e Indicator>, round: Option<&'e Round>| match (figure, round) {
                (Some(figure), Some(round)) => book.cite([&figure.evidence, &round.evidence]),
                _ => Vec::new(),
            };
        let first = cite(before, context.comparison.before);
        let second = cite(after, Some(context.comparison.after));
        let title = [after, before]
            .into_iter()
            .flatten()
            .find_map(|one| one.title.as_ref());
        Self {
            id: change.id.to_string(),
            title: match title {
                Some(title) => context.phrase(title),
                None => Phrase::id(change.id.as_str(), context.lang()),
            },
            figures: Sides {
                before: before.map(|one| figure(context, one)),
                after: after.map(|one| figure(context, one)),
            },
            text: Sides {
                before: text(context, before),
                after: text(context, after),
            },
            difference: change.change.as_ref().map(DifferenceReport::of),
            refs: together([&first, &second]),
        }
    }
}

fn figure(context: &Context<'_>, one: &Indicator) -> FigureReport {
    FigureReport {
        value: one.value.value.to_string(),
        unit: one.unit.as_deref().map(str::to_owned),
        period: one
            .period
            .as_ref()
            .map(|period| period.value.literal().to_owned()),
        file: context.place(one.span),
    }
}

fn text(context: &Context<'_>, one: Option<&Indicator>) -> String {
    let Some(one) = one else {
        return context.not_stated();
    };
    let mut text = context.words.decimal(&one.value.value, 0);
    if let Some(unit) = &one.unit {
        text = context.say(
            "figure-unit",
            [("figure", text.into()), ("unit", unit.to_string().into())],
        );
    }
    match &one.period {
        Some(period) => {
            let period = context.date(&period.value);
            context.say(
                "figure-period",
                [("figure", text.into()), ("period", period.into())],
            )
        }
        None => text,
    }
}
