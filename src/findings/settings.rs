//! What the rules take for much, for long and for important.

use super::Rule;
use std::collections::BTreeMap;

/// What the rules take for much, for long and for important.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Settings {
    /// How many rounds pass an agreement over before it counts as silent.
    pub silent_rounds: u32,
    /// How many rounds pass a sector over before it counts as absent.
    pub absent_rounds: u32,
    /// How many rounds there must be before what all of them name is worth telling.
    pub core_rounds: u32,
    /// How many rounds there must be before the order of hosts is worth telling.
    pub host_rounds: u32,
    /// By how many per cent an agenda must grow or shrink.
    pub agenda_change: u32,
    /// What is asked of single rules, by id.
    pub rules: BTreeMap<&'static str, RuleSettings>,
}

/// What is asked of one rule.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct RuleSettings {
    /// The priority; none for the rule's own.
    pub priority: Option<u8>,
    /// Whether the rule draws no conclusions.
    pub off: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            silent_rounds: 1,
            absent_rounds: 2,
            core_rounds: 3,
            host_rounds: 3,
            agenda_change: 50,
            rules: BTreeMap::new(),
        }
    }
}

impl Settings {
    /// The priority of a rule's conclusions; none where it draws none.
    pub fn priority(&self, rule: Rule) -> Option<u8> {
        let asked = self.rules.get(rule.id()).copied().unwrap_or_default();
        (!asked.off).then(|| asked.priority.unwrap_or(rule.entry().priority))
    }
}

/// One threshold.
#[derive(Debug)]
pub struct Threshold {
    /// Its key in the file, in kebab case.
    pub key: &'static str,
    /// The least that it can be.
    pub least: u32,
    /// The most that it can be.
    pub most: u32,
    /// What it means, a sentence.
    pub meaning: &'static str,
    /// Where settings hold it.
    pub of: fn(&mut Settings) -> &mut u32,
}

/// No record has more rounds.
const ROUNDS: u32 = 100_000;

/// Every threshold, by key.
pub const THRESHOLDS: &[Threshold] = &[
    Threshold {
        key: "absent-rounds",
        least: 1,
        most: ROUNDS,
        meaning: "How many rounds that state their sectors must pass one over before it counts as absent (`sectors-absent`).",
        of: |settings| &mut settings.absent_rounds,
    },
    Threshold {
        key: "agenda-change",
        least: 1,
        most: 100,
        meaning: "By how many per cent of its sectors an agenda must grow or shrink (`agenda-grew`, `agenda-shrank`).",
        of: |settings| &mut settings.agenda_change,
    },
    Threshold {
        key: "core-rounds",
        least: 2,
        most: ROUNDS,
        meaning: "How many rounds must state their sectors before it is told which are in all of them (`sectors-core`, `sectors-no-core`).",
        of: |settings| &mut settings.core_rounds,
    },
    Threshold {
        key: "host-rounds",
        least: 2,
        most: ROUNDS,
        meaning: "How many rounds there must be before it is told who hosts (`hosts-alternating`, `hosts-fixed`).",
        of: |settings| &mut settings.host_rounds,
    },
    Threshold {
        key: "silent-rounds",
        least: 1,
        most: ROUNDS,
        meaning: "How many rounds that state their agreements must pass one over before it counts as silent (`agreement-silent`, `agreement-back`).",
        of: |settings| &mut settings.silent_rounds,
    },
];
