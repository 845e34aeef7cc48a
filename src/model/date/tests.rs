//! Dates, read one by one.

mod comparing;
mod laws;

use super::*;
use chrono::NaiveDate;

fn date(literal: &str) -> Date {
    Date::parse(literal).unwrap_or_else(|error| panic!("{error}"))
}

fn bounds(earliest: &str, latest: &str) -> Bounds {
    let day = |text: &str| (text != "-").then(|| text.parse::<NaiveDate>().expect("a day"));
    Bounds {
        earliest: day(earliest),
        latest: day(latest),
    }
}

#[test]
fn published_examples_of_levels_0_and_1_are_read() {
    // The examples of the Library of Congress's specification, save those with a time of day.
    for (literal, earliest, latest) in [
        ("1985-04-12", "1985-04-12", "1985-04-12"),
        ("1985-04", "1985-04-01", "1985-04-30"),
        ("1985", "1985-01-01", "1985-12-31"),
        ("1964/2008", "1964-01-01", "2008-12-31"),
        ("2004-06/2006-08", "2004-06-01", "2006-08-31"),
        ("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08"),
        ("2004-02-01/2005-02", "2004-02-01", "2005-02-28"),
        ("2004-02-01/2005", "2004-02-01", "2005-12-31"),
        ("2005/2006-02", "2005-01-01", "2006-02-28"),
        ("Y170002", "+170002-01-01", "+170002-12-31"),
        ("Y-170002", "-170002-01-01", "-170002-12-31"),
        ("2001-21", "2001-03-01", "2001-06-30"),
        ("1984?", "1984-01-01", "1984-12-31"),
        ("2004-06~", "2004-06-01", "2004-06-30"),
        ("2004-06-11%", "2004-06-11", "2004-06-11"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2004-XX", "2004-01-01", "2004-12-31"),
        ("1985-04-XX", "1985-04-01", "1985-04-30"),
        ("1985-XX-XX", "1985-01-01", "1985-12-31"),
        ("1985-04-12/..", "1985-04-12", "-"),
        ("1985-04/..", "1985-04-01", "-"),
        ("1985/..", "1985-01-01", "-"),
        ("../1985-04-12", "-", "1985-04-12"),
        ("../1985-04", "-", "1985-04-30"),
        ("../1985", "-", "1985-12-31"),
        ("1985-04-12/", "1985-04-12", "-"),
        ("1985-04/", "1985-04-01", "-"),
        ("1985/", "1985-01-01", "-"),
        ("/1985-04-12", "-", "1985-04-12"),
        ("/1985-04", "-", "1985-04-30"),
        ("/1985", "-", "1985-12-31"),
        ("1984~/2004-06", "1984-01-01", "2004-06-30"),
        ("1984/2004-06~", "1984-01-01", "2004-06-30"),
        ("1984?/2004%", "1984-01-01", "2004-12-31"),
        ("-1985", "-1985-01-01", "-1985-12-31"),
    ] {
        let read = date(literal);
        assert_eq!(read.window(), bounds(earliest, latest), "{literal}");
        assert_eq!(read.literal(), literal);
    }
}

#[test]
fn seasons_are_as_wide_as_their_readings() {
    for (literal, earliest, latest) in [
        ("2024-21", "2024-03-01", "2024-06-30"),
        ("2024-22", "2024-06-01", "2024-09-30"),
        ("2024-23", "2024-09-01", "2024-12-31"),
        ("2024-24", "2024-01-01", "2025-03-31"),
    ] {
        assert_eq!(date(literal).first_day(), bounds(earliest, latest));
        assert_eq!(date(literal).precision(), Precision::Season);
    }
}

#[test]
fn an_interval_has_a_start_and_an_end() {
    let days = date("2020-09-14/2020-09-15");
    assert_eq!(days.first_day(), bounds("2020-09-14", "2020-09-14"));
    assert_eq!(days.last_day(), bounds("2020-09-15", "2020-09-15"));
    assert!(days.is_interval() && !days.is_coarse());

    let open = date("2023/..");
    assert_eq!(open.first_day(), bounds("2023-01-01", "2023-12-31"));
    assert_eq!(open.last_day(), bounds("2023-01-01", "-"));
    assert!(open.is_interval() && open.is_coarse());

    let overlap = date("2024-04-15/2024-04");
    assert_eq!(overlap.last_day(), bounds("2024-04-15", "2024-04-30"));
    let overlap = date("2024-04/2024-04-15");
    assert_eq!(overlap.first_day(), bounds("2024-04-01", "2024-04-15"));
}

#[test]
fn shapes_hold_every_part() {
    let year = 2021;
    for (literal, shape) in [
        ("2021", Shape::Year { year }),
        ("2021-XX", Shape::MonthUnknown { year }),
        ("2021-XX-XX", Shape::MonthAndDayUnknown { year }),
        ("2021-06", Shape::Month { year, month: 6 }),
        ("2021-06-XX", Shape::DayUnknown { year, month: 6 }),
        ("2021-23", Shape::Season { year, season: 3 }),
        ("202X", Shape::Decade { first: 2020 }),
        ("20XX", Shape::Century { first: 2000 }),
    ] {
        assert_eq!(*date(literal).shape(), shape);
    }
    let month = 6;
    let (uncertain, approximate) = (true, false);
    let doubt = Qualifier {
        uncertain,
        approximate,
    };
    let to = End::Date(Box::new(Shape::Month { year, month }), doubt);
    let from = End::Unknown;
    assert_eq!(*date("/2021-06?").shape(), Shape::Interval { from, to });
}

#[test]
fn marks_of_doubt_are_kept() {
    let marks = |literal| (date(literal).is_uncertain(), date(literal).is_approximate());
    assert_eq!(marks("2026-01-15"), (false, false));
    assert_eq!(marks("2026-01-15?"), (true, false));
    assert_eq!(marks("1980~"), (false, true));
    assert_eq!(marks("1980%"), (true, true));
    assert_eq!(marks("1980?/1990~"), (true, true));
    assert!(!date("2026-01-15?").is_coarse());
}

#[test]
fn impossible_dates_are_told_from_what_is_no_date() {
    for literal in [
        "2024-13",
        "2024-00",
        "2024-13-01",
        "2024-02-30",
        "2023-02-29",
        "2024-04-00",
        "2024-21-05",
        "2024-02-3X",
        "2024/2023",
        "2024-04-02/2024-04-01",
        "2024-13/2025",
        "2024-02-30?",
        "Y300000",
        "Y9223372036854775807",
        "Y-300000",
    ] {
        let error = Date::parse(literal).expect_err(literal);
        assert!(error.is_impossible(), "{error:?}");
    }
    for (literal, meant) in [
        ("early 2026", None),
        ("May 2024", None),
        ("2024-1-5", Some("2024-01-05")),
        ("2024-1", Some("2024-01")),
        ("2024/05", Some("2024-05")),
        ("25/01/2026", Some("2026-01-25")),
        ("01/25/2026", Some("2026-01-25")),
        ("02/01/2026", None),
        ("25.1.2026", Some("2026-01-25")),
        ("20260125", Some("2026-01-25")),
        (" 2024-01-05", Some("2024-01-05")),
        ("٢٠٢٤-٠٤", Some("2024-04")),
        ("2024–2025", Some("2024/2025")),
        ("2024-1-35", None),
        ("+12024-01-01", None),
        ("198", None),
        ("2018-01-15/02-20", None),
        ("1985-W15", None),
        ("../..", None),
        ("/", None),
        ("2023/2024/2025", None),
        ("-0000", None),
        ("Y1985", None),
    ] {
        let error = Date::parse(literal).expect_err(literal);
        assert!(!error.is_impossible(), "{error:?}");
        assert!(matches!(error, DateError::NotADate { .. }), "{error:?}");
        assert_eq!(error.suggestion(), meant, "{literal}");
    }
    assert_eq!(Date::parse(" \n"), Err(DateError::Empty));
}

#[test]
fn level_2_and_times_are_refused_by_name() {
    for literal in [
        "{1960,1961-12}",
        "[1670..1672]",
        "Y-17E7",
        "1950S2",
        "2001-34",
        "2004-06~-11",
        "?2004-06-11",
        "156X-12-25",
        "XXXX",
        "1560-X2",
        "2004-06-XX/2004-07-03",
        "..2004-06-01/2004-06-20",
    ] {
        let error = Date::parse(literal).expect_err(literal);
        assert!(matches!(error, DateError::Level2 { .. }), "{error:?}");
    }
    for literal in [
        "2026-01-25T10:00:00Z",
        "2026-01-25 10:00:00",
        "2026-01-25T10:00",
    ] {
        let error = Date::parse(literal).expect_err(literal);
        assert_eq!(error.suggestion(), Some("2026-01-25"), "{error:?}");
    }
    let both = "2026-01-25T10:00/2026-01-26T18:00";
    let error = Date::parse(both).expect_err(both);
    assert_eq!(error.suggestion(), Some("2026-01-25/2026-01-26"));
}

#[test]
fn an_interval_has_two_ends_and_a_time_before_a_third_is_no_time() {
    for literal in [
        "2024/2024-01-01T1/:",
        "2024-01-01T10:00/2024-01-02T11:00/2024",
        "2024/01/05T1:0/",
        "2024/2025/",
    ] {
        let error = Date::parse(literal).expect_err(literal);
        assert!(matches!(error, DateError::NotADate { .. }), "{error:?}");
    }
}

#[test]
fn messages_say_what_to_do() {
    let message = |literal: &str| Date::parse(literal).expect_err(literal).to_string();
    assert_eq!(
        message("2024-02-30"),
        "`2024-02-30` is impossible: its month has 29 days"
    );
    assert_eq!(
        message("2024-1-5"),
        "`2024-1-5` is not a date; write `2024-01-05`"
    );
    assert!(message(&"9".repeat(1000)).chars().count() < 300);
    assert!(!message("\u{1b}[31m").contains('\u{1b}'));
}

#[test]
fn a_described_date_has_the_bounds_it_is_given() {
    let (from, to) = (date("2026-01"), date("2026-04"));
    let early = Date::described("early 2026", Some(&from), Some(&to)).expect("a date");
    assert_eq!(early.literal(), "early 2026");
    assert_eq!(early.first_day(), bounds("2026-01-01", "2026-04-30"));
    assert_eq!(early.last_day(), early.first_day());
    assert_eq!(early.precision(), Precision::Described);
    assert!(early.is_coarse() && !early.is_interval());

    let since = Date::described("since 2026", Some(&from), None).expect("a date");
    assert_eq!(since.window(), bounds("2026-01-01", "-"));

    let error = Date::described("early 2026", Some(&to), Some(&from)).expect_err("reversed");
    assert!(error.is_impossible());
    assert_eq!(Date::described(" ", None, None), Err(DateError::Empty));
}
