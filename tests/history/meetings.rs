//! Meetings and figures, pair by pair.

use crate::record::{assert_table, days, fictional, pair, real, rounds, word};
use rapporteur::compare::PlaceChange;
use rapporteur::matching::Series;
use rapporteur::model::term::Term;

#[test]
fn places_hosts_and_intervals() {
    let record = fictional();
    let series = Series::of(&record);
    let pairs = [
        (0, 1),
        (1, 0),
        (1, 4),
        (2, 3),
        (4, 5),
        (5, 7),
        (8, 9),
        (4, 4),
    ];
    let told = pairs.map(|(before, after)| {
        let meeting = pair(&series, before, after).meeting;
        let hosts = (word(meeting.hosts.before), word(meeting.hosts.after));
        let interval = word(meeting.interval.map(days));
        format!(
            "{before}>{after} {} {}>{} {interval}",
            word(meeting.place),
            hosts.0,
            hosts.1
        )
    });
    assert_table(
        told,
        "
        0>1 moved       tarsund>velmora       348..378
        1>0 moved       velmora>tarsund       -378..-348
        1>4 cannot-tell velmora>velmora       757..1417
        2>3 -           tarsund>-             253..374
        4>5 moved       velmora>tarsund       0..660
        5>7 same        tarsund>tarsund       913..943
        8>9 moved       tarsund>halcyon-union 822..911
        4>4 cannot-tell velmora>velmora       0
        ",
    );
    let places = pairs.map(|(before, after)| pair(&series, before, after).meeting.place);
    assert!(
        PlaceChange::ALL
            .iter()
            .all(|place| places.contains(&Some(*place)))
    );
}

#[test]
fn planned_against_held() {
    let record = fictional();
    let series = Series::of(&record);
    let told = [1, 2, 5, 8, 9].map(|round| {
        let delays = pair(&series, 0, round).meeting.delays;
        format!(
            "{round} {} {}",
            word(delays.before.map(days)),
            word(delays.after.map(days))
        )
    });
    // From the last day planned for: 31 May 2013, 31 December 2016, 15 September 2020,
    // 31 December 2021.
    assert_table(told, "1 - -17\n2 - -\n5 - 60..90\n8 - 16\n9 - 366..455");
}

#[test]
fn the_real_meetings() {
    let record = real();
    let series = Series::of(&record);
    let meeting = pair(&series, 2, 3).meeting;
    assert_eq!(meeting.interval.map(days), Some("635..664".to_owned()));
    assert_eq!(meeting.place, Some(PlaceChange::Moved));
    assert_eq!(word(meeting.hosts.before), "united-states");
    assert_eq!(word(meeting.hosts.after), "oman");
    // A coarse date compared with itself is one day, whichever it was.
    let same = pair(&series, 2, 2).meeting;
    assert_eq!(same.interval.map(days), Some("0".to_owned()));
}

#[test]
fn figures() {
    let record = fictional();
    let series = Series::of(&record);
    let told = |before, after| {
        let figures = pair(&series, before, after).indicators;
        let line = |one: &rapporteur::compare::IndicatorChange<'_>| {
            let value = |side: Option<&rapporteur::model::round::Indicator>| {
                word(side.map(|one| one.value.value))
            };
            let change = one.change.as_ref();
            let (amount, percent) = (
                change.map(|one| one.amount),
                change.and_then(|one| one.percent),
            );
            format!(
                "{} {}>{} {} {}",
                one.id,
                value(one.sides.before),
                value(one.sides.after),
                word(amount),
                word(percent)
            )
        };
        figures.iter().map(line).collect::<Vec<_>>()
    };
    assert_table(
        told(1, 2),
        "
        bilateral-trade 120500000>131000000.5 10500000.5 8.7
        students        640>800                160         25
        ",
    );
    // Of two periods the newest, in whatever order they are written.
    assert_table(
        told(2, 5),
        "
        bilateral-trade 131000000.5>150000000 18999999.5 14.5
        students        800>-                  -           -
        ",
    );
    // Euros do not compare with dollars.
    assert_table(told(5, 8), "bilateral-trade 150000000>190000000 - -");
}

#[test]
fn another_unit_or_period_alone_is_a_change() {
    let changed = |one: &str, other: &str| {
        let figure = |rest: &str| format!("indicators: [{{id: trade, value: 5, {rest}}}]");
        let record = rounds("{}", &[&figure(one), &figure(other)]);
        pair(&Series::of(&record), 1, 2).is_changed()
    };
    assert!(!changed("unit: USD", "unit: USD"));
    assert!(changed("unit: USD", "unit: EUR"));
    assert!(changed("period: 2024", "period: 2025"));
}

#[test]
fn any_period_is_newer_than_none() {
    let figures = |rest: &[&str]| {
        let figure = |(at, rest): (usize, &&str)| format!("{{id: trade, value: {at}{rest}}}");
        let figures: Vec<_> = rest.iter().enumerate().map(figure).collect();
        let record = rounds("{}", &[&format!("indicators: [{}]", figures.join(", "))]);
        let series = Series::of(&record);
        let found = pair(&series, 1, 1).indicators;
        word(found[0].sides.after.map(|one| one.value.value))
    };
    assert_eq!(figures(&[", period: 2024", ""]), "0");
    assert_eq!(figures(&["", ", period: 2024", ", period: 2023-12"]), "1");
    assert_eq!(
        figures(&[", period: 2024-12", "", ", period: 2024-11"]),
        "0"
    );
}

#[test]
fn an_interval_may_be_known_at_one_end() {
    let between = |one: &str, other: &str| {
        let record = rounds("{}", &[&format!("date: {one}"), &format!("date: {other}")]);
        let interval = pair(&Series::of(&record), 1, 2).meeting.interval;
        interval.map(days)
    };
    assert_eq!(between("2020-01-01", "2020-01-31").as_deref(), Some("30"));
    assert_eq!(
        between("2020-01-01", "../2020-01-31").as_deref(),
        Some("?..30")
    );
    assert_eq!(
        between("../2020-01-01", "2020-01-31").as_deref(),
        Some("30..?")
    );
    assert_eq!(between("../2020-01-01", "../2020-01-31"), None);
}
