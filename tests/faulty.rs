//! Every fault that a record can have, with the message that its author reads.
//!
//! Each folder of `tests/faulty` is a small record and `expected.txt`, what `check` prints of
//! it. A folder has the name of the code that it shows, or `code--variant`. With
//! `UPDATE_EXPECTED=1` in the environment the expectations are written anew; read the
//! difference before you keep it.
#![cfg(feature = "cli")]

use rapporteur::diagnostic::{Code, Severity, code};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const TESTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/faulty");
const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/diagnostics.md");

/// Folders that show no single code.
const OTHERS: [&str; 2] = ["clean", "ten-faults"];

#[test]
fn every_fault_has_its_message() {
    let mut wrong = String::new();
    for (name, folder) in folders() {
        let (out, exit) = check(&folder);
        let errors = out.contains("error[");
        assert_eq!(
            exit,
            Some(i32::from(errors)),
            "the exit code of {name}:\n{out}"
        );
        if !OTHERS.contains(&name.as_str()) {
            let code = code_of(&name);
            let shown = ["error", "warning"].map(|word| out.contains(&format!("{word}[{code}]")));
            assert!(
                shown.contains(&true),
                "{name} does not show its code:\n{out}"
            );
        }
        if let Some(difference) = differs(&folder.join("expected.txt"), &out) {
            writeln!(wrong, "== {name}\n{difference}").expect("a string takes all");
        }
    }
    assert!(
        wrong.is_empty(),
        "{wrong}UPDATE_EXPECTED=1 writes them anew"
    );
}

#[test]
fn every_code_has_a_folder_and_every_folder_a_code() {
    let folders: BTreeSet<String> = folders().into_keys().collect();
    let codes: BTreeSet<&str> = code::all().map(Code::name).collect();
    let missing: Vec<_> = codes
        .iter()
        .filter(|code| !folders.contains(**code))
        .collect();
    assert!(missing.is_empty(), "codes without a folder: {missing:?}");
    let known = |name: &String| codes.contains(code_of(name)) || OTHERS.contains(&name.as_str());
    let strange: Vec<_> = folders.iter().filter(|name| !known(name)).collect();
    assert!(strange.is_empty(), "folders of no code: {strange:?}");
}

#[test]
fn every_folder_holds_a_record_and_nothing_unread() {
    for (name, folder) in folders() {
        assert!(folder.join("rounds").is_dir(), "{name} has no record");
        let known = [
            "rounds",
            "rapporteur.toml",
            "expected.txt",
            "enlarge.txt",
            "elsewhere",
        ];
        for entry in fs::read_dir(&folder).expect("the folder can be read") {
            let entry = entry.expect("the entry can be read").file_name();
            let entry = entry.to_string_lossy();
            assert!(
                known.contains(&&*entry),
                "{name}/{entry} is read by no test"
            );
        }
    }
}

#[test]
fn codes_are_unique_words_with_hyphens() {
    let mut seen = BTreeSet::new();
    for code in code::all() {
        let name = code.name();
        assert!(seen.insert(name), "`{name}` stands for two codes");
        let word = |word: &str| {
            let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
            !word.is_empty() && word.bytes().all(letter)
        };
        assert!(
            name.split('-').all(word),
            "`{name}` is no word with hyphens"
        );
    }
}

#[test]
fn ten_faults_are_ten_messages() {
    let (out, _) = check(&Path::new(TESTS).join("ten-faults"));
    let messages = out
        .lines()
        .filter(|line| line.starts_with("error[") || line.starts_with("warning["));
    let codes: BTreeSet<&str> = messages
        .clone()
        .filter_map(|line| line.split(']').next())
        .collect();
    assert_eq!((messages.count(), codes.len()), (10, 10), "{out}");
}

#[test]
fn sound_records_have_no_message() {
    for folder in [
        Path::new(TESTS).join("clean"),
        PathBuf::from(env!("CARGO_MANIFEST_DIR")),
    ] {
        let (out, exit) = check(&folder);
        assert_eq!(exit, Some(0), "{out}");
        assert!(out.starts_with("checked 3 rounds, "), "{out}");
        assert!(out.ends_with(": no problems\n"), "{out}");
    }
}

#[test]
fn messages_are_fit_to_read() {
    for (name, folder) in folders() {
        let (out, _) = check(&folder);
        let raw = |c: char| (c.is_control() && c != '\n') || is_direction(c);
        assert!(
            !out.contains(raw),
            "{name} prints a raw control character:\n{out:?}"
        );
        let long = out.lines().find(|line| line.chars().count() > 400);
        assert!(
            long.is_none(),
            "{name} prints a line that nobody can read: {long:?}"
        );
        for word in ["Some(", "None", "Span {", "Located", "Err(", "\\u{"] {
            assert!(!out.contains(word), "{name} prints `{word}`:\n{out}");
        }
    }
}

#[test]
fn the_document_of_all_codes_is_current() {
    let text = document();
    if let Some(difference) = differs(Path::new(DOCUMENT), &text) {
        panic!("docs/diagnostics.md is stale; UPDATE_EXPECTED=1 writes it anew\n{difference}");
    }
}

/// The folders of the tests, by name.
fn folders() -> BTreeMap<String, PathBuf> {
    let entries = fs::read_dir(TESTS).expect("the folder of the tests can be read");
    let folders = entries.map(|entry| {
        let entry = entry.expect("the entry can be read");
        (
            entry.file_name().to_string_lossy().into_owned(),
            entry.path(),
        )
    });
    folders.collect()
}

/// The code that a folder shows: its name without the variant.
fn code_of(folder: &str) -> &str {
    folder.split("--").next().unwrap_or(folder)
}

/// What `check` prints of a folder, and how it ends.
fn check(folder: &Path) -> (String, Option<i32>) {
    let enlarged = enlarged(folder);
    let folder = enlarged.as_ref().map_or(folder, tempfile::TempDir::path);
    let output = Command::new(env!("CARGO_BIN_EXE_rapporteur"))
        .arg("-C")
        .arg(folder)
        .args(["check", "--color", "never"])
        .output()
        .expect("the program starts");
    let errors = String::from_utf8(output.stderr).expect("the program writes UTF-8");
    assert_eq!(
        errors,
        "",
        "nothing else is printed of {}",
        folder.display()
    );
    let out = String::from_utf8(output.stdout).expect("the program writes UTF-8");
    (out, output.status.code())
}

/// A copy of a folder whose files are as large as its `enlarge.txt` says; none without one.
///
/// Each line there names a file, a size in bytes, and what fills it: `letters` or a `hole`.
fn enlarged(folder: &Path) -> Option<tempfile::TempDir> {
    let sizes = fs::read_to_string(folder.join("enlarge.txt")).ok()?;
    let copy = tempfile::tempdir().expect("a temporary folder can be made");
    for line in sizes.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        let [name, size, filling] = words[..] else {
            panic!("not a name, a size and a filling: {line}");
        };
        let size: usize = size.parse().expect("a size is a number");
        let mut bytes = fs::read(folder.join(name)).expect("the file is there");
        let path = copy.path().join(name);
        fs::create_dir_all(path.parent().expect("the file is in a folder"))
            .expect("a folder can be made");
        match filling {
            "letters" => {
                bytes.resize(size, b'x');
                fs::write(path, bytes).expect("the file can be written");
            }
            "hole" => {
                fs::write(&path, bytes).expect("the file can be written");
                let file = fs::File::options().write(true).open(path);
                let file = file.expect("the file can be opened");
                file.set_len(size as u64).expect("the file can grow");
            }
            other => panic!("no filling: {other}"),
        }
    }
    Some(copy)
}

/// Both texts, where a file does not hold what it should; writes it instead where that is asked.
fn differs(path: &Path, text: &str) -> Option<String> {
    let held = fs::read_to_string(path).unwrap_or_default();
    if held == text {
        return None;
    }
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::create_dir_all(path.parent().expect("the file is in a folder"))
            .expect("a folder can be made");
        fs::write(path, text).expect("the file can be written");
        return None;
    }
    Some(format!("-- expected\n{held}-- printed\n{text}"))
}

fn is_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// `docs/diagnostics.md`, from the table of codes.
fn document() -> String {
    let mut text = String::from(
        "# Diagnostics\n\n\
         What `rapporteur check` can find. An error stands in the way of every report; a warning \
         does not. `rapporteur explain CODE` shows the same text.\n\n\
         Written from the table of codes by `UPDATE_EXPECTED=1 cargo test --test faulty`.\n",
    );
    for (heading, codes) in [
        ("In one file", code::form::ALL),
        ("Across lines and files", code::rules::ALL),
        ("In accepted.yaml", code::accepted::ALL),
        ("In rapporteur.toml", code::config::ALL),
    ] {
        write!(text, "\n## {heading}\n").expect("a string takes all");
        let language = if codes == code::config::ALL {
            "toml"
        } else {
            "yaml"
        };
        for code in codes {
            text.push_str(&section(*code, language));
        }
    }
    text
}

fn section(code: Code, language: &str) -> String {
    let entry = code.entry();
    let severity = match entry.severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
    };
    format!(
        "\n### {}\n\n{severity}. {}\n\nBad:\n\n```{language}\n{}\n```\n\nGood:\n\n```{language}\n{}\n```\n",
        entry.name, entry.why, entry.bad, entry.good
    )
}
