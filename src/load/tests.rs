mod every_key;
mod faults;
mod hostile;

use super::{Aliases, Draft, Items, Read, decode, load, load_two, read_sound, yaml};
use crate::diagnostic::Diagnostic;
use crate::model::text::Lang;
use crate::source::{RoundText, Texts};
use crate::span::Files;

/// Loads a dialogue from the texts of its files.
fn loaded(taxonomy: &str, dialogue: &str, round: &str) -> (Draft, Vec<Diagnostic>, Files) {
    let mut files = Files::default();
    let mut found = Vec::new();
    let texts = Texts {
        name: "oman-us".to_owned(),
        taxonomy: (!taxonomy.is_empty()).then(|| files.add("taxonomy.yaml", taxonomy)),
        dialogue: (!dialogue.is_empty()).then(|| files.add("dialogue.yaml", dialogue)),
        rounds: vec![RoundText {
            number: Some(2),
            file: files.add("2.yaml", round),
        }],
    };
    let draft = load(&files, &texts, &mut found);
    (draft, found, files)
}

/// The code and the marked text of every fault of a round.
fn faults_of(round: &str) -> Vec<(&'static str, String)> {
    let (_, found, files) = loaded("", "", round);
    let marked = |one: &Diagnostic| files.slice(one.label.span).to_owned();
    found
        .iter()
        .map(|one| (one.code.name(), marked(one)))
        .collect()
}

#[test]
fn without_dialogue_yaml_the_folder_names_the_dialogue() {
    let (draft, found, _) = loaded("", "", "round: 2\nplace: {city: Muscat}\n");
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(draft.dialogue.id.as_str(), "oman-us");
    assert_eq!(draft.dialogue.span, None);
    let place = draft.rounds[0].place.as_ref().expect("a place");
    let city = place.city.as_ref().expect("a city");
    assert_eq!(city.get("en"), Some("Muscat"));
}

#[test]
fn plain_strings_are_in_the_language_of_the_dialogue() {
    let (draft, found, _) = loaded(
        "sectors: {space: {title: الفضاء}}",
        "title: الحوار\nlanguage: ar\n",
        "round: 2\nplace: {city: مسقط}\n",
    );
    assert!(found.is_empty(), "{found:?}");
    let title = draft.dialogue.title.as_ref().expect("a title");
    assert_eq!(title.get("ar"), Some("الحوار"));
    let place = draft.rounds[0].place.as_ref().expect("a place");
    let city = place.city.as_ref().expect("a city");
    assert_eq!(city.get("ar"), Some("مسقط"));
    let sectors = draft.taxonomy.sectors.as_ref().expect("sectors");
    let title = sectors["space"].title.as_ref().expect("a title");
    assert_eq!(title.get("ar"), Some("الفضاء"));
}

#[test]
fn a_list_left_out_is_unknown_and_an_empty_one_is_none() {
    let (draft, _, _) = loaded("", "", "round: 2\nsectors: []\n");
    assert_eq!(draft.rounds[0].sectors, Some(Vec::new()));
    assert_eq!(draft.rounds[0].topics, None);
}

#[test]
fn a_taxonomy_that_dialogues_share_is_reported_once() {
    let mut files = Files::default();
    let mut found = Vec::new();
    let texts = Texts {
        name: "a".to_owned(),
        taxonomy: Some(files.add("taxonomy.yaml", "sectors: []\n")),
        dialogue: None,
        rounds: Vec::new(),
    };
    load(&files, &texts, &mut found);
    load(&files, &texts, &mut found);
    assert_eq!(found.len(), 1);
}

/// The codes of what is wrong with bytes, and their messages.
fn decoded(bytes: &[u8]) -> (Option<String>, Vec<(&'static str, String)>) {
    let mut files = Files::default();
    let mut found = Vec::new();
    let file = decode::add("2.yaml", bytes.to_vec(), &mut files, &mut found);
    let text = file.map(|file| files.text(file).to_owned());
    let faults = found.into_iter();
    let faults = faults.map(|one| (one.code.name(), one.message));
    (text, faults.collect())
}

fn utf_16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

#[test]
fn bytes_that_are_no_text_are_refused_with_their_offset() {
    let (text, faults) = decoded(b"title: caf\xe9\n");
    assert_eq!(text, None);
    assert_eq!(faults[0].0, "not-utf8");
    assert!(faults[0].1.contains("byte 10 is 0xe9"), "{faults:?}");
    for (bytes, name) in [
        (
            utf_16("\u{feff}round: 1", u16::to_le_bytes),
            "little endian)",
        ),
        (utf_16("\u{feff}round: 1", u16::to_be_bytes), "big endian)"),
        (
            utf_16("round: 1", u16::to_le_bytes),
            "little endian, without",
        ),
        (utf_16("round: 1", u16::to_be_bytes), "big endian, without"),
    ] {
        let (_, faults) = decoded(&bytes);
        assert_eq!(faults[0].0, "not-utf8");
        assert!(faults[0].1.contains(name), "{faults:?}");
    }
    let (_, faults) = decoded(b"round: 1\0\n");
    assert_eq!(faults[0].0, "control-character");
    assert!(faults[0].1.contains("U+0000 at byte 8"), "{faults:?}");
}

#[test]
fn a_line_past_the_limit_is_refused() {
    let line = |length: usize| format!("{}\n", "x".repeat(length - 1));
    assert_eq!(decoded(line(1024 * 1024).as_bytes()).1, []);
    let (_, faults) = decoded(line(1024 * 1024 + 1).as_bytes());
    assert_eq!(faults[0].0, "limit-line-length");
}

#[test]
fn two_versions_are_loaded_together_as_each_alone() {
    let mut files = Files::default();
    let mut add = |name: &str, text: &str| files.add(name, text);
    let event = add(
        "1.yaml",
        "round: 1\nevents: [{about: grain, act: signed}, {about: port, act: proposed}]\nplace: 3\n",
    );
    let named = add(
        "2.yaml",
        "round: 2\nbodies: [port]\nsectors: [Space, space]\n",
    );
    let broken = add("3.yaml", "round: [\n");
    let other = add("2.yaml", "round: 2\nagreements: [grain, port]\n");
    let english = add("dialogue.yaml", "title: T\n");
    let arabic = add("dialogue.yaml", "title: T\nlanguage: ar\n");
    let taxonomy = add("taxonomy.yaml", "sectors: {space: {title: Space}}\n");
    let round = |number: u32, file| RoundText {
        number: Some(number),
        file,
    };
    let texts = |dialogue, taxonomy, rounds| Texts {
        name: "oman-us".to_owned(),
        taxonomy,
        dialogue: Some(dialogue),
        rounds,
    };
    let all = [
        texts(
            english,
            None,
            vec![round(1, event), round(2, named), round(3, broken)],
        ),
        texts(
            english,
            None,
            vec![round(1, event), round(2, other), round(3, broken)],
        ),
        texts(english, None, vec![round(2, event), round(4, broken)]),
        texts(arabic, None, vec![round(1, event), round(2, named)]),
        texts(
            english,
            Some(taxonomy),
            vec![round(2, named), round(1, event)],
        ),
    ];
    let alone = |texts: &Texts| {
        let mut found = Vec::new();
        let draft = load(&files, texts, &mut found);
        format!("{draft:?}\n{found:?}")
    };
    for one in &all {
        for other in &all {
            let (mut found, mut other_found) = (Vec::new(), Vec::new());
            let (draft, other_draft) =
                load_two(&files, (one, &mut found), (other, &mut other_found));
            assert_eq!(format!("{draft:?}\n{found:?}"), alone(one));
            let together = format!("{other_draft:?}\n{other_found:?}");
            assert_eq!(together, alone(other));
        }
    }
    assert_ne!(alone(&all[0]), alone(&all[3]), "the language counts");
}

#[test]
fn a_round_read_item_by_item_is_the_round_read_whole() {
    let every = include_str!("tests/round.yaml");
    let plain = "round: 2\nsource: b\nsectors:\n  - id: [c, d]\n    note: e\n  - f\ntopics: []\n";
    for (text, ways) in [(every, 1), (plain, 2)] {
        let mut files = Files::default();
        let round = RoundText {
            number: Some(2),
            file: files.add("2.yaml", text),
        };
        let lang = Lang::new("en").expect("a language");
        let aliases = Aliases {
            sectors: true,
            topics: true,
        };
        let read = |stream| read_sound(&files, &round, &lang, aliases, stream);
        let mut found = Vec::new();
        let node = yaml::parse(text, round.file, &mut found).expect("the text is YAML");
        let mut whole = Read::new(text, lang.clone(), aliases, &mut found);
        let whole = super::round::round(&mut whole, &node, round.number, Items::default());
        assert!(found.is_empty(), "{found:?}");
        assert_eq!(read(yaml::stream), whole);
        let quick = read(yaml::stream_plain);
        assert_eq!(quick, whole.filter(|_| ways > 1));
    }
}
