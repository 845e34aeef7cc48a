//! What `check` finds, in the formats of continuous integration.

use super::{rapporteur, run, stdout, text};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// Words that act wherever they can.
const HOSTILE: &str = "::add-mask::x @team #1 https://evil.example <img src=x> [a](b) | `c` &d";

/// A folder with files of a record.
fn made(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    for (name, text) in files {
        let path = folder.path().join(name);
        let parent = path.parent().expect("the file is in a folder");
        fs::create_dir_all(parent).expect("a folder can be made");
        fs::write(path, text).expect("the file can be written");
    }
    folder
}

/// A record with an error, two warnings and one that is accepted.
fn faulty() -> TempDir {
    made(&[
        (
            "rounds/عُمان us/1.yaml",
            "# ملاحظة\nround: 1\nسنة: 2\nsectors: [trade]\n",
        ),
        ("rounds/b/1.yaml", "round: 1\nsectors: [trade]\n"),
        ("rounds/b/3.yaml", "round: 3\ndate: 2024\n"),
        (
            "rounds/accepted.yaml",
            "accepted:\n  - {fingerprint: GAP, reason: Never held, author: Record desk}\n",
        ),
    ])
}

/// The same, with the gap of `b` accepted by its fingerprint.
fn faulty_and_accepted() -> TempDir {
    let folder = faulty();
    let path = folder.path().join("rounds/accepted.yaml");
    fs::remove_file(&path).expect("the file can be removed");
    let gap = fingerprint(folder.path(), "round-gap");
    let entry =
        format!("accepted:\n  - {{fingerprint: {gap}, reason: Never held, author: Record desk}}\n");
    fs::write(path, entry).expect("the file can be written");
    folder
}

/// What `check` finds, as JSON.
fn found(folder: &Path, more: &[&str]) -> Vec<Value> {
    let args = [&["check", "--format", "json"], more].concat();
    let output = run(folder, &args);
    serde_json::from_slice(&output.stdout).expect("a list of what was found")
}

fn fingerprint(folder: &Path, code: &str) -> String {
    let found = found(folder, &[]);
    let one = found.iter().find(|one| one["code"] == code);
    let one = one.expect("it is found");
    one["fingerprint"].as_str().expect("a text").to_owned()
}

fn written(folder: &Path, format: &str) -> String {
    let args = ["check", "--format", format, "--today", "2026-11-23"];
    text(&run(folder, &args).stdout)
}

/// The folder of published data, where there is one.
fn published(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("RAPPORTEUR_TEST_DATA").map(PathBuf::from);
    let path = path
        .map(|folder| folder.join(name))
        .filter(|path| path.is_file());
    if path.is_none() {
        eprintln!("skipped: RAPPORTEUR_TEST_DATA names no folder with {name}");
    }
    path
}

#[test]
fn annotations_are_as_documented() {
    let folder = faulty_and_accepted();
    assert_eq!(
        written(folder.path(), "github-annotations"),
        "::error file=rounds/عُمان us/1.yaml,line=3,endLine=3,col=1,endColumn=3,\
         title=unknown-key::a round has no key `سنة`%0Athe keys are `round`, `date`, `place`, \
         `mode`, `level`, `planned`, `documents`, `coverage`, `heads`, `sectors`, `topics`, \
         `programmes`, `bodies`, `agreements`, `commitments`, `indicators`, `events`, `note`, \
         `source`, `claims`\n\
         ::warning file=rounds/b/1.yaml,line=1,endLine=1,col=8,endColumn=8,\
         title=missing-date::round 1 has no date%0Aadd `date`, as coarse as the source has it: \
         `2024`, `2024-04`, `2024-04-24`\n\
         ::warning file=rounds/عُمان us/1.yaml,line=1,endLine=1,col=1,endColumn=1,\
         title=folder-name::the folder's name `عُمان us` is no id; `dialogue` is used%0A\
         rename the folder with small letters a to z, digits and hyphens, such as `oman-us`\n\
         ::notice file=rounds/b/3.yaml,line=1,endLine=1,col=8,endColumn=8,\
         title=round-gap (accepted)::round 2 is missing before round 3%0A\
         add what is missing, or `missing: [2]` to dialogue.yaml if there is no record%0A\
         accepted by Record desk: Never held\n"
    );
}

#[test]
fn sarif_holds_against_its_schema() {
    let folders = [
        faulty_and_accepted(),
        made(&[("rounds/1.yaml", "round: 1\ndate: 2024\n")]),
    ];
    let logs = folders.each_ref().map(|folder| -> Value {
        serde_json::from_str(&written(folder.path(), "sarif")).expect("SARIF is JSON")
    });
    let [log, empty] = &logs;
    let results = &log["runs"][0]["results"];
    assert_eq!(results.as_array().map(Vec::len), Some(4));
    assert_eq!(empty["runs"][0]["results"], serde_json::json!([]));
    let first = &results[0];
    let index = first["ruleIndex"].as_u64().expect("an index");
    let rule = format!("/runs/0/tool/driver/rules/{index}/id");
    assert_eq!(log.pointer(&rule), Some(&first["ruleId"]));
    let mut all = results.as_array().expect("a list").iter();
    let key = all.find(|one| one["ruleId"] == "unknown-key");
    let place = &key.expect("it is found")["locations"][0]["physicalLocation"];
    assert_eq!(
        place["artifactLocation"]["uri"],
        "rounds/%D8%B9%D9%8F%D9%85%D8%A7%D9%86%20us/1.yaml"
    );
    let region =
        serde_json::json!({"startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 4});
    assert_eq!(place["region"], region);
    let Some(schema) = published("sarif-schema-2.1.0.json") else {
        return;
    };
    let schema = fs::read_to_string(schema).expect("the schema can be read");
    let schema = serde_json::from_str(&schema).expect("the schema is JSON");
    let mut compiler = boon::Compiler::new();
    let mut schemas = boon::Schemas::new();
    compiler
        .add_resource("sarif.json", schema)
        .expect("a resource");
    let schema = compiler
        .compile("sarif.json", &mut schemas)
        .expect("a schema");
    for log in &logs {
        if let Err(wrong) = schemas.validate(log, schema) {
            panic!("{wrong}");
        }
    }
    let mut broken = log.clone();
    broken["runs"][0]["results"][0]["level"] = "bad".into();
    assert!(
        schemas.validate(&broken, schema).is_err(),
        "the schema refuses nothing"
    );
}

#[test]
fn junit_holds_against_its_schema() {
    let folder = faulty_and_accepted();
    let report = written(folder.path(), "junit");
    let count = |words: &str| report.matches(words).count();
    assert_eq!(
        (count("<failure "), count("<skipped "), count("<testcase ")),
        (1, 3, 5)
    );
    let numbers = "tests=\"5\" failures=\"1\" errors=\"0\" skipped=\"3\"";
    assert!(report.contains(numbers), "{report}");
    assert!(
        report.contains("timestamp=\"2026-11-23T00:00:00\""),
        "{report}"
    );
    let Some(schema) = published("JUnit.xsd") else {
        return;
    };
    let file = folder.path().join("junit.xml");
    fs::write(&file, &report).expect("the report can be written");
    let checked = Command::new("xmllint")
        .args(["--noout", "--nonet", "--schema"])
        .args([&schema, &file])
        .output();
    let Ok(checked) = checked else {
        eprintln!("skipped: there is no xmllint");
        return;
    };
    assert!(checked.status.success(), "{}", text(&checked.stderr));
}

#[test]
fn gitlab_gets_what_it_reads() {
    let folder = faulty_and_accepted();
    let issues: Vec<Value> =
        serde_json::from_str(&written(folder.path(), "gitlab")).expect("a list");
    let told: Vec<_> = issues
        .iter()
        .map(|one| {
            let place = &one["location"];
            (
                one["check_name"].as_str().expect("a text"),
                one["severity"].as_str().expect("a text"),
                place["path"].as_str().expect("a text"),
                place["lines"]["begin"].as_u64().expect("a line"),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("missing-date", "minor", "rounds/b/1.yaml", 1),
            ("round-gap", "info", "rounds/b/3.yaml", 1),
            ("folder-name", "minor", "rounds/عُمان us/1.yaml", 1),
            ("unknown-key", "critical", "rounds/عُمان us/1.yaml", 3),
        ]
    );
    let mut names: Vec<_> = issues
        .iter()
        .map(|one| one["fingerprint"].as_str())
        .collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(
        names.len(),
        issues.len(),
        "GitLab knows issues by their fingerprints"
    );
}

#[test]
fn files_are_named_from_the_root_of_the_checkout() {
    let folder = made(&[("in here/rounds/1.yaml", "round: 1\n")]);
    let here = folder.path().join("in here");
    for name in ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"] {
        let output = rapporteur(&here, &["check", "--format", "github-annotations"])
            .env(name, folder.path())
            .output()
            .expect("the command starts");
        let told = text(&output.stdout);
        assert!(
            told.starts_with("::warning file=in here/rounds/1.yaml,line=1,"),
            "{told}"
        );
    }
    let elsewhere = rapporteur(&here, &["check", "--format", "github-annotations"])
        .env("GITHUB_WORKSPACE", "/nowhere")
        .output()
        .expect("the command starts");
    let told = text(&elsewhere.stdout);
    assert!(
        told.starts_with("::warning file=rounds/1.yaml,line=1,"),
        "{told}"
    );
}

#[test]
fn what_is_accepted_survives_moved_lines_and_fails_no_gate() {
    let folder = made(&[("rounds/1.yaml", "round: 1\nsectors: [trade]\n")]);
    let name = fingerprint(folder.path(), "missing-date");
    let write = |file: &str, words: &str| {
        fs::write(folder.path().join(file), words).expect("the file can be written");
    };
    let end = |args: &[&str]| {
        let output = run(
            folder.path(),
            &[&["check", "--fail-on", "warning"], args].concat(),
        );
        (output.status.code(), text(&output.stdout))
    };
    assert_eq!(end(&[]).0, Some(1));
    let entry = format!(
        "accepted:\n  - {{fingerprint: {name}, reason: No day is known, author: Desk, until: 2026-06}}\n"
    );
    write("rounds/accepted.yaml", &entry);
    write(
        "rounds/1.yaml",
        "# moved\n\n# far\nsectors: [trade]\nround: 1\n",
    );
    let (code, out) = end(&["--today", "2026-06-30"]);
    assert_eq!(code, Some(0), "{out}");
    let line = format!("fingerprint: {name}, accepted by Desk until 2026-06: No day is known\n");
    assert!(out.contains(&line), "{out}");
    assert!(out.ends_with("agreements: 1 accepted\n"), "{out}");
    let (code, out) = end(&["--today", "2026-07-01"]);
    assert_eq!(code, Some(1));
    assert!(out.contains("warning[accepted-expired]"), "{out}");
    let epoch = |seconds: &str| {
        let output = rapporteur(folder.path(), &["check", "--fail-on", "warning"])
            .env("SOURCE_DATE_EPOCH", seconds)
            .output()
            .expect("the command starts");
        output.status.code()
    };
    // The last second of 30 June 2026, and the next.
    assert_eq!(epoch("1782863999"), Some(0));
    assert_eq!(epoch("1782864000"), Some(1));
    assert_eq!(epoch("tomorrow"), Some(2));
    write("rounds/1.yaml", "round: 1\ndate: 2024\n");
    let (code, out) = end(&["--today", "2026-06-30"]);
    assert_eq!(code, Some(1));
    assert!(out.contains("warning[accepted-stale]"), "{out}");
    assert!(out.contains(" --> rounds/accepted.yaml:2:19\n"), "{out}");
    // With part of the record alone nobody can say that it is stale.
    assert_eq!(end(&["rounds/1.yaml", "--today", "2026-06-30"]).0, Some(0));
}

#[test]
fn a_finding_is_accepted_by_its_fingerprint() {
    let folder = super::record();
    let findings = |args: &[&str]| stdout(folder.path(), &[&["findings", "2", "3"], args].concat());
    let value: Value = serde_json::from_str(&findings(&["--format", "json"])).expect("JSON");
    assert_eq!(value["accepted"], serde_json::json!([]));
    let name = value["findings"][0]["fingerprint"]
        .as_str()
        .expect("a text");
    let entry = format!(
        "accepted:\n  - fingerprint: {name}\n    reason: {{en: Known, ar: معروف}}\n    author: Desk\n"
    );
    fs::write(folder.path().join("rounds/accepted.yaml"), entry).expect("it can be written");
    assert!(findings(&[]).contains("\n  Accepted by Desk: Known\n"));
    assert!(findings(&["--lang", "ar"]).contains("\n  مقبول بقرار من Desk: معروف\n"));
    assert!(findings(&["--format", "markdown"]).contains("\n  Accepted by Desk: Known\n"));
    // It is met, so nothing is stale.
    let out = stdout(folder.path(), &["check"]);
    assert!(out.ends_with(": no problems\n"), "{out}");
}

#[test]
fn a_summary_is_added_to_the_file_and_outputs_are_set() {
    let folder = faulty_and_accepted();
    let [summary, outputs] = ["summary.md", "outputs"].map(|name| folder.path().join(name));
    let run = || {
        rapporteur(folder.path(), &["check", "--format", "github-summary"])
            .env("GITHUB_STEP_SUMMARY", &summary)
            .env("GITHUB_OUTPUT", &outputs)
            .output()
            .expect("the command starts")
    };
    fs::write(&summary, "before\n").expect("it can be written");
    let output = run();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout), "");
    let told = fs::read_to_string(&summary).expect("the summary is there");
    let head = "before\n## Record check: 1 error, 2 warnings, 1 accepted\n";
    assert!(told.starts_with(head), "{told}");
    let set = fs::read_to_string(&outputs).expect("the outputs are there");
    let lines: Vec<&str> = set.lines().collect();
    let values: Vec<(&str, &str)> = lines
        .chunks(3)
        .map(|part| {
            let (name, end) = part[0].split_once("<<").expect("a delimiter");
            assert_eq!(end, part[2]);
            (name, part[1])
        })
        .collect();
    let expected = [
        ("errors", "1"),
        ("warnings", "2"),
        ("notes", "0"),
        ("accepted", "1"),
    ];
    assert_eq!(values, expected);
    // A full summary stays as it is.
    fs::write(&summary, "x".repeat(1024 * 1024 - 100)).expect("it can be written");
    let messages = text(&run().stderr);
    assert_eq!(messages, "the summary is full: nothing was added to it\n");
    let length = fs::metadata(&summary).expect("the summary is there").len();
    assert_eq!(length, 1024 * 1024 - 100);
}

#[test]
fn a_summary_needs_its_file() {
    let folder = faulty();
    let output = rapporteur(folder.path(), &["check", "--format", "github-summary"])
        .env_remove("GITHUB_STEP_SUMMARY")
        .output()
        .expect("the command starts");
    assert_eq!(output.status.code(), Some(2));
    let message = "error: `GITHUB_STEP_SUMMARY` names no file\n";
    assert!(text(&output.stderr).starts_with(message));
}

#[test]
fn a_comment_says_where_all_of_it_is() {
    let mut rounds = String::from("round: 1\ndate: 2024\nsectors:\n");
    for nth in 0..40 {
        rounds.push_str(&format!("  - {{id: s{nth}, {}: 1}}\n", "x".repeat(70)));
    }
    let names: Vec<String> = (0..12).map(|nth| format!("rounds/d{nth}/1.yaml")).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|name| (&**name, &*rounds)).collect();
    let folder = made(&files);
    let of = |set: &[(&str, &str)]| {
        let mut command = rapporteur(folder.path(), &["check", "--format", "github-comment"]);
        command.envs(set.iter().copied());
        text(&command.output().expect("the command starts").stdout)
    };
    let alone = of(&[]);
    assert!(
        alone.starts_with("<!-- rapporteur:check -->\n## Record check: "),
        "{alone:.200}"
    );
    assert!(alone.chars().count() <= 60_000 && alone.len() <= 240_000);
    assert!(
        alone.ends_with(". `rapporteur check` shows all of it._\n"),
        "{alone:.200}"
    );
    let address = [
        ("GITHUB_SERVER_URL", "https://github.com"),
        ("GITHUB_REPOSITORY", "owner/name"),
        ("GITHUB_RUN_ID", "7"),
    ];
    let link = "[this run](https://github.com/owner/name/actions/runs/7)";
    assert!(of(&address).contains(link));
    let bad = [address[0], ("GITHUB_REPOSITORY", "a)[b](c"), address[2]];
    assert!(!of(&bad).contains("]("), "a strange name makes no link");
}

#[test]
fn nothing_a_stranger_writes_takes_effect() {
    let round = format!("round: 1\n\"{HOSTILE}\": 1\n\"::error::ع ##[error]\": 2\n");
    let folder = made(&[
        ("rounds/a/1.yaml", &round),
        ("rounds/a/@team\n::error::x #1 <b>.yaml", "round: 2\n"),
    ]);
    for format in ["text", "github-annotations", "github-comment"] {
        let told = written(folder.path(), format);
        for line in told.lines() {
            let begins = line.trim_start();
            let command = begins.starts_with("::");
            let ours = ["::error file=rounds/a/", "::warning file=rounds/a/"];
            let ours =
                format == "github-annotations" && ours.iter().any(|start| line.starts_with(start));
            assert!(!command || ours, "{format}: {line}");
            assert!(!begins.contains("##["), "{format}: {line}");
        }
    }
    let comment = written(folder.path(), "github-comment");
    for bad in ["@team", "#1", "https://", "<img", "<b>", " [a]("] {
        assert!(!comment.contains(bad), "{bad}: {comment}");
    }
    for format in ["github-annotations", "sarif", "gitlab"] {
        let told = written(folder.path(), format);
        let message = told
            .replace("file=rounds/a/@team", "")
            .replace("a/@team", "");
        for bad in ["@team #", "https://evil", "[a](b)"] {
            assert!(!message.contains(bad), "{format}, {bad}: {told}");
        }
    }
    let report = written(folder.path(), "junit");
    assert!(
        !report.contains("<img") && !report.contains("<b>"),
        "{report}"
    );
}
