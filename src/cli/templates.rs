//! `templates`: the built-in templates as files, and a check of one's own.

use super::args::TemplatesCommand;
use super::console::{Console, Failure};
use super::exit::Exit;
use crate::render::{Error, Templates};
use crate::source::shown;
use crate::write::write_all;
use std::path::{Path, PathBuf};

/// Copies the templates, or checks those of a folder.
pub(super) fn run(command: &TemplatesCommand, console: &mut Console<'_>) -> Result<Exit, Failure> {
    match command {
        TemplatesCommand::Eject { dir } => eject(dir, console),
        TemplatesCommand::Check { dir } => check(dir, console),
    }
}

/// Writes every template, or none where one of the files is there already.
fn eject(folder: &Path, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let texts: Vec<(PathBuf, String)> = Templates::built_in()
        .map(|(name, text)| (folder.join(name), text.to_owned()))
        .collect();
    // A link that leads nowhere is there too.
    let there = texts
        .iter()
        .filter(|(path, _)| path.symlink_metadata().is_ok());
    let there: Vec<String> = there.map(|(path, _)| shown(path)).collect();
    if !there.is_empty() {
        let failure = Failure::new("nothing was written: these files are there already");
        let failure = there.into_iter().fold(failure, Failure::detail);
        return Err(failure.hint("name an empty folder, or move your files away"));
    }
    write_all(&texts)?;
    let folder = shown(folder);
    console.say(&format!("wrote {} files to {folder}", texts.len()))?;
    console.say(&format!(
        "next: change what you like, delete the rest, and use it: rapporteur compare --templates {folder}"
    ))?;
    Ok(Exit::Done)
}

/// Says what is wrong with a folder of templates.
fn check(folder: &Path, console: &mut Console<'_>) -> Result<Exit, Failure> {
    match Templates::with_folder(folder) {
        Ok(_) => {
            console.say(&format!("checked {}: no problems", shown(folder)))?;
            Ok(Exit::Done)
        }
        Err(
            fault
            @ (Error::UnknownFile { .. } | Error::Template { .. } | Error::UnknownName { .. }),
        ) => {
            console.out(&format!("{fault}\n"))?;
            Ok(Exit::Found)
        }
        Err(other) => Err(other.into()),
    }
}
