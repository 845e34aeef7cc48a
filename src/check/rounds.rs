//! Rules of the rounds as a row: numbers, gaps, dates in order.

use crate::diagnostic::code::rules as code;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::date::{Bounds, Certainty};
use crate::model::dialogue::Dialogue;
use crate::model::round::Round;

/// Checks the rounds of a dialogue, which come by number.
///
/// `unread` are the numbers of rounds that are there and cannot be read.
pub(super) fn check(
    dialogue: &Dialogue,
    rounds: &[Round],
    unread: &[u32],
    found: &mut Vec<Diagnostic>,
) {
    duplicates(rounds, found);
    gaps(dialogue, rounds, unread, found);
    dates(rounds, found);
}

/// The days on which a round can have begun: its own, else what its neighbours leave open.
pub(super) fn first_day(rounds: &[Round], round: &Round) -> Bounds {
    if let Some(date) = &round.date {
        return date.value.first_day();
    }
    let number = round.number.value;
    let dated = |one: &&Round| one.date.is_some();
    let before = rounds
        .iter()
        .rev()
        .filter(dated)
        .find(|one| one.number.value < number);
    let after = rounds
        .iter()
        .filter(dated)
        .find(|one| one.number.value > number);
    let date = |one: &Round| one.date.as_ref().map(|date| date.value.clone());
    Bounds {
        earliest: before
            .and_then(date)
            .and_then(|date| date.last_day().earliest),
        latest: after
            .and_then(date)
            .and_then(|date| date.first_day().latest),
    }
}

fn duplicates(rounds: &[Round], found: &mut Vec<Diagnostic>) {
    for pair in rounds.windows(2) {
        let [first, second] = pair else { continue };
        if first.number.value == second.number.value {
            found.push(
                Diagnostic::new(
                    code::DUPLICATE_ROUND,
                    second.number.span,
                    format!("round {} is in two files", second.number.value),
                    "here again",
                )
                .related(first.number.span, "first here")
                .help("keep one file a round, named by its number"),
            );
        }
    }
}

fn gaps(dialogue: &Dialogue, rounds: &[Round], unread: &[u32], found: &mut Vec<Diagnostic>) {
    let known_missing = |number: u32| {
        dialogue
            .missing
            .iter()
            .any(|missing| missing.value == number)
    };
    for pair in rounds.windows(2) {
        let [first, second] = pair else { continue };
        let gap: Vec<u32> = (first.number.value.saturating_add(1)..second.number.value)
            .take(GAP_NAMED + 1)
            .filter(|number| !known_missing(*number) && !unread.contains(number))
            .collect();
        if gap.is_empty() {
            continue;
        }
        let mut names: Vec<String> = gap.iter().take(GAP_NAMED).map(u32::to_string).collect();
        if gap.len() > GAP_NAMED {
            names.push("…".to_owned());
        }
        let names = names.join(", ");
        let noun = if gap.len() == 1 { "round" } else { "rounds" };
        let verb = if gap.len() == 1 { "is" } else { "are" };
        let declared = dialogue.missing.iter().map(|missing| missing.value);
        let mut all: Vec<u32> = declared.chain(gap.iter().copied()).collect();
        all.sort_unstable();
        let help = if all.len() <= GAP_NAMED {
            format!("or `missing: {all:?}` to dialogue.yaml if there is no record")
        } else {
            "or their numbers to `missing` in dialogue.yaml if there is no record".to_owned()
        };
        found.push(
            Diagnostic::new(
                code::ROUND_GAP,
                second.number.span,
                format!(
                    "{noun} {names} {verb} missing before round {}",
                    second.number.value
                ),
                format!("the round before it is {}", first.number.value),
            )
            .help(format!("add what is missing, {help}")),
        );
    }
    for missing in &dialogue.missing {
        if let Some(round) = rounds.iter().find(|one| one.number.value == missing.value) {
            found.push(
                Diagnostic::new(
                    code::ROUND_NOT_MISSING,
                    missing.span,
                    format!("round {} is declared missing and is here", missing.value),
                    "declared missing",
                )
                .related(round.number.span, "the round")
                .help("remove the number from `missing`"),
            );
        }
    }
}

/// How many numbers of a gap are named.
const GAP_NAMED: usize = 10;

fn dates(rounds: &[Round], found: &mut Vec<Diagnostic>) {
    let mut last: Option<&Round> = None;
    for round in rounds {
        let Some(date) = &round.date else {
            let file = round.span.file;
            let told =
                |one: &Diagnostic| one.label.span.file == file && one.severity() == Severity::Error;
            // Where the file has errors, its date may be what they are about.
            if found.iter().any(told) {
                continue;
            }
            found.push(
                Diagnostic::new(
                    code::MISSING_DATE,
                    round.number.span,
                    format!("round {} has no date", round.number.value),
                    "when was it held?",
                )
                .help(
                    "add `date`, as coarse as the source has it: `2024`, `2024-04`, `2024-04-24`",
                ),
            );
            continue;
        };
        if let Some((earlier, before)) = last.and_then(|one| Some((one, one.date.as_ref()?)))
            && earlier.number.value < round.number.value
            && date.value.certainty(&before.value) == Certainty::Before
        {
            found.push(
                Diagnostic::new(
                    code::BACKWARD_DATES,
                    date.span,
                    format!(
                        "round {} is dated before round {}",
                        round.number.value, earlier.number.value
                    ),
                    format!("before {}", before.value.literal()),
                )
                .related(
                    before.span,
                    format!("round {} is here", earlier.number.value),
                )
                .help("correct one of the two dates, or the numbers of the rounds"),
            );
        }
        last = Some(round);
    }
}
