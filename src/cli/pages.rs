//! The pages of a run of `report`: which there are, and what is on them.

use super::console::Failure;
use super::kept::digest;
use super::progress::Progress;
use super::report::{FORMATS, REPORTS};
use super::rounds;
use crate::check::RoundSet;
use crate::compare;
use crate::findings::{Settings, findings};
use crate::history::{Growing, History};
use crate::matching::{Matching, Series};
use crate::parallel;
use crate::render::{
    Error as RenderError, Format, Screen, Templates, render, render_index, render_portfolio,
    render_series,
};
use crate::report::{self, IndexDialogue, IndexRound, Outline, Page, PortfolioPart, Shelf};
use crate::span::Files;
use crate::words::Words;
use serde::Serialize;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// How much work the pages of a round are, against reading so many bytes.
const PAGE: usize = 64 * 1024;

/// In so many parts, for the cores there may be, rounds are told of; within a part the history goes
/// on from one to the next.
const PARTS: usize = 16;

/// A dialogue of a run.
pub(super) struct Told {
    /// Its texts.
    pub(super) files: Files,
    /// What they say.
    pub(super) record: RoundSet,
    /// The rounds to report on.
    pub(super) rounds: Vec<u32>,
}

/// What is to be written.
pub(super) struct Run<'r> {
    /// The dialogues.
    pub(super) told: &'r [Told],
    /// The languages.
    pub(super) languages: &'r [Words],
    /// Whether each series is told of as a whole.
    pub(super) every: bool,
    /// Whether these are all dialogues there are, so that there is a page on all of them.
    pub(super) whole: bool,
    /// What decides which items are one.
    pub(super) matching: Matching,
    /// The thresholds of findings.
    pub(super) settings: &'r Settings,
    /// The templates.
    pub(super) templates: &'r Templates,
    /// Whether nothing is said of how far the work is.
    pub(super) quiet: bool,
    /// Whether a page, named from the folder of reports, is there already.
    pub(super) is_there: &'r dyn Fn(&str) -> bool,
}

/// A page that can be made.
pub(super) struct Sheet<'s> {
    /// Its file.
    pub(super) path: PathBuf,
    /// A hash of all that it says.
    pub(super) says: &'s dyn Fn() -> Result<String, Failure>,
    /// Its text.
    pub(super) text: &'s dyn Fn() -> Result<String, Failure>,
}

/// What is done with each page, on any thread.
type Take<'t, T> = dyn Fn(&Sheet<'_>) -> Result<T, Failure> + Sync + 't;

impl Run<'_> {
    /// Hands every page of the run over, and gives what became of each, in the order of rounds,
    /// languages and formats.
    pub(super) fn pages<T: Send>(&self, take: &Take<'_, T>) -> Result<Vec<T>, Failure> {
        let known = self.shelf()?;
        let mut taken = Vec::new();
        let mut indexed: Vec<Vec<IndexDialogue>> = vec![Vec::new(); self.languages.len()];
        let mut parts: Vec<Vec<PortfolioPart>> = vec![Vec::new(); self.languages.len()];
        for told in self.told {
            let series = Series::matched(&told.record, self.matching);
            let desk = Desk {
                told,
                series: &series,
                settings: self.settings,
                templates: self.templates,
                shelf: &known,
                take,
            };
            let progress = Mutex::new(Progress::of(told.rounds.len(), self.quiet));
            let step = |round: u32| {
                let mut line = progress.lock().unwrap_or_else(PoisonError::into_inner);
                line.step(&format!("round {round}"));
            };
            let some: Vec<&[u32]> = told
                .rounds
                .chunks(told.rounds.len().div_ceil(PARTS).max(1))
                .collect();
            let part = |rounds: &&[u32]| desk.rounds(rounds, self.languages, &step);
            let mut entries: Vec<Vec<IndexRound>> = vec![Vec::new(); self.languages.len()];
            for part in parallel::map(&some, |rounds| rounds.len() * PAGE, part) {
                for (pages, of_round) in part? {
                    taken.extend(pages);
                    for (entries, entry) in entries.iter_mut().zip(of_round) {
                        entries.push(entry);
                    }
                }
            }
            for ((at, words), entries) in self.languages.iter().enumerate().zip(entries) {
                if self.every {
                    taken.extend(desk.whole(words)?);
                }
                if self.whole {
                    let part = report::portfolio_part(&series, &told.files, words, &[]);
                    let dialogue = part.dialogue.clone();
                    indexed[at].push(IndexDialogue::of(dialogue, entries, &known, words));
                    parts[at].push(part);
                }
            }
        }
        if self.whole {
            for ((words, indexed), parts) in self.languages.iter().zip(indexed).zip(parts) {
                taken.extend(self.portfolio(parts, &known, words, take)?);
                taken.extend(self.index(indexed, &known, words, take)?);
            }
        }
        Ok(taken)
    }

    /// The pages that this run writes, and those of the same record that are there already.
    fn shelf(&self) -> Result<Shelf, Failure> {
        let mut written = BTreeSet::new();
        let mut write = |page: Page<'_>| {
            for words in self.languages {
                let paths = FORMATS.map(|format| page.path(words.tag(), format.ending()));
                written.extend(paths);
            }
        };
        for told in self.told {
            let dialogue = told.record.dialogue().id.as_str();
            told.rounds
                .iter()
                .for_each(|round| write(Page::Round(dialogue, *round)));
            if self.every {
                write(Page::Series(dialogue));
            }
        }
        if self.whole {
            write(Page::Portfolio);
            write(Page::Index);
        }
        let is_there = |path: &str| written.contains(path) || (self.is_there)(path);
        let others = others(self.languages)?;
        let mut known = Shelf::of(self.languages.iter().chain(&others));
        for told in self.told {
            let dialogue = told.record.dialogue().id.as_str();
            for round in told.record.rounds() {
                known.put(Page::Round(dialogue, round.number.value), is_there);
            }
            known.put(Page::Series(dialogue), is_there);
        }
        known.put(Page::Portfolio, is_there);
        known.put(Page::Index, is_there);
        Ok(known)
    }

    fn portfolio<T>(
        &self,
        parts: Vec<PortfolioPart>,
        known: &Shelf,
        words: &Words,
        take: &Take<'_, T>,
    ) -> Result<Vec<T>, Failure> {
        let mut value = report::portfolio(parts, &[], words);
        let one = |format: Format| {
            value.links = Some(known.beside(Page::Portfolio, format.ending(), &[], words));
            let text = || render_portfolio(&value, format, self.templates, words);
            hand(Page::Portfolio, words, format, &value, &text, take)
        };
        FORMATS.into_iter().map(one).collect()
    }

    fn index<T>(
        &self,
        dialogues: Vec<IndexDialogue>,
        known: &Shelf,
        words: &Words,
        take: &Take<'_, T>,
    ) -> Result<Vec<T>, Failure> {
        let mut value = report::index(dialogues, known, words);
        let one = |format: Format| {
            value.links = Some(known.beside(Page::Index, format.ending(), &[], words));
            let text = || render_index(&value, format, self.templates, words);
            hand(Page::Index, words, format, &value, &text, take)
        };
        FORMATS.into_iter().map(one).collect()
    }
}

/// One dialogue of a run.
struct Desk<'d, T> {
    told: &'d Told,
    series: &'d Series<'d>,
    settings: &'d Settings,
    templates: &'d Templates,
    shelf: &'d Shelf,
    take: &'d Take<'d, T>,
}

/// What became of the pages of a round, and its entry in the index of each language.
type Taken<T> = (Vec<T>, Vec<IndexRound>);

impl<T> Desk<'_, T> {
    /// Rounds in their order, each in all languages.
    fn rounds(
        &self,
        rounds: &[u32],
        languages: &[Words],
        step: &dyn Fn(u32),
    ) -> Result<Vec<Taken<T>>, Failure> {
        let Some(first) = rounds.first() else {
            return Ok(Vec::new());
        };
        let mut growing = Growing::of(self.series, *first);
        let one = |round: &u32| {
            step(*round);
            growing.go_on(*round);
            self.round(*round, growing.history(), languages)
        };
        rounds.iter().map(one).collect()
    }

    fn round(
        &self,
        round: u32,
        history: &History<'_>,
        languages: &[Words],
    ) -> Result<Taken<T>, Failure> {
        let record = &self.told.record;
        let pair = match rounds::previous(record, round) {
            Some(before) => compare::compare(self.series, before, round),
            None => compare::first(self.series, round),
        };
        let pair =
            pair.ok_or_else(|| Failure::new(format!("round {round} is not in the record")))?;
        let found = findings(record.dialogue(), &pair, history, self.settings);
        let rounds: Vec<u32> = record.rounds().iter().map(|one| one.number.value).collect();
        let page = Page::Round(record.dialogue().id.as_str(), round);
        let (mut taken, mut entries) = (Vec::new(), Vec::new());
        for words in languages {
            let files = &self.told.files;
            let outline = Outline::of(&pair, self.series, history, &found, files, words);
            let mut value = if self.templates.are_built_in() {
                outline.page()
            } else {
                outline.whole()
            };
            entries.push(IndexRound::of(&value, self.shelf, words));
            for format in FORMATS {
                let links = self.shelf.beside(page, format.ending(), &rounds, words);
                value.links = Some(links);
                let screen = Screen::default();
                let text = || render(&value, format, self.templates, words, screen);
                taken.push(hand(page, words, format, &value, &text, self.take)?);
            }
        }
        Ok((taken, entries))
    }

    /// The series as a whole.
    fn whole(&self, words: &Words) -> Result<Vec<T>, Failure> {
        let Some(newest) = self.series.rounds.last() else {
            return Ok(Vec::new());
        };
        let history = History::of(self.series, newest.number());
        let mut value = report::series(&history, self.series, &self.told.files, words);
        let page = Page::Series(self.told.record.dialogue().id.as_str());
        let one = |format: Format| {
            value.links = Some(self.shelf.beside(page, format.ending(), &[], words));
            let screen = Screen::default();
            let text = || render_series(&value, format, self.templates, words, screen);
            hand(page, words, format, &value, &text, self.take)
        };
        FORMATS.into_iter().map(one).collect()
    }
}

/// Hands over a page of what a report says.
fn hand<T>(
    page: Page<'_>,
    words: &Words,
    format: Format,
    report: &impl Serialize,
    text: &dyn Fn() -> Result<String, RenderError>,
    take: &Take<'_, T>,
) -> Result<T, Failure> {
    take(&Sheet {
        path: place(&page.path(words.tag(), format.ending())),
        says: &|| digest(report),
        text: &|| Ok(text()?),
    })
}

/// Where a page is, in the folder to work in.
pub(super) fn place(path: &str) -> PathBuf {
    Path::new(REPORTS).join(path)
}

/// The built-in languages that are not among those of a run.
fn others(languages: &[Words]) -> Result<Vec<Words>, Failure> {
    let known = |tag: &&str| languages.iter().any(|words| words.tag() == *tag);
    let others = Words::languages().into_iter().filter(|tag| !known(tag));
    others
        .map(|tag| Words::of(tag, None))
        .collect::<Result<_, _>>()
        .map_err(|unknown| Failure::new(unknown.to_string()))
}
