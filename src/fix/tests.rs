use super::{Change, fix};
use crate::diagnostic::Diagnostic;
use crate::source::{Archive, RoundText, Texts};
use crate::span::Files;

/// What a lone round becomes, with what is still found.
fn fixed(text: &str) -> (Option<Change>, Vec<Diagnostic>) {
    let mut files = Files::default();
    let taxonomy = files.add("taxonomy.yaml", "sectors: {trade: {}, space: {}}\n");
    let file = files.add("rounds/1.yaml", text);
    let texts = Texts {
        name: "one".to_owned(),
        taxonomy: Some(taxonomy),
        dialogue: None,
        rounds: vec![RoundText {
            number: Some(1),
            file,
        }],
    };
    let fixed = fix(&files, &texts, &[], &Archive::default(), |_| true);
    assert!(fixed.changes.len() < 2, "the taxonomy has no faults");
    (fixed.changes.into_iter().next(), fixed.left)
}

#[test]
fn what_a_fix_brings_to_light_is_mended_too() {
    let (change, left) = fixed("date: 2020\nsectorz: [trad, \"spcae\", fish] # three\n");
    let change = change.expect("there is something to mend");
    let expected = "round: 1\ndate: 2020\nsectors: [trade, space, fish] # three\n";
    assert_eq!(change.text, expected);
    assert_eq!(change.settled, 4);
    let left: Vec<_> = left.iter().map(|one| one.code.name()).collect();
    assert_eq!(left, ["unknown-sector"]);
}

#[test]
fn a_fix_that_would_spoil_the_file_is_not_made() {
    let text = "round: 1\ndate: 2020\nsectors: []\nsectorz: []\n";
    let (change, left) = fixed(text);
    assert_eq!(change, None);
    let left: Vec<_> = left.iter().map(|one| one.code.name()).collect();
    assert_eq!(left, ["unknown-key"]);
}

#[test]
fn nothing_is_mended_where_nothing_can_be() {
    for text in ["round: 1\ndate: [\n", "round: 1\ndate: 2020\n", ""] {
        assert_eq!(fixed(text).0, None, "{text}");
    }
}
