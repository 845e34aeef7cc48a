//! One list of both rounds: what is on which side, in groups.

use super::context::{Context, count};
use super::evidence::together;
use super::headline::capitalised;
use super::item::{GroupKind, ItemReport};
use super::phrase::{Line, Phrase};
use crate::compare::{Action, Class, ListChanges, Sides};
use crate::model::round::ListKind;
use crate::model::term::Term;
use crate::span::Place;
use serde::Serialize;

/// What became of one list as a whole.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct ListReport {
    /// Which list.
    pub list: ListKind,
    /// Its name in words.
    pub title: String,
    /// Whether each side has the list at all.
    pub stated: Sides<bool>,
    /// Whether both have, so that they compare.
    pub compared: bool,
    /// Whether neither has.
    pub silent: bool,
    /// Whether nothing differs.
    pub same: bool,
    /// How many of each kind.
    pub counts: Counts,
    /// The finding of the list as a heading.
    pub heading: String,
    /// What each side has, in words, such as `9 sectors` or `not stated`.
    pub totals: Sides<String>,
    /// What is named where only one side has the list.
    pub named: Vec<GroupItem>,
    /// The groups of what is only in *after*.
    pub added: Vec<GroupReport>,
    /// How many those are together, in words.
    pub added_text: String,
    /// What is only in *before*.
    pub removed: GroupReport,
    /// What is on both sides.
    pub kept: GroupReport,
    /// What is on both sides under wordings that the rounds give.
    pub wordings: Vec<WordingRow>,
}

/// How many items of a list there are of each kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct Counts {
    /// On the side of *before*; none where it does not state the list.
    pub before: Option<u64>,
    /// On the side of *after*.
    pub after: Option<u64>,
    /// On both.
    pub kept: u64,
    /// Only in *after*.
    pub added: u64,
    /// Only in *before*.
    pub removed: u64,
    /// Added, and named in an earlier round before *before*.
    pub resumed: u64,
    /// Added, and in no earlier round of the record.
    pub first_named: u64,
    /// Added, and first named in a round between the two.
    pub between: u64,
    /// Kept, under another wording.
    pub reworded: u64,
    /// On either side.
    pub union: u64,
}

/// Items that share a fate.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct GroupReport {
    /// Which fate.
    pub group: GroupKind,
    /// One letter that names its picture: `e` ended, `k` kept, `a` added, `r` returning.
    pub icon: &'static str,
    /// Its sign before a number: `+`, `−` or `=`.
    pub sign: &'static str,
    /// How many.
    pub count: u64,
    /// What they share, in words.
    pub label: String,
    /// The items.
    pub items: Vec<GroupItem>,
    /// Citations of them all.
    pub refs: Vec<u32>,
}

/// One item of a group.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct GroupItem {
    /// The item's id.
    pub id: String,
    /// Its name.
    pub title: Phrase,
    /// What to know besides.
    pub note: Line,
    /// Citations.
    pub refs: Vec<u32>,
    /// Where the record has it: in *after*, or else in *before*.
    pub file: Option<Place>,
}

/// One item's wording on both sides.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct WordingRow {
    /// The item's id.
    pub id: String,
    /// Its name.
    pub title: Phrase,
    /// The wording before.
    pub before: Option<Phrase>,
    /// The wording after.
    pub after: Option<Phrase>,
}

impl ListReport {
    pub(super) fn of(
        context: &Context<'_>,
        list: ListKind,
        changes: &ListChanges<'_>,
        items: &[ItemReport],
        named: Vec<GroupItem>,
    ) -> Self {
        let counts = Counts::of(changes, items);
        let Sides { before, after } = changes.stated;
        let added: Vec<_> = GroupKind::ALL
            .iter()
            .filter(|kind| icon(**kind) == "a" || icon(**kind) == "r")
            .map(|kind| group(context, *kind, items))
            .filter(|group| group.count > 0)
            .collect();
        let reversed = context.comparison.reversed;
        let ended = if reversed {
            GroupKind::OnlyBefore
        } else {
            GroupKind::Removed
        };
        let total = |count: Option<u64>| match count {
            Some(count) => context.say(list.as_str(), [("count", count.into())]),
            None => context.not_stated(),
        };
        Self {
            list,
            title: context.term("list", list),
            stated: changes.stated,
            compared: before && after,
            silent: !before && !after,
            same: before && after && counts.added + counts.removed == 0,
            heading: heading(context, list, counts.kept),
            totals: Sides {
                before: total(counts.before),
                after: total(counts.after),
            },
            counts,
            named,
            added,
            added_text: context.word(if reversed {
                "label-only"
            } else {
                "label-added"
            }),
            removed: group(context, ended, items),
            kept: group(context, GroupKind::Kept, items),
            wordings: items.iter().filter_map(wording).collect(),
        }
    }
}

impl Counts {
    fn of(changes: &ListChanges<'_>, items: &[ItemReport]) -> Self {
        let number = |test: &dyn Fn(&ItemReport) -> bool| {
            items.iter().filter(|one| test(one)).count() as u64
        };
        let named = |stated: bool, side: &[_]| stated.then_some(count(side));
        Self {
            before: named(changes.stated.before, &changes.named.before),
            after: named(changes.stated.after, &changes.named.after),
            kept: number(&|one| one.action == Action::Kept),
            added: number(&|one| one.action == Action::Added),
            removed: number(&|one| one.action == Action::Removed),
            resumed: number(&|one| one.group == GroupKind::Resumed),
            first_named: number(&|one| one.group == GroupKind::FirstNamed),
            between: number(&|one| one.group == GroupKind::Between),
            reworded: number(&|one| one.class == Class::Reworded),
            union: items.len() as u64,
        }
    }
}

fn heading(context: &Context<'_>, list: ListKind, kept: u64) -> String {
    if kept == 0 {
        return context.word("heading-kept-none");
    }
    let key = format!("heading-kept-{}", list.as_str());
    capitalised(&context.say(
        &key,
        [("count", kept.into()), ("number", context.small(kept))],
    ))
}

fn group(context: &Context<'_>, kind: GroupKind, items: &[ItemReport]) -> GroupReport {
    let of_kind: Vec<_> = items.iter().filter(|one| one.group == kind).collect();
    let refs = together(of_kind.iter().map(|one| &one.all_refs));
    GroupReport {
        group: kind,
        icon: icon(kind),
        sign: match icon(kind) {
            "e" => "−",
            "k" => "=",
            _ => "+",
        },
        count: count(&of_kind),
        label: label(context, kind, &of_kind),
        items: of_kind.into_iter().map(GroupItem::of).collect(),
        refs,
    }
}

fn icon(kind: GroupKind) -> &'static str {
    match kind {
        GroupKind::FirstNamed | GroupKind::Between | GroupKind::OnlyAfter => "a",
        GroupKind::Resumed => "r",
        GroupKind::Removed | GroupKind::OnlyBefore => "e",
        GroupKind::Kept => "k",
    }
}

fn label(context: &Context<'_>, kind: GroupKind, items: &[&ItemReport]) -> String {
    let round = |number: u32| context.round_label(number);
    match kind {
        GroupKind::FirstNamed if items.iter().all(|one| one.certain) => {
            context.word("group-first-time")
        }
        GroupKind::Resumed => {
            let mut rounds = items.iter().filter_map(|one| one.last_seen);
            let first = rounds.next();
            let one = first.filter(|first| rounds.all(|other| other == *first));
            match one {
                Some(number) => {
                    let when = context.year(number).unwrap_or_else(|| round(number));
                    context.say("group-resumed-from", [("when", when.into())])
                }
                None => context.word("group-resumed"),
            }
        }
        GroupKind::OnlyAfter | GroupKind::OnlyBefore => {
            let round = context.only(kind == GroupKind::OnlyAfter);
            context.say("group-only", [("round", round.into())])
        }
        _ => context.term("group", kind),
    }
}

impl GroupItem {
    fn of(item: &ItemReport) -> Self {
        Self {
            id: item.id.clone(),
            title: item.title.clone(),
            note: item.note.clone(),
            refs: item.all_refs.clone(),
            file: item.after.clone().or_else(|| item.before.clone()),
        }
    }
}

fn wording(item: &ItemReport) -> Option<WordingRow> {
    let Sides { before, after } = &item.wording;
    let given = item.action == Action::Kept && (before.is_some() || after.is_some());
    given.then(|| WordingRow {
        id: item.id.clone(),
        title: item.title.clone(),
        before: before.clone(),
        after: after.clone(),
    })
}
