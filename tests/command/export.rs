//! `export`: tables in a folder, in place of the export that it holds and of nothing else.

use super::{files, record, run, stdout, text};
use std::path::Path;

fn names(folder: &Path) -> Vec<String> {
    let name = |path: &Path| {
        let path = path.strip_prefix(folder).expect("it is below");
        path.to_str().expect("it is a name").to_owned()
    };
    files(folder).iter().map(|(path, _)| name(path)).collect()
}

const TABLES: [&str; 6] = [
    "acts",
    "agreements",
    "changes",
    "commitments",
    "mentions",
    "rounds",
];

#[test]
fn every_table_goes_to_a_folder_of_its_own() {
    let record = record();
    stdout(record.path(), &["export"]);
    let folder = record.path().join("export");
    let mut expected: Vec<String> = TABLES
        .iter()
        .map(|table| format!("{table}/dialogue=oman-us/{table}.csv"))
        .collect();
    expected.push("dictionary.json".to_owned());
    expected.sort();
    assert_eq!(names(&folder), expected);
    let mentions = folder.join("mentions/dialogue=oman-us/mentions.csv");
    let mentions = std::fs::read_to_string(mentions).expect("the table is there");
    // Nine sectors in round 1; nine and a programme in round 2; thirteen and a topic in round 3.
    let of = |round: &str| {
        mentions
            .lines()
            .filter(|line| line.starts_with(round))
            .count()
    };
    assert_eq!([of("1,"), of("2,"), of("3,")], [9, 10, 14]);
    let dictionary = std::fs::read_to_string(folder.join("dictionary.json"));
    let dictionary: serde_json::Value =
        serde_json::from_str(&dictionary.expect("it is there")).expect("it is JSON");
    let columns = dictionary["tables"][1]["columns"]
        .as_array()
        .expect("a list");
    let columns: Vec<&str> = columns
        .iter()
        .filter_map(|one| one["name"].as_str())
        .collect();
    assert_eq!(mentions.lines().next(), Some(columns.join(",").as_str()));
}

#[test]
fn an_export_takes_the_place_of_the_one_before() {
    let record = record();
    stdout(record.path(), &["export"]);
    let first = files(&record.path().join("export"));
    stdout(record.path(), &["export"]);
    assert!(
        first == files(&record.path().join("export")),
        "the same bytes"
    );
    stdout(record.path(), &["export", "--format", "jsonl"]);
    let left = names(&record.path().join("export"));
    assert_eq!(left.len(), 7);
    assert!(
        left.iter()
            .all(|name| name.split('.').nth(1) == Some("jsonl") || name == "dictionary.json")
    );
}

#[test]
fn files_that_no_export_wrote_are_left_alone() {
    let record = record();
    let foreign = record.path().join("export/acts/dialogue=oman-us/acts.csv");
    std::fs::create_dir_all(foreign.parent().expect("it has one")).expect("it can be made");
    std::fs::write(&foreign, "mine").expect("it can be written");
    let before = files(record.path());
    let output = run(record.path(), &["export"]);
    assert_eq!(output.status.code(), Some(2));
    let message = text(&output.stderr);
    assert!(
        message.contains("export/acts/dialogue=oman-us/acts.csv"),
        "{message}"
    );
    assert!(before == files(record.path()), "nothing was written");
}

#[test]
fn a_record_with_errors_is_not_exported() {
    let record = record();
    stdout(record.path(), &["export"]);
    let round = record.path().join("rounds/oman-us/3.yaml");
    std::fs::write(&round, "round: 3\nsectors: [no-such-sector]\n").expect("it can be written");
    let before = files(&record.path().join("export"));
    assert_eq!(run(record.path(), &["export"]).status.code(), Some(2));
    assert!(
        before == files(&record.path().join("export")),
        "the old one stays"
    );
}

#[cfg(not(feature = "parquet"))]
#[test]
fn parquet_is_refused_where_it_is_not_built_in() {
    let record = record();
    let output = run(record.path(), &["export", "--format", "parquet"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("--features parquet"));
    assert!(!record.path().join("export").exists());
}
