//! What a check found, as people and programs are told.

use super::sweep::Sweep;
use crate::cli::args::{Check, CheckFormat, Global};
use crate::cli::console::{Console, Failure};
use crate::cli::record::Read;
use crate::cli::today::today;
use crate::cli::{messages, notices, table};
use crate::diagnostic::{Code, Diagnostic, any_error};
use crate::matching::Series;
use crate::model::round::ListKind;
use crate::notice::{Accepted, Decisions, Level, Notice, of_diagnostics};
use crate::render::notices::{Comment, Counts, Format, render};
use crate::span::{Files, Span};
use std::collections::BTreeSet;

/// What was checked and what was found.
pub(super) struct Told {
    /// The files asked for; none for all.
    wanted: Vec<String>,
    format: CheckFormat,
    styled: bool,
    /// What was told already: a taxonomy that dialogues share is read with each of them.
    before: BTreeSet<(String, Code, String)>,
    /// What was found.
    pub(super) notices: Vec<Notice>,
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
    pub(super) fn new(wanted: Vec<String>, format: CheckFormat, styled: bool) -> Self {
        Self {
            wanted,
            format,
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

    pub(super) fn print(
        mut self,
        command: &Check,
        global: &Global,
        console: &mut Console<'_>,
    ) -> Result<(), Failure> {
        let format = match self.format {
            CheckFormat::Text => {
                console.log(&self.text)?;
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
        let summary = self.format == CheckFormat::GithubSummary;
        let key = (!summary).then_some("check");
        let comment = Comment::on_check(&self.notices, key, notices::elsewhere("check"));
        if summary {
            return notices::summary(&comment, &self.notices, &[], console);
        }
        notices::comment(&comment, &[], console)
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

impl Sweep for Told {
    fn found(&mut self, found: &[Diagnostic], files: &Files, decisions: Option<&mut Decisions>) {
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
                match self.format {
                    CheckFormat::Text => {
                        let text = messages::diagnostic(one, files, self.styled);
                        self.text.push_str(&text);
                        if judged {
                            self.text.push_str(&standing(&notice));
                        }
                        self.text.push('\n');
                    }
                    CheckFormat::Json => self.list.push(json(one, &notice, files)),
                    _ => {}
                }
                self.notices.push(notice);
            }
        }
    }

    fn read(&mut self, read: Read) {
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

fn concerns(one: &Diagnostic, files: &Files, wanted: &[String]) -> bool {
    let labels = std::iter::once(&one.label).chain(&one.related);
    labels
        .map(|label| files.name(label.span.file))
        .any(|name| wanted.iter().any(|one| one == name))
}
