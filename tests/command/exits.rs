//! How runs end, and what they leave behind.

use super::{files, rapporteur, record, run, text};
use std::io::Read;
use std::process::Stdio;

/// Runs in a copy of the record and gives the exit code, what was printed, and the messages.
fn end(args: &[&str]) -> (Option<i32>, String, String) {
    let record = record();
    let output = run(record.path(), args);
    (
        output.status.code(),
        text(&output.stdout),
        text(&output.stderr),
    )
}

#[test]
fn no_command_shows_the_way() {
    let (code, out, _) = end(&[]);
    assert_eq!(code, Some(2));
    assert!(out.contains("rapporteur compare 2 3"), "{out}");
}

#[test]
fn a_comparison_ends_with_0_unless_changes_are_asked_for() {
    assert_eq!(end(&["compare", "2", "3"]).0, Some(0));
    assert_eq!(end(&["compare", "2", "3", "--exit-code"]).0, Some(1));
    assert_eq!(end(&["compare", "3", "3", "--exit-code"]).0, Some(0));
}

#[test]
fn an_unknown_round_is_named_with_those_there_are() {
    let (code, out, err) = end(&["compare", "2", "4"]);
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(err.starts_with("error: round 4 not found\n"), "{err}");
    let here = "rounds here: 1 (23 February 2023), 2 (April 2024), 3 (25 January 2026)";
    assert!(err.contains(here), "{err}");
}

#[test]
fn words_for_rounds() {
    let pair = end(&["compare", "2", "3", "--format", "json"]).1;
    assert_eq!(end(&["compare", "--format", "json"]).1, pair);
    assert_eq!(end(&["compare", "3", "--format", "json"]).1, pair);
    assert_eq!(
        end(&["compare", "prev", "latest", "--format", "json"]).1,
        pair
    );
    assert_eq!(
        end(&["compare", "oman-us/2", "oman-us/3", "--format", "json"]).1,
        pair
    );
    let (before, after) = ("rounds/oman-us/2.yaml", "rounds/oman-us/3.yaml");
    assert_eq!(end(&["compare", before, after, "--format", "json"]).1, pair);
}

#[test]
fn an_unknown_dialogue_language_or_format_is_refused() {
    let (code, _, err) = end(&["compare", "2", "3", "--dialogue", "oman-uk"]);
    assert_eq!(code, Some(2));
    assert!(err.contains("dialogues here: oman-us"), "{err}");
    let (code, _, err) = end(&["compare", "2", "3", "--lang", "fr"]);
    assert_eq!(code, Some(2));
    assert!(err.contains("en, ar"), "{err}");
    let (code, _, err) = end(&["compare", "2", "3", "--format", "pdf"]);
    assert_eq!(code, Some(2));
    assert!(err.contains("text, markdown, html, json, csv"), "{err}");
}

#[test]
fn rounds_of_two_dialogues_are_not_compared() {
    let record = record();
    let folder = record.path().join("rounds/elsewhere");
    std::fs::create_dir(&folder).expect("a folder can be made");
    std::fs::write(folder.join("1.yaml"), "round: 1\ndate: 2020\n").expect("a file can be written");
    let output = run(record.path(), &["compare", "oman-us/2", "elsewhere/1"]);
    assert_eq!(output.status.code(), Some(2));
    let err = text(&output.stderr);
    assert!(
        err.contains("`oman-us` and `elsewhere` are two dialogues"),
        "{err}"
    );
    let output = run(record.path(), &["compare", "2", "3"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        text(&output.stderr).contains("--dialogue"),
        "it says how to choose"
    );
}

#[test]
fn a_record_with_errors_is_not_compared_and_nothing_is_written() {
    let record = record();
    let round = record.path().join("rounds/oman-us/3.yaml");
    let old = std::fs::read_to_string(&round).expect("the round is there");
    std::fs::write(&round, old.replace("mining", "minning")).expect("the round can be written");
    let before = files(record.path());
    for args in [
        &["compare", "2", "3", "-o", "3.html"][..],
        &["report", "--all"],
    ] {
        let output = run(record.path(), args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        let err = text(&output.stderr);
        assert!(err.contains("error[unknown-sector]"), "{err}");
        assert!(err.contains("did you mean `mining`?"), "{err}");
        assert_eq!(files(record.path()), before, "{args:?} wrote something");
    }
    assert_eq!(run(record.path(), &["check"]).status.code(), Some(1));
}

#[test]
fn one_place_that_cannot_be_written_leaves_all_as_they_were() {
    let record = record();
    let good = record.path().join("good.md");
    std::fs::write(&good, "mine").expect("a file can be written");
    std::fs::create_dir(record.path().join("bad.html")).expect("a folder can be made");
    let output = run(
        record.path(),
        &["compare", "2", "3", "-o", "good.md", "-o", "bad.html"],
    );
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(std::fs::read_to_string(&good).expect("it is there"), "mine");
    assert_eq!(text(&output.stdout), "");
    let left = std::fs::read_dir(record.path())
        .expect("it can be read")
        .count();
    assert_eq!(left, 3, "no temporary file is left");
}

#[test]
fn a_reader_that_leaves_is_no_failure() {
    let record = record();
    let mut child = rapporteur(record.path(), &["compare", "2", "3", "--format", "html"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    drop(child.stdout.take());
    let mut err = String::new();
    let mut stderr = child.stderr.take().expect("it was asked for");
    stderr.read_to_string(&mut err).expect("it can be read");
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
    assert!(!err.contains("panicked"), "{err}");
}

#[test]
fn quiet_runs_print_no_messages() {
    let (code, out, err) = end(&["compare", "2", "3", "-q"]);
    assert_eq!(code, Some(0));
    assert!(!out.is_empty() && err.is_empty(), "{err}");
    let (code, out, err) = end(&["check", "-q"]);
    assert_eq!((code, out.as_str(), err.as_str()), (Some(0), "", ""));
}

#[test]
fn explaining() {
    let (code, out, _) = end(&["explain", "unknown-sector"]);
    assert_eq!(code, Some(0));
    assert!(out.starts_with("error[unknown-sector]\n"), "{out}");
    let (code, _, err) = end(&["explain", "unknown-sectors"]);
    assert_eq!(code, Some(2));
    assert!(err.contains("hint: did you mean unknown-sector?"), "{err}");
    let (_, out, _) = end(&["explain", "--all", "--format", "json"]);
    let all: Vec<serde_json::Value> = serde_json::from_str(&out).expect("it is JSON");
    let codes = rapporteur::diagnostic::code::all().count();
    let rules = rapporteur::findings::rule::all().count();
    assert_eq!(all.len(), codes + rules);
}

#[test]
fn the_record_is_sound() {
    let (code, out, err) = end(&["check"]);
    assert_eq!(code, Some(0));
    assert_eq!(
        out,
        "checked 3 rounds, 20 sectors, 6 agreements: no problems\n"
    );
    assert_eq!(err, "");
}

#[test]
fn another_folder_can_be_worked_in() {
    let record = record();
    let elsewhere = tempfile::tempdir().expect("there is a place for temporary files");
    let path = record.path().to_str().expect("a plain path");
    let there = run(elsewhere.path(), &["-C", path, "compare", "2", "3"]);
    let here = run(record.path(), &["compare", "2", "3"]);
    assert_eq!(there.status.code(), Some(0));
    assert_eq!(there.stdout, here.stdout);
    let nowhere = run(elsewhere.path(), &["compare", "2", "3"]);
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(text(&nowhere.stderr).contains("no folder `rounds` here"));
}
