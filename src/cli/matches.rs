//! How the mentions of one item were matched, and what it was not taken for.

use super::console::Failure;
use crate::matching::{Explanation, Rejection, Series};
use crate::model::id::Id;
use crate::report::reasons;
use crate::span::Files;
use crate::words::Words;
use std::fmt::Write;

/// Tells of an item in every list that has it.
pub(super) fn text(
    series: &Series<'_>,
    id: &str,
    files: &Files,
    words: &Words,
) -> Result<String, Failure> {
    let asked = Id::new(id).map(|id| series.matches(&id));
    let all = asked.filter(|all| !all.is_empty()).ok_or_else(|| {
        Failure::new(format!("no list of the record has `{id}`"))
            .hint("the ids: rapporteur list sectors, rapporteur list agreements …")
    })?;
    let told: Vec<String> = all.iter().map(|one| list(one, files, words)).collect();
    Ok(told.join("\n"))
}

// Writing to a string does not fail.
fn list(one: &Explanation, files: &Files, words: &Words) -> String {
    let mut text = format!("{} in {}\n", one.id, one.list);
    for mention in &one.mentions {
        let round = round(mention.round);
        let score = mention
            .score
            .map(|score| format!(", {score} % alike"))
            .unwrap_or_default();
        let place = files.place(mention.place);
        let _ = writeln!(
            text,
            "  {round}: `{}`, by {}{score}  {}:{}",
            mention.name, mention.ground, place.file, place.line
        );
    }
    if one.near.is_empty() {
        text.push_str("  nothing else in the list looks like it\n");
    }
    for miss in &one.near {
        let facts = reasons(&miss.reasons, words);
        let _ = writeln!(
            text,
            "  not {}, {} % alike ({facts}): {}",
            miss.id,
            miss.score,
            why(&miss.rejected)
        );
    }
    text
}

fn round(number: Option<u32>) -> String {
    number.map_or_else(
        || "before round 1".to_owned(),
        |number| format!("round {number}"),
    )
}

fn why(rejected: &Rejection) -> String {
    match rejected {
        Rejection::BelowThreshold { threshold } => format!("below {threshold} %"),
        Rejection::SameRound { round: at } => format!("{} has both", round(*at)),
        Rejection::Overlap => "neither ends before the other begins".to_owned(),
        Rejection::Declared => "a declared former id keeps them apart".to_owned(),
        Rejection::Concepts => "two concepts of the taxonomy".to_owned(),
        Rejection::Related => "the taxonomy has them as related".to_owned(),
        Rejection::Broader => "the taxonomy has one under the other".to_owned(),
        Rejection::NextRounds => "they promise two different rounds".to_owned(),
        Rejection::Beaten { by, score } => format!("{by} goes better, {score} %"),
        Rejection::Ambiguous => "another pair is as good".to_owned(),
        Rejection::NotAsked => "counted as one with --match likely only".to_owned(),
    }
}
