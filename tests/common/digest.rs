//! Everything that a comparison says, without the places in files that it says it of.

use rapporteur::acts::Moment;
use rapporteur::check::RoundSet;
use rapporteur::compare::{Comparison, HeadChange, ListChanges, Standing, compare, first};
use rapporteur::findings::{Settings, findings};
use rapporteur::history::History;
use rapporteur::matching::{Entry, Series};
use rapporteur::model::status::Act;
use std::fmt::Write;

/// Every comparison of a record, forwards and backwards, its history and its findings.
pub(crate) fn of_all(record: &RoundSet) -> String {
    let series = Series::of(record);
    let mut text = String::new();
    let numbers: Vec<u32> = series.rounds.iter().map(|round| round.number()).collect();
    for after in &numbers {
        let alone = first(&series, *after).expect("the round is there");
        let _ = writeln!(text, "== {after}\n{}", of(&alone));
        for before in &numbers {
            let comparison = compare(&series, *before, *after).expect("both rounds are there");
            let history = History::of(&series, *after.max(before));
            let _ = writeln!(text, "== {before} {after}\n{}", of(&comparison));
            for finding in findings(
                record.dialogue(),
                &comparison,
                &history,
                &Settings::default(),
            ) {
                let _ = writeln!(text, "{} {:?}", finding.rule.id(), finding.arguments);
            }
        }
    }
    if let Some(last) = numbers.last() {
        let _ = writeln!(text, "{:?}", History::of(&series, *last));
    }
    text
}

/// One comparison.
pub(crate) fn of(comparison: &Comparison<'_>) -> String {
    let mut text = String::new();
    let lists = [
        ("sectors", &comparison.sectors),
        ("topics", &comparison.topics),
        ("programmes", &comparison.programmes),
        ("bodies", &comparison.bodies),
    ];
    for (name, list) in lists {
        let _ = writeln!(text, "{name} {:?}", list.stated);
        text += &changes(list);
    }
    for one in &comparison.agreements {
        let acts: Vec<(Moment, Act)> = one
            .acts
            .iter()
            .map(|deed| (deed.moment, deed.act))
            .collect();
        let sides = [&one.sides.before, &one.sides.after].map(Option::is_some);
        let _ = writeln!(
            text,
            "{} {} {} {:?} {acts:?} {sides:?} {:?} {:?} {:?} {}",
            one.id,
            one.class,
            one.standing,
            one.status,
            one.fields,
            one.relations,
            one.seen,
            one.first_in_record
        );
    }
    for one in &comparison.commitments {
        let state = [&one.state.before, &one.state.after].map(|state| state.as_ref().map(standing));
        let sides = [&one.sides.before, &one.sides.after].map(Option::is_some);
        let _ = writeln!(
            text,
            "{} {state:?} {} {} {sides:?}",
            one.id, one.made_in, one.kind
        );
    }
    let meeting = &comparison.meeting;
    let _ = writeln!(
        text,
        "{:?} {:?} {:?} {:?} {:?}",
        meeting.interval, meeting.place, meeting.hosts, meeting.delays, meeting.heads_stated
    );
    for head in &meeting.heads {
        text += &people(head);
    }
    for one in &comparison.indicators {
        let value =
            |side: Option<&rapporteur::model::round::Indicator>| side.map(|one| one.value.value);
        let (before, after) = (value(one.sides.before), value(one.sides.after));
        let _ = writeln!(text, "{} {before:?} {after:?} {:?}", one.id, one.change);
    }
    text
}

fn changes(list: &ListChanges<'_>) -> String {
    let entry = |entry: &Option<Entry<'_>>| {
        entry.as_ref().map(|one| {
            let name = one.mention.name.value.clone();
            (one.id.clone(), one.ground, name, one.wording.clone())
        })
    };
    let mut text = String::new();
    for named in list.named.before.iter().chain(&list.named.after) {
        let _ = writeln!(text, "{:?}", entry(&Some(named.clone())));
    }
    for one in &list.changes {
        let sides = [entry(&one.sides.before), entry(&one.sides.after)];
        let _ = writeln!(
            text,
            "{} {} {} {:?} {:?} {:?} {sides:?} {:?} {:?} {:?}",
            one.id,
            one.action,
            one.class,
            one.with,
            one.under,
            one.set_aside,
            one.seen,
            one.wording,
            one.salience
        );
    }
    text
}

fn standing(one: &Standing<'_>) -> String {
    let delivered = one.delivered.map(|date| date.literal().to_owned());
    format!(
        "{} {:?} {delivered:?} {:?} {:?}",
        one.state, one.late, one.venue, one.act
    )
}

/// The people of one party, whoever is named first.
fn people(head: &HeadChange<'_>) -> String {
    let mut lines: Vec<String> = head
        .people
        .iter()
        .map(|one| {
            let sides = [one.sides.before, one.sides.after].map(|side| {
                side.map(|head| {
                    (
                        head.person.clone(),
                        head.portfolio.as_ref().map(|one| one.value.clone()),
                    )
                })
            });
            format!(
                "{sides:?} {:?} {:?} {:?} {:?}",
                one.action, one.same_person, one.same_title, one.same_portfolio
            )
        })
        .collect();
    lines.sort();
    format!(
        "{} {:?} {:?} {lines:?}\n",
        head.party, head.rank, head.ranks
    )
}
