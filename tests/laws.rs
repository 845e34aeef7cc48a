//! The laws of comparison, on records made from seeds.

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use common::generate::{Plan, Record};
use common::{Reading, digest, read};

fn reading(record: &Record) -> Reading {
    let texts = record.texts();
    read(
        texts
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str())),
    )
}

#[test]
fn smoke() {
    for seed in 0..40 {
        let plan = Plan {
            seed,
            rounds: 4,
            items: 8,
            renamed: 5,
            retired: 10,
            absent: 10,
            empty: 5,
            complete: 40,
            gaps: 10,
            ..Plan::default()
        };
        let record = Record::of(&plan);
        let one = reading(&record);
        let _ = one.record();
        let other = reading(&record.shuffled(seed + 1));
        if digest::of_all(one.record()) != digest::of_all(other.record()) {
            eprintln!("seed {seed} differs");
        }
    }
}
