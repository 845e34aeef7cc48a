//! Where agreements stand.

use crate::common::generate::Record;
use crate::{cases, every_pair, plans, reading};
use proptest::prelude::*;
use rapporteur::check::RoundSet;
use rapporteur::matching::Series;
use rapporteur::model::date::{Certainty, Date};
use rapporteur::model::id::Id;
use rapporteur::model::round::{EventAct, ListKind, Round};
use rapporteur::model::status::Act;
use std::collections::{BTreeMap, BTreeSet};

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn the_acts_between_two_rounds_lead_from_status_to_status(plan in plans()) {
        every_pair(&plan, |_, series, (before, after), comparison| {
            for change in &comparison.agreements {
                let (from, to) = if before <= after {
                    (change.status.before, change.status.after)
                } else {
                    (change.status.after, change.status.before)
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
