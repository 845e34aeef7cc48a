//! Reading the record that a command works on.

use super::args::Global;
use super::console::{Console, Failure};
use crate::check::{RoundSet, check, check_quotes, has_quotes};
use crate::diagnostic::Diagnostic;
use crate::load::load;
use crate::source::{DialogueEntry, Source, Texts, shown};
use crate::span::Files;
use std::path::{Path, PathBuf};

/// The folder of the rounds, in the folder to work in.
pub(super) const ROUNDS: &str = "rounds";

/// One dialogue, read and checked.
pub(super) struct Read {
    /// The texts.
    pub(super) files: Files,
    /// Which of them is what.
    pub(super) texts: Texts,
    /// What is wrong with them.
    pub(super) found: Vec<Diagnostic>,
    /// The record; none where something is wrong enough.
    pub(super) record: Option<RoundSet>,
}

/// The dialogues of the folder to work in.
pub(super) fn dialogues() -> Result<Vec<DialogueEntry>, Failure> {
    let folder = Path::new(ROUNDS);
    if !folder.exists() {
        // On Linux a folder that was removed under the feet of a run still has a `..`.
        if std::env::current_dir().is_err() {
            let failure = Failure::new("the folder to work in is gone");
            return Err(failure.hint("go to one that is there, or name it: rapporteur -C DIR …"));
        }
        let failure = Failure::new("there is no folder `rounds` here");
        let mut above = (1..=3).map(|up| vec![".."; up].join("/"));
        let holder = above.find(|up| Path::new(up).join(ROUNDS).is_dir());
        return Err(match holder {
            Some(up) => failure.hint(format!("it is further up: rapporteur -C {up} …")),
            None => failure.hint("go to the folder that holds it, or name it: rapporteur -C DIR …"),
        });
    }
    Ok(Source::folder(folder).dialogues()?)
}

/// Chooses one of the dialogues: the one asked for, or the only one.
pub(super) fn choose(
    mut dialogues: Vec<DialogueEntry>,
    asked: Option<&str>,
) -> Result<DialogueEntry, Failure> {
    let names: Vec<String> = dialogues.iter().map(|one| one.name.clone()).collect();
    let here = names.join(", ");
    match asked {
        Some(asked) => match dialogues.iter().position(|one| one.name == asked) {
            Some(at) => Ok(dialogues.swap_remove(at)),
            None => Err(Failure::new(format!("dialogue `{asked}` not found"))
                .detail(format!("dialogues here: {here}"))),
        },
        None if dialogues.len() == 1 => Ok(dialogues.remove(0)),
        None => Err(Failure::new("there are several dialogues; say which")
            .detail(format!("dialogues here: {here}"))
            .hint(format!(
                "add --dialogue {}",
                names.first().map_or("ID", String::as_str)
            ))),
    }
}

/// Reads and checks a dialogue.
pub(super) fn read(entry: &DialogueEntry) -> Result<Read, Failure> {
    let mut files = Files::default();
    let mut found = Vec::new();
    let texts = entry.read(&mut files, &mut found)?;
    let draft = load(&files, &texts, &mut found);
    if has_quotes(&draft) {
        let archive = entry.archive(&mut files, &mut found)?;
        check_quotes(&draft, &archive, &mut found);
    }
    let record = check(draft, &mut found);
    Ok(Read {
        files,
        texts,
        found,
        record,
    })
}

/// Reads and checks a dialogue for a command that needs it whole: what is wrong is printed, and
/// an error ends the run.
pub(super) fn sound(
    entry: &DialogueEntry,
    console: &mut Console<'_>,
) -> Result<(Files, RoundSet), Failure> {
    told(entry, read(entry)?, console)
}

/// Prints what is wrong with a dialogue that was read; an error ends the run.
pub(super) fn told(
    entry: &DialogueEntry,
    read: Read,
    console: &mut Console<'_>,
) -> Result<(Files, RoundSet), Failure> {
    console.diagnostics(&read.found, &read.files)?;
    match read.record {
        Some(record) => Ok((read.files, record)),
        None => Err(
            Failure::new(format!("the record of `{}` has errors", entry.name))
                .hint("mend them and try again; nothing was written"),
        ),
    }
}

/// Reads the dialogue that the arguments name.
pub(super) fn of_global(
    global: &Global,
    console: &mut Console<'_>,
) -> Result<(Files, RoundSet), Failure> {
    let entry = choose(dialogues()?, global.dialogue.as_deref())?;
    sound(&entry, console)
}

/// The names of the files that were asked for, each of which must be there.
pub(super) fn wanted(paths: &[PathBuf]) -> Result<Vec<String>, Failure> {
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
