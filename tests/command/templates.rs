//! Templates as files: copied, checked, used.

use super::{files, record, root, run, stdout, text};
use std::fs;
use std::path::Path;

/// Writes one file of a folder of templates.
fn put(folder: &Path, name: &str, bytes: &[u8]) {
    let path = folder.join("own").join(name);
    fs::create_dir_all(path.parent().expect("a folder around it")).expect("it can be made");
    fs::write(path, bytes).expect("it can be written");
}

/// How a comparison ends with one file of templates, and what it says; it writes nothing.
fn refused(name: &str, bytes: &[u8]) -> String {
    let record = record();
    put(record.path(), name, bytes);
    let args = ["compare", "2", "3", "--templates", "own", "-o", "out.md"];
    let output = run(record.path(), &args);
    assert_eq!(output.status.code(), Some(2), "{name}");
    assert!(!record.path().join("out.md").exists(), "{name}");
    assert!(output.stdout.is_empty(), "{name}");
    text(&output.stderr)
}

#[test]
fn what_is_ejected_makes_the_same_reports() {
    let record = record();
    let output = run(record.path(), &["templates", "eject", "own"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let built_in = files(&root().join("templates"));
    let ejected = files(&record.path().join("own"));
    let below = |all: &[(std::path::PathBuf, Vec<u8>)], folder: &Path| {
        let name = |path: &Path| path.strip_prefix(folder).expect("it is below").to_owned();
        let all = all.iter().map(|(path, bytes)| (name(path), bytes.clone()));
        all.collect::<Vec<_>>()
    };
    assert_eq!(
        below(&ejected, &record.path().join("own")),
        below(&built_in, &root().join("templates")),
        "every file of templates/ is built in and written"
    );
    stdout(record.path(), &["templates", "check", "own"]);
    for format in ["markdown", "html"] {
        let plain = ["compare", "2", "3", "--format", format];
        let own = [
            "compare",
            "2",
            "3",
            "--format",
            format,
            "--templates",
            "own",
        ];
        assert_eq!(stdout(record.path(), &own), stdout(record.path(), &plain));
    }
}

#[test]
fn ejecting_overwrites_nothing() {
    let record = record();
    put(record.path(), "html/style.css", b"mine");
    let link = record.path().join("own/html/partials");
    fs::create_dir_all(&link).expect("it can be made");
    std::os::unix::fs::symlink("nowhere", link.join("phrase.hbs")).expect("a link can be made");
    let output = run(record.path(), &["templates", "eject", "own"]);
    assert_eq!(output.status.code(), Some(2));
    let said = text(&output.stderr);
    assert!(said.contains("own/html/style.css\n"), "{said}");
    assert!(said.contains("own/html/partials/phrase.hbs\n"), "{said}");
    assert!(!said.contains("refs.hbs"), "{said}");
    assert!(!record.path().join("own/markdown").exists());
    let kept = fs::read(record.path().join("own/html/style.css")).expect("it is there");
    assert_eq!(kept, b"mine");
}

#[test]
fn a_misspelt_name_is_told_with_its_place_wherever_it_hides() {
    let table = [
        ("a\n{{#if headlin}}x{{/if}}", 2, "headlin", "headline"),
        ("{{#unless singel}}x{{/unless}}", 1, "singel", "single"),
        (
            "{{#each sectorz}}x{{else}}none{{/each}}",
            1,
            "sectorz",
            "sectors",
        ),
        ("{{#if a}}{{/if}}", 1, "a", ""),
        (
            "\n\n{{#with agenda}}{{#if comparedd}}x{{else}}y{{/if}}{{/with}}",
            3,
            "comparedd",
            "compared",
        ),
        (
            "{{#each sectors}}{{#unless titel.text}}{{/unless}}{{/each}}",
            1,
            "titel.text",
            "title",
        ),
        (
            "{{t \"sectors\" count=counts.befor}}",
            1,
            "counts.befor",
            "before",
        ),
        ("{{tt \"sectors\"}}", 1, "tt", ""),
        ("{{> markdown/boddy}}", 1, "markdown/boddy", "markdown/body"),
    ];
    for (template, line, name, near) in table {
        let said = refused("markdown/comparison.hbs", template.as_bytes());
        let fault = format!("markdown/comparison.hbs:{line}: unknown name `{name}`");
        assert!(said.contains(&fault), "{template}: {said}");
        let hint = format!("did you mean `{near}`?");
        assert!(
            near.is_empty() || said.contains(&hint),
            "{template}: {said}"
        );
    }
}

#[test]
fn a_template_that_would_not_end_is_refused() {
    let said = refused("markdown/partials/refs.hbs", b"\n{{> markdown/refs}}");
    assert!(
        said.contains("markdown/partials/refs.hbs:2: `markdown/partials/refs.hbs` includes itself"),
        "{said}"
    );
    let circle = refused("markdown/partials/phrase.hbs", b"{{> markdown/body}}");
    assert!(circle.contains("includes itself"), "{circle}");
    let deep = format!(
        "{}x{}",
        "{{#if single}}".repeat(5000),
        "{{/if}}".repeat(5000)
    );
    let said = refused("markdown/comparison.hbs", deep.as_bytes());
    assert!(said.contains("levels of nesting"), "{said}");
}

#[test]
fn a_file_that_is_no_template_is_refused() {
    let said = refused("markdown/comparision.hbs", b"x");
    assert!(
        said.contains("replaces no template; did you mean `markdown/comparison.hbs`?"),
        "{said}"
    );
    let said = refused("markdown/comparison.hbs", b"\xff\xfe");
    assert!(
        said.contains("cannot read own/markdown/comparison.hbs"),
        "{said}"
    );
    let said = refused("html/style.css", b"a{}</STYLE><script>");
    assert!(said.contains("html/style.css:1: "), "{said}");
    let said = refused("html/comparison.hbs", b"{{#if single}}");
    assert!(said.contains("html/comparison.hbs:1: "), "{said}");
}

#[test]
fn a_link_to_nothing_and_a_device_are_told_of() {
    for target in ["nowhere", "/dev/zero", "."] {
        let record = record();
        put(record.path(), "html/style.css", b"");
        fs::create_dir(record.path().join("own/markdown")).expect("it can be made");
        let link = record.path().join("own/markdown/comparison.hbs");
        std::os::unix::fs::symlink(target, link).expect("a link can be made");
        let output = run(record.path(), &["templates", "check", "own"]);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{target}: {said}");
        assert!(
            said.contains("cannot read own/markdown/comparison.hbs"),
            "{said}"
        );
    }
}

#[test]
fn checking_tells_a_fault_from_a_folder_that_is_not_there() {
    let record = record();
    put(record.path(), "markdown/partials/refs.hbs", b"{{reffs}}");
    let output = run(record.path(), &["templates", "check", "own"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        text(&output.stdout),
        "markdown/partials/refs.hbs:1: unknown name `reffs`; did you mean `refs`?\n"
    );
    let missing = run(record.path(), &["templates", "check", "nowhere"]);
    assert_eq!(missing.status.code(), Some(2));
}
