//! `compare`: what changed from one round to another.

use super::args::{Compare, Global};
use super::console::{Console, Failure};
use super::exit::Exit;
use super::outputs::{Output, outputs, screen, wrote};
use super::rounds::{self, Chosen};
use super::{config, list, matches, report};
use crate::compare;
use crate::findings::findings;
use crate::matching::Series;
use crate::render::{Format, render};
use crate::report::Outline;
use crate::write::write_all;

/// Compares two rounds and writes the report wherever it is asked for.
pub(super) fn run(
    command: &Compare,
    global: &Global,
    console: &mut Console<'_>,
) -> Result<Exit, Failure> {
    let outputs = outputs(command.format, &command.output)?;
    let (settings, templates) = config::look(&command.look, global, console)?;
    let words = list::words(global)?;
    let (before, after) = (command.before.as_deref(), command.after.as_deref());
    let Chosen {
        files,
        record,
        before,
        after,
    } = rounds::pair(before, after, global, console)?;
    let series = Series::matched(&record, global.matching());
    if let Some(id) = &command.explain {
        console.log(&matches::text(&series, id, &files, &words)?)?;
        return Ok(Exit::Done);
    }
    let comparison = match before {
        Some(before) => compare::compare(&series, before, after),
        None => compare::first(&series, after),
    };
    let comparison = comparison.ok_or_else(|| Failure::new("a round is not in the record"))?;
    let history = report::history(&comparison, &series);
    let dialogue = record.dialogue();
    let found = findings(dialogue, &comparison, &history, &settings);
    let outline = Outline::of(&comparison, &series, &history, &found, &files, &words);
    drop(history);
    let changed = command.exit_code && comparison.is_changed();
    let exit = if changed { Exit::Found } else { Exit::Done };
    if let [only] = &outputs[..]
        && only.file.is_none()
        && only.format == Format::Json
    {
        console.json(&outline)?;
        // The run ends here, and takes its memory back at once; piece by piece would be slower.
        std::mem::forget(outline);
        std::mem::forget((found, comparison));
        std::mem::forget(series);
        std::mem::forget((record, files));
        return Ok(exit);
    }
    let is_page = |one: &Output| matches!(one.format, Format::Markdown | Format::Html);
    let value = if templates.are_built_in() && outputs.iter().all(is_page) {
        outline.page()
    } else {
        outline.whole()
    };
    let mut printed = Vec::new();
    let mut written = Vec::new();
    let mut sent_text = false;
    for output in outputs {
        let screen = match output.file {
            None => screen(console, command.all),
            Some(_) => crate::render::Screen {
                all: command.all,
                ..Default::default()
            },
        };
        let text = render(&value, output.format, &templates, &words, screen)?;
        match output.file {
            None => {
                sent_text |= output.format == Format::Text;
                printed.push((output.format, text));
            }
            Some(path) => written.push((path, text)),
        }
    }
    write_all(&written)?;
    for (format, text) in printed {
        console.report(format, &text)?;
    }
    if !written.is_empty() {
        console.say(&wrote(&written))?;
    }
    if sent_text && before == rounds::previous(&record, after) {
        console.say(&where_reports_are(record.dialogue().id.as_str(), after))?;
    }
    std::mem::forget((value, comparison));
    std::mem::forget(series);
    std::mem::forget((record, files));
    Ok(exit)
}

/// Where the reports of a round are, or how to get them.
fn where_reports_are(dialogue: &str, round: u32) -> String {
    let paths = report::paths(dialogue, round);
    let there: Vec<String> = paths
        .iter()
        .filter(|path| path.is_file())
        .map(|path| crate::source::shown(path))
        .collect();
    if there.is_empty() {
        format!("to write its reports: rapporteur report {round}")
    } else {
        format!("reports: {}", there.join(", "))
    }
}
