//! How alike the agendas of every two rounds are.

use super::page::LONG;
use super::{Facts, MatrixReport};
use crate::history::{FULL, Overlap};
use crate::words::{Value, Words};
use serde::Serialize;
use std::collections::HashMap;
use std::sync::Arc;

/// How alike every two rounds are: a triangle.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct OverlapTable {
    /// The earlier rounds, as the heads of columns.
    pub columns: Vec<Arc<str>>,
    /// A row for each later round.
    pub rows: Vec<OverlapRow>,
}

/// What one round shares with each of those before it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct OverlapRow {
    /// The later round.
    pub round: u32,
    /// `Round 3`.
    pub label: Arc<str>,
    /// Each earlier round that states its sectors, in order; in JSON of a series too long for a
    /// page to show whole, each of the sixty before it that it shares a sector with.
    pub cells: Vec<OverlapReport>,
    /// The columns after those, which stay empty on a page.
    pub empty: Vec<Arc<str>>,
}

/// How many sectors two rounds share.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct OverlapReport {
    /// The earlier round.
    pub round: u32,
    /// `Round 1`.
    pub label: Arc<str>,
    /// How many sectors both name; none where the two were not compared.
    pub shared: Option<u64>,
    /// How many sectors either names.
    pub all: Option<u64>,
    /// The share as a whole percentage, rounded half up.
    pub percent: Option<u64>,
    /// All of it in words.
    pub text: Arc<str>,
}

/// A round that states its sectors, for the table.
struct Head {
    round: u32,
    label: Arc<str>,
}

impl OverlapTable {
    pub(super) fn of(facts: &Facts<'_>) -> Self {
        let mut said = Said::new(facts.setting.words);
        let points = facts.history.rounds.iter();
        let stated = points.filter(|point| point.sectors.is_some());
        let heads = stated.map(|point| Head {
            round: point.number(),
            label: facts.setting.round_label(point.number()).into(),
        });
        let heads: Vec<Head> = heads.collect();
        let mut cell = |earlier: &Head, overlap: Option<&Overlap>| {
            let figures = overlap.map(|one| (one.shared as u64, one.all as u64));
            said.cell(earlier, figures)
        };
        if facts.history.rounds.len() <= LONG {
            return Self::whole(&heads, |earlier, later| {
                cell(earlier, facts.history.overlap(earlier.round, later.round))
            });
        }
        let mut rows: Vec<OverlapRow> = heads.iter().skip(1).map(row).collect();
        // They are in the order of their earlier rounds, so every row is filled in order.
        let mut at = 0;
        for one in facts.history.overlaps.iter().filter(|one| one.shared > 0) {
            while heads.get(at).is_some_and(|head| head.round < one.one) {
                at += 1;
            }
            let later = rows.binary_search_by_key(&one.other, |row| row.round);
            if let (Some(head), Ok(later)) = (heads.get(at), later) {
                rows[later].cells.push(cell(head, Some(one)));
            }
        }
        Self {
            columns: columns(&heads),
            rows,
        }
    }

    /// The part that a page shows of the table of a long series: every two of the rounds whose
    /// columns are in `sectors`, which has the sizes of their lists.
    pub(super) fn part<C>(&self, sectors: &MatrixReport<C>, words: &Words) -> Self {
        let mut said = Said::new(words);
        let stated = sectors.columns.iter().filter(|column| column.stated);
        let heads = stated.clone().map(|column| Head {
            round: column.round,
            label: column.label.as_str().into(),
        });
        let heads: Vec<Head> = heads.collect();
        let sizes: HashMap<u32, (usize, u64)> = stated
            .enumerate()
            .map(|(at, column)| (column.round, (at, column.named.unwrap_or(0))))
            .collect();
        Self::whole(&heads, |earlier, later| {
            let row = self
                .rows
                .binary_search_by_key(&later.round, |row| row.round);
            let found = row.ok().and_then(|row| {
                let cells = &self.rows[row].cells;
                let at = cells.binary_search_by_key(&earlier.round, |cell| cell.round);
                Some(cells[at.ok()?].clone())
            });
            let nothing = || {
                let ((from, one), (to, other)) = (sizes[&earlier.round], sizes[&later.round]);
                (to - from <= FULL).then_some((0, one + other))
            };
            found.unwrap_or_else(|| said.cell(earlier, nothing()))
        })
    }

    /// A triangle with a cell for every two.
    fn whole(heads: &[Head], mut cell: impl FnMut(&Head, &Head) -> OverlapReport) -> Self {
        let row = |(at, later): (usize, &Head)| OverlapRow {
            cells: heads[..at]
                .iter()
                .map(|earlier| cell(earlier, later))
                .collect(),
            empty: columns(&heads[at..]),
            ..row(later)
        };
        Self {
            columns: columns(heads),
            rows: heads.iter().enumerate().skip(1).map(row).collect(),
        }
    }
}

/// The labels of all but the last.
fn columns(heads: &[Head]) -> Vec<Arc<str>> {
    let heads = heads.split_last().map_or(&[][..], |(_, heads)| heads);
    heads.iter().map(|head| Arc::clone(&head.label)).collect()
}

fn row(later: &Head) -> OverlapRow {
    OverlapRow {
        round: later.round,
        label: Arc::clone(&later.label),
        cells: Vec::new(),
        empty: Vec::new(),
    }
}

/// What is said of figures, each said once: many rounds share as many.
struct Said<'w> {
    words: &'w Words,
    texts: HashMap<(u64, u64), Arc<str>>,
}

impl<'w> Said<'w> {
    fn new(words: &'w Words) -> Self {
        let texts = HashMap::new();
        Self { words, texts }
    }

    /// What a later round shares with an earlier one; nothing is said where they are not compared.
    fn cell(&mut self, earlier: &Head, figures: Option<(u64, u64)>) -> OverlapReport {
        let percent = |(shared, all): (u64, u64)| (200 * shared + all).checked_div(2 * all);
        OverlapReport {
            round: earlier.round,
            label: Arc::clone(&earlier.label),
            shared: figures.map(|(shared, _)| shared),
            all: figures.map(|(_, all)| all),
            percent: figures.and_then(percent),
            text: figures.map_or_else(|| "".into(), |figures| self.text(figures)),
        }
    }

    fn text(&mut self, (shared, all): (u64, u64)) -> Arc<str> {
        let words = self.words;
        let say = || {
            let share = words.percent(shared, all);
            let figures = [
                ("shared", Value::Count(shared)),
                ("all", Value::Count(all)),
                ("percent", Value::Text(share)),
            ];
            words.say("overlap", &figures).into()
        };
        Arc::clone(self.texts.entry((shared, all)).or_insert_with(say))
    }
}
