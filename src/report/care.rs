//! Read with care: how the counts depend on what is taken for one thing.

use super::context::{Context, count};
use super::headline::capitalised;
use super::item::Placed;
use super::list::Counts;
use super::phrase::Phrase;
use crate::compare::{Action, Class, ItemChange, Sides};
use crate::model::round::ListKind;
use crate::model::term::Term;
use crate::span::Place;
use serde::Serialize;

/// The pairs of one list that may be one item under two names.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct CareReport {
    /// The list.
    pub list: ListKind,
    /// How many pairs there are, as a sentence.
    pub heading: String,
    /// What the counts become if every pair is one item.
    pub all: Renamed,
    /// The same as a sentence.
    pub all_text: String,
    /// The pairs.
    pub pairs: Vec<CarePair>,
}

/// The counts of a list once pairs are taken for one item.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct Renamed {
    /// On both sides.
    pub kept: u64,
    /// Only in *after*.
    pub added: u64,
    /// Only in *before*.
    pub removed: u64,
}

/// Two items that may be one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct CarePair {
    /// Why they may be.
    pub class: Class,
    /// The same in words.
    pub class_text: String,
    /// The ids.
    pub ids: Sides<String>,
    /// The names.
    pub titles: Sides<Phrase>,
    /// What the counts become if these two are one.
    pub counts: Renamed,
    /// How they would change, in words.
    pub effect: String,
    /// The item to add the line to: the one of the later round.
    pub add_to: String,
    /// The line to add, to say that they are one.
    pub line: String,
    /// Where that item stands.
    pub file: Option<Place>,
}

impl CareReport {
    /// Nothing where the list has no such pair.
    pub(super) fn of(
        context: &Context<'_>,
        list: ListKind,
        counts: &Counts,
        items: &[Placed<'_>],
        changes: &[ItemChange<'_>],
    ) -> Option<Self> {
        let added = items.iter().map(|one| one.change);
        let added = added.filter(|change| change.action == Action::Added);
        let pairs: Vec<_> = added
            .filter_map(|after| {
                let with = after.with.as_ref()?;
                let at = changes.binary_search_by(|one| one.id.cmp(with)).ok()?;
                Some(pair(context, list, counts, &changes[at], after))
            })
            .collect();
        let number = count(&pairs);
        let all = Renamed::of(counts, number);
        (number > 0).then(|| Self {
            list,
            heading: capitalised(&context.say(
                "care-heading",
                [("count", number.into()), ("number", context.small(number))],
            )),
            all,
            all_text: context.say(
                &format!("care-all-{}", list.as_str()),
                [
                    ("kept", all.kept.into()),
                    ("removed", all.removed.into()),
                    ("added", all.added.into()),
                ],
            ),
            pairs,
        })
    }
}

impl Renamed {
    fn of(counts: &Counts, pairs: u64) -> Self {
        Self {
            kept: counts.kept + pairs,
            added: counts.added.saturating_sub(pairs),
            removed: counts.removed.saturating_sub(pairs),
        }
    }
}

fn pair(
    context: &Context<'_>,
    list: ListKind,
    counts: &Counts,
    before: &ItemChange<'_>,
    after: &ItemChange<'_>,
) -> CarePair {
    let renamed = Renamed::of(counts, 1);
    let (older, newer, file) = if context.comparison.reversed {
        (after, before, &before.sides.before)
    } else {
        (before, after, &after.sides.after)
    };
    CarePair {
        class: after.class,
        class_text: context.term("class", after.class),
        ids: Sides {
            before: before.id.to_string(),
            after: after.id.to_string(),
        },
        titles: Sides {
            before: context.names.item(list, &before.id),
            after: context.names.item(list, &after.id),
        },
        counts: renamed,
        effect: context.say(
            "care-effect",
            [
                ("kept", renamed.kept.into()),
                ("removed", renamed.removed.into()),
                ("added", renamed.added.into()),
            ],
        ),
        line: format!("continues: {}", older.id),
        add_to: newer.id.to_string(),
        file: file.as_ref().map(|entry| context.place(entry.mention.span)),
    }
}
