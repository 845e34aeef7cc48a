//! Everything that can be wrong with a record, in the order in which it is told.

use crate::cli::accepted;
use crate::cli::config::Config;
use crate::cli::console::Failure;
use crate::cli::record::{self, Read};
use crate::diagnostic::{Diagnostic, any_error};
use crate::matching::Matching;
use crate::notice::Decisions;
use crate::source::DialogueEntry;
use crate::span::Files;

/// What is looked at.
pub(in crate::cli) struct Work {
    /// The dialogues.
    pub(in crate::cli) entries: Vec<DialogueEntry>,
    /// The settings.
    pub(in crate::cli) config: Config,
    /// The decisions.
    pub(in crate::cli) accepted: accepted::Read,
    /// What decides which items are one.
    pub(in crate::cli) matching: Matching,
    /// Whether these are all dialogues, so that a decision that meets nothing is stale.
    pub(in crate::cli) all: bool,
}

/// Whoever is told what a sweep finds.
pub(in crate::cli) trait Sweep {
    /// What was found in files, and the decisions on it; without decisions, nothing is accepted.
    fn found(&mut self, found: &[Diagnostic], files: &Files, decisions: Option<&mut Decisions>);

    /// A dialogue, all of which was told.
    fn read(&mut self, read: Read);
}

/// Looks at everything.
pub(in crate::cli) fn sweep(work: Work, told: &mut dyn Sweep) -> Result<(), Failure> {
    let (config, accepted) = (work.config, work.accepted);
    let mut decisions = accepted.decisions;
    told.found(&config.found, &config.files, Some(&mut decisions));
    told.found(&accepted.found, &accepted.files, None);
    let mut complete = work.all;
    complete &= !any_error(&config.found) && !any_error(&accepted.found);
    for entry in &work.entries {
        let read = record::read(entry)?;
        told.found(&read.found, &read.files, Some(&mut decisions));
        if !decisions.all_met() {
            complete &= read.record.as_ref().is_some_and(|record| {
                let (settings, matching) = (&config.asked.findings, work.matching);
                accepted::meet_findings(&mut decisions, record, settings, matching)
            });
        }
        told.read(read);
    }
    let faults = decisions.faults(complete);
    told.found(&faults, &accepted.files, None);
    Ok(())
}
