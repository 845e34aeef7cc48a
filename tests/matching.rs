//! How alike items are, in per cent, and why those that look alike are not taken for one.

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

#[path = "matching/choice.rs"]
mod choice;

use common::{Reading, id, read};
use rapporteur::matching::{Explanation, Matching, Series};
use rapporteur::model::round::ListKind;
use serde_json::Value;

const PARTIES: &str = "parties: {a: {}, b: {}, c: {}, d: {}}\n";

/// A record of rounds 1, 2, and so on, each given by its lists.
fn record(rounds: &[&str]) -> Reading {
    let (dialogue, rounds) = (("dialogue.yaml", PARTIES), rounds);
    let texts: Vec<(String, String)> = (1..)
        .zip(rounds)
        .map(|(number, lists)| {
            let text = format!("round: {number}\ndate: {}\n{lists}", 2000 + number);
            (format!("{number}.yaml"), text)
        })
        .collect();
    let texts = texts.iter().map(|(name, text)| (&**name, &**text));
    read([dialogue].into_iter().chain(texts))
}

/// The word that a value goes by, and what else it holds.
fn told(value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).expect("it can be written");
    let words = value.as_object().expect("it has fields").values();
    let words = words.map(|word| match word {
        Value::String(word) => word.clone(),
        other => other.to_string(),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Each item that looks like another as `id score: reasons; why not`.
fn near(explanation: &Explanation) -> Vec<String> {
    let near = explanation.near.iter().map(|miss| {
        let reasons: Vec<String> = miss.reasons.iter().map(told).collect();
        let (reasons, why) = (reasons.join(", "), told(&miss.rejected));
        format!("{} {}: {reasons}; {why}", miss.id, miss.score)
    });
    near.collect()
}

/// Each mention as `round name ground score`.
fn mentions(explanation: &Explanation) -> Vec<String> {
    let mentions = explanation.mentions.iter().map(|one| {
        let round = one.round.map_or("-".to_owned(), |round| round.to_string());
        let score = one.score.map_or(String::new(), |score| format!(" {score}"));
        format!("{round} {} {}{score}", one.name, one.ground)
    });
    mentions.collect()
}

/// Each suggestion as `former > later score`, with what is special about it.
fn suggested(series: &Series<'_>) -> Vec<String> {
    let lines = series.suggestions().iter().map(|one| {
        let likely = if one.likely { " likely" } else { "" };
        let ambiguous = if one.ambiguous { " ambiguous" } else { "" };
        format!(
            "{} > {} {}{likely}{ambiguous}",
            one.former, one.later, one.score
        )
    });
    lines.collect()
}

/// What the agreement `x` of the first round has in common with `y` of the second.
fn alike(one: &str, other: &str) -> String {
    let reading = record(&[
        &format!("agreements: [{{id: x, {one}}}]"),
        &format!("agreements: [{{id: y, {other}}}]"),
    ]);
    let series = Series::of(reading.record());
    let near = near(&series.matches(&id("x"))[0]);
    near.first().cloned().unwrap_or_default()
}

fn explain(rounds: &[&str], item: &str, matching: Matching) -> (Vec<String>, Vec<String>) {
    let reading = record(rounds);
    let series = Series::matched(reading.record(), matching);
    let all = series.matches(&id(item));
    (mentions(&all[0]), near(&all[0]))
}

/// Programmes of one round, by their titles; `other` tells their ids from those of other rounds.
fn programmes(other: &str, titles: &[&str]) -> String {
    let items = titles.iter().enumerate();
    let items = items.map(|(nth, title)| format!("{{id: {other}{nth}, title: '{title}'}}"));
    format!("programmes: [{}]", items.collect::<Vec<_>>().join(", "))
}

const OTHERS: [&str; 7] = [
    "Falcons",
    "Dates",
    "Frankincense",
    "Ships",
    "Turtles",
    "Copper",
    "Wells",
];
const MORE: [&str; 7] = [
    "Oryx", "Dunes", "Gardens", "Roads", "Forts", "Lamps", "Tents",
];

fn with<'t>(title: &'t str, others: &[&'t str]) -> Vec<&'t str> {
    [&[title], others].concat()
}

/// What looks like the first programme of round 1, and what is suggested.
fn listed(one: &[&str], two: &[&str]) -> (Vec<String>, Vec<String>) {
    let (one, two) = (programmes("p", one), programmes("q", two));
    let reading = record(&[&one, &two]);
    let series = Series::of(reading.record());
    (near(&series.matches(&id("p0"))[0]), suggested(&series))
}

#[test]
fn titles_are_alike_by_the_words_that_both_have() {
    for (one, other, told) in [
        (
            "Sea rescue drills",
            "Drills: sea, rescue",
            "y 100: titles 100; not-asked",
        ),
        // Every word here tells as much: four of six words are common.
        (
            "Sea rescue drills",
            "Sea rescue exercises",
            "y 66: titles 66; below-threshold 70",
        ),
        (
            "Sea rescue",
            "The rescue at sea by night",
            "y 80: titles 80; not-asked",
        ),
        // A word of the trade tells a quarter of that.
        (
            "Sea rescue agreement",
            "Sea rescue",
            "y 94: titles 94; not-asked",
        ),
        (
            "Sea rescue and ports",
            "Joint sea agreement",
            "y 44: titles 44; below-threshold 70",
        ),
        (
            "Joint plan 2023 on ports",
            "Joint plan on ports",
            "y 75: titles 75; not-asked",
        ),
        (
            "Plan 2023 on ports",
            "Plan on ports",
            "y 71: titles 71; not-asked",
        ),
        (
            "Plan 2023 on ports",
            "Plan 2023 on ports by sea",
            "y 81: titles 81; not-asked",
        ),
        // Other numbers, and only a kind, halve what is left.
        (
            "Plan 2023 on ports by sea",
            "Plan 2026 on ports by sea",
            "y 34: titles 69, other-numbers; below-threshold 70",
        ),
        (
            "Joint statement",
            "A joint statement",
            "y 50: titles 100, only-kind; below-threshold 70",
        ),
        ("Dredging", "Harbour works", ""),
        // From 30 per cent on a near miss is told.
        (
            "Plan 17 on ports",
            "Programme 17 for harbours and the deep sea",
            "y 30: titles 30; below-threshold 70",
        ),
        // Of two languages the one counts in which they are more alike.
        (
            "{en: Sea rescue drills, ar: إنقاذ}",
            "{en: Harbours, ar: إنقاذ}",
            "y 100: titles 100; not-asked",
        ),
    ] {
        let (one, other) = (format!("title: '{one}'"), format!("title: '{other}'"));
        let plain = |text: &str| text.replace("'{", "{").replace("}'", "}");
        assert_eq!(alike(&plain(&one), &plain(&other)), told, "{one} {other}");
    }
}

#[test]
fn type_parties_and_value_speak_for_or_against() {
    let (dollars, euros) = (
        "value: {amount: 5, currency: USD}",
        "value: {amount: 5, currency: EUR}",
    );
    for (one, other, told) in [
        (
            "type: contract",
            "type: contract",
            "y 70: titles 66, same-type contract; not-asked",
        ),
        (
            "type: contract",
            "type: treaty",
            "y 56: titles 66, other-type; below-threshold 70",
        ),
        (
            "parties: [a, b]",
            "parties: [b, a]",
            "y 72: titles 66, same-parties; not-asked",
        ),
        (
            "parties: [a, b]",
            "parties: [a, c]",
            "y 43: titles 66, other-parties 33; below-threshold 70",
        ),
        (
            "parties: [a, b]",
            "parties: [a, b, c]",
            "y 54: titles 66, other-parties 66; below-threshold 70",
        ),
        (
            "parties: [a, b]",
            "parties: [c, d]",
            "y 33: titles 66, other-parties 0; below-threshold 70",
        ),
        (dollars, dollars, "y 87: titles 66, same-value; not-asked"),
        (
            dollars,
            euros,
            "y 52: titles 66, other-value; below-threshold 70",
        ),
        // What only one of them says is neither.
        (
            "type: contract",
            "parties: [a, b]",
            "y 66: titles 66; below-threshold 70",
        ),
    ] {
        let (one, other) = (
            format!("title: Sea rescue drills, {one}"),
            format!("title: Sea rescue exercises, {other}"),
        );
        assert_eq!(alike(&one, &other), told, "{one} {other}");
    }
}

#[test]
fn a_sum_that_many_have_tells_less() {
    let body = |kind: &str, parties: &str| {
        format!("type: {kind}, parties: [{parties}], value: {{amount: 750, currency: USD}}")
    };
    let value = body("contract", "a, b");
    let one = format!("agreements: [{{id: x, title: Dredging, {value}}}]");
    // The gap of 100 is closed by 10, 15 and 60, 30, 20, 15 per cent.
    for (others, score) in [(0, 70), (1, 47), (2, 40), (3, 36)] {
        let other = body("treaty", "c");
        let others = (0..others).map(|nth| format!(", {{id: z{nth}, title: Works{nth}, {other}}}"));
        let others: String = others.collect();
        let two = format!("agreements: [{{id: y, title: Harbour deepening, {value}}}{others}]");
        let (_, near) = explain(&[&one, &two], "x", Matching::Declared);
        let told = format!("y {score}: same-type contract, same-parties, same-value; ");
        assert!(near[0].starts_with(&told), "{near:?}");
    }
}

#[test]
fn a_number_that_two_have_and_no_two_at_one_time_tells_in_a_long_list() {
    let first = with("Plan 17 for ports", &OTHERS);
    let (near, all) = listed(&first, &with("Harbour drills 17", &MORE));
    assert_eq!(near, ["q0 46: titles 38, same-number; below-threshold 70"]);
    assert!(all.is_empty());
    let second = with("Ports and drills 17", &MORE);
    let (near, all) = listed(&first, &second);
    assert_eq!(near, ["q0 79: titles 76, same-number; not-asked"]);
    assert_eq!(all, ["p0 > q0 79 likely"]);
    // Two of one round have it.
    let (near, _) = listed(&first, &["Ports and drills 17", "Harbours 17", "Oryx"]);
    let lines = [
        "q0 70: titles 70; not-asked",
        "q1 36: titles 36; below-threshold 70",
    ];
    assert_eq!(near, lines);
    let (near, _) = listed(&["Plan 17 for ports", "Tents 17", "Wells"], &second);
    let lines = [
        "q0 70: titles 70; not-asked",
        "p1 44: titles 44; same-round 1",
    ];
    assert_eq!(near, lines);
    // One after the other: up to four have it.
    let rounds = [
        programmes("p", &first),
        programmes("q", &second),
        programmes("r", &["Harbour 17"]),
        programmes("s", &["Quays 17"]),
        programmes("t", &["Piers 17"]),
    ];
    let rounds: Vec<&str> = rounds.iter().map(String::as_str).collect();
    for (count, told) in [
        (3, "q0 75: titles 71, same-number; not-asked"),
        (4, "q0 74: titles 70, same-number; not-asked"),
        (5, "q0 68: titles 68; below-threshold 70"),
    ] {
        let (_, near) = explain(&rounds[..count], "p0", Matching::Declared);
        assert_eq!(near[0], told);
    }
}

#[test]
fn a_word_that_more_items_have_tells_less() {
    let (near, all) = listed(
        &with(
            "Desert falcons",
            &["Desert ships", "Desert wells", "Desert roads"],
        ),
        &["Desert oryx", "Falcons and ships"],
    );
    assert_eq!(near, ["q1 75: titles 75; ambiguous"]);
    assert_eq!(all, ["p0 > q1 75 ambiguous"]);
    let (near, _) = listed(
        &["Desert falcons", "Desert ships"],
        &["Desert falcons of old"],
    );
    let lines = [
        "q0 73: titles 73; not-asked",
        "p1 35: titles 35; same-round 1",
    ];
    assert_eq!(near, lines);
    // What is there from the first round to the last is no candidate, and counts for nothing.
    let round = |item: &str, steady: &str| format!("programmes: [{item}{steady}]");
    let steady = ", {id: s, title: Sea rescue drills}, {id: u, title: Sea patrols}";
    let (x, y) = (
        "{id: x, title: Sea rescue}",
        "{id: y, title: Sea rescue exercises}",
    );
    for steady in ["", steady] {
        let rounds = [round(x, steady), round(y, steady)];
        let (_, near) = explain(&[&rounds[0], &rounds[1]], "x", Matching::Declared);
        assert!(
            near.contains(&"y 80: titles 80; not-asked".to_owned()),
            "{near:?}"
        );
    }
}

#[test]
fn what_an_event_says_keeps_two_apart() {
    let (x, y) = (
        "agreements: [{id: x, title: Sea rescue}]",
        "agreements: [{id: y, title: Sea rescue}]",
    );
    let event = |item: &str| format!("events: [{{about: {item}, act: signed}}]");
    let count = |rounds: &[&str]| {
        let reading = record(rounds);
        suggested(&Series::of(reading.record())).len()
    };
    assert_eq!(count(&[x, y]), 1);
    assert_eq!(count(&[x, y, &event("y")]), 1);
    assert_eq!(count(&[x, &format!("{y}\n{}", event("y"))]), 1);
    assert_eq!(count(&[x, y, &event("x")]), 0);
    assert_eq!(count(&[x, &format!("{y}\n{}", event("x"))]), 0);
    assert_eq!(count(&[&format!("{x}\n{}", event("y")), y]), 0);
    assert_eq!(count(&[&event("y"), x, y]), 0);
    assert_eq!(count(&[&event("x"), x, y]), 1);
}

#[test]
fn what_is_not_taken_for_an_item_has_a_reason() {
    let told = |rounds: &[&str], item: &str| explain(rounds, item, Matching::Declared).1;
    let two = programmes("y", &["Sea rescue drills", "Sea rescue"]);
    let one = programmes("x", &["Sea rescue drills"]);
    let lines = [
        "y0 100: titles 100; not-asked",
        "y1 80: titles 80; beaten y0 100",
    ];
    assert_eq!(told(&[&one, &two], "x0"), lines);
    let (mentions, near) = explain(&[&one, &two], "x0", Matching::Likely);
    assert_eq!(mentions, ["1 x0 likeness 100", "2 y0 id"]);
    assert_eq!(near, ["y1 80: titles 80; beaten y0 100"]);
    let (mentions, near) = explain(&[&one, &two], "y1", Matching::Likely);
    assert_eq!(mentions, ["2 y1 id"]);
    let lines = [
        "x0 80: titles 80; beaten y0 100",
        "y0 80: titles 80; same-round 2",
    ];
    assert_eq!(near, lines);

    let night = programmes("x", &["Sea rescue drills", "Sea rescue drills by night"]);
    let one = programmes("y", &["Sea rescue drills"]);
    let lines = [
        "x0 70: titles 70; same-round 1",
        "y0 70: titles 70; beaten x0 100",
    ];
    assert_eq!(told(&[&night, &one], "x1"), lines);
    let lines = [
        "x0 100: titles 100; not-asked",
        "x1 70: titles 70; beaten x0 100",
    ];
    assert_eq!(told(&[&night, &one], "y0"), lines);

    let alike = programmes("x", &["Sea rescue", "Rescue at sea"]);
    let one = programmes("y", &["Sea rescue"]);
    let lines = [
        "x1 100: titles 100; same-round 1",
        "y0 100: titles 100; ambiguous",
    ];
    assert_eq!(told(&[&alike, &one], "x0"), lines);
}

#[test]
fn items_that_overlap_by_a_declaration_are_told_from_those_that_do() {
    let round = |item: &str| format!("programmes: [{{title: Sea rescue, {item}}}]");
    let (x, y) = (round("id: x"), round("id: y"));
    let z = round("id: z, continues: x");
    let told = |rounds: &[&str], item: &str| explain(rounds, item, Matching::Declared).1;
    assert_eq!(told(&[&x, &y, &z], "y"), ["z 100: titles 100; declared"]);
    assert_eq!(told(&[&x, &y, &z], "x"), ["y 100: titles 100; declared"]);
    assert_eq!(told(&[&x, &y, &x], "y"), ["x 100: titles 100; overlap"]);
    assert_eq!(told(&[&x, &y, &z, &y], "z"), ["y 100: titles 100; overlap"]);
    assert_eq!(told(&[&y, &x, &z, &y], "z"), ["y 100: titles 100; overlap"]);
}

#[test]
fn a_mention_is_told_by_the_name_written_there() {
    let named = |rounds: &[&str]| explain(rounds, "x", Matching::Declared).0;
    let lines = ["1 x continues", "2 y id"];
    assert_eq!(
        named(&[
            "agreements: [{id: w, act: signed}, {id: x, act: signed}]",
            "agreements: [{id: w, act: signed}, {id: y, continues: x, act: signed}]",
        ]),
        lines
    );
    assert_eq!(
        named(&[
            "commitments: [{id: v, text: Open}, {id: x, text: Ease visas}]",
            "commitments: [{id: v, act: fulfilled}, {id: y, continues: x, act: fulfilled}]",
        ]),
        lines
    );
    assert_eq!(
        named(&["bodies: [v, x]", "bodies: [v, {id: y, continues: x}]"]),
        lines
    );
}

#[test]
fn standing_agreements_are_named_and_titled_too() {
    let dialogue =
        "agreements: [{id: w, title: Old treaty}, {id: x, title: Peace, status: signed}]";
    let reading = read([
        ("dialogue.yaml", dialogue),
        (
            "1.yaml",
            "round: 1\nagreements: [{id: y, title: New, act: signed}, {id: x, act: ratified}]\ncommitments: [{id: v, text: Open}]",
        ),
        (
            "2.yaml",
            "round: 2\ntopics: [{id: t, title: Peace talks}]\nagreements: [{id: y, act: ratified}]",
        ),
    ]);
    let series = Series::of(reading.record());
    let all = series.matches(&id("x"));
    assert_eq!(mentions(&all[0]), ["- x id", "1 x id"]);
    let title = |list, item: &str| {
        let title = series.title(list, &id(item));
        title.map(|title| title.iter().next().expect("a text").1.to_owned())
    };
    let (agreements, topics) = (ListKind::Agreements, ListKind::Topics);
    assert_eq!(title(agreements, "w").as_deref(), Some("Old treaty"));
    assert_eq!(title(agreements, "x").as_deref(), Some("Peace"));
    assert_eq!(title(agreements, "y").as_deref(), Some("New"));
    assert_eq!(title(agreements, "t"), None);
    assert_eq!(title(topics, "t").as_deref(), Some("Peace talks"));
    assert_eq!(title(topics, "x"), None);
    assert_eq!(title(ListKind::Commitments, "v").as_deref(), Some("Open"));
}
