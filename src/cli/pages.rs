//! The pages of a run of `report`: which there are, and what is on them.

use super::console::Failure;
use super::progress::Progress;
use super::report::{FORMATS, REPORTS, value};
use super::rounds;
use crate::check::RoundSet;
use crate::compare;
use crate::findings::Settings;
use crate::history::History;
use crate::matching::{Matching, Series};
use crate::parallel;
use crate::render::{
    Format, Screen, Templates, render, render_index, render_portfolio, render_series,
};
use crate::report::{
    self, ComparisonReport, IndexDialogue, IndexRound, Page, PortfolioPart, Shelf,
};
use crate::span::Files;
use crate::words::Words;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// How much work the page of a round is, against reading so many bytes.
const PAGE: usize = 32 * 1024;

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

/// Files with their texts.
pub(super) type Texts = Vec<(PathBuf, String)>;

impl Run<'_> {
    /// Makes every page of the run.
    pub(super) fn pages(&self) -> Result<Texts, Failure> {
        let known = self.shelf()?;
        let mut texts = Texts::new();
        let mut indexed: Vec<Vec<IndexDialogue>> = vec![Vec::new(); self.languages.len()];
        let mut parts: Vec<Vec<PortfolioPart>> = vec![Vec::new(); self.languages.len()];
        for told in self.told {
            let series = Series::matched(&told.record, self.matching);
            let steps = told.rounds.len() * self.languages.len();
            let progress = Mutex::new(Progress::of(steps, self.quiet));
            for (at, words) in self.languages.iter().enumerate() {
                let desk = Desk {
                    told,
                    words,
                    settings: self.settings,
                    templates: self.templates,
                    shelf: &known,
                };
                let page = |round: &u32| {
                    let mut line = progress.lock().unwrap_or_else(PoisonError::into_inner);
                    line.step(&format!("round {round}"));
                    drop(line);
                    let mut value = desk.value(&series, *round)?;
                    let texts = desk.round(&mut value)?;
                    Ok::<_, Failure>((texts, IndexRound::of(&value, &known, words)))
                };
                let mut entries = Vec::new();
                for page in parallel::map(&told.rounds, |_| PAGE, page) {
                    let (page, entry) = page?;
                    texts.extend(page);
                    entries.push(entry);
                }
                if self.every {
                    texts.extend(desk.series(&series)?);
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
                texts.extend(self.portfolio(parts, &known, words)?);
                texts.extend(self.index(indexed, &known, words)?);
            }
        }
        Ok(texts)
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

    fn portfolio(
        &self,
        parts: Vec<PortfolioPart>,
        known: &Shelf,
        words: &Words,
    ) -> Result<Texts, Failure> {
        let mut value = report::portfolio(parts, &[], words);
        each(Page::Portfolio, words, |format| {
            value.links = Some(known.beside(Page::Portfolio, format.ending(), &[], words));
            Ok(render_portfolio(&value, format, self.templates, words)?)
        })
    }

    fn index(
        &self,
        dialogues: Vec<IndexDialogue>,
        known: &Shelf,
        words: &Words,
    ) -> Result<Texts, Failure> {
        let mut value = report::index(dialogues, known, words);
        each(Page::Index, words, |format| {
            value.links = Some(known.beside(Page::Index, format.ending(), &[], words));
            Ok(render_index(&value, format, self.templates, words)?)
        })
    }
}

/// One dialogue in one language.
struct Desk<'d> {
    told: &'d Told,
    words: &'d Words,
    settings: &'d Settings,
    templates: &'d Templates,
    shelf: &'d Shelf,
}

impl Desk<'_> {
    fn value(&self, series: &Series<'_>, round: u32) -> Result<ComparisonReport, Failure> {
        let pair = match rounds::previous(&self.told.record, round) {
            Some(before) => compare::compare(series, before, round),
            None => compare::first(series, round),
        };
        let pair =
            pair.ok_or_else(|| Failure::new(format!("round {round} is not in the record")))?;
        Ok(value(
            &pair,
            series,
            &self.told.files,
            self.settings,
            self.words,
        ))
    }

    fn round(&self, value: &mut ComparisonReport) -> Result<Texts, Failure> {
        let dialogue = self.told.record.dialogue().id.as_str();
        let page = Page::Round(dialogue, value.after.round);
        let rounds: Vec<u32> = self
            .told
            .record
            .rounds()
            .iter()
            .map(|round| round.number.value)
            .collect();
        each(page, self.words, |format| {
            value.links = Some(
                self.shelf
                    .beside(page, format.ending(), &rounds, self.words),
            );
            Ok(render(
                value,
                format,
                self.templates,
                self.words,
                Screen::default(),
            )?)
        })
    }

    fn series(&self, series: &Series<'_>) -> Result<Texts, Failure> {
        let Some(newest) = series.rounds.last() else {
            return Ok(Texts::new());
        };
        let history = History::of(series, newest.number());
        let mut value = report::series(&history, series, &self.told.files, self.words);
        let page = Page::Series(self.told.record.dialogue().id.as_str());
        each(page, self.words, |format| {
            value.links = Some(self.shelf.beside(page, format.ending(), &[], self.words));
            Ok(render_series(
                &value,
                format,
                self.templates,
                self.words,
                Screen::default(),
            )?)
        })
    }
}

/// A page in every format.
fn each(
    page: Page<'_>,
    words: &Words,
    mut text: impl FnMut(Format) -> Result<String, Failure>,
) -> Result<Texts, Failure> {
    let one = |format: Format| {
        let path = place(&page.path(words.tag(), format.ending()));
        Ok((path, text(format)?))
    };
    FORMATS.into_iter().map(one).collect()
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
