use super::{Formatted, Kind, Reason, format};
use crate::facts::{lines, of_file};
use crate::span::Files;
use std::fs;
use std::path::Path;

fn formatted(text: &str) -> String {
    match format(text, Some(Kind::Round)) {
        Formatted::Text(out) => {
            let again = format(&out, Some(Kind::Round));
            assert_eq!(again, Formatted::Text(out.clone()), "formatted twice");
            out
        }
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn keys_come_in_order_and_take_their_comments_along() {
    let text = "# of the file\n\n# what was named\nsectors:\n- trade # the first\n-   {salience: listed , id: space}\n# the day\ndate: '2024-04'\nround: 2 # the second\n# end\n";
    let expected = "# of the file\n\nround: 2 # the second\n# the day\ndate: 2024-04\n# what was named\nsectors:\n  - trade # the first\n  - {id: space, salience: listed}\n# end\n";
    assert_eq!(formatted(text), expected);
}

#[test]
fn items_keep_their_order_and_their_keys_are_put_in_one() {
    let text = "round: 1\nagreements:\n   -  act: signed\n      # its id\n      id: \"pact\"\n\n      title:\n          en: |\n             One\n               two\n          ar: >-\n             ثلاثة\n             # no comment\n      # deeper\n   - id: other\n     source: [{at: line 2, id: paper}]\n\n\n\n# end\n\n\n";
    let expected = "round: 1\nagreements:\n  # its id\n  - id: pact\n    act: signed\n\n    title:\n      en: |\n         One\n           two\n      ar: >-\n         ثلاثة\n         # no comment\n    # deeper\n  - id: other\n    source: [{id: paper, at: \"line 2\"}]\n\n# end\n";
    assert_eq!(formatted(text), expected);
}

#[test]
fn quotes_go_where_they_say_nothing_and_stay_where_they_do() {
    let text = "round: 1\nnote: 'it''s'\nplace: {country: \"OM\", city: 'a \"b\"'}\nsource: {id: 'no', at: 25, quote: \"x: y\"}\n";
    let expected = "round: 1\nplace: {city: 'a \"b\"', country: OM}\nnote: \"it's\"\nsource: {id: 'no', at: \"25\", quote: \"x: y\"}\n";
    // A quoted word that older readers misread keeps its quotes, double ones.
    assert_eq!(formatted(text), expected.replace("'no'", "\"no\""));
}

#[test]
fn a_text_in_order_stays_to_the_byte() {
    for text in [
        "round: 1\n",
        "\u{feff}round: 1\r\n# a \r\nsectors:\r\n  - a\r\n",
        "---\nround: 1\n...\n",
        "{round: 1, date: 2020}\n",
        "round: 1\nnote: a\n  b\nsectors: [\n    a,  # why\n  b]\n",
    ] {
        assert_eq!(formatted(text), text);
    }
}

#[test]
fn unknown_keys_stay_behind_the_key_before_them() {
    let text = "sectors: []\nsectorz: []\nround: 1\nx: 1\n";
    assert_eq!(
        formatted(text),
        "round: 1\nx: 1\nsectors: []\nsectorz: []\n"
    );
}

#[test]
fn what_cannot_be_moved_safely_stays_as_it_is() {
    for (text, reason) in [
        ("# nothing\n", Reason::Empty),
        ("date: &a 2020\nround: 1\nplanned: *a\n", Reason::Anchors),
        ("date: !!str 2020\nround: 1\n", Reason::Tags),
        ("? date\n: 2020\n", Reason::Unusual),
    ] {
        assert_eq!(
            format(text, Some(Kind::Round)),
            Formatted::Left(reason),
            "{text}"
        );
    }
    assert_eq!(format("a: b\n", None), Formatted::Left(Reason::Kind));
    for text in [
        "date: [\nround: 1\n",
        "round: 1\n---\nround: 2\n",
        "a: 1\na: 2\n",
    ] {
        assert!(matches!(format(text, None), Formatted::Faulty(_)), "{text}");
    }
}

#[test]
fn every_key_that_the_reader_knows_has_its_place() {
    for (text, kind) in [
        (include_str!("../load/tests/round.yaml"), Kind::Round),
        (include_str!("../load/tests/dialogue.yaml"), Kind::Dialogue),
        (include_str!("../load/tests/taxonomy.yaml"), Kind::Taxonomy),
    ] {
        let parsed = crate::edit::Parsed::of(text).expect("it is YAML");
        placed(parsed.node(), super::order::of(kind).expect("a form"));
    }
}

fn placed(node: &crate::load::yaml::Node<'_>, form: &super::order::Form) {
    use super::order::Form;
    use crate::load::yaml::Value;
    match (&node.value, form) {
        (Value::List(items), _) => items.iter().for_each(|item| placed(item, form)),
        (Value::Map(entries), Form::Map(_) | Form::Each(_)) => {
            for entry in entries {
                let known = matches!(form, Form::Each(_)) || form.key(&entry.key).is_some();
                assert!(known, "`{}` has no place", entry.key);
                placed(&entry.value, form.inner(&entry.key));
            }
        }
        _ => {}
    }
}

/// What follows each `#`, wherever it stands.
fn signs(text: &str) -> Vec<&str> {
    let mut signs: Vec<&str> = text
        .lines()
        .filter_map(|line| line.find('#').map(|at| &line[at..]))
        .collect();
    signs.sort_unstable();
    signs
}

#[test]
fn every_file_of_every_record_here_keeps_its_facts_and_comments() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut open = vec![root.join("rounds"), root.join("tests"), root.join("src")];
    let (mut count, mut stated) = (0, 0);
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("it can be read").path();
            let shown = path.display();
            if path.is_dir() && path.file_name().is_none_or(|name| name != "node_modules") {
                open.push(path);
                continue;
            }
            let kind = path.file_name().and_then(|name| name.to_str());
            let Some(kind) = kind.and_then(Kind::of_name) else {
                continue;
            };
            let Ok(text) = fs::read_to_string(&path) else {
                continue;
            };
            let Formatted::Text(out) = format(&text, Some(kind)) else {
                continue;
            };
            count += 1;
            assert_eq!(
                format(&out, Some(kind)),
                Formatted::Text(out.clone()),
                "{shown}"
            );
            assert_eq!(signs(&out), signs(&text), "{shown}");
            let facts = |text: &str| {
                let name = path.to_string_lossy();
                let facts = of_file(&name, text.as_bytes().to_vec(), &mut Files::default())?;
                Some(lines(&facts))
            };
            assert_eq!(facts(&out), facts(&text), "{shown}");
            stated += usize::from(facts(&text).is_some());
            if path.starts_with(root.join("rounds")) {
                assert_eq!(out, text, "{shown}: the project's own record is in order");
            }
        }
    }
    assert!(
        count > 150 && stated > 100,
        "{count} files, {stated} with facts"
    );
}
