//! The rhythm of the rounds, and who hosted.

use crate::record::{assert_table, days, fictional, real, rounds, word};
use rapporteur::history::{Alternation, History, Interval};
use rapporteur::matching::Series;

fn told(interval: &Interval) -> String {
    let against = word(interval.against_stated);
    format!(
        "{}>{} {} {against}",
        interval.from,
        interval.to,
        days(interval.days)
    )
}

#[test]
fn fictional_intervals_against_a_year() {
    let record = fictional();
    let history = History::of(&Series::of(&record), 10);
    // A year is 365 days, give or take 91; a coarse date makes a range.
    assert_table(
        history.cadence.intervals.iter().map(told),
        "
        0>1  348..378  as-stated
        1>2  383..504  -
        2>3  253..374  -
        3>4  0..660    -
        4>5  0..660    -
        5>7  913..943  -
        7>8  367       as-stated
        8>9  822..911  longer
        9>10 158..247  shorter
        ",
    );
    assert_eq!(history.interval_to(8).map(|one| one.from), Some(7));
    assert_eq!(history.interval_to(6), None);
}

#[test]
fn fictional_hosts_take_turns_and_then_do_not() {
    let record = fictional();
    let series = Series::of(&record);
    let hosts = |as_of| History::of(&series, as_of).cadence.alternation;
    assert_eq!(hosts(0), Alternation::Unknown);
    assert_eq!(hosts(2), Alternation::Alternating);
    // Nobody hosts a round at a distance.
    assert_eq!(hosts(3), Alternation::Unknown);
    // Tarsund hosted 5 and 7, but nobody knows of 6.
    assert_eq!(hosts(7), Alternation::Unknown);
    assert_eq!(hosts(8), Alternation::Irregular);
    assert_eq!(hosts(10), Alternation::Irregular);
}

#[test]
fn the_real_rounds() {
    let record = real();
    let history = History::of(&Series::of(&record), 3);
    assert_table(
        history.cadence.intervals.iter().map(told),
        "
        1>2 403..432 -
        2>3 635..664 -
        ",
    );
    assert_eq!(history.cadence.stated, None);
    assert_eq!(history.cadence.alternation, Alternation::Alternating);
}

#[test]
fn one_host_is_not_said_of_rounds_that_a_gap_divides() {
    let dialogue = "missing: [2]\nparties: {a: {country: XA, kind: state}}";
    let place = "place: {country: XA}";
    let first = format!("date: 2020\n{place}");
    let record = rounds(dialogue, &[&first]);
    let alone = History::of(&Series::of(&record), 1).cadence;
    assert_eq!(alone.alternation, Alternation::Unknown);

    let second = format!("date: 2021\n{place}");
    let record = rounds(
        "parties: {a: {country: XA, kind: state}}",
        &[&first, &second],
    );
    let both = History::of(&Series::of(&record), 2).cadence;
    assert_eq!(both.alternation, Alternation::Fixed);
}

#[test]
fn rounds_of_one_month_follow_each_other_in_their_order() {
    let record = rounds(
        "periodicity: semi-annual",
        &["date: 2024-04", "date: 2024-04"],
    );
    let history = History::of(&Series::of(&record), 2);
    assert_table(
        history.cadence.intervals.iter().map(told),
        "1>2 0..29 shorter",
    );
}

#[test]
fn the_leeway_ends_with_the_last_day_of_a_quarter() {
    // A year of 365 days, give or take 91: from 274 to 456 days.
    for (date, days, against) in [
        ("2021-10-01", 273, "shorter"),
        ("2021-10-02", 274, "as-stated"),
        ("2022-04-02", 456, "as-stated"),
        ("2022-04-03", 457, "longer"),
    ] {
        let record = rounds(
            "periodicity: annual",
            &["date: 2021-01-01", &format!("date: {date}")],
        );
        let history = History::of(&Series::of(&record), 2);
        assert_table(
            history.cadence.intervals.iter().map(told),
            &format!("1>2 {days} {against}"),
        );
    }
}
