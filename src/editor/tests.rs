//! A record in memory, asked as an editor asks.

mod edits;

use super::{Desk, Edit, Refusal};
use crate::source::{Overlay, Source};
use std::path::Path;
use std::sync::Arc;

const TAXONOMY: &str = "sectors:
  trade: {title: {en: Trade, ar: التجارة}}
  space: {title: {en: Space, ar: الفضاء}, aliases: {en: [outer space]}}
  mining: {title: Mining, related: [critical-minerals]}
  critical-minerals: {title: Critical minerals}
";
const DIALOGUE: &str = "parties:\n  oman: {title: {en: Oman, ar: عُمان}}\n";
const FIRST: &str = "round: 1
date: 2023
sectors:
  - trade # a remark
  - \"space\"
  - critical-minerals
agreements:
  - {id: a-deal, act: signed, title: {en: A deal, ar: صفقة}, parties: [oman]}
commitments:
  - {id: meet, due: 2024, text: Meet, owner: oman}
";
const SECOND: &str = "round: 2
date: 2024
sectors:
  - id: trade
    note: التجارة
  - outer space
  - mining
agreements: [a-deal]
events: [{about: a-deal, act: ratified}]
";

/// A desk of texts, by their paths below `rounds/`.
fn desk(texts: &[(&str, &str)]) -> Desk {
    let overlay: Overlay = texts
        .iter()
        .map(|(name, text)| (Path::new("no-such-folder").join(name), (*text).to_owned()))
        .collect();
    let source = Source::Overlaid("no-such-folder".into(), Arc::new(overlay));
    Desk::read(&source).expect("the texts are a record")
}

fn whole() -> Desk {
    desk(&[
        ("taxonomy.yaml", TAXONOMY),
        ("talks/dialogue.yaml", DIALOGUE),
        ("talks/1.yaml", FIRST),
        ("talks/2.yaml", SECOND),
    ])
}

const ONE: &str = "no-such-folder/talks/1.yaml";
const TWO: &str = "no-such-folder/talks/2.yaml";

fn at(text: &str, word: &str) -> usize {
    text.find(word).expect("the word is there")
}

/// The texts after edits, by file.
fn edited(desk: &Desk, edits: &[Edit], file: &str, text: &str) -> String {
    let mut text = text.to_owned();
    let mut own: Vec<&Edit> = edits
        .iter()
        .filter(|one| desk.file(one.spot) == file)
        .collect();
    own.sort_by_key(|one| one.spot.span.start);
    for one in own.iter().rev() {
        text.replace_range(one.spot.span.range(), &one.text);
    }
    text
}

#[test]
fn the_record_is_sound() {
    let found = &whole().dialogues[0].found;
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn definitions_and_references_cross_files() {
    let desk = whole();
    let spot = desk
        .definition(TWO, at(SECOND, "trade"))
        .expect("it is defined");
    assert!(desk.file(spot).ends_with("taxonomy.yaml"));
    // Another word for a sector leads to the sector.
    let spot = desk
        .definition(TWO, at(SECOND, "outer space"))
        .expect("it is defined");
    assert_eq!(spot.span.start as usize, at(TAXONOMY, "space:"));
    // An agreement has no definition but its first mention; an event is about it.
    let spot = desk
        .definition(TWO, at(SECOND, "a-deal, act"))
        .expect("it is mentioned");
    assert_eq!(
        (desk.file(spot), spot.span.start as usize),
        (ONE, at(FIRST, "a-deal"))
    );
    assert_eq!(desk.references(TWO, at(SECOND, "a-deal]")).len(), 3);
    assert_eq!(desk.references(ONE, at(FIRST, "space\"")).len(), 3);
    assert_eq!(desk.references(ONE, at(FIRST, "oman")).len(), 3);
    assert!(desk.references(ONE, 0).is_empty());
    assert!(desk.references("elsewhere.yaml", 0).is_empty());
}

#[test]
fn renaming_keeps_all_else() {
    let desk = whole();
    let edits = desk
        .rename(ONE, at(FIRST, "space"), "outer-orbit")
        .expect("it is free");
    let first = edited(&desk, &edits, ONE, FIRST);
    assert_eq!(first, FIRST.replace("\"space\"", "\"outer-orbit\""));
    assert_eq!(edited(&desk, &edits, TWO, SECOND), SECOND);
    assert_eq!(edits.len(), 2);
    let edits = desk
        .rename(TWO, at(SECOND, "a-deal"), "the-deal")
        .expect("it is free");
    assert_eq!(
        edited(&desk, &edits, TWO, SECOND),
        SECOND.replace("a-deal", "the-deal")
    );
    let edits = desk
        .rename(ONE, at(FIRST, "trade"), "commerce")
        .expect("it is free");
    assert_eq!(
        edited(&desk, &edits, ONE, FIRST),
        FIRST.replace("trade #", "commerce #")
    );
}

#[test]
fn renaming_refuses_what_would_break() {
    let desk = whole();
    let refused = |new: &str| {
        desk.rename(ONE, at(FIRST, "trade"), new)
            .expect_err("refused")
    };
    assert_eq!(refused("Trade"), Refusal::NotAnId("Trade".to_owned()));
    assert_eq!(refused("تجارة"), Refusal::NotAnId("تجارة".to_owned()));
    assert_eq!(refused("space"), Refusal::Taken("space".to_owned()));
    assert_eq!(desk.rename(ONE, 0, "x"), Err(Refusal::NoId));
    let broken = self::desk(&[("talks/1.yaml", FIRST), ("talks/2.yaml", "sectors: [")]);
    let refused = broken.rename(ONE, at(FIRST, "trade"), "commerce");
    assert_eq!(refused, Err(Refusal::Unread(TWO.to_owned())));
}

#[test]
fn hover_tells_rounds_and_status() {
    let desk = whole();
    let (text, _) = desk.hover(ONE, at(FIRST, "a-deal")).expect("it is known");
    assert_eq!(
        text,
        "**A deal · صفقة**\n\n`a-deal`, an agreement\n\n- round 1 (2023): signed\n- round 2 (2024)\n\nStatus: ratified"
    );
    let (text, _) = desk.hover(TWO, at(SECOND, "outer")).expect("it is known");
    assert_eq!(
        text,
        "**Space · الفضاء**\n\n`space`, a sector\n\n- round 1 (2023)\n- round 2 (2024)"
    );
    let (text, _) = desk.hover(ONE, at(FIRST, "date")).expect("it is a key");
    assert!(text.starts_with("When it was held"), "{text}");
    assert_eq!(desk.hover(ONE, at(FIRST, "remark")), None);
}

#[test]
fn completion_offers_ids_keys_and_words() {
    let desk = whole();
    let offered = |text: &str| -> Vec<String> {
        let all = desk.completions("no-such-folder/talks/3.yaml", text, text.len());
        all.into_iter()
            .map(|one| format!("{} {}", one.text, one.detail))
            .collect()
    };
    let sectors = offered("round: 3\nsectors: [tr");
    assert_eq!(
        sectors,
        [
            "critical-minerals Critical minerals",
            "mining Mining",
            "space Space · الفضاء",
            "trade Trade · التجارة"
        ]
    );
    assert_eq!(offered("agreements:\n  - id: "), ["a-deal A deal · صفقة"]);
    assert_eq!(offered("commitments:\n  - id: m"), ["meet Meet"]);
    assert_eq!(offered("heads:\n- party: "), ["oman Oman · عُمان"]);
    assert_eq!(offered("mode: "), ["in-person ", "virtual ", "hybrid "]);
    let keys = offered("sectors:\n  - id: trade\n    sal");
    assert!(
        keys.iter()
            .any(|key| key.starts_with("salience:  How central")),
        "{keys:?}"
    );
    assert!(offered("note: \"tr").is_empty());
    assert!(offered("nothing: ").is_empty());
}

#[test]
fn faults_and_likenesses_can_be_settled() {
    let slip = SECOND.replace("- mining", "- minning");
    let desk = desk(&[
        ("taxonomy.yaml", TAXONOMY),
        ("talks/dialogue.yaml", DIALOGUE),
        ("talks/1.yaml", FIRST),
        ("talks/2.yaml", &slip),
    ]);
    let start = at(&slip, "minning");
    let actions = desk.actions(TWO, &(start..start));
    assert_eq!(actions.len(), 1);
    assert_eq!(actions[0].title, "Write `mining`");
    assert_eq!(
        edited(&desk, &[actions[0].edit.clone()], TWO, &slip),
        SECOND
    );
    let rounds = Path::new(env!("CARGO_MANIFEST_DIR")).join("rounds");
    let desk = Desk::read(&Source::folder(&rounds)).expect("it can be read");
    let path = rounds.join("oman-us/2.yaml");
    let (file, text) = (crate::source::shown(&path), std::fs::read_to_string(&path));
    let text = text.expect("it can be read");
    let start = at(&text, "id: exim-finance-mou") + 4;
    let actions = desk.actions(&file, &(start..start));
    assert_eq!(actions.len(), 1, "{actions:?}");
    let title = "Say that `exim-finance-mou` continues `strategic-investment-mou`";
    assert_eq!(actions[0].title, title);
    let settled = edited(&desk, &[actions[0].edit.clone()], &file, &text);
    let line = "id: exim-finance-mou\n    continues: strategic-investment-mou";
    assert_eq!(settled, text.replace("id: exim-finance-mou", line));
}
