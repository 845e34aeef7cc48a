//! `report`: the reports of rounds, each against the one before it, under `reports/`.

use super::args::{Global, Report};
use super::console::{Console, Failure};
use super::exit::Exit;
use super::kept::{Kept, Sources};
use super::outputs::wrote;
use super::pages::{Run, Texts, Told, place};
use super::{config, kept, record, rounds};
use crate::check::RoundSet;
use crate::compare::Comparison;
use crate::findings::{Settings, findings};
use crate::history::History;
use crate::matching::Series;
use crate::render::Format;
use crate::report::{ComparisonReport, Page, comparison};
use crate::source::shown;
use crate::span::Files;
use crate::words::Words;
use crate::write::{clear, write_all};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder that reports go to, in the folder to work in.
pub(super) const REPORTS: &str = "reports";

/// The formats that reports are written in.
pub(super) const FORMATS: [Format; 2] = [Format::Markdown, Format::Html];

/// Writes the reports of rounds, or says which are not what they should be.
pub(super) fn run(
    command: &Report,
    global: &Global,
    console: &mut Console<'_>,
) -> Result<Exit, Failure> {
    let Made {
        texts,
        surplus,
        keep,
        unchanged,
    } = make(command, global, console)?;
    if let Some(pages) = unchanged {
        console.say(&all_current(command.check, pages))?;
        return Ok(Exit::Done);
    }
    if command.check {
        return verdict(&texts, &surplus, console);
    }
    let texts = write(texts)?;
    keep.into_iter().for_each(kept::keep);
    console.say(&if texts.is_empty() {
        all_current(false, 0)
    } else {
        wrote(&texts)
    })?;
    Ok(Exit::Done)
}

/// What a run makes.
pub(super) struct Made {
    /// The files, and what is to be in them.
    pub(super) texts: Texts,
    /// Reports that are there and of no round.
    surplus: Vec<PathBuf>,
    /// What is to be kept for the next run once they are written.
    keep: Option<String>,
    /// How many pages there are, where an earlier run made and wrote all of them.
    unchanged: Option<usize>,
}

/// Makes the reports that are asked for, and writes none.
pub(super) fn make(
    command: &Report,
    global: &Global,
    console: &mut Console<'_>,
) -> Result<Made, Failure> {
    let (settings, templates) = config::look(&command.look, global, console)?;
    let mut entries = record::dialogues()?;
    let dialogues = entries.len();
    let every = command.all || (command.check && command.rounds.is_empty());
    if global.dialogue.is_some() || !every {
        entries = vec![record::choose(entries, global.dialogue.as_deref())?];
    }
    let languages = languages(global)?;
    let whole = every && entries.len() == dialogues;
    let kept = match &global.lang {
        None if whole => Kept::of(&Sources {
            entries: &entries,
            languages: &languages,
            matching: global.matching(),
            settings: &settings,
            templates: &templates,
        })?,
        _ => None,
    };
    if let Some(pages) = kept.as_ref().and_then(Kept::current)
        && (!command.check || surplus_of(&pages).is_empty())
    {
        return Ok(Made {
            texts: Texts::new(),
            surplus: Vec::new(),
            keep: None,
            unchanged: Some(pages.len()),
        });
    }
    let mut told = Vec::new();
    let mut is_clean = true;
    for entry in &entries {
        let read = record::read(entry)?;
        is_clean &= read.found.is_empty();
        let (files, record) = record::told(entry, read, console)?;
        let rounds = if every {
            all(&record)
        } else {
            chosen(&command.rounds, &record)?
        };
        told.push(Told {
            files,
            record,
            rounds,
        });
    }
    let run = Run {
        told: &told,
        languages: &languages,
        every,
        whole,
        matching: global.matching(),
        settings: &settings,
        templates: &templates,
        quiet: global.quiet,
        is_there: &|path| place(path).is_file(),
    };
    let texts = run.pages()?;
    let mut surplus = Vec::new();
    if every && global.lang.is_none() {
        let of = |told: &Told| others(told.record.dialogue().id.as_str(), &expected(&told.record));
        surplus.extend(told.iter().flat_map(of));
    }
    // What is said of the record is said by every run.
    let keep = kept.filter(|_| is_clean).map(|kept| kept.text(&texts));
    Ok(Made {
        texts,
        surplus,
        keep,
        unchanged: None,
    })
}

/// Writes those that differ from what is there, and gives them.
pub(super) fn write(mut texts: Texts) -> Result<Texts, Failure> {
    texts.retain(|(path, text)| fs::read(path).ok().as_deref() != Some(text.as_bytes()));
    let folder = Path::new(REPORTS);
    if !texts.is_empty() {
        fs::create_dir_all(folder).map_err(|reason| crate::error::Error::Write {
            path: folder.to_path_buf(),
            reason,
        })?;
    }
    let writing = clear(folder);
    write_all(&texts)?;
    drop(writing);
    Ok(texts)
}

/// The history of a series up to the later round of a comparison.
pub(super) fn history<'a>(pair: &Comparison<'_>, series: &Series<'a>) -> History<'a> {
    let number = pair.after.number.value;
    let last = pair
        .before
        .map_or(number, |before| before.number.value.max(number));
    History::of(series, last)
}

/// The report of a comparison in the language of `words`.
pub(super) fn value(
    pair: &Comparison<'_>,
    series: &Series<'_>,
    files: &Files,
    settings: &Settings,
    words: &Words,
) -> ComparisonReport {
    let history = history(pair, series);
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
                .map(move |format| Page::Round(dialogue, round).path(lang, format.ending()))
        })
        .map(|path| Path::new(REPORTS).join(path))
        .collect()
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

/// The files that the reports of a dialogue's rounds are written to.
fn expected(record: &RoundSet) -> Vec<PathBuf> {
    let dialogue = record.dialogue().id.as_str();
    let rounds = all(record).into_iter();
    rounds.flat_map(|round| paths(dialogue, round)).collect()
}

/// Reports among those of some pages that are none of them.
fn surplus_of(pages: &[PathBuf]) -> Vec<PathBuf> {
    let folders = pages.iter().filter_map(|page| page.parent());
    let names = folders.filter_map(|folder| folder.strip_prefix(REPORTS).ok()?.to_str());
    let names: BTreeSet<&str> = names.collect();
    let all = names.into_iter().flat_map(|name| others(name, pages));
    all.collect()
}

/// Reports under a dialogue's name that are of no round.
fn others(dialogue: &str, expected: &[PathBuf]) -> Vec<PathBuf> {
    let expected: BTreeSet<&PathBuf> = expected.iter().collect();
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

/// What is said where nothing is to be done for so many reports.
fn all_current(check: bool, reports: usize) -> String {
    if check {
        format!("checked {reports} reports: all current")
    } else {
        "every report is as it should be; nothing to write".to_owned()
    }
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
        console.say(&all_current(true, texts.len()))?;
        return Ok(Exit::Done);
    }
    console.out(&said)?;
    console.say("to write them anew: rapporteur report --all")?;
    Ok(Exit::Found)
}
