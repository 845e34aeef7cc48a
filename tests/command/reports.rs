//! The reports of rounds: written, current, and named when they are not.

use super::{copy, files, record, root, run, stdout, text};

#[test]
fn committed_reports_are_current() {
    let output = run(root(), &["report", "--check"]);
    let said = text(&output.stdout);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{said}rewrite them: rapporteur report --all"
    );
}

#[test]
fn every_round_has_its_reports_in_every_language() {
    let record = record();
    stdout(record.path(), &["report", "--all"]);
    for round in ["1", "2", "3", "series"] {
        for lang in ["en", "ar"] {
            for ending in ["md", "html"] {
                let path = format!("reports/oman-us/{round}.{lang}.{ending}");
                let report = std::fs::read_to_string(record.path().join(&path)).expect(&path);
                let committed = std::fs::read_to_string(root().join(&path)).expect(&path);
                assert_eq!(report, committed, "{path}");
            }
        }
    }
}

#[test]
fn only_what_is_asked_for_is_written() {
    let record = record();
    stdout(record.path(), &["report", "2"]);
    let written = files(&record.path().join("reports"));
    let names: Vec<_> = written
        .iter()
        .filter_map(|(path, _)| path.file_name()?.to_str())
        .collect();
    assert_eq!(names, ["2.ar.html", "2.ar.md", "2.en.html", "2.en.md"]);
}

#[test]
fn stale_missing_and_surplus_reports_are_named() {
    let record = record();
    copy(&root().join("reports"), &record.path().join("reports"));
    let reports = record.path().join("reports/oman-us");
    std::fs::write(reports.join("3.en.md"), "edited").expect("it can be written");
    std::fs::remove_file(reports.join("1.ar.html")).expect("it can be removed");
    std::fs::write(reports.join("9.en.md"), "of no round").expect("it can be written");
    let before = files(record.path());
    let output = run(record.path(), &["report", "--check"]);
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stdout);
    let mut lines: Vec<&str> = said.lines().collect();
    lines.sort_unstable();
    assert_eq!(
        lines,
        [
            "missing: reports/oman-us/1.ar.html",
            "of no round: reports/oman-us/9.en.md",
            "stale: reports/oman-us/3.en.md",
        ]
    );
    assert_eq!(files(record.path()), before, "a check writes nothing");
}

#[test]
fn a_second_run_writes_nothing() {
    let record = record();
    stdout(record.path(), &["report", "--all"]);
    let output = run(record.path(), &["report", "--all"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(
        text(&output.stderr).contains("nothing to write"),
        "{}",
        text(&output.stderr)
    );
}

#[test]
fn a_report_rests_on_its_own_and_earlier_rounds_only() {
    let record = record();
    stdout(record.path(), &["report", "--all"]);
    let round = record.path().join("rounds/oman-us/3.yaml");
    let old = std::fs::read_to_string(&round).expect("it is there");
    std::fs::write(&round, format!("{old}\n# a remark\n")).expect("it can be written");
    let output = run(record.path(), &["report", "--check"]);
    let said = text(&output.stdout);
    let newest = |line: &str| line.contains("/3.") || line.contains("/series.");
    assert!(said.lines().all(newest), "{said}");
}
