//! Reading records for the tests, and what the fictional ones are warned of.

use rapporteur::check::{RoundSet, check};
use rapporteur::compare::{Comparison, compare};
use rapporteur::diagnostic::Diagnostic;
use rapporteur::load::load;
use rapporteur::matching::Series;
use rapporteur::model::date::Days;
use rapporteur::source::{RoundText, Source, Texts};
use rapporteur::span::Files;
use std::fmt::Display;

const FICTIONAL: &str = "tests/fictional/rounds";

/// The rounds of the fictional record.
pub(crate) const ROUNDS: [u32; 10] = [0, 1, 2, 3, 4, 5, 7, 8, 9, 10];

pub(crate) fn fictional() -> RoundSet {
    folder(FICTIONAL).0
}

pub(crate) fn real() -> RoundSet {
    folder("rounds").0
}

/// Reads the first dialogue of a folder, with its warnings as `code file:line`.
fn folder(path: &str) -> (RoundSet, Vec<String>) {
    let (mut files, mut found) = (Files::default(), Vec::new());
    let dialogues = Source::folder(path)
        .dialogues()
        .expect("the folder is there");
    let texts = dialogues[0]
        .read(&mut files, &mut found)
        .expect("the files can be read");
    let record = checked(&files, &texts, &mut found);
    let told = |one: &Diagnostic| {
        let place = files.place(one.label.span);
        let name = place.file.rsplit('/').next().unwrap_or_default();
        format!("{} {name}:{}", one.code.name(), place.line)
    };
    (record, found.iter().map(told).collect())
}

/// Reads rounds from texts, numbered from 1; warnings are passed over.
pub(crate) fn rounds(dialogue: &str, rounds: &[&str]) -> RoundSet {
    let rounds: Vec<(u32, &str)> = (1..).zip(rounds.iter().copied()).collect();
    numbered(dialogue, &rounds)
}

/// Reads rounds from texts, each with its number.
pub(crate) fn numbered(dialogue: &str, rounds: &[(u32, &str)]) -> RoundSet {
    let mut files = Files::default();
    let dialogue = Some(files.add("dialogue.yaml", dialogue));
    let texts = rounds.iter().map(|(number, text)| RoundText {
        number: Some(*number),
        file: files.add(format!("{number}.yaml"), format!("round: {number}\n{text}")),
    });
    let texts = Texts {
        name: "inline".to_owned(),
        taxonomy: None,
        rounds: texts.collect(),
        dialogue,
    };
    checked(&files, &texts, &mut Vec::new())
}

fn checked(files: &Files, texts: &Texts, found: &mut Vec<Diagnostic>) -> RoundSet {
    let draft = load(files, texts, found);
    let record = check(draft, found);
    record.unwrap_or_else(|| panic!("the record has errors: {found:#?}"))
}

pub(crate) fn pair<'a>(series: &Series<'a>, before: u32, after: u32) -> Comparison<'a> {
    compare(series, before, after).expect("both rounds are there")
}

/// A range of days as `least..most`, or one number; an unknown end is `?`.
pub(crate) fn days(days: Days) -> String {
    let end = |end: Option<i64>| end.map_or_else(|| "?".to_owned(), |days| days.to_string());
    if days.is_exact() {
        end(days.least)
    } else {
        format!("{}..{}", end(days.least), end(days.most))
    }
}

/// The word of something that may be missing; `-` where it is.
pub(crate) fn word<T: Display>(value: Option<T>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| value.to_string())
}

/// Holds lines that were told against those of a table, spaces within a line aside.
#[track_caller]
pub(crate) fn assert_table(told: impl IntoIterator<Item = String>, table: &str) {
    let tidy = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let told: Vec<String> = told.into_iter().map(|line| tidy(&line)).collect();
    let lines = table.lines().map(tidy).filter(|line| !line.is_empty());
    let lines: Vec<String> = lines.collect();
    assert!(
        told == lines,
        "told:\n{}\n\nexpected:\n{}",
        told.join("\n"),
        lines.join("\n")
    );
}

#[test]
fn the_fictional_record_is_warned_of_what_it_means_to_be() {
    let (record, warnings) = folder(FICTIONAL);
    let numbers: Vec<u32> = record.rounds().iter().map(|one| one.number.value).collect();
    assert_eq!(numbers, ROUNDS);
    // No date; another type for the memorandum; announced after signed; another due date.
    assert_table(
        warnings,
        "
        missing-date 4.yaml:4
        conflicting-definition 5.yaml:37
        backward-status 7.yaml:34
        conflicting-definition 8.yaml:52
        ",
    );
}

#[test]
fn a_gap_that_is_not_declared_is_a_warning() {
    let (record, warnings) = folder("tests/fictional/gap");
    assert_eq!(warnings, ["round-gap 3.yaml:2"]);
    let series = Series::of(&record);
    let history = rapporteur::history::History::of(&series, 3);
    assert_eq!(history.missing, [2]);
    let mining = &pair(&series, 1, 3).sectors.changes[0];
    assert_eq!((mining.id.as_str(), mining.seen.certain), ("mining", false));
}

#[test]
fn the_real_record_is_warned_of_nothing() {
    assert!(folder("rounds").1.is_empty());
}
