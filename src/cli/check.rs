//! `check`: what is wrong with the files, and nothing else.

mod told;

use super::args::{Check, Gate, Global};
use super::base::Base;
use super::console::{Console, Failure};
use super::exit::Exit;
use super::record::{self, ROUNDS};
use super::{accepted, config};
use crate::diagnostic::any_error;
use crate::notice::{Level, any_as_bad_as};
use crate::source::Source;
use told::Told;

/// Checks every dialogue, or the one asked for.
pub(super) fn run(
    command: &Check,
    global: &Global,
    console: &mut Console<'_>,
) -> Result<Exit, Failure> {
    let mut entries = record::dialogues()?;
    if global.dialogue.is_some() {
        entries = vec![record::choose(entries, global.dialogue.as_deref())?];
    }
    let base = command.base.as_deref().map(Base::find).transpose()?;
    let config = match &base {
        Some(base) => config::of_base(global, base)?,
        None => config::config(global)?,
    };
    let trusted = match &base {
        Some(base) => base.record()?,
        None => Source::folder(ROUNDS),
    };
    let accepted = accepted::read(&trusted, &command.day, "en")?;
    let mut decisions = accepted.decisions;
    let mut told = Told::new(
        record::wanted(&command.files)?,
        command.format,
        console.colors(),
    );
    told.add(&config.found, &config.files, Some(&mut decisions));
    told.add(&accepted.found, &accepted.files, None);
    // A stale decision shows only where everything is looked at; one of the base may be about what
    // a review tells, and is none of the branch's.
    let all = global.dialogue.is_none() && command.files.is_empty();
    let mut complete = all && base.is_none();
    complete &= !any_error(&config.found) && !any_error(&accepted.found);
    for entry in &entries {
        let read = record::read(entry)?;
        told.add(&read.found, &read.files, Some(&mut decisions));
        told.count(&read);
        if decisions.all_met() {
            continue;
        }
        complete &= read.record.as_ref().is_some_and(|record| {
            let (settings, matching) = (&config.asked.findings, global.matching());
            accepted::meet_findings(&mut decisions, record, settings, matching)
        });
    }
    let faults = decisions.faults(complete);
    told.add(&faults, &accepted.files, None);
    let gate = match command.fail_on {
        Gate::Error => Level::Error,
        Gate::Warning => Level::Warning,
    };
    let fails = any_as_bad_as(&told.notices, gate);
    told.print(command, global, console)?;
    Ok(if fails { Exit::Found } else { Exit::Done })
}
