//! Formats, and where they go.

use super::{record, root, run, stdout, text};

#[test]
fn the_ending_of_each_file_says_its_format() {
    let record = record();
    let args = [
        "compare", "2", "3", "-o", "a.md", "-o", "a.html", "-o", "a.json", "-o", "a.csv", "-o",
        "a.txt",
    ];
    let output = run(record.path(), &args);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text(&output.stdout), "");
    assert!(
        text(&output.stderr).starts_with("wrote a.md ("),
        "{}",
        text(&output.stderr)
    );
    for (ending, format) in [
        ("md", "markdown"),
        ("html", "html"),
        ("json", "json"),
        ("csv", "csv"),
        ("txt", "text"),
    ] {
        let file = record.path().join(format!("a.{ending}"));
        let file = std::fs::read_to_string(file).expect("it was written");
        let printed = stdout(record.path(), &["compare", "2", "3", "--format", format]);
        assert_eq!(file, printed, "{format}");
    }
}

#[test]
fn a_link_is_written_through_and_the_mode_is_kept() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let record = record();
    let target = record.path().join("target.md");
    std::fs::write(&target, "old").expect("a file can be written");
    let mode = std::fs::Permissions::from_mode(0o640);
    std::fs::set_permissions(&target, mode).expect("the mode can be set");
    symlink("target.md", record.path().join("link.md")).expect("a link can be made");
    stdout(record.path(), &["compare", "2", "3", "-o", "link.md"]);
    assert!(record.path().join("link.md").is_symlink());
    assert!(std::fs::read_to_string(&target).expect("it is there").len() > 100);
    let mode = std::fs::metadata(&target)
        .expect("it is there")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o640);
}

#[test]
fn colour_is_for_terminals_and_for_who_asks() {
    let plain = stdout(root(), &["compare", "2", "3"]);
    assert!(!plain.contains('\u{1b}'));
    let colour = stdout(root(), &["compare", "2", "3", "--color", "always"]);
    assert!(colour.contains("\u{1b}["));
    let stripped = anstream::adapter::strip_str(&colour).to_string();
    assert_eq!(stripped, plain, "colour changes no words");
}

#[test]
fn json_agrees_with_its_schema() {
    let schema = std::fs::read_to_string(root().join("schema/comparison.schema.json"))
        .expect("the schema is committed");
    let schema: serde_json::Value = serde_json::from_str(&schema).expect("it is JSON");
    let keys = schema["properties"]
        .as_object()
        .expect("it describes an object");
    for pair in [["2", "3"], ["1", "3"], ["3", "2"], ["1", "1"]] {
        let text = stdout(root(), &["compare", pair[0], pair[1], "--format", "json"]);
        let report: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
        let report = report.as_object().expect("it is an object");
        assert_eq!(report["format"], "rapporteur/comparison");
        assert_eq!(report["version"], 1);
        assert!(report.keys().eq(keys.keys()), "every key is always there");
    }
}

#[test]
fn digits_and_regions() {
    let arab = stdout(
        root(),
        &[
            "compare", "2", "3", "--lang", "ar-OM", "--format", "markdown",
        ],
    );
    assert!(arab.contains("٢٠٢٤") && !arab.contains("أبريل 2024"));
    let latn = stdout(
        root(),
        &["compare", "2", "3", "--lang", "ar", "--format", "markdown"],
    );
    assert!(latn.contains("أبريل 2024") && !latn.contains("٢٠٢٤"));
    let args = [
        "compare", "2", "3", "--lang", "ar", "--digits", "arab", "--format", "markdown",
    ];
    assert!(stdout(root(), &args).contains("٢٠٢٤"));
}
