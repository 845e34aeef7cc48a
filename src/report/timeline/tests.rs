//! Places along the line, worked out by hand: four years are 1,461 days.

use super::{TimeMark, TimelineReport};
use crate::report::sample::{real_series, series_of};

fn timeline(lang: &str) -> TimelineReport {
    real_series(lang).timeline.expect("three rounds have dates")
}

fn places(marks: &[TimeMark]) -> Vec<(u32, &str, &str, bool)> {
    marks
        .iter()
        .map(|mark| {
            (
                mark.round,
                mark.from.as_str(),
                mark.width.as_str(),
                mark.coarse,
            )
        })
        .collect()
}

#[test]
fn dates_lie_to_scale_and_coarse_ones_are_as_long_as_they_may_be() {
    let line = timeline("en");
    // Days 53, 456 to 486 (all of April 2024) and 1,120 of 1,461.
    assert_eq!(
        places(&line.held),
        [
            (1, "3.62", "0.07", false),
            (2, "31.21", "2.05", true),
            (3, "76.65", "0.07", false)
        ]
    );
    // All of 2025: days 731 to 1,096.
    assert_eq!(places(&line.promised), [(3, "50.03", "24.98", true)]);
    let years: Vec<&str> = line.years.iter().map(|year| year.label.as_str()).collect();
    assert_eq!(years, ["2023", "2024", "2025", "2026"]);
    assert_eq!(
        line.text,
        "Rounds held: Round 1: 23 February 2023; Round 2: April 2024; Round 3: 25 January 2026. \
         Planned or promised: Round 3: 2025."
    );
}

#[test]
fn time_runs_with_the_reading() {
    let line = timeline("ar");
    assert_eq!(
        places(&line.held),
        [
            (1, "96.31", "0.07", false),
            (2, "66.74", "2.05", true),
            (3, "23.28", "0.07", false)
        ]
    );
}

#[test]
fn one_date_makes_no_line() {
    let report = series_of("{}", &["round: 1\ndate: 2020", "round: 2"], "en");
    assert_eq!(report.timeline, None);
}

#[test]
fn of_many_years_some_are_labelled() {
    let report = series_of(
        "{}",
        &["round: 1\ndate: 1996", "round: 2\ndate: 2012-05"],
        "en",
    );
    let line = report.timeline.expect("two rounds have dates");
    let years: Vec<&str> = line.years.iter().map(|year| year.label.as_str()).collect();
    // Seventeen years make nine stretches of two, and four of five.
    assert_eq!(years, ["1995", "2000", "2005", "2010"]);
}
