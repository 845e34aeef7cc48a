//! `fmt`: puts the files of a record in order.

use super::args::Fmt;
use super::console::{Console, Failure};
use super::exit::Exit;
use super::fix::counted;
use super::record::{self, ROUNDS};
use crate::format::{Formatted, Kind, format};
use crate::load::{decode, limits};
use crate::source::{Source, shown};
use crate::span::Files;
use crate::write::write_all;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Puts files in order, or tells which are not.
pub(super) fn run(command: &Fmt, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let input = Path::new("-");
    let paths = if command.files.is_empty() {
        all()?
    } else {
        command.files.clone()
    };
    if paths.len() > 1 && paths.iter().any(|path| path == input) {
        return Err(Failure::new("`-` stands for one text, and goes alone"));
    }
    let mut written = Vec::new();
    let mut faulty = 0;
    for path in paths {
        let from_input = path == input;
        let name = if from_input {
            "standard input".to_owned()
        } else {
            shown(&path)
        };
        let Some((text, done)) = formatted(&path, &name, from_input, console)? else {
            faulty += 1;
            continue;
        };
        if from_input && !command.check {
            console.out(&done)?;
        } else if text != done {
            written.push((name, path, done));
        }
    }
    if faulty > 0 {
        return Err(
            Failure::new(format!("{} cannot be read", counted(faulty, "file")))
                .hint("mend it and try again; nothing was written"),
        );
    }
    if command.check {
        for (name, ..) in &written {
            console.out(&format!("{name}\n"))?;
        }
        let found = !written.is_empty();
        return Ok(if found { Exit::Found } else { Exit::Done });
    }
    let count = written.len();
    let texts = written.into_iter().map(|(_, path, text)| (path, text));
    write_all(&texts.collect::<Vec<_>>())?;
    if count > 0 {
        console.say(&format!("put {} in order", counted(count, "file")))?;
    }
    Ok(Exit::Done)
}

/// Every file of the record, each once.
fn all() -> Result<Vec<PathBuf>, Failure> {
    let entries = record::dialogues()?;
    let mut paths: BTreeSet<PathBuf> = BTreeSet::new();
    for entry in &entries {
        paths.extend(entry.paths().map(Path::to_path_buf));
    }
    paths.extend(Source::folder(ROUNDS).accepted_path()?);
    Ok(paths.into_iter().collect())
}

/// A text, and the same in order; nothing where it has a fault, which is told.
fn formatted(
    path: &Path,
    name: &str,
    input: bool,
    console: &mut Console<'_>,
) -> Result<Option<(String, String)>, Failure> {
    let bytes = bytes(path, name, input)?;
    let (mut files, mut found) = (Files::default(), Vec::new());
    let Some(file) = decode::add(name, bytes, &mut files, &mut found) else {
        console.diagnostics(&found, &files)?;
        return Ok(None);
    };
    let text = files.text(file).to_owned();
    let kind = path.file_name().and_then(|name| name.to_str());
    let done = match format(&text, kind.and_then(Kind::of_name)) {
        Formatted::Text(done) => done,
        Formatted::Left(reason) => {
            console.say(&format!("{name} is left as it is: {reason}"))?;
            text.clone()
        }
        Formatted::Faulty(fault) => {
            console.diagnostics(&[*fault], &files)?;
            return Ok(None);
        }
    };
    Ok(Some((text, done)))
}

fn bytes(path: &Path, name: &str, input: bool) -> Result<Vec<u8>, Failure> {
    let failed = |reason: io::Error| Failure::new(format!("cannot read `{name}`: {reason}"));
    let mut bytes = Vec::new();
    let most = limits::FILE_BYTES + 1;
    if input {
        let read = io::stdin().lock().take(most).read_to_end(&mut bytes);
        read.map_err(failed)?;
    } else {
        if !path.is_file() {
            return Err(Failure::new(format!("there is no file `{name}`")));
        }
        let file = File::open(path).map_err(failed)?;
        file.take(most).read_to_end(&mut bytes).map_err(failed)?;
    }
    if bytes.len() as u64 > limits::FILE_BYTES {
        let most = limits::FILE_BYTES >> 20;
        return Err(Failure::new(format!("`{name}` is larger than {most} MiB")));
    }
    Ok(bytes)
}
