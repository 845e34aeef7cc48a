//! One list of both rounds: what is on which side, in groups.

use super::context::{Context, count};
use super::evidence::{Book, together};
use super::headline::capitalised;
use super::item::{GroupKind, Placed, all_refs, note};
use super::phrase::{Line, Phrase};
use crate::compare::{Action, Class, ItemChange, ListChanges, Sides};
use crate::matching::Entry;
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
    /// The report of a list, what it cites being numbered; its groups are without their items,
    /// and `wordings` is empty.
    pub(super) fn of(
        context: &Context<'_>,
        list: ListKind,
        changes: &ListChanges<'_>,
        items: &[Placed<'_>],
        named: Vec<GroupItem>,
        book: &Book<'_>,
    ) -> Self {
        let counts = Counts::of(changes, items);
        let Sides { before, after } = changes.stated;
        let added: Vec<_> = GroupKind::ALL
            .iter()
            .filter(|kind| icon(**kind) == "a" || icon(**kind) == "r")
            .map(|kind| group(context, *kind, items, book))
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
            removed: group(context, ended, items, book),
            kept: group(context, GroupKind::Kept, items, book),
            wordings: Vec::new(),
        }
    }

    /// Every group, with where it is in the list's report.
    pub(super) fn groups(&self) -> Vec<(String, GroupKind)> {
        let added = self.added.iter().enumerate();
        let mut groups: Vec<_> = added
            .map(|(at, group)| (format!("added/{at}"), group.group))
            .collect();
        groups.push(("removed".to_owned(), self.removed.group));
        groups.push(("kept".to_owned(), self.kept.group));
        groups
    }

    /// Every group, to be filled.
    pub(super) fn groups_mut(&mut self) -> impl Iterator<Item = &mut GroupReport> {
        let others = [&mut self.removed, &mut self.kept];
        self.added.iter_mut().chain(others)
    }
}

impl Counts {
    fn of(changes: &ListChanges<'_>, items: &[Placed<'_>]) -> Self {
        let number = |test: &dyn Fn(&Placed<'_>) -> bool| {
            items.iter().filter(|one| test(one)).count() as u64
        };
        let is = |action: Action| number(&|one| one.change.action == action);
        let group = |group: GroupKind| number(&|one| one.group == group);
        let named = |stated: bool, side: &[_]| stated.then_some(count(side));
        Self {
            before: named(changes.stated.before, &changes.named.before),
            after: named(changes.stated.after, &changes.named.after),
            kept: is(Action::Kept),
            added: is(Action::Added),
            removed: is(Action::Removed),
            resumed: group(GroupKind::Resumed),
            first_named: group(GroupKind::FirstNamed),
            between: group(GroupKind::Between),
            reworded: number(&|one| one.change.class == Class::Reworded),
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

/// The changes of a group: they stand together.
pub(super) fn of_group<'p, 'c>(items: &'p [Placed<'c>], kind: GroupKind) -> &'p [Placed<'c>] {
    let start = items.partition_point(|one| one.group < kind);
    let end = items.partition_point(|one| one.group <= kind);
    &items[start..end]
}

fn group(
    context: &Context<'_>,
    kind: GroupKind,
    items: &[Placed<'_>],
    book: &Book<'_>,
) -> GroupReport {
    let of_kind = of_group(items, kind);
    let refs: Vec<_> = of_kind
        .iter()
        .map(|one| all_refs(context, one.change, book))
        .collect();
    GroupReport {
        group: kind,
        icon: icon(kind),
        sign: match icon(kind) {
            "e" => "−",
            "k" => "=",
            _ => "+",
        },
        count: count(of_kind),
        label: label(context, kind, of_kind),
        items: Vec::new(),
        refs: together(&refs),
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

fn label(context: &Context<'_>, kind: GroupKind, items: &[Placed<'_>]) -> String {
    let round = |number: u32| context.round_label(number);
    match kind {
        GroupKind::FirstNamed if items.iter().all(|one| one.change.seen.certain) => {
            context.word("group-first-time")
        }
        GroupKind::Resumed => {
            let mut rounds = items.iter().filter_map(|one| one.change.seen.last);
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
    /// A change as an item of its group, what it cites being numbered.
    pub(super) fn of(
        context: &Context<'_>,
        list: ListKind,
        change: &ItemChange<'_>,
        book: &Book<'_>,
    ) -> Self {
        let Sides { before, after } = &change.sides;
        let entry = after.as_ref().or(before.as_ref());
        Self {
            id: change.id.to_string(),
            title: context.names.item(list, &change.id),
            note: note(context, list, change),
            refs: all_refs(context, change, book),
            file: entry.map(|entry| context.place(entry.mention.span)),
        }
    }
}

impl WordingRow {
    /// The wordings of an item on both sides, where they are given.
    pub(super) fn of(context: &Context<'_>, list: ListKind, change: &ItemChange<'_>) -> Self {
        let phrase = |side: &Option<Entry<'_>>| {
            let wording = side.as_ref()?.wording.as_ref()?;
            Some(context.phrase(wording))
        };
        Self {
            id: change.id.to_string(),
            title: context.names.item(list, &change.id),
            before: phrase(&change.sides.before),
            after: phrase(&change.sides.after),
        }
    }

    /// Whether an item is on both sides and either gives its wording.
    pub(super) fn is_of(change: &ItemChange<'_>) -> bool {
        let Sides { before, after } = &change.sides;
        let given =
            |side: &Option<Entry<'_>>| side.as_ref().is_some_and(|one| one.wording.is_some());
        change.action == Action::Kept && (given(before) || given(after))
    }
}
