//! The edges of rules, where one less or one more would say something else.

use super::record::{argument, fictional, ids, of, pair, real, record, series, words};
use rapporteur::findings::Argument;

const DIALOGUE: &str = "title: Talks
parties:
  one: {title: One, country: OM, kind: state}
";

fn agenda(record: &rapporteur::check::RoundSet, before: u32, after: u32) -> Vec<&'static str> {
    let found = ids(&pair(record, before, after));
    found
        .into_iter()
        .filter(|id| id.starts_with("agenda-"))
        .collect()
}

#[test]
fn nothing_is_said_of_an_agenda_that_follows_an_empty_one() {
    let rounds = [
        "date: 2020\nsectors: []",
        "date: 2021\nsectors: [x]",
        "date: 2022",
    ];
    let talks = record("title: Talks", &rounds);
    assert_eq!(agenda(&talks, 1, 2), Vec::<&str>::new());
    assert_eq!(agenda(&talks, 2, 1), Vec::<&str>::new());
    assert_eq!(agenda(&talks, 2, 3), Vec::<&str>::new());
}

#[test]
fn a_finding_names_a_hundred_places_and_no_more() {
    let named: Vec<String> = (0..60).map(|at| format!("s{at}")).collect();
    let round = format!("sectors: [{}]", named.join(", "));
    let rounds = [
        format!("date: 2020\n{round}"),
        format!("date: 2021\n{round}"),
    ];
    let talks = record("title: Talks", &rounds.each_ref().map(String::as_str));
    let found = pair(&talks, 1, 2);
    assert_eq!(of(&found, "agenda-same")[0].rests_on.len(), 100);
}

#[test]
fn salience_that_fell_is_lowered() {
    let rounds = [
        "date: 2020\nsectors: [{id: a, salience: central}, {id: b, salience: listed}]",
        "date: 2021\nsectors: [{id: a, salience: listed}, {id: b, salience: central}]",
    ];
    let talks = record("title: Talks", &rounds);
    let found = pair(&talks, 1, 2);
    assert_eq!(words(of(&found, "salience-lowered")[0], "sector"), ["a"]);
    assert_eq!(words(of(&found, "salience-raised")[0], "sector"), ["b"]);
}

#[test]
fn a_step_of_an_agreement_is_told_with_both_ends() {
    let rounds = [
        "date: 2020\nagreements: [{id: mou, act: discussed}]",
        "date: 2021\nagreements: [{id: mou, act: signed}]",
    ];
    let talks = record("title: Talks", &rounds);
    let found = pair(&talks, 1, 2);
    let advanced = of(&found, "agreement-advanced")[0];
    assert_eq!(words(advanced, "from"), ["under-discussion"]);
    assert_eq!(words(advanced, "to"), ["signed"]);
}

#[test]
fn where_no_list_came_before_nothing_is_first_seen() {
    let rounds = [
        "date: 2020",
        "date: 2021\nagreements: [{id: a, act: discussed}]",
        "date: 2022\nagreements: [a, {id: b, act: discussed}]",
    ];
    let talks = record("title: Talks", &rounds);
    assert!(of(&pair(&talks, 1, 2), "agreement-first-seen").is_empty());
    let found = pair(&talks, 2, 3);
    assert_eq!(
        words(of(&found, "agreement-first-seen")[0], "agreement"),
        ["b"]
    );
}

/// An act between rounds is a word of the agreement: silence is counted from it, not from the last
/// list that names it.
#[test]
fn silence_begins_after_the_last_act() {
    let rounds = [
        "date: 2020-01-10\nagreements: [{id: mou, act: discussed}]",
        "date: 2021-01-10\nagreements: []\nevents: [{date: 2020-06, about: mou, act: signed}]",
        "date: 2022-01-10\nagreements: []",
    ];
    let talks = record("title: Talks", &rounds);
    assert!(of(&pair(&talks, 1, 2), "agreement-silent").is_empty());
    let found = pair(&talks, 2, 3);
    let silent = of(&found, "agreement-silent")[0];
    assert_eq!(*argument(silent, "rounds"), Argument::Count(1));
    assert_eq!(*argument(silent, "last"), Argument::Round(1));
    // It rests on what the last list said, and on the round that is silent.
    let files = silent.rests_on.iter().map(|span| span.file);
    let of_round = |at: usize| talks.rounds()[at].number.span.file;
    assert_eq!(files.collect::<Vec<_>>(), [of_round(0), of_round(2)]);
}

/// What is only mentioned again did not happen again.
#[test]
fn a_mention_between_rounds_ends_no_silence() {
    let rounds = [
        "date: 2020-01-10\nagreements: [{id: mou, act: signed}]",
        "date: 2021-01-10\nagreements: []\nevents: [{date: 2020-06, about: mou, act: referenced}]",
    ];
    let talks = record("title: Talks", &rounds);
    assert_eq!(of(&pair(&talks, 1, 2), "agreement-silent").len(), 1);
}

#[test]
fn an_agreement_is_back_from_its_last_mention() {
    let rounds = [
        "date: 2020\nagreements: [{id: mou, act: signed}]",
        "date: 2021\nagreements: [mou]",
        "date: 2022\nagreements: []",
        "date: 2023\nagreements: [mou]",
        "date: 2024\nagreements: []",
        "date: 2025\nagreements: []",
        "date: 2026\nagreements: [mou]",
    ];
    let talks = record("title: Talks", &rounds);
    for (before, after, last) in [(3, 4, 2), (6, 7, 4)] {
        let found = pair(&talks, before, after);
        let back = of(&found, "agreement-back");
        assert_eq!(*argument(back[0], "last"), Argument::Round(last));
    }
}

#[test]
fn people_are_told_with_their_own_names() {
    let rounds = [
        "date: 2020\nheads: [{party: one, person: ada, name: Ada}]",
        "date: 2021\nheads: [{party: one, person: bea, name: Bea}, {party: one, person: cyd, name: Cyd}]",
    ];
    let talks = record(DIALOGUE, &rounds);
    let found = pair(&talks, 1, 2);
    let changed = of(&found, "head-changed")[0];
    let Argument::People(people) = argument(changed, "to") else {
        panic!("people");
    };
    let names = people.iter().map(|(id, name)| {
        let name = name.as_ref().expect("everyone has a name");
        (id.as_str(), name.best("en").1)
    });
    let names: Vec<_> = names.collect();
    assert_eq!(names, [("bea", "Bea"), ("cyd", "Cyd")]);
}

#[test]
fn a_venue_that_was_kept_is_told_once() {
    let rounds = [
        "date: 2020\nplace: {city: Muscat}\ncommitments: [{id: next, kind: next-round, due: 2021, place: {city: Washington}}]",
        "date: 2021\nplace: {city: Washington}",
        "date: 2022\nplace: {city: Muscat}",
    ];
    let talks = record("title: Talks", &rounds);
    let venue = |found: &[_]| -> usize { of(found, "venue-kept").len() };
    assert_eq!(venue(&pair(&talks, 1, 2)), 1);
    assert_eq!(venue(&pair(&talks, 2, 3)), 0);
    assert_eq!(venue(&series(&talks, 3)), 1);
}

/// A fingerprint names what was found: other sectors are another finding.
#[test]
fn fingerprints_tell_lists_apart() {
    let talks = |sector: &str| {
        let later = format!("date: 2021\nsectors: [kept, {sector}]");
        record("title: Talks", &["date: 2020\nsectors: [kept]", &later])
    };
    let fingerprint = |sector: &str| {
        let found = pair(&talks(sector), 1, 2);
        of(&found, "sectors-first-named")[0].fingerprint.clone()
    };
    assert_eq!(fingerprint("a"), fingerprint("a"));
    assert_ne!(fingerprint("a"), fingerprint("b"));
}

#[test]
fn a_core_needs_rounds_and_sectors() {
    let round = |year: u32, sectors: &str| format!("date: {year}\nsectors: {sectors}");
    let talks = |sectors: &str, count: u32| {
        let rounds: Vec<String> = (0..count).map(|at| round(2020 + at, sectors)).collect();
        let rounds: Vec<&str> = rounds.iter().map(String::as_str).collect();
        record("title: Talks", &rounds)
    };
    let core = |sectors: &str, count: u32| -> Vec<&'static str> {
        let found = ids(&series(&talks(sectors, count), count));
        let about = |id: &&str| ["sectors-core", "sectors-no-core"].contains(id);
        found.into_iter().filter(about).collect()
    };
    assert_eq!(core("[a, b]", 2), Vec::<&str>::new());
    assert_eq!(core("[a, b]", 3), ["sectors-core"]);
    assert_eq!(core("[a, b]", 5), ["sectors-core"]);
    assert_eq!(core("[]", 5), Vec::<&str>::new());
}

#[test]
fn only_earlier_rounds_are_what_the_later_one_is_closer_to() {
    let rounds = [
        "date: 2020\nsectors: [a, b]",
        "date: 2021\nsectors: [a, b]",
        "date: 2022\nsectors: [c, e]",
        "date: 2023\nsectors: [c, d]",
        "date: 2024\nsectors: [a, b]",
    ];
    let talks = record("title: Talks", &rounds);
    assert!(of(&pair(&talks, 3, 4), "closer-to-earlier").is_empty());
    let found = pair(&talks, 4, 5);
    let closer = of(&found, "closer-to-earlier")[0];
    assert_eq!(*argument(closer, "earlier"), Argument::Round(1));
}

#[test]
fn waits_of_the_same_length_are_neither_longer_nor_shorter() {
    let rounds = [
        "date: 2021-01-10",
        "date: 2022-01-10",
        "date: 2023-01-10",
        "date: 2024-01-11",
    ];
    let talks = record("title: Talks", &rounds);
    let waits = |before, after| -> Vec<&'static str> {
        let found = ids(&pair(&talks, before, after));
        found
            .into_iter()
            .filter(|id| id.starts_with("wait-"))
            .collect()
    };
    assert_eq!(waits(2, 3), Vec::<&str>::new());
    assert_eq!(waits(3, 4), ["wait-longer"]);
}

#[test]
fn a_commitment_rests_on_the_round_that_judges_it_and_on_events() {
    let rounds = [
        "date: 2020\ncommitments: [{id: next, kind: next-round, due: 2021}, {id: desk, text: A desk, due: 2023}]",
        "date: 2021",
        "date: 2022\nevents: [{date: 2021-06, about: desk, act: fulfilled}]",
    ];
    let talks = record("title: Talks", &rounds);
    let found = series(&talks, 3);
    let kept = |id: &str| {
        let kept = of(&found, "commitment-kept").into_iter();
        let mut kept = kept.filter(|one| words(one, "commitment") == [id]);
        kept.next().expect("it was kept").rests_on.clone()
    };
    let date = |at: usize| talks.rounds()[at].date.as_ref().expect("a date").span;
    assert!(kept("next").contains(&date(1)) && !kept("next").contains(&date(2)));
    let events = talks.rounds()[2].events.as_ref().expect("there is one");
    assert!(kept("desk").contains(&events[0].span));
}

#[test]
fn fingerprints_tell_amounts_apart() {
    let fingerprint = |amount: u32| {
        let mou = |value: u32| {
            format!(
                "date: 2020\nagreements: [{{id: mou, act: signed, value: {{amount: {value}, currency: USD}}}}]"
            )
        };
        let talks = record("title: Talks", &[&mou(400), &mou(amount)]);
        let found = pair(&talks, 1, 2);
        of(&found, "value-lowered")[0].fingerprint.clone()
    };
    assert_ne!(fingerprint(300), fingerprint(200));
    let worth = |amount: u32| {
        let later = format!(
            "date: 2021\nagreements: [{{id: mou, act: signed, value: {{amount: {amount}, currency: USD}}}}]"
        );
        let talks = record("title: Talks", &["date: 2020\nagreements: []", &later]);
        let found = pair(&talks, 1, 2);
        of(&found, "agreement-first-seen")[0].fingerprint.clone()
    };
    assert_ne!(worth(300), worth(200));
}

/// One pair is told as itself; only several are told together too.
#[test]
fn possible_renamings_are_told_together_where_there_are_several() {
    let mut counts = std::collections::BTreeSet::new();
    for record in [real(), fictional()] {
        let numbers: Vec<u32> = record.rounds().iter().map(|one| one.number.value).collect();
        for (before, after) in numbers
            .iter()
            .flat_map(|one| numbers.iter().map(move |two| (one, two)))
        {
            let found = pair(&record, *before, *after);
            let single = of(&found, "possible-renaming").len();
            let together = of(&found, "possible-renamings").len();
            assert_eq!(together, usize::from(single > 1), "{before} {after}");
            counts.insert(single.min(2));
        }
    }
    assert_eq!(counts.into_iter().collect::<Vec<_>>(), [0, 1, 2]);
}

#[test]
fn what_a_round_between_named_first_is_not_first_named() {
    let rounds = [
        "date: 2020\nsectors: [a]",
        "date: 2021\nsectors: [a, b]",
        "date: 2022\nsectors: [a, b, c]",
    ];
    let talks = record("title: Talks", &rounds);
    let found = pair(&talks, 1, 3);
    assert_eq!(
        words(of(&found, "sectors-first-named")[0], "sectors"),
        ["c"]
    );
}
