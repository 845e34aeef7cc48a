//! `check`: what is wrong with the files, and nothing else.

use super::args::{Check, Global, Listing};
use super::console::{Console, Failure};
use super::exit::Exit;
use super::record::{self, Read};
use super::{config, messages, table};
use crate::check::RoundSet;
use crate::diagnostic::{Diagnostic, Severity, any_error};
use crate::matching::Series;
use crate::model::round::ListKind;
use crate::source::shown;
use crate::span::{Files, Span};
use std::collections::BTreeSet;
use std::path::PathBuf;

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
    let wanted = wanted(&command.files)?;
    let mut tally = Tally::default();
    let mut text = String::new();
    let mut list = Vec::new();
    let mut told = BTreeSet::new();
    let config = config::config(global)?;
    for one in &config.found {
        if wanted.is_empty() || concerns(one, &config.files, &wanted) {
            text.push_str(&messages::diagnostic(one, &config.files, console.colors()));
            text.push('\n');
            list.push(json(one, &config.files));
            tally.errors += 1;
        }
    }
    for entry in &entries {
        let mut read = record::read(entry)?;
        let files = &read.files;
        read.found
            .retain(|one| wanted.is_empty() || concerns(one, files, &wanted));
        // A taxonomy that dialogues share is read with each of them, and told of once.
        read.found.retain(|one| {
            let place = files.place(one.label.span).to_string();
            told.insert((place, one.code, one.message.clone()))
        });
        for one in &read.found {
            text.push_str(&messages::diagnostic(one, files, console.colors()));
            text.push('\n');
            list.push(json(one, files));
        }
        tally.add(&read);
    }
    match command.format {
        Listing::Json => console.out(&table::json(&serde_json::Value::from(list)))?,
        Listing::Text => {
            console.out(&text)?;
            if !global.quiet {
                console.out(&tally.summary())?;
            }
        }
    }
    Ok(if tally.errors > 0 {
        Exit::Found
    } else {
        Exit::Done
    })
}

/// The names of the files that were asked for, each of which must be there.
fn wanted(paths: &[PathBuf]) -> Result<Vec<String>, Failure> {
    let name = |path: &PathBuf| {
        if path.is_file() {
            Ok(shown(path))
        } else {
            Err(Failure::new(format!(
                "there is no file `{}`",
                path.display()
            )))
        }
    };
    paths.iter().map(name).collect()
}

fn concerns(one: &Diagnostic, files: &Files, wanted: &[String]) -> bool {
    let labels = std::iter::once(&one.label).chain(&one.related);
    labels
        .map(|label| files.name(label.span.file))
        .any(|name| wanted.iter().any(|one| one == name))
}

/// What was checked and what was found.
#[derive(Default)]
struct Tally {
    rounds: usize,
    sectors: BTreeSet<String>,
    agreements: usize,
    errors: usize,
    warnings: usize,
    /// Whether some dialogue had errors, so that its items were not counted.
    partial: bool,
}

impl Tally {
    fn add(&mut self, read: &Read) {
        let errors = read
            .found
            .iter()
            .filter(|one| one.severity() == Severity::Error)
            .count();
        self.errors += errors;
        self.warnings += read.found.len() - errors;
        self.partial |= any_error(&read.found);
        if let Some(record) = &read.record {
            self.count(record);
        }
    }

    fn count(&mut self, record: &RoundSet) {
        let series = Series::of(record);
        self.rounds += series.rounds.len();
        let entries = series
            .rounds
            .iter()
            .filter_map(|round| round.list(ListKind::Sectors));
        self.sectors
            .extend(entries.flatten().map(|entry| entry.id.to_string()));
        let mentioned = |course: &&crate::acts::Course<'_>| !course.mentions.is_empty();
        self.agreements += series.courses.values().filter(mentioned).count();
    }

    fn summary(&self) -> String {
        let found = match (self.errors, self.warnings) {
            (0, 0) => "no problems".to_owned(),
            (errors, 0) => plural(errors, "error"),
            (0, warnings) => plural(warnings, "warning"),
            (errors, warnings) => {
                format!(
                    "{}, {}",
                    plural(errors, "error"),
                    plural(warnings, "warning")
                )
            }
        };
        if self.partial {
            return format!("{found}\n");
        }
        format!(
            "checked {}, {}, {}: {found}\n",
            plural(self.rounds, "round"),
            plural(self.sectors.len(), "sector"),
            plural(self.agreements, "agreement"),
        )
    }
}

fn plural(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

fn json(one: &Diagnostic, files: &Files) -> serde_json::Value {
    let place = |span: Span| files.place(span);
    let related = one
        .related
        .iter()
        .map(|label| serde_json::json!({"place": place(label.span), "text": label.text}));
    let suggestion = one.suggestion.as_ref().map(|suggestion| {
        serde_json::json!({
            "place": place(suggestion.span),
            "replaces": files.slice(suggestion.span),
            "with": suggestion.replacement,
        })
    });
    serde_json::json!({
        "code": one.code.name(),
        "severity": one.severity(),
        "message": one.message,
        "place": place(one.label.span),
        "label": one.label.text,
        "related": related.collect::<Vec<_>>(),
        "help": one.help,
        "suggestion": suggestion,
    })
}
