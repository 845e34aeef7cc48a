//! The action: each of its steps as a runner runs it.

use super::repository::Repository;
use super::{program, root, said, text, yaml};
use std::collections::BTreeMap;
use std::fs;
use std::process::Output;

const FIRST: &str = "round: 1\ndate: 2023-02\nsectors: [trade, space]\n";
const SECOND: &str = "round: 2\ndate: 2024-04\nsectors: [trade]\n";

/// A run of the action.
struct Run {
    /// The output of each step that ran, by its name.
    steps: Vec<(String, Output)>,
    /// What was added to the summary.
    summary: String,
    passed: bool,
}

/// Runs the action in a checkout; a step that fails ends it.
fn action(checkout: &Repository, given: &[(&str, &str)]) -> Run {
    let action = yaml("action.yml");
    let mut inputs: BTreeMap<String, String> = BTreeMap::new();
    for (name, input) in action["inputs"].as_mapping().expect("a map of inputs") {
        let default = input["default"]
            .as_str()
            .expect("every input has a default");
        let name = name.as_str().expect("a name").to_owned();
        inputs.insert(name, default.to_owned());
    }
    inputs.insert("program".into(), program().display().to_string());
    for (name, value) in given {
        let known = inputs.insert((*name).into(), (*value).into());
        assert!(known.is_some(), "there is no input {name}");
    }
    let runner = tempfile::tempdir().expect("there is a place for temporary files");
    let summary = runner.path().join("summary");
    let mut outputs: BTreeMap<String, String> = BTreeMap::new();
    let mut run = Run {
        steps: Vec::new(),
        summary: String::new(),
        passed: true,
    };
    for step in action["runs"]["steps"].as_sequence().expect("steps") {
        let name = step["name"].as_str().expect("every step has a name");
        assert_eq!(step["shell"], "bash", "{name}");
        let script = step["run"].as_str().expect("every step runs a script");
        let output = runner.path().join("output");
        fs::write(&output, "").expect("the file can be written");
        let mut command = checkout.command("bash");
        // As the runner calls it.
        command.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script]);
        command
            .env("GITHUB_ACTIONS", "true")
            .env("GITHUB_ACTION_PATH", root())
            .env("GITHUB_WORKSPACE", checkout.path())
            .env("GITHUB_OUTPUT", &output)
            .env("GITHUB_STEP_SUMMARY", &summary)
            .env("RUNNER_TEMP", runner.path());
        for (name, value) in step["env"].as_mapping().expect("a map") {
            let value = value.as_str().expect("a text");
            command.env(
                name.as_str().expect("a name"),
                resolved(value, &inputs, &outputs),
            );
        }
        let ran = command.output().expect("bash starts");
        run.passed = ran.status.success();
        run.steps.push((name.to_owned(), ran));
        if let Some(id) = step["id"].as_str() {
            let set = fs::read_to_string(&output).expect("the outputs are there");
            let set = parsed(&set);
            outputs.extend(
                set.into_iter()
                    .map(|(name, value)| (format!("{id}.{name}"), value)),
            );
        }
        if !run.passed {
            break;
        }
    }
    run.summary = fs::read_to_string(&summary).unwrap_or_default();
    run
}

/// The value of an expression.
fn resolved(
    value: &str,
    inputs: &BTreeMap<String, String>,
    outputs: &BTreeMap<String, String>,
) -> String {
    let inner = value
        .strip_prefix("${{ ")
        .and_then(|rest| rest.strip_suffix(" }}"));
    let inner = inner.expect("values are expressions");
    if let Some(name) = inner.strip_prefix("inputs.") {
        return inputs.get(name).expect("the input is there").clone();
    }
    let step = inner.strip_prefix("steps.").expect("an output of a step");
    let name = step.replacen(".outputs.", ".", 1);
    outputs.get(&name).cloned().unwrap_or_default()
}

/// The outputs in a file, of one line or with a delimiter.
fn parsed(text: &str) -> Vec<(String, String)> {
    let mut lines = text.lines();
    let mut set = Vec::new();
    while let Some(line) = lines.next() {
        if let Some((name, end)) = line.split_once("<<") {
            let value: Vec<&str> = lines.by_ref().take_while(|line| *line != end).collect();
            set.push((name.to_owned(), value.join("\n")));
        } else {
            let (name, value) = line.split_once('=').expect("a name and a value");
            set.push((name.to_owned(), value.to_owned()));
        }
    }
    set
}

fn step<'r>(run: &'r Run, name: &str) -> &'r Output {
    let step = run.steps.iter().find(|(step, _)| step == name);
    &step.expect("the step ran").1
}

#[test]
fn a_branch_that_adds_a_round_passes_with_its_review() {
    let checkout = Repository::with(&[("rounds/1.yaml", FIRST)]);
    let base = checkout.git(&["rev-parse", "HEAD"]).trim().to_owned();
    checkout.commit(&[("rounds/2.yaml", SECOND)]);
    let run = action(&checkout, &[("base", &base)]);
    let (name, last) = run.steps.last().expect("steps ran");
    assert!(run.passed, "{name}: {}", said(last));
    assert_eq!(text(&step(&run, "Check the record").stdout), "");
    let heads = [
        "## Record check: no problems\n",
        "\n## 1 round added\n",
        "<summary>العربية</summary>",
    ];
    for head in heads {
        let summary = format!("\n{}", run.summary);
        assert!(summary.contains(head), "{head}: {summary}");
    }
    let output = checkout.path().join("rapporteur-output");
    let read = |name: &str| fs::read_to_string(output.join(name)).expect("it is written");
    assert!(read("comment.md").starts_with("<!-- rapporteur:review -->\n## 1 round added\n"));
    assert!(read("review.html").contains("<html lang=\"en\" dir=\"ltr\""));
    assert!(read("review.ar.html").contains("<html lang=\"ar\" dir=\"rtl\""));
}

#[test]
fn an_error_is_annotated_and_fails_at_the_end() {
    let checkout = Repository::with(&[("rounds/1.yaml", FIRST)]);
    let base = checkout.git(&["rev-parse", "HEAD"]).trim().to_owned();
    checkout.commit(&[("rounds/2.yaml", "round: 2\ndate: 2024-13\n")]);
    let run = action(&checkout, &[("base", &base)]);
    assert!(!run.passed);
    let log = text(&step(&run, "Check the record").stdout);
    let start =
        "::error file=rounds/2.yaml,line=2,endLine=2,col=7,endColumn=13,title=impossible-date::";
    assert!(log.starts_with(start), "{log}");
    assert!(
        run.summary.contains("## Record check: 1 error\n"),
        "{}",
        run.summary
    );
    // The review is there all the same.
    assert!(
        checkout
            .path()
            .join("rapporteur-output/comment.md")
            .is_file()
    );
    assert_eq!(run.steps.len(), 4, "the verdict comes last");
}

#[test]
fn a_correction_fails_where_that_is_asked() {
    let checkout = Repository::with(&[("rounds/1.yaml", FIRST)]);
    let base = checkout.git(&["rev-parse", "HEAD"]).trim().to_owned();
    checkout.commit(&[("rounds/1.yaml", &FIRST.replace("2023-02", "2023-03"))]);
    assert!(action(&checkout, &[("base", &base)]).passed);
    let asked = [
        ("base", base.as_str()),
        ("review-fail-on", "correction,removal"),
    ];
    let run = action(&checkout, &asked);
    let verdict = step(&run, "Tell whether it passed");
    assert!(!run.passed);
    assert!(text(&verdict.stdout).starts_with("The review found"));
}

#[test]
fn without_a_base_only_the_check_runs() {
    let checkout = Repository::with(&[("rounds/1.yaml", FIRST)]);
    let run = action(&checkout, &[("base", "")]);
    assert!(run.passed);
    assert!(!checkout.path().join("rapporteur-output").exists());
}

#[test]
fn a_base_that_is_missing_or_strange_ends_the_run() {
    let checkout = Repository::with(&[("rounds/1.yaml", FIRST)]);
    let before = checkout.git(&["rev-parse", "HEAD"]);
    for base in [
        "0123456789012345678901234567890123456789",
        "--output=x",
        "a..b",
        "$(touch x)",
    ] {
        let run = action(&checkout, &[("base", base)]);
        assert!(!run.passed, "{base}");
        let (name, output) = run.steps.last().expect("steps ran");
        assert_eq!(
            (name.as_str(), output.status.code()),
            ("Check the record", Some(2)),
            "{base}"
        );
        assert!(!checkout.path().join("x").exists(), "{base}");
    }
    assert_eq!(checkout.git(&["rev-parse", "HEAD"]), before);
}

#[test]
fn a_record_in_a_folder_is_named_from_the_root() {
    let checkout = Repository::with(&[("my record/rounds/1.yaml", FIRST)]);
    let base = checkout.git(&["rev-parse", "HEAD"]).trim().to_owned();
    checkout.commit(&[("my record/rounds/2.yaml", "round: 2\n")]);
    let run = action(&checkout, &[("base", &base), ("folder", "my record")]);
    assert!(
        run.passed,
        "{}",
        said(&run.steps.last().expect("steps ran").1)
    );
    let log = text(&step(&run, "Check the record").stdout);
    assert!(
        log.starts_with("::warning file=my record/rounds/2.yaml,line=1,"),
        "{log}"
    );
}

#[test]
fn a_branch_cannot_pass_its_own_gate() {
    let checkout = Repository::with(&[("rounds/1.yaml", FIRST)]);
    let base = checkout.git(&["rev-parse", "HEAD"]).trim().to_owned();
    let undated = [("rounds/2.yaml", "round: 2\nsectors: [trade]\n")];
    let corrected = [("rounds/1.yaml", FIRST.replace("2023-02", "2021"))];
    checkout.commit(&undated);
    checkout.commit(
        &corrected
            .each_ref()
            .map(|(name, text)| (*name, text.as_str())),
    );
    let gates = [
        ("base", base.as_str()),
        ("fail-on", "warning"),
        ("review-fail-on", "correction,warning"),
    ];
    let strict = action(&checkout, &gates);
    assert!(!strict.passed);
    // The head accepts all that was found, has settings that cannot be read, and templates.
    let found = checkout.rapporteur(&["check", "--format", "json"]);
    let review = checkout.rapporteur(&["review", "--base", &base, "--format", "json"]);
    let mut entries = String::from("accepted:\n");
    for list in [&found.stdout, &review.stdout] {
        let value: serde_json::Value = serde_json::from_slice(list).expect("JSON");
        let all = value
            .get("notices")
            .unwrap_or(&value)
            .as_array()
            .expect("a list");
        for one in all {
            let name = one["fingerprint"].as_str().expect("a text");
            if !entries.contains(name) {
                entries += &format!("  - {{fingerprint: {name}, reason: Mine, author: Me}}\n");
            }
        }
    }
    checkout.commit(&[
        ("rounds/accepted.yaml", &entries),
        ("rapporteur.toml", "[findings]\nbad = 1\n"),
        ("templates/markdown/review.hbs", "<img src=x>{{evil}}"),
    ]);
    let run = action(&checkout, &gates);
    assert!(!run.passed);
    let verdict = text(&step(&run, "Tell whether it passed").stdout);
    assert_eq!(verdict.lines().count(), 2, "{verdict}");
    assert!(!run.summary.contains("accepted by Me"), "{}", run.summary);
    assert!(!run.summary.contains("<img"), "{}", run.summary);
    for file in ["rounds/accepted.yaml", "rapporteur.toml"] {
        assert!(
            run.summary.contains(file),
            "the change of {file} is not shown: {}",
            run.summary
        );
    }
    // Once the base has the decisions, they hold.
    checkout.git(&["checkout", "--quiet", "-b", "trusted", &base]);
    let trusted = checkout.commit(&[("rounds/accepted.yaml", &entries)]);
    checkout.git(&["checkout", "--quiet", "main"]);
    checkout.git(&["rm", "--quiet", "rapporteur.toml"]);
    checkout.commit(&[]);
    let gates = [("base", trusted.as_str()), gates[1], gates[2]];
    let run = action(&checkout, &gates);
    assert!(
        run.passed,
        "{}{}",
        run.summary,
        said(&run.steps.last().expect("steps ran").1)
    );
    assert!(
        run.summary.contains("accepted by Me: Mine"),
        "{}",
        run.summary
    );
}

#[test]
fn what_a_stranger_writes_is_text() {
    let hostile = "\"::add-mask::x @team #1 ##[error] https://evil.example <img src=x onerror=y> ${{ github.token }} $(touch x) `touch x`\"";
    let checkout = Repository::with(&[("rounds/1.yaml", FIRST)]);
    let base = checkout.git(&["rev-parse", "HEAD"]).trim().to_owned();
    let round = format!(
        "round: 2\ndate: 2024\nnote: {hostile}\nsectors:\n  - {{id: trade, wording: {hostile}, note: {hostile}}}\nagreements:\n  - {{id: a, act: signed, title: {hostile}}}\n{hostile}: 1\n"
    );
    checkout.commit(&[
        ("rounds/2.yaml", &round),
        (
            "rounds/1.yaml",
            &FIRST.replace("trade", &format!("{{id: trade, wording: {hostile}}}")),
        ),
        ("rounds/@team ::error::x.yaml", "round: 3\n"),
    ]);
    let run = action(&checkout, &[("base", &base)]);
    for (name, output) in &run.steps {
        for line in said(output).lines() {
            let line = line.trim_start();
            let ours = [
                "::error file=rounds/",
                "::warning file=rounds/",
                "::notice file=rounds/",
            ];
            let ours = ours.iter().any(|start| line.starts_with(start));
            assert!(!line.starts_with("::") || ours, "{name}: {line}");
            assert!(!line.contains("##["), "{name}: {line}");
        }
    }
    let comment = checkout.path().join("rapporteur-output/comment.md");
    let comment = fs::read_to_string(comment).expect("the comment is there");
    for told in [&run.summary, &comment] {
        for bad in ["@team", " #1", "##[", "https://evil", "<img", "\n::"] {
            assert!(!told.contains(bad), "{bad}: {told}");
        }
    }
    assert!(!checkout.path().join("x").exists());
}
