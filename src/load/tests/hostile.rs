//! Nothing that a file may hold makes the reader or its messages fail.

use super::{decode, load};
use crate::source::{RoundText, Texts};
use crate::span::{FileId, Files};
use proptest::prelude::*;

const ROUND: &str = include_str!("round.yaml");
const DIALOGUE: &str = include_str!("dialogue.yaml");
const TAXONOMY: &str = include_str!("taxonomy.yaml");

/// Loads three files of any bytes and shows what is wrong with them.
fn survive(taxonomy: &[u8], dialogue: &[u8], round: &[u8]) {
    let mut files = Files::default();
    let mut found = Vec::new();
    let mut add = |name: &str, bytes: &[u8]| -> Option<FileId> {
        decode::add(name, bytes.to_vec(), &mut files, &mut found)
    };
    let texts = Texts {
        name: "a".to_owned(),
        taxonomy: add("taxonomy.yaml", taxonomy),
        dialogue: add("dialogue.yaml", dialogue),
        rounds: add("1.yaml", round)
            .into_iter()
            .map(|file| RoundText {
                number: Some(2),
                file,
            })
            .collect(),
    };
    load(&files, &texts, &mut found);
    for one in &found {
        let range = one.label.span.range();
        let text = files.text(one.label.span.file);
        assert!(
            text.get(range).is_some(),
            "a place inside the text: {one:?}"
        );
        #[cfg(feature = "cli")]
        {
            let shown = crate::cli::messages::diagnostic(one, &files, false);
            assert!(!shown.contains('\u{1b}') && !shown.contains('\u{202e}'));
        }
    }
}

/// A text with some of its bytes taken out, put in or changed.
fn spoilt(text: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let signs = prop::sample::select(b" \t\n-:,[]{}&*!|>'\"#%@`~?0a\\\x00\xd8\xff".to_vec());
    let edit = (
        0..text.len(),
        0..4_usize,
        prop::collection::vec(signs, 0..4),
    );
    prop::collection::vec(edit, 0..6).prop_map(move |edits| {
        let mut bytes = text.as_bytes().to_vec();
        for (at, gone, new) in edits {
            let at = at.min(bytes.len());
            let end = (at + gone).min(bytes.len());
            bytes.splice(at..end, new);
        }
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn spoilt_files_are_survived(
        taxonomy in spoilt(TAXONOMY),
        dialogue in spoilt(DIALOGUE),
        round in spoilt(ROUND),
    ) {
        survive(&taxonomy, &dialogue, &round);
    }

    #[test]
    fn any_text_is_survived_as_any_value(text in "\\PC*", any in any::<String>()) {
        survive(b"", text.as_bytes(), any.as_bytes());
        let quoted = serde_json::to_string(&any).expect("a string has JSON");
        let round = ROUND.lines().map(|line| match line.split_once(": ") {
            Some((key, _)) => format!("{key}: {quoted}\n"),
            None => format!("{line}\n"),
        });
        survive(b"", b"", round.collect::<String>().as_bytes());
    }
}
