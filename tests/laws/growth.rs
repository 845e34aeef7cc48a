//! Histories that go on round by round, against those read from the first round on.

use crate::common::generate::{Plan, Record};
use crate::{Outcome, cases, plans, reading};
use proptest::prelude::*;
use rapporteur::history::{Growing, History};
use rapporteur::matching::{Matching, Series};

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn a_history_that_goes_on_is_the_one_read_anew(plan in plans(), rounds in 2..7_u32) {
        let plan = Plan { rounds, ..plan };
        held(&plan, Matching::Declared, 0)?;
        held(&plan, Matching::Likely, rounds / 2)?;
    }
}

#[test]
fn a_history_of_many_rounds_goes_on() -> Outcome {
    // More rounds than each is compared with.
    let plan = Plan {
        rounds: 70,
        items: 2,
        removed: 20,
        absent: 10,
        gaps: 5,
        ..Plan::default()
    };
    held(&plan, Matching::Declared, 50)
}

/// Goes on from a start, which is a round or not, to each later round of a record.
fn held(plan: &Plan, matching: Matching, start: u32) -> Outcome {
    let record = Record::of(plan);
    let reading = reading(&record);
    let series = Series::matched(reading.record(), matching);
    let mut growing = Growing::of(&series, start);
    for number in record.numbers() {
        growing.go_on(number);
        let anew = History::of(&series, number.max(start));
        prop_assert_eq!(format!("{:?}", growing.history()), format!("{anew:?}"));
    }
    Ok(())
}
