//! `compare` with rounds of a revision.

use super::{root, run, text};
use crate::repository::Repository;

/// A repository with the project's record, and a later commit that changes rounds 2 and 3.
fn made() -> Repository {
    let made = Repository::new();
    super::copy(&root().join("rounds"), &made.path().join("rounds"));
    made.commit("the record");
    let path = made.path().join("rounds/oman-us/2.yaml");
    let two = std::fs::read_to_string(path).expect("it is there");
    made.write(
        "rounds/oman-us/2.yaml",
        &two.replace("date: 2024-04", "date: 2024-04-24"),
    );
    made.commit("a correction");
    made
}

fn compare(made: &Repository, args: &[&str]) -> (i32, String, String) {
    let output = run(made.path(), &[&["compare"], args].concat());
    let status = output.status.code().expect("it ends by itself");
    (status, text(&output.stdout), text(&output.stderr))
}

/// The first line of a comparison that works.
fn first(made: &Repository, args: &[&str]) -> String {
    let (status, out, messages) = compare(made, args);
    assert_eq!(status, 0, "{args:?}: {messages}");
    out.lines().next().unwrap_or_default().to_owned()
}

#[test]
fn each_side_is_read_where_it_is_named() {
    let made = made();
    let old = "Round 2 (April 2024, Washington, inferred) to Round 3 (25 January 2026, Muscat)";
    let new = "Round 2 (24 April 2024, Washington, inferred) to Round 3 (25 January 2026, Muscat)";
    assert_eq!(first(&made, &["2", "3"]), new);
    assert_eq!(first(&made, &["HEAD~1:2", "3"]), old);
    assert_eq!(first(&made, &["HEAD~1:2", "HEAD~1:3"]), old);
    assert_eq!(first(&made, &["HEAD~1:3"]), old);
    assert_eq!(first(&made, &["2", "HEAD~1:3"]), new);
    assert_eq!(first(&made, &["HEAD~1:oman-us/2", "HEAD:latest"]), old);
    assert_eq!(
        first(
            &made,
            &[
                "HEAD~1:rounds/oman-us/2.yaml",
                "HEAD:./rounds/oman-us/3.yaml"
            ]
        ),
        old
    );
    assert_eq!(
        first(
            &made,
            &["HEAD~1:rounds/oman-us/2.yaml", "rounds/oman-us/3.yaml"]
        ),
        old
    );
    assert_eq!(first(&made, &["HEAD~1:prev", "latest"]), old);
}

#[test]
fn a_commit_says_what_its_checkout_says() {
    let made = made();
    let (_, here, _) = compare(&made, &["2", "3", "--format", "markdown"]);
    let (_, then, _) = compare(&made, &["HEAD:2", "HEAD:3", "--format", "markdown"]);
    let short = &made.git(&["rev-parse", "HEAD"])[..10];
    let plain = |text: &str| -> Vec<String> {
        let lines = text
            .lines()
            .filter(|line| !line.contains("rapporteur compare"));
        lines
            .map(|line| line.replace(&format!("{short}:"), ""))
            .collect()
    };
    assert_eq!(plain(&here), plain(&then));
}

#[test]
fn two_versions_of_a_round_are_for_a_review() {
    let (status, _, messages) = compare(&made(), &["HEAD~1:2", "2"]);
    assert_eq!(status, 2);
    assert_eq!(
        messages,
        "error: `HEAD~1:2` and `2` are one round, and two versions of it\n\
         hint: to see what was corrected: rapporteur review --base REV --head REV\n"
    );
}

#[test]
fn what_is_not_there_is_told() {
    let made = made();
    for (name, said) in [
        ("HEAD:9", "`HEAD:9` names no round"),
        ("nowhere:2", "revision `nowhere` not found"),
        ("-x:2", "it begins with `-`"),
        (":2", "it is empty"),
        ("HEAD:rounds/oman-us/9.yaml", "is no round of a dialogue"),
        ("HEAD:other/2", "dialogue `other` not found"),
        ("HEAD:tests/1.yaml", "no rounds in"),
    ] {
        let (status, out, messages) = compare(&made, &["--", name, "3"]);
        assert_eq!((status, out.as_str()), (2, ""), "{name}: {messages}");
        assert!(messages.contains(said), "{name}: {messages}");
    }
}
