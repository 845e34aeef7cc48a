//! Reading line by line gives what the parser gives, or nothing.

use super::super::{Take, plain, stream};
use super::{Files, Node, Value, parse};
use proptest::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};

/// A text with every construct that is read line by line.
const SAMPLE: &str = "\
# of a record
round: 2
date: 2024-04-14
place: {city: {en: Muscat, ar: \"مسقط\"}, country: OM }
list: [ east, 'the west', [a, {b: c d}]]

none: []
url: https://a.example/b?c#d
sectors:
  - trade
  - id: space
    title:
      en: Space – near
      ar: الفضاء
    # between
    note: >-
      Both sides noted
      the work.

    quote: \"so \\u2014 \\\"it\\\"\\n was\"
    wording: |
      One
      - two: 3 # four
  - 'third'
  - {id: x}
  - >
    fifth
last:
    deep: {a: 1}
";

/// What reading line by line gives, no item taken.
fn quick(text: &str) -> Option<Node<'_>> {
    let mut files = Files::default();
    let file = files.add("a.yaml", text);
    plain::parse(text, file, &mut |_, _| false)
}

#[test]
fn a_key_that_is_there_already_is_left_to_the_parser() {
    for count in [1, 15, 16, 17, 18, 40] {
        let keys: Vec<String> = (0..count).map(|at| format!("k{at}")).collect();
        for again in &keys {
            let block = keys.join(": v\n") + ": v\n";
            assert!(agrees(&block));
            assert_eq!(
                quick(&format!("{block}{again}: v\n")),
                None,
                "{again} of {count}"
            );
            let row = keys.join(": v, ");
            assert!(agrees(&format!("a: {{{row}: v}}\n")));
            let twice = format!("a: {{{row}: v, {again}: v}}\n");
            assert_eq!(quick(&twice), None, "{again} of {count}");
        }
    }
}

/// Whether a text is read line by line; it must then be read as by the parser.
fn agrees(text: &str) -> bool {
    let Some(quick) = quick(text) else {
        return false;
    };
    let mut files = Files::default();
    let file = files.add("a.yaml", text);
    let mut found = Vec::new();
    let slow = parse(text, file, &mut found);
    assert!(found.is_empty(), "{text}\n{found:?}");
    let slow = slow.expect("a text without faults has a tree");
    if slow != quick {
        let (slow, quick) = (format!("{slow:?}"), format!("{quick:?}"));
        let same = slow.bytes().zip(quick.bytes());
        let at = same.take_while(|(one, other)| one == other).count();
        let from = |shown: &str| {
            shown
                .chars()
                .skip(at.saturating_sub(80))
                .take(200)
                .collect::<String>()
        };
        panic!("{text}\nparser: {}\nlines:  {}", from(&slow), from(&quick));
    }
    true
}

/// Every file below a folder.
fn below(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("its entries can be read").path();
        if path.is_dir() {
            below(&path, files);
        } else {
            files.push(path);
        }
    }
}

#[test]
fn plain_texts_are_read_line_by_line() {
    assert!(agrees(SAMPLE));
    for line in [
        "a: b\n",
        "a: 1\nb: c - d\n",
        "a-b_c:  d\n\n\n# end\n",
        "a:\n  - b\n  - c: d\n    e: f\n  - g\ni: j\n",
        "a: >-\n  b\nc: |\n   d\n   e\n\n",
    ] {
        assert!(agrees(line), "{line}");
    }
}

#[test]
fn what_is_doubtful_is_left_to_the_parser() {
    for text in [
        "",
        "a: b",
        "a\n",
        "a:\n",
        "a: ~\n",
        "a: b\na: c\n",
        "a: b # c\n",
        "a: b\n  c\n",
        "a: &b c\n",
        "a: *b\n",
        "a: !!str b\n",
        "a: 'it''s'\n",
        "a: b: c\n",
        "a: >+\n  b\n",
        "a: >-\n  b\n\n  c\n",
        "a: >-\n  b\n   c\n",
        "a: [b,\n c]\n",
        "a: [b, ]\n",
        "a: {b}\n",
        "a:\tb\n",
        "a: b\r\n",
        // What the fuzz target puts behind a text to have it parsed.
        "a: b\n# \u{b7}\n",
        "a: b \n",
        "a: \"\\u202e\"\n",
        "a: \u{202e}b\n",
        "null: a\n",
        "--- \na: b\n",
        "- a\n",
        "a:\n- b\n",
        "a:\n  - b\n  c: d\n",
        "a: b\n...\n",
    ] {
        assert_eq!(quick(text), None, "{text}");
    }
}

#[test]
fn every_text_at_hand_is_read_as_by_the_parser() {
    let mut files = Vec::new();
    for folder in ["rounds", "tests", "examples"] {
        below(Path::new(folder), &mut files);
    }
    let texts = files
        .iter()
        .filter_map(|path| fs::read_to_string(path).ok());
    let quick = texts.filter(|text| agrees(text)).count();
    assert!(quick > 20, "{quick} files are plain");
}

#[test]
fn a_sample_with_one_letter_changed_is_read_as_by_the_parser() {
    let letters = " \n:#-,[]{}'\"\\>|&*!~?%@`1.x\u{e9}\u{200b}\u{2028}\u{3000}";
    let places = SAMPLE
        .char_indices()
        .map(|(at, letter)| (at, letter.len_utf8()));
    for (at, length) in places {
        let (before, after) = (&SAMPLE[..at], &SAMPLE[at + length..]);
        agrees(&format!("{before}{after}"));
        for letter in letters.chars() {
            agrees(&format!("{before}{letter}{after}"));
            agrees(&format!("{before}{letter}{}", &SAMPLE[at..]));
        }
    }
}

#[test]
fn a_sample_with_one_line_changed_is_read_as_by_the_parser() {
    let lines: Vec<&str> = SAMPLE.split_inclusive('\n').collect();
    let indents = ["", " ", "  ", "    ", "      ", "- ", "  - "];
    for at in 0..lines.len() {
        let (before, after) = (lines[..at].concat(), lines[at + 1..].concat());
        agrees(&format!("{before}{after}"));
        for indent in indents {
            let line = lines[at].trim_start();
            agrees(&format!("{before}{indent}{line}{after}"));
            agrees(&format!("{before}{indent}{line}{}{after}", lines[at]));
            agrees(&format!("{before}{indent}# note\n{}{after}", lines[at]));
        }
        for other in &lines {
            agrees(&format!("{before}{other}{after}"));
            agrees(&format!("{before}{other}{}{after}", lines[at]));
        }
    }
}

/// The items that one way of reading gives away, and what it leaves.
fn streamed<'t>(
    text: &'t str,
    way: impl Fn(&'t str, crate::span::FileId, &mut Take<'t, '_>) -> Option<Node<'t>>,
) -> Option<(Vec<(String, String)>, Node<'t>)> {
    let mut files = Files::default();
    let file = files.add("a.yaml", text);
    let mut items = Vec::new();
    let node = way(text, file, &mut |key, node| {
        let taken = key == "sectors";
        if taken {
            items.push((key.to_owned(), format!("{node:?}")));
        }
        taken
    })?;
    Some((items, node))
}

#[test]
fn items_are_given_away_alike_in_either_way() {
    let quick = streamed(SAMPLE, plain::parse).expect("the sample is plain");
    let slow = streamed(SAMPLE, stream).expect("the sample is sound");
    assert_eq!(quick.0.len(), 5);
    assert_eq!(quick, slow);
    let mut files = Files::default();
    let file = files.add("a.yaml", SAMPLE);
    let whole = parse(SAMPLE, file, &mut Vec::new()).expect("the sample is YAML");
    let (Value::Map(whole), Value::Map(rest)) = (&whole.value, &slow.1.value) else {
        panic!("both are maps");
    };
    for (one, other) in whole.iter().zip(rest) {
        assert_eq!((&one.key, one.span), (&other.key, other.span));
        assert_eq!(one.value.span, other.value.span, "{}", one.key);
        if one.key != "sectors" {
            assert_eq!(one.value, other.value);
        }
    }
}

#[test]
fn a_text_with_anchors_or_faults_gives_nothing_away_for_good() {
    for text in ["a: &b [c]\nd: *b\n", "a: [*b]\n", "a: b\na: c\n", "a: [b\n"] {
        assert_eq!(streamed(text, stream), None, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn lines_put_together_are_read_as_by_the_parser(
        lines in prop::collection::vec(
            (
                prop::sample::select(vec![0usize, 0, 1, 2, 2, 3, 4, 4, 6]),
                prop::sample::select(vec!["", "", "- ", "- - ", "a: ", "bc: ", "'k': ", "# ", "a:"]),
                prop::sample::select(vec![
                    "", "d", "e f", "'g'", "\"h\\n\"", "[i, j]", "{k: l, m: [n]}", ">-", "|", ">",
                    "o: p", "q # r", "s:", "7", "null", "~", "ء ي", "- t", "u, v", "\"w\" x", "...",
                ]),
            ),
            1..12,
        )
    ) {
        let mut text = String::new();
        for (indent, head, tail) in lines {
            let line = format!("{}{head}{tail}", " ".repeat(indent));
            text.push_str(line.trim_end());
            text.push('\n');
        }
        agrees(&text);
    }
}
