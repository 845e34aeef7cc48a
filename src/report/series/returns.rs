//! What came back after an absence, and what is no longer named.

use super::Facts;
use super::matrix::{MatrixReport, MatrixRow, items};
use crate::model::id::Id;
use crate::model::round::ListKind;
use crate::report::evidence::together;
use crate::report::phrase::Phrase;
use serde::Serialize;
use std::collections::HashMap;

/// An item that came back.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct ReturnReport {
    /// Its list.
    pub list: ListKind,
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: Phrase,
    /// The last round before the absence.
    pub after: u32,
    /// The round that ended it.
    pub until: u32,
    /// How many rounds that state the list passed it over.
    pub rounds: u64,
    /// All of it in words.
    pub text: String,
    /// Whether a page lists it: in a long series, only what the newest round brought back.
    pub listed: bool,
    /// Citations of the rounds that name it.
    pub refs: Vec<u32>,
}

/// An item that is no longer named.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct SilentReport {
    /// Its list.
    pub list: ListKind,
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: Phrase,
    /// The last round that names it.
    pub last: u32,
    /// How many rounds that state the list have passed it over since.
    pub rounds: u64,
    /// All of it in words.
    pub text: String,
    /// Citations of the rounds that name it.
    pub refs: Vec<u32>,
}

/// So many rounds in a row make an absence worth a line.
const LONG: usize = 2;

/// Every return, the latest first.
pub(super) fn returning(facts: &Facts<'_>, lists: &[MatrixReport]) -> Vec<ReturnReport> {
    let context = &facts.setting;
    let wide = facts.is_wide();
    let mut all = Vec::new();
    for matrix in lists {
        let (list, cited) = (matrix.list, Cited::of(matrix));
        for item in items(facts, list) {
            all.extend(item.gaps.iter().map(|gap| ReturnReport {
                list,
                id: item.id.to_string(),
                title: context.names.item(list, &item.id),
                after: gap.after,
                until: gap.until,
                rounds: gap.rounds as u64,
                text: context.say(
                    "returned",
                    [
                        ("until", context.round_label(gap.until).into()),
                        ("after", context.round_label(gap.after).into()),
                        ("absence", rounds(facts, gap.rounds).into()),
                    ],
                ),
                listed: !wide || gap.until == facts.history.as_of,
                refs: cited.by(&item.id, &[gap.after, gap.until]),
            }));
        }
    }
    all.sort_by(|a, b| (a.list, b.until, &a.id).cmp(&(b.list, a.until, &b.id)));
    all
}

/// That there are returns which a page does not list, and how many.
pub(super) fn unlisted_text(facts: &Facts<'_>, returning: &[ReturnReport]) -> Option<String> {
    let count = returning.iter().filter(|one| !one.listed).count() as u64;
    let say = || {
        facts
            .setting
            .say("returned-before", [("count", count.into())])
    };
    (count > 0).then(say)
}

/// What the last rounds no longer name, the longest absence first.
pub(super) fn silent(facts: &Facts<'_>, lists: &[MatrixReport]) -> Vec<SilentReport> {
    let context = &facts.setting;
    let mut all = Vec::new();
    for matrix in lists {
        let (list, cited) = (matrix.list, Cited::of(matrix));
        let absent = items(facts, list)
            .iter()
            .filter(|item| item.absent_for >= LONG);
        all.extend(absent.map(|item| SilentReport {
            list,
            id: item.id.to_string(),
            title: context.names.item(list, &item.id),
            last: item.last,
            rounds: item.absent_for as u64,
            text: context.say(
                "silent-since",
                [
                    ("last", context.round_label(item.last).into()),
                    ("absence", rounds(facts, item.absent_for).into()),
                ],
            ),
            refs: cited.by(&item.id, &[item.last]),
        }));
    }
    all.sort_by(|a, b| (a.list, b.rounds, &a.id).cmp(&(b.list, a.rounds, &b.id)));
    all
}

fn rounds(facts: &Facts<'_>, count: usize) -> String {
    facts
        .setting
        .say("rounds", [("count", (count as u64).into())])
}

/// Where the sources name the items of a list.
struct Cited<'m>(HashMap<&'m str, &'m MatrixRow>);

impl<'m> Cited<'m> {
    fn of(matrix: &'m MatrixReport) -> Self {
        let rows = matrix.groups.iter().flat_map(|group| &group.rows);
        Self(rows.map(|row| (row.id.as_str(), row)).collect())
    }

    /// Where they name an item in some rounds.
    fn by(&self, id: &Id, rounds: &[u32]) -> Vec<u32> {
        let cells = self.0.get(id.as_str()).map_or(&[][..], |row| &row.cells);
        let cell = |round: &u32| {
            let at = cells.binary_search_by_key(round, |cell| cell.round);
            at.ok().map(|at| &cells[at].refs)
        };
        together(rounds.iter().filter_map(cell))
    }
}
