//! The decisions in `accepted.yaml`, and what they are about.

use super::args::Day;
use super::console::{Console, Failure};
use super::record::ROUNDS;
use super::today::today;
use crate::check::RoundSet;
use crate::compare::{compare, first};
use crate::diagnostic::{Diagnostic, any_error};
use crate::findings::{Finding, Settings, findings, of_series};
use crate::history::History;
use crate::load::accepted::accepted;
use crate::matching::{Matching, Series};
use crate::notice::Decisions;
use crate::source::Source;
use crate::span::Files;

/// More comparisons than are made to see whether a decision is stale.
const MOST: usize = 400;

/// The decisions on a record, and what is wrong with their file.
pub(super) struct Read {
    /// The text; none where there is no file.
    pub(super) files: Files,
    /// What is wrong with it.
    pub(super) found: Vec<Diagnostic>,
    /// The decisions.
    pub(super) decisions: Decisions,
}

/// Reads the decisions on a record.
pub(super) fn read(source: &Source, day: &Day, lang: &str) -> Result<Read, Failure> {
    let (mut files, mut found) = (Files::default(), Vec::new());
    let all = match source.accepted(&mut files, &mut found)? {
        Some(file) => accepted(&files, file, &mut found),
        None => Vec::new(),
    };
    let decisions = Decisions::new(all, today(day)?, lang);
    Ok(Read {
        files,
        found,
        decisions,
    })
}

/// The decisions, for a command that cannot go on where something is wrong with their file.
pub(super) fn sound(
    day: &Day,
    lang: &str,
    console: &mut Console<'_>,
) -> Result<Decisions, Failure> {
    let read = read(&Source::folder(ROUNDS), day, lang)?;
    console.diagnostics(&read.found, &read.files)?;
    if any_error(&read.found) {
        return Err(Failure::new("accepted.yaml has errors")
            .hint("mend them and try again; nothing was written"));
    }
    Ok(read.decisions)
}

/// Meets the decisions with every finding of a record, the newest first, until each is met.
///
/// Gives whether all findings were looked at, or none needed to be any more.
pub(super) fn meet_findings(
    decisions: &mut Decisions,
    record: &RoundSet,
    settings: &Settings,
    matching: Matching,
) -> bool {
    let numbers: Vec<u32> = record.rounds().iter().map(|one| one.number.value).collect();
    let Some(newest) = numbers.last() else {
        return true;
    };
    let dialogue = record.dialogue();
    let series = Series::matched(record, matching);
    let whole = History::of(&series, *newest);
    meet(decisions, &of_series(dialogue, &whole, settings));
    for (made, (before, after)) in pairs(&numbers).enumerate() {
        if decisions.all_met() {
            return true;
        }
        if made == MOST {
            return false;
        }
        let pair = match before {
            Some(before) => compare(&series, before, after),
            None => first(&series, after),
        };
        if let Some(pair) = pair {
            let history = History::of(&series, before.map_or(after, |one| one.max(after)));
            meet(decisions, &findings(dialogue, &pair, &history, settings));
        }
    }
    true
}

fn meet(decisions: &mut Decisions, found: &[Finding]) {
    for one in found {
        decisions.meet(&one.fingerprint, false);
    }
}

/// The pairs of rounds that findings can be of: neighbours from the newest on, the first round
/// alone, then all others, in either order.
fn pairs(numbers: &[u32]) -> impl Iterator<Item = (Option<u32>, u32)> + '_ {
    let neighbours = numbers.windows(2).rev();
    let neighbours = neighbours.map(|pair| (Some(pair[0]), pair[1]));
    let alone = numbers.first().map(|first| (None, *first));
    let others = numbers.iter().enumerate().flat_map(move |(at, one)| {
        let after = numbers.iter().enumerate();
        let after = after.filter(move |(other, _)| *other != at + 1 && *other != at);
        after.map(move |(_, other)| (Some(*one), *other))
    });
    neighbours.chain(alone).chain(others)
}
