//! The rhythm of the rounds: how long the waits were, and who hosted.

use crate::compare::{days_between, host};
use crate::matching::{Series, SeriesRound};
use crate::model::date::Days;
use crate::model::dialogue::Periodicity;
use crate::model::id::Id;
use crate::model::term::terms;

/// The rhythm of the rounds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cadence {
    /// How often the parties said they would meet.
    pub stated: Option<Periodicity>,
    /// The time from each round to the next.
    pub intervals: Vec<Interval>,
    /// Whether the hosts took turns.
    pub alternation: Alternation,
}

/// The time from one round to the next in the record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Interval {
    /// The round it begins with.
    pub from: u32,
    /// The round it ends with.
    pub to: u32,
    /// From first day to first day.
    pub days: Days,
    /// How it lies to the stated periodicity; none where none is stated, the dates are too
    /// coarse to tell, or rounds between the two are missing.
    pub against_stated: Option<AgainstStated>,
}

terms! {
    /// How an interval lies to the stated periodicity.
    AgainstStated {
        /// Shorter than stated, by more than the leeway.
        Shorter = "shorter",
        /// As stated, give or take the leeway.
        AsStated = "as-stated",
        /// Longer than stated, by more than the leeway.
        Longer = "longer",
    }
}

terms! {
    /// Whether the hosts of a series took turns.
    Alternation {
        /// Every round was hosted by another party than the one before.
        Alternating = "alternating",
        /// The same party hosted every round.
        Fixed = "fixed",
        /// Neither.
        Irregular = "irregular",
        /// Too few hosts are known.
        Unknown = "unknown",
    }
}

/// A wait is as stated if it differs by no more than a quarter of the period.
const LEEWAY: i64 = 4;

pub(super) fn cadence(series: &Series<'_>, part: &[&SeriesRound<'_>]) -> Cadence {
    let dialogue = series.record.dialogue();
    let stated = dialogue.periodicity.as_ref().map(|one| one.value);
    Cadence {
        stated,
        intervals: part
            .windows(2)
            .map(|pair| interval(series, pair[0], pair[1], stated))
            .collect(),
        alternation: alternation(series, part),
    }
}

/// Adds the last round of a part to the rhythm up to the round before.
pub(super) fn go_on(cadence: &mut Cadence, series: &Series<'_>, part: &[&SeriesRound<'_>]) {
    if let [.., before, round] = part {
        let interval = interval(series, before, round, cadence.stated);
        cadence.intervals.push(interval);
    }
    cadence.alternation = alternation(series, part);
}

fn interval(
    series: &Series<'_>,
    from: &SeriesRound<'_>,
    to: &SeriesRound<'_>,
    stated: Option<Periodicity>,
) -> Interval {
    let days = days_between(series.record, from.round, to.round);
    let neighbours = from.number().checked_add(1) == Some(to.number());
    let period = stated.filter(|_| neighbours);
    Interval {
        from: from.number(),
        to: to.number(),
        days,
        against_stated: period.and_then(|period| against(days, period)),
    }
}

fn against(days: Days, period: Periodicity) -> Option<AgainstStated> {
    // A year of 365.2425 days, in ten-thousandths.
    let expected = i64::from(period.months()) * 3_652_425 / 120_000;
    let leeway = expected / LEEWAY;
    let (least, most) = (days.least?, days.most?);
    if least > expected + leeway {
        Some(AgainstStated::Longer)
    } else if most < expected - leeway {
        Some(AgainstStated::Shorter)
    } else if least >= expected - leeway && most <= expected + leeway {
        Some(AgainstStated::AsStated)
    } else {
        None
    }
}

/// Compares the hosts of each two neighbours; a round without a known host, or one that is missing
/// from the record, leaves open how it was.
fn alternation(series: &Series<'_>, part: &[&SeriesRound<'_>]) -> Alternation {
    let dialogue = series.record.dialogue();
    let hosts: Vec<Option<Id>> = part.iter().map(|round| host(dialogue, round)).collect();
    let neighbours = part.windows(2).zip(hosts.windows(2));
    let turns: Vec<Option<bool>> = neighbours
        .map(|(rounds, hosts)| {
            let is_next = rounds[0].number().checked_add(1) == Some(rounds[1].number());
            let (one, other) = (hosts[0].as_ref()?, hosts[1].as_ref()?);
            is_next.then_some(one != other)
        })
        .collect();
    if turns.contains(&Some(true)) && turns.contains(&Some(false)) {
        Alternation::Irregular
    } else if turns.is_empty() || turns.contains(&None) {
        Alternation::Unknown
    } else if turns.contains(&Some(true)) {
        Alternation::Alternating
    } else {
        Alternation::Fixed
    }
}
