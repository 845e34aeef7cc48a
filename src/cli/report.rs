//! `report`: the reports of rounds, each against the one before it, under `reports/`.

use super::args::{Global, Report};
use super::compare::templates;
use super::console::{Console, Failure};
use super::exit::Exit;
use super::outputs::wrote;
use super::progress::Progress;
use super::{config, record, rounds};
use crate::check::RoundSet;
use crate::compare::{self, Comparison};
use crate::findings::{Settings, findings};
use crate::history::History;
use crate::matching::Series;
use crate::render::{Format, Screen, Templates, render, render_series};
use crate::report::{self, ComparisonReport, comparison};
use crate::source::shown;
use crate::span::Files;
use crate::words::Words;
use crate::write::write_all;
use std::fmt::Display;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder that reports go to, in the folder to work in.
pub(super) const REPORTS: &str = "reports";

/// The formats that reports are written in.
const FORMATS: [Format; 2] = [Format::Markdown, Format::Html];

/// Writes the reports of rounds, or says which are not what they should be.
pub(super) fn run(
    command: &Report,
    global: &Global,
    console: &mut Console<'_>,
) -> Result<Exit, Failure> {
    let templates = templates(command.templates.as_deref())?;
    let settings = config::settings(global, console)?;
    let mut entries = record::dialogues()?;
    let every = command.all || (command.check && command.rounds.is_empty());
    if global.dialogue.is_some() || !every {
        entries = vec![record::choose(entries, global.dialogue.as_deref())?];
    }
    let languages = languages(global)?;
    let mut texts = Vec::new();
    let mut surplus = Vec::new();
    for entry in &entries {
        let (files, record) = record::sound(entry, console)?;
        let numbers = if every {
            all(&record)
        } else {
            chosen(&command.rounds, &record)?
        };
        let series = Series::matched(&record, global.matching());
        let mut progress = Progress::of(numbers.len() * languages.len(), global.quiet);
        for words in &languages {
            for number in &numbers {
                progress.step(&format!("round {number}"));
                texts.extend(reports(
                    &series, &files, *number, &settings, words, &templates,
                )?);
            }
            if every {
                texts.extend(whole(&series, &files, words, &templates)?);
            }
        }
        if every && global.lang.is_none() {
            surplus.extend(others(&record));
        }
    }
    if command.check {
        return verdict(&texts, &surplus, console);
    }
    texts.retain(|(path, text)| fs::read(path).ok().as_deref() != Some(text.as_bytes()));
    write_all(&texts)?;
    console.say(&if texts.is_empty() {
        "every report is as it should be; nothing to write".to_owned()
    } else {
        wrote(&texts)
    })?;
    Ok(Exit::Done)
}

/// The report of a comparison in the language of `words`.
pub(super) fn value(
    pair: &Comparison<'_>,
    series: &Series<'_>,
    files: &Files,
    settings: &Settings,
    words: &Words,
) -> ComparisonReport {
    let number = pair.after.number.value;
    let last = pair
        .before
        .map_or(number, |before| before.number.value.max(number));
    let history = History::of(series, last);
    let found = findings(series.record.dialogue(), pair, &history, settings);
    comparison(pair, series, &history, &found, files, words)
}

/// The files that the reports of a round are written to.
pub(super) fn paths(dialogue: &str, round: u32) -> Vec<PathBuf> {
    let languages = Words::languages().into_iter();
    languages
        .flat_map(|lang| {
            FORMATS
                .iter()
                .map(move |format| path(dialogue, round, lang, *format))
        })
        .collect()
}

fn path(dialogue: &str, of: impl Display, lang: &str, format: Format) -> PathBuf {
    Path::new(REPORTS)
        .join(dialogue)
        .join(format!("{of}.{lang}.{}", format.ending()))
}

/// The words of every language, or of the one asked for.
pub(super) fn languages(global: &Global) -> Result<Vec<Words>, Failure> {
    let tags = match &global.lang {
        Some(tag) => vec![tag.as_str()],
        None => Words::languages(),
    };
    tags.into_iter()
        .map(|tag| Words::of(tag, global.digits()))
        .collect::<Result<_, _>>()
        .map_err(|unknown| Failure::new(unknown.to_string()))
}

fn all(record: &RoundSet) -> Vec<u32> {
    record
        .rounds()
        .iter()
        .map(|round| round.number.value)
        .collect()
}

fn chosen(names: &[String], record: &RoundSet) -> Result<Vec<u32>, Failure> {
    if names.is_empty() {
        return Ok(vec![rounds::newest(record)?]);
    }
    let mut numbers: Vec<u32> = names
        .iter()
        .map(|name| rounds::word(record, name))
        .collect::<Result<_, _>>()?;
    numbers.sort_unstable();
    numbers.dedup();
    Ok(numbers)
}

/// The reports of one round.
pub(super) fn reports(
    series: &Series<'_>,
    files: &Files,
    number: u32,
    settings: &Settings,
    words: &Words,
    templates: &Templates,
) -> Result<Vec<(PathBuf, String)>, Failure> {
    let pair = match rounds::previous(series.record, number) {
        Some(before) => compare::compare(series, before, number),
        None => compare::first(series, number),
    };
    let pair = pair.ok_or_else(|| Failure::new(format!("round {number} is not in the record")))?;
    let value = value(&pair, series, files, settings, words);
    let dialogue = series.record.dialogue().id.as_str();
    let one = |format: &Format| {
        let text = render(&value, *format, templates, words, Screen::default())?;
        Ok((path(dialogue, number, words.tag(), *format), text))
    };
    FORMATS.iter().map(one).collect()
}

/// The reports of a whole series.
pub(super) fn whole(
    series: &Series<'_>,
    files: &Files,
    words: &Words,
    templates: &Templates,
) -> Result<Vec<(PathBuf, String)>, Failure> {
    let Some(newest) = series.rounds.last() else {
        return Ok(Vec::new());
    };
    let history = History::of(series, newest.number());
    let value = report::series(&history, series, files, words);
    let dialogue = series.record.dialogue().id.as_str();
    let one = |format: &Format| {
        let text = render_series(&value, *format, templates, words, Screen::default())?;
        Ok((path(dialogue, "series", words.tag(), *format), text))
    };
    FORMATS.iter().map(one).collect()
}

/// Reports under a dialogue's name that are of no round.
fn others(record: &RoundSet) -> Vec<PathBuf> {
    let dialogue = record.dialogue().id.as_str();
    let expected: Vec<PathBuf> = all(record)
        .into_iter()
        .flat_map(|round| paths(dialogue, round))
        .collect();
    let is_report = |path: &PathBuf| {
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        let (number, rest) = name.split_once('.').unwrap_or_default();
        let endings = FORMATS.iter().any(|format| rest.ends_with(format.ending()));
        number.parse::<u32>().is_ok() && endings
    };
    let folder = fs::read_dir(Path::new(REPORTS).join(dialogue));
    let mut others: Vec<PathBuf> = folder
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| is_report(path) && !expected.contains(path))
        .collect();
    others.sort();
    others
}

/// Says which reports are missing, stale, or of no round.
fn verdict(
    texts: &[(PathBuf, String)],
    surplus: &[PathBuf],
    console: &mut Console<'_>,
) -> Result<Exit, Failure> {
    let mut said = String::new();
    for (path, text) in texts {
        let verdict = match fs::read(path) {
            Ok(old) if old == text.as_bytes() => continue,
            Ok(_) => "stale",
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => "missing",
            Err(reason) => {
                return Err(crate::error::Error::Read {
                    path: path.clone(),
                    reason,
                }
                .into());
            }
        };
        said.extend([verdict, ": ", &shown(path), "\n"]);
    }
    for path in surplus {
        said.extend(["of no round: ", &shown(path), "\n"]);
    }
    if said.is_empty() {
        console.say(&format!("checked {} reports: all current", texts.len()))?;
        return Ok(Exit::Done);
    }
    console.out(&said)?;
    console.say("to write them anew: rapporteur report --all")?;
    Ok(Exit::Found)
}
