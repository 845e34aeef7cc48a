//! What a record states, fact by fact.

use rapporteur::check::Names;
use rapporteur::facts::{Fact, lines, of_dialogue, of_round, of_taxonomy};
use rapporteur::load::{Draft, load};
use rapporteur::source::{RoundText, Source, Texts};
use rapporteur::span::Files;

/// The real record.
fn record() -> (Files, Draft) {
    let (mut files, mut found) = (Files::default(), Vec::new());
    let dialogues = Source::folder("rounds")
        .dialogues()
        .expect("there are rounds");
    let texts = dialogues[0]
        .read(&mut files, &mut found)
        .expect("all is readable");
    let draft = load(&files, &texts, &mut found);
    (files, draft)
}

/// The facts of one round alone.
fn facts(text: &str) -> Vec<Fact> {
    let (mut files, mut found) = (Files::default(), Vec::new());
    let file = files.add("1.yaml", text);
    let texts = Texts {
        name: "one".to_owned(),
        taxonomy: None,
        dialogue: None,
        rounds: vec![RoundText {
            number: Some(1),
            file,
        }],
    };
    let draft = load(&files, &texts, &mut found);
    draft
        .rounds
        .first()
        .map(|round| of_round(round, None))
        .unwrap_or_default()
}

#[test]
fn the_second_round_states_these_facts() {
    let (_, draft) = record();
    let names = Names::of(&draft.taxonomy);
    let stated = lines(&of_round(&draft.rounds[1], Some(&names)));
    insta::assert_snapshot!(stated);
}

#[test]
fn every_key_is_there_once_and_on_one_line() {
    let (_, draft) = record();
    let mut all: Vec<Vec<Fact>> = draft
        .rounds
        .iter()
        .map(|round| of_round(round, None))
        .collect();
    all.extend([of_dialogue(&draft.dialogue), of_taxonomy(&draft.taxonomy)]);
    for facts in all {
        let mut keys: Vec<String> = facts.iter().map(Fact::key).collect();
        assert!(keys.len() > 20);
        assert!(lines(&facts).lines().count() <= keys.len());
        keys.sort();
        let count = keys.len();
        keys.dedup();
        assert_eq!(keys.len(), count);
    }
}

#[test]
fn formatting_and_order_make_no_difference() {
    let one = "round: 1\ndate: 2024-04\nsectors:\n  - space\n  - {id: trade, wording: {en: Trade, ar: التجارة}}\n";
    let other = "# the same\r\nsectors: [ { wording: { ar: \"التجارة\", en: 'Trade' }, id: trade },\r\n  space ]\r\ndate: \"2024-04\"\r\nround: 1\r\n";
    assert_eq!(lines(&facts(one)), lines(&facts(other)));
    assert_eq!(
        lines(&facts(one)),
        "meeting round | 1\n\
         meeting date | 2024-04\n\
         sector space | named\n\
         sector trade | named\n\
         sector trade wording | ar \"التجارة\", en \"Trade\"\n"
    );
}

#[test]
fn unknown_is_not_none() {
    assert_eq!(lines(&facts("round: 1\n")), "meeting round | 1\n");
    assert_eq!(
        lines(&facts("round: 1\nagreements: []\n")),
        "meeting round | 1\nagreements | none\n"
    );
}

#[test]
fn sources_stand_with_what_they_are_cited_for() {
    let stated = facts(
        "round: 1\nsource: {id: agency, at: lines 1–9}\nsectors:\n  - energy\n  - {id: space, source: {id: press, at: line 4, quote: \"space, \\n and more\"}}\n  - trade\n",
    );
    assert_eq!(
        lines(&stated),
        "meeting round | 1\n\
         meeting source | agency, lines 1–9\n\
         sector energy | named\n\
         sector space | named | press, line 4: \"space, and more\"\n\
         sector trade | named\n"
    );
    let of = |key: &str| {
        let fact = stated.iter().find(|one| one.key() == key).expect(key);
        (fact.sources[0].source.value.as_str().to_owned(), fact.cited)
    };
    assert_eq!(of("sector space"), ("press".to_owned(), true));
    assert_eq!(of("sector trade"), ("agency".to_owned(), false));
}

#[test]
fn documents_of_one_kind_are_numbered() {
    let stated = facts(
        "round: 1\ndocuments:\n  - {kind: readout, title: One}\n  - {kind: joint-statement, title: Two}\n  - {kind: readout, title: Three}\n",
    );
    assert_eq!(
        lines(&stated),
        "meeting round | 1\n\
         document joint-statement | named\n\
         document joint-statement title | en \"Two\"\n\
         document readout | named\n\
         document readout title | en \"One\"\n\
         document readout 2 | named\n\
         document readout 2 title | en \"Three\"\n"
    );
}

#[test]
fn the_same_item_twice_is_two_facts() {
    let stated = facts(
        "round: 1\nagreements:\n  - {id: mou, acts: [{act: signed}, {act: signed, date: 2024}]}\n  - {id: mou, act: signed}\n",
    );
    let keys: Vec<String> = stated.iter().map(Fact::key).collect();
    assert_eq!(
        keys,
        [
            "meeting round",
            "agreement mou",
            "agreement mou act signed",
            "agreement mou act signed (2)",
            "agreement mou act signed date",
            "agreement mou (2)",
            "agreement mou act signed (3)",
        ]
    );
}

#[test]
fn heads_go_by_their_side_and_where_it_has_several_by_their_office() {
    let stated = facts(
        "round: 1\nheads:\n  - {party: oman, person: khalifa, rank: minister}\n  - {party: usa, portfolio: trade, person: ann}\n  - {party: usa, person: bob}\n",
    );
    assert_eq!(
        lines(&stated),
        "meeting round | 1\n\
         head oman | named\n\
         head oman person | khalifa\n\
         head oman rank | minister\n\
         head usa bob | named\n\
         head usa bob person | bob\n\
         head usa trade | named\n\
         head usa trade person | ann\n\
         head usa trade portfolio | trade\n"
    );
}
