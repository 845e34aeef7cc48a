//! What the documentation says of tables is what they hold, and no cell is lost between formats.

use super::{Dictionary, Kind, Table, TableFormat, Value, column::About};
use crate::model::term::Term;
use std::fmt::Write;

const DOCS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/export.md");

fn told() -> String {
    let mut text = String::new();
    for table in Dictionary::tables() {
        let _ = writeln!(text, "### {}\n\n{}\n", table.name, table.about);
        text.push_str("| column | type | what it holds |\n|---|---|---|\n");
        for one in table.columns {
            let _ = writeln!(text, "| `{}` | {} | {} |", one.name, one.kind, one.about);
        }
        text.push('\n');
    }
    text
}

#[test]
fn the_documentation_is_current() {
    const HEADING: &str = "## Columns\n\n";
    let docs = std::fs::read_to_string(DOCS).expect("docs/export.md is there");
    let (before, after) = docs.split_once(HEADING).expect("it lists the columns");
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        let docs = format!("{before}{HEADING}{}", told());
        std::fs::write(DOCS, docs.trim_end().to_owned() + "\n").expect("it can be written");
        return;
    }
    assert_eq!(
        after.trim_end(),
        told().trim_end(),
        "write it anew with UPDATE_EXPECTED=1"
    );
}

#[test]
fn every_column_has_a_name_of_its_own_and_is_described() {
    for table in Dictionary::tables() {
        let mut names: Vec<&str> = table.columns.iter().map(|one| one.name.as_str()).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all, "{}", table.name);
        assert!(
            !names.contains(&"dialogue"),
            "the folder says it: {}",
            table.name
        );
        assert!(table.columns.iter().all(|one| !one.about.is_empty()));
    }
}

#[test]
fn kinds_in_the_documentation_are_all_there() {
    let docs = std::fs::read_to_string(DOCS).expect("docs/export.md is there");
    for kind in Kind::ALL {
        assert!(docs.contains(&format!("| {kind} |")), "{kind}");
    }
}

fn table() -> Table {
    let column = |name: &str, kind| About {
        name: name.to_owned(),
        kind,
        about: String::new(),
    };
    let columns = vec![
        column("words", Kind::Text),
        column("exact", Kind::Decimal),
        column("count", Kind::Integer),
        column("yes", Kind::Boolean),
    ];
    let row = |words: &str| {
        vec![
            Value::text(words),
            Value::text("-1.50"),
            Value::Whole(-2),
            Value::Truth(true),
        ]
    };
    Table {
        name: "rounds",
        columns,
        rows: vec![row("=SUM(1)\n\"عُمان\""), vec![Value::Missing; 4]],
    }
}

#[test]
fn csv_guards_texts_and_leaves_numbers() {
    let bytes = table().bytes(TableFormat::Csv).expect("it can be written");
    let expected = "words,exact,count,yes\n\"'=SUM(1) \"\"عُمان\"\"\",-1.50,-2,true\n,,,\n";
    assert_eq!(String::from_utf8_lossy(&bytes), expected);
}

#[test]
fn json_lines_keep_texts_as_they_are() {
    let bytes = table()
        .bytes(TableFormat::JsonLines)
        .expect("it can be written");
    let expected = concat!(
        r#"{"words":"=SUM(1)\n\"عُمان\"","exact":"-1.50","count":-2,"yes":true}"#,
        "\n",
        r#"{"words":null,"exact":null,"count":null,"yes":null}"#,
        "\n"
    );
    assert_eq!(String::from_utf8_lossy(&bytes), expected);
}

#[test]
fn only_paths_of_an_export_are_its_own() {
    let read = |path: &str| {
        let text = format!(r#"{{"format": "rapporteur/export", "files": ["{path}"]}}"#);
        Dictionary::read(&text).expect("it is one").own().count()
    };
    assert_eq!(read("acts/dialogue=oman-us/acts.csv"), 1);
    for foreign in [
        "../acts/dialogue=oman-us/acts.csv",
        "acts/dialogue=oman-us/../../a.csv",
        "acts/dialogue=../acts.csv",
        "acts/dialogue=oman-us/rounds.csv",
        "/acts/dialogue=a/acts.csv",
        "acts/oman-us/acts.csv",
        "acts/dialogue=oman-us/acts.exe",
    ] {
        assert_eq!(read(foreign), 0, "{foreign}");
    }
    assert_eq!(
        Dictionary::read(r#"{"format": "other", "files": []}"#),
        None
    );
}
