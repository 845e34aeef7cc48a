//! `report`: the reports of rounds, each against the one before it, under `reports/`.

use super::args::{Global, Report};
use super::console::{Console, Failure};
use super::exit::Exit;
use super::kept::{Kept, Print, Sources};
use super::outputs::wrote_files;
use super::pages::{Run, Sheet, Told, place};
use super::{config, kept, record, rounds};
use crate::check::RoundSet;
use crate::compare::Comparison;
use crate::error::Error;
use crate::history::History;
use crate::matching::Series;
use crate::render::Format;
use crate::report::Page;
use crate::source::shown;
use crate::words::Words;
use crate::write::{Ready, clear};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

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
    let made = make(command, global, console)?;
    if command.check {
        return verdict(&made, console);
    }
    let written = made.write()?;
    let sizes: Vec<_> = written
        .iter()
        .map(|(path, size)| (&**path, *size))
        .collect();
    console.say(&if sizes.is_empty() {
        all_current(false, 0)
    } else {
        wrote_files(&sizes)
    })?;
    Ok(Exit::Done)
}

/// What a run makes.
#[derive(Default)]
pub(super) struct Made {
    /// The pages, in order; none where `unchanged` counts them.
    pages: Vec<Drawn>,
    /// Reports that are there and of no round.
    surplus: Vec<PathBuf>,
    /// What is to be kept for the next run once they are written.
    keep: Option<String>,
    /// How many pages there are, where an earlier run made and wrote all of them.
    unchanged: Option<usize>,
    /// What tells other runs that files of this one are not yet in their places.
    writing: Option<File>,
}

/// A page that was made, and how it stands to the one that is there.
struct Drawn {
    path: PathBuf,
    print: Option<Print>,
    found: Found,
}

/// How a page stands to the one that is there.
enum Found {
    /// That is what it should be.
    Current,
    /// That is another.
    Stale,
    /// There is none.
    Missing,
    /// Whatever is there, this is of so many bytes and ready to take its place.
    Ready(Ready, usize),
}

impl Made {
    /// Moves the pages that differ to their places, and gives them and their sizes. What killed runs
    /// left is taken away even where no page differs.
    pub(super) fn write(self) -> Result<Vec<(PathBuf, usize)>, Failure> {
        let writing = self.writing.or_else(|| clear(Path::new(REPORTS)));
        let mut written = Vec::new();
        for page in self.pages {
            if let Found::Ready(ready, size) = page.found {
                ready.place()?;
                written.push((page.path, size));
            }
        }
        drop(writing);
        self.keep.into_iter().for_each(kept::keep);
        Ok(written)
    }
}

/// Makes the reports that are asked for; none is in its place yet.
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
    let sources = Sources {
        entries: &entries,
        languages: &languages,
        matching: global.matching(),
        settings: &settings,
        templates: &templates,
    };
    let kept = match &global.lang {
        None if whole => Kept::of(&sources)?,
        _ => None,
    };
    if let Some(pages) = kept.as_ref().and_then(Kept::current)
        && (!command.check || surplus_of(&pages).is_empty())
    {
        return Ok(Made {
            unchanged: Some(pages.len()),
            ..Made::default()
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
    let writing = OnceLock::new();
    let kept = kept.as_ref();
    let pages = run.pages(&|page| {
        drawn(page, kept, |text| {
            let writes = (!command.check).then(|| ready(&page.path, text, &writing));
            writes.transpose()
        })
    })?;
    let mut surplus = Vec::new();
    if every && global.lang.is_none() {
        let of = |told: &Told| others(told.record.dialogue().id.as_str(), &expected(&told.record));
        surplus.extend(told.iter().flat_map(of));
    }
    let prints = pages.iter();
    let prints = prints.filter_map(|page| Some((&*page.path, page.print.as_ref()?)));
    let keep = match kept.filter(|_| !command.check) {
        // What is said of the record is said by every run.
        Some(kept) => Some(kept.text(prints, is_clean && kept.holds(&sources)?)),
        None => None,
    };
    Ok(Made {
        keep,
        pages,
        surplus,
        unchanged: None,
        writing: writing.into_inner().flatten(),
    })
}

/// How a page stands to the one that is there; one that says what it said when an earlier run made
/// it is not written out again. Its text, where it differs, is given to `ready`.
fn drawn(
    page: &Sheet<'_>,
    kept: Option<&Kept>,
    ready: impl Fn(&str) -> Result<Option<Ready>, Failure>,
) -> Result<Drawn, Failure> {
    let path = page.path.clone();
    let says = kept.map(|kept| kept.says(page)).transpose()?;
    let same = kept.zip(says.as_deref());
    if let Some(print) = same.and_then(|(kept, says)| kept.same(&path, says)) {
        return Ok(Drawn {
            path,
            print: Some(print.clone()),
            found: Found::Current,
        });
    }
    let text = (page.text)()?;
    let found = match fs::read(&path) {
        Ok(old) if old == text.as_bytes() => Found::Current,
        old => match (ready(&text)?, old) {
            (Some(ready), _) => Found::Ready(ready, text.len()),
            (None, Ok(_)) => Found::Stale,
            (None, Err(reason)) if reason.kind() == ErrorKind::NotFound => Found::Missing,
            (None, Err(reason)) => return Err(Error::Read { path, reason }.into()),
        },
    };
    Ok(Drawn {
        path,
        print: says.map(|says| Print::of(says, &text)),
        found,
    })
}

/// Writes a page beside its place. The first of a run makes the folder of reports, and takes away
/// what killed runs left there.
fn ready(path: &Path, text: &str, writing: &OnceLock<Option<File>>) -> Result<Ready, Failure> {
    let folder = Path::new(REPORTS);
    fs::create_dir_all(folder).map_err(|reason| Error::Write {
        path: folder.to_path_buf(),
        reason,
    })?;
    writing.get_or_init(|| clear(folder));
    Ok(Ready::of(path, text.as_bytes())?)
}

/// The history of a series up to the later round of a comparison.
pub(super) fn history<'a>(pair: &Comparison<'_>, series: &Series<'a>) -> History<'a> {
    let number = pair.after.number.value;
    let last = pair
        .before
        .map_or(number, |before| before.number.value.max(number));
    History::of(series, last)
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
fn verdict(made: &Made, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let mut said = String::new();
    for page in &made.pages {
        let verdict = match page.found {
            Found::Current | Found::Ready(..) => continue,
            Found::Stale => "stale",
            Found::Missing => "missing",
        };
        said.extend([verdict, ": ", &shown(&page.path), "\n"]);
    }
    for path in &made.surplus {
        said.extend(["of no round: ", &shown(path), "\n"]);
    }
    if said.is_empty() {
        let reports = made.unchanged.unwrap_or(made.pages.len());
        console.say(&all_current(true, reports))?;
        return Ok(Exit::Done);
    }
    console.out(&said)?;
    console.say("to write them anew: rapporteur report --all")?;
    Ok(Exit::Found)
}
