//! `export`: the whole record as tables, for engines that read tables.

use super::args::{Export, Global};
use super::console::{Console, Failure};
use super::exit::Exit;
use super::record;
use crate::error::Error;
use crate::export::{Dictionary, ExportError, dictionary, tables};
use crate::matching::Series;
use crate::source::shown;
use crate::write::write_all;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Writes the tables of every dialogue, or of the one asked for.
pub(super) fn run(
    command: &Export,
    global: &Global,
    console: &mut Console<'_>,
) -> Result<Exit, Failure> {
    let mut entries = record::dialogues()?;
    if global.dialogue.is_some() {
        entries = vec![record::choose(entries, global.dialogue.as_deref())?];
    }
    let mut written: Vec<(String, Vec<u8>)> = Vec::new();
    let mut rows: Vec<(&str, usize)> = Vec::new();
    for entry in &entries {
        let (files, record) = record::sound(entry, console)?;
        let series = Series::matched(&record, global.matching());
        for table in tables(&series, &files) {
            let path = table.path(record.dialogue().id.as_str(), command.format);
            written.push((path, table.bytes(command.format)?));
            match rows.iter_mut().find(|(name, _)| *name == table.name) {
                Some((_, count)) => *count += table.rows.len(),
                None => rows.push((table.name, table.rows.len())),
            }
        }
    }
    put(&command.output, written)?;
    let rows: Vec<String> = rows
        .iter()
        .map(|(name, count)| format!("{name} {count}"))
        .collect();
    console.say(&format!(
        "wrote {} to {}: rows of {}",
        command.format,
        shown(&command.output),
        rows.join(", ")
    ))?;
    Ok(Exit::Done)
}

/// Writes the files of an export into a folder, in place of those of the export that it holds.
fn put(folder: &Path, mut files: Vec<(String, Vec<u8>)>) -> Result<(), Failure> {
    let former = former(folder)?;
    let is_former = |path: &str| former.iter().any(|one| one == path);
    let names: Vec<String> = files.iter().map(|(path, _)| path.clone()).collect();
    let mut foreign: Vec<String> = names
        .iter()
        .filter(|path| !is_former(path) && folder.join(path).symlink_metadata().is_ok())
        .map(|path| shown(&folder.join(path)))
        .collect();
    let told = folder.join(Dictionary::NAME);
    if former.is_empty() && told.symlink_metadata().is_ok() {
        foreign.push(shown(&told));
    }
    if !foreign.is_empty() {
        let failure =
            Failure::new("nothing was written: these files are there, and no export wrote them");
        let failure = foreign.into_iter().fold(failure, Failure::detail);
        return Err(failure.hint("name another folder with -o, or move your files away"));
    }
    let text = dictionary(&names).map_err(ExportError::from)?;
    files.push((Dictionary::NAME.to_owned(), text.into_bytes()));
    let files: Vec<(PathBuf, Vec<u8>)> = files
        .into_iter()
        .map(|(path, bytes)| (folder.join(path), bytes))
        .collect();
    write_all(&files)?;
    for path in former.iter().filter(|path| !names.contains(path)) {
        remove(folder, path)?;
    }
    Ok(())
}

/// The files that the export in a folder wrote; none where it holds none.
fn former(folder: &Path) -> Result<Vec<String>, Failure> {
    let path = folder.join(Dictionary::NAME);
    match fs::read_to_string(&path) {
        Ok(text) => {
            let read = Dictionary::read(&text);
            Ok(read.map_or_else(Vec::new, |read| read.own().map(str::to_owned).collect()))
        }
        Err(reason) if matches!(reason.kind(), ErrorKind::NotFound | ErrorKind::InvalidData) => {
            Ok(Vec::new())
        }
        Err(reason) => Err(Error::Read { path, reason }.into()),
    }
}

/// Removes a file of a former export, and its folders where nothing else is in them.
fn remove(folder: &Path, path: &str) -> Result<(), Failure> {
    let file = folder.join(path);
    match fs::remove_file(&file) {
        Ok(()) => {}
        Err(reason) if reason.kind() == ErrorKind::NotFound => {}
        Err(reason) => return Err(Error::Write { path: file, reason }.into()),
    }
    for parent in Path::new(path).ancestors().skip(1).take(2) {
        // A folder that holds something else stays.
        if fs::remove_dir(folder.join(parent)).is_err() {
            break;
        }
    }
    Ok(())
}

impl From<ExportError> for Failure {
    fn from(error: ExportError) -> Self {
        let failure = Self::new(error.to_string());
        match error {
            ExportError::NoParquet => {
                failure.hint("build it with --features parquet, or write --format jsonl")
            }
            _ => failure,
        }
    }
}
