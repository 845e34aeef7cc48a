//! What in the texts decides, and what does not.

use crate::common::generate::Record;
use crate::common::{Reading, digest};
use crate::{cases, plans, reading};
use proptest::prelude::*;
use rapporteur::compare::compare;
use rapporteur::findings::{Settings, findings};
use rapporteur::history::History;
use rapporteur::matching::Series;
use std::fmt::Write;

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn the_same_texts_give_the_same_results(plan in plans()) {
        let record = Record::of(&plan);
        prop_assert_eq!(record.texts(), Record::of(&plan).texts());
        let whole = |reading: &Reading| {
            let series = Series::of(reading.record());
            let mut text = format!("{:?}", reading.said());
            let numbers = record.numbers();
            for (before, after) in numbers.iter().zip(numbers.iter().skip(1)) {
                let comparison = compare(&series, *before, *after).expect("both are there");
                let history = History::of(&series, *after);
                let dialogue = reading.record().dialogue();
                let settings = Settings::default();
                let found = findings(dialogue, &comparison, &history, &settings);
                let _ = writeln!(text, "{comparison:?} {history:?} {found:?}");
            }
            text
        };
        let (one, other) = (reading(&record), reading(&record));
        prop_assert!(whole(&one) == whole(&other));
    }

    #[test]
    fn the_order_of_files_and_of_items_changes_nothing(plan in plans(), order in any::<u64>()) {
        let record = Record::of(&plan);
        let (one, other) = (reading(&record), reading(&record.shuffled(order)));
        let digests = [&one, &other].map(|reading| digest::of_all(reading.record()));
        let lines = digests[0].lines().zip(digests[1].lines());
        for (line, shuffled) in lines {
            prop_assert_eq!(line, shuffled);
        }
        prop_assert_eq!(digests[0].len(), digests[1].len());
    }
}
