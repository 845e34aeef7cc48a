//! What the three rounds of the real record come to, worked out by hand from their source.

use super::record::{argument, count, ids, of, pair, pair_with, real, series, words};
use rapporteur::findings::{Argument, Settings};
use rapporteur::model::date::Days;

fn days(least: i64, most: i64) -> Argument {
    Argument::Days(Days {
        least: Some(least),
        most: Some(most),
    })
}

#[test]
fn three_sectors_return_in_round_3() {
    let found = pair(&real(), 2, 3);
    let back = of(&found, "sectors-resumed")[0];
    let expected = ["digital-economy", "investment", "research-innovation"];
    assert_eq!(words(back, "sectors"), expected);
    assert_eq!((count(back, "count"), back.priority), (3, 1));
    assert_eq!(back.rests_on.len(), 3);
}

#[test]
fn six_are_first_named_and_two_are_no_longer_listed() {
    let found = pair(&real(), 2, 3);
    let first = of(&found, "sectors-first-named")[0];
    let expected = [
        "academic-programmes",
        "aviation",
        "infrastructure",
        "logistics",
        "mining",
        "technology",
    ];
    assert_eq!(words(first, "sectors"), expected);
    let gone = of(&found, "sectors-no-longer-listed")[0];
    // Round 1 named clean energy too, and not environment.
    assert_eq!(words(gone, "sectors"), ["clean-energy", "environment"]);
    // The record is not whole enough for stronger words.
    assert!(of(&found, "sectors-first-time").is_empty());
    assert!(of(&found, "sectors-dropped").is_empty());
}

#[test]
fn two_pairs_may_be_one_sector_each_and_change_the_counts() {
    let found = pair(&real(), 2, 3);
    let pairs: Vec<_> = of(&found, "possible-renaming")
        .into_iter()
        .map(|one| (words(one, "before").concat(), words(one, "after").concat()))
        .collect();
    let expected = [
        ("critical-minerals", "mining"),
        ("artificial-intelligence", "technology"),
    ];
    let expected = expected.map(|(one, other)| (one.to_owned(), other.to_owned()));
    assert_eq!(pairs, expected);
    for one in of(&found, "possible-renaming") {
        assert_eq!((count(one, "kept"), count(one, "kept-if-one")), (4, 5));
        assert_eq!((count(one, "added"), count(one, "added-if-one")), (9, 8));
        assert_eq!(
            (count(one, "removed"), count(one, "removed-if-one")),
            (5, 4)
        );
    }
    let both = of(&found, "possible-renamings")[0];
    assert_eq!(count(both, "count"), 2);
    assert_eq!((count(both, "kept"), count(both, "kept-if-one")), (4, 6));
    assert_eq!((count(both, "added"), count(both, "added-if-one")), (9, 7));
    assert_eq!(
        (count(both, "removed"), count(both, "removed-if-one")),
        (5, 3)
    );
}

#[test]
fn a_pair_read_backwards_has_the_same_pairs_mirrored() {
    let (there, back) = (pair(&real(), 2, 3), pair(&real(), 3, 2));
    let both = of(&back, "possible-renamings")[0];
    let forth = of(&there, "possible-renamings")[0];
    assert_eq!(count(both, "kept-if-one"), count(forth, "kept-if-one"));
    assert_eq!(count(both, "added-if-one"), count(forth, "removed-if-one"));
    assert_eq!(count(both, "removed-if-one"), count(forth, "added-if-one"));
}

#[test]
fn round_3_was_promised_for_2025_and_came_25_days_late() {
    for found in [pair(&real(), 2, 3), pair(&real(), 1, 3), series(&real(), 3)] {
        let late = of(&found, "commitment-late")[0];
        assert_eq!(words(late, "commitment"), ["hold-round-3"]);
        assert_eq!(*argument(late, "days"), days(25, 25));
    }
}

#[test]
fn round_3_is_closer_to_round_1_than_to_round_2() {
    for found in [pair(&real(), 2, 3), series(&real(), 3)] {
        let closer = of(&found, "closer-to-earlier")[0];
        let counts = |names: [&str; 2]| names.map(|name| count(closer, name));
        assert_eq!(*argument(closer, "earlier"), Argument::Round(1));
        assert_eq!(counts(["between-shared", "between-all"]), [4, 14]);
        assert_eq!(counts(["before-shared", "before-all"]), [4, 18]);
        assert_eq!(counts(["shared", "all"]), [6, 16]);
    }
    assert!(of(&pair(&real(), 1, 2), "closer-to-earlier").is_empty());
}

#[test]
fn the_wait_grew() {
    let found = pair(&real(), 2, 3);
    let wait = of(&found, "wait-longer")[0];
    assert_eq!(*argument(wait, "before"), days(403, 432));
    assert_eq!(*argument(wait, "after"), days(635, 664));
}

#[test]
fn the_hosts_took_turns() {
    let found = pair(&real(), 2, 3);
    let hosts = of(&found, "hosts-alternating")[0];
    assert_eq!(words(hosts, "hosts"), ["oman", "united-states"]);
    assert_eq!(count(hosts, "rounds"), 3);
    // Two rounds in two places are no pattern.
    assert!(of(&pair(&real(), 1, 2), "hosts-alternating").is_empty());
}

#[test]
fn the_agreement_on_500_million_is_silent_in_round_3() {
    let found = pair(&real(), 2, 3);
    let silent = of(&found, "agreement-silent");
    assert_eq!(silent.len(), 1);
    assert_eq!(words(silent[0], "agreement"), ["exim-finance-mou"]);
    let Argument::Worth(Some(money)) = argument(silent[0], "value") else {
        panic!("its value is known");
    };
    let said = (money.amount.to_string(), money.currency.to_string());
    assert_eq!(said, ("500000000".to_owned(), "USD".to_owned()));
    // That of round 1 was silent in round 2 already, and is no news in round 3.
    let earlier = pair(&real(), 1, 2);
    let earlier = of(&earlier, "agreement-silent");
    assert_eq!(words(earlier[0], "agreement"), ["strategic-investment-mou"]);
    // Of the series both are told, and two rounds have passed over the older.
    let all = series(&real(), 3);
    let all: Vec<_> = of(&all, "agreement-silent")
        .into_iter()
        .map(|one| (words(one, "agreement").concat(), count(one, "rounds")))
        .collect();
    let expected = [("exim-finance-mou", 1), ("strategic-investment-mou", 2)];
    assert_eq!(all, expected.map(|(id, rounds)| (id.to_owned(), rounds)));
}

#[test]
fn three_sectors_of_twenty_are_in_every_round_and_two_are_gone() {
    let found = series(&real(), 3);
    let core = of(&found, "sectors-core")[0];
    assert_eq!(words(core, "sectors"), ["culture", "education", "trade"]);
    assert_eq!((count(core, "all"), count(core, "rounds")), (20, 3));
    let absent = of(&found, "sectors-absent")[0];
    assert_eq!(words(absent, "sectors"), ["green-hydrogen", "training"]);
}

#[test]
fn all_of_it_rests_on_one_source() {
    let found = pair(&real(), 2, 3);
    let source = of(&found, "one-source")[0];
    assert_eq!(words(source, "source"), ["alkhaleej"]);
    assert_eq!(source.rests_on.len(), 2);
}

#[test]
fn the_weightiest_come_first() {
    let found = pair(&real(), 2, 3);
    assert!(found.is_sorted_by_key(|one| one.priority));
    assert_eq!(ids(&found)[..2], ["commitment-late", "sectors-resumed"]);
    // A round beside itself says nothing of what came of it.
    let same = pair(&real(), 3, 3);
    assert!(of(&same, "agenda-same").is_empty() && of(&same, "sectors-resumed").is_empty());
}

#[test]
fn settings_move_and_silence_rules() {
    let mut settings = Settings::default();
    settings.rules.entry("wait-longer").or_default().priority = Some(1);
    settings.rules.entry("sectors-resumed").or_default().off = true;
    let found = pair_with(&real(), 2, 3, &settings);
    assert_eq!(ids(&found)[..2], ["commitment-late", "wait-longer"]);
    assert!(of(&found, "sectors-resumed").is_empty());
    // Two rounds must pass an agreement over, and by round 3 two have passed over that of round 1.
    let settings = Settings {
        silent_rounds: 2,
        agenda_change: 44,
        ..Settings::default()
    };
    let found = pair_with(&real(), 2, 3, &settings);
    let silent = of(&found, "agreement-silent");
    assert_eq!(words(silent[0], "agreement"), ["strategic-investment-mou"]);
    // Thirteen against nine is 44 per cent more, and a little.
    assert_eq!(of(&found, "agenda-grew").len(), 1);
}

#[test]
fn fingerprints_tell_findings_apart_and_stay() {
    let (one, other) = (pair(&real(), 2, 3), pair(&real(), 2, 3));
    assert_eq!(one, other);
    let mut prints: Vec<_> = one.iter().map(|one| &one.fingerprint).collect();
    prints.sort_unstable();
    prints.dedup();
    assert_eq!(prints.len(), one.len());
    // Of the same series told as a whole they are others: a decision on one is none on the other.
    let whole = series(&real(), 3);
    assert!(whole.iter().all(|one| !prints.contains(&&one.fingerprint)));
}
