//! The first sentences on a series, which never say more than the record.

use super::Facts;
use crate::history::{Overlap, RoundPoint};
use crate::report::context::{Arg, count};
use crate::report::headline::capitalised;
use crate::report::phrase::{Line, Phrase};

/// How many of all sectors every round names.
pub(super) fn headline(facts: &Facts<'_>) -> String {
    let context = &facts.setting;
    let history = facts.history;
    let total = count(&history.sectors);
    let stating = history
        .rounds
        .iter()
        .filter(|point| point.sectors.is_some())
        .count();
    if stating == 0 {
        return context.word("series-not-stated");
    }
    if total == 0 {
        return context.word("series-none");
    }
    let constant = history
        .sectors
        .iter()
        .filter(|item| item.is_constant())
        .count() as u64;
    let key = match constant {
        _ if stating == 1 => "series-single",
        0 => "series-no-constant",
        all if all == total => "series-all-constant",
        _ => "series-constant",
    };
    let sentence = context.say(
        key,
        [
            ("count", constant.into()),
            ("number", context.small(constant)),
            ("total", total.into()),
            ("scope", scope(facts, stating).into()),
        ],
    );
    capitalised(&sentence)
}

/// In every round: since when, or of which.
fn scope(facts: &Facts<'_>, stating: usize) -> String {
    let (context, rounds) = (&facts.setting, &facts.history.rounds);
    if stating < rounds.len() {
        return context.word("scope-stating");
    }
    let first = rounds
        .first()
        .and_then(|point| context.year(point.number()));
    match first.filter(|_| facts.history.missing.is_empty()) {
        Some(year) => context.say("scope-since", [("year", year.into())]),
        None => context.word("scope-recorded"),
    }
}

/// How many rounds there are, and from when to when.
pub(super) fn subject(facts: &Facts<'_>) -> Line {
    let context = &facts.setting;
    let rounds = &facts.history.rounds;
    let total = context.say("rounds", [("count", count(rounds).into())]);
    let date = |point: Option<&RoundPoint<'_>>| {
        Some(context.date_phrase(&point?.round.date.as_ref()?.value))
    };
    match (date(rounds.first()), date(rounds.last())) {
        (Some(from), Some(to)) if rounds.len() > 1 => context.line(
            "series-subject",
            [
                ("rounds", total.into()),
                ("from", from.into()),
                ("to", to.into()),
            ],
        ),
        (Some(date), _) | (_, Some(date)) => context.line(
            "labelled",
            [("label", total.into()), ("value", date.into())],
        ),
        (None, None) => vec![Phrase::own(&total, context.lang())],
    }
}

/// What else is worth saying first.
pub(super) fn standfirst(facts: &Facts<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    lines.extend(newest(facts));
    lines.extend(closer(facts));
    lines.extend(waits(facts));
    let context = &facts.setting;
    lines
        .into_iter()
        .map(|text| vec![Phrase::own(&text, context.lang())])
        .collect()
}

/// How many sectors appear in the newest round for the first time.
fn newest(facts: &Facts<'_>) -> Option<String> {
    let context = &facts.setting;
    let last = facts.history.rounds.last()?;
    if facts.history.rounds.len() < 2 || last.first_named == 0 {
        return None;
    }
    let number = last.first_named as u64;
    let sentence = context.say(
        "series-newest",
        [
            ("count", number.into()),
            ("number", context.small(number)),
            ("round", context.round_as("round-mid", last.number()).into()),
        ],
    );
    Some(capitalised(&sentence))
}

/// The newest round shares more with an earlier one than with the one before it.
fn closer(facts: &Facts<'_>) -> Option<String> {
    let context = &facts.setting;
    let stated: Vec<u32> = facts
        .history
        .rounds
        .iter()
        .filter(|point| point.sectors.is_some())
        .map(RoundPoint::number)
        .collect();
    let [earlier @ .., before, round] = stated.as_slice() else {
        return None;
    };
    let with = |other: u32| facts.history.overlap(other, *round);
    let near = with(*before)?;
    let best = earlier.iter().rev().filter_map(|other| with(*other));
    let best = best.max_by(|a, b| a.by_share(b))?;
    if best.by_share(near).is_le() {
        return None;
    }
    let figures = |one: &Overlap| [(one.shared as u64).into(), (one.all as u64).into()];
    let ([shared, all], [near_shared, near_all]): ([Arg; 2], [Arg; 2]) =
        (figures(best), figures(near));
    let between = facts.history.overlap(best.one, *before)?;
    let [between_shared, between_all]: [Arg; 2] = figures(between);
    let sentence = context.say(
        "finding-closer-to-earlier",
        [
            ("round", context.round_label(*round).into()),
            ("earlier", context.round_label(best.one).into()),
            ("before", context.round_label(*before).into()),
            ("shared", shared),
            ("all", all),
            ("before-shared", near_shared),
            ("before-all", near_all),
            ("between-shared", between_shared),
            ("between-all", between_all),
        ],
    );
    Some(sentence)
}

/// The last wait was certainly longer, or shorter, than the one before it.
fn waits(facts: &Facts<'_>) -> Option<String> {
    let context = &facts.setting;
    let intervals = &facts.history.cadence.intervals;
    let [.., before, last] = intervals.as_slice() else {
        return None;
    };
    let neighbours = |one: &crate::history::Interval| one.from.checked_add(1) == Some(one.to);
    if !(neighbours(before) && neighbours(last)) {
        return None;
    }
    let less = |a: Option<i64>, b: Option<i64>| a.zip(b).is_some_and(|(a, b)| a < b);
    let key = if less(before.days.most, last.days.least) {
        "finding-wait-longer"
    } else if less(last.days.most, before.days.least) {
        "finding-wait-shorter"
    } else {
        return None;
    };
    Some(context.say(
        key,
        [
            ("before", context.days(before.days).into()),
            ("after", context.days(last.days).into()),
        ],
    ))
}
