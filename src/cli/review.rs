//! `review`: what a branch changes in the record.

mod accepted;
mod formats;
mod sides;
mod stale;
mod trusted;

use super::args::{Global, Review as Command, ReviewFormat};
use super::console::{Console, Failure};
use super::exit::Exit;
use super::list;
use super::outputs::{outputs, send};
use crate::model::term::Term;
use crate::render::{Screen, render_review};
use crate::report::{ReviewReport, Reviewed, review as report};
use crate::review::{Gate, load, review};
use accepted::Open;
use formats::Told;
use sides::Sides;
use trusted::Trusted;

/// Reviews a branch, wherever the result is asked for.
pub(super) fn run(
    command: &Command,
    global: &Global,
    console: &mut Console<'_>,
) -> Result<Exit, Failure> {
    let format = match command.format {
        Some(ReviewFormat::Report(format)) => Some(format),
        _ => None,
    };
    let others = command.format.filter(|_| format.is_none());
    let outputs = match others {
        None => outputs(format, &command.output)?,
        Some(_) => Vec::new(),
    };
    let words = list::words(global)?;
    let sides = Sides::find(command.base.as_deref(), command.head.as_deref())?;
    let trusted = Trusted::read(&sides, command.templates.as_deref(), global, console)?;
    let (base, head) = (sides.base_source()?, sides.head_source(false)?);
    let mut branch = load(base.as_ref(), head.as_ref())?;
    if let Some(asked) = &global.dialogue {
        branch
            .dialogues
            .retain(|pair| pair.name == *asked || pair.former.as_ref() == Some(asked));
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
        base: sides.base.as_ref().map(|base| &base.commit),
        head: sides.head.as_ref(),
        settings: &trusted.settings,
        matching: global.matching(),
        stale: &stale,
        others: &trusted.changes,
    };
    let mut value = report(&reviewed, &words);
    let day = &command.day;
    let whole = global.dialogue.is_none();
    let judged = (&trusted, global.matching());
    value.tell_decisions(accepted::faults(
        &sides,
        &branch,
        &value,
        judged,
        (day, whole),
    )?);
    let mut decisions = accepted::decisions(&sides, day, words.language(), console)?;
    let notices = accepted::mark(decisions.as_mut(), &mut value, &words);
    let open = Open::of(&notices);
    if let Some(format) = others {
        let told = Told {
            reviewed: &reviewed,
            report: &value,
            trusted: &trusted,
            words: &words,
        };
        let notices = (notices, decisions.as_mut());
        formats::send(format, &told, notices, (&command.output, day), console)?;
    }
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
    let exit = verdict(
        command,
        &value,
        &Gate(command.fail_on.clone()).failed(&open.review(&what), open.stale(&stale)),
        console,
    )?;
    // The run ends here, and takes its memory back at once; piece by piece would be slower.
    std::mem::forget((value, branch));
    Ok(exit)
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
