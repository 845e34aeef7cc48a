//! The first sentences: what changed, with the counts in them, and never more than the data say.

use super::context::{Arg, Context, Setting};
use super::evidence::Book;
use super::finding::sentence;
use super::list::{Counts, ListReport};
use super::phrase::{Line, Phrase};
use super::round::RoundReport;
use crate::findings::rule::sectors as sector_rules;
use crate::findings::{Argument, Finding, Rule};
use crate::model::dialogue::Tier;
use crate::model::round::{Coverage, ListKind, Round};
use crate::model::term::Term;

/// One sentence with the counts in it.
pub(super) fn headline(context: &Context<'_>, sectors: &ListReport) -> String {
    let comparison = context.comparison;
    let counts = &sectors.counts;
    let round = comparison.after.number.value;
    let other = |key: &str| match context.before() {
        Some(other) => context.round_as(key, other),
        None => String::new(),
    };
    let key = key(comparison.reversed, comparison.before.is_none(), counts);
    let total = counts.before.or(counts.after).unwrap_or_default();
    let sentence = context.say(
        key,
        [
            ("round", context.round_as("round-subject", round).into()),
            ("mid", context.round_as("round-mid", round).into()),
            ("other", other("round-other").into()),
            ("short", other("round-short").into()),
            ("count", total.into()),
            ("total", context.small(total)),
            ("kept", context.small(counts.kept)),
            ("added", context.small(counts.added)),
            ("removed", context.small(counts.removed)),
        ],
    );
    capitalised(&sentence)
}

fn key(reversed: bool, first: bool, counts: &Counts) -> &'static str {
    let Counts {
        kept,
        added,
        removed,
        ..
    } = *counts;
    match (counts.before, counts.after) {
        (None, Some(_)) if first => "headline-first",
        (_, None) if first => "headline-first-not-stated",
        (None, None) => "headline-not-stated",
        (None, Some(_)) => "headline-after-only",
        (Some(_), None) => "headline-before-only",
        (Some(0), Some(0)) => "headline-none",
        _ if added + removed == 0 => "headline-same",
        _ if reversed => "headline-reversed",
        _ if kept == 0 => "headline-none-kept",
        (Some(0..=2), _) if removed == 0 => "headline-only-added-few",
        _ if removed == 0 => "headline-only-added",
        _ if added == 0 => "headline-only-removed",
        _ => "headline-mixed",
    }
}

/// The last line of the terminal's report.
pub(super) fn summary(context: &Context<'_>, sectors: &ListReport) -> String {
    let comparison = context.comparison;
    let counts = &sectors.counts;
    let key = match counts {
        _ if comparison.before.is_none() => "summary-first",
        _ if !sectors.compared => "summary-not-stated",
        _ if comparison.reversed => "summary-reversed",
        Counts { resumed: 0, .. } => "summary",
        _ => "summary-resumed",
    };
    context.say(
        key,
        [
            ("kept", counts.kept.into()),
            ("added", counts.added.into()),
            ("removed", counts.removed.into()),
            ("resumed", counts.resumed.into()),
            ("before", context.only(false).into()),
            ("after", context.only(true).into()),
            ("total", sectors.totals.after.clone().into()),
        ],
    )
}

/// Both rounds with date and place, or the one.
pub(super) fn subject(
    context: &Context<'_>,
    before: Option<&RoundReport>,
    after: &RoundReport,
) -> Line {
    let Some(before) = before else {
        return described(context, after);
    };
    let mut line = context.line("subject-open", []);
    line.extend(described(context, before));
    line.extend(context.line("subject-middle", []));
    line.extend(described(context, after));
    line
}

/// A round with its date and place: `Round 2 (April 2024, Washington, inferred)`.
fn described(context: &Context<'_>, round: &RoundReport) -> Line {
    let mut details: Vec<Phrase> = Vec::new();
    let own = |text: &str| Phrase::own(text, context.lang());
    if round.date.is_some() {
        details.push(round.when.clone());
    }
    if let Some(place) = &round.place {
        details.push(place.name.clone());
        if place.inferred {
            details.push(own(&context.word("inferred")));
        }
    }
    let mut line = vec![own(&round.label)];
    for (at, detail) in details.iter().enumerate() {
        let before = if at == 0 {
            "described-open"
        } else {
            "separator"
        };
        line.push(own(&context.word(before)));
        line.push(detail.clone());
    }
    if !details.is_empty() {
        line.push(own(&context.word("described-close")));
    }
    line
}

/// At most three sentences: totals; returning against first named; the largest absences. What is
/// said beside the totals is drawn from findings.
pub(super) fn standfirst(
    context: &Context<'_>,
    before: Option<&RoundReport>,
    after: &RoundReport,
    sectors: &ListReport,
    findings: &[Finding],
) -> Vec<Line> {
    let mut lines = vec![totals(context, before, after, sectors)];
    lines.extend(added(context, &sectors.counts, findings));
    let gone = [sector_rules::NO_LONGER_LISTED, sector_rules::DROPPED];
    let gone = findings.iter().filter(|one| gone.contains(&one.rule));
    lines.extend(gone.map(|finding| sentence(context, finding)));
    lines
}

/// The rules whose conclusions the standfirst says.
pub(super) const SAID: [Rule; 5] = [
    sector_rules::RESUMED,
    sector_rules::FIRST_NAMED,
    sector_rules::FIRST_TIME,
    sector_rules::NO_LONGER_LISTED,
    sector_rules::DROPPED,
];

fn totals(
    context: &Context<'_>,
    before: Option<&RoundReport>,
    after: &RoundReport,
    sectors: &ListReport,
) -> Line {
    let mut line = described(context, after);
    let lists = |key: &str, total: &str, stated: bool| {
        if stated {
            context.line(key, [("total", Arg::Text(total.to_owned()))])
        } else {
            context.line(&format!("{key}-silent"), [])
        }
    };
    let (totals, stated) = (&sectors.totals, sectors.stated);
    let Some(before) = before else {
        line.extend(lists("standfirst-before", &totals.after, stated.after));
        return line;
    };
    line.extend(lists("standfirst-after", &totals.after, stated.after));
    line.extend(described(context, before));
    line.extend(lists("standfirst-before", &totals.before, stated.before));
    line
}

fn added(context: &Context<'_>, counts: &Counts, findings: &[Finding]) -> Option<Line> {
    let found = |rule: Rule| {
        let finding = findings.iter().find(|one| one.rule == rule)?;
        finding
            .arguments
            .iter()
            .find_map(|(_, argument)| match argument {
                Argument::Count(count) => Some(*count),
                _ => None,
            })
    };
    let parts = [
        ("clause-resumed", found(sector_rules::RESUMED)),
        ("clause-between", Some(counts.between)),
        ("clause-first-named", found(sector_rules::FIRST_NAMED)),
        ("clause-first-time", found(sector_rules::FIRST_TIME)),
    ];
    let clauses: Vec<_> = parts
        .into_iter()
        .filter_map(|(key, count)| Some((key, count.filter(|count| *count > 0)?)))
        .map(|(key, count)| {
            context.say(
                key,
                [("count", count.into()), ("number", context.small(count))],
            )
        })
        .collect();
    (!clauses.is_empty()).then(|| {
        let clauses = context.words.list(&clauses);
        context.line(
            "standfirst-added",
            [
                ("count", counts.added.into()),
                ("number", context.small(counts.added)),
                ("clauses", clauses.into()),
            ],
        )
    })
}

/// What the report rests on, and what absence from a list does not mean.
pub(super) fn caveat<'r>(
    context: &Setting<'_>,
    rounds: impl IntoIterator<Item = &'r Round>,
    book: &Book<'_>,
) -> String {
    let sources = book.sources(context);
    let first = sources.first().and_then(|(_, tier)| *tier);
    let same = first.filter(|_| sources.iter().all(|(_, tier)| *tier == first));
    let key = match (sources.len(), same) {
        (0, _) => "caveat-no-source".to_owned(),
        (_, Some(tier @ (Tier::Press | Tier::Official))) => format!("caveat-{}", tier.as_str()),
        _ => "caveat-sources".to_owned(),
    };
    let number = sources.len() as u64;
    let mut caveat = context.say(
        &key,
        [("count", number.into()), ("number", context.small(number))],
    );
    let rounds: Vec<&Round> = rounds.into_iter().collect();
    let silent = rounds.iter().filter(|round| !round.cites());
    let silent: Vec<String> = silent
        .map(|round| context.round_label(round.number.value))
        .collect();
    if number > 0 && !silent.is_empty() {
        let names = context.words.list(&silent);
        caveat.push(' ');
        caveat.push_str(&context.say("caveat-silent", [("rounds", names.into())]));
    }
    let is_partial = |round: &&Round| round.coverage.of(ListKind::Sectors) == Coverage::Partial;
    if rounds.iter().any(is_partial) {
        caveat.push(' ');
        caveat.push_str(&context.word("caveat-partial"));
    }
    caveat
}

pub(super) fn capitalised(sentence: &str) -> String {
    let mut letters = sentence.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
