//! What is needed to make the same report again.

use super::context::{Context, Setting};
use crate::span::{FileId, Files};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::fmt::Write;

/// The command and what it read.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct ReproduceReport {
    /// The command.
    pub command: String,
    /// The paths of the files read, sorted.
    pub inputs: Vec<String>,
    /// The SHA-256 of the files' bytes one after the other in that order, in hexadecimal.
    pub sha256: String,
}

impl ReproduceReport {
    pub(super) fn of(context: &Context<'_>) -> Self {
        let id = &context.series.record.dialogue().id;
        let after = context.comparison.after.number.value;
        let lang = context.lang();
        let last = context.before().map_or(after, |before| before.max(after));
        let command = match context.before() {
            Some(before) => {
                format!("rapporteur compare {id}/{before} {id}/{after} --lang {lang}")
            }
            None => format!("rapporteur compare {id}/{after} --lang {lang}"),
        };
        Self::by(context, command, last)
    }

    /// Nothing, for a report that is looked at and not handed out: a hash of all that a long
    /// record holds takes longer than the rest of it.
    pub(super) fn left_out() -> Self {
        Self {
            command: String::new(),
            inputs: Vec::new(),
            sha256: String::new(),
        }
    }

    /// A command that reads the record up to and with the round `last`.
    pub(super) fn by(context: &Setting<'_>, command: String, last: u32) -> Self {
        let files = context.files;
        let later = later(context, last);
        let mut ids: Vec<_> = files
            .ids()
            .filter(|id| is_input(files, *id) && !later.contains(id))
            .collect();
        ids.sort_by_key(|id| files.name(*id));
        let mut hash = Sha256::new();
        for id in &ids {
            hash.update(files.text(*id).as_bytes());
        }
        let sha256 = hash.finalize().iter().fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        });
        Self {
            command,
            inputs: ids.iter().map(|id| files.name(*id).to_owned()).collect(),
            sha256,
        }
    }
}

/// Whether a file says anything of the record: one that was only named says nothing, and an archived
/// source is held against what the record quotes, not told of.
fn is_input(files: &Files, file: FileId) -> bool {
    !files.text(file).is_empty() && !files.name(file).split('/').any(|part| part == "sources")
}

/// The files of the rounds after the last that a report tells of, which add nothing.
fn later(context: &Setting<'_>, last: u32) -> HashSet<FileId> {
    let rounds = context.series.record.rounds().iter();
    let later = rounds.filter(|round| round.number.value > last);
    later.map(|round| round.number.span.file).collect()
}
