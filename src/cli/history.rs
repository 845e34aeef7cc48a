//! `history`: all rounds of a dialogue.

use super::args::{Global, HistoryArgs};
use super::compare::templates;
use super::console::{Console, Failure};
use super::exit::Exit;
use super::outputs::{outputs, send};
use super::{list, record, rounds};
use crate::history::History;
use crate::matching::Series;
use crate::render::render_series;
use crate::report;

/// Tells of all rounds, wherever it is asked for.
pub(super) fn run(
    command: &HistoryArgs,
    global: &Global,
    console: &mut Console<'_>,
) -> Result<Exit, Failure> {
    let outputs = outputs(command.format, &command.output)?;
    let templates = templates(command.templates.as_deref())?;
    let words = list::words(global)?;
    let (files, record) = record::of_global(global, console)?;
    let as_of = match &command.as_of {
        Some(word) => rounds::word(&record, word)?,
        None => rounds::newest(&record)?,
    };
    let series = Series::of(&record);
    let history = History::of(&series, as_of);
    let value = report::series(&history, &series, &files, &words);
    send(outputs, console, |format, screen| {
        Ok(render_series(&value, format, &templates, &words, screen)?)
    })?;
    Ok(Exit::Done)
}
