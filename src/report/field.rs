//! What is said of an agreement differently on the two sides.

use super::context::{Context, Setting};
use super::item::WordingChange;
use super::money::{DifferenceReport, MoneyReport};
use super::phrase::{Line, Phrase};
use crate::compare::{FieldChange, Sides};
use crate::model::id::Id;
use crate::model::term::{Term, terms};
use serde::Serialize;

/// One field that the two sides give differently.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct FieldReport {
    /// Which field.
    pub field: Field,
    /// Its name in words.
    pub label: String,
    /// What each side gives, for readers.
    pub text: Sides<Line>,
    /// How a title changed, word by word.
    pub wording_change: Option<WordingChange>,
    /// How far a value moved.
    pub difference: Option<DifferenceReport>,
}

terms! {
    /// A field of an agreement.
    Field {
        /// Its name.
        Title = "title",
        /// Its kind of instrument.
        Type = "type",
        /// Whether it binds.
        Binding = "binding",
        /// Who made it.
        Parties = "parties",
        /// The sectors it is about.
        Sectors = "sectors",
        /// What it is worth.
        Value = "value",
        /// When something was done with it.
        Date = "date",
    }
}

impl FieldReport {
    pub(super) fn of(context: &Context<'_>, change: &FieldChange) -> Self {
        let own = |text: String| vec![Phrase::own(&text, context.lang())];
        let plain = |field, before: String, after: String| {
            let text = Sides {
                before: own(before),
                after: own(after),
            };
            Self::plain(context, field, text)
        };
        match change {
            FieldChange::Title(sides, wording) => Self {
                wording_change: WordingChange::of(context, wording),
                ..Self::plain(
                    context,
                    Field::Title,
                    Sides {
                        before: vec![context.phrase(&sides.before)],
                        after: vec![context.phrase(&sides.after)],
                    },
                )
            },
            FieldChange::Type(sides) => plain(
                Field::Type,
                context.term("type", sides.before),
                context.term("type", sides.after),
            ),
            FieldChange::Binding(sides) => plain(
                Field::Binding,
                context.term("binding", sides.before),
                context.term("binding", sides.after),
            ),
            FieldChange::Parties(sides) => {
                let line =
                    |ids: &[Id]| listed(context, ids.iter().map(|id| context.names.party(id)));
                let text = Sides {
                    before: line(&sides.before),
                    after: line(&sides.after),
                };
                Self::plain(context, Field::Parties, text)
            }
            FieldChange::Sectors(sides) => {
                let line =
                    |ids: &[Id]| listed(context, ids.iter().map(|id| context.names.sector(id)));
                let text = Sides {
                    before: line(&sides.before),
                    after: line(&sides.after),
                };
                Self::plain(context, Field::Sectors, text)
            }
            FieldChange::Value(sides, change) => Self {
                difference: change.as_ref().map(DifferenceReport::of),
                ..plain(
                    Field::Value,
                    MoneyReport::of(context, &sides.before).text,
                    MoneyReport::of(context, &sides.after).text,
                )
            },
            FieldChange::Date(act, sides) => Self {
                label: context.say("field-date-of", [("act", context.term("act", *act).into())]),
                ..Self::plain(
                    context,
                    Field::Date,
                    Sides {
                        before: vec![context.date_phrase(&sides.before)],
                        after: vec![context.date_phrase(&sides.after)],
                    },
                )
            },
        }
    }

    fn plain(context: &Context<'_>, field: Field, text: Sides<Line>) -> Self {
        Self {
            field,
            label: context.word(&format!("field-{}", field.as_str())),
            text,
            wording_change: None,
            difference: None,
        }
    }
}

/// Names as a list in words.
pub(super) fn listed(context: &Setting<'_>, names: impl Iterator<Item = Phrase>) -> Line {
    let names: Vec<_> = names.collect();
    if names.is_empty() {
        vec![Phrase::own(&context.not_stated(), context.lang())]
    } else {
        context.line("listed", [("items", names.into())])
    }
}
