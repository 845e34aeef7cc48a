//! Histories round after round: each goes on from the one before, where reading every one from the
//! first round on would grow with the square of the rounds.

use super::{History, agreements, cadence, commitments, groups, heads, items, overlap, rounds};
use crate::compare::{Promise, promises};
use crate::matching::{Series, SeriesRound};
use crate::model::round::ListKind;

/// The history of a series up to one of its rounds, which can go on to the next.
#[derive(Debug)]
pub struct Growing<'s, 'a> {
    series: &'s Series<'a>,
    promises: Vec<Promise<'a>>,
    history: History<'a>,
}

impl<'s, 'a> Growing<'s, 'a> {
    /// Reads the history of a series up to and with a round.
    pub fn of(series: &'s Series<'a>, as_of: u32) -> Self {
        Self {
            series,
            promises: promises(series),
            history: History::of(series, as_of),
        }
    }

    /// The series.
    pub fn series(&self) -> &'s Series<'a> {
        self.series
    }

    /// The history up to the round that it has gone on to: what [`History::of`] that round reads.
    pub fn history(&self) -> &History<'a> {
        &self.history
    }

    /// Goes on up to and with a round; a history that is there already stays as it is.
    pub fn go_on(&mut self, as_of: u32) {
        while let Some(next) = self.series.rounds.get(self.history.rounds.len())
            && next.number() <= as_of
        {
            self.next(next.number());
        }
    }

    fn next(&mut self, as_of: u32) {
        let (series, history) = (self.series, &mut self.history);
        if history.rounds.is_empty() {
            *history = History::of(series, as_of);
            return;
        }
        let part: Vec<&SeriesRound<'a>> = series.rounds[..=history.rounds.len()].iter().collect();
        rounds::go_on(&mut history.rounds, &history.sectors, series, &part);
        history.as_of = as_of;
        history.missing = rounds::missing(series, &part, as_of);
        for (list, items) in [
            (ListKind::Sectors, &mut history.sectors),
            (ListKind::Topics, &mut history.topics),
            (ListKind::Programmes, &mut history.programmes),
            (ListKind::Bodies, &mut history.bodies),
        ] {
            items::go_on(items, &part, list);
        }
        groups::go_on(&mut history.groups, series, &part);
        overlap::go_on(&mut history.overlaps, &part);
        cadence::go_on(&mut history.cadence, series, &part);
        agreements::go_on(&mut history.agreements, series, &part);
        history.totals = agreements::totals(&history.agreements);
        commitments::go_on(&mut history.commitments, &self.promises, series, &part);
        history.scoreboard = commitments::scoreboard(&history.commitments);
        heads::go_on(&mut history.heads, &part);
    }
}
