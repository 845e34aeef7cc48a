//! Dates, two by two.

use super::date;
use crate::model::date::{Bounds, Certainty, Date, Days};

fn days(least: i64, most: i64) -> Days {
    Days {
        least: Some(least),
        most: Some(most),
    }
}

#[test]
fn gaps_between_the_rounds_are_ranges() {
    let gap = |from: &str, to: &str| Days::between(date(from).first_day(), date(to).first_day());
    assert_eq!(gap("2023-02-23", "2024-04"), days(403, 432));
    assert_eq!(gap("2024-04", "2026-01-25"), days(635, 664));
    assert_eq!(gap("2026-01-25", "2024-04"), days(-664, -635));
    assert_eq!(gap("2024-04", "2026-01-25").negated(), days(-664, -635));

    let window_closed = Bounds {
        earliest: date("2025").window().latest,
        ..date("2025").window()
    };
    let late = Days::between(window_closed, date("2026-01-25").first_day());
    assert_eq!(late, Days::exact(25));
    assert!(late.is_exact() && !days(1, 2).is_exact());

    let open = gap("../2023", "2024-01-01");
    assert_eq!((open.least, open.most), (Some(1), None));
    assert!(!open.is_exact());
}

#[test]
fn certainty_needs_bounds_that_do_not_touch() {
    let certainty = |one: &str, two: &str| date(one).certainty(&date(two));
    assert_eq!(certainty("2023-02-23", "2024-04"), Certainty::Before);
    assert_eq!(certainty("2026-01-25", "2025"), Certainty::After);
    assert_eq!(certainty("2024-04", "2024-04-30"), Certainty::CannotTell);
    assert_eq!(certainty("2024-04", "2024-04"), Certainty::CannotTell);
    assert_eq!(certainty("2024-04-24", "2024-04-24?"), Certainty::Same);
    assert_eq!(certainty("2023/..", "2030"), Certainty::CannotTell);
    assert_eq!(certainty("2023/..", "2022"), Certainty::After);
    assert_eq!(
        certainty("2024-04-01/2024-04-02", "2024-04-02"),
        Certainty::CannotTell
    );
}

#[test]
fn lists_are_sorted_by_earliest_then_latest_then_literal() {
    let mut list = [
        "2024-04/..",
        "2024-04",
        "2024-04-01",
        "../2030",
        "2023",
        "2024-04?",
    ]
    .map(date);
    list.sort_by(Date::sorting);
    let literals = list.each_ref().map(Date::literal);
    assert_eq!(
        literals,
        [
            "../2030",
            "2023",
            "2024-04-01",
            "2024-04",
            "2024-04?",
            "2024-04/.."
        ]
    );
}

#[test]
fn a_finer_date_refines_a_coarser_one() {
    let refines = |fine: &str, coarse: &str| date(fine).refines(&date(coarse));
    assert!(refines("2024-04-24", "2024-04"));
    assert!(refines("2024-04", "2024"));
    assert!(refines("2024-04-10/2024-04-12", "2024-04"));
    assert!(refines("2023/2025", "2023/.."));
    assert!(!refines("2024-04", "2024-04"));
    assert!(!refines("2024-04", "2024-04-24"));
    assert!(!refines("2024-05-01", "2024-04"));
    assert!(!refines("2024-04-24", "2024-04-20/2024-04-30"));
    assert!(!refines("2023/..", "2023"));
}
