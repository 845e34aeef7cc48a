mod plain;
mod second;
mod suite;

use super::{Node, Scalar, Value, parse};
use crate::diagnostic::Diagnostic;
use crate::span::Files;
use std::fmt::Write;

/// Every scalar of a text as `source text → value`, and the codes of its faults.
fn read(text: &str) -> (Option<String>, Vec<&'static str>) {
    let mut files = Files::default();
    let file = files.add("a.yaml", text);
    let mut found = Vec::new();
    let tree = parse(text, file, &mut found).map(|node| {
        let mut out = String::new();
        show(&files, &node, &mut out);
        out
    });
    (tree, codes(&found))
}

fn codes(found: &[Diagnostic]) -> Vec<&'static str> {
    found.iter().map(|one| one.code.name()).collect()
}

fn show(files: &Files, node: &Node<'_>, out: &mut String) {
    match &node.value {
        Value::Scalar(Scalar { text, plain }) => {
            let source = files.slice(node.span);
            let mark = if *plain { "" } else { "!" };
            write!(out, "<{source}>{mark}{text}").expect("a string takes all");
        }
        Value::List(items) => {
            out.push('[');
            for item in items {
                show(files, item, out);
            }
            out.push(']');
        }
        Value::Map(entries) => {
            out.push('{');
            for entry in entries {
                write!(out, "{}({})=", entry.key, files.slice(entry.span))
                    .expect("a string takes all");
                show(files, &entry.value, out);
            }
            out.push('}');
        }
    }
}

fn tree(text: &str) -> String {
    let (tree, codes) = read(text);
    assert_eq!(codes, [""; 0], "{text}");
    tree.expect("the text is YAML")
}

fn faults(text: &str) -> Vec<&'static str> {
    read(text).1
}

#[test]
fn scalars_keep_their_literal_text_and_their_place() {
    assert_eq!(
        tree("a: 2025\nb: 'on'\nc: \"x\\ty\"\nd: عُمان  # Oman\n"),
        "{a(a)=<2025>2025b(b)=<'on'>!onc(c)=<\"x\\ty\">!x\tyd(d)=<عُمان>عُمان}"
    );
}

#[test]
fn a_value_that_is_not_there_points_at_its_key() {
    assert_eq!(tree("a:\nb: ~\n"), "{a(a)=<a>b(b)=<~>~}");
    assert_eq!(tree("{a: , b: }"), "{a(a)=<a>b(b)=<b>}");
}

#[test]
fn block_scalars_end_with_their_last_words() {
    let text = "a: |\n  one\n  two\n\n# remark\nb: >-\n  three\n  \n\nc: 1\n";
    assert_eq!(
        tree(text),
        "{a(a)=<one\n  two>!one\ntwo\nb(b)=<three>!threec(c)=<1>1}"
    );
}

#[test]
fn collections_span_from_their_first_character_to_their_last() {
    let text = "a:\n  - x: 1\n    y: [p, q]  # end\n  - z\n\nb: {c: d}\n";
    let mut files = Files::default();
    let file = files.add("a.yaml", text);
    let node = parse(text, file, &mut Vec::new()).expect("the text is YAML");
    let Value::Map(entries) = &node.value else {
        panic!("a map");
    };
    assert_eq!(
        files.slice(entries[0].value.span),
        "- x: 1\n    y: [p, q]  # end\n  - z"
    );
    let Value::List(items) = &entries[0].value.value else {
        panic!("a list");
    };
    assert_eq!(files.slice(items[0].span), "x: 1\n    y: [p, q]");
    assert_eq!(files.slice(entries[1].value.span), "{c: d}");
    assert_eq!(files.slice(node.span), text.trim_end());
}

#[test]
fn marks_line_ends_and_empty_files_are_read() {
    assert_eq!(tree("\u{feff}a: b\n"), "{a(a)=<b>b}");
    assert_eq!(tree("a: b\r\nc:\r\n  - d\r\n"), "{a(a)=<b>bc(c)=[<d>d]}");
    for empty in ["", "\n\n", "# nothing\n", "---\n", "\u{feff}"] {
        assert_eq!(tree(empty), "<>", "{empty:?}");
    }
}

#[test]
fn words_of_older_yaml_are_texts() {
    let scalar = |text: &'static str| Scalar {
        text: text.into(),
        plain: true,
    };
    for word in [
        "on", "off", "yes", "no", "nULL", "y", "12:30:45", "2024-04", "6g", "1_000",
    ] {
        let word = scalar(word);
        assert!(
            !word.is_null() && !word.is_truth() && !word.is_number(),
            "{word:?}"
        );
    }
    for number in [
        "0", "-1", "+1", "1.", ".5", "1e3", "0x1F", "0o17", ".inf", "-.INF", ".nan",
    ] {
        assert!(scalar(number).is_number(), "{number}");
    }
    for null in ["", "~", "null", "Null", "NULL"] {
        assert!(scalar(null).is_null(), "{null}");
    }
}

#[test]
fn aliases_stand_for_their_anchor_at_their_own_place() {
    let text = "a: &x {k: v}\nb: [*x, *x]\nc: &y text\n*y : d\n";
    assert_eq!(
        tree(text),
        "{a(a)={k(k)=<v>v}b(b)=[{k(k)=<v>v}{k(k)=<v>v}]c(c)=<text>texttext(*y)=<d>d}"
    );
}

#[test]
fn faults_that_leave_the_tree_whole_are_all_reported() {
    let text = "a: 1\na: 2\nb: *none\nc: !date 2024\n? [k]\n: 3\nd: &r [*r]\n---\ne: [\n";
    assert_eq!(
        faults(text),
        [
            "duplicate-key",
            "unknown-anchor",
            "tag",
            "key-not-text",
            "unknown-anchor",
            "several-documents"
        ]
    );
    let (tree, _) = read("a: 1\na: 2\nb: 3\n");
    assert_eq!(tree.as_deref(), Some("{a(a)=<1>1b(b)=<3>3}"));
}

#[test]
fn duplicate_keys_are_found_in_large_maps_and_name_the_first() {
    let mut text = String::new();
    for at in 0..50 {
        writeln!(text, "k{at}: v").expect("a string takes all");
    }
    text.push_str("k7: v\nk49: v\n");
    let mut files = Files::default();
    let file = files.add("a.yaml", &*text);
    let mut found = Vec::new();
    parse(&text, file, &mut found).expect("the tree is whole");
    assert_eq!(codes(&found), ["duplicate-key", "duplicate-key"]);
    assert_eq!(files.place(found[0].related[0].span).line, 8);
    assert_eq!(files.place(found[1].related[0].span).line, 50);
}

#[test]
fn what_is_not_yaml_is_one_fault_at_its_place() {
    for text in [
        "a: [1, 2\n",
        "a: 'x\n",
        "a:\n\t- b\n",
        "a: b: c\n",
        "a:\n  - b\n c\n",
        "a: \"\\q\"\n",
        "{a: 1\nb: 2}\n",
        "a: @x\n",
    ] {
        assert_eq!(read(text), (None, vec!["yaml"]), "{text:?}");
    }
}

#[test]
fn core_tags_are_obeyed_and_others_refused() {
    assert_eq!(
        tree("a: !!str 5\nb: !!map {}\nc: ! 6\n"),
        "{a(a)=<5>!5b(b)={}c(c)=<6>!6}"
    );
    assert_eq!(faults("a: !!timestamp 2024-01-01"), ["tag"]);
    assert_eq!(faults("a: !!seq {}"), ["tag"]);
}

#[test]
fn control_characters_behind_escapes_are_found() {
    assert_eq!(
        faults("a: \"\\u202E\"\nb: \"\\e[2J\"\n"),
        ["bidi-control", "control-character"]
    );
    assert_eq!(faults("a\u{2066}: b\n"), ["bidi-control"]);
    tree("a: \u{200f}x\u{61c}\u{200d}y\n");
}

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).fold(String::new(), |text, at| text + &line(at))
}

#[test]
fn deep_nesting_is_refused_before_it_does_harm() {
    for text in [
        "[".repeat(10_000),
        "{a: ".repeat(10_000),
        "- ".repeat(50_000),
        "? ".repeat(10_000),
        lines(10_000, |at| format!("{}a:\n", " ".repeat(at))),
    ] {
        let (tree, codes) = read(&text);
        assert_eq!((tree, codes), (None, vec!["limit-nesting"]));
    }
    assert_eq!(
        faults(&format!("{}{}", "[".repeat(64), "]".repeat(64))),
        [""; 0]
    );
    assert_eq!(
        faults(&format!("{}{}", "[".repeat(65), "]".repeat(65))),
        ["limit-nesting"]
    );
}

#[test]
fn aliases_cannot_deepen_past_the_limit() {
    let mut text = "a0: &a0 [x]\n".to_owned();
    for at in 1..100 {
        writeln!(text, "a{at}: &a{at} [*a{}]", at - 1).expect("a string takes all");
    }
    assert_eq!(faults(&text), ["limit-nesting"]);
}

#[test]
fn an_alias_bomb_is_refused() {
    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for at in 1..30 {
        let one = format!("*a{}, ", at - 1);
        writeln!(text, "a{at}: &a{at} [{}]", one.repeat(10)).expect("a string takes all");
    }
    let codes = faults(&text);
    assert_eq!(codes, ["limit-aliases"]);
}

#[test]
fn values_agree_with_another_reader() {
    for text in [
        "a: 1\nb: [x, 'y', \"z\\u00e9\"]\nc: {d: e}\n",
        "a: |\n  one\n   two\n\nb: >\n  folded\n  line\n\n  para\n",
        "- plain words over\n  two lines\n- 'single ''quoted'''\n- \"a\\\n  b\"\n",
        "? complex\n: value\nlist:\n- same\n- indent\n",
        "a: &x [1, 2]\nb: *x\n",
        "عنوان: {ar: الفضاء, en: \"Space: the rest\"}\n",
        "a: |+\n  keep\n\nb: |-\n  strip\n",
    ] {
        let mut files = Files::default();
        let file = files.add("a.yaml", text);
        let mut found = Vec::new();
        let node = parse(text, file, &mut found).expect("the text is YAML");
        let other: serde_yaml::Value = serde_yaml::from_str(text).expect("the text is YAML");
        assert_eq!(value(&node), other, "{text}");
    }
}

fn value(node: &Node<'_>) -> serde_yaml::Value {
    match &node.value {
        Value::Scalar(scalar) if scalar.is_null() || scalar.is_truth() || scalar.is_number() => {
            serde_yaml::from_str(&scalar.text).expect("a scalar alone is YAML")
        }
        Value::Scalar(scalar) => scalar.text.to_string().into(),
        Value::List(items) => items.iter().map(value).collect::<Vec<_>>().into(),
        Value::Map(entries) => {
            let pairs = entries.iter();
            let pairs = pairs.map(|entry| (entry.key.to_string().into(), value(&entry.value)));
            serde_yaml::Value::Mapping(pairs.collect())
        }
    }
}
