//! What is accepted is told and marked, in every format; what is wrong with decisions is told.

use crate::record::{ONE, TWO};
use crate::repository::Repository;
use crate::{branch, review, tells};

/// What a review prints, which must succeed.
fn printed(made: &Repository, args: &[&str]) -> String {
    let output = review(made.path(), args);
    String::from_utf8(output.stdout).expect("it prints UTF-8")
}

fn json(made: &Repository) -> serde_json::Value {
    serde_json::from_str(&printed(made, &["--format", "json"])).expect("it is JSON")
}

/// The fingerprint of the first notice of a code.
fn fingerprint(made: &Repository, code: &str) -> String {
    let report = json(made);
    let notices = report["notices"].as_array().expect("a list");
    let mut found = notices.iter().filter(|one| one["code"] == code);
    let found = found.next().expect("there is one");
    found["fingerprint"].as_str().expect("a text").to_owned()
}

/// A fault of the base, and a branch that changes three facts.
fn changed() -> Repository {
    let made = branch();
    made.write(
        "rounds/talks/1.yaml",
        &ONE.replace("date: 2023-02-23\n", ""),
    );
    made.commit("no date");
    made.git(&["branch", "-f", "main"]);
    let two = TWO.replace("date: 2024-04\n", "date: 2024-05\nmode: virtual\n");
    made.write(
        "rounds/talks/2.yaml",
        &two.replace("en: outer space", "en: Outer orbit"),
    );
    made
}

fn entry(fingerprint: &str, rest: &str) -> String {
    format!(
        "  - fingerprint: {fingerprint}\n    \
         reason: {{en: Checked against the register, ar: روجع على السجل}}\n    \
         author: {{en: Record desk, ar: مكتب السجلات}}\n{rest}"
    )
}

/// The same, with decisions in the base: on a correction, on a drift, on an old message, one past
/// its day and one that nothing meets.
fn decided() -> Repository {
    let made = changed();
    made.git(&["stash", "--include-untracked", "--quiet"]);
    made.git(&["stash", "apply", "--quiet"]);
    let met = ["fact-correction", "translation-drift", "missing-date"];
    let mut text = String::from("accepted:\n");
    for code in met {
        text.push_str(&entry(&fingerprint(&made, code), ""));
    }
    text.push_str(&entry(
        &fingerprint(&made, "fact-precision"),
        "    until: 2026-01\n",
    ));
    text.push_str(&entry("0123456789abcdef", ""));
    made.git(&["reset", "--quiet", "--hard"]);
    made.write("rounds/accepted.yaml", &text)
        .commit("decisions");
    made.git(&["branch", "-f", "main"]);
    made.git(&["stash", "pop", "--quiet"]);
    made
}

const DAY: [&str; 2] = ["--today", "2026-02-02"];

#[test]
fn it_is_marked_in_the_terminal() {
    tells("accepted", decided().path(), &DAY);
}

#[test]
fn it_is_marked_in_markdown_in_its_language() {
    let args = ["--format", "markdown", "--lang", "ar", DAY[0], DAY[1]];
    tells("accepted-arabic-markdown", decided().path(), &args);
}

#[test]
fn it_is_marked_on_the_page_and_in_json() {
    let made = decided();
    let page = printed(&made, &["--format", "html", DAY[0], DAY[1]]);
    let mark = "Accepted by Record desk: Checked against the register";
    assert_eq!(page.matches(mark).count(), 2, "{page}");
    assert!(page.contains("1 of these is accepted"), "{page}");
    assert!(
        page.contains("accepted-stale") && page.contains("accepted-expired"),
        "{page}"
    );
    let text = printed(&made, &["--format", "json", DAY[0], DAY[1]]);
    let report: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    assert_eq!(
        report["accepted"].as_array().map(Vec::len),
        Some(3),
        "{text}"
    );
    let marked = |one: &&serde_json::Value| one["accepted_text"] == mark;
    let notices = report["notices"].as_array().expect("a list");
    assert_eq!(notices.iter().filter(marked).count(), 3, "{text}");
}

#[test]
fn a_branch_accepts_nothing_of_its_own() {
    let made = changed();
    let text = format!(
        "accepted:\n{}",
        entry(&fingerprint(&made, "fact-correction"), "")
    );
    made.write("rounds/accepted.yaml", &text);
    let report = json(&made);
    assert_eq!(report["accepted"], serde_json::json!([]));
    let text = printed(&made, &[]);
    assert!(!text.contains("Accepted by"), "{text}");
    assert!(text.contains("rounds/accepted.yaml: added"), "{text}");
}

#[test]
fn an_entry_that_the_branch_takes_out_is_not_told() {
    let made = decided();
    made.remove("rounds/accepted.yaml");
    let report = json(&made);
    assert_eq!(report["decisions"], serde_json::json!([]));
    assert_ne!(report["accepted"], serde_json::json!([]));
}

#[cfg(unix)]
#[test]
fn a_message_that_names_a_commit_keeps_its_fingerprint() {
    let made = branch();
    std::fs::write(made.beside("3.yaml"), "round: 3\n").expect("it can be written");
    let link = made.path().join("rounds/talks/3.yaml");
    std::os::unix::fs::symlink(made.beside("3.yaml"), link).expect("a link can be made");
    made.write("rounds/talks/notes.txt", "Notes.\n");
    let names = |args: &[&str]| {
        let text = printed(&made, &[args, &["--format", "json"]].concat());
        let report: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
        let found = report["diagnostics"]["new"].as_array().expect("a list");
        let names = found.iter().map(|one| one["fingerprint"].to_string());
        names.collect::<Vec<_>>()
    };
    let in_tree = names(&[]);
    assert_eq!(in_tree.len(), 2);
    made.commit("a link that leads out");
    let first = names(&["--head", "HEAD"]);
    made.write("README", "Another push.\n").commit("another");
    let second = names(&["--head", "HEAD"]);
    assert_eq!(first, in_tree);
    assert_eq!(second, in_tree);
}
