//! Texts made to hurt, in every field of every kind of file that takes a text, through every
//! command that prints what a record says, in every format. What pages do with them in a browser
//! is seen in `tests/browser`.

mod fields;
mod harmless;

use super::repository::Repository;
use super::{rapporteur, run, text};
use fields::{filled, written};
use harmless::{Form, hold};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The texts, by family; those of `refused` no record takes.
fn families() -> BTreeMap<String, Vec<String>> {
    let file = super::root().join("tests/browser/support/payloads.json");
    let file = fs::read_to_string(file).expect("the payloads are there");
    serde_json::from_str(&file).expect("families of texts")
}

/// The formats that a command takes, as it says itself when it is asked for another.
fn formats(folder: &Path, command: &[&str]) -> Vec<String> {
    let output = run(folder, &[command, &["--format", "nope"]].concat());
    assert_eq!(output.status.code(), Some(2));
    let said = text(&output.stderr);
    let list = said
        .split_once("formats are ")
        .or_else(|| said.split_once("possible values: "))
        .and_then(|(_, rest)| rest.split(['\n', ']']).next())
        .unwrap_or_else(|| panic!("{command:?} names its formats: {said}"));
    let list: Vec<String> = list.split(", ").map(str::to_owned).collect();
    assert!(list.len() > 1, "{list:?}");
    list
}

/// Runs a command in a format, or as it is, and holds what it prints to what is harmless there.
fn print(folder: &Path, command: &[&str], format: Option<&str>, lang: &str) {
    let mut args = [command, &["--lang", lang, "--color", "never"]].concat();
    if let Some(format) = format {
        args.extend(["--format", format]);
    }
    let summary = tempfile::NamedTempFile::new().expect("a temporary file can be made");
    let mut command = rapporteur(folder, &args);
    let command = command.env("GITHUB_STEP_SUMMARY", summary.path());
    let output = command.output().expect("the command starts");
    let messages = text(&output.stderr);
    assert_ne!(output.status.code(), Some(2), "{args:?}: {messages}");
    hold(&args, Form::Log, &messages);
    let summary = fs::read(summary.path()).expect("the summary can be read");
    hold(&args, Form::Markdown, &text(&summary));
    let form = Form::of(format.unwrap_or("text"));
    hold(&args, form, &text(&output.stdout));
}

/// The formats of a command, where it takes fewer than it names.
type Fewer = Option<&'static [&'static str]>;

/// Every command that prints what a record says.
const PRINTERS: [(&[&str], Fewer); 13] = [
    (&["compare", "1", "2"], None),
    (&["history"], None),
    (&["history", "pact"], Some(&["json"])),
    (&["portfolio"], None),
    (&["findings", "1", "2"], None),
    (&["check"], None),
    (&["suggest"], None),
    (&["list", "dialogues"], None),
    (&["list", "rounds"], None),
    (&["list", "sectors"], None),
    (&["list", "agreements"], None),
    (&["list", "commitments"], None),
    (&["fix"], Some(&[])),
];

/// Writes what is written into files, and holds each to what is harmless in it.
fn write(folder: &Path) {
    let run = |args: &[&str]| {
        let output = run(folder, args);
        let messages = text(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{args:?}: {messages}");
        hold(args, Form::Log, &messages);
    };
    run(&["report", "--all"]);
    run(&["export", "--format", "csv", "-o", "tables"]);
    run(&["export", "--format", "jsonl", "-o", "tables"]);
    let mut seen = 0;
    for folder in [folder.join("reports"), folder.join("tables")] {
        for (path, bytes) in super::files(&folder) {
            let name = path.display().to_string();
            let ending = path.extension().and_then(|ending| ending.to_str());
            let form = Form::of(ending.expect("every file has an ending"));
            hold(&[&name], form, &text(&bytes));
            seen += 1;
        }
    }
    assert!(seen > 15, "{seen} files");
    // The file of the next round tells of open promises in comments, and is still what it was.
    run(&["new"]);
    let round = fs::read_to_string(folder.join("rounds/hostile/3.yaml"));
    let round = round.expect("the file of the next round is there");
    hold(&["new"], Form::Text, &round);
    let round: Value = serde_yaml::from_str(&round).expect("it can be read");
    let keys: Vec<&String> = round.as_object().expect("a map").keys().collect();
    assert!(
        keys.iter()
            .all(|key| ["round", "date", "place", "sectors"].contains(&key.as_str())),
        "{keys:?}"
    );
    fs::remove_file(folder.join("rounds/hostile/3.yaml")).expect("it can be taken out");
}

/// The texts of some families in every field.
fn tried(names: &[&str]) {
    let families = families();
    let payloads: Vec<String> = names
        .iter()
        .flat_map(|name| families[*name].clone())
        .collect();
    // Every field holds all of them, and each begins with another one.
    let hostile = |number: usize| {
        let first = number % payloads.len();
        let turned = payloads[first..].iter().chain(&payloads[..first]);
        let all: Vec<&str> = turned.map(String::as_str).collect();
        format!("{}\n{number}", all.join("\n"))
    };
    let plain = |number: usize| format!("Words number {number}");

    let repository = Repository::new();
    let folder = repository.path();
    written(folder, &filled(&plain));
    repository.commit("Plain words");
    written(folder, &filled(&hostile));
    repository.commit("Words that hurt");
    // One language each; the next group has the other.
    let mut langs = ["en", "ar"].into_iter().cycle().skip(payloads.len() % 2);
    for (command, fewer) in PRINTERS {
        let fewer = fewer.map(|all| all.iter().map(|one| (*one).to_owned()).collect());
        let formats = fewer.unwrap_or_else(|| formats(folder, command));
        print(folder, command, None, langs.next().unwrap_or_default());
        for format in &formats {
            let lang = langs.next().unwrap_or_default();
            print(folder, command, Some(format), lang);
        }
    }
    let review = ["review", "--base", "HEAD~1"];
    for format in formats(folder, &review) {
        let lang = langs.next().unwrap_or_default();
        print(folder, &review, Some(&format), lang);
    }
    write(folder);
    // A source in plain words, drafted.
    fs::write(folder.join("words.txt"), hostile(0)).expect("a file can be written");
    let drafted = super::stdout(folder, &["draft", "words.txt", "--round", "3"]);
    serde_yaml::from_str::<serde_yaml::Value>(&drafted).expect("a draft is YAML");
}

#[test]
fn every_field_that_takes_a_text_has_some() {
    assert_eq!(fields::filled_fields(), fields::all_fields());
}

#[test]
fn every_family_is_tried() {
    let mut names: Vec<&str> = GROUPS.concat();
    names.push("refused");
    names.sort_unstable();
    let families = families();
    assert_eq!(families.keys().collect::<Vec<_>>(), names);
    let count: usize = families.values().map(Vec::len).sum();
    assert!(count >= 300, "{count}");
}

/// What is tried in one go.
const GROUPS: [&[&str]; 5] = [
    &["html"],
    &["attribute", "svg", "url", "css"],
    &["markdown"],
    &["github", "workflow", "template"],
    &["csv", "homoglyph", "names"],
];

#[test]
fn html_is_text() {
    tried(GROUPS[0]);
}

#[test]
fn attributes_addresses_and_styles_are_text() {
    tried(GROUPS[1]);
}

#[test]
fn markdown_is_text() {
    tried(GROUPS[2]);
}

#[test]
fn mentions_commands_and_templates_are_text() {
    tried(GROUPS[3]);
}

#[test]
fn formulas_look_alikes_and_paths_are_text() {
    tried(GROUPS[4]);
}

/// What turns text around or drives a terminal is an error wherever it stands, and is not printed.
#[test]
fn control_characters_are_refused_in_every_field() {
    let families = families();
    let refused = &families["refused"];
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let turned = |number: usize| refused[number % refused.len()].clone();
    written(folder.path(), &filled(&turned));
    for format in formats(folder.path(), &["check"]) {
        print(folder.path(), &["check"], Some(&format), "en");
    }
    for args in [&["compare", "1", "2"][..], &["report", "--all"]] {
        let output = run(folder.path(), args);
        assert_eq!(output.status.code(), Some(2));
        hold(args, Form::Log, &text(&output.stderr));
    }
}
