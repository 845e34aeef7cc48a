//! Which pairs are chosen among those that are alike, and what leads from one item to another.

use super::{PARTIES, explain, listed, near, programmes, record, suggested};
use crate::common::{id, read};
use rapporteur::matching::{Matching, Method, Series};

#[test]
fn what_is_near_is_chosen_one_to_one() {
    let told = |one: &[&str], two: &[&str]| listed(one, two).1;
    // Of equals the first goes with the first, and nobody knows whether rightly.
    let all = told(&["Sea rescue"; 2], &["Sea rescue"; 2]);
    assert_eq!(all, ["p0 > q0 100 ambiguous", "p1 > q1 100 ambiguous"]);
    let all = told(&["Sea rescue"; 3], &["Sea rescue"; 2]);
    assert_eq!(all, ["p0 > q0 100 ambiguous", "p1 > q1 100 ambiguous"]);
    let all = told(&["Sea rescue"], &["Sea rescue"; 2]);
    assert_eq!(all, ["p0 > q0 100 ambiguous"]);
    let eight = "Sea rescue, drills, ports, wells, ropes, tents, oars";
    let nine = format!("{eight}, lamps");
    let all = told(&[&nine, eight], &[eight; 2]);
    assert_eq!(all.len(), 2, "{all:?}");
    assert!(all[0].starts_with("p0 > q0 "), "{all:?}");
    assert!(all[1].starts_with("p1 > q1 100"), "{all:?}");
    // A rival that has something better does not count.
    let long =
        "Sea rescue drills by night at ports with lamps, wells, ropes, tents, boats, oars, flags";
    let joint = format!("Joint {long}");
    let all = told(&[long, &joint], &[long, &joint]);
    assert_eq!(all, ["p0 > q0 100 likely", "p1 > q1 100 likely"]);
    let all = told(&[long], &[long, &joint]);
    assert_eq!(all, ["p0 > q0 100 ambiguous"]);
    // Nor does one that is five per cent behind.
    let plan = "Plan of sea rescue, drills, ports, wells, lamps";
    let joint = format!("Joint {plan}");
    let (near, all) = listed(&[plan], &[plan, &joint]);
    assert_eq!(near[1], "q1 95: titles 95; beaten q0 100");
    assert_eq!(all, ["p0 > q0 100 likely"]);
    // Two guesses never take the place of one good pair.
    let patrols = |what: &str| format!("Sea rescue by night, boats and {what}");
    let [drills, ports, roads] = ["drills", "ports", "roads"].map(patrols);
    let (near, all) = listed(&[&drills, &ports], &[&drills, &roads]);
    assert_eq!(near[2], "q1 52: titles 52; below-threshold 70");
    assert_eq!(all, ["p0 > q0 100 likely"]);
}

#[test]
fn however_many_pairs_there_are_each_is_the_best() {
    let letters = || "abcdefghij".chars();
    let titles: Vec<String> = letters()
        .flat_map(|one| letters().map(move |other| format!("Port{one}{other}")))
        .collect();
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    let rounds = [programmes("p", &titles), programmes("q", &titles)];
    let reading = record(&[&rounds[0], &rounds[1]]);
    let series = Series::of(reading.record());
    assert_eq!(series.suggestions().len(), 100);
    for one in series.suggestions() {
        assert_eq!(one.former.as_str()[1..], one.later.as_str()[1..]);
        assert!(one.likely && one.method == Method::Exact);
    }
}

#[test]
fn what_too_many_have_leads_nowhere() {
    let found = |count| {
        listed(&vec!["Desert falcons"; count], &["Desert falcons"])
            .1
            .len()
    };
    assert_eq!((found(19), found(20)), (1, 0));
    // Two words that are common lead where hardly any item has both.
    let letters = || "abcdefghijklmnopqrstu".chars();
    let body = "type: contract, value: {amount: 750, currency: USD}";
    let found = |one: &str, two: &str, words: &[&str]| {
        let fill = |side: &str| -> String {
            let fill = words.iter().flat_map(|word| {
                letters().map(move |letter| {
                    let (name, other) = (word.to_lowercase(), format!("{side}{letter}{letter}"));
                    format!(", {{id: {name}-{other}, title: {word} {name}{other}, type: treaty}}")
                })
            });
            fill.collect()
        };
        let one = format!("agreements: [{{id: x, title: {one}, {body}}}{}]", fill("f"));
        let two = format!("agreements: [{{id: y, title: {two}, {body}}}]");
        let reading = record(&[&one, &two]);
        let series = Series::of(reading.record());
        suggested(&series)
    };
    let words = ["Desert", "Falcons"];
    assert_eq!(
        found("Desert falcons oryx", "Desert falcons", &words),
        ["x > y 73 likely"]
    );
    assert_eq!(
        found("Desert falcons", "Desert falcons oryx", &words),
        ["x > y 73 likely"]
    );
    assert!(found("Desert oryx", "Desert dunes", &words[..1]).is_empty());
}

#[test]
fn an_item_goes_by_its_last_title_to_what_comes_after() {
    let round = |item: &str, title: &str| format!("{{id: {item}, title: {title}}}");
    let (dredging, rescue) = (round("x", "Dredging"), round("x", "Sea rescue"));
    let other = round("y", "Sea rescue");
    let rounds = [&dredging, &rescue, &other].map(|item| format!("programmes: [{item}]"));
    let reading = record(&[&rounds[0], &rounds[1], &rounds[2]]);
    assert_eq!(
        suggested(&Series::of(reading.record())),
        ["x > y 100 likely"]
    );
    let reading = record(&[&rounds[1], &rounds[0], &rounds[2]]);
    assert!(suggested(&Series::of(reading.record())).is_empty());
    // Of two that begin at once the one that is asked about is the former.
    let first = format!("programmes: [{dredging}, {other}]");
    let near = |item: &str| explain(&[&first, &rounds[1]], item, Matching::Declared).1;
    assert_eq!(near("x"), ["y 100: titles 100; same-round 1"]);
    assert!(near("y").is_empty());
}

#[test]
fn promises_of_the_next_round_are_kept_apart_by_their_kind() {
    let text = "text: Hold the next round in Muscat";
    let next = |item: &str| format!("commitments: [{{id: {item}, kind: next-round, {text}}}]");
    let plain = |item: &str| format!("commitments: [{{id: {item}, {text}}}]");
    let near = |rounds: &[&str]| explain(rounds, "a", Matching::Declared).1;
    let apart = ["b 100: titles 100; next-rounds"];
    assert_eq!(near(&[&next("a"), &next("b")]), apart);
    assert_eq!(
        near(&[&next("a"), &plain("b")]),
        ["b 100: titles 100; not-asked"]
    );
    assert_eq!(
        near(&[&plain("a"), &next("b")]),
        ["b 100: titles 100; not-asked"]
    );
    assert_eq!(near(&[&next("a"), &plain("a"), &next("b")]), apart);
}

#[test]
fn concepts_are_compared_from_nine_tenths_on() {
    let pair = |other: &str| {
        let title = "Clean energy, water, soil: joint plan";
        let taxonomy =
            format!("sectors: {{a: {{title: '{title}'}}, b: {{title: '{title} {other}'}}}}");
        let reading = read([
            ("taxonomy.yaml", &*taxonomy),
            ("1.yaml", "round: 1\nsectors: [a]"),
            ("2.yaml", "round: 2\nsectors: [b]"),
        ]);
        let series = Series::of(reading.record());
        (suggested(&series), near(&series.matches(&id("a"))[0]))
    };
    assert_eq!(pair("wind").0, ["a > b 90 likely"]);
    let (all, near) = pair("wind sun");
    assert!(all.is_empty());
    assert_eq!(near, ["b 81: titles 81; concepts"]);
}

#[test]
fn what_stood_before_the_first_round_is_not_filled_in() {
    let open = "{id: x, title: Old treaty, type: contract}";
    let full = "agreements: [{id: y, title: Harbours, type: contract, parties: [a, b], value: {amount: 5, currency: USD}}]";
    let open_round = format!("agreements: [{open}]");
    let reading = record(&[&open_round, full]);
    assert_eq!(suggested(&Series::of(reading.record())), ["x > y 40"]);
    let dialogue = format!("{PARTIES}agreements: [{open}]");
    let first = format!("round: 1\n{full}");
    let reading = read([("dialogue.yaml", &*dialogue), ("1.yaml", &*first)]);
    assert!(suggested(&Series::of(reading.record())).is_empty());
}
