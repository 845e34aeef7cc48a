//! How alike the agendas of every two rounds are.

use super::Facts;
use crate::history::{Overlap, RoundPoint};
use serde::Serialize;

/// How alike every two rounds are: a triangle.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct OverlapTable {
    /// The earlier rounds, as the heads of columns.
    pub columns: Vec<String>,
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
    pub label: String,
    /// Each earlier round that states its sectors, in order.
    pub cells: Vec<OverlapReport>,
    /// The columns after those, which stay empty.
    pub empty: Vec<String>,
}

/// How many sectors two rounds share.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct OverlapReport {
    /// The earlier round.
    pub round: u32,
    /// `Round 1`.
    pub label: String,
    /// How many sectors both name; none where the two were not compared.
    pub shared: Option<u64>,
    /// How many sectors either names.
    pub all: Option<u64>,
    /// The share as a whole percentage, rounded half up.
    pub percent: Option<u64>,
    /// All of it in words.
    pub text: String,
}

impl OverlapTable {
    pub(super) fn of(facts: &Facts<'_>) -> Self {
        let points = facts.history.rounds.iter();
        let stated = points.filter(|point| point.sectors.is_some());
        let numbers: Vec<u32> = stated.map(RoundPoint::number).collect();
        let label = |round: &u32| facts.setting.round_label(*round);
        let row = |(at, round): (usize, &u32)| OverlapRow {
            round: *round,
            label: label(round),
            cells: numbers[..at]
                .iter()
                .map(|earlier| OverlapReport::of(facts, *earlier, *round))
                .collect(),
            empty: numbers[at..numbers.len() - 1].iter().map(label).collect(),
        };
        let rows = numbers.iter().enumerate().skip(1);
        Self {
            columns: numbers.iter().rev().skip(1).rev().map(label).collect(),
            rows: rows.map(row).collect(),
        }
    }
}

impl OverlapReport {
    fn of(facts: &Facts<'_>, earlier: u32, later: u32) -> Self {
        let context = &facts.setting;
        let overlap = facts.history.overlap(earlier, later);
        Self {
            round: earlier,
            label: context.round_label(earlier),
            shared: overlap.map(|one| one.shared as u64),
            all: overlap.map(|one| one.all as u64),
            percent: overlap.and_then(percent),
            text: overlap.map_or_else(String::new, |one| {
                let share = context.words.percent(one.shared as u64, one.all as u64);
                context.say(
                    "overlap",
                    [
                        ("shared", (one.shared as u64).into()),
                        ("all", (one.all as u64).into()),
                        ("percent", share.into()),
                    ],
                )
            }),
        }
    }
}

fn percent(overlap: &Overlap) -> Option<u64> {
    let (shared, all) = (overlap.shared as u64, overlap.all as u64);
    (200 * shared + all).checked_div(2 * all)
}
