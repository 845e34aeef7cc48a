//! Suggestions of two versions at once, which are those of each alone.

use super::*;

/// Holds that two versions at once give what each gives alone, and says how many suggestions that is.
fn together(records: &[RoundSet]) -> Vec<usize> {
    let alone = records.iter().map(|record| {
        let series = Series::of(record);
        series.suggestions().to_vec()
    });
    let alone: Vec<Vec<Suggestion>> = alone.collect();
    for (one, expected_one) in records.iter().zip(&alone) {
        for (other, expected_other) in records.iter().zip(&alone) {
            let (one, other) = (Series::of(one), Series::of(other));
            suggest([&one, &other]);
            assert_eq!(one.suggestions(), expected_one);
            assert_eq!(other.suggestions(), expected_other);
        }
    }
    alone.iter().map(Vec::len).collect()
}

#[test]
fn versions_that_differ_in_each_item_are_each_looked_through() {
    let programmes = |rounds: [&str; 3]| {
        let rounds = rounds.map(|list| format!("programmes: [{list}]"));
        record("", &rounds.each_ref().map(String::as_str)).0
    };
    let (cranes, harbours) = (
        "{id: cranes, title: Cranes for harbours}",
        "{id: harbours, title: Harbours for cranes}",
    );
    let topics = [
        "topics: [{id: cranes, title: Cranes for harbours}]",
        "",
        "topics: [{id: harbours, title: Harbours for cranes}]",
    ];
    let found = together(&[
        programmes([cranes, cranes, harbours]),
        // The items of another list.
        record("", &topics).0,
        programmes([cranes, "", harbours]),
        // Other ids, and another title at the end of the first or in the later one.
        programmes([
            "{id: hoists, title: Cranes for harbours}",
            "{id: hoists, title: Cranes for harbours}",
            "{id: ports, title: Harbours for cranes}",
        ]),
        programmes([cranes, "{id: cranes, title: Boats}", harbours]),
        programmes([cranes, cranes, "{id: harbours, title: Nets}"]),
    ]);
    assert_eq!(found, [1, 1, 1, 1, 0, 0]);

    // The same is said, but of what was called otherwise before, and as what a concept is related to.
    let taxonomy = "sectors: {fish: {title: Boats and nets, related: [boats]}, sea-fish: {title: Nets and boats}, boats: {title: Ferries}, nets: {title: Traps}}";
    let sectors = |former: &str| {
        let later = format!("sectors: [{{id: sea-fish, continues: {former}}}]");
        let former = format!("sectors: [{former}]");
        record(taxonomy, &["sectors: [fish]", &former, &later]).0
    };
    assert_eq!(together(&[sectors("nets"), sectors("boats")]), [1, 0]);

    // What is named at once, and what an event was about before.
    let mou = "agreements: [{id: mou, type: memorandum-of-understanding, act: signed}]";
    let desk = "agreements: [{id: desk, type: memorandum-of-understanding, act: signed, parties: [oman, us], value: {amount: 5, currency: OMR}}]";
    let about =
        |id: &str, year: u32| format!("events: [{{date: {year}, about: {id}, act: discussed}}]");
    let (event_mou, event_desk) = (about("mou", 2002), about("desk", 2003));
    let later_desk = about("desk", 2004);
    let found = together(&[
        record("", &[mou, mou, desk, &later_desk]).0,
        record("", &[mou, &event_mou, &event_desk, desk]).0,
    ]);
    assert_eq!(found, [1, 0]);
}

#[test]
fn two_versions_are_looked_through_as_each_alone() {
    let taxonomy = "sectors: {fish: {title: Boats and nets}, sea-fish: {title: Nets and boats}}\n";
    let related = "sectors: {fish: {title: Boats and nets, related: [sea-fish]}, sea-fish: {title: Nets and boats}}\n";
    let [first, second, third] = RETITLED;
    let sectors = "\nsectors: [{id: fish}]\nprogrammes: [{id: cranes, title: Cranes for harbours}]";
    let again =
        "\nsectors: [{id: sea-fish}]\nprogrammes: [{id: harbours, title: Harbours for cranes}]";
    let apart = second.replace("vaccines and public health", "the care of horses");
    let with_body = format!("{third}\nbodies: [{{id: a, title: Sea rescue}}]");
    let moved = third.replace("agreements:", "# A remark.\nagreements:");
    let valued = first.replace(
        "act: discussed",
        "act: discussed, value: {amount: 5000000, currency: OMR}",
    );
    let rounds = |one: &str, two: &str, three: &str| {
        [
            format!("{one}{sectors}"),
            format!("{two}{again}"),
            three.to_owned(),
        ]
    };
    // Every item of a list says something else: who is party to it, what it is called.
    let by = |round: &str, party: &str| round.replace("act:", &format!("parties: [{party}], act:"));
    let called = rounds(first, second, third).map(|round| {
        round
            .replace("Cranes for harbours", "Boats")
            .replace("Harbours for cranes", "Nets")
    });
    let versions = [
        (taxonomy, rounds(first, second, third)),
        (taxonomy, called),
        (
            taxonomy,
            rounds(&by(first, "oman"), &by(second, "oman"), third),
        ),
        (
            taxonomy,
            rounds(&by(first, "bank"), &by(second, "us"), third),
        ),
        (taxonomy, rounds(first, second, &moved)),
        (taxonomy, rounds(first, &apart, third)),
        (taxonomy, rounds(&valued, second, third)),
        (taxonomy, rounds(first, second, &with_body)),
        (related, rounds(first, second, third)),
        ("", rounds(first, second, third)),
        ("", [second.to_owned(), first.to_owned(), third.to_owned()]),
    ];
    let records = versions.each_ref().map(|(taxonomy, rounds)| {
        let rounds: Vec<&str> = rounds.iter().map(String::as_str).collect();
        record(taxonomy, &rounds).0
    });
    let found = together(&records);
    // Some find what others do not.
    assert_eq!(found[0], 3);
    assert!(found.iter().any(|found| *found < 3));
}
