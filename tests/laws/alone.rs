//! Two rounds in their series, and alone.

use crate::common::digest;
use crate::common::generate::{Plan, Record};
use crate::{LISTS, Outcome, acts, cases, facts, is_pair, list, plans, reading};
use proptest::prelude::*;
use rapporteur::acts::Moment;
use rapporteur::compare::{
    Action, AgreementChange, Class, Comparison, ItemChange, ListChanges, compare,
};
use rapporteur::matching::Series;
use rapporteur::model::id::Id;
use rapporteur::model::round::ListKind;
use std::collections::BTreeSet;

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn two_rounds_alone_give_what_the_series_gives(plan in plans()) {
        // Another id is known from the whole series alone, and so is a number that is passed over.
        let plan = Plan { renamed: 0, gaps: 0, ..plan };
        let record = Record::of(&plan);
        let whole = reading(&record);
        let series = Series::of(whole.record());
        let numbers = record.numbers();
        for (nth, before) in numbers.iter().enumerate() {
            for after in &numbers[nth + 1..] {
                let alone = reading(&record.only(&[*before, *after]));
                let pair = Series::of(alone.record());
                let one = compare(&series, *before, *after).expect("both are there");
                let other = compare(&pair, *before, *after).expect("both are there");
                for kind in LISTS {
                    alike(&series, kind, list(&one, kind), list(&other, kind))?;
                }
                agreements_alike(&series, (*before, *after), &one, &other)?;
                if numbers.len() == 2 {
                    prop_assert_eq!(digest::of(&one), digest::of(&other));
                }
            }
        }
    }
}

/// Checks that a list of two rounds says in the series what it says alone, save for what the
/// history adds: that an item was there before, and what follows from that for others near it.
fn alike(
    series: &Series<'_>,
    kind: ListKind,
    whole: &ListChanges<'_>,
    alone: &ListChanges<'_>,
) -> Outcome {
    prop_assert_eq!(whole.stated, alone.stated);
    let resumed = whole
        .changes
        .iter()
        .filter(|one| one.class == Class::Resumed);
    let resumed: Vec<&Id> = resumed.map(|one| &one.id).collect();
    let touched = near(series, kind, &whole.changes, &resumed);
    prop_assert_eq!(whole.changes.len(), alone.changes.len());
    for (one, other) in whole.changes.iter().zip(&alone.changes) {
        prop_assert_ne!(other.class, Class::Resumed);
        prop_assert_eq!(&one.id, &other.id);
        prop_assert_eq!(one.action, other.action);
        prop_assert_eq!(&one.wording, &other.wording);
        prop_assert_eq!(one.salience, other.salience);
        if !touched.contains(&one.id) {
            prop_assert_eq!(facts(one), facts(other));
        } else if one.class != other.class && one.class != Class::Resumed {
            // A pair that a resumed item left open may be taken by another, or by none.
            prop_assert!(is_pair(one.class) || is_pair(other.class));
        }
    }
    Ok(())
}

/// The items that a chain of taxonomy links joins to one of `from`, with those.
fn near(
    series: &Series<'_>,
    kind: ListKind,
    changes: &[ItemChange<'_>],
    from: &[&Id],
) -> BTreeSet<Id> {
    let linked = |one: &Id, other: &Id| {
        series.broader(kind, one).contains(other)
            || series.broader(kind, other).contains(one)
            || series.related(kind, one).contains(other)
    };
    let mut near: BTreeSet<Id> = from.iter().map(|id| (*id).clone()).collect();
    let mut left: Vec<&Id> = from.to_vec();
    while let Some(id) = left.pop() {
        // Pairs join what one side alone has.
        for change in changes.iter().filter(|one| one.action != Action::Kept) {
            if linked(id, &change.id) && near.insert(change.id.clone()) {
                left.push(&change.id);
            }
        }
    }
    near
}

/// Checks that agreements are listed alike, and that those of no other round say the same.
fn agreements_alike(
    series: &Series<'_>,
    (before, after): (u32, u32),
    whole: &Comparison<'_>,
    alone: &Comparison<'_>,
) -> Outcome {
    for change in &alone.agreements {
        let same = whole.agreements.iter().find(|one| one.id == change.id);
        let same = same.expect("what two rounds name is listed in the series too");
        let sides =
            |one: &AgreementChange<'_>| [one.sides.before.is_some(), one.sides.after.is_some()];
        prop_assert_eq!(sides(same), sides(change));
        let course = &series.courses[&change.id];
        let ours = |moment: Moment| match moment {
            Moment::Standing => true,
            Moment::Before(number) | Moment::At(number) | Moment::After(number) => {
                number == before || number == after
            }
        };
        if course.deeds.iter().all(|deed| ours(deed.moment)) {
            let facts = |one: &AgreementChange<'_>| {
                (
                    one.class,
                    one.status,
                    acts(one),
                    one.fields.clone(),
                    one.seen.clone(),
                    one.relations.clone(),
                )
            };
            prop_assert_eq!(facts(same), facts(change));
        }
    }
    Ok(())
}
