//! Concepts, and how they stand to one another.

use super::{Plan, Section};
use crate::common::random::Random;
use std::fmt::Write;

/// The concepts that the items of one list can be.
#[derive(Debug)]
pub(super) struct Vocabulary {
    /// What an id begins with.
    pub(super) stem: &'static str,
    /// Whether the taxonomy knows them.
    pub(super) listed: bool,
    /// The concepts.
    pub(super) concepts: Vec<Concept>,
}

/// One concept; others are named by their places.
#[derive(Debug, Default)]
pub(super) struct Concept {
    pub(super) broader: Option<usize>,
    pub(super) narrower: Vec<usize>,
    pub(super) related: Vec<usize>,
    /// What it was replaced by.
    pub(super) replaced: Vec<usize>,
    /// Whether it has other words.
    pub(super) aliased: bool,
}

impl Vocabulary {
    /// Makes the concepts of a list; those that the taxonomy does not know have no links.
    pub(super) fn of(plan: &Plan, stem: &'static str, listed: bool, random: &mut Random) -> Self {
        let rounds = usize::try_from(plan.rounds).unwrap_or(usize::MAX);
        let size = plan.items * 2 + rounds * (plan.items * (plan.removed + plan.renamed) / 100 + 1);
        let mut concepts: Vec<Concept> = Vec::with_capacity(size);
        for at in 0..size {
            let mut concept = Concept::default();
            if listed && at > 0 {
                if random.chance(60) {
                    let broader = random.below(at);
                    concept.broader = Some(broader);
                    concepts[broader].narrower.push(at);
                }
                if random.chance(25) {
                    concept.related.push(random.below(at));
                }
                // A retired concept gives way to earlier ones, so no two replace each other.
                if random.chance(plan.retired) {
                    let ways = random.below(2) + 1;
                    concept.replaced = (0..ways).map(|_| random.below(at)).collect();
                    concept.replaced.dedup();
                }
                concept.aliased = concept.replaced.is_empty() && random.chance(40);
            }
            concepts.push(concept);
        }
        Self {
            stem,
            listed,
            concepts,
        }
    }

    /// The id of a concept.
    pub(super) fn id(&self, at: usize) -> String {
        format!("{}-{at}", self.stem)
    }

    /// The concepts that one stands for today.
    pub(super) fn live(&self, at: usize) -> Vec<usize> {
        let replaced = &self.concepts[at].replaced;
        if replaced.is_empty() {
            return vec![at];
        }
        replaced.iter().flat_map(|one| self.live(*one)).collect()
    }

    /// Another word for a concept, in English.
    pub(super) fn alias(&self, at: usize) -> String {
        format!("other word for {} {at}", self.stem)
    }

    /// What the taxonomy says of the concepts.
    pub(super) fn section(&self, key: &'static str) -> Section {
        let lines = self.concepts.iter().enumerate().map(|(at, concept)| {
            let mut text = format!(
                "  {}: {{title: {}",
                self.id(at),
                super::lists::title(self.stem, at, 0)
            );
            if let Some(broader) = concept.broader {
                let _ = write!(text, ", broader: {}", self.id(broader));
            }
            for (key, others) in [
                ("related", &concept.related),
                ("replaced_by", &concept.replaced),
            ] {
                if !others.is_empty() {
                    let ids: Vec<String> = others.iter().map(|one| self.id(*one)).collect();
                    let _ = write!(text, ", {key}: [{}]", ids.join(", "));
                }
            }
            if concept.aliased {
                let alias = self.alias(at);
                let stem = self.stem;
                let _ = write!(
                    text,
                    ", aliases: {{en: [{alias}], ar: [كلمة أخرى {stem} {at}]}}, spellings: {{en: [{stem}e {at}]}}"
                );
            }
            text + "}\n"
        });
        Section {
            key,
            items: lines.collect(),
        }
    }
}
