//! Each stage by itself, on records of four sizes: `cargo bench`.

#[path = "../tests/common/large/mod.rs"]
#[expect(dead_code, reason = "tests use the rest")]
mod large;
#[path = "../tests/common/random.rs"]
#[expect(dead_code, reason = "tests use the rest")]
mod random;

use divan::{Bencher, black_box};
use large::{Large, Shares};
use rapporteur::check::{RoundSet, check};
use rapporteur::compare::compare;
use rapporteur::findings::{Settings, findings};
use rapporteur::history::History;
use rapporteur::load::load;
use rapporteur::matching::Series;
use rapporteur::render::{Format, Screen, Templates, render};
use rapporteur::report::comparison;
use rapporteur::source::{RoundText, Source, Texts};
use rapporteur::span::Files;
use rapporteur::words::Words;

/// Rounds, and items in each; none at all is the record of this repository.
const SIZES: [(u32, usize); 6] = [
    (0, 0),
    (10, 1_000),
    (2, 1_000),
    (2, 10_000),
    (2, 100_000),
    (5_000, 40),
];

/// Those that are not too long for the stages that go through every pair of rounds, or make
/// a page.
const SMALLER: [(u32, usize); 4] = [(0, 0), (10, 1_000), (2, 1_000), (2, 10_000)];

fn main() {
    divan::main();
}

/// A record as texts.
struct Read {
    files: Files,
    texts: Texts,
}

impl Read {
    fn of((rounds, items): (u32, usize)) -> Self {
        let mut files = Files::default();
        if rounds == 0 {
            let dialogues = Source::folder("rounds").dialogues();
            let dialogues = dialogues.expect("the record is there");
            let mut found = Vec::new();
            let texts = dialogues[0].read(&mut files, &mut found);
            let texts = texts.expect("its files can be read");
            return Self { files, texts };
        }
        let mut texts = Texts {
            name: "east-west".to_owned(),
            taxonomy: None,
            dialogue: None,
            rounds: Vec::new(),
        };
        for (name, text) in Large::of(items, Shares::default(), 1).files(rounds) {
            let number = name.trim_end_matches(".yaml").parse().ok();
            let file = files.add(name, text);
            match number {
                Some(_) => texts.rounds.push(RoundText { number, file }),
                None => texts.dialogue = Some(file),
            }
        }
        Self { files, texts }
    }

    fn record(&self) -> RoundSet {
        let mut found = Vec::new();
        let draft = load(&self.files, &self.texts, &mut found);
        check(draft, &mut found).expect("the record has no errors")
    }
}

/// The last two rounds.
fn last(record: &RoundSet) -> (u32, u32) {
    let numbers: Vec<u32> = record.rounds().iter().map(|one| one.number.value).collect();
    (numbers[numbers.len() - 2], numbers[numbers.len() - 1])
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn load_texts(bencher: Bencher<'_, '_>, size: (u32, usize)) {
    let read = Read::of(size);
    bencher.bench(|| load(&read.files, &read.texts, &mut Vec::new()));
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn check_draft(bencher: Bencher<'_, '_>, size: (u32, usize)) {
    let read = Read::of(size);
    bencher
        .with_inputs(|| load(&read.files, &read.texts, &mut Vec::new()))
        .bench_values(|draft| check(draft, &mut Vec::new()));
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn matching(bencher: Bencher<'_, '_>, size: (u32, usize)) {
    let record = Read::of(size).record();
    bencher.bench(|| black_box(Series::of(&record)).rounds.len());
}

/// What `compare` spends on items that may be one under two ids.
#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn likeness(bencher: Bencher<'_, '_>, size: (u32, usize)) {
    let record = Read::of(size).record();
    bencher
        .with_inputs(|| Series::of(&record))
        .bench_refs(|series| series.suggestions().len());
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn compare_rounds(bencher: Bencher<'_, '_>, size: (u32, usize)) {
    let record = Read::of(size).record();
    let (before, after) = last(&record);
    let series = Series::of(&record);
    bencher.bench(|| compare(&series, before, after).is_some());
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn history(bencher: Bencher<'_, '_>, size: (u32, usize)) {
    let record = Read::of(size).record();
    let series = Series::of(&record);
    let (_, newest) = last(&record);
    bencher.bench(|| History::of(&series, newest).rounds.len());
}

#[divan::bench(args = SMALLER, sample_count = 5, sample_size = 1)]
fn find(bencher: Bencher<'_, '_>, size: (u32, usize)) {
    let record = Read::of(size).record();
    let series = Series::of(&record);
    let (before, after) = last(&record);
    let pair = compare(&series, before, after).expect("both are there");
    let history = History::of(&series, after);
    bencher.bench(|| findings(record.dialogue(), &pair, &history, &Settings::default()).len());
}

#[divan::bench(args = SMALLER, sample_count = 3, sample_size = 1)]
fn render_html(bencher: Bencher<'_, '_>, size: (u32, usize)) {
    rendered(bencher, size, Format::Html);
}

#[divan::bench(args = SMALLER, sample_count = 5, sample_size = 1)]
fn render_json(bencher: Bencher<'_, '_>, size: (u32, usize)) {
    rendered(bencher, size, Format::Json);
}

#[divan::bench(args = SMALLER, sample_count = 5, sample_size = 1)]
fn render_text(bencher: Bencher<'_, '_>, size: (u32, usize)) {
    rendered(bencher, size, Format::Text);
}

fn rendered(bencher: Bencher<'_, '_>, size: (u32, usize), format: Format) {
    let read = Read::of(size);
    let record = read.record();
    let series = Series::of(&record);
    let (before, after) = last(&record);
    let pair = compare(&series, before, after).expect("both are there");
    let history = History::of(&series, after);
    let found = findings(record.dialogue(), &pair, &history, &Settings::default());
    let words = Words::of("en", None).expect("there is English");
    let report = comparison(&pair, &series, &history, &found, &read.files, &words);
    let templates = Templates::default();
    bencher.bench(|| render(&report, format, &templates, &words, Screen::default()).is_ok());
}
