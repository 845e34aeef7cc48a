//! A comparison turned round, and of a round with itself.

use crate::{Facts, LISTS, acts, cases, every_pair, facts, list, plans};
use proptest::prelude::*;
use rapporteur::compare::{
    Action, AgreementClass, Class, ItemChange, PlaceChange, RankChange, Standing, compare,
};
use rapporteur::model::date::Days;
use rapporteur::model::round::Coverage;

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn a_round_compared_with_itself_shows_no_change(plan in plans()) {
        every_pair(&plan, |_, _, (before, after), comparison| {
            if before != after {
                return Ok(());
            }
            for kind in LISTS {
                for change in &list(comparison, kind).changes {
                    prop_assert_eq!((change.action, change.class), (Action::Kept, Class::Continued));
                    prop_assert!(change.wording.is_empty() && change.salience.is_none());
                }
            }
            for change in &comparison.agreements {
                let still = [AgreementClass::Unchanged, AgreementClass::Referenced];
                prop_assert!(still.contains(&change.class), "{} {}", change.id, change.class);
                prop_assert_eq!(change.status.before, change.status.after);
                prop_assert!(change.acts.is_empty() && change.fields.is_empty());
            }
            for change in &comparison.commitments {
                let state = [&change.state.before, &change.state.after];
                let state = state.map(|one| one.as_ref().map(|one| (one.state, one.late)));
                prop_assert_eq!(state[0], state[1]);
            }
            let meeting = &comparison.meeting;
            prop_assert_eq!(meeting.interval.filter(|days| *days != Days::exact(0)), None);
            prop_assert_ne!(meeting.place, Some(PlaceChange::Moved));
            for head in &meeting.heads {
                prop_assert!(head.rank.is_none_or(|rank| rank == RankChange::Equal));
                prop_assert!(head.people.iter().all(|one| one.action == Some(Action::Kept)));
            }
            let moved = comparison.indicators.iter().filter_map(|one| one.change.as_ref());
            for change in moved {
                prop_assert_eq!(change.amount.to_string().replace(['0', '.'], ""), "");
            }
            Ok(())
        })?;
    }

    #[test]
    fn the_other_way_round_is_the_mirror(plan in plans()) {
        every_pair(&plan, |_, series, (before, after), forward| {
            if before >= after {
                return Ok(());
            }
            let back = compare(series, after, before).expect("both rounds are there");
            prop_assert!(back.reversed && !forward.reversed);
            for kind in LISTS {
                let gone = match series.round(before).map(|one| one.round.coverage.of(kind)) {
                    Some(Coverage::Complete) => Class::Dropped,
                    _ => Class::NotMentioned,
                };
                let there = list(forward, kind).changes.iter().map(|one| mirrored(one, gone));
                let here = list(&back, kind).changes.iter().map(facts);
                prop_assert_eq!(there.collect::<Vec<_>>(), here.collect::<Vec<_>>());
            }
            let there = forward.agreements.iter().map(|one| {
                (one.id.clone(), one.class, one.status.after, one.status.before, acts(one))
            });
            let here = back.agreements.iter().map(|one| {
                (one.id.clone(), one.class, one.status.before, one.status.after, acts(one))
            });
            prop_assert_eq!(there.collect::<Vec<_>>(), here.collect::<Vec<_>>());
            let state = |one: &Option<Standing<'_>>| {
                one.as_ref().map(|one| (one.state, one.late, one.act))
            };
            let there = forward.commitments.iter().map(|one| {
                (one.id.clone(), state(&one.state.after), state(&one.state.before))
            });
            let here = back.commitments.iter().map(|one| {
                (one.id.clone(), state(&one.state.before), state(&one.state.after))
            });
            prop_assert_eq!(there.collect::<Vec<_>>(), here.collect::<Vec<_>>());
            let meeting = (&forward.meeting, &back.meeting);
            prop_assert_eq!(meeting.0.interval.map(Days::negated), meeting.1.interval);
            prop_assert_eq!(meeting.0.place, meeting.1.place);
            prop_assert_eq!(&meeting.0.hosts.before, &meeting.1.hosts.after);
            prop_assert_eq!(&meeting.0.hosts.after, &meeting.1.hosts.before);
            Ok(())
        })?;
    }
}

/// What the same change says when it is told from the later round to the earlier, where an item
/// that is gone is called `gone`.
fn mirrored(change: &ItemChange<'_>, gone: Class) -> Facts {
    let (id, action, class, with, under, [before, after]) = facts(change);
    let action = match action {
        Action::Kept => Action::Kept,
        Action::Added => Action::Removed,
        Action::Removed => Action::Added,
    };
    let class = match class {
        Class::Continued => Class::Continued,
        Class::Reworded => Class::Reworded,
        Class::Reframed => Class::Reframed,
        Class::Broadened => Class::Narrowed,
        Class::Narrowed => Class::Broadened,
        Class::Specified => Class::Absorbed,
        Class::Absorbed => Class::Specified,
        Class::Resumed | Class::New => gone,
        Class::Dropped | Class::NotMentioned => Class::New,
    };
    (id, action, class, with, under, [after, before])
}
