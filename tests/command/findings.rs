//! `findings`, `explain` of rules, and the settings that they heed.

use super::{record, root, run, stdout, text};
use serde_json::Value;

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&stdout(root(), args)).expect("the command prints JSON")
}

#[test]
fn each_finding_has_its_places_and_sources() {
    let shown = stdout(root(), &["findings", "2", "3"]);
    assert!(
        shown.starts_with("Round 2 and Round 3\n\ncommitment-late [1] "),
        "{shown}"
    );
    let expected = "\n  Hold the third round in 2025: met late, by 25 days.\n  \
         --> rounds/oman-us/2.yaml:77:5\n  --> rounds/oman-us/3.yaml:5:7\n  \
         = Al-Khaleej Online, 2 February 2026, line 25\n";
    assert!(shown.contains(expected), "{shown}");
    let last_two = stdout(root(), &["findings"]);
    assert_eq!(last_two, shown);
}

#[test]
fn json_agrees_with_its_schema_and_with_the_report() {
    let schema = std::fs::read_to_string(root().join("schema/findings.schema.json"));
    let schema: Value = serde_json::from_str(&schema.expect("it is committed")).expect("JSON");
    let keys = schema["properties"].as_object().expect("of an object");
    let report = json(&["findings", "2", "3", "--format", "json"]);
    assert_eq!(report["format"], "rapporteur/findings");
    assert!(
        report
            .as_object()
            .expect("an object")
            .keys()
            .eq(keys.keys())
    );
    let whole = json(&["compare", "2", "3", "--format", "json"]);
    let facts = |report: &Value| -> Vec<(Value, Value, Value)> {
        let all = report["findings"].as_array().expect("a list").iter();
        let fact = |one: &Value| {
            let of = |key: &str| one[key].clone();
            (of("id"), of("fingerprint"), of("files"))
        };
        all.map(fact).collect()
    };
    assert_eq!(facts(&report), facts(&whole));
    let series = json(&["findings", "--series", "--format", "json"]);
    assert_eq!(
        (&series["before"], &series["after"]),
        (&Value::Null, &Value::from(3))
    );
}

#[test]
fn markdown_is_a_list_in_either_language() {
    let english = stdout(root(), &["findings", "2", "3", "--format", "markdown"]);
    assert!(english.starts_with("## Worth noting\n"), "{english}");
    assert!(
        english.contains("\n- Returning in Round 3 after an absence: "),
        "{english}"
    );
    let args = ["findings", "2", "3", "--format", "markdown", "--lang", "ar"];
    let arabic = stdout(root(), &args);
    assert!(
        arabic.starts_with("<div dir=\"rtl\" lang=\"ar\">\n"),
        "{arabic}"
    );
    assert!(arabic.ends_with("</div>\n") && !arabic.contains(":--"));
}

#[test]
fn rules_are_explained_beside_codes() {
    let rule = stdout(root(), &["explain", "wait-longer"]);
    assert!(
        rule.starts_with("finding[wait-longer], priority 3\n"),
        "{rule}"
    );
    assert!(
        rule.contains("The opposite is told by wait-shorter."),
        "{rule}"
    );
    for (slip, meant) in [
        ("wait-longest", "wait-longer"),
        ("unknown-sectr", "unknown-sector"),
    ] {
        let output = run(root(), &["explain", slip]);
        assert_eq!(output.status.code(), Some(2));
        let errors = text(&output.stderr);
        assert!(
            errors.contains(&format!("did you mean {meant}?")),
            "{errors}"
        );
    }
    let all = json(&["explain", "--all", "--format", "json"]);
    let kinds = |kind: &str| {
        let all = all.as_array().expect("a list").iter();
        all.filter(|one| one["kind"] == kind).count()
    };
    assert!(kinds("rule") > 40 && kinds("diagnostic") > 40);
}

#[test]
fn settings_are_heeded_and_their_faults_stop_the_run() {
    let record = record();
    let file = record.path().join("rapporteur.toml");
    std::fs::write(&file, "[findings.rules.commitment-late]\noff = true\n").expect("written");
    let shown = stdout(record.path(), &["findings", "2", "3"]);
    assert!(
        shown.starts_with("Round 2 and Round 3\n\nsectors-resumed [1] "),
        "{shown}"
    );
    std::fs::write(&file, "[findings]\nsilent-round = 2\n").expect("written");
    for command in ["findings", "compare", "report"] {
        let output = run(record.path(), &[command]);
        assert_eq!(output.status.code(), Some(2), "{command}");
        let errors = text(&output.stderr);
        assert!(errors.contains("--> rapporteur.toml:2:1"), "{errors}");
        assert!(errors.contains("did you mean `silent-rounds`?"), "{errors}");
    }
    std::fs::rename(&file, record.path().join("other.toml")).expect("renamed");
    stdout(record.path(), &["findings"]);
    let output = run(record.path(), &["findings", "--config", "other.toml"]);
    assert_eq!(output.status.code(), Some(2));
    let output = run(record.path(), &["findings", "--config", "none.toml"]);
    assert!(text(&output.stderr).contains("cannot read `none.toml`"));
}
