//! The whole series, one item of it, and all dialogues.

use super::{record, root, run, stdout, text};
use serde_json::Value;

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&stdout(root(), args)).expect("it is JSON")
}

/// Whether a report has exactly the keys that its schema describes.
fn agrees(report: &Value, schema: &str) -> bool {
    let path = root().join(format!("schema/{schema}.schema.json"));
    let schema = std::fs::read_to_string(path).expect("the schema is committed");
    let schema: Value = serde_json::from_str(&schema).expect("it is JSON");
    let keys = schema["properties"].as_object().expect("an object");
    report
        .as_object()
        .expect("an object")
        .keys()
        .eq(keys.keys())
}

#[test]
fn every_format_tells_of_the_whole_series() {
    let report = json(&["history", "--format", "json"]);
    assert_eq!(report["format"], "rapporteur/history");
    assert!(agrees(&report, "history"));
    let columns = report["sectors"]["columns"].as_array().expect("a list");
    let named: Vec<_> = columns.iter().map(|one| one["named"].as_u64()).collect();
    assert_eq!(named, [Some(9), Some(9), Some(13)]);
    let printed = stdout(root(), &["history"]);
    let line = printed
        .lines()
        .find(|line| line.contains("digital-economy "));
    assert_eq!(
        line,
        Some("  digital-economy         ● – ●  Digital economy")
    );
    for line in printed.lines().filter(|line| line.contains('●')) {
        assert!(line.chars().count() <= 80, "{line}");
    }
    let markdown = stdout(root(), &["history", "--format", "markdown"]);
    assert!(markdown.contains("| **Named** | **9** | **9** | **13** |"));
}

#[test]
fn csv_has_a_row_for_each_item_and_round() {
    let csv = stdout(root(), &["history", "--format", "csv"]);
    assert!(csv.starts_with("\u{feff}dialogue,round,date,kind,id,title,"));
    let rows = |start: &str| {
        let rows = csv.lines().filter(|line| line.starts_with(start));
        rows.collect::<Vec<_>>()
    };
    // Twenty sectors, one topic, one programme, seven agreements and one commitment.
    assert_eq!(rows("oman-us,").len(), 3 * 30);
    assert_eq!(rows("oman-us,3,2026-01-25,sector,").len(), 20);
    let space = rows("oman-us,1,2023-02-23,sector,space,");
    assert_eq!(
        space,
        ["oman-us,1,2023-02-23,sector,space,Space,en,not-named,,"]
    );
    let artemis = rows("oman-us,2,2024-04,agreement,artemis-accords,");
    assert_eq!(artemis.len(), 1);
    assert!(artemis[0].ends_with(",not-yet,,"), "{}", artemis[0]);
}

#[test]
fn as_of_a_round_nothing_later_is_told() {
    let report = json(&["history", "--as-of", "2", "--format", "json"]);
    assert_eq!(report["as_of"], 2);
    assert_eq!(report["sectors"]["count"], 14);
    assert_eq!(
        report["headline"],
        "Four of 14 sectors are named in every round since 2023"
    );
    assert_eq!(report["commitments"][0]["score"], "too-early");
    let command = report["reproduce"]["command"].as_str().expect("a text");
    assert_eq!(
        command,
        "rapporteur history --dialogue oman-us --as-of 2 --lang en"
    );
    let output = run(root(), &["history", "--as-of", "7"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn one_item_is_told_with_every_place() {
    let said = stdout(root(), &["history", "clean-energy"]);
    assert!(said.contains("rounds/oman-us/1.yaml:"), "{said}");
    assert!(said.contains("rounds/oman-us/2.yaml:"), "{said}");
    assert!(
        said.contains("Rounds that do not name it: Round 3"),
        "{said}"
    );
    let by_alias = stdout(root(), &["history", "alternative energy"]);
    assert!(by_alias.contains("(clean-energy)"), "{by_alias}");
    let item = json(&["history", "exim-finance-mou", "--format", "json"]);
    assert!(agrees(&item, "item"));
    assert_eq!(item["items"][0]["kind"], "agreement");
    assert_eq!(item["items"][0]["mentions"][0]["act"], "discussed");
    assert_eq!(item["items"][0]["silent"], serde_json::json!([3]));
    let person = json(&["history", "allison-hooker", "--format", "json"]);
    assert_eq!(person["items"][0]["first"], 3);
    let unknown = run(root(), &["history", "clean-enery"]);
    assert_eq!(unknown.status.code(), Some(2));
    let said = text(&unknown.stderr);
    assert!(said.contains("did you mean clean-energy"), "{said}");
    let format = run(root(), &["history", "space", "--format", "html"]);
    assert_eq!(format.status.code(), Some(2));
}

#[test]
fn a_portfolio_counts_narrower_sectors_in() {
    let record = record();
    let other = record.path().join("rounds/oman-xx");
    std::fs::create_dir(&other).expect("a folder can be made");
    let write = |name: &str, text: &str| {
        std::fs::write(other.join(name), text).expect("it can be written");
    };
    write("dialogue.yaml", "title: Another dialogue\n");
    write(
        "1.yaml",
        "round: 1\ndate: 2025-05\nsectors: [green-hydrogen]\n",
    );
    let said = stdout(record.path(), &["portfolio", "energy", "--format", "json"]);
    let report: Value = serde_json::from_str(&said).expect("it is JSON");
    assert!(agrees(&report, "portfolio"));
    let entries = report["entries"].as_array().expect("a list");
    let rounds = |nth: usize| {
        let rounds = entries[nth]["rounds"].as_array().expect("a list").iter();
        rounds
            .map(|round| round["round"].as_u64())
            .collect::<Vec<_>>()
    };
    assert_eq!(entries.len(), 2);
    assert_eq!(
        (rounds(0), rounds(1)),
        (vec![Some(1), Some(2)], vec![Some(1)])
    );
    let space = stdout(record.path(), &["portfolio", "space"]);
    assert!(
        space.starts_with("1 of 2 dialogues names Space\n"),
        "{space}"
    );
    assert!(
        space.contains("No round names it: Another dialogue."),
        "{space}"
    );
    assert!(space.contains("Artemis Accords: announced"), "{space}");
    let unknown = run(record.path(), &["portfolio", "nothing-like-it"]);
    assert_eq!(unknown.status.code(), Some(2));
    for format in ["text", "markdown", "html", "csv"] {
        let all = stdout(record.path(), &["portfolio", "--format", format]);
        assert!(all.contains("Mining"), "{format}");
    }
}

#[test]
fn the_fictional_series_is_told_in_both_languages() {
    let folder = root().join("tests/fictional");
    for lang in ["en", "ar"] {
        for format in ["text", "markdown", "html", "json", "csv"] {
            let args = ["-q", "history", "--lang", lang, "--format", format];
            let said = stdout(&folder, &args);
            assert!(!said.contains('⟦'), "{lang} {format}");
        }
    }
    let english = stdout(&folder, &["-q", "history", "--format", "markdown"]);
    assert!(english.contains("Missing from the record: Round 6."));
    // Held within the month that it was planned for: neither early nor late.
    assert!(
        english.contains("| planned for May 2013; Met; "),
        "{english}"
    );
    assert!(english.contains("Round 8 (5 of 9)"));
}
