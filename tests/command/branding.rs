//! A publisher's look on the pages.

use super::{record, run, stdout, text};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::path::Path;

const SIGN: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><circle cx=\"4.5\" cy=\"4.5\" r=\"4\"/></svg>";

const SETTINGS: &str = "\
[branding]
title = {en = \"Office <of> Records\", ar = \"مكتب السجلات\"}
logo = \"sign.svg\"

[branding.light]
accent = \"#7a1f1f\"

[branding.dark]
accent = \"#d98c8c\"
";

/// The project's record with a look.
fn branded() -> tempfile::TempDir {
    let record = record();
    put(record.path(), "rapporteur.toml", SETTINGS);
    put(record.path(), "sign.svg", SIGN);
    record
}

fn put(folder: &Path, name: &str, text: &str) {
    std::fs::write(folder.join(name), text).expect("it can be written");
}

#[test]
fn every_kind_of_page_has_the_look() {
    let record = branded();
    stdout(record.path(), &["report", "--all"]);
    let sign = format!("data:image/svg+xml;base64,{}", STANDARD.encode(SIGN));
    for (page, title) in [
        (
            "oman-us/3.en.html",
            "lang=\"en\" dir=\"ltr\">Office &lt;of&gt; Records<",
        ),
        (
            "oman-us/series.ar.html",
            "lang=\"ar\" dir=\"rtl\">مكتب السجلات<",
        ),
        ("portfolio.en.html", "Office &lt;of&gt; Records"),
        ("index.ar.html", "مكتب السجلات"),
    ] {
        let path = record.path().join("reports").join(page);
        let html = std::fs::read_to_string(path).expect(page);
        assert!(html.contains(title), "{page}");
        assert!(
            html.contains(&format!("<img class=\"logo\" src=\"{sign}\" alt=\"\">")),
            "{page}"
        );
        assert!(html.contains("{:root{--navy:#7a1f1f;}}"), "{page}");
        assert!(html.contains("{:root{--navy:#d98c8c;}}"), "{page}");
        let style = html
            .split("<style>")
            .nth(1)
            .and_then(|rest| rest.split("</style>").next());
        let hash = STANDARD.encode(Sha256::digest(style.expect("it has a style")));
        assert!(
            html.contains(&format!("style-src 'sha256-{hash}'")),
            "{page}"
        );
    }
    let markdown = stdout(
        record.path(),
        &["compare", "2", "3", "--format", "markdown"],
    );
    assert!(!markdown.contains("Office"));
}

#[test]
fn a_language_without_a_name_shows_the_one_there_is() {
    let record = record();
    put(
        record.path(),
        "rapporteur.toml",
        "[branding]\ntitle = {en = \"Office\"}\n",
    );
    let html = stdout(
        record.path(),
        &["history", "--lang", "ar", "--format", "html"],
    );
    assert!(html.contains("<span class=\"house\" lang=\"en\" dir=\"ltr\">Office</span>"));
    assert!(!html.contains("<img"));
}

#[test]
fn a_logo_from_elsewhere_stops_the_run() {
    for (logo, why) in [
        ("nowhere.svg", "No such file"),
        ("../sign.svg", "outside the folder worked in"),
        ("link.svg", "outside the folder worked in"),
        ("/dev/zero", "outside the folder worked in"),
        ("rounds", "not a file"),
        ("large.png", "larger than 64 kB"),
    ] {
        let outer = tempfile::tempdir().expect("there is a place for temporary files");
        let folder = outer.path().join("inner");
        super::copy(&super::root().join("rounds"), &folder.join("rounds"));
        put(outer.path(), "sign.svg", SIGN);
        put(&folder, "large.png", &"x".repeat(70_000));
        std::os::unix::fs::symlink("../sign.svg", folder.join("link.svg")).expect("a link");
        put(
            &folder,
            "rapporteur.toml",
            &format!("[branding]\nlogo = \"{logo}\"\n"),
        );
        let output = run(&folder, &["compare", "2", "3", "-o", "out.html"]);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{logo}: {said}");
        assert!(
            said.contains("error[bad-logo]") && said.contains(why),
            "{logo}: {said}"
        );
        assert!(said.contains("rapporteur.toml:2:8"), "{said}");
        assert!(!folder.join("out.html").exists());
    }
}
