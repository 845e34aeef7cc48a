//! Markdown stays within the length of a comment, whatever the record holds.

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use common::generate::{Plan, Record};
use common::{Reading, read};
use rapporteur::compare::compare;
use rapporteur::history::History;
use rapporteur::matching::Series;
use rapporteur::render::{Budget, Format, Screen, Templates, render, render_series};
use rapporteur::report::{ComparisonReport, comparison, series};
use rapporteur::words::Words;
use std::fmt::Write;

const PARTS: [&str; 7] = [
    "the evidence",
    "the table of all rounds",
    "the wordings",
    "documents and commitments",
    "what to read with care",
    "the names of items",
    "all but the counts",
];

/// A made record, its notes and wordings `more` letters longer.
fn reading(items: usize, more: usize, letter: &str) -> Reading {
    let record = Record::of(&Plan {
        items,
        rounds: 3,
        retitled: 20,
        ..Plan::default()
    });
    let long = letter.repeat(more);
    let texts: Vec<(String, String)> = record
        .texts()
        .into_iter()
        .map(|(name, text)| {
            let longer = |line: &str| {
                let told = ["wording: {", "note: {"]
                    .iter()
                    .any(|key| line.contains(key));
                match line.strip_suffix('}') {
                    Some(start) if told => {
                        let start = start.replace(", ar: ", &format!("{long}, ar: "));
                        format!("{start}{long}}}\n")
                    }
                    _ => format!("{line}\n"),
                }
            };
            let lines = text.lines().map(longer);
            (name, lines.collect())
        })
        .collect();
    read(texts.iter().map(|(name, text)| (&**name, &**text)))
}

/// A record of two rounds that share `kept` sectors, each cited and quoted with `length` letters.
fn cited(kept: usize, length: usize, letter: &str) -> Reading {
    let long = letter.repeat(length);
    let mut taxonomy = "sectors:\n".to_owned();
    let [mut first, mut second] = [
        "round: 1\ndate: 2021\nsectors:\n",
        "round: 2\ndate: 2023\nsectors:\n",
    ]
    .map(str::to_owned);
    for nth in 0..kept {
        let _ = writeln!(
            taxonomy,
            "  s{nth}: {{title: {{en: Sector s{nth}, ar: قطاع}}}}"
        );
        for round in [&mut first, &mut second] {
            let _ = writeln!(
                round,
                "  - id: s{nth}\n    wording: \"{long} {}\"\n    note: \"{long}\"\n    source: {{id: p, at: line {nth}, quote: \"{long}\"}}",
                round.len()
            );
        }
    }
    let dialogue = "title: A dialogue\nparties: {a: {title: A, country: OM, kind: state}, b: {title: B, country: US, kind: state}}\nsources: {p: {title: T, publisher: P, date: 2024, tier: press}}\n";
    read([
        ("taxonomy.yaml", &*taxonomy),
        ("dialogue.yaml", dialogue),
        ("1.yaml", &*first),
        ("2.yaml", &*second),
    ])
}

/// The report of the last two rounds.
fn report(reading: &Reading, lang: &str) -> (ComparisonReport, Words) {
    let record = reading.record();
    let numbers: Vec<u32> = record.rounds().iter().map(|one| one.number.value).collect();
    let [.., before, after] = numbers[..] else {
        panic!("two rounds at least");
    };
    let series = Series::of(record);
    let pair = compare(&series, before, after).expect("both rounds are there");
    let words = Words::of(lang, None).expect("the language is registered");
    let report = comparison(
        &pair,
        &series,
        &History::of(&series, after),
        &[],
        &reading.files,
        &words,
    );
    (report, words)
}

fn written(report: &ComparisonReport, words: &Words) -> String {
    let templates = Templates::default();
    render(
        report,
        Format::Markdown,
        &templates,
        words,
        Screen::default(),
    )
    .expect("it renders")
}

/// The text is short enough, and nothing that was opened stays open.
fn check(text: &str) {
    assert!(text.chars().count() <= 60_000 && text.len() <= 240_000);
    assert!(Budget::COMMENT.holds(text));
    for tag in ["details", "div", "sub", "code", "span", "b", "summary"] {
        let opened =
            text.matches(&format!("<{tag}>")).count() + text.matches(&format!("<{tag} ")).count();
        assert_eq!(opened, text.matches(&format!("</{tag}>")).count(), "{tag}");
    }
    let mut columns = None;
    for line in text.lines() {
        let cells = line.replace("\\|", "").matches('|').count();
        let row = line.starts_with('|').then_some(cells);
        // A row may have fewer cells than the head of its table, and no more.
        assert!(
            columns.is_none() || row.is_none() || row <= columns,
            "{columns:?} {cells} {line:.200}"
        );
        columns = row.and(columns).or(row);
    }
}

/// The parts that a text says it leaves out.
fn left_out(text: &str) -> Vec<&'static str> {
    let line = text
        .lines()
        .find(|line| line.starts_with("Left out to keep this text short: "));
    let line = line.unwrap_or_default();
    assert!(
        line.is_empty() || line.ends_with(" --format html</code>"),
        "{line}"
    );
    PARTS
        .into_iter()
        .filter(|part| line.contains(part))
        .collect()
}

#[test]
fn a_short_report_is_whole() {
    let reading = cited(3, 20, "x");
    let (report, words) = report(&reading, "en");
    let text = written(&report, &words);
    check(&text);
    assert_eq!(left_out(&text), [""; 0]);
    assert!(text.contains("<summary>Evidence</summary>") && report.left_out.is_none());
}

#[test]
fn a_round_of_three_hundred_sectors_fits_in_both_languages() {
    for (more, letter, langs) in [(0, "x", &["en"][..]), (300, "ع", &["en", "ar"])] {
        let reading = reading(300, more, letter);
        for lang in langs {
            let (report, words) = report(&reading, lang);
            let text = written(&report, &words);
            check(&text);
            assert!(text.contains(&report.headline), "{lang} {more}");
            for group in report
                .agenda
                .added
                .iter()
                .chain([&report.agenda.removed, &report.agenda.kept])
            {
                let count = format!(
                    "| **{} {}** {} |",
                    group.sign,
                    words.count(group.count),
                    group.label
                );
                assert!(group.count == 0 || text.contains(&count), "{count}");
            }
        }
    }
}

#[test]
fn a_history_of_three_hundred_sectors_fits() {
    let reading = reading(300, 0, "x");
    let rounds = Series::of(reading.record());
    let words = Words::of("en", None).expect("the language is registered");
    let last = rounds.rounds.last().expect("there are rounds").number();
    let report = series(&History::of(&rounds, last), &rounds, &reading.files, &words);
    let templates = Templates::default();
    let text = render_series(
        &report,
        Format::Markdown,
        &templates,
        &words,
        Screen::default(),
    );
    let text = text.expect("it renders");
    check(&text);
    assert!(text.contains(&report.headline));
    assert_eq!(
        left_out(&text)[..2],
        ["the table of all rounds", "documents and commitments"],
        "nothing is cited, so there is no evidence to leave out"
    );
    assert!(
        text.contains("| **Named** |"),
        "the counts of each round stay"
    );
}

#[test]
fn parts_go_one_after_the_other_and_no_more_than_must() {
    // Two sectors, so that what is left without wordings and evidence is always short.
    let table: [(usize, usize, &[&str]); 5] = [
        (2, 100, &[]),
        // Evidence holds each text twice and wordings hold it twice more.
        (2, 12_000, &["the evidence"]),
        (2, 20_000, &["the evidence", "the wordings"]),
        (300, 150, &["the evidence", "the wordings"]),
        (300, 40, &["the evidence"]),
    ];
    for (kept, length, expected) in table {
        let reading = cited(kept, length, "x");
        let (report, words) = report(&reading, "en");
        let text = written(&report, &words);
        check(&text);
        assert_eq!(left_out(&text), expected, "{kept} {length}");
        assert_eq!(
            text.contains("<summary>Evidence</summary>"),
            expected.is_empty()
        );
        assert_eq!(text.contains("Compare the wording"), expected.len() < 2);
    }
}

#[test]
fn with_names_that_are_too_long_only_the_counts_stay() {
    let reading = cited(30, 10, "x");
    let (mut report, words) = report(&reading, "en");
    let items = &mut report.agenda.kept.items;
    for one in items {
        one.title.text = "y".repeat(10_000);
    }
    let text = written(&report, &words);
    check(&text);
    assert_eq!(
        left_out(&text),
        ["the evidence", "the wordings", "the names of items"]
    );
    assert!(
        text.contains("30 sectors") && !text.contains("yyy"),
        "{text}"
    );
    let title = &mut report.subject;
    for one in title {
        one.text = "z".repeat(100_000);
    }
    let text = written(&report, &words);
    check(&text);
    assert!(left_out(&text).contains(&"all but the counts") && text.contains(&report.headline));
}
