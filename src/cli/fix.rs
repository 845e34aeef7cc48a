//! `fix`: mends what `check` found and knows how to mend.

use super::args::{Fix, Global};
use super::console::{Console, Failure};
use super::exit::Exit;
use super::messages::visible;
use super::{ask, record};
use crate::diagnostic::Severity;
use crate::fix::fix;
use crate::source::DialogueEntry;
use crate::span::Files;
use crate::steps::unified;
use crate::write::write_all;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Shows what can be mended, and mends it where that is wanted.
pub(super) fn run(
    command: &Fix,
    global: &Global,
    console: &mut Console<'_>,
) -> Result<Exit, Failure> {
    let mut entries = record::dialogues()?;
    if global.dialogue.is_some() {
        entries = vec![record::choose(entries, global.dialogue.as_deref())?];
    }
    let wanted = record::wanted(&command.files)?;
    let mut mended = Mended::default();
    for entry in &entries {
        mended.add(entry, &wanted)?;
    }
    if mended.files.is_empty() {
        console.say(&format!("nothing to mend{}", mended.rest()))?;
        return Ok(Exit::Done);
    }
    for (name, (old, new)) in &mended.files {
        console.out(&diff(name, old, new))?;
    }
    let what = format!(
        "{} in {}",
        counted(mended.settled, "message"),
        counted(mended.files.len(), "file")
    );
    let go = if command.dry_run {
        false
    } else {
        command.yes || (ask::is_there() && ask::yes(&format!("settle {what}?"), console)?)
    };
    if !go {
        let hint = if command.dry_run || ask::is_there() {
            ""
        } else {
            ": add --yes"
        };
        console.say(&format!("nothing was written; to settle {what}{hint}"))?;
        return Ok(Exit::Found);
    }
    let written: Vec<(PathBuf, String)> = mended
        .files
        .iter()
        .map(|(_, (old, new))| (old.path.clone(), new.clone()))
        .collect();
    write_all(&written)?;
    console.say(&format!("settled {what}{}", mended.rest()))?;
    Ok(Exit::Done)
}

/// A file as it is on disk.
#[derive(Debug)]
struct Old {
    path: PathBuf,
    text: String,
}

/// What is mended in all dialogues.
#[derive(Default)]
struct Mended {
    /// The files that change, and their new texts, by name.
    files: BTreeMap<String, (Old, String)>,
    settled: usize,
    errors: usize,
    warnings: usize,
}

impl Mended {
    fn add(&mut self, entry: &DialogueEntry, wanted: &[String]) -> Result<(), Failure> {
        let (mut files, mut read) = (Files::default(), Vec::new());
        let texts = entry.read(&mut files, &mut read)?;
        let archive = entry.archive(&mut files, &mut read)?;
        // What an earlier dialogue mended in a taxonomy that they share is mended already.
        let mut now = Files::default();
        for file in files.ids() {
            let name = files.name(file);
            let text = self
                .files
                .get(name)
                .map_or(files.text(file), |(_, new)| new);
            now.add(name, text);
        }
        let fixed = fix(&now, &texts, &read, &archive, |file| {
            wanted.is_empty() || wanted.iter().any(|name| name == now.name(file))
        });
        for change in fixed.changes {
            let name = now.name(change.file);
            let path = entry.paths().find(|path| entry.shown(path) == name);
            let Some(path) = path.map(Path::to_path_buf) else {
                continue;
            };
            self.settled += change.settled;
            let text = files.text(change.file).to_owned();
            let old = self.files.remove(name).map(|(old, _)| old);
            let old = old.unwrap_or(Old { path, text });
            self.files.insert(name.to_owned(), (old, change.text));
        }
        let errors = fixed
            .left
            .iter()
            .filter(|one| one.severity() == Severity::Error)
            .count();
        self.errors += errors;
        self.warnings += fixed.left.len() - errors;
        Ok(())
    }

    /// What a person has to look at.
    fn rest(&self) -> String {
        let parts = [(self.errors, "error"), (self.warnings, "warning")];
        let parts = parts.into_iter().filter(|(count, _)| *count > 0);
        let parts: Vec<String> = parts.map(|(count, word)| counted(count, word)).collect();
        if parts.is_empty() {
            return String::new();
        }
        format!("; left for you: {} (rapporteur check)", parts.join(" and "))
    }
}

/// A count and its noun.
pub(super) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// What changes in a file, line by line.
fn diff(name: &str, old: &Old, new: &str) -> String {
    let text = unified(&old.text, new, (name, name), 1);
    text.lines().map(|line| visible(line) + "\n").collect()
}
