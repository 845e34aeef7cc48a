//! The rounds along a line, to scale: what is drawn, in the direction of reading.

use super::context::Setting;
use super::phrase::Direction;
use crate::history::{CommitmentHistory, History, RoundPoint};
use crate::model::commitment::CommitmentKind;
use crate::model::date::{Bounds, Date};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;

/// The rounds along a line, to scale.
///
/// A position is a percentage of the line's length, counted from the left of the page whatever the
/// direction of reading, with two decimals and a point: it is for drawing only.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct TimelineReport {
    /// All that is drawn, in words.
    pub text: String,
    /// That earlier rounds are left out, as a sentence; none where all are drawn.
    pub earlier_text: Option<String>,
    /// The stretches of the line, all of the same length to a day or two.
    pub years: Vec<YearTick>,
    /// Whether a stretch is more than one year long.
    pub grouped: bool,
    /// The rounds held, in order.
    pub held: Vec<TimeMark>,
    /// What was planned or promised of rounds.
    pub promised: Vec<TimeMark>,
}

/// A stretch of the line: a year or, of many years, the first of as many as make each stretch.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct YearTick {
    /// The year.
    pub label: String,
    /// Where it begins in the direction of reading.
    pub from: String,
}

/// One mark along the line.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct TimeMark {
    /// The round.
    pub round: u32,
    /// Its number as it is written; none where there is no room beside the one before.
    pub label: Option<String>,
    /// Its middle.
    pub at: String,
    /// Its left end.
    pub from: String,
    /// How long it is.
    pub width: String,
    /// Whether the date is coarser than a day.
    pub coarse: bool,
}

/// At most so many stretches of years are labelled.
const YEARS: i32 = 8;
/// Labels stand at least so many hundredths of a percent apart.
const APART: i64 = 600;
/// The whole line, in hundredths of a percent.
const WHOLE: i64 = 10_000;

/// Beside two rounds so many are drawn: the last ones.
const LAST: usize = 100;

impl TimelineReport {
    /// Nothing where fewer than two rounds have a date.
    pub(super) fn of(setting: &Setting<'_>, history: &History<'_>) -> Option<Self> {
        Self::since(setting, history, 0)
    }

    /// The last rounds; nothing where fewer than two of them have a date.
    pub(super) fn last(setting: &Setting<'_>, history: &History<'_>) -> Option<Self> {
        let from = history.rounds.len().saturating_sub(LAST);
        let line = Self::since(setting, history, from)?;
        let count = [("count", (LAST as u64).into())];
        Some(Self {
            earlier_text: (from > 0).then(|| setting.say("timeline-last", count)),
            ..line
        })
    }

    fn since(setting: &Setting<'_>, history: &History<'_>, from: usize) -> Option<Self> {
        let rounds = history.rounds[from..].iter();
        let first = rounds.clone().next()?.number();
        let held: Vec<Drawn<'_>> = rounds.clone().filter_map(Drawn::held).collect();
        if held.len() < 2 {
            return None;
        }
        let planned = rounds.filter_map(Drawn::planned);
        let promised = history.commitments.iter().filter_map(Drawn::promised);
        let promised: Vec<Drawn<'_>> = planned
            .chain(promised.filter(|one| one.round >= first))
            .collect();
        let line = Scale::along(setting, held.iter().chain(&promised))?;
        Some(Self {
            text: text(setting, &held, &promised),
            earlier_text: None,
            years: line.years(),
            grouped: line.step > 1,
            held: line.marks(&held),
            promised: line.marks(&promised),
        })
    }
}

/// The days that one mark stands for.
struct Drawn<'a> {
    round: u32,
    date: &'a Date,
    first: NaiveDate,
    last: NaiveDate,
}

impl<'a> Drawn<'a> {
    fn held(point: &RoundPoint<'a>) -> Option<Self> {
        let date = &point.round.date.as_ref()?.value;
        Self::of(point.number(), date, point.first_day)
    }

    fn planned(point: &RoundPoint<'a>) -> Option<Self> {
        let date = &point.round.planned.as_ref()?.value;
        Self::of(point.number(), date, date.window())
    }

    /// What a round promised of the next.
    fn promised(one: &CommitmentHistory<'a>) -> Option<Self> {
        let date = one
            .now
            .due
            .filter(|_| one.kind == CommitmentKind::NextRound)?;
        Self::of(one.made_in.checked_add(1)?, date, date.window())
    }

    /// An open end is drawn at the end that is known.
    fn of(round: u32, date: &'a Date, days: Bounds) -> Option<Self> {
        let first = days.earliest.or(days.latest)?;
        let last = days.latest.unwrap_or(first).max(first);
        Some(Self {
            round,
            date,
            first,
            last,
        })
    }
}

/// Everything drawn, in words: the rounds held, then what was planned or promised.
fn text(setting: &Setting<'_>, held: &[Drawn<'_>], promised: &[Drawn<'_>]) -> String {
    let said = |drawn: &Drawn<'_>| {
        let (round, date) = (setting.round_label(drawn.round), setting.date(drawn.date));
        setting.say(
            "labelled",
            [("label", round.into()), ("value", date.into())],
        )
    };
    let all = |drawn: &[Drawn<'_>]| {
        let each: Vec<String> = drawn.iter().map(said).collect();
        each.join(&setting.word("separator-outcomes"))
    };
    if promised.is_empty() {
        return setting.say("timeline-held", [("rounds", all(held).into())]);
    }
    setting.say(
        "timeline-all",
        [
            ("rounds", all(held).into()),
            ("promised", all(promised).into()),
        ],
    )
}

/// From the first day of the first year to the last day of a whole number of stretches.
struct Scale<'a> {
    setting: &'a Setting<'a>,
    first: i32,
    end: i32,
    step: u16,
    mirrored: bool,
}

impl<'a> Scale<'a> {
    fn along<'d>(
        setting: &'a Setting<'a>,
        drawn: impl Iterator<Item = &'d Drawn<'d>> + Clone,
    ) -> Option<Self> {
        let first = drawn.clone().map(|one| one.first.year()).min()?;
        let last = drawn.map(|one| one.last.year()).max()?;
        // A stretch begins with a year that its length divides.
        let begin = |step: u16| first - first.rem_euclid(i32::from(step));
        let count = |step: u16| (last - begin(step)) / i32::from(step) + 1;
        let steps = [
            1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000,
        ];
        let step = steps.into_iter().find(|step| count(*step) <= YEARS);
        let step = step.unwrap_or(u16::MAX);
        let first = begin(step);
        Some(Self {
            setting,
            first,
            end: first + i32::from(step) * count(step),
            step,
            mirrored: Direction::of(setting.lang()) == Direction::Rtl,
        })
    }

    /// Where a day begins, in hundredths of a percent from the start of reading.
    fn place(&self, year: i32, day: i64) -> i64 {
        let days = |year: i32| days_before(year) - days_before(self.first);
        let whole = days(self.end).max(1);
        (days(year) + day) * WHOLE / whole
    }

    /// Where a day begins and where it ends.
    fn day(&self, date: NaiveDate) -> (i64, i64) {
        let at = |day: u32| self.place(date.year(), i64::from(day));
        (at(date.ordinal0()), at(date.ordinal()))
    }

    /// A position or, with the length of what begins there, its left end.
    fn left(&self, from: i64, length: i64) -> String {
        percent(if self.mirrored {
            WHOLE - from - length
        } else {
            from
        })
    }

    /// Stretches of as many years each, as few as are easily read.
    fn years(&self) -> Vec<YearTick> {
        let from = (self.first..self.end).step_by(usize::from(self.step));
        let tick = |year: i32| YearTick {
            label: self.setting.words.figures(&year.to_string()),
            from: self.left(self.place(year, 0), 0),
        };
        from.map(tick).collect()
    }

    fn marks(&self, drawn: &[Drawn<'_>]) -> Vec<TimeMark> {
        let mut labelled: Option<i64> = None;
        let marks = drawn.iter().map(|one| {
            let (from, to) = (self.day(one.first).0, self.day(one.last).1);
            let at = i64::midpoint(from, to);
            let room = labelled.is_none_or(|before| (at - before).abs() >= APART);
            if room {
                labelled = Some(at);
            }
            TimeMark {
                round: one.round,
                label: room.then(|| self.setting.words.count(one.round.into())),
                at: self.left(at, 0),
                from: self.left(from, to - from),
                width: percent(to - from),
                coarse: one.first != one.last,
            }
        });
        marks.collect()
    }
}

/// Days from the first day of the common era to the first of a year.
fn days_before(year: i32) -> i64 {
    let first = NaiveDate::from_ymd_opt(year, 1, 1);
    let first = first.unwrap_or(if year < 0 {
        NaiveDate::MIN
    } else {
        NaiveDate::MAX
    });
    i64::from(first.num_days_from_ce())
}

/// Hundredths of a percent as a percentage for drawing.
fn percent(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let size = hundredths.unsigned_abs();
    format!("{sign}{}.{:02}", size / 100, size % 100)
}

#[cfg(test)]
mod tests;
