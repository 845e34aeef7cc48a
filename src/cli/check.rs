//! `check`: what is wrong with the files, and nothing else.

pub(super) mod sweep;
mod told;

use super::args::{Check, Gate, Global};
use super::base::Base;
use super::console::{Console, Failure};
use super::exit::Exit;
use super::record::{self, ROUNDS};
use super::{accepted, config};
use crate::notice::{Level, any_as_bad_as};
use crate::source::Source;
use sweep::{Work, sweep};
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
    let mut told = Told::new(
        record::wanted(&command.files)?,
        command.format,
        console.colors(),
    );
    // A stale decision shows only where everything is looked at; one of the base may be about what
    // a review tells, and is none of the branch's.
    let all = global.dialogue.is_none() && command.files.is_empty() && base.is_none();
    let work = Work {
        entries,
        config,
        accepted,
        matching: global.matching(),
        all,
    };
    sweep(work, &mut told)?;
    let gate = match command.fail_on {
        Gate::Error => Level::Error,
        Gate::Warning => Level::Warning,
    };
    let fails = any_as_bad_as(&told.notices, gate);
    told.print(command, global, console)?;
    Ok(if fails { Exit::Found } else { Exit::Done })
}
