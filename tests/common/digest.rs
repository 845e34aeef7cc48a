//! Everything that a comparison says, without the places in files that it says it of.

use rapporteur::acts::Moment;
use rapporteur::check::RoundSet;
use rapporteur::compare::{Comparison, HeadChange, ListChanges, Standing, compare, first};
use rapporteur::findings::{Settings, findings};
use rapporteur::history::History;
use rapporteur::matching::{Entry, Series, SeriesRound};
use rapporteur::model::status::Act;
use std::fmt::Write;

/// Every comparison of a record, forwards and backwards, its history and its findings.
pub(crate) fn of_all(record: &RoundSet) -> String {
    of_series(&Series::of(record))
}

/// The same of a series.
pub(crate) fn of_series(series: &Series<'_>) -> String {
    let record = series.record;
    let mut text = String::new();
    let numbers: Vec<u32> = series.rounds.iter().map(SeriesRound::number).collect();
    for after in &numbers {
        let alone = first(series, *after).expect("the round is there");
        let _ = writeln!(text, "== {after}\n{}", of(&alone));
        for before in &numbers {
            let comparison = compare(series, *before, *after).expect("both rounds are there");
            let history = History::of(series, *after.max(before));
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
        text += &of_history(&History::of(series, *last));
    }
    text
}

/// The history of a series.
fn of_history(history: &History<'_>) -> String {
    let mut text = String::new();
    for one in &history.rounds {
        let counts = (one.sectors, one.first_named, one.returning);
        let _ = writeln!(
            text,
            "{} {:?} {:?} {counts:?} {:?}",
            one.number(),
            one.first_day,
            one.host,
            one.no_longer_listed
        );
    }
    let lists = [
        &history.sectors,
        &history.topics,
        &history.programmes,
        &history.bodies,
    ];
    for one in lists.into_iter().flatten() {
        let seen = (one.first, one.last, one.absent_for);
        let _ = writeln!(text, "{} {:?} {seen:?} {:?}", one.id, one.named, one.gaps);
    }
    let shares = (&history.groups, &history.overlaps, &history.missing);
    let _ = writeln!(text, "{shares:?}");
    let sums = (&history.cadence, &history.totals, &history.scoreboard);
    let _ = writeln!(text, "{sums:?}");
    for one in &history.agreements {
        let acts = one.deeds.iter().map(|deed| (deed.moment, deed.act));
        let acts: Vec<(Moment, Act)> = acts.collect();
        let seen = (one.standing, one.first, one.last);
        let _ = writeln!(text, "{} {seen:?} {:?} {acts:?}", one.id, one.points);
    }
    for one in &history.commitments {
        let points = one.points.iter().map(|point| point.as_ref().map(standing));
        let points: Vec<Option<String>> = points.collect();
        let now = (standing(&one.now), one.made_in, one.kind, one.age);
        let _ = writeln!(text, "{} {points:?} {now:?}", one.id);
    }
    for one in &history.heads {
        let ranks = one.offices.iter().flatten();
        let ranks: Vec<_> = ranks.map(|office| (office.round, office.rank)).collect();
        let _ = writeln!(text, "{} {ranks:?}", one.party);
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
