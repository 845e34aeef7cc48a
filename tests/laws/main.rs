//! The laws of comparison, on records made from seeds.

mod agreements;
mod alone;
#[expect(dead_code, reason = "other tests use the rest")]
#[path = "../common/mod.rs"]
mod common;
mod growth;
mod lists;
mod mirror;
mod texts;

use common::generate::{Plan, Record};
use common::{Reading, read};
use proptest::prelude::*;
use rapporteur::acts::Moment;
use rapporteur::compare::{
    Action, AgreementChange, Class, Comparison, ItemChange, ListChanges, compare,
};
use rapporteur::matching::Series;
use rapporteur::model::id::Id;
use rapporteur::model::round::ListKind;
use rapporteur::model::status::Act;

const LISTS: [ListKind; 4] = [
    ListKind::Sectors,
    ListKind::Topics,
    ListKind::Programmes,
    ListKind::Bodies,
];

/// How many records a law is held on; a failure prints its plan, which is all that made it.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Plans of small records, with everything that can be in one.
fn plans() -> impl Strategy<Value = Plan> {
    let shares = (0..40_usize, 0..30_usize, 0..50_usize, 0..20_usize);
    let rest = (
        0..30_usize,
        0..25_usize,
        0..15_usize,
        0..100_usize,
        0..30_usize,
    );
    (any::<u64>(), 2..5_u32, 1..9_usize, shares, rest).prop_map(
        |(seed, rounds, items, shares, rest)| Plan {
            seed,
            rounds,
            items,
            changed: shares.0,
            retitled: shares.1,
            removed: shares.2,
            renamed: shares.3,
            silent: 0,
            retired: rest.0,
            absent: rest.1,
            empty: rest.2,
            complete: rest.3,
            gaps: rest.4,
        },
    )
}

fn reading(record: &Record) -> Reading {
    let texts = record.texts();
    let texts = texts.iter().map(|(name, text)| (&**name, &**text));
    read(texts)
}

/// Runs `test` on the comparison of every two rounds, in both orders and of each with itself.
fn every_pair(
    plan: &Plan,
    mut test: impl FnMut(&Record, &Series<'_>, (u32, u32), &Comparison<'_>) -> Outcome,
) -> Outcome {
    let record = Record::of(plan);
    let reading = reading(&record);
    let series = Series::of(reading.record());
    for before in record.numbers() {
        for after in record.numbers() {
            let comparison = compare(&series, before, after).expect("both rounds are there");
            test(&record, &series, (before, after), &comparison)?;
        }
    }
    Ok(())
}

type Outcome = Result<(), TestCaseError>;

fn list<'c, 'a>(comparison: &'c Comparison<'a>, list: ListKind) -> &'c ListChanges<'a> {
    match list {
        ListKind::Topics => &comparison.topics,
        ListKind::Programmes => &comparison.programmes,
        ListKind::Bodies => &comparison.bodies,
        _ => &comparison.sectors,
    }
}

fn is_pair(class: Class) -> bool {
    matches!(class, Class::Broadened | Class::Narrowed | Class::Reframed)
}

fn acts(change: &AgreementChange<'_>) -> Vec<(Moment, Act)> {
    let acts = change.acts.iter();
    acts.map(|deed| (deed.moment, deed.act)).collect()
}

/// What a change says, save for its history.
type Facts = (Id, Action, Class, Option<Id>, Option<Id>, [bool; 2]);

fn facts(change: &ItemChange<'_>) -> Facts {
    let sides = [&change.sides.before, &change.sides.after].map(Option::is_some);
    let (with, under) = (change.with.clone(), change.under.clone());
    (
        change.id.clone(),
        change.action,
        change.class,
        with,
        under,
        sides,
    )
}
