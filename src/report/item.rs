//! One sector, topic, programme or body.

use super::context::Context;
use super::evidence::{Book, together};
use super::phrase::{Direction, Line, Phrase, joined};
use crate::compare::{Action, Class, ItemChange, Piece, Sides, TextChange};
use crate::matching::{Entry, Ground};
use crate::model::evidence::Evidence;
use crate::model::mention::{BodyAct, Salience};
use crate::model::round::{ListKind, Round};
use crate::model::term::terms;
use crate::span::Place;
use serde::Serialize;
use std::cmp::Reverse;

/// What became of one item of a list.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct ItemReport {
    /// The item's id.
    pub id: String,
    /// Whether it is on both sides, or on which.
    pub action: Action,
    /// What kind of change it is.
    pub class: Class,
    /// The group that shows it.
    pub group: GroupKind,
    /// The other end of a broadened, narrowed or reframed pair.
    pub with: Option<String>,
    /// The broader item, for one that is specified or absorbed.
    pub under: Option<String>,
    /// The pair that it would have made, had it not been resumed.
    pub set_aside: Option<String>,
    /// Where the round before names it.
    pub before: Option<Place>,
    /// Where the round after names it.
    pub after: Option<Place>,
    /// The first round that names it.
    pub first_seen: Option<u32>,
    /// The last round before the later side that names it.
    pub last_seen: Option<u32>,
    /// Every round that names it, up to the later side.
    pub rounds: Vec<u32>,
    /// Whether the record is whole enough to say that it was never named before.
    pub certain: bool,
    /// Why each side's mention is taken for the item.
    pub ground: Sides<Option<Ground>>,
    /// How central it was on each side.
    pub salience: Sides<Option<Salience>>,
    /// For a body, what each side's round did with it.
    pub act: Sides<Option<BodyAct>>,
    /// Its name.
    pub title: Phrase,
    /// The class in words.
    pub class_text: String,
    /// What became of it, in a few words.
    pub what: String,
    /// What to know besides; empty where there is nothing.
    pub note: Line,
    /// The same as one string.
    pub note_text: String,
    /// The wording on each side.
    pub wording: Sides<Option<Phrase>>,
    /// How the wording changed.
    pub wording_change: Option<WordingChange>,
    /// What the author remarks on each side.
    pub remarks: Sides<Option<Phrase>>,
    /// Citations on each side.
    pub refs: Sides<Vec<u32>>,
    /// Citations of both sides.
    pub all_refs: Vec<u32>,
}

/// How a wording changed, word by word.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct WordingChange {
    /// The language of both wordings.
    pub lang: String,
    /// Its direction.
    pub dir: Direction,
    /// The pieces in order.
    pub pieces: Vec<Piece>,
}

impl WordingChange {
    /// The change in the report's language, or else in the first that both sides have.
    pub(super) fn of(context: &Context<'_>, changes: &[TextChange]) -> Option<Self> {
        if context.words.is_interlingua() {
            return Self::in_all(changes);
        }
        let primary = context.words.language();
        let own = changes
            .iter()
            .find(|change| change.lang.primary() == primary);
        let change = own.or(changes.first())?;
        Some(Self {
            lang: change.lang.to_string(),
            dir: Direction::of(change.lang.as_str()),
            pieces: change.pieces.clone(),
        })
    }

    /// The changes in all languages, for a report in none.
    fn in_all(changes: &[TextChange]) -> Option<Self> {
        let langs: Vec<&str> = changes.iter().map(|change| change.lang.as_str()).collect();
        let pieces = changes.iter().flat_map(|change| &change.pieces);
        (!changes.is_empty()).then(|| Self {
            lang: langs.join(" "),
            dir: Direction::Ltr,
            pieces: pieces.cloned().collect(),
        })
    }
}

terms! {
    /// The groups in which a list's changes are shown, in reading order.
    GroupKind {
        /// Added, and in no earlier round of the record.
        FirstNamed = "first-named",
        /// Added, and first named in a round between the two.
        Between = "between",
        /// Added, and named in a round before *before*.
        Resumed = "resumed",
        /// Only in *after*, which is the earlier round.
        OnlyAfter = "only-after",
        /// No longer listed.
        Removed = "removed",
        /// Only in *before*, which is the later round.
        OnlyBefore = "only-before",
        /// Carried over.
        Kept = "kept",
    }
}

/// A change of a list, and the group that shows it.
#[derive(Clone, Copy)]
pub(super) struct Placed<'c> {
    pub(super) group: GroupKind,
    pub(super) change: &'c ItemChange<'c>,
}

/// Every change of a list in reading order: by group, then the most central first, then by id.
pub(super) fn placed<'c>(context: &Context<'_>, changes: &'c [ItemChange<'c>]) -> Vec<Placed<'c>> {
    let placed = |change| Placed {
        group: group(context, change),
        change,
    };
    let mut sorted: Vec<Placed<'c>> = changes.iter().map(placed).collect();
    // They are in the order of ids, which a stable sort keeps.
    sorted.sort_by_key(|one| (one.group, central(one.change)));
    sorted
}

fn central(change: &ItemChange<'_>) -> Reverse<Option<Salience>> {
    let salience =
        |side: &Option<Entry<'_>>| side.as_ref().and_then(|entry| entry.mention.salience);
    Reverse(salience(&change.sides.after).or_else(|| salience(&change.sides.before)))
}

fn group(context: &Context<'_>, change: &ItemChange<'_>) -> GroupKind {
    let comparison = context.comparison;
    match (change.action, comparison.reversed) {
        (Action::Kept, _) => GroupKind::Kept,
        (Action::Added, true) => GroupKind::OnlyAfter,
        (Action::Removed, true) => GroupKind::OnlyBefore,
        (Action::Removed, false) => GroupKind::Removed,
        (Action::Added, false) if change.class == Class::Resumed => GroupKind::Resumed,
        (Action::Added, false) => match change.seen.first {
            Some(first) if first < comparison.after.number.value => GroupKind::Between,
            _ => GroupKind::FirstNamed,
        },
    }
}

/// What each side's mention of an item rests on.
fn cited<'e>(context: &Context<'e>, change: &ItemChange<'e>) -> [Option<[&'e Evidence; 2]>; 2] {
    let Sides { before, after } = &change.sides;
    let cited = |entry: &Option<Entry<'e>>, round: Option<&'e Round>| {
        let mention = entry.as_ref()?.mention;
        Some([&mention.evidence, &round?.evidence])
    };
    [
        cited(before, context.comparison.before),
        cited(after, Some(context.comparison.after)),
    ]
}

/// Numbers what is cited of a change, in the order in which its report says it.
pub(super) fn note_cited<'e>(context: &Context<'e>, change: &ItemChange<'e>, book: &mut Book<'e>) {
    for side in cited(context, change) {
        book.note(side.into_iter().flatten());
    }
}

/// The citations of both sides of a change.
pub(super) fn all_refs(
    context: &Context<'_>,
    change: &ItemChange<'_>,
    book: &Book<'_>,
) -> Vec<u32> {
    let [before, after] = cited(context, change).map(|side| book.refs(side.into_iter().flatten()));
    if after.is_empty() {
        return before;
    }
    together([&before, &after])
}

/// The report of a change, what it cites being numbered.
pub(super) fn item(
    context: &Context<'_>,
    list: ListKind,
    placed: Placed<'_>,
    book: &Book<'_>,
) -> ItemReport {
    let Placed { group, change } = placed;
    let [before, after] = cited(context, change).map(|side| book.refs(side.into_iter().flatten()));
    let refs = Sides { before, after };
    let found = both(&change.sides, |entry| {
        Some(context.place(entry.mention.span))
    });
    let note = note(context, list, change);
    let note_text = joined(&note);
    ItemReport {
        id: change.id.to_string(),
        action: change.action,
        class: change.class,
        group,
        with: change.with.as_ref().map(ToString::to_string),
        under: change.under.as_ref().map(ToString::to_string),
        set_aside: change.set_aside.as_ref().map(ToString::to_string),
        before: found.before,
        after: found.after,
        first_seen: change.seen.first,
        last_seen: change.seen.last,
        rounds: change.seen.rounds.clone(),
        certain: change.seen.certain,
        ground: both(&change.sides, |entry| Some(entry.ground)),
        salience: both(&change.sides, |entry| entry.mention.salience),
        act: both(&change.sides, |entry| entry.mention.act),
        title: context.names.item(list, &change.id),
        class_text: context.term("class", change.class),
        what: what(context, group, change),
        note,
        note_text,
        wording: both(&change.sides, |entry| {
            entry.wording.as_ref().map(|text| context.phrase(text))
        }),
        wording_change: WordingChange::of(context, &change.wording),
        remarks: both(&change.sides, |entry| context.note(&entry.mention.evidence)),
        all_refs: together([&refs.before, &refs.after]),
        refs,
    }
}

fn both<'e, T>(
    sides: &Sides<Option<Entry<'e>>>,
    of: impl Fn(&Entry<'e>) -> Option<T>,
) -> Sides<Option<T>> {
    Sides {
        before: sides.before.as_ref().and_then(&of),
        after: sides.after.as_ref().and_then(&of),
    }
}

/// What became of an item, in a few words.
fn what(context: &Context<'_>, group: GroupKind, change: &ItemChange<'_>) -> String {
    let when = |round: Option<u32>| match round {
        Some(number) => context
            .year(number)
            .unwrap_or_else(|| context.round_label(number)),
        None => context.not_stated(),
    };
    match group {
        GroupKind::FirstNamed if change.seen.certain => context.word("what-first-time"),
        GroupKind::Resumed => {
            context.say("what-resumed", [("when", when(change.seen.last).into())])
        }
        GroupKind::Between => {
            let round = context.round_label(change.seen.first.unwrap_or_default());
            context.say("what-between", [("round", round.into())])
        }
        GroupKind::Removed => {
            let before = context.comparison.before.map(|round| round.number.value);
            let between = change.seen.last.filter(|_| !context.comparison.reversed);
            let last = between.max(before);
            context.say("what-removed", [("when", when(last).into())])
        }
        GroupKind::OnlyAfter | GroupKind::OnlyBefore => {
            let round = context.only(group == GroupKind::OnlyAfter);
            context.say("what-only", [("round", round.into())])
        }
        GroupKind::Kept | GroupKind::FirstNamed => context.term("what", group),
    }
}

/// How an item stands to another, where that explains the change.
pub(super) fn note(context: &Context<'_>, list: ListKind, change: &ItemChange<'_>) -> Line {
    let added = change.action == Action::Added;
    let (key, other, after) = match change.class {
        Class::Dropped => {
            return context.line("note-dropped", [("round", context.only(true).into())]);
        }
        Class::Reworded => return context.line("note-reworded", []),
        Class::Broadened if added => ("note-broader", &change.with, false),
        Class::Broadened => ("note-narrower", &change.with, true),
        Class::Narrowed if added => ("note-narrower", &change.with, false),
        Class::Narrowed => ("note-broader", &change.with, true),
        Class::Reframed => ("note-related", &change.with, !added),
        Class::Specified => ("note-part", &change.under, false),
        Class::Absorbed => ("note-part", &change.under, true),
        Class::Resumed => ("note-related", &change.set_aside, false),
        Class::Continued | Class::New | Class::NotMentioned => return Line::new(),
    };
    let Some(other) = other else {
        return Line::new();
    };
    let title = context.names.item(list, other);
    let round = context.only(after);
    context.line(key, [("other", title.into()), ("round", round.into())])
}
