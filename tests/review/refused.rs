//! Revisions that are none: an error, no command, nothing written.

use crate::{branch, review, tells};

#[test]
fn what_is_no_revision_is_refused() {
    let made = branch();
    made.git(&["tag", "blob", "HEAD:rounds/talks/1.yaml"]);
    made.git(&["tag", "tree", "HEAD:rounds"]);
    made.git(&["tag", "-m", "one", "one"]);
    made.git(&["tag", "-m", "two", "two", "one"]);
    tells(
        "refused-option",
        made.path(),
        &["--base", "--output=stolen"],
    );
    tells("refused-range", made.path(), &["--base", "main..branch"]);
    tells("refused-path", made.path(), &["--head", "HEAD:rounds"]);
    tells("refused-newline", made.path(), &["--base", "main\n--all"]);
    tells("refused-empty", made.path(), &["--base", ""]);
    tells("refused-blob", made.path(), &["--base", "blob"]);
    tells("refused-tree", made.path(), &["--base", "tree"]);
    tells("refused-tag-of-tag", made.path(), &["--base", "two"]);
    tells(
        "refused-unknown",
        made.path(),
        &["--base", "no-such-branch"],
    );
    tells("tag", made.path(), &["--base", "one"]);
    assert_eq!(made.git(&["status", "--porcelain"]), "");
}

#[test]
fn nothing_in_a_name_is_run() {
    let made = branch();
    for name in [
        "$(touch stolen)",
        "`touch stolen`",
        "; touch stolen",
        "| touch stolen",
        "@{-1}; touch stolen",
    ] {
        let output = review(made.path(), &["--base", name]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(output.stdout.is_empty(), "{name}");
    }
    assert!(!made.path().join("stolen").exists());
    assert_eq!(made.git(&["status", "--porcelain"]), "");
}
