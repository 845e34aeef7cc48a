//! Records for tests: the real one, and whatever a test writes.

use super::{ComparisonReport, Outline, SeriesReport};
use crate::load::load;
use crate::matching::Series;
use crate::source::{RoundText, Texts};
use crate::span::Files;
use crate::words::Words;
use crate::{check, compare, findings, history};
use std::cell::RefCell;

const TAXONOMY: &str = include_str!("../../rounds/taxonomy.yaml");
const DIALOGUE: &str = include_str!("../../rounds/oman-us/dialogue.yaml");
const ROUNDS: [&str; 3] = [
    include_str!("../../rounds/oman-us/1.yaml"),
    include_str!("../../rounds/oman-us/2.yaml"),
    include_str!("../../rounds/oman-us/3.yaml"),
];

/// The report of two rounds of the real record; of one alone where there is none before.
pub(crate) fn real(before: Option<u32>, after: u32, lang: &str) -> ComparisonReport {
    of(Some(TAXONOMY), DIALOGUE, &ROUNDS, before, after, lang)
}

/// Does something with what [`real`] is made of.
pub(crate) fn real_outlined(
    before: Option<u32>,
    after: u32,
    lang: &str,
    make: impl FnMut(Outline<'_>),
) {
    outlined(Some(TAXONOMY), DIALOGUE, &ROUNDS, before, after, lang, make);
}

/// The words of a language.
pub(crate) fn words(lang: &str) -> Words {
    Words::of(lang, None).expect("a language that there is a catalogue for")
}

/// The report of the whole real record.
pub(crate) fn real_series(lang: &str) -> SeriesReport {
    with(Some(TAXONOMY), DIALOGUE, &ROUNDS, |series, files| {
        whole(series, files, lang)
    })
}

/// The report of a whole record that a test writes, its rounds numbered from 1.
pub(crate) fn series_of(dialogue: &str, rounds: &[&str], lang: &str) -> SeriesReport {
    with(None, dialogue, rounds, |series, files| {
        whole(series, files, lang)
    })
}

/// The history of a record that a test writes, with the report of it.
pub(crate) fn told(
    dialogue: &str,
    rounds: &[&str],
    check: impl Fn(&history::History<'_>, &SeriesReport),
) {
    with(None, dialogue, rounds, |series, files| {
        let newest = series.rounds.last().expect("there is a round").number();
        let history = history::History::of(series, newest);
        let report = super::series(&history, series, files, &words("en"));
        check(&history, &report);
    });
}

/// The report of the whole real record as JSON: made at once, and made as it is written.
pub(crate) fn real_series_json(lang: &str) -> [String; 2] {
    with(Some(TAXONOMY), DIALOGUE, &ROUNDS, |series, files| {
        let newest = series.rounds.last().expect("there is a round").number();
        let history = history::History::of(series, newest);
        let words = words(lang);
        let outline = super::series_outline(&history, series, files, &words);
        let outline = serde_json::to_string(&outline);
        let whole = serde_json::to_string(&whole(series, files, lang));
        [whole, outline].map(|text| text.expect("a report is JSON"))
    })
}

fn whole(series: &Series<'_>, files: &Files, lang: &str) -> SeriesReport {
    let newest = series.rounds.last().expect("there is a round").number();
    let history = history::History::of(series, newest);
    super::series(&history, series, files, &words(lang))
}

/// The report of two rounds of a record that a test writes, its rounds numbered from 1.
pub(crate) fn of(
    taxonomy: Option<&str>,
    dialogue: &str,
    rounds: &[&str],
    before: Option<u32>,
    after: u32,
    lang: &str,
) -> ComparisonReport {
    let mut made = None;
    outlined(taxonomy, dialogue, rounds, before, after, lang, |outline| {
        made = Some(outline.whole());
    });
    made.expect("a report is made once")
}

pub(crate) fn outlined(
    taxonomy: Option<&str>,
    dialogue: &str,
    rounds: &[&str],
    before: Option<u32>,
    after: u32,
    lang: &str,
    make: impl FnMut(Outline<'_>),
) {
    let make = RefCell::new(make);
    with(taxonomy, dialogue, rounds, |series, files| {
        let comparison = match before {
            Some(before) => compare::compare(series, before, after),
            None => compare::first(series, after),
        };
        let comparison = comparison.expect("the rounds are there");
        let history = history::History::of(series, after.max(before.unwrap_or(after)));
        let settings = findings::Settings::default();
        let dialogue = series.record.dialogue();
        let findings = findings::findings(dialogue, &comparison, &history, &settings);
        let words = words(lang);
        let outline = Outline::of(&comparison, series, &history, &findings, files, &words);
        make.borrow_mut()(outline);
    });
}

/// Reads a record and makes something of it.
fn with<T>(
    taxonomy: Option<&str>,
    dialogue: &str,
    rounds: &[&str],
    make: impl Fn(&Series<'_>, &Files) -> T,
) -> T {
    let mut files = Files::default();
    let texts = Texts {
        name: "oman-us".to_owned(),
        taxonomy: taxonomy.map(|text| files.add("rounds/taxonomy.yaml", text)),
        dialogue: Some(files.add("rounds/oman-us/dialogue.yaml", dialogue)),
        rounds: (1..)
            .zip(rounds)
            .map(|(number, text)| RoundText {
                number: Some(number),
                file: files.add(format!("rounds/oman-us/{number}.yaml"), *text),
            })
            .collect(),
    };
    let mut found = Vec::new();
    let draft = load(&files, &texts, &mut found);
    let record = check::check(draft, &mut found).unwrap_or_else(|| panic!("{found:#?}"));
    make(&Series::of(&record), &files)
}
