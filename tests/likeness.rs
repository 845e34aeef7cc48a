//! How well likeness finds what got another id without a word, on records made from seeds.

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use common::generate::{Plan, Record};
use common::large::{Fate, Large, Shares};
use common::{Reading, digest, read};
use rapporteur::check::RoundSet;
use rapporteur::compare::{Action, AgreementClass, Class, FieldChange, compare};
use rapporteur::matching::{Matching, Series};
use rapporteur::model::round::{ListKind, Round};
use rapporteur::model::term::Term;
use std::collections::{BTreeMap, BTreeSet};

type Pair = (&'static str, String, String);

/// How many pairs there are to find, how many were found, and how many others were.
#[derive(Clone, Copy, Default, Debug)]
struct Tally {
    all: usize,
    found: usize,
    wrong: usize,
}

fn plan(seed: u64, rounds: u32, items: usize) -> Plan {
    Plan {
        seed,
        rounds,
        items,
        retitled: 10,
        silent: 60,
        ..Plan::default()
    }
}

/// Whether an agreement has a title in some round; all other items always have one.
fn is_titled(record: &RoundSet, list: &str, id: &str) -> bool {
    let agreements = |round: &Round| round.agreements.clone().unwrap_or_default();
    let mut all = record.rounds().iter().flat_map(agreements);
    list != "agreements"
        || all.any(|one| one.id.value.as_str() == id && one.definition.title.is_some())
}

fn tally(plan: &Plan) -> Tally {
    let made = Record::of(plan);
    let texts = made.texts();
    let reading = read(texts.iter().map(|(name, text)| (&**name, &**text)));
    let record = reading.record();
    let named = |id: &str| {
        let mention = format!("id: {id}\n");
        texts.iter().any(|(_, text)| text.contains(&mention))
    };
    let truth: BTreeSet<&Pair> = made
        .silent
        .iter()
        .filter(|(list, old, new)| {
            let titled = [old, new].map(|id| named(id) && is_titled(record, list, id));
            titled == [true, true]
        })
        .collect();
    let series = Series::matched(record, Matching::Likely);
    let mut tally = Tally {
        all: truth.len(),
        ..Tally::default()
    };
    for pair in series.likely() {
        let pair = (
            pair.list.as_str(),
            pair.former.to_string(),
            pair.later.to_string(),
        );
        if truth.contains(&pair) {
            tally.found += 1;
        } else if !made.silent.contains(&pair) {
            tally.wrong += 1;
            eprintln!("wrong: {pair:?}");
        }
    }
    tally
}

#[test]
fn nearly_every_silent_renaming_is_found_and_hardly_anything_else() {
    let mut sum = Tally::default();
    for (seed, rounds, items) in [
        (1, 2, 200),
        (2, 2, 400),
        (3, 5, 100),
        (4, 8, 40),
        (5, 3, 250),
    ] {
        let one = tally(&plan(seed, rounds, items));
        eprintln!("{seed}: {one:?}");
        sum.all += one.all;
        sum.found += one.found;
        sum.wrong += one.wrong;
    }
    assert!(sum.all > 200, "enough to tell: {sum:?}");
    assert!(sum.found * 100 >= sum.all * 99, "{sum:?}");
    assert!(sum.wrong * 200 <= sum.found, "{sum:?}");
}

#[test]
fn what_likeness_joins_does_not_depend_on_the_order_of_anything() {
    let made = Record::of(&plan(7, 4, 30));
    let joined = |made: &Record| {
        let texts = made.texts();
        let reading = read(texts.iter().map(|(name, text)| (&**name, &**text)));
        let series = Series::matched(reading.record(), Matching::Likely);
        let pairs = series.likely().iter().chain(series.suggestions());
        pairs
            .map(|one| (one.list, one.former.clone(), one.later.clone(), one.score))
            .collect::<Vec<_>>()
    };
    let one = joined(&made);
    assert!(!one.is_empty());
    for seed in 1..4 {
        assert_eq!(joined(&made.shuffled(seed)), one);
    }
}

#[test]
fn joined_pairs_are_one_item_in_every_list_and_history() {
    let made = Record::of(&plan(9, 4, 40));
    let texts = made.texts();
    let reading = read(texts.iter().map(|(name, text)| (&**name, &**text)));
    let series = Series::matched(reading.record(), Matching::Likely);
    assert!(!series.likely().is_empty());
    assert!(!digest::of_series(&series).is_empty());
    for pair in series.likely() {
        let now = series.current(pair.list, &pair.former);
        assert_eq!(now, series.current(pair.list, &pair.later));
        if pair.list == ListKind::Agreements {
            assert!(!series.courses.contains_key(&pair.former));
        }
        let former = pair.former.as_str();
        let still = series.rounds.iter().any(|round| {
            let entries = round.list(pair.list).unwrap_or_default();
            entries.iter().any(|entry| entry.id.as_str() == former)
        });
        assert!(!still, "{former}");
    }
}

/// What a comparison says became of every item of both rounds, by id.
fn told(record: &RoundSet) -> BTreeMap<String, Fate> {
    let series = Series::of(record);
    let comparison = compare(&series, 1, 2).expect("both rounds are there");
    let sectors = comparison.sectors.changes.iter().map(|one| {
        let fate = match (one.action, one.class) {
            (Action::Added, Class::New) => Fate::New,
            (Action::Removed, Class::Dropped) => Fate::Removed,
            (Action::Kept, Class::Reworded) => Fate::Retitled,
            (Action::Kept, Class::Continued) if one.salience.is_some() => Fate::Changed,
            (Action::Kept, Class::Continued) => Fate::Kept,
            other => panic!("{}: {other:?}", one.id),
        };
        (one.id.to_string(), fate)
    });
    let agreements = comparison.agreements.iter().map(|one| {
        let fate = match (one.class, one.fields.as_slice()) {
            (AgreementClass::FirstSeen, _) => Fate::New,
            (AgreementClass::Silent, _) => Fate::Removed,
            (AgreementClass::Amended, [FieldChange::Title(..)]) => Fate::Retitled,
            (AgreementClass::Amended, [FieldChange::Value(..)]) => Fate::Changed,
            (AgreementClass::Referenced, []) => Fate::Kept,
            other => panic!("{}: {other:?}", one.id),
        };
        (one.id.to_string(), fate)
    });
    sectors.chain(agreements).collect()
}

fn large(items: usize, shares: Shares) -> (Reading, BTreeMap<String, Fate>) {
    let mut made = Large::of(items, shares, 3);
    let rounds = [made.round(), made.round()];
    let texts = [
        ("dialogue.yaml", Large::dialogue()),
        ("1.yaml", &rounds[0]),
        ("2.yaml", &rounds[1]),
    ];
    (read(texts), made.fates)
}

#[test]
fn of_two_thousand_items_every_change_is_told_and_nothing_else() {
    let (reading, fates) = large(2000, Shares::default());
    assert_eq!(told(reading.record()), fates);
}

#[test]
fn of_two_thousand_items_nearly_every_renaming_is_found() {
    let shares = Shares {
        renamed: 50,
        ..Shares::default()
    };
    let (reading, fates) = large(2000, shares);
    let truth: BTreeSet<(String, String)> = fates
        .into_iter()
        .filter_map(|(later, fate)| match fate {
            Fate::Renamed(former) => Some((former, later)),
            _ => None,
        })
        .collect();
    let series = Series::matched(reading.record(), Matching::Likely);
    let pairs = series.likely().iter();
    let found: BTreeSet<(String, String)> = pairs
        .map(|pair| (pair.former.to_string(), pair.later.to_string()))
        .collect();
    let right = found.intersection(&truth).count();
    assert!(truth.len() > 100, "enough to tell: {}", truth.len());
    assert!(
        right * 100 >= truth.len() * 99,
        "{right} of {}",
        truth.len()
    );
    assert!(
        (found.len() - right) * 200 <= found.len(),
        "{right} of {}",
        found.len()
    );
}
