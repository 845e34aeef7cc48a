//! Generated texts and the files of this project, read by a second reader too.

use super::{Files, parse, value};
use proptest::prelude::*;
use serde_yaml::Value;
use std::path::Path;

/// What the loader reads in a text that has nothing wrong.
fn ours(text: &str) -> Value {
    let mut files = Files::default();
    let file = files.add("a.yaml", text);
    let mut found = Vec::new();
    let node = parse(text, file, &mut found);
    assert!(found.is_empty(), "{found:?}\n{text}");
    value(&node.expect("nothing is refused without a word"))
}

/// Texts with what YAML gives a meaning to, in two scripts.
fn words() -> impl Strategy<Value = String> {
    let signs = "[a-z0-9 :#,&*!|>'\"%@`{}\\[\\]?~=<.+/\\\\_-]{0,24}";
    let arabic = "[ء-ي،؛؟ :#-]{1,16}";
    let known = prop::sample::select(vec![
        "null",
        "~",
        "true",
        "no",
        "0x1F",
        "1e3",
        ".inf",
        "2024-04",
        "- a",
        "a: b",
        "---",
        "...",
        "",
        "=",
        "<<",
        "\u{feff}a",
        "a\nb\n",
        " a",
        "a ",
        "\n",
        "a\n\n b",
        "#a",
        "é\u{301}",
        "\u{200f}a",
    ]);
    prop_oneof![signs, arabic, known.prop_map(str::to_owned)]
}

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        words().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        Just(Value::Null),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        let keys = words().prop_filter("a key is no null", |key| !key.is_empty());
        let map = prop::collection::vec((keys, inner.clone()), 0..6);
        prop_oneof![
            prop::collection::vec(inner, 0..6).prop_map(Value::from),
            map.prop_map(|pairs| {
                Value::Mapping(
                    pairs
                        .into_iter()
                        .map(|(key, value)| (key.into(), value))
                        .collect(),
                )
            }),
        ]
    })
}

proptest! {
    #[test]
    fn what_another_writes_in_blocks_is_read_as_it_was_meant(value in values()) {
        let text = serde_yaml::to_string(&value).expect("values can be written");
        prop_assert_eq!(ours(&text), value, "{}", text);
    }

    #[test]
    fn what_another_writes_in_brackets_is_read_as_it_was_meant(value in values()) {
        let text = serde_json::to_string_pretty(&value).expect("values can be written");
        prop_assert_eq!(ours(&text), value, "{}", text);
    }
}

#[test]
fn the_files_of_the_project_are_read_alike() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut open: Vec<_> = ["rounds", "locales", "tests/fictional"]
        .map(|one| root.join(one))
        .into();
    let mut read = 0;
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let entries = std::fs::read_dir(&path).expect("the folder can be read");
            open.extend(entries.map(|entry| entry.expect("the entry can be read").path()));
        } else if path.extension().is_some_and(|ending| ending == "yaml") {
            let text = std::fs::read_to_string(&path).expect("the file is text");
            let second: Value = serde_yaml::from_str(&text).expect("the file is YAML");
            assert_eq!(ours(&text), second, "{}", path.display());
            read += 1;
        }
    }
    assert!(read > 10, "{read} files");
}
