//! `review`: what a branch changes in the record.

mod sides;
mod stale;
mod trusted;

use super::args::{Global, Review as Command};
use super::console::{Console, Failure};
use super::exit::Exit;
use super::list;
use super::outputs::{outputs, send};
use crate::model::term::Term;
use crate::render::{Screen, render_review};
use crate::report::{ReviewReport, Reviewed, review as report};
use crate::review::{Gate, load, review};
use sides::Sides;
use trusted::Trusted;

/// Reviews a branch, wherever the result is asked for.
pub(super) fn run(
    command: &Command,
    global: &Global,
    console: &mut Console<'_>,
) -> Result<Exit, Failure> {
    let outputs = outputs(command.format, &command.output)?;
    let words = list::words(global)?;
    let sides = Sides::find(command.base.as_deref(), command.head.as_deref())?;
    let trusted = Trusted::read(&sides, command.templates.as_deref(), global, console)?;
    let (base, head) = (sides.base_source()?, sides.head_source(false)?);
    let mut branch = load(base.as_ref(), head.as_ref())?;
    if let Some(asked) = &global.dialogue {
        branch.dialogues.retain(|pair| pair.name == *asked);
        if branch.dialogues.is_empty() {
            return Err(Failure::new(format!(
                "dialogue `{asked}` is on neither side"
            )));
        }
    }
    let what = review(&branch);
    let stale = stale::reports(&sides, &branch, &what, &trusted, global)?;
    let reviewed = Reviewed {
        branch: &branch,
        review: &what,
        base: sides.base.as_ref(),
        head: sides.head.as_ref(),
        settings: &trusted.settings,
        matching: global.matching(),
        stale: &stale,
        others: &trusted.changes,
    };
    let value = report(&reviewed, &words);
    let all = command.all;
    send(outputs, console, |format, screen| {
        let screen = Screen { all, ..screen };
        Ok(render_review(
            &value,
            format,
            &trusted.templates,
            &words,
            screen,
        )?)
    })?;
    verdict(
        command,
        &value,
        &Gate(command.fail_on.clone()).failed(&what, stale.len()),
        console,
    )
}

/// Says what the review fails on, and how the run ends.
fn verdict(
    command: &Command,
    value: &ReviewReport,
    failed: &[crate::review::FailOn],
    console: &mut Console<'_>,
) -> Result<Exit, Failure> {
    if !failed.is_empty() {
        let failed: Vec<&str> = failed.iter().map(|one| one.as_str()).collect();
        console.say(&format!("failed on: {}", failed.join(", ")))?;
        return Ok(Exit::Found);
    }
    let changed = command.exit_code && value.changed;
    Ok(if changed { Exit::Found } else { Exit::Done })
}
