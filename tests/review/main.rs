//! `review`, in real repositories: each scenario's whole output is a file that a person reads.
//!
//! `UPDATE_EXPECTED=1` writes the files anew; one that no scenario makes fails.

#[path = "../common/repository.rs"]
mod repository;

mod accepted;
mod corrections;
mod gates;
mod record;
mod refused;
mod repositories;
mod rounds;
mod trust;

use repository::Repository;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Runs `review` in a folder.
fn review(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
    command.current_dir(folder).arg("review").args(args);
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("GIT_") {
            command.env_remove(name);
        }
    }
    for name in ["NO_COLOR", "TERM", "LANG", "LC_ALL", "TZ"] {
        command.env_remove(name);
    }
    command
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .expect("the command starts")
}

/// Holds the output of a review against the file of a scenario.
fn tells(name: &str, folder: &Path, args: &[&str]) {
    let output = review(folder, args);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("it prints UTF-8");
    let status = output.status.code().expect("it ends by itself");
    let mut said = format!("$ rapporteur review {}\n", args.join(" ").escape_debug());
    said.push_str(&text(&output.stdout));
    if !output.stderr.is_empty() {
        said.extend(["---- messages ----\n", &text(&output.stderr)]);
    }
    said.extend(["---- ends with ", &status.to_string(), " ----\n"]);
    // What a fault of ours would name, and no reader should see.
    let root = folder.ancestors().last().unwrap_or(folder);
    assert!(
        root == Path::new("/") && !said.contains("panicked"),
        "{said}"
    );
    let said = without_hashes(&said);
    let path = expected().join(format!("{name}.txt"));
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(&path, &said).expect("it can be written");
    }
    let wanted = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(said == wanted, "{name}: {said}\nwanted: {wanted}");
}

/// A text with each short hash of a commit as the letters of its order: those of commits that
/// hold reports change with the looks of reports.
fn without_hashes(text: &str) -> String {
    let mut seen: Vec<&str> = Vec::new();
    let mut told = String::new();
    for word in text.split_inclusive(|letter: char| !letter.is_ascii_alphanumeric()) {
        let hash = word.trim_end_matches(|letter: char| !letter.is_ascii_alphanumeric());
        let hexadecimal = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if hash.len() != 10 || !hash.bytes().all(hexadecimal) {
            told.push_str(word);
            continue;
        }
        let known = seen.iter().position(|known| *known == hash);
        let at = known.unwrap_or_else(|| {
            seen.push(hash);
            seen.len() - 1
        });
        let name = ["1st-commit", "2nd-commit", "3rd-commit"].get(at);
        told.push_str(name.copied().unwrap_or("commit"));
        told.push_str(&word[hash.len()..]);
    }
    told
}

fn expected() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/review/expected")
}

/// Every file of expectations is named by a scenario.
#[test]
fn no_expectation_is_left_over() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/review");
    let sources = std::fs::read_dir(here).expect("the folder is there");
    let sources = sources.filter_map(|entry| std::fs::read_to_string(entry.ok()?.path()).ok());
    let sources: String = sources.collect();
    for entry in std::fs::read_dir(expected()).expect("the folder is there") {
        let path = entry.expect("it can be read").path();
        let name = path
            .file_stem()
            .expect("it has a name")
            .to_string_lossy()
            .into_owned();
        assert!(
            sources.contains(&format!("\"{name}\"")),
            "{name} belongs to no scenario"
        );
    }
}

/// A repository whose first commit holds a record of two rounds, on a branch that leaves `main`
/// there.
fn branch() -> Repository {
    let made = Repository::new();
    record::write(&made, "");
    made.commit("the record");
    made.git(&["switch", "--quiet", "-c", "branch"]);
    made
}
