use super::{Group, Outline, Parsed, Style, Unfit, Value};
use std::fs;
use std::path::Path;

/// The parts joined.
fn joined(outline: &Outline<'_>) -> String {
    let mut out = outline.head.to_owned();
    value(&outline.value, &mut out);
    out + outline.tail
}

fn value(one: &Value<'_>, out: &mut String) {
    match one.group() {
        None => out.push_str(one.text),
        Some(inner) => group(inner, out),
    }
}

fn group(group: &Group<'_>, out: &mut String) {
    if let Style::Flow { open, .. } = group.style {
        out.push_str(open);
    }
    for (nth, entry) in group.entries.iter().enumerate() {
        out.push_str(entry.lead);
        if let Style::Block { indent, compact } = group.style
            && (nth > 0 || !compact)
        {
            out.push_str(&" ".repeat(indent));
        }
        assert!(entry.body.starts_with(entry.head) && entry.body.ends_with(entry.tail));
        out.push_str(entry.head);
        value(&entry.value, out);
        out.push_str(entry.tail);
    }
    out.push_str(group.tail);
    if let Style::Flow { close, .. } = group.style {
        out.push_str(close);
    }
}

fn holds(text: &str) {
    let parsed = Parsed::of(text).expect("it is YAML");
    let outline = parsed.outline();
    let outline = outline.unwrap_or_else(|why| panic!("{text}: {why:?}"));
    assert_eq!(joined(&outline), text);
}

/// The keys at the top, with what stands above each.
fn leads(text: &str) -> Vec<(String, String)> {
    let parsed = Parsed::of(text).expect("it is YAML");
    let outline = parsed.outline().expect("it can be cut");
    let group = outline.value.group().expect("it has entries");
    let entries = group.entries.iter();
    entries
        .map(|entry| (entry.key.to_string(), entry.lead.to_owned()))
        .collect()
}

#[test]
fn the_parts_of_every_record_here_are_the_whole() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut open = ["rounds", "tests/fictional", "src/load/tests"]
        .map(|name| root.join(name))
        .to_vec();
    let mut count = 0;
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("it can be read").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|end| end == "yaml") {
                let text = fs::read_to_string(&path).expect("it can be read");
                let Ok(parsed) = Parsed::of(&text) else {
                    continue;
                };
                let outline = parsed.outline();
                let outline = outline.unwrap_or_else(|why| panic!("{}: {why:?}", path.display()));
                assert_eq!(joined(&outline), text, "{}", path.display());
                count += 1;
            }
        }
    }
    assert!(count > 20, "{count} files");
}

#[test]
fn every_way_of_writing_is_cut_at_the_same_places() {
    for text in [
        "round: 1",
        "round: 1\r\ndate: 2020 # about\r\nsectors:\r\n- a\r\n- b\r\n",
        "# a\n\n---\n# b\nround: 1\n# c\n\n# d\n...\n",
        "a:\nb: # empty\n  # deeper\nc: ~\n",
        "a: |\n  one\n  two\n\nb: >-\n    three\n\n    four\n# end\n",
        "a:\n  long plain\n  text\nb: 'x\n  y' # z\n",
        "l:\n  - id: x\n    # inside\n    note: y\n    # after\n  # between\n  -   id: z\n  - {id: w}\n  -\n    id: v\n",
        "l: [a, b , {c: d, e: [ f ]}, ]\nm: {}\nn: []\n",
        "l: [\n  a,\n  # why\n  b\n  ]\n",
        "a: &x {b: c}\nd: *x\ne: &y\n  f: g\nh:\n  - *y\n  - &z i\n",
        "a:\n  - \n  - b\n  -\n",
        "a:\n- [b]\n- {c: d}\ne:\n- {f: g}\nh: &i\n- j\nk:\n- *i\n",
        "- - a\n  - b\n- c: d\n",
        "{round: 1,\n date: 2020}\n",
        "ملاحظة: نص # تعليق\n'key': v\n",
        "\"a\" : !!str b\n",
    ] {
        holds(text);
    }
}

#[test]
fn a_comment_belongs_to_what_it_stands_above() {
    let text = "# of the file\n\n# of a\na: 1\n\n# of b\nb:\n  - x\n  # in b\n\nc: 2\n";
    let expected = [("a", "# of a\n"), ("b", "\n# of b\n"), ("c", "\n")];
    let expected = expected.map(|(key, lead)| (key.to_owned(), lead.to_owned()));
    assert_eq!(leads(text), expected);
}

#[test]
fn what_cannot_be_read_is_unfit() {
    assert!(matches!(Parsed::of("a: [").err(), Some(Unfit::Faulty(_))));
    assert!(matches!(
        Parsed::of("a: 1\na: 2\n").err(),
        Some(Unfit::Faulty(_))
    ));
    let nothing = Parsed::of("# nothing\n").expect("it is YAML");
    assert_eq!(nothing.outline().err(), Some(Unfit::Empty));
    let unusual = Parsed::of("? a\n: b\n").expect("it is YAML");
    assert_eq!(unusual.outline().err(), Some(Unfit::Unusual));
}
