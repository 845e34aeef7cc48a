//! Facts that are reasoned and not read, and values on which sources disagree.

use super::context::Setting;
use super::evidence::Book;
use super::phrase::{Line, Phrase};
use super::round::RoundReport;
use crate::model::round::Round;
use crate::span::Place;
use serde::Serialize;

/// A fact that no source states and that follows from others.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct InferredReport {
    /// The fact, as a sentence.
    pub text: Line,
    /// Why it holds, in the author's words.
    pub reason: Option<Phrase>,
    /// Citations.
    pub refs: Vec<u32>,
    /// Where the record has it.
    pub file: Place,
}

/// What another source says of a key of the record.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct ClaimReport {
    /// The round in whose file it stands.
    pub round: u32,
    /// `Round 2`.
    pub label: String,
    /// The key that it is about.
    pub of: String,
    /// What the other source says.
    pub value: Phrase,
    /// Citations.
    pub refs: Vec<u32>,
    /// Where the record has it.
    pub file: Place,
}

/// The inferred facts of rounds.
pub(super) fn inferred(context: &Setting<'_>, rounds: &[&RoundReport]) -> Vec<InferredReport> {
    let places = rounds
        .iter()
        .filter_map(|round| Some((round, round.place.as_ref()?)));
    places
        .filter(|(_, place)| place.inferred)
        .map(|(round, place)| InferredReport {
            text: context.line(
                "inferred-place",
                [
                    ("place", place.name.clone().into()),
                    ("round", context.round_as("round-mid", round.round).into()),
                ],
            ),
            reason: place.note.clone(),
            refs: place.refs.clone(),
            file: place.file.clone(),
        })
        .collect()
}

/// The claims of rounds, in the order of their places.
pub(super) fn claims<'r>(
    context: &Setting<'r>,
    rounds: impl IntoIterator<Item = &'r Round>,
    book: &mut Book<'r>,
) -> Vec<ClaimReport> {
    let mut found = Vec::new();
    for round in rounds {
        let parts = round.parts().into_iter();
        let mut claims: Vec<_> = parts.flat_map(|(_, one)| &one.claims).collect();
        claims.sort_by_key(|claim| claim.span);
        found.extend(claims.into_iter().map(|claim| ClaimReport {
            round: round.number.value,
            label: context.round_label(round.number.value),
            of: claim.of.value.to_string(),
            value: context.phrase(&claim.value),
            refs: book.cite([&*claim.evidence]),
            file: context.place(claim.span),
        }));
    }
    found
}
