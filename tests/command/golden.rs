//! The results that a person worked out from the record, against the JSON of the command.

use super::{root, stdout};
use serde_json::Value;

/// Compares two rounds as JSON.
fn compare(before: &str, after: &str) -> Value {
    let text = stdout(root(), &["compare", before, after, "--format", "json"]);
    serde_json::from_str(&text).expect("the command prints JSON")
}

/// The sectors of an action and class, with the other end of their pair: `id` or `id/with`.
fn sectors(report: &Value, action: &str, class: &str) -> Vec<String> {
    let all = report["sectors"].as_array().expect("sectors are a list");
    let mut found: Vec<String> = all
        .iter()
        .filter(|one| one["action"] == action && one["class"] == class)
        .map(|one| {
            let id = one["id"].as_str().expect("an id is a text");
            match one["with"].as_str() {
                Some(with) => format!("{id}/{with}"),
                None => id.to_owned(),
            }
        })
        .collect();
    found.sort();
    found
}

/// Asserts every sector of a comparison: what is not named here must not be there.
fn assert_sectors(report: &Value, expected: &[(&str, &str, &[&str])]) {
    for (action, class, ids) in expected {
        assert_eq!(sectors(report, action, class), *ids, "{action} {class}");
    }
    let named: usize = expected.iter().map(|(_, _, ids)| ids.len()).sum();
    assert_eq!(
        report["sectors"].as_array().map(Vec::len),
        Some(named),
        "no other sector"
    );
}

fn agreements(report: &Value) -> Vec<(&str, &str, Option<&str>, Option<&str>)> {
    let all = report["agreements"]
        .as_array()
        .expect("agreements are a list");
    let mut found: Vec<_> = all
        .iter()
        .map(|one| {
            (
                one["id"].as_str().expect("an id is a text"),
                one["class"].as_str().expect("a class is a text"),
                one["status"]["before"].as_str(),
                one["status"]["after"].as_str(),
            )
        })
        .collect();
    found.sort_unstable();
    found
}

#[test]
fn rounds_2_and_3() {
    let report = compare("2", "3");
    assert_sectors(
        &report,
        &[
            (
                "kept",
                "continued",
                &["culture", "education", "space", "trade"],
            ),
            (
                "added",
                "resumed",
                &["digital-economy", "investment", "research-innovation"],
            ),
            ("added", "reframed", &["mining/critical-minerals"]),
            (
                "added",
                "broadened",
                &["technology/artificial-intelligence"],
            ),
            ("added", "specified", &["academic-programmes"]),
            ("added", "new", &["aviation", "infrastructure", "logistics"]),
            ("removed", "reframed", &["critical-minerals/mining"]),
            (
                "removed",
                "broadened",
                &["artificial-intelligence/technology"],
            ),
            ("removed", "absorbed", &["cinema"]),
            ("removed", "not-mentioned", &["clean-energy", "environment"]),
        ],
    );
    assert_eq!(
        agreements(&report),
        [
            ("artemis-accords", "first-seen", None, Some("announced")),
            (
                "cooperation-statement-250",
                "first-seen",
                None,
                Some("signed")
            ),
            (
                "embassy-business-center-mou",
                "first-seen",
                None,
                Some("signed")
            ),
            (
                "exim-finance-mou",
                "silent",
                Some("under-discussion"),
                Some("under-discussion")
            ),
            (
                "free-trade-agreement",
                "referenced",
                Some("in-force"),
                Some("in-force")
            ),
        ]
    );
    let commitments = report["commitments"]
        .as_array()
        .expect("commitments are a list");
    assert_eq!(commitments.len(), 1);
    assert_eq!(commitments[0]["id"], "hold-round-3");
    assert_eq!(commitments[0]["state"], "fulfilled-late");
    assert_eq!(commitments[0]["late_days"]["least"], 25);
    assert_eq!(commitments[0]["late_days"]["most"], 25);
    assert_eq!(report["interval"]["days"]["least"], 635);
    assert_eq!(report["interval"]["days"]["most"], 664);
    assert_eq!(report["before"]["date"], "2024-04");
    assert_eq!(report["after"]["date"], "2026-01-25");
    assert_eq!(report["before"]["place"]["basis"], "inferred");
    assert_eq!(report["after"]["place"]["basis"], "stated");
}

#[test]
fn rounds_1_and_3() {
    let report = compare("1", "3");
    let kept = [
        "culture",
        "digital-economy",
        "education",
        "investment",
        "research-innovation",
        "trade",
    ];
    let new = [
        "aviation",
        "infrastructure",
        "logistics",
        "mining",
        "space",
        "technology",
    ];
    assert_sectors(
        &report,
        &[
            ("kept", "continued", &kept),
            ("added", "new", &new),
            ("added", "specified", &["academic-programmes"]),
            (
                "removed",
                "not-mentioned",
                &["clean-energy", "green-hydrogen"],
            ),
            ("removed", "absorbed", &["training"]),
        ],
    );
    let all = report["sectors"].as_array().expect("sectors are a list");
    let space = all
        .iter()
        .find(|one| one["id"] == "space")
        .expect("space is there");
    assert_eq!(space["first_seen"], 2, "space stood in the round between");
}

#[test]
fn rounds_1_and_2() {
    let report = compare("1", "2");
    let new = [
        "artificial-intelligence",
        "critical-minerals",
        "environment",
        "space",
    ];
    assert_sectors(
        &report,
        &[
            ("kept", "continued", &["culture", "education", "trade"]),
            ("kept", "reworded", &["clean-energy"]),
            ("added", "new", &new),
            ("added", "specified", &["cinema"]),
            ("removed", "absorbed", &["green-hydrogen", "training"]),
            (
                "removed",
                "not-mentioned",
                &["digital-economy", "investment", "research-innovation"],
            ),
        ],
    );
    assert_eq!(report["interval"]["days"]["least"], 403);
    assert_eq!(report["interval"]["days"]["most"], 432);
}

#[test]
fn rounds_3_and_2() {
    let report = compare("3", "2");
    let gone = [
        "aviation",
        "digital-economy",
        "infrastructure",
        "investment",
        "logistics",
        "research-innovation",
    ];
    assert_sectors(
        &report,
        &[
            (
                "kept",
                "continued",
                &["culture", "education", "space", "trade"],
            ),
            ("added", "new", &["clean-energy", "environment"]),
            ("added", "reframed", &["critical-minerals/mining"]),
            ("added", "narrowed", &["artificial-intelligence/technology"]),
            ("added", "specified", &["cinema"]),
            ("removed", "reframed", &["mining/critical-minerals"]),
            (
                "removed",
                "narrowed",
                &["technology/artificial-intelligence"],
            ),
            ("removed", "absorbed", &["academic-programmes"]),
            ("removed", "not-mentioned", &gone),
        ],
    );
    assert_eq!(report["reversed"], true);
}

#[test]
fn a_change_names_its_places() {
    let report = compare("2", "3");
    let all = report["sectors"].as_array().expect("sectors are a list");
    let mining = all
        .iter()
        .find(|one| one["id"] == "mining")
        .expect("mining is there");
    assert_eq!(mining["before"], Value::Null);
    assert_eq!(mining["after"]["file"], "rounds/oman-us/3.yaml");
    let line = mining["after"]["line"]
        .as_u64()
        .expect("a line is a number");
    let round = std::fs::read_to_string(root().join("rounds/oman-us/3.yaml")).expect("a round");
    let line = round
        .lines()
        .nth(usize::try_from(line - 1).expect("a small number"));
    assert!(line.is_some_and(|line| line.contains("mining")), "{line:?}");
}
