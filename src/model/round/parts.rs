//! Everything in a round that may cite sources.

use super::Round;
use crate::model::evidence::Evidence;
use crate::span::Span;

impl Round {
    /// The round itself and everything in it that may cite sources, each with its place.
    pub fn parts(&self) -> Vec<(Span, &Evidence)> {
        let mut parts = vec![(self.span, &self.evidence)];
        parts.extend(self.place.iter().map(|one| (one.span, &one.evidence)));
        parts.extend(
            self.heads
                .iter()
                .flatten()
                .map(|one| (one.span, &one.evidence)),
        );
        let lists = [&self.sectors, &self.topics, &self.programmes, &self.bodies];
        let mentions = lists.into_iter().flatten().flatten();
        parts.extend(mentions.map(|one| (one.span, &one.evidence)));
        for agreement in self.agreements.iter().flatten() {
            parts.push((agreement.span, &agreement.evidence));
            parts.extend(agreement.acts.iter().map(|act| (act.span, &act.evidence)));
        }
        for commitment in self.commitments.iter().flatten() {
            parts.push((commitment.span, &commitment.evidence));
            parts.extend(commitment.place.iter().map(|one| (one.span, &one.evidence)));
        }
        parts.extend(
            self.indicators
                .iter()
                .flatten()
                .map(|one| (one.span, &one.evidence)),
        );
        parts.extend(
            self.documents
                .iter()
                .flatten()
                .map(|one| (one.span, &one.evidence)),
        );
        parts.extend(
            self.events
                .iter()
                .flatten()
                .map(|one| (one.span, &one.evidence)),
        );
        parts
    }

    /// Whether it cites any source, for itself or for anything in it.
    pub fn cites(&self) -> bool {
        let mut parts = self.parts().into_iter();
        parts.any(|(_, evidence)| !evidence.citations.is_empty())
    }
}
