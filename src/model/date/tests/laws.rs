//! What holds for every date.

use super::date;
use crate::model::date::{Certainty, Date, Days};
use proptest::prelude::*;

fn literals() -> impl Strategy<Value = String> {
    let year = (0u32..=9999).prop_map(|year| format!("{year:04}"));
    let parts = || (0u32..=9999, 1u32..=12, 1u32..=28);
    let plain = prop_oneof![
        year.clone(),
        parts().prop_map(|(year, month, _)| format!("{year:04}-{month:02}")),
        (0u32..=9999, 21u32..=24).prop_map(|(year, season)| format!("{year:04}-{season}")),
        parts().prop_map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}")),
        (10_000i64..=200_000).prop_map(|year| format!("Y{year}")),
        (1u32..=9999).prop_map(|year| format!("-{year:04}")),
    ];
    let unknown = prop_oneof![
        (0u32..=999).prop_map(|year| format!("{year:03}X")),
        (0u32..=99).prop_map(|year| format!("{year:02}XX")),
        year.clone().prop_map(|year| format!("{year}-XX")),
        year.prop_map(|year| format!("{year}-XX-XX")),
        parts().prop_map(|(year, month, _)| format!("{year:04}-{month:02}-XX")),
    ];
    let mark = prop_oneof![Just(""), Just("?"), Just("~"), Just("%")];
    let end = (plain.clone(), mark.clone()).prop_map(|(date, mark)| date + mark);
    let gap = prop_oneof![Just(".."), Just("")];
    prop_oneof![
        end.clone(),
        (unknown, mark).prop_map(|(date, mark)| date + mark),
        (end.clone(), gap.clone()).prop_map(|(from, to)| format!("{from}/{to}")),
        (gap, end.clone()).prop_map(|(from, to)| format!("{from}/{to}")),
        (end.clone(), end).prop_map(|(one, two)| {
            let backwards = date(&two).certainty(&date(&one)) == Certainty::Before;
            let (from, to) = if backwards { (two, one) } else { (one, two) };
            format!("{from}/{to}")
        }),
    ]
}

proptest! {
    #[test]
    fn the_literal_comes_back(literal in literals()) {
        let read = Date::parse(&literal);
        prop_assert_eq!(read.as_ref().map(Date::literal), Ok(&*literal));
    }

    #[test]
    fn bounds_are_in_order(literal in literals()) {
        let read = date(&literal);
        for bounds in [read.first_day(), read.last_day(), read.window()] {
            if let (Some(earliest), Some(latest)) = (bounds.earliest, bounds.latest) {
                prop_assert!(earliest <= latest);
            }
        }
        prop_assert!(!read.last_day().is_before(read.first_day()));
        prop_assert!(!read.refines(&read));
    }

    #[test]
    fn comparing_the_other_way_is_the_other_answer(one in literals(), two in literals()) {
        let (one, two) = (date(&one), date(&two));
        let mirrored = match two.certainty(&one) {
            Certainty::Before => Certainty::After,
            Certainty::After => Certainty::Before,
            same => same,
        };
        prop_assert_eq!(one.certainty(&two), mirrored);
        prop_assert_eq!(one.sorting(&two), two.sorting(&one).reverse());
        let there = Days::between(one.first_day(), two.first_day());
        prop_assert_eq!(Days::between(two.first_day(), one.first_day()), there.negated());
    }

    #[test]
    fn no_text_makes_reading_panic(text in "[0-9X./?~%Y{}SE T:٠-٩é-]{0,24}") {
        if let Err(error) = Date::parse(&text) {
            prop_assert!(!error.to_string().is_empty());
            if let Some(meant) = error.suggestion() {
                prop_assert!(Date::parse(meant).is_ok());
            }
        }
    }
}
