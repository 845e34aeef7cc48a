//! Which reports differ, told by one text in no language, against those made in every language.

use super::{ChangedReport, changed, difference, said};
use crate::findings::Settings;
use crate::history::History;
use crate::matching::{Matching, Series};
use crate::report::review::added::Against;
use crate::report::review::setting::Setting;
use crate::report::sample::words;
use crate::report::{ComparisonReport, Reviewed};
use crate::review::{Branch, Review, load, review};
use crate::source::Source;
use crate::words::Words;
use std::fs;
use std::path::Path;

/// Every so many lines are edited.
const STEP: usize = 11;

const ROUNDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/rounds");

#[test]
fn edits_of_a_record_change_the_reports_that_they_change_in_some_language() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let folder = folder.path();
    let dialogue = folder.join("oman-us");
    fs::create_dir(&dialogue).expect("a folder can be made");
    let names = [
        "taxonomy.yaml",
        "oman-us/dialogue.yaml",
        "oman-us/1.yaml",
        "oman-us/2.yaml",
    ];
    for name in [
        "taxonomy.yaml",
        "oman-us/dialogue.yaml",
        "oman-us/1.yaml",
        "oman-us/2.yaml",
        "oman-us/3.yaml",
    ] {
        fs::copy(Path::new(ROUNDS).join(name), folder.join(name)).expect("it can be copied");
    }
    let (mut some, mut none) = (0, 0);
    for (nth, name) in names.into_iter().enumerate() {
        let path = folder.join(name);
        let text = fs::read_to_string(&path).expect("it can be read");
        for at in (nth..text.lines().count()).step_by(STEP) {
            for edit in EDITS {
                let Some(edited) = edited(&text, at, edit) else {
                    continue;
                };
                fs::write(&path, edited).expect("it can be written");
                let reports = held(folder);
                some += usize::from(reports > 0);
                none += usize::from(reports == 0);
            }
        }
        fs::write(&path, text).expect("it can be written");
    }
    assert!(
        some > 5 && none > 20,
        "{some} edits change reports, {none} do not"
    );
}

/// A way to write one line otherwise.
type Edit = fn(&str) -> Option<String>;

const EDITS: [Edit; 4] = [
    |_| Some(String::new()),
    // In one language only.
    |line| Some(line.replacen('ا', "اا", 1) + "\n"),
    |line| {
        let figure = line.rfind(|letter: char| letter.is_ascii_digit())?;
        let other = if line.as_bytes()[figure] == b'1' {
            "2"
        } else {
            "1"
        };
        Some(format!(
            "{}{other}{}\n",
            &line[..figure],
            &line[figure + 1..]
        ))
    },
    |line| Some(format!("{line}\n# A remark of nobody.\n")),
];

fn edited(text: &str, at: usize, edit: Edit) -> Option<String> {
    let mut edited = String::new();
    for (nth, line) in text.lines().enumerate() {
        if nth == at {
            edited.push_str(&edit(line)?);
        } else {
            edited.extend([line, "\n"]);
        }
    }
    (edited != text).then_some(edited)
}

/// Reviews a folder against the real record both ways, and says how many reports differ.
fn held(folder: &Path) -> usize {
    let (base, head) = (Source::folder(ROUNDS), Source::folder(folder));
    let branch = load(Some(&base), Some(&head)).expect("both can be read");
    let review = review(&branch);
    let settings = Settings::default();
    let mut count = 0;
    for lang in ["en", "ar"] {
        let words = words(lang);
        let reviewed = Reviewed {
            branch: &branch,
            review: &review,
            base: None,
            head: None,
            settings: &settings,
            matching: Matching::Declared,
            stale: &[],
            others: &[],
        };
        let setting = Setting {
            reviewed: &reviewed,
            words: &words,
        };
        let (mut fast, mut plain) = (Vec::new(), Vec::new());
        changed(
            &setting,
            &review.dialogues[0],
            &branch.dialogues[0],
            &mut fast,
        );
        in_every_language(&setting, &branch, &review, &mut plain);
        assert_eq!(fast, plain);
        count = plain.len();
    }
    count
}

/// Makes every later report in every language, on both sides.
fn in_every_language(
    setting: &Setting<'_>,
    branch: &Branch,
    review: &Review,
    reports: &mut Vec<ChangedReport>,
) {
    let (one, pair) = (&review.dialogues[0], &branch.dialogues[0]);
    let record = |side: &'_ Option<crate::review::Side>| {
        side.as_ref().is_some_and(|side| side.record.is_some())
    };
    if !record(&pair.base) || !record(&pair.head) {
        return;
    }
    let Some(first) = one.first_affected() else {
        return;
    };
    let sides =
        [&pair.base, &pair.head].map(|side| side.as_ref().and_then(|side| side.record.as_ref()));
    let series: Vec<Series<'_>> = sides.into_iter().flatten().map(Series::of).collect();
    for round in series[1]
        .rounds
        .iter()
        .map(crate::matching::SeriesRound::number)
    {
        if round < first || series[0].round(round).is_none() {
            continue;
        }
        let made = |words: &Words| -> Vec<ComparisonReport> {
            let own = Setting {
                reviewed: setting.reviewed,
                words,
            };
            let report = |series: &Series<'_>| {
                let history = History::of(series, round);
                Against::of(&own, series, &history)
                    .expect("the round is there")
                    .glimpse(&own)
            };
            series.iter().map(report).collect()
        };
        let differs = Words::languages().into_iter().any(|tag| {
            let both = made(&words(tag));
            said(&both[0]) != said(&both[1])
        });
        if let [before, after] = &made(setting.words)[..]
            && differs
        {
            reports.push(difference(
                setting,
                &one.name,
                before.clone(),
                after.clone(),
            ));
        }
    }
}
