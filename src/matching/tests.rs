//! Matching, on records small enough to be seen whole.

mod versions;

use super::*;
use crate::check::check;
use crate::load::load;
use crate::source::{RoundText, Source, Texts};
use crate::span::Files;

/// A record of rounds 1, 2, and so on, each given by its lists.
fn record(taxonomy: &str, rounds: &[&str]) -> (RoundSet, Files) {
    let (mut files, mut found) = (Files::default(), Vec::new());
    let parties = "parties: {oman: {country: OM}, us: {country: US}, bank: {of: us}}\n";
    let texts = Texts {
        name: "one".to_owned(),
        taxonomy: (!taxonomy.is_empty()).then(|| files.add("taxonomy.yaml", taxonomy)),
        dialogue: Some(files.add("dialogue.yaml", parties)),
        rounds: (1..)
            .zip(rounds)
            .map(|(number, lists)| RoundText {
                number: Some(number),
                file: files.add(
                    format!("{number}.yaml"),
                    format!("round: {number}\ndate: {}\n{lists}", 2000 + number),
                ),
            })
            .collect(),
    };
    let draft = load(&files, &texts, &mut found);
    let record = check(draft, &mut found);
    (
        record.unwrap_or_else(|| panic!("no record: {found:#?}")),
        files,
    )
}

/// The suggestions as `list: former > later, score`.
fn suggested(series: &Series<'_>) -> Vec<String> {
    let line = |one: &Suggestion| {
        let (list, former, later) = (one.list, &one.former, &one.later);
        format!("{list}: {former} > {later}, {}", one.score)
    };
    series.suggestions().iter().map(line).collect()
}

fn id(word: &str) -> Id {
    Id::new(word).expect("an id")
}

const RETITLED: [&str; 3] = [
    "agreements:
  - {id: health-mou, title: Memorandum on public health and vaccines, type: memorandum-of-understanding, act: discussed}
  - {id: ports, title: Arrangement on ports, type: arrangement, act: signed}",
    "agreements:
  - {id: vaccine-mou, title: Memorandum on vaccines and public health, type: memorandum-of-understanding, act: signed}",
    "agreements:
  - {id: vaccine-mou, act: ratified}",
];

#[test]
fn what_looks_alike_is_joined_only_where_that_is_asked_for() {
    let (record, _) = record("", &RETITLED);
    let declared = Series::of(&record);
    assert_eq!(
        suggested(&declared),
        ["agreements: health-mou > vaccine-mou, 100"]
    );
    assert!(declared.likely().is_empty());
    assert_eq!(declared.courses.len(), 3);

    let likely = Series::matched(&record, Matching::Likely);
    assert!(suggested(&likely).is_empty());
    let parts = likely.likely();
    assert_eq!(parts.len(), 1);
    assert_eq!(
        (parts[0].former.as_str(), parts[0].score),
        ("health-mou", 100)
    );
    let first = likely.rounds[0].agreements.as_ref().expect("a list");
    let grounds: Vec<(&str, Ground)> = first
        .iter()
        .map(|entry| (entry.id.as_str(), entry.ground))
        .collect();
    assert_eq!(
        grounds,
        [("ports", Ground::Id), ("vaccine-mou", Ground::Likeness)]
    );
    assert_eq!(likely.courses[&id("vaccine-mou")].deeds.len(), 3);
    assert!(!likely.courses.contains_key(&id("health-mou")));
}

#[test]
fn an_item_goes_by_what_replaced_it_where_that_is_one() {
    let taxonomy = "sectors: {digital: {title: Digital}, telecoms: {title: Telecoms, replaced_by: digital}, transport: {title: Transport, replaced_by: [rail, road]}, rail: {title: Rail}, road: {title: Roads}, light: {title: Light}, lasers: {title: Lasers}}";
    let rounds = ["telecoms, light", "{id: lasers, continues: light}"];
    let rounds = rounds.map(|list| format!("sectors: [{list}]"));
    let (record, _) = record(taxonomy, &rounds.each_ref().map(String::as_str));
    let series = Series::of(&record);
    let current = |word: &str| series.current(ListKind::Sectors, &id(word));
    let words = [
        "telecoms",
        "digital",
        "transport",
        "light",
        "lasers",
        "never-named",
    ];
    let now = [
        "digital",
        "digital",
        "transport",
        "lasers",
        "lasers",
        "never-named",
    ];
    assert_eq!(words.map(current), now.map(id));
}

#[test]
fn pairs_are_found_by_the_items_that_stand_for_them() {
    let (record, _) = record("", &RETITLED);
    let among = |ids: &[&str]| -> BTreeSet<(ListKind, Id)> {
        let ids = ids.iter().map(|word| (ListKind::Agreements, id(word)));
        ids.collect()
    };
    let likely = Series::matched(&record, Matching::Likely);
    let joined = |ids: &[&str]| likely.likely_among(&among(ids)).len();
    assert_eq!(joined(&["vaccine-mou"]), 1);
    assert_eq!(joined(&["vaccine-mou", "ports"]), 1);
    assert_eq!(joined(&["ports"]), 0);

    let declared = Series::of(&record);
    let suggested = |ids: &[&str]| declared.suggestions_among(&among(ids)).len();
    assert_eq!(suggested(&["health-mou", "vaccine-mou"]), 1);
    assert_eq!(suggested(&["vaccine-mou", "ports"]), 0);
    assert_eq!(suggested(&["health-mou", "ports"]), 0);
}

#[test]
fn joined_pairs_make_chains() {
    let rounds = [
        "sea-rescue: Rescue at sea",
        "rescue-sea: Sea rescue",
        "maritime: Rescue, sea",
    ];
    let rounds = rounds.map(|one| {
        let (id, title) = one.split_once(": ").expect("an id and a title");
        format!("programmes: [{{id: {id}, title: \"{title}\"}}]")
    });
    let rounds: Vec<&str> = rounds.iter().map(String::as_str).collect();
    let (record, _) = record("", &rounds);
    let series = Series::matched(&record, Matching::Likely);
    // Any two of the three are alike; one item through all rounds takes nothing by chance.
    assert_eq!(series.likely().len(), 2);
    for round in &series.rounds {
        let entries = round.programmes.as_ref().expect("a list");
        assert_eq!(entries[0].id.as_str(), "maritime");
    }
    let all = series.matches(&id("sea-rescue"));
    let scores: Vec<Option<u8>> = all[0].mentions.iter().map(|one| one.score).collect();
    assert_eq!(scores, [Some(100), Some(100), None]);
    assert!(series.suggestions().is_empty());
}

#[test]
fn items_of_one_round_and_items_that_overlap_are_never_one() {
    let one = "programmes:
  - {id: a, title: Sea rescue drills}
  - {id: b, title: Drills of sea rescue by night}";
    let two = "programmes:
  - {id: b, title: Drills of sea rescue by night}
  - {id: c, title: Sea rescue drills again}";
    let three = "programmes: [{id: a, title: Sea rescue drills}]";
    let (record, _) = record("", &[one, two, three]);
    let series = Series::of(&record);
    assert!(suggested(&series).is_empty(), "{:?}", suggested(&series));

    let all = series.matches(&id("a"));
    let near: Vec<(&str, &Rejection)> = all[0]
        .near
        .iter()
        .map(|miss| (miss.id.as_str(), &miss.rejected))
        .collect();
    assert!(
        near.contains(&("b", &Rejection::SameRound { round: Some(1) })),
        "{near:?}"
    );
    assert!(near.contains(&("c", &Rejection::Overlap)), "{near:?}");
}

#[test]
fn generic_words_are_no_likeness() {
    let one =
        "agreements: [{id: a, title: Military cooperation, type: agreement, parties: [oman, us]}]";
    let two =
        "agreements: [{id: b, title: Cultural cooperation, type: agreement, parties: [oman, us]}]";
    let (record, _) = record("", &[one, two]);
    assert!(suggested(&Series::of(&record)).is_empty());
}

#[test]
fn titles_that_name_only_a_kind_are_no_likeness() {
    let one = "agreements: [{id: a, title: Joint statement, type: joint-statement}]";
    let two = "agreements: [{id: b, title: Joint statement., type: joint-statement}]";
    let (record, _) = record("", &[one, two]);
    let series = Series::of(&record);
    assert!(suggested(&series).is_empty());
    let near = &series.matches(&id("a"))[0].near[0];
    assert_eq!(near.score, 50);
    assert!(near.reasons.contains(&Reason::OnlyKind));
}

#[test]
fn other_numbers_tell_two_plans_apart() {
    let one = "programmes: [{id: a, title: Joint plan of action 2023}]";
    let two = "programmes: [{id: b, title: Joint plan of action 2026}]";
    let (record, _) = record("", &[one, two]);
    assert!(suggested(&Series::of(&record)).is_empty());
}

#[test]
fn a_choice_by_chance_is_left_to_people() {
    let one =
        "bodies: [{id: a, title: Water and soil group}, {id: b, title: Group on soil and water}]";
    let two = "bodies: [{id: c, title: Soil and water group}]";
    let (record, _) = record("", &[one, two]);
    let series = Series::matched(&record, Matching::Likely);
    assert!(series.likely().is_empty());
    let left = series.suggestions();
    assert_eq!(left.len(), 1);
    assert!(left[0].ambiguous);
}

#[test]
fn concepts_are_told_apart_by_their_taxonomy() {
    let taxonomy = "sectors:
  clean-energy: {title: Clean energy}
  clean-power: {title: Clean energy and power, broader: clean-energy}
  clean-energies: {title: 'Clean energy, power'}
";
    let (record, _) = record(
        taxonomy,
        &[
            "sectors: [clean-energy]",
            "sectors: [clean-power]",
            "sectors: [clean-energies]",
        ],
    );
    let series = Series::of(&record);
    assert_eq!(
        suggested(&series),
        ["sectors: clean-power > clean-energies, 100"]
    );
    let all = series.matches(&id("clean-energy"));
    let why: Vec<(&str, &Rejection)> = all[0]
        .near
        .iter()
        .map(|miss| (miss.id.as_str(), &miss.rejected))
        .collect();
    assert!(
        why.contains(&("clean-power", &Rejection::Broader)),
        "{why:?}"
    );
    assert!(
        why.contains(&("clean-energies", &Rejection::Concepts)),
        "{why:?}"
    );
}

#[test]
fn commitments_follow_the_same_identity() {
    let one = "commitments: [{id: visas, text: Ease visas for students, due: 2001}]";
    let two =
        "commitments: [{id: student-visas, text: 'Visas for students: ease them', act: fulfilled}]";
    let (record, _) = record("", &[one, two]);
    let series = Series::matched(&record, Matching::Likely);
    let promises = crate::compare::promises(&series);
    assert_eq!(promises.len(), 1, "{:?}", suggested(&series));
    assert_eq!(promises[0].id.as_str(), "student-visas");
    assert_eq!(promises[0].made_in, 1);
}

#[test]
fn promises_of_two_next_rounds_are_two() {
    let one = "commitments: [{id: a, kind: next-round, text: Hold the next round in Muscat}]";
    let two = "commitments: [{id: b, kind: next-round, text: Hold the next round in Muscat}]";
    let (record, _) = record("", &[one, two]);
    let series = Series::of(&record);
    assert!(suggested(&series).is_empty());
    assert_eq!(
        series.matches(&id("a"))[0].near[0].rejected,
        Rejection::NextRounds
    );
}

#[test]
fn equal_type_parties_and_value_are_found_without_a_word_in_common() {
    let body = "type: contract, parties: [oman, bank], value: {amount: 750, currency: USD}";
    let one = format!("agreements: [{{id: a, title: Dredging works, {body}}}]");
    let two = format!("agreements: [{{id: b, title: Harbour deepening, {body}}}]");
    let (record, _) = record("", &[&one, &two]);
    // The gap of 100 is closed by 10, 15 and 60 per cent: 100, 90, 76, 30.
    assert_eq!(suggested(&Series::of(&record)), ["agreements: a > b, 70"]);
}

#[test]
fn what_an_author_declared_is_no_suggestion() {
    let one = "programmes: [{id: a, title: Sea rescue drills}]";
    let two = "programmes: [{id: b, title: Sea rescue drills, continues: a}]";
    let (record, _) = record("", &[one, two]);
    let series = Series::of(&record);
    assert!(suggested(&series).is_empty());
    let all = series.matches(&id("a"));
    assert_eq!(all[0].id.as_str(), "b");
    let lines: Vec<(Option<u32>, &str, Ground)> = all[0]
        .mentions
        .iter()
        .map(|one| (one.round, one.name.as_str(), one.ground))
        .collect();
    let expected = [
        (Some(1), "a", Ground::Continues),
        (Some(2), "b", Ground::Id),
    ];
    assert_eq!(lines, expected);
}

fn real() -> (RoundSet, Files) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/rounds");
    let dialogues = Source::folder(folder)
        .dialogues()
        .expect("the record is there");
    let entry = dialogues.iter().find(|entry| entry.name == "oman-us");
    let (mut files, mut found) = (Files::default(), Vec::new());
    let texts = entry
        .expect("the dialogue is there")
        .read(&mut files, &mut found);
    let draft = load(&files, &texts.expect("its files can be read"), &mut found);
    let record = check(draft, &mut found);
    (
        record.unwrap_or_else(|| panic!("no record: {found:#?}")),
        files,
    )
}

#[test]
fn the_signed_memorandum_and_the_discussed_one_may_be_one_and_no_others() {
    let (record, files) = real();
    let series = Series::matched(&record, Matching::Likely);
    assert!(series.likely().is_empty());
    let all = series.suggestions();
    let [one] = all else {
        panic!("{:?}", suggested(&series));
    };
    assert_eq!(one.former.as_str(), "strategic-investment-mou");
    assert_eq!(one.later.as_str(), "exim-finance-mou");
    assert_eq!(one.score, 40);
    assert!(one.reasons.contains(&Reason::FillsIn));
    assert!(!one.likely && one.score < LIKELY);
    assert_eq!(one.yaml(), "continues: strategic-investment-mou");
    let text = |span| files.slice(span).to_owned();
    assert!(text(one.former_place).contains("act: signed"));
    assert!(text(one.later_place).contains("act: discussed"));
}

/// Two rounds of `count` programmes each, every one under another id in the second.
fn many(count: usize) -> [String; 2] {
    let words = ["clean", "digital", "maritime", "cultural", "open", "civil"];
    [1, 2].map(|round| {
        let items = (0..count).map(|nth| {
            let (one, other) = (words[nth % 6], words[(nth / 6 + round) % 6]);
            format!("  - {{id: p{round}-{nth}, title: Joint {one} {other} programme {nth}}}\n")
        });
        format!("programmes:\n{}", items.collect::<String>())
    })
}

#[test]
fn candidates_grow_with_the_list_and_not_with_its_square() {
    for count in [100, 1000] {
        let [one, two] = many(count);
        let (record, _) = record("", &[&one, &two]);
        let series = Series::of(&record);
        let items = items::items(&series, ListKind::Programmes);
        let left = candidates::Leftovers::of(&items);
        assert_eq!(left.items.len(), 2 * count);
        // Each has its number in common with one other; all else is in too many titles.
        let pairs = left.pairs();
        assert!(
            pairs.len() >= count && pairs.len() <= 6 * count,
            "{}",
            pairs.len()
        );
        let series = Series::matched(&record, Matching::Likely);
        assert_eq!(series.likely().len(), count);
        let right = |one: &Suggestion| one.former.as_str()[3..] == one.later.as_str()[3..];
        assert!(series.likely().iter().all(right));
    }
}

#[test]
fn what_many_items_share_alone_leads_from_none_to_another() {
    let suggested = |count: usize| {
        let round = |group: &str, title: &dyn Fn(usize) -> String| {
            let named = |nth| format!("{{id: {group}{nth}, title: {}}}", title(nth));
            let all: Vec<String> = (0..count).map(named).collect();
            format!("programmes: [{}]", all.join(", "))
        };
        let training = |_| "Training".to_owned();
        let other = |group: &'static str| move |nth| format!("Alpha{group}{nth} Omega{group}{nth}");
        let rounds = [
            round("a", &other("a")),
            round("a", &training),
            round("b", &training),
            round("b", &other("b")),
        ];
        let (record, _) = record("", &rounds.each_ref().map(String::as_str));
        suggested(&Series::of(&record)).len()
    };
    assert_eq!(suggested(10), 10);
    assert_eq!(suggested(11), 0);
}
