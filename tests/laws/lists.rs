//! What the lists of two rounds come to.

use crate::{LISTS, cases, every_pair, is_pair, list, plans};
use proptest::prelude::*;
use rapporteur::compare::{Action, Class, ListChanges};
use rapporteur::matching::Entry;
use rapporteur::model::id::Id;
use rapporteur::model::term::Term;
use std::collections::BTreeSet;

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn kept_removed_and_added_are_what_the_rounds_name(plan in plans()) {
        every_pair(&plan, |record, _, (before, after), comparison| {
            for kind in LISTS {
                let changes = list(comparison, kind);
                let named = |round| record.truth[&(round, kind.as_str())].clone();
                let (was, is) = (named(before), named(after));
                prop_assert_eq!(changes.stated.before, was.is_some());
                prop_assert_eq!(changes.stated.after, is.is_some());
                let (Some(was), Some(is)) = (was, is) else {
                    // What is unknown changes nothing.
                    prop_assert!(changes.changes.is_empty());
                    continue;
                };
                prop_assert_eq!(with_action(changes, &[Action::Kept, Action::Removed]), was.clone());
                prop_assert_eq!(with_action(changes, &[Action::Kept, Action::Added]), is.clone());
                // The changes, applied to what was, give what is.
                let mut applied = was;
                for change in &changes.changes {
                    let id = change.id.to_string();
                    let fits = match change.action {
                        Action::Kept => applied.contains(&id),
                        Action::Removed => applied.remove(&id),
                        Action::Added => applied.insert(id),
                    };
                    prop_assert!(fits, "{} {}", change.id, change.action);
                }
                prop_assert_eq!(applied, is);
                // Each once, and in order.
                prop_assert!(changes.changes.is_sorted_by(|one, next| one.id < next.id));
            }
            Ok(())
        })?;
    }

    #[test]
    fn pieces_of_a_wording_make_both_wordings(plan in plans()) {
        every_pair(&plan, |_, _, _, comparison| {
            for change in LISTS.into_iter().flat_map(|kind| &list(comparison, kind).changes) {
                for text in &change.wording {
                    let lang = text.lang.as_str();
                    let without = |action| -> String {
                        let pieces = text.pieces.iter().filter(|piece| piece.action != action);
                        pieces.map(|piece| piece.text.as_str()).collect()
                    };
                    let side = |entry: &Option<Entry<'_>>| {
                        let wording = entry.as_ref()?.wording.as_ref()?;
                        wording.get(lang).map(str::to_owned)
                    };
                    prop_assert_eq!(Some(without(Action::Added)), side(&change.sides.before));
                    prop_assert_eq!(Some(without(Action::Removed)), side(&change.sides.after));
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn both_ends_of_a_pair_point_at_each_other(plan in plans()) {
        every_pair(&plan, |_, series, _, comparison| {
            for kind in LISTS {
                let changes = &list(comparison, kind).changes;
                for change in changes {
                    prop_assert_eq!(change.with.is_some(), is_pair(change.class));
                    let nested = matches!(change.class, Class::Specified | Class::Absorbed);
                    prop_assert_eq!(change.under.is_some(), nested);
                    if let Some(with) = &change.with {
                        let other = changes.iter().find(|other| other.id == *with);
                        let other = other.expect("the other end is there");
                        prop_assert_eq!(other.class, change.class);
                        prop_assert_eq!(other.with.as_ref(), Some(&change.id));
                        let actions = BTreeSet::from([change.action, other.action]);
                        prop_assert_eq!(actions, BTreeSet::from([Action::Added, Action::Removed]));
                        let (gone, came) = match change.action {
                            Action::Removed => (change, other),
                            _ => (other, change),
                        };
                        let wider = |wide: &Id, narrow: &Id| series.broader(kind, narrow).contains(wide);
                        let linked = match change.class {
                            Class::Broadened => wider(&came.id, &gone.id),
                            Class::Narrowed => wider(&gone.id, &came.id),
                            _ => series.related(kind, &came.id).contains(&gone.id),
                        };
                        prop_assert!(linked, "{} and {}", gone.id, came.id);
                    }
                    if let Some(under) = &change.under {
                        prop_assert!(series.broader(kind, &change.id).contains(under));
                        let other = changes.iter().find(|other| other.id == *under);
                        let other = other.expect("the wider item is there").action;
                        let elsewhere = match change.action {
                            Action::Added => Action::Added,
                            _ => Action::Removed,
                        };
                        prop_assert_ne!(other, elsewhere);
                    }
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn items_are_resumed_just_where_an_earlier_round_has_them(plan in plans()) {
        every_pair(&plan, |record, _, (before, after), comparison| {
            if before >= after {
                return Ok(());
            }
            for kind in LISTS {
                let earlier = record.numbers().into_iter().filter(|number| *number < before);
                let past = earlier.filter_map(|number| record.truth[&(number, kind.as_str())].clone());
                let past: BTreeSet<String> = past.flatten().collect();
                let changes = &list(comparison, kind).changes;
                for change in changes.iter().filter(|change| change.action == Action::Added) {
                    let resumed = past.contains(change.id.as_str());
                    prop_assert_eq!(change.class == Class::Resumed, resumed, "{}", change.id);
                }
            }
            Ok(())
        })?;
    }
}

fn with_action(list: &ListChanges<'_>, actions: &[Action]) -> BTreeSet<String> {
    let changes = list.changes.iter();
    let those = changes.filter(|change| actions.contains(&change.action));
    those.map(|change| change.id.to_string()).collect()
}
