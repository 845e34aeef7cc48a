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

/// A record of eleven short rounds, which is enough for a run to keep what it made.
fn long() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    let rounds = folder.path().join("rounds/long");
    std::fs::create_dir_all(&rounds).expect("a folder can be made");
    for number in 1..=11 {
        let text = format!(
            "round: {number}\ndate: {}\nsectors: [trade]\n",
            1990 + number
        );
        std::fs::write(rounds.join(format!("{number}.yaml")), text).expect("it can be written");
    }
    let source = "title: Long Dialogue\n";
    std::fs::write(rounds.join("dialogue.yaml"), source).expect("it can be written");
    folder
}

/// The pages of a record, without what is kept of them.
fn pages(folder: &std::path::Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let mut pages = files(&folder.join("reports"));
    pages.retain(|(path, _)| !path.components().any(|part| part.as_os_str() == ".kept"));
    pages
}

/// What a run on the same record makes that finds nothing kept.
fn anew(folder: &std::path::Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let other = tempfile::tempdir().expect("there is a place for temporary files");
    for name in ["rounds", "rapporteur.toml"] {
        let from = folder.join(name);
        if from.is_dir() {
            copy(&from, &other.path().join(name));
        } else if from.is_file() {
            std::fs::copy(&from, other.path().join(name)).expect("it can be copied");
        }
    }
    stdout(other.path(), &["report", "--all"]);
    let strip = |(path, bytes): (std::path::PathBuf, Vec<u8>)| {
        let path = path.strip_prefix(other.path()).expect("it is inside");
        (folder.join(path), bytes)
    };
    pages(other.path()).into_iter().map(strip).collect()
}

#[test]
fn what_an_earlier_run_made_is_believed_only_where_nothing_changed() {
    let record = long();
    let at = |path: &str| record.path().join(path);
    let write = |path: &str, text: &str| std::fs::write(at(path), text).expect("can be written");
    let check = |exit: i32, why: &str| {
        let output = run(record.path(), &["report", "--check"]);
        let said = text(&output.stdout);
        assert_eq!(output.status.code(), Some(exit), "{why}: {said}");
        said
    };
    let renew = |why: &str| {
        stdout(record.path(), &["report", "--all"]);
        check(0, why);
        assert!(pages(record.path()) == anew(record.path()), "{why}");
    };
    renew("the first run");
    let kept = at("reports/.kept/pages");
    assert!(kept.is_file(), "the pages are kept");
    let first = std::fs::read(&kept).expect("it can be read");
    let output = run(record.path(), &["report", "--all"]);
    let said = text(&output.stderr);
    assert_eq!(said, "every report is as it should be; nothing to write\n");

    write(
        "rounds/long/7.yaml",
        "round: 7\ndate: 1997\nsectors: [trade, space]\n",
    );
    assert!(check(1, "an edited round").contains("stale: reports/long/7.en.md"));
    renew("an edited round");
    write(
        "rounds/long/7.yaml",
        "round: 7\ndate: 1997\nsectors: [trade]\n",
    );
    renew("the round as it was");
    assert_eq!(std::fs::read(&kept).expect("it can be read"), first);

    write("reports/long/3.en.md", "edited");
    assert_eq!(
        check(1, "an edited report"),
        "stale: reports/long/3.en.md\n"
    );
    renew("an edited report");
    std::fs::remove_file(at("reports/long/3.en.md")).expect("it can be removed");
    assert_eq!(check(1, "a lost report"), "missing: reports/long/3.en.md\n");
    renew("a lost report");
    write("reports/long/99.en.md", "of no round");
    let said = check(1, "a report of no round");
    assert_eq!(said, "of no round: reports/long/99.en.md\n");
    std::fs::remove_file(at("reports/long/99.en.md")).expect("it can be removed");

    std::fs::remove_file(at("rounds/long/11.yaml")).expect("it can be removed");
    let said = check(1, "a lost round");
    assert!(
        said.contains("of no round: reports/long/11.en.md"),
        "{said}"
    );
    let last = "round: 11\ndate: 2001\nsectors: [trade]\n";
    write("rounds/long/11.yaml", last);
    check(0, "the round is back");

    write(
        "rapporteur.toml",
        "[branding]\ntitle = {en = \"The Ministry\"}\n",
    );
    check(1, "a publisher's name");
    renew("a publisher's name");
    write("rounds/long/notes.txt", "beside the rounds");
    let output = run(record.path(), &["report", "--all"]);
    assert!(
        text(&output.stderr).contains("unexpected-file"),
        "a message stays a message"
    );
    std::fs::remove_file(at("rounds/long/notes.txt")).expect("it can be removed");

    for nonsense in ["", "rapporteur pages 1\n", "\u{0}\n\n\n"] {
        write("reports/.kept/pages", nonsense);
        assert_eq!(check(0, "what is kept is nonsense"), "");
    }
    std::fs::remove_dir_all(at("reports/.kept")).expect("it can be removed");
    write("reports/.kept", "a file in the place of the folder");
    std::fs::remove_file(at("reports/long/3.en.md")).expect("it can be removed");
    stdout(record.path(), &["report", "--all"]);
    check(0, "nothing can be kept");
}
