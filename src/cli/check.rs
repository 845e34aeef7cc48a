//! `check`: what is wrong with the files, and nothing else.

use super::args::{Check, CheckFormat, Gate, Global};
use super::console::{Console, Failure};
use super::exit::Exit;
use super::record::{self, Read};
use super::today::today;
use super::{accepted, config, messages, notices, table};
use crate::diagnostic::{Code, Diagnostic, any_error};
use crate::matching::Series;
use crate::model::round::ListKind;
use crate::notice::{Accepted, Decisions, Level, Notice, any_as_bad_as, of_diagnostics};
use crate::render::notices::{Comment, Counts, Format, render};
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
    let config = config::config(global)?;
    let accepted = accepted::read(&command.day, "en")?;
    let mut decisions = accepted.decisions;
    let mut told = Told::new(wanted(&command.files)?, console.colors());
    told.add(&config.found, &config.files, Some(&mut decisions));
    told.add(&accepted.found, &accepted.files, None);
    // A stale decision shows only where everything is looked at.
    let mut complete = global.dialogue.is_none() && command.files.is_empty();
    complete &= !any_error(&config.found) && !any_error(&accepted.found);
    for entry in &entries {
        let read = record::read(entry)?;
        told.add(&read.found, &read.files, Some(&mut decisions));
        told.count(&read);
        if decisions.all_met() {
            continue;
        }
        complete &= read.record.as_ref().is_some_and(|record| {
            let (settings, matching) = (&config.settings, global.matching());
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
struct Told {
    /// The files asked for; none for all.
    wanted: Vec<String>,
    styled: bool,
    /// What was told already: a taxonomy that dialogues share is read with each of them.
    before: BTreeSet<(String, Code, String)>,
    notices: Vec<Notice>,
    /// The same for people.
    text: String,
    /// The same as JSON.
    list: Vec<serde_json::Value>,
    /// The names of all files that were read.
    files: BTreeSet<String>,
    rounds: usize,
    sectors: BTreeSet<String>,
    agreements: usize,
    /// Whether some dialogue had errors, so that its items were not counted.
    partial: bool,
}

impl Told {
    fn new(wanted: Vec<String>, styled: bool) -> Self {
        Self {
            wanted,
            styled,
            before: BTreeSet::new(),
            notices: Vec::new(),
            text: String::new(),
            list: Vec::new(),
            files: BTreeSet::new(),
            rounds: 0,
            sectors: BTreeSet::new(),
            agreements: 0,
            partial: false,
        }
    }

    /// Adds what was found in files, and marks what is accepted; without decisions, nothing is.
    fn add(&mut self, found: &[Diagnostic], files: &Files, decisions: Option<&mut Decisions>) {
        for file in files.ids().map(|file| files.name(file)) {
            let asked = self.wanted.is_empty() || self.wanted.iter().any(|one| one == file);
            if asked {
                self.files.insert(file.to_owned());
            }
        }
        let mut notices = of_diagnostics(found, files);
        let judged = decisions.is_some();
        if let Some(decisions) = decisions {
            decisions.judge(&mut notices);
        }
        for (one, notice) in found.iter().zip(notices) {
            let place = files.place(one.label.span).to_string();
            let asked = self.wanted.is_empty() || concerns(one, files, &self.wanted);
            if asked && self.before.insert((place, one.code, one.message.clone())) {
                self.text
                    .push_str(&messages::diagnostic(one, files, self.styled));
                if judged {
                    self.text.push_str(&standing(&notice));
                }
                self.text.push('\n');
                self.list.push(json(one, &notice, files));
                self.notices.push(notice);
            }
        }
    }

    fn count(&mut self, read: &Read) {
        self.partial |= any_error(&read.found);
        let Some(record) = &read.record else { return };
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

    fn print(
        mut self,
        command: &Check,
        global: &Global,
        console: &mut Console<'_>,
    ) -> Result<(), Failure> {
        let format = match command.format {
            CheckFormat::Text => {
                console.out(&self.text)?;
                if !global.quiet {
                    console.out(&self.summary())?;
                }
                return Ok(());
            }
            CheckFormat::Json => {
                return console.out(&table::json(&serde_json::Value::from(self.list)));
            }
            CheckFormat::GithubComment | CheckFormat::GithubSummary => None,
            CheckFormat::GithubAnnotations => Some(Format::GithubAnnotations),
            CheckFormat::Sarif => Some(Format::Sarif),
            CheckFormat::Gitlab => Some(Format::Gitlab),
            CheckFormat::Junit => Some(Format::Junit),
        };
        let mut files: Vec<String> = self.files.into_iter().collect();
        notices::from_checkout(&mut self.notices, &mut files);
        if let Some(format) = format {
            let day = today(&command.day)?;
            return console.out(&render(&self.notices, &files, format, day));
        }
        let summary = command.format == CheckFormat::GithubSummary;
        let key = (!summary).then_some("check");
        let comment = Comment::on_check(&self.notices, key, notices::elsewhere("check"));
        if summary {
            return notices::summary(&comment, &self.notices, console);
        }
        notices::comment(&comment, console)
    }

    fn summary(&self) -> String {
        let found = Counts::of(&self.notices).words();
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

/// Whether what can be accepted is, and the name that a decision gives it.
fn standing(notice: &Notice) -> String {
    let name = &notice.fingerprint;
    match &notice.accepted {
        _ if notice.level == Level::Error => String::new(),
        None => format!("fingerprint: {name}\n"),
        Some(Accepted {
            reason,
            author,
            until,
        }) => {
            let until = until
                .as_ref()
                .map_or(String::new(), |day| format!(" until {day}"));
            format!("fingerprint: {name}, accepted by {author}{until}: {reason}\n")
        }
    }
}

fn plural(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

fn json(one: &Diagnostic, notice: &Notice, files: &Files) -> serde_json::Value {
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
        "fingerprint": notice.fingerprint,
        "accepted": notice.accepted,
    })
}
