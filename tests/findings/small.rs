//! Small records: for the rules that neither the real nor the fictional record shows, and for
//! the limits of others.

use super::record::{argument, count, ids, of, pair, record, series, words};
use rapporteur::check::RoundSet;
use rapporteur::findings::Argument;

const DIALOGUE: &str = "title: Talks
periodicity: annual
parties:
  one: {title: One, country: OM, kind: state}
  two: {title: Two, country: US, kind: state}
sources:
  paper: {title: Paper, tier: press}
  wire: {title: Wire, tier: news-agency}
";

/// Every list is complete; the same host each time; an agreement that loses value.
fn whole() -> RoundSet {
    let mou = |value: &str| {
        format!(
            "agreements: [{{id: mou, act: signed, type: memorandum-of-understanding, value: {{amount: {value}, currency: USD, nature: ceiling}}}}]"
        )
    };
    let rest = "place: {city: Muscat, country: OM}\ncoverage: complete\n";
    let rounds = [
        format!(
            "date: 2020-01-10\n{rest}sectors: [trade, space]\n{}",
            mou("400")
        ),
        format!(
            "date: 2021-01-10\n{rest}sectors: [space, trade]\n{}",
            mou("300")
        ),
        format!(
            "date: 2021-06-10\n{rest}sectors: [trade, mining]\n{}",
            mou("300")
        ),
    ];
    record(DIALOGUE, &rounds.each_ref().map(String::as_str))
}

pub(crate) fn records() -> Vec<RoundSet> {
    vec![whole()]
}

#[test]
fn a_whole_record_may_say_for_the_first_time_and_dropped() {
    let found = pair(&whole(), 2, 3);
    assert_eq!(
        words(of(&found, "sectors-first-time")[0], "sectors"),
        ["mining"]
    );
    assert_eq!(
        words(of(&found, "sectors-dropped")[0], "sectors"),
        ["space"]
    );
    assert!(of(&found, "sectors-first-named").is_empty());
    assert!(of(&found, "sectors-no-longer-listed").is_empty());
}

#[test]
fn the_order_of_an_agenda_is_no_difference() {
    let found = pair(&whole(), 1, 2);
    let same = of(&found, "agenda-same")[0];
    assert_eq!(count(same, "count"), 2);
    assert_eq!(of(&pair(&whole(), 2, 1), "agenda-same").len(), 1);
}

#[test]
fn a_value_that_fell_is_told_as_a_fall() {
    let found = pair(&whole(), 1, 2);
    let value = of(&found, "value-lowered")[0];
    let Argument::Money(by) = argument(value, "by") else {
        panic!("an amount");
    };
    assert_eq!(by.amount.to_string(), "100");
    // A ceiling is each value, and not what lies between them.
    assert!(by.nature.is_none());
    let Argument::Percent(percent) = argument(value, "percent") else {
        panic!("a percentage");
    };
    assert_eq!(percent.to_string(), "25");
}

#[test]
fn waits_are_held_against_the_period_and_each_other() {
    // A year and a day is a year; five months are not.
    let found = pair(&whole(), 1, 2);
    assert_eq!(of(&found, "periodicity-kept").len(), 1);
    let found = pair(&whole(), 2, 3);
    assert_eq!(of(&found, "periodicity-shortened").len(), 1);
    assert_eq!(of(&found, "wait-shorter").len(), 1);
    assert_eq!(words(of(&found, "hosts-fixed")[0], "hosts"), ["one"]);
}

#[test]
fn agendas_grow_and_shrink_by_half_or_more() {
    let rounds = [
        "date: 2020\nsectors: [a, b, c, d]",
        "date: 2021\nsectors: [a, b]",
        "date: 2022\nsectors: [a, b, c]",
        "date: 2023\nsectors: [a, b, d, e]",
        "date: 2024\nsectors: [x]",
        "date: 2025\nsectors: []",
    ];
    let talks = record("title: Talks", &rounds);
    let lengths = |before, after| -> Vec<&str> {
        let found = ids(&pair(&talks, before, after));
        let agenda = |id: &&str| id.starts_with("agenda-");
        found.into_iter().filter(agenda).collect()
    };
    assert_eq!(lengths(1, 2), ["agenda-shrank"]);
    assert_eq!(lengths(2, 3), ["agenda-grew"]);
    // From three to four is a third.
    assert_eq!(lengths(3, 4), Vec::<&str>::new());
    assert_eq!(lengths(4, 5), ["agenda-nothing-shared", "agenda-shrank"]);
    // Nothing is said of a list that is empty.
    assert_eq!(lengths(5, 6), Vec::<&str>::new());
}

#[test]
fn an_agreement_is_back_after_a_round_that_names_others() {
    let rounds = [
        "date: 2020\nagreements: [{id: mou, act: discussed}]",
        "date: 2021\nagreements: [{id: other, act: discussed}]",
        "date: 2022",
        "date: 2023\nagreements: [mou]",
    ];
    let talks = record("title: Talks", &rounds);
    let silent = pair(&talks, 1, 2);
    assert_eq!(
        words(of(&silent, "agreement-silent")[0], "agreement"),
        ["mou"]
    );
    // A round without a list of agreements is silent about none.
    assert!(of(&pair(&talks, 2, 3), "agreement-silent").is_empty());
    let back = pair(&talks, 3, 4);
    let back = of(&back, "agreement-back");
    assert_eq!(back.len(), 1);
    assert_eq!(*argument(back[0], "last"), Argument::Round(1));
    // Told once: of rounds 1 and 4 it was on both, and was not away.
    assert!(of(&pair(&talks, 1, 4), "agreement-back").is_empty());
}

#[test]
fn an_agreement_that_an_event_is_about_is_passed_over_only_after_it() {
    let rounds = [
        "date: 2020\nagreements: [{id: mou, act: discussed}]",
        "date: 2021\nevents: [{date: 2021, about: mou, act: signed}]",
        "date: 2022\nagreements: [other]",
        "date: 2023\nagreements: [other]",
    ];
    let talks = record("title: Talks", &rounds);
    let silent = pair(&talks, 2, 3);
    let silent = of(&silent, "agreement-silent");
    assert_eq!(words(silent[0], "agreement"), ["mou"]);
    assert_eq!(*argument(silent[0], "last"), Argument::Round(1));
    assert!(of(&pair(&talks, 3, 4), "agreement-silent").is_empty());
}

#[test]
fn what_was_known_by_the_earlier_round_is_no_news() {
    let rounds = [
        "date: 2020\ncommitments: [{id: desk, text: Open a desk, due: 2021}]",
        "date: 2021\ncommitments: [{id: desk, act: fulfilled}]",
        "date: 2022\ncommitments: [{id: desk, act: fulfilled, date: 2021}]",
        "date: 2023",
    ];
    let talks = record("title: Talks", &rounds);
    assert_eq!(of(&pair(&talks, 1, 2), "commitment-kept").len(), 1);
    assert!(of(&pair(&talks, 2, 3), "commitment-kept").is_empty());
    assert!(of(&pair(&talks, 3, 4), "commitment-kept").is_empty());
    assert_eq!(of(&series(&talks, 4), "commitment-kept").len(), 1);
}

#[test]
fn heads_compare_only_where_everyone_has_an_id() {
    let head = |person: &str, rank: &str| {
        format!(
            "date: 2020\nheads: [{{party: one, person: {person}, name: X, rank: {rank}, portfolio: trade}}]"
        )
    };
    let rounds = [
        head("ada", "director"),
        head("ada", "minister"),
        head("bea", "minister"),
        "date: 2020\nheads: [{party: one, name: X, rank: minister}]".to_owned(),
    ];
    let talks = record(DIALOGUE, &rounds.each_ref().map(String::as_str));
    let heads = |before, after| -> Vec<&str> {
        let found = ids(&pair(&talks, before, after));
        let head = |id: &&str| ["head", "rank", "port"].contains(&&id[..4]);
        found.into_iter().filter(head).collect()
    };
    assert_eq!(heads(1, 2), ["rank-raised", "head-stayed"]);
    assert_eq!(heads(2, 3), ["head-changed"]);
    assert_eq!(heads(3, 4), Vec::<&str>::new());
    assert_eq!(heads(3, 1), Vec::<&str>::new());
}

#[test]
fn two_sources_are_not_one_and_claims_are_told() {
    let rounds = [
        "date: 2020\nsource: paper\nlevel: expert\nclaims: [{of: date, value: 2019, source: wire}]",
        "date: 2021\nsource: paper\nlevel: ministerial\nmode: virtual",
    ];
    let talks = record(DIALOGUE, &rounds);
    let found = pair(&talks, 1, 2);
    assert!(of(&found, "one-source").is_empty());
    let claim = of(&found, "sources-disagree")[0];
    assert_eq!(*argument(claim, "round"), Argument::Round(1));
    assert_eq!(*argument(claim, "key"), Argument::Key("date".into()));
    let level = of(&found, "level-raised")[0];
    assert_eq!(words(level, "from"), ["expert"]);
    assert_eq!(words(level, "to"), ["ministerial"]);
    // Of a mode that one round does not state nothing is said.
    assert!(of(&found, "mode-virtual").is_empty());
}
