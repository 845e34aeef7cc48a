//! What a review fails on, and what it is for programs.

use crate::record::{THREE, TWO};
use crate::repository::Repository;
use crate::{branch, review, tells};
use serde_json::Value;
use std::process::Command;

#[test]
fn a_gate_holds_what_it_is_asked_to() {
    let made = branch();
    made.write("rounds/talks/2.yaml", &TWO.replace("2024-04", "2024-05"));
    let ends = |args: &[&str]| review(made.path(), args).status.code();
    assert_eq!(ends(&[]), Some(0));
    assert_eq!(ends(&["--exit-code"]), Some(1));
    assert_eq!(ends(&["--fail-on", "correction"]), Some(1));
    assert_eq!(
        ends(&["--fail-on", "error,warning,removal,drift,stale-report"]),
        Some(0)
    );
    assert_eq!(ends(&["--fail-on", "anything"]), Some(2));
    tells("gate", made.path(), &["--fail-on", "error,correction"]);
    made.write("rounds/talks/2.yaml", &TWO.replace("- trade", "- trad"));
    assert_eq!(ends(&["--fail-on", "error"]), Some(1));
    assert_eq!(ends(&["--fail-on", "warning"]), Some(1));
    made.write("rounds/talks/2.yaml", &TWO.replace("en: outer", "en: deep"));
    assert_eq!(ends(&["--fail-on", "drift"]), Some(1));
    assert_eq!(ends(&["--fail-on", "correction"]), Some(0));
    made.write("rounds/talks/2.yaml", TWO)
        .remove("rounds/talks/1.yaml");
    assert_eq!(ends(&["--fail-on", "removal"]), Some(1));
    made.git(&["checkout", "--quiet", "."]);
    assert_eq!(
        ends(&[
            "--exit-code",
            "--fail-on",
            "error,warning,correction,removal,drift"
        ]),
        Some(0)
    );
}

#[test]
fn reports_that_no_longer_hold_are_stale() {
    let made = branch();
    let report = |made: &Repository| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
        let output = command
            .current_dir(made.path())
            .args(["report", "--all", "--lang", "en"])
            .output();
        assert!(output.expect("it starts").status.success());
    };
    report(&made);
    made.commit("reports");
    made.git(&["branch", "-f", "main"]);
    made.write("rounds/talks/2.yaml", &TWO.replace("2024-04", "2024-05"));
    tells("stale-reports", made.path(), &["--fail-on", "stale-report"]);
    made.commit("a correction");
    tells(
        "stale-reports-committed",
        made.path(),
        &["--head", "HEAD", "--fail-on", "stale-report"],
    );
    report(&made);
    made.commit("reports anew");
    for head in [&[][..], &["--head", "HEAD"]] {
        let output = review(
            made.path(),
            &[head, &["--fail-on", "stale-report"]].concat(),
        );
        assert_eq!(
            output.status.code(),
            Some(0),
            "{}",
            String::from_utf8_lossy(&output.stdout)
        );
    }
}

/// The notices of a review, by fingerprint.
fn notices(made: &Repository) -> Vec<(String, String, Value)> {
    let output = review(made.path(), &["--format", "json"]);
    let value: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!(value["format"], "rapporteur/review");
    let notices = value["notices"].as_array().expect("it is a list").iter();
    let text = |one: &Value| one.as_str().unwrap_or_default().to_owned();
    let notices = notices.map(|one| {
        (
            text(&one["fingerprint"]),
            text(&one["code"]),
            one["place"]["line"].clone(),
        )
    });
    notices.collect()
}

#[test]
fn fingerprints_outlive_lines_that_move() {
    let made = branch();
    let changed = TWO
        .replace("2024-04", "2024-05")
        .replace("- trade", "- trad")
        .replace("en: outer", "en: deep");
    made.write("rounds/talks/2.yaml", &changed)
        .write("rounds/talks/3.yaml", THREE);
    let before = notices(&made);
    let codes: Vec<&str> = before.iter().map(|(_, code, _)| code.as_str()).collect();
    assert_eq!(
        codes,
        [
            "unknown-sector",
            "fact-correction",
            "translation-drift",
            "fact-correction",
            "fact-correction",
            "round-added",
            "fact-wording"
        ]
    );
    let mut prints: Vec<&String> = before.iter().map(|(print, _, _)| print).collect();
    prints.sort();
    prints.dedup();
    assert_eq!(prints.len(), before.len(), "each has its own");
    made.write("rounds/talks/2.yaml", &format!("# One.\n# Two.\n{changed}"));
    let after = notices(&made);
    let names = |list: &[(String, String, Value)]| -> Vec<(String, String)> {
        list.iter()
            .map(|(print, code, _)| (print.clone(), code.clone()))
            .collect()
    };
    assert_eq!(names(&before), names(&after));
    assert_ne!(before, after, "the lines are others");
}

#[test]
fn a_notice_of_something_gone_points_at_what_is_nearest() {
    let made = branch();
    made.write("rounds/talks/2.yaml", &TWO.replace("  - trade\n", ""));
    tells("nearest-place", made.path(), &["--format", "csv"]);
}
