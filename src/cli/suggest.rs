//! `suggest`: items that may be one under two ids, and the line that says so.

use super::args::{Global, Listing, Suggest};
use super::console::{Console, Failure};
use super::exit::Exit;
use super::{list, record, table};
use crate::matching::{Series, Suggestion};
use crate::report::reasons;
use crate::span::Files;
use crate::words::Words;
use std::fmt::Write;

/// Lists what may be one under two ids; the record stays as it is.
pub(super) fn run(
    command: &Suggest,
    global: &Global,
    console: &mut Console<'_>,
) -> Result<Exit, Failure> {
    let words = list::words(global)?;
    let (files, record) = record::of_global(global, console)?;
    let series = Series::of(&record);
    let all = series.suggestions();
    match command.format {
        Listing::Json => {
            let all: Vec<serde_json::Value> = all.iter().map(|one| json(one, &files)).collect();
            console.out(&table::json(&serde_json::Value::from(all)))?;
        }
        Listing::Text if all.is_empty() => {
            console.say("nothing looks like one item under two ids")?;
        }
        Listing::Text => {
            let all: Vec<String> = all.iter().map(|one| text(one, &files, &words)).collect();
            console.log(&all.join("\n"))?;
        }
    }
    Ok(Exit::Done)
}

fn text(one: &Suggestion, files: &Files, words: &Words) -> String {
    let (former, later) = (files.place(one.former_place), files.place(one.later_place));
    let mut text = format!(
        "{} ({}:{}) and {} ({}:{}) may be one of the {}, {} % alike\n",
        one.former,
        former.file,
        former.line,
        one.later,
        later.file,
        later.line,
        one.list,
        one.score
    );
    // Writing to a string does not fail.
    let _ = writeln!(text, "  because: {}", reasons(&one.reasons, words));
    if one.ambiguous {
        text.push_str("  another pair is as good, so likeness alone cannot choose\n");
    }
    let _ = writeln!(
        text,
        "  if they are one, add to {}: {}",
        one.later,
        one.yaml()
    );
    if one.likely {
        text.push_str("  --match likely counts them as one\n");
    }
    text
}

fn json(one: &Suggestion, files: &Files) -> serde_json::Value {
    serde_json::json!({
        "list": one.list.to_string(),
        "former": one.former,
        "later": one.later,
        "score": one.score,
        "likely": one.likely,
        "ambiguous": one.ambiguous,
        "method": one.method,
        "reasons": one.reasons,
        "former_place": files.place(one.former_place),
        "later_place": files.place(one.later_place),
        "add": one.yaml(),
    })
}
