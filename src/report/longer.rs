//! The longer view: the two rounds among all rounds up to them.

use super::context::{Context, Setting};
use super::finding::Told;
use super::phrase::{Line, Phrase};
use super::timeline::TimelineReport;
use crate::findings::Rule;
use crate::findings::rule::{meeting, sectors};
use crate::history::{History, ItemHistory, Overlap};
use serde::Serialize;

/// The two rounds among all rounds up to the later of them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct LongerReport {
    /// What is to be said first.
    pub said: Vec<Noted>,
    /// The rounds along a line; none where fewer than two have a date.
    pub timeline: Option<TimelineReport>,
    /// How much of their agendas two rounds share.
    pub overlaps: Vec<LongerOverlap>,
    /// The rounds that the matrix tells of, in order.
    pub columns: Vec<LongerColumn>,
    /// Which of them name which sectors: those that most rounds name first, then in the order in
    /// which they were first named.
    pub rows: Vec<LongerRow>,
}

/// A conclusion as a page shows it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct Noted {
    /// The rule.
    pub id: String,
    /// The sentence.
    pub line: Line,
    /// Citations.
    pub refs: Vec<u32>,
}

/// How much of their agendas two rounds share.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct LongerOverlap {
    /// The earlier round.
    pub one: u32,
    /// The later round.
    pub other: u32,
    /// Both, in words.
    pub label: String,
    /// How many sectors both name.
    pub shared: u64,
    /// How many sectors either names.
    pub all: u64,
    /// The share, as a whole percentage.
    pub share: String,
    /// Whether they are the two rounds of the report.
    pub pair: bool,
}

/// One round of the matrix.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct LongerColumn {
    /// The round.
    pub round: u32,
    /// Its label.
    pub label: String,
    /// Whether it is one of the two rounds of the report.
    pub pair: bool,
    /// How many sectors it names; none where it does not say.
    pub total: Option<u64>,
}

/// Sectors of the matrix that the same rounds name.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct LongerRow {
    /// The sectors: one, or all those that only one round names.
    pub titles: Vec<Phrase>,
    /// Whether each round names them.
    pub cells: Vec<LongerCell>,
}

/// Whether one round names one sector.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct LongerCell {
    /// None where the round does not state its sectors.
    pub named: Option<bool>,
    /// The same as a sign: `●`, `–`, or nothing.
    pub mark: &'static str,
    /// The same in words.
    pub text: String,
    /// What the column is about.
    pub label: String,
    /// Whether the round is one of the two of the report.
    pub pair: bool,
}

/// The rules whose conclusions the longer view says.
const SAID: [Rule; 12] = [
    sectors::CLOSER_TO_EARLIER,
    sectors::CORE,
    sectors::NO_CORE,
    sectors::ABSENT,
    meeting::WAIT_LONGER,
    meeting::WAIT_SHORTER,
    meeting::PERIOD_MISSED,
    meeting::PERIOD_KEPT,
    meeting::PERIOD_SHORTENED,
    meeting::HOSTS_ALTERNATING,
    meeting::HOSTS_FIXED,
    crate::findings::rule::agreements::BACK,
];

/// With fewer rounds there is nothing beyond the two.
const ROUNDS: usize = 3;
/// How many rounds the matrix shows: the last ones.
const COLUMNS: usize = 8;
/// Among so many rounds every two are compared; among more, each with the later of the report.
const EVERY_TWO: usize = 5;

impl LongerReport {
    /// Nothing where there are no rounds besides the two of the report.
    pub(super) fn of(
        context: &Context<'_>,
        history: &History<'_>,
        findings: &[Told<'_>],
    ) -> Option<Self> {
        let all = history.rounds.len();
        if all < ROUNDS {
            return None;
        }
        let from = all.saturating_sub(COLUMNS);
        let columns: Vec<LongerColumn> = history.rounds[from..]
            .iter()
            .map(|point| LongerColumn {
                round: point.number(),
                label: context.round_label(point.number()),
                pair: is_told(context, point.number()),
                total: point.sectors.map(|total| total as u64),
            })
            .collect();
        let shown = |round: u32| columns.iter().any(|column| column.round == round);
        let wanted = |one: &&Overlap| {
            let few = columns.len() <= EVERY_TWO || is_told(context, one.other);
            shown(one.one) && shown(one.other) && few
        };
        // They are in the order of their earlier rounds.
        let earliest = columns.first().map_or(0, |column| column.round);
        let before = history.overlaps.partition_point(|one| one.one < earliest);
        let overlaps = history.overlaps[before..].iter().filter(wanted);
        Some(Self {
            said: findings
                .iter()
                .filter(|told| is_longer(told.finding.rule))
                .map(|told| told.noted(context))
                .collect(),
            timeline: TimelineReport::last(context, history),
            overlaps: overlaps
                .map(|one| LongerOverlap::of(context, one))
                .collect(),
            rows: rows(context, &history.sectors, &columns, from),
            columns,
        })
    }

    /// Whether the longer view says what a rule concludes.
    pub(super) fn says(&self, rule: &str) -> bool {
        self.said.iter().any(|one| one.id == rule)
    }
}

/// Whether the longer view says what a rule concludes, where there is one.
pub(super) fn is_longer(rule: Rule) -> bool {
    SAID.contains(&rule)
}

fn is_told(context: &Context<'_>, round: u32) -> bool {
    context.comparison.after.number.value == round || context.before() == Some(round)
}

impl LongerOverlap {
    fn of(context: &Context<'_>, overlap: &Overlap) -> Self {
        let (shared, all) = (overlap.shared as u64, overlap.all as u64);
        let label = |round: u32| context.round_label(round).into();
        Self {
            one: overlap.one,
            other: overlap.other,
            label: context.say(
                "longer-pair-of",
                [("one", label(overlap.one)), ("other", label(overlap.other))],
            ),
            shared,
            all,
            share: context.words.percent(shared, all),
            pair: is_told(context, overlap.one) && is_told(context, overlap.other),
        }
    }
}

/// One row a sector, but one for all the sectors that the same one round alone names.
fn rows(
    setting: &Setting<'_>,
    sectors: &[ItemHistory],
    columns: &[LongerColumn],
    from: usize,
) -> Vec<LongerRow> {
    let mut patterns: Vec<(Vec<Option<bool>>, Vec<&ItemHistory>)> = Vec::new();
    let earliest = columns.first().map_or(0, |column| column.round);
    let named = |cells: &[Option<bool>]| cells.iter().filter(|one| **one == Some(true)).count();
    let mut sorted: Vec<(Vec<Option<bool>>, &ItemHistory)> = sectors
        .iter()
        .filter(|sector| sector.last >= earliest)
        .map(|sector| (sector.named.since(from).collect(), sector))
        .collect();
    // They are in the order of ids, which a stable sort keeps.
    sorted.sort_by_cached_key(|(cells, _)| {
        let first = cells.iter().position(|one| *one == Some(true));
        (std::cmp::Reverse(named(cells)), first, cells.clone())
    });
    for (cells, sector) in sorted {
        match patterns.last_mut() {
            Some((last, items)) if *last == cells && named(&cells) == 1 => items.push(sector),
            _ => patterns.push((cells, vec![sector])),
        }
    }
    let cell = |(named, column): (&Option<bool>, &LongerColumn)| LongerCell {
        named: *named,
        mark: match named {
            Some(true) => "●",
            Some(false) => "–",
            None => "",
        },
        text: match named {
            Some(true) => setting.word("longer-named"),
            Some(false) => setting.word("longer-not-named"),
            None => setting.not_stated(),
        },
        label: column.label.clone(),
        pair: column.pair,
    };
    let row = |(cells, items): (Vec<Option<bool>>, Vec<&ItemHistory>)| LongerRow {
        titles: items
            .iter()
            .map(|item| setting.names.sector(&item.id))
            .collect(),
        cells: cells.iter().zip(columns).map(cell).collect(),
    };
    patterns.into_iter().map(row).collect()
}
