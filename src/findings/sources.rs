//! What the record rests on, and where sources disagree.

use super::Argument;
use super::facts::Facts;
use super::rule::sources as rules;
use crate::span::Span;

/// Draws the conclusions about sources.
pub(super) fn find(facts: &mut Facts<'_, '_>) {
    let rounds = facts.told_of();
    let mut cited = Vec::new();
    for round in &rounds {
        let mut claims = Vec::new();
        for (_, evidence) in round.parts() {
            cited.extend(evidence.citations.iter().map(|citation| &citation.source));
            for claim in &evidence.claims {
                cited.extend(
                    claim
                        .evidence
                        .citations
                        .iter()
                        .map(|citation| &citation.source),
                );
                claims.push(claim);
            }
        }
        // In an order that does not depend on how the file is laid out.
        claims.sort_by_cached_key(|claim| {
            let words: Vec<String> = claim
                .value
                .iter()
                .map(|(_, text)| text.to_owned())
                .collect();
            (claim.of.value.clone(), words)
        });
        for claim in claims {
            let arguments = vec![
                ("key", Argument::Key(claim.of.value.clone())),
                ("round", Argument::Round(round.number.value)),
                ("value", Argument::Text(claim.value.clone())),
            ];
            facts.add(rules::SOURCES_DISAGREE, arguments, [claim.span]);
        }
    }
    let Some(first) = cited.first() else { return };
    // What is cited for one round says nothing of what another rests on.
    if rounds.iter().any(|round| !round.cites()) {
        return;
    }
    if cited.iter().any(|one| one.value != first.value) {
        return;
    }
    let arguments = vec![("source", Argument::Source(first.value.clone()))];
    let mut spans: Vec<Span> = cited.iter().map(|one| one.span).collect();
    // Where each round first cites it is enough.
    spans.sort_unstable();
    spans.dedup_by_key(|span| span.file);
    facts.add(rules::ONE_SOURCE, arguments, spans);
}
