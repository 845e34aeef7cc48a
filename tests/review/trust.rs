//! A branch does not decide how it is reviewed.

use crate::record::TWO;
use crate::{branch, review, tells};

#[test]
fn settings_and_templates_are_those_of_the_base() {
    let made = branch();
    made.write(
        "rapporteur.toml",
        "[findings.rules.one-source]\nlevel = \"off\"\n",
    );
    made.write("accepted.yaml", "[]\n");
    made.write("own/markdown/review.hbs", "Nothing to see.\n");
    made.write("rounds/talks/2.yaml", &TWO.replace("2024-04", "2024-05"));
    tells("trusted-files", made.path(), &["--templates", "own"]);
    let markdown = review(made.path(), &["--templates", "own", "--format", "markdown"]);
    let text = String::from_utf8_lossy(&markdown.stdout).into_owned();
    assert!(
        text.contains("2024-05") && !text.contains("Nothing to see"),
        "{text}"
    );
}

#[test]
fn templates_of_the_base_are_used() {
    let made = branch();
    made.write("own/markdown/review.hbs", "{{headline}}\n")
        .commit("own templates");
    made.git(&["branch", "-f", "main"]);
    made.write("own/markdown/review.hbs", "<script>\n");
    made.write("rounds/talks/2.yaml", &TWO.replace("2024-04", "2024-05"));
    tells(
        "templates-of-the-base",
        made.path(),
        &["--templates", "own", "--format", "markdown"],
    );
}

#[test]
fn texts_of_the_record_act_on_nothing() {
    let made = branch();
    let title = "en: \"::error::x <script>alert(1)</script> @user #1 | `code` https://a.example\"";
    made.write(
        "rounds/talks/2.yaml",
        &TWO.replace("en: Memorandum on trade", title),
    );
    tells("hostile-text", made.path(), &["--format", "markdown"]);
    let html = review(made.path(), &["--format", "html"]);
    let html = String::from_utf8_lossy(&html.stdout).into_owned();
    assert!(
        html.contains("&lt;script&gt;") && !html.contains("<script"),
        "{html}"
    );
}
