//! The time line: when and where each round was held, against what was planned and promised.

use super::Facts;
use crate::compare::{CommitmentState, Venue, delay};
use crate::history::{AgainstStated, Alternation, CommitmentHistory, Interval, RoundPoint};
use crate::model::commitment::CommitmentKind;
use crate::model::date::Days;
use crate::model::dialogue::Periodicity;
use crate::model::round::{Coverage, ListKind};
use crate::model::term::Term;
use crate::report::agreement::Named;
use crate::report::context::Arg;
use crate::report::evidence::Book;
use crate::report::meeting::planned;
use crate::report::phrase::{Line, Phrase};
use crate::report::round::RoundReport;
use serde::Serialize;

/// One round on the time line.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct HeldReport {
    /// The round itself.
    pub meeting: RoundReport,
    /// The party that hosted it.
    pub host: Option<Named>,
    /// When it was planned for and how far from that it was held, in words.
    pub planned_text: Option<Line>,
    /// Days from the last day that it was planned for to its first day; negative where early.
    pub delay: Option<Days>,
    /// What an earlier round promised of it.
    pub promised: Vec<PromiseReport>,
    /// The time to the next round; none after the last.
    pub to_next: Option<NextReport>,
    /// How complete its lists are, in words.
    pub coverage_text: String,
    /// The lists that it does not state.
    pub not_stated: Vec<ListKind>,
    /// The same in words; none where it states them all.
    pub not_stated_text: Option<String>,
}

/// What was promised of a round.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct PromiseReport {
    /// The commitment.
    pub id: String,
    /// When the round was due, as the record writes it.
    pub due: Option<String>,
    /// How the commitment stands.
    pub state: CommitmentState,
    /// How late it was kept.
    pub late_days: Option<Days>,
    /// Whether the promised place was kept.
    pub venue: Option<Venue>,
    /// All of it in words.
    pub text: Line,
}

/// The time from one round to the next.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct NextReport {
    /// The next round in the record.
    pub round: u32,
    /// From first day to first day.
    pub days: Days,
    /// The same in months, rounded.
    pub months: Days,
    /// How it lies to the stated periodicity.
    pub against_stated: Option<AgainstStated>,
    /// Numbers of the rounds between the two that the record lacks.
    pub missing: Vec<u32>,
    /// All of it in words.
    pub text: String,
}

/// The rhythm of the rounds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct CadenceReport {
    /// How often the parties said they would meet.
    pub stated: Option<Periodicity>,
    /// The same against what happened, in words.
    pub stated_text: Option<String>,
    /// How many intervals lie how to what was stated.
    pub against: Vec<AgainstReport>,
    /// Whether the hosts took turns.
    pub alternation: Alternation,
    /// The same in words.
    pub alternation_text: String,
}

/// How many intervals lie in one way to the stated periodicity.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct AgainstReport {
    /// In which way.
    pub against: AgainstStated,
    /// The same in words.
    pub text: String,
    /// How many.
    pub count: u64,
}

/// The lists that a report on a series is about.
const LISTS: [ListKind; 7] = [
    ListKind::Sectors,
    ListKind::Topics,
    ListKind::Programmes,
    ListKind::Bodies,
    ListKind::Agreements,
    ListKind::Commitments,
    ListKind::Heads,
];

pub(super) fn rounds<'e>(facts: &Facts<'e>, book: &mut Book<'e>) -> Vec<HeldReport> {
    let points = facts.history.rounds.iter();
    points
        .map(|point| HeldReport::of(facts, point, book))
        .collect()
}

/// A sentence that names the rounds that the record lacks.
pub(super) fn missing_text(facts: &Facts<'_>) -> Option<String> {
    let missing = &facts.history.missing;
    if missing.is_empty() {
        return None;
    }
    let names = labels(facts, missing);
    Some(
        facts
            .setting
            .say("series-missing", [("rounds", names.into())]),
    )
}

fn labels(facts: &Facts<'_>, rounds: &[u32]) -> String {
    let context = &facts.setting;
    let labels = rounds.iter().map(|round| context.round_label(*round));
    context.words.list(&labels.collect::<Vec<_>>())
}

impl HeldReport {
    fn of<'e>(facts: &Facts<'e>, point: &RoundPoint<'e>, book: &mut Book<'e>) -> Self {
        let context = &facts.setting;
        let round = point.round;
        let delay = delay(round);
        let not_stated: Vec<ListKind> = LISTS
            .iter()
            .copied()
            .filter(|list| !states(point, *list))
            .collect();
        let names = not_stated.iter().map(|list| context.term("list", *list));
        let names = context.words.list(&names.collect::<Vec<_>>());
        // Both are in the order of rounds.
        let made = &facts.history.commitments;
        let made =
            &made[made.partition_point(|one| one.made_in < point.number().saturating_sub(1))..];
        let promises = made.iter().take_while(|one| one.made_in < point.number());
        let intervals = &facts.history.cadence.intervals;
        let next = intervals.binary_search_by_key(&point.number(), |interval| interval.from);
        Self {
            meeting: RoundReport::of(context, round, book),
            host: point.host.as_ref().map(|id| Named {
                id: id.to_string(),
                title: context.names.party(id),
            }),
            planned_text: planned(context, round)
                .map(|date| context.line("planned-for", [("date", Arg::Line(date))])),
            delay,
            promised: promises
                .filter(|one| one.kind == CommitmentKind::NextRound)
                .map(|one| PromiseReport::of(facts, one))
                .collect(),
            to_next: next.ok().map(|at| NextReport::of(facts, &intervals[at])),
            coverage_text: coverage_text(facts, point),
            not_stated_text: (!not_stated.is_empty()).then_some(names),
            not_stated,
        }
    }
}

fn states(point: &RoundPoint<'_>, list: ListKind) -> bool {
    let round = point.round;
    match list {
        ListKind::Sectors => round.sectors.is_some(),
        ListKind::Topics => round.topics.is_some(),
        ListKind::Programmes => round.programmes.is_some(),
        ListKind::Bodies => round.bodies.is_some(),
        ListKind::Agreements => round.agreements.is_some(),
        ListKind::Commitments => round.commitments.is_some(),
        ListKind::Indicators => round.indicators.is_some(),
        ListKind::Heads => round.heads.is_some(),
        ListKind::Documents => round.documents.is_some(),
        ListKind::Events => round.events.is_some(),
    }
}

/// One word where it holds for every list that the round states, else a word for each.
fn coverage_text(facts: &Facts<'_>, point: &RoundPoint<'_>) -> String {
    let context = &facts.setting;
    let stated = LISTS
        .iter()
        .copied()
        .filter(|list| *list != ListKind::Heads && states(point, *list));
    let stated: Vec<(ListKind, Coverage)> = stated
        .map(|list| (list, point.round.coverage.of(list)))
        .collect();
    let Some((_, first)) = stated.first() else {
        return context.word("none-stated");
    };
    if stated.iter().all(|(_, coverage)| coverage == first) {
        return context.term("coverage", *first);
    }
    let each = stated.iter().map(|(list, coverage)| {
        let (list, coverage) = (
            context.term("list", *list),
            context.term("coverage", *coverage),
        );
        context.say(
            "labelled",
            [("label", list.into()), ("value", coverage.into())],
        )
    });
    let each: Vec<String> = each.collect();
    each.join(&context.word("separator-outcomes"))
}

impl PromiseReport {
    fn of(facts: &Facts<'_>, one: &CommitmentHistory<'_>) -> Self {
        let context = &facts.setting;
        let standing = &one.now;
        let state = context.term("state", standing.state);
        let own = |text: String| vec![Phrase::own(&text, context.lang())];
        let mut parts = vec![own(match standing.late {
            Some(days) => {
                let days = context.days(days);
                context.say(
                    "state-late",
                    [("state", state.into()), ("days", days.into())],
                )
            }
            None => state,
        })];
        if let Some(due) = standing.due {
            let date = context.date_phrase(due);
            parts.push(context.line("promised-for", [("date", date.into())]));
        }
        parts.extend(
            standing
                .venue
                .map(|venue| own(context.term("venue", venue))),
        );
        Self {
            id: one.id.to_string(),
            due: standing.due.map(|due| due.literal().to_owned()),
            state: standing.state,
            late_days: standing.late,
            venue: standing.venue,
            text: parts.join(&Phrase::own(
                &context.word("separator-outcomes"),
                context.lang(),
            )),
        }
    }
}

impl NextReport {
    fn of(facts: &Facts<'_>, interval: &Interval) -> Self {
        let context = &facts.setting;
        let missing = facts.history.missing.iter().copied();
        let missing: Vec<u32> = missing
            .filter(|number| (interval.from + 1..interval.to).contains(number))
            .collect();
        let months = months(interval.days);
        let mut parts = vec![context.days(interval.days)];
        if let (Some(least), Some(most)) = (months.least, months.most) {
            let count = |months: i64| u64::try_from(months).unwrap_or(0);
            let months = context.words.months(count(least), count(most));
            parts.push(context.say("interval-months", [("months", months.into())]));
        }
        parts.extend(
            interval
                .against_stated
                .map(|how| context.term("against", how)),
        );
        if !missing.is_empty() {
            let names = labels(facts, &missing);
            parts.push(context.say("interval-missing", [("rounds", names.into())]));
        }
        Self {
            round: interval.to,
            days: interval.days,
            months,
            against_stated: interval.against_stated,
            missing,
            text: parts.join(&context.word("separator-outcomes")),
        }
    }
}

/// Days as whole months of 30.436875 days, rounded half up.
fn months(days: Days) -> Days {
    const MONTH: i64 = 30_436_875;
    let rounded =
        |days: i64| (days.saturating_mul(1_000_000).saturating_add(MONTH / 2)).div_euclid(MONTH);
    Days {
        least: days.least.map(rounded),
        most: days.most.map(rounded),
    }
}

impl CadenceReport {
    pub(super) fn of(facts: &Facts<'_>) -> Self {
        let context = &facts.setting;
        let cadence = &facts.history.cadence;
        let count = |how: AgainstStated| {
            let against = cadence
                .intervals
                .iter()
                .filter(|one| one.against_stated == Some(how));
            against.count() as u64
        };
        let against: Vec<AgainstReport> = AgainstStated::ALL
            .iter()
            .map(|how| AgainstReport {
                against: *how,
                text: context.term("against", *how),
                count: count(*how),
            })
            .collect();
        let said = against.iter().filter(|one| one.count > 0).map(|one| {
            let number = context.words.count(one.count);
            context.say(
                "labelled",
                [("label", one.text.clone().into()), ("value", number.into())],
            )
        });
        let said: Vec<String> = said.collect();
        let said = said.join(&context.word("separator-outcomes"));
        let stated_text = cadence.stated.map(|stated| {
            let stated = context.term("periodicity", stated);
            if said.is_empty() {
                context.say("cadence-stated", [("stated", stated.into())])
            } else {
                context.say(
                    "cadence-against",
                    [("stated", stated.into()), ("waits", said.into())],
                )
            }
        });
        Self {
            stated: cadence.stated,
            stated_text,
            against,
            alternation: cadence.alternation,
            alternation_text: context.term("hosts", cadence.alternation),
        }
    }
}
