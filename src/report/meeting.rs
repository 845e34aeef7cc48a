//! The meeting itself, row by row.

use super::context::{Context, Setting};
use super::evidence::Book;
use super::phrase::{Line, Phrase};
use super::round::{PlaceReport, RoundReport};
use crate::compare::{HeadChange, Sides};
use crate::model::date::{Bounds, Days};
use crate::model::head::Head;
use crate::model::id::Id;
use crate::model::round::Round;
use serde::Serialize;

/// One row of a table with both rounds side by side.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct SideRow {
    /// What the row is about.
    pub label: Line,
    /// What each side has.
    pub cells: Sides<Cell>,
    /// What changed, in words; empty where nothing can be said.
    pub change: String,
}

/// One cell of such a table.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct Cell {
    /// What it says.
    pub text: Line,
    /// Whether the record states it.
    pub stated: bool,
    /// A remark, such as *inferred*.
    pub tag: Option<String>,
    /// Citations.
    pub refs: Vec<u32>,
}

/// The time from one round to the other.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct IntervalReport {
    /// Days from the first day of *before* to the first day of *after*; negative when reversed.
    pub days: Option<Days>,
    /// The same in words.
    pub text: String,
    /// Days between the earlier of the two and the round before it.
    pub previous: Option<Days>,
    /// The same in words.
    pub previous_text: Option<String>,
}

impl Cell {
    pub(super) fn of(text: Line, refs: Vec<u32>) -> Self {
        Self {
            text,
            stated: true,
            tag: None,
            refs,
        }
    }

    pub(super) fn own(context: &Setting<'_>, text: &str, refs: Vec<u32>) -> Self {
        Self::of(vec![Phrase::own(text, context.lang())], refs)
    }

    pub(super) fn silent(context: &Setting<'_>) -> Self {
        Self {
            stated: false,
            ..Self::own(context, &context.not_stated(), Vec::new())
        }
    }

    fn place(context: &Context<'_>, place: Option<&PlaceReport>) -> Self {
        match place {
            Some(place) => Self {
                tag: place.inferred.then(|| context.word("inferred")),
                ..Self::of(vec![place.name.clone()], place.refs.clone())
            },
            None => Self::silent(context),
        }
    }

    fn date(context: &Context<'_>, round: &RoundReport) -> Self {
        match round.date {
            Some(_) => Self::of(vec![round.when.clone()], round.date_refs.clone()),
            None => Self::silent(context),
        }
    }
}

/// The rows on date and place, which open both tables.
pub(super) fn when_and_where(
    context: &Context<'_>,
    before: Option<&RoundReport>,
    after: &RoundReport,
) -> Vec<SideRow> {
    let change = context.comparison.meeting.place;
    vec![
        SideRow {
            label: context.line("label-date", []),
            cells: Sides {
                before: before.map_or_else(
                    || Cell::silent(context),
                    |before| Cell::date(context, before),
                ),
                after: Cell::date(context, after),
            },
            change: String::new(),
        },
        SideRow {
            label: context.line("label-place", []),
            cells: Sides {
                before: Cell::place(context, before.and_then(|before| before.place.as_ref())),
                after: Cell::place(context, after.place.as_ref()),
            },
            change: change
                .map(|change| context.term("place", change))
                .unwrap_or_default(),
        },
    ]
}

/// The rows on who led, party by party.
pub(super) fn heads<'e>(context: &Context<'e>, book: &mut Book<'e>) -> Vec<SideRow> {
    let comparison = context.comparison;
    let changes = comparison.meeting.heads.iter();
    changes
        .map(|change| {
            let party = context.names.party(&change.party);
            SideRow {
                label: context.line("label-head", [("party", party.into())]),
                cells: Sides {
                    before: people(context, change, comparison.before, |one| one.before, book),
                    after: people(
                        context,
                        change,
                        Some(comparison.after),
                        |one| one.after,
                        book,
                    ),
                },
                change: change
                    .rank
                    .map(|rank| context.term("rank-change", rank))
                    .unwrap_or_default(),
            }
        })
        .collect()
}

/// The rest of the meeting, as far as either side states it.
pub(super) fn rest<'e>(context: &Context<'e>, book: &mut Book<'e>) -> Vec<SideRow> {
    let meeting = &context.comparison.meeting;
    let mut rows = Vec::new();
    let mut row = |key: &str, before: Option<Line>, after: Option<Line>| {
        if before.is_none() && after.is_none() {
            return;
        }
        let mut cell = |text: Option<Line>, round: Option<&'e Round>| match text {
            Some(text) => Cell::of(text, book.cite(round.map(|round| &round.evidence))),
            None => Cell::silent(context),
        };
        rows.push(SideRow {
            label: context.line(key, []),
            cells: Sides {
                before: cell(before, context.comparison.before),
                after: cell(after, Some(context.comparison.after)),
            },
            change: String::new(),
        });
    };
    let own = |text: String| vec![Phrase::own(&text, context.lang())];
    let host = |id: &Option<Id>| id.as_ref().map(|id| vec![context.names.party(id)]);
    row(
        "label-host",
        host(&meeting.hosts.before),
        host(&meeting.hosts.after),
    );
    let Sides { before, after } = meeting.modes;
    let mode = |mode| own(context.term("mode", mode));
    row("label-mode", before.map(mode), after.map(mode));
    let Sides { before, after } = meeting.levels;
    let level = |level| own(context.term("level", level));
    row("label-level", before.map(level), after.map(level));
    let planned = |round: Option<&Round>| planned(context, round?);
    row(
        "label-planned",
        planned(context.comparison.before),
        planned(Some(context.comparison.after)),
    );
    rows
}

/// The planned date, and how far from it the round was held: from the last day of the plan where
/// it was late, from the first where it was early.
pub(super) fn planned(context: &Setting<'_>, round: &Round) -> Option<Line> {
    let planned = &round.planned.as_ref()?.value;
    let date = context.date_phrase(planned);
    let (plan, held) = (
        planned.window(),
        round.date.as_ref().map(|date| date.value.first_day()),
    );
    let one = |day| Bounds {
        earliest: day,
        latest: day,
    };
    let apart = |from: Bounds, to: Bounds| {
        let days = Days::between(from, to);
        days.least
            .filter(|least| *least > 0)
            .map(|_| context.days(days))
    };
    let late = held.and_then(|held| apart(one(plan.latest), held));
    let early = held.and_then(|held| apart(held, one(plan.earliest)));
    let (key, days) = match (late, early) {
        (Some(days), _) => ("planned-late", days),
        (None, Some(days)) => ("planned-early", days),
        (None, None) => return Some(vec![date]),
    };
    Some(context.line(key, [("date", date.into()), ("days", days.into())]))
}

fn people<'a>(
    context: &Context<'a>,
    change: &HeadChange<'a>,
    round: Option<&'a Round>,
    side: impl Fn(&Sides<Option<&'a Head>>) -> Option<&'a Head>,
    book: &mut Book<'a>,
) -> Cell {
    let heads: Vec<_> = change
        .people
        .iter()
        .filter_map(|one| side(&one.sides))
        .collect();
    let names: Vec<_> = heads
        .iter()
        .filter_map(|head| head.name.as_ref().or(head.titles.first()))
        .map(|name| context.phrase(name))
        .collect();
    if names.is_empty() {
        return Cell::silent(context);
    }
    let refs: Vec<_> = heads
        .iter()
        .map(|head| {
            let round = round.map(|round| &round.evidence);
            book.cite([&head.evidence].into_iter().chain(round))
        })
        .collect();
    Cell::of(
        context.line("listed", [("items", names.into())]),
        super::evidence::together(&refs),
    )
}

impl IntervalReport {
    pub(super) fn of(context: &Context<'_>) -> Self {
        let comparison = context.comparison;
        let days = comparison.meeting.interval;
        let earlier = comparison.before.filter(|_| !comparison.reversed);
        let earlier = earlier.unwrap_or(comparison.after);
        let rounds = context.series.record.rounds().iter();
        let mut before = rounds
            .rev()
            .filter(|round| round.number.value < earlier.number.value);
        let previous = before.next().filter(|_| comparison.before.is_some());
        let previous = previous.and_then(|previous| {
            let from = previous.date.as_ref()?.value.first_day();
            Some(Days::between(
                from,
                earlier.date.as_ref()?.value.first_day(),
            ))
        });
        Self {
            days,
            text: days.map_or_else(
                || context.not_stated(),
                |days| {
                    context.days(if comparison.reversed {
                        days.negated()
                    } else {
                        days
                    })
                },
            ),
            previous,
            previous_text: previous.map(|days| context.days(days)),
        }
    }
}
