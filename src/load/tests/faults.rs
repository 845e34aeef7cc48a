//! What is wrong with single values, each with the text that its marker covers.

use super::{faults_of, loaded};

fn fault(round: &str, code: &str, marked: &str) {
    assert_eq!(
        faults_of(round),
        [(code_of(code), marked.to_owned())],
        "{round}"
    );
}

fn code_of(name: &str) -> &'static str {
    let mut all = crate::diagnostic::code::all();
    all.find(|code| code.name() == name)
        .expect("a code of that name")
        .name()
}

fn in_round(line: &str, code: &str, marked: &str) {
    fault(&format!("round: 2\n{line}\n"), code, marked);
}

#[test]
fn ten_faults_in_one_file_are_ten_diagnostics() {
    let text = "\
round: 3
date: 2023-02-30
mode: in person
secters: [trade]
sectors: [الطاقة، الفضاء]
topics: gaza
place: {city: ' ', country: Oman}
documents:
  - {kind: readout, url: 'javascript:alert(1)'}
agreements:
  - {act: signed}
";
    let codes: Vec<_> = faults_of(text).into_iter().map(|(code, _)| code).collect();
    assert_eq!(
        codes,
        [
            "round-number",
            "impossible-date",
            "unknown-value",
            "unknown-key",
            "list-separator",
            "wrong-type",
            "empty-text",
            "bad-country",
            "bad-url",
            "missing-key",
        ]
    );
}

#[test]
fn a_bad_field_leaves_the_rest_of_its_item() {
    let text = "round: 2\nagreements:\n  - {id: a, type: treety, act: signed, value: {amount: 5, currency: USD}}\n";
    let (draft, found, _) = loaded("", "", text);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].help[0], "did you mean `treaty`?");
    let agreements = draft.rounds[0].agreements.as_ref().expect("a list");
    assert_eq!(agreements[0].definition.kind, None);
    assert!(agreements[0].definition.value.is_some());
}

#[test]
fn the_number_of_a_round_is_said_and_right() {
    fault("date: 2024-04\n", "missing-round", "date: 2024-04");
    fault("round: 3\n", "round-number", "3");
    fault("round: two\n", "wrong-type", "two");
    fault("round: '2'\n", "wrong-type", "'2'");
    fault("round: -2\n", "negative-number", "-2");
    fault("round: 2.5\n", "bad-number", "2.5");
    fault("round:\n", "empty-value", "round");
    fault("# soon\n", "empty-file", "");
    fault("- a\n", "wrong-type", "- a");
}

#[test]
fn keys_that_nobody_knows_get_a_suggestion() {
    let (_, found, _) = loaded(
        "",
        "",
        "round: 2\nheads: [{party: oman, Person: x}]\nfoo: 1\n",
    );
    assert_eq!(found[0].help, ["did you mean `person`?"]);
    assert!(found[1].help[0].starts_with("the keys are `round`, `date`"));
    assert!(found[1].suggestion.is_none());
    in_round("claims: [{of: dat, value: 2025}]", "unknown-claim", "dat");
    in_round("sectors: [{id: trade, sector: x}]", "unknown-key", "sector");
}

#[test]
fn values_of_the_wrong_type_are_named() {
    in_round("sectors: trade", "wrong-type", "trade");
    in_round("sectors:", "empty-value", "sectors");
    in_round("sectors: [trade, ~]", "empty-value", "~");
    in_round("place: {city: 2025}", "wrong-type", "2025");
    in_round("place: {city: {en: [x]}}", "wrong-type", "[x]");
    in_round("place: {city: {}}", "empty-value", "{}");
    in_round("sectors: [[trade]]", "wrong-type", "[trade]");
    in_round("sectors: [{id: []}]", "empty-value", "[]");
    in_round("date: [2025]", "wrong-type", "[2025]");
}

#[test]
fn ids_and_words_that_look_like_several_are_refused() {
    in_round("sectors: [Clean_Energy]", "bad-id", "Clean_Energy");
    in_round("sectors: [الطاقة]", "bad-id", "الطاقة");
    in_round(
        "sectors: [الطاقة؛ الفضاء]",
        "list-separator",
        "الطاقة؛ الفضاء",
    );
    in_round(
        "sectors:\n  - trade, energy",
        "list-separator",
        "trade, energy",
    );
    in_round(
        "programmes: [{id: a, sector: 'a، b'}]",
        "list-separator",
        "'a، b'",
    );
    in_round(
        "sectors: [\"sp\u{200b}ace\"]",
        "invisible-character",
        "\u{200b}",
    );
    in_round(
        "sectors: [\"\\u200Bspace\"]",
        "invisible-character",
        "\"\\u200Bspace\"",
    );
    let taxonomy = "sectors: {energy: {aliases: {ar: [الطاقة، الوقود]}}}";
    let (_, found, _) = loaded(taxonomy, "", "round: 2\nsectors: [الطاقة]\n");
    let codes: Vec<_> = found.iter().map(|one| one.code.name()).collect();
    assert_eq!(codes, ["list-separator"]);
}

#[test]
fn codes_and_addresses_are_of_their_form() {
    in_round("place: {country: om}", "bad-country", "om");
    in_round(
        "place: {city: {english: Muscat}}",
        "bad-language",
        "english",
    );
    in_round("place: {city: {en_US: Muscat}}", "bad-language", "en_US");
    in_round(
        "place: {city: {en: Muscat, EN: Muscat}}",
        "duplicate-key",
        "EN",
    );
    for url in [
        "ftp://x.org",
        "https://",
        "//x.org",
        "../x",
        "http://a b.org",
    ] {
        in_round(
            &format!("documents: [{{kind: readout, url: '{url}'}}]"),
            "bad-url",
            &format!("'{url}'"),
        );
    }
    in_round(
        "documents: [{kind: none, url: HTTP://X.org}]\ntopics: [a b]",
        "bad-id",
        "a b",
    );
}

#[test]
fn dates_and_amounts_say_what_is_wrong_with_them() {
    in_round("date: 25/01/2026", "bad-date", "25/01/2026");
    in_round("date: 2024-13", "impossible-date", "2024-13");
    in_round(
        "date: {text: early 2026}",
        "missing-key",
        "{text: early 2026}",
    );
    let value = |money: &str| format!("agreements: [{{id: a, value: {money}}}]");
    in_round(&value("{amount: 5m, currency: USD}"), "bad-number", "5m");
    in_round(
        &value("{amount: -5, currency: USD}"),
        "negative-number",
        "-5",
    );
    in_round(&value("{amount: 5, currency: usd}"), "bad-currency", "usd");
    in_round(&value("5 USD"), "wrong-type", "5 USD");
}

#[test]
fn acts_stand_alone_or_in_a_list() {
    in_round(
        "agreements: [{id: a, act: signed, acts: []}]",
        "conflicting-keys",
        "act",
    );
    in_round(
        "agreements: [{id: a, date: 2024, acts: [{act: signed}]}]",
        "conflicting-keys",
        "date",
    );
    let (_, found, _) = loaded("", "agreements: [{id: a, act: signed}]", "round: 2\n");
    assert_eq!(found[0].help, ["did you mean `acts`?"]);
}

#[test]
fn texts_have_words_and_no_hidden_direction() {
    in_round("place: {city: \"\"}", "empty-text", "\"\"");
    in_round("place: {city: \"\u{200f}\"}", "empty-text", "\"\u{200f}\"");
    in_round("place: {city: \"a\u{202e}b\"}", "bidi-control", "\u{202e}");
    in_round(
        "place: {city: \"a\\u2066b\"}",
        "bidi-control",
        "\"a\\u2066b\"",
    );
    assert_eq!(
        faults_of("round: 2\nplace: {city: \"a\u{200e}\u{61c}b\"}\n"),
        []
    );
}

#[test]
fn a_faulty_entry_keeps_its_id_known() {
    let (draft, found, _) = loaded(
        "sectors: {space: , gas: x}",
        "parties: {oman: []}",
        "round: 2\n",
    );
    let codes: Vec<_> = found.iter().map(|one| one.code.name()).collect();
    assert_eq!(codes, ["wrong-type", "empty-value", "wrong-type"]);
    assert!(draft.dialogue.parties.contains_key("oman"));
    let sectors = draft.taxonomy.sectors.as_ref().expect("sectors");
    assert!(sectors.contains_key("space") && sectors.contains_key("gas"));
}

#[test]
fn a_taxonomy_that_cannot_be_read_makes_no_faults_elsewhere() {
    let (_, found, _) = loaded("sectors: [", "", "round: 2\nsectors: [الطاقة]\n");
    let codes: Vec<_> = found.iter().map(|one| one.code.name()).collect();
    assert_eq!(codes, ["yaml"]);
}
