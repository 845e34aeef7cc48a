//! Lists of mentions: sectors, topics, programmes, bodies.

use super::classes::{Classified, classify};
use super::rewording::{is_reworded, text_changes};
use super::seen::Sightings;
use super::walk::Walk;
use super::{Pair, Seen, Sides, TextChange};
use crate::matching::{Entry, SeriesRound};
use crate::model::id::Id;
use crate::model::mention::Salience;
use crate::model::round::{Coverage, ListKind, Round};
use crate::model::term::terms;

/// What became of one of the lists of mentions.
#[derive(Clone, Debug, Default)]
pub struct ListChanges<'a> {
    /// Whether each side has the list at all; where one has not, nothing is compared.
    pub stated: Sides<bool>,
    /// What each side that has the list names, by id.
    pub named: Sides<Vec<Entry<'a>>>,
    /// The changes, by id; none where a side has no list.
    pub changes: Vec<ItemChange<'a>>,
}

/// What became of one item.
#[derive(Clone, Debug)]
pub struct ItemChange<'a> {
    /// The item.
    pub id: Id,
    /// Whether it is on both sides, or on which.
    pub action: Action,
    /// What kind of change it is.
    pub class: Class,
    /// The other end of a broadened, narrowed or reframed pair.
    pub with: Option<Id>,
    /// The broader item, for one that is specified or absorbed.
    pub under: Option<Id>,
    /// The pair that the item would have made, had it not been resumed.
    pub set_aside: Option<Id>,
    /// The mention on each side.
    pub sides: Sides<Option<Entry<'a>>>,
    /// Where else in the series it stands, up to the later of the two rounds.
    pub seen: Seen,
    /// How the wording changed, in each language that both sides have it in.
    pub wording: Vec<TextChange>,
    /// How central it was on each side, where both say so and the two differ.
    pub salience: Option<Sides<Salience>>,
}

terms! {
    /// Whether an item is on both sides, or on which.
    Action {
        /// On both.
        Kept = "kept",
        /// Only in *after*.
        Added = "added",
        /// Only in *before*.
        Removed = "removed",
    }
}

terms! {
    /// What kind of change an item went through.
    Class {
        /// Kept as it was.
        Continued = "continued",
        /// Kept under another wording.
        Reworded = "reworded",
        /// Back after an absence.
        Resumed = "resumed",
        /// A wider item in place of a narrower one.
        Broadened = "broadened",
        /// A narrower item in place of a wider one.
        Narrowed = "narrowed",
        /// An item in place of a related one.
        Reframed = "reframed",
        /// A narrower item beside a wider one that was there.
        Specified = "specified",
        /// First named.
        New = "new",
        /// Gone, while a wider item is there.
        Absorbed = "absorbed",
        /// Gone from a list that is complete.
        Dropped = "dropped",
        /// Gone from a list that is open.
        NotMentioned = "not-mentioned",
    }
}

/// Compares one list of two rounds.
pub(super) fn compare<'a>(pair: &Pair<'_, 'a>, list: ListKind) -> ListChanges<'a> {
    let before = pair.before.and_then(|before| before.list(list));
    let after = pair.after.list(list);
    let mut changes = ListChanges {
        stated: Sides {
            before: before.is_some(),
            after: after.is_some(),
        },
        named: Sides {
            before: before.unwrap_or_default().to_vec(),
            after: after.unwrap_or_default().to_vec(),
        },
        changes: Vec::new(),
    };
    let Some(first) = pair.earlier() else {
        return changes;
    };
    let (Some(earlier), Some(later)) = (first.list(list), pair.later().list(list)) else {
        return changes;
    };
    let ids = |entries: &[Entry<'_>]| entries.iter().map(|entry| entry.id.clone()).collect();
    let (earlier_ids, later_ids): (Vec<Id>, Vec<Id>) = (ids(earlier), ids(later));
    let classified = classify(pair.series, list, &earlier_ids, &later_ids, first.number());
    let gone = gone(pair.after, list);
    let sightings = Sightings::of(pair, list);
    let (mut earlier, mut later) = (Walk::of(Some(earlier)), Walk::of(Some(later)));
    let change = |one: Classified| {
        let sides = (earlier.find(&one.id), later.find(&one.id));
        let seen = sightings.seen(&one.id);
        change(pair, list, gone, first.round, one, sides, seen)
    };
    changes.changes = classified.into_iter().map(change).collect();
    changes
}

/// What an item that is gone from *after* is said to be.
fn gone(after: &SeriesRound<'_>, list: ListKind) -> Class {
    match after.round.coverage.of(list) {
        Coverage::Complete => Class::Dropped,
        Coverage::Partial => Class::NotMentioned,
    }
}

fn change<'a>(
    pair: &Pair<'_, 'a>,
    list: ListKind,
    gone: Class,
    first_round: &Round,
    classified: Classified,
    (first, second): (Option<&Entry<'a>>, Option<&Entry<'a>>),
    seen: Seen,
) -> ItemChange<'a> {
    let mut wording = Vec::new();
    let mut salience = None;
    let mut class = match (classified.class, pair.reversed()) {
        // `gone` is the name of a rule; what it is called depends on the coverage of *after*.
        (Some(class), false) => class,
        (Some(class), true) => mirror(class, gone),
        (None, false) => gone,
        (None, true) => Class::New,
    };
    if let (Some(first), Some(second)) = (first, second) {
        let rounds = (first_round, pair.later().round);
        if is_reworded(pair.series, list, (rounds.0, first), (rounds.1, second)) {
            class = Class::Reworded;
        }
        let sides = pair.sides(first, second);
        if let (Some(before), Some(after)) = (&sides.before.wording, &sides.after.wording) {
            wording = text_changes(before, after);
        }
        if let (Some(before), Some(after)) =
            (sides.before.mention.salience, sides.after.mention.salience)
            && before != after
        {
            salience = Some(Sides { before, after });
        }
    }
    let sides = pair.sides(first.cloned(), second.cloned());
    let action = match (&sides.before, &sides.after) {
        (Some(_), Some(_)) => Action::Kept,
        (None, _) => Action::Added,
        (Some(_), None) => Action::Removed,
    };
    ItemChange {
        seen,
        id: classified.id,
        action,
        class,
        with: classified.with,
        under: classified.under,
        set_aside: classified.set_aside.filter(|_| !pair.reversed()),
        sides,
        wording,
        salience,
    }
}

/// The class of the same change, told from the later round to the earlier.
fn mirror(class: Class, gone: Class) -> Class {
    match class {
        Class::Broadened => Class::Narrowed,
        Class::Narrowed => Class::Broadened,
        Class::Specified => Class::Absorbed,
        Class::Absorbed => Class::Specified,
        Class::Resumed | Class::New => gone,
        Class::Dropped | Class::NotMentioned => Class::New,
        same @ (Class::Continued | Class::Reworded | Class::Reframed) => same,
    }
}
