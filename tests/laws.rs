//! The laws of comparison, on records made from seeds.

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use common::generate::{Plan, Record};
use common::{Reading, digest, read};
use proptest::prelude::*;
use rapporteur::acts::Moment;
use rapporteur::check::RoundSet;
use rapporteur::compare::{
    Action, AgreementChange, AgreementClass, Class, Comparison, ItemChange, ListChanges,
    PlaceChange, RankChange, compare,
};
use rapporteur::findings::{Settings, findings};
use rapporteur::history::History;
use rapporteur::matching::Series;
use rapporteur::model::date::{Certainty, Date, Days};
use rapporteur::model::id::Id;
use rapporteur::model::round::{Coverage, EventAct, ListKind, Round};
use rapporteur::model::status::Act;
use std::collections::{BTreeMap, BTreeSet};

const LISTS: [ListKind; 4] = [
    ListKind::Sectors,
    ListKind::Topics,
    ListKind::Programmes,
    ListKind::Bodies,
];

/// Plans of small records, with everything that can be in one.
fn plans() -> impl Strategy<Value = Plan> {
    let shares = (0..40_usize, 0..30_usize, 0..50_usize, 0..20_usize);
    let rest = (
        0..30_usize,
        0..25_usize,
        0..15_usize,
        0..100_usize,
        0..30_usize,
    );
    (any::<u64>(), 2..5_u32, 1..9_usize, shares, rest).prop_map(
        |(seed, rounds, items, shares, rest)| Plan {
            seed,
            rounds,
            items,
            changed: shares.0,
            retitled: shares.1,
            removed: shares.2,
            renamed: shares.3,
            retired: rest.0,
            absent: rest.1,
            empty: rest.2,
            complete: rest.3,
            gaps: rest.4,
        },
    )
}

fn reading(record: &Record) -> Reading {
    let texts = record.texts();
    let texts = texts.iter().map(|(name, text)| (&**name, &**text));
    read(texts)
}

/// Runs `test` on the comparison of every two rounds, in both orders and of each with itself.
fn every_pair(
    plan: &Plan,
    mut test: impl FnMut(&Record, &Series<'_>, (u32, u32), &Comparison<'_>) -> Outcome,
) -> Outcome {
    let record = Record::of(plan);
    let reading = reading(&record);
    let series = Series::of(reading.record());
    for before in record.numbers() {
        for after in record.numbers() {
            let comparison = compare(&series, before, after).expect("both rounds are there");
            test(&record, &series, (before, after), &comparison)?;
        }
    }
    Ok(())
}

type Outcome = Result<(), TestCaseError>;

fn list<'c, 'a>(comparison: &'c Comparison<'a>, list: ListKind) -> &'c ListChanges<'a> {
    match list {
        ListKind::Topics => &comparison.topics,
        ListKind::Programmes => &comparison.programmes,
        ListKind::Bodies => &comparison.bodies,
        _ => &comparison.sectors,
    }
}

fn with_action(list: &ListChanges<'_>, actions: &[Action]) -> BTreeSet<String> {
    let changes = list.changes.iter();
    let those = changes.filter(|change| actions.contains(&change.action));
    those.map(|change| change.id.to_string()).collect()
}

fn is_pair(class: Class) -> bool {
    matches!(class, Class::Broadened | Class::Narrowed | Class::Reframed)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

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
    fn kept_removed_and_added_are_what_the_rounds_name(plan in plans()) {
        every_pair(&plan, |record, _, (before, after), comparison| {
            for kind in LISTS {
                let changes = list(comparison, kind);
                let named = |round| record.truth[&(round, kind_key(kind))].clone();
                let (was, is) = (named(before), named(after));
                prop_assert_eq!(changes.stated.before, was.is_some());
                prop_assert_eq!(changes.stated.after, is.is_some());
                let (Some(was), Some(is)) = (was, is) else {
                    // What is unknown changes nothing.
                    prop_assert!(changes.changes.is_empty());
                    continue;
                };
                use Action::{Added, Kept, Removed};
                prop_assert_eq!(with_action(changes, &[Kept, Removed]), was.clone());
                prop_assert_eq!(with_action(changes, &[Kept, Added]), is.clone());
                // The changes, applied to what was, give what is.
                let mut applied = was;
                for change in &changes.changes {
                    let id = change.id.to_string();
                    let fits = match change.action {
                        Kept => applied.contains(&id),
                        Removed => applied.remove(&id),
                        Added => applied.insert(id),
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
                    let side = |entry: &Option<rapporteur::matching::Entry<'_>>| {
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
            let state = |one: &Option<rapporteur::compare::Standing<'_>>| {
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

    #[test]
    fn items_are_resumed_just_where_an_earlier_round_has_them(plan in plans()) {
        every_pair(&plan, |record, _, (before, after), comparison| {
            if before >= after {
                return Ok(());
            }
            for kind in LISTS {
                let earlier = record.numbers().into_iter().filter(|number| *number < before);
                let past = earlier.filter_map(|number| record.truth[&(number, kind_key(kind))].clone());
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

    #[test]
    fn the_acts_between_two_rounds_lead_from_status_to_status(plan in plans()) {
        every_pair(&plan, |_, series, (before, after), comparison| {
            for change in &comparison.agreements {
                let (from, to) = match before <= after {
                    true => (change.status.before, change.status.after),
                    false => (change.status.after, change.status.before),
                };
                let standing = series.courses[&change.id].standing.is_some();
                let from = from.map(|status| status.to_string());
                let now = change.acts.iter().fold(from, |status, deed| {
                    folded(status, deed.act, standing)
                });
                prop_assert_eq!(now, to.map(|status| status.to_string()));
            }
            Ok(())
        })?;
    }

    #[test]
    fn a_status_is_its_acts_folded_and_falls_only_with_a_warning(plan in plans()) {
        let reading = reading(&Record::of(&plan));
        let record = reading.record();
        let series = Series::of(record);
        let warned: BTreeSet<String> = reading.found.iter()
            .filter(|one| one.code.name() == "backward-status")
            .filter_map(|one| one.message.split('`').nth(1).map(str::to_owned))
            .collect();
        for (id, deeds) in deeds(record, &series) {
            let course = &series.courses[&id];
            let standing = course.standing.is_some();
            let given = course.standing.and_then(|one| one.status.as_ref());
            let mut status = given.map(|status| status.value.to_string());
            let mut deeds = deeds.into_iter().peekable();
            let mut fell = false;
            let falls = |was: &Option<String>, now: &Option<String>| {
                let rungs = rung(was.as_deref()).zip(rung(now.as_deref()));
                rungs.is_some_and(|(was, now)| now < was)
            };
            for round in record.rounds() {
                let number = round.number.value;
                while let Some((_, act)) = deeds.next_if(|(from, _)| *from <= number) {
                    let next = folded(status.clone(), act, standing);
                    fell |= falls(&status, &next);
                    status = next;
                }
                let known = course.status(Some(number)).map(|status| status.to_string());
                prop_assert_eq!(&known, &status, "{} at {}", id, number);
            }
            for (_, act) in deeds {
                let next = folded(status.clone(), act, standing);
                fell |= falls(&status, &next);
                status = next;
            }
            prop_assert_eq!(fell, warned.contains(id.as_str()), "{}", id);
        }
    }

    #[test]
    fn the_same_texts_give_the_same_results(plan in plans()) {
        let record = Record::of(&plan);
        prop_assert_eq!(record.texts(), Record::of(&plan).texts());
        let whole = |reading: &Reading| {
            let series = Series::of(reading.record());
            let mut text = format!("{:?}", reading.said());
            let numbers = record.numbers();
            for (before, after) in numbers.iter().zip(numbers.iter().skip(1)) {
                let comparison = compare(&series, *before, *after).expect("both are there");
                let history = History::of(&series, *after);
                let dialogue = reading.record().dialogue();
                let found = findings(dialogue, &comparison, &history, &Settings::default());
                text += &format!("{comparison:?} {history:?} {found:?}");
            }
            text
        };
        let (one, other) = (reading(&record), reading(&record));
        prop_assert!(whole(&one) == whole(&other));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_files_and_of_items_changes_nothing(plan in plans(), order in any::<u64>()) {
        let record = Record::of(&plan);
        let (one, other) = (reading(&record), reading(&record.shuffled(order)));
        let digests = [&one, &other].map(|reading| digest::of_all(reading.record()));
        let lines = digests[0].lines().zip(digests[1].lines());
        for (line, shuffled) in lines {
            prop_assert_eq!(line, shuffled);
        }
        prop_assert_eq!(digests[0].len(), digests[1].len());
    }

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

/// The key of a list in a file.
fn kind_key(kind: ListKind) -> &'static str {
    match kind {
        ListKind::Topics => "topics",
        ListKind::Programmes => "programmes",
        ListKind::Bodies => "bodies",
        _ => "sectors",
    }
}

/// What a change says, save for its history.
type Facts = (Id, Action, Class, Option<Id>, Option<Id>, [bool; 2]);

fn facts(change: &ItemChange<'_>) -> Facts {
    let sides = [&change.sides.before, &change.sides.after].map(Option::is_some);
    let (with, under) = (change.with.clone(), change.under.clone());
    (
        change.id.clone(),
        change.action,
        change.class,
        with,
        under,
        sides,
    )
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

fn acts(change: &AgreementChange<'_>) -> Vec<(Moment, Act)> {
    let acts = change.acts.iter();
    acts.map(|deed| (deed.moment, deed.act)).collect()
}

/// The ladder, from the lowest rung; `signed` and `acceded` share one.
const LADDER: [&str; 10] = [
    "under-discussion",
    "proposed",
    "under-negotiation",
    "announced",
    "initialled",
    "concluded",
    "signed",
    "ratified",
    "in-force",
    "operational",
];

fn rung(status: Option<&str>) -> Option<usize> {
    let status = match status? {
        "acceded" => "signed",
        other => other,
    };
    LADDER.iter().position(|rung| *rung == status)
}

/// The status after an act, by the words of the format.
fn folded(status: Option<String>, act: Act, standing: bool) -> Option<String> {
    let act = act.to_string();
    let moved = match act.as_str() {
        "discussed" if !standing => return status.or(Some("under-discussion".to_owned())),
        "discussed" | "reviewed" | "reaffirmed" | "welcomed" | "referenced" | "published"
        | "amended" | "extended" => return status,
        "expected" => {
            let behind = match &status {
                None => true,
                Some(known) => rung(Some(known)).is_some_and(|rung| rung < 3),
            };
            return if behind {
                Some("announced".to_owned())
            } else {
                status
            };
        }
        "negotiated" => "under-negotiation",
        "entered-into-force" => "in-force",
        "agreed" | "adopted" | "concluded" => "concluded",
        "launched" | "activated" => "operational",
        other => other,
    };
    Some(moved.to_owned())
}

/// The acts on each agreement in the order of time, each with the number from which on rounds
/// come after it.
fn deeds(record: &RoundSet, series: &Series<'_>) -> BTreeMap<Id, Vec<(u32, Act)>> {
    let mut all: BTreeMap<Id, Vec<(u32, Act)>> = BTreeMap::new();
    let mut add = |about: &Id, from: u32, act: Act| {
        let now = series.current(ListKind::Agreements, about);
        all.entry(now).or_default().push((from, act));
    };
    for mention in &record.dialogue().agreements {
        for act in &mention.acts {
            add(&mention.id.value, 0, act.act);
        }
    }
    for round in record.rounds() {
        let number = round.number.value;
        let (after, before): (Vec<_>, Vec<_>) = events(round).into_iter().partition(|one| one.0);
        for (_, about, act) in before {
            add(about, number, act);
        }
        for mention in round.agreements.iter().flatten() {
            for act in &mention.acts {
                add(&mention.id.value, number, act.act);
            }
        }
        for (_, about, act) in after {
            add(about, number + 1, act);
        }
    }
    all
}

/// What the events of a round did with agreements, by date, those of one date up the ladder and
/// those without one last; and whether each is certainly after the round.
fn events(round: &Round) -> Vec<(bool, &Id, Act)> {
    let about = round.events.iter().flatten().filter_map(|event| {
        let EventAct::Agreement(act) = event.act.as_ref()?.value else {
            return None;
        };
        let date = event.date.as_ref().map(|date| &date.value);
        Some((date, &event.about.as_ref()?.value, act))
    });
    let mut about: Vec<_> = about.collect();
    about.sort_by(|one, other| {
        let dates = match (one.0, other.0) {
            (Some(one), Some(other)) => one.sorting(other),
            (one, other) => one.is_none().cmp(&other.is_none()),
        };
        dates.then(one.2.cmp(&other.2))
    });
    let held = round.date.as_ref().map(|date| &date.value);
    let is_after = |date: Option<&Date>| {
        let certainty = date.zip(held).map(|(date, held)| date.certainty(held));
        certainty == Some(Certainty::After)
    };
    let facts = about.into_iter();
    facts
        .map(|(date, about, act)| (is_after(date), about, act))
        .collect()
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
