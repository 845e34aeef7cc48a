//! `fmt` and `fix`: files put in order and mended, and nothing else.

use super::{copy, files, rapporteur, record, root, run, stdout, text};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

const ROUND: &str = "rounds/oman-us/3.yaml";

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).expect("the file is there")
}

/// Takes the date's line from below the number to the end.
fn disorder(folder: &Path) -> String {
    let text = read(folder, ROUND).replace("\ndate: 2026-01-25\n", "\n") + "date: \"2026-01-25\"\n";
    fs::write(folder.join(ROUND), &text).expect("the file can be written");
    text
}

#[test]
fn fmt_puts_the_record_in_order_and_check_only_says_what_is_not() {
    let folder = record();
    let before = files(folder.path());
    assert_eq!(stdout(folder.path(), &["fmt", "--check"]), "");
    let text = disorder(folder.path());
    let check = run(folder.path(), &["fmt", "--check"]);
    assert_eq!(check.status.code(), Some(1));
    assert_eq!(super::text(&check.stdout), format!("{ROUND}\n"));
    assert_eq!(read(folder.path(), ROUND), text);
    stdout(folder.path(), &["fmt"]);
    assert_eq!(files(folder.path()), before);
}

#[test]
fn fmt_reads_standard_input_and_writes_to_standard_output() {
    let folder = record();
    let mut child = rapporteur(folder.path(), &["fmt", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut input = child.stdin.take().expect("the input is a pipe");
    input
        .write_all(b"sectors: [ a,b ]\nround: 4\n")
        .expect("the text is taken");
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(text(&output.stdout), "round: 4\nsectors: [a, b]\n");
}

#[test]
fn fmt_writes_nothing_where_one_file_cannot_be_read() {
    let folder = record();
    disorder(folder.path());
    fs::write(folder.path().join("rounds/oman-us/2.yaml"), "round: [\n").expect("it is written");
    let before = files(folder.path());
    let output = run(folder.path(), &["fmt"]);
    assert_eq!(output.status.code(), Some(2));
    let said = text(&output.stderr);
    assert!(said.contains("rounds/oman-us/2.yaml:"), "{said}");
    assert_eq!(files(folder.path()), before);
    let left = "date: &a 2020\nround: 2\nplanned: *a\n";
    fs::write(folder.path().join("rounds/oman-us/2.yaml"), left).expect("it is written");
    let output = run(folder.path(), &["fmt", "rounds/oman-us/2.yaml"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stderr).contains("left as it is: it has anchors"));
    assert_eq!(read(folder.path(), "rounds/oman-us/2.yaml"), left);
}

#[test]
fn fix_shows_what_it_would_do_and_does_it_when_told() {
    let folder = record();
    let good = read(folder.path(), ROUND);
    let bad = good
        .replace("{id: space,", "{id: spcae,")
        .replace("rank:", "rnk:");
    fs::write(folder.path().join(ROUND), &bad).expect("the file can be written");
    for args in [&["fix"][..], &["fix", "--dry-run"]] {
        let output = run(folder.path(), args);
        assert_eq!(output.status.code(), Some(1));
        let shown = text(&output.stdout);
        assert!(
            shown.contains("-  - {id: spcae,") && shown.contains("+    rank:"),
            "{shown}"
        );
        assert_eq!(read(folder.path(), ROUND), bad);
    }
    let other = run(folder.path(), &["fix", "rounds/oman-us/1.yaml", "--yes"]);
    assert_eq!(other.status.code(), Some(0));
    assert_eq!(read(folder.path(), ROUND), bad);
    stdout(folder.path(), &["fix", "--yes"]);
    assert_eq!(read(folder.path(), ROUND), good);
    stdout(folder.path(), &["check"]);
}

#[test]
fn fix_settles_what_it_says_in_every_faulty_record() {
    let faulty = root().join("tests/faulty");
    let mut mended = 0;
    for entry in fs::read_dir(faulty).expect("the folder is there") {
        let from = entry.expect("it can be read").path();
        if !from.join("rounds").is_dir() {
            continue;
        }
        let folder = tempfile::tempdir().expect("there is a place for temporary files");
        copy(&from, folder.path());
        let found = |folder: &Path| -> Option<Vec<(String, bool)>> {
            let output = run(folder, &["check", "--format", "json"]);
            let all: serde_json::Value = serde_json::from_slice(&output.stdout).ok()?;
            let all = all.as_array()?;
            let one = |one: &serde_json::Value| {
                let toml = one["place"]["file"] == "rapporteur.toml";
                (
                    one["message"].to_string(),
                    !one["suggestion"].is_null() && !toml,
                )
            };
            Some(all.iter().map(one).collect())
        };
        let Some(before) = found(folder.path()) else {
            continue;
        };
        let output = run(folder.path(), &["fix", "--yes"]);
        let said = text(&output.stderr);
        let after = found(folder.path()).unwrap_or_default();
        let name = from.display();
        if said.starts_with("settled") {
            mended += 1;
            let gone = before
                .iter()
                .filter(|(message, can)| *can && !after.iter().any(|(other, _)| other == message));
            assert!(gone.count() > 0, "{name}: {said}");
            let again = run(folder.path(), &["fix", "--dry-run"]);
            assert_eq!(again.status.code(), Some(0), "{name}: fixed at once");
        } else {
            assert_eq!(after, before, "{name}");
        }
    }
    assert!(mended > 12, "{mended} records were mended");
}
