//! `history`: all rounds of a dialogue, or one item through them.

use super::args::{Global, HistoryArgs};
use super::console::{Console, Failure};
use super::exit::Exit;
use super::outputs::{Output, outputs, send};
use super::{config, list, record, rounds};
use crate::history::History;
use crate::matching::Series;
use crate::render::{Format, render_series, render_trace};
use crate::report;

/// Tells of all rounds, wherever it is asked for.
pub(super) fn run(
    command: &HistoryArgs,
    global: &Global,
    console: &mut Console<'_>,
) -> Result<Exit, Failure> {
    let outputs = outputs(command.format, &command.output)?;
    let (_, templates) = config::look(&command.look, global, console)?;
    let words = list::words(global)?;
    let (files, record) = record::of_global(global, console)?;
    let as_of = match &command.as_of {
        Some(word) => rounds::word(&record, word)?,
        None => rounds::newest(&record)?,
    };
    let series = Series::matched(&record, global.matching());
    let history = History::of(&series, as_of);
    if let Some(name) = &command.item {
        let value = report::trace(name, &history, &series, &files, &words);
        let value = value.ok_or_else(|| not_found(name, &history))?;
        send(outputs, console, |format, _| {
            Ok(render_trace(&value, format, &words)?)
        })?;
        return Ok(Exit::Done);
    }
    if let [Output { file: None, format }] = outputs.as_slice()
        && *format == Format::Json
    {
        let outline = report::series_outline(&history, &series, &files, &words);
        console.series_json(&outline)?;
        // The run ends here, and takes its memory back at once; piece by piece would be slower.
        std::mem::forget(outline);
        std::mem::forget((history, series));
        std::mem::forget((record, files));
        return Ok(Exit::Done);
    }
    let value = report::series(&history, &series, &files, &words);
    send(outputs, console, |format, screen| {
        Ok(render_series(&value, format, &templates, &words, screen)?)
    })?;
    Ok(Exit::Done)
}

fn not_found(name: &str, history: &History<'_>) -> Failure {
    let failure = Failure::new(format!("no item `{name}` in the record"));
    let near = report::nearest_items(name, history);
    if near.is_empty() {
        failure.hint("rapporteur history names every item")
    } else {
        failure.hint(format!("did you mean {}?", near.join(", ")))
    }
}
