//! Files to texts: links, sizes, encodings.

use super::{DialogueEntry, StrayReason, shown};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::form;
use crate::error::Error;
use crate::load::{decode, limits};
use crate::span::{FileId, Files, Span};
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

/// The texts of one dialogue, in a [`Files`] store.
#[derive(Clone, Debug)]
pub struct Texts {
    /// The name of the dialogue's folder.
    pub name: String,
    /// The taxonomy that holds for it.
    pub taxonomy: Option<FileId>,
    /// Its `dialogue.yaml`.
    pub dialogue: Option<FileId>,
    /// Its rounds.
    pub rounds: Vec<RoundText>,
}

/// The text of one round.
#[derive(Clone, Copy, Debug)]
pub struct RoundText {
    /// The number in the file's name, where it has one.
    pub number: Option<u32>,
    /// The text.
    pub file: FileId,
}

impl DialogueEntry {
    /// Reads every file of the dialogue; what is no text goes to `found`, and is left out.
    ///
    /// A taxonomy that dialogues share is read once for all that use the same `files`.
    pub fn read(&self, files: &mut Files, found: &mut Vec<Diagnostic>) -> Result<Texts, Error> {
        for stray in &self.stray {
            let file = files.add(shown(&stray.path), "");
            found.push(stray_message(
                &stray.path,
                &stray.reason,
                Span::new(file, 0..0),
            ));
        }
        let shared = self.taxonomy.as_deref().map(shown);
        let known = files
            .ids()
            .find(|file| Some(files.name(*file)) == shared.as_deref());
        let mut read = |path: &Path| read_text(path, &self.root, files, found);
        let optional = |path: &Option<PathBuf>, read: &mut dyn FnMut(&Path) -> _| {
            path.as_deref().map_or(Ok(None), read)
        };
        let taxonomy = match known {
            Some(known) => Some(known),
            None => optional(&self.taxonomy, &mut read)?,
        };
        let dialogue = optional(&self.dialogue, &mut read)?;
        let mut rounds = Vec::new();
        for round in &self.rounds {
            if let Some(file) = read(&round.path)? {
                let number = round.number;
                rounds.push(RoundText { number, file });
            }
        }
        Ok(Texts {
            name: self.name.clone(),
            taxonomy,
            dialogue,
            rounds,
        })
    }
}

/// Reads the decisions that stand beside the dialogues of `root`.
pub(super) fn accepted(
    root: &Path,
    files: &mut Files,
    found: &mut Vec<Diagnostic>,
) -> Result<Option<FileId>, Error> {
    match super::folder::accepted(root)? {
        Some(path) => read_text(&path, root, files, found),
        None => Ok(None),
    }
}

fn stray_message(path: &Path, reason: &StrayReason, span: Span) -> Diagnostic {
    let name = shown(path);
    match reason {
        StrayReason::Unknown => {
            let message = format!("`{name}` is no file of a record, and is not read");
            let stray = Diagnostic::new(form::UNEXPECTED_FILE, span, message, "");
            let stem = super::folder::stem_of_yaml(path);
            if stem.as_deref() == Some("accepted") {
                return stray.help("decisions are kept once, beside the dialogues");
            }
            let stray = match stem.as_deref().map(digits) {
                Some("") => stray.help("name a round by its number, such as `4.yaml`"),
                Some(digits) => stray.help(format!("name round {digits} `{digits}.yaml`")),
                None => stray,
            };
            stray.help("what is kept beside the rounds belongs in the folder `sources`")
        }
        StrayReason::NoDialogue => {
            let message = format!("the folder `{name}` holds no rounds, and is not read");
            Diagnostic::new(form::UNEXPECTED_FILE, span, message, "")
                .help("name a round by its number, such as `1.yaml`")
        }
        StrayReason::Twice(first) => {
            let message = format!("`{name}` stands beside `{}`", shown(first));
            Diagnostic::new(form::FILE_TWICE, span, message, "").help("join the two in one file")
        }
    }
}

/// The first digits of a name.
fn digits(name: &str) -> &str {
    let other = |c: char| !c.is_ascii_digit();
    let from = name.trim_start_matches(other);
    from.split(other).next().unwrap_or_default()
}

/// Reads one file.
fn read_text(
    path: &Path,
    root: &Path,
    files: &mut Files,
    found: &mut Vec<Diagnostic>,
) -> Result<Option<FileId>, Error> {
    let name = shown(path);
    if leads_outside(path, root)? {
        let file = files.add(name.clone(), "");
        let message = format!("the link `{name}` leads outside the record's folder");
        found.push(
            Diagnostic::new(form::OUTSIDE_RECORD, Span::new(file, 0..0), message, "")
                .help("put the file itself in the link's place"),
        );
        return Ok(None);
    }
    let Some(bytes) = read_bytes(path)? else {
        let file = files.add(name.clone(), "");
        let limit = limits::FILE_BYTES / (1024 * 1024);
        let message = format!("`{name}` is larger than {limit} MiB");
        let here = Span::new(file, 0..0);
        let fault = Diagnostic::new(form::LIMIT_FILE, here, message, "");
        found.push(fault.help("split the record into more rounds, or take out what is no record"));
        return Ok(None);
    };
    Ok(decode::add(name, bytes, files, found))
}

/// Whether a link on the way from `root` leads out of it.
fn leads_outside(path: &Path, root: &Path) -> Result<bool, Error> {
    let real = |path: &Path| {
        path.canonicalize().map_err(|reason| Error::Read {
            path: path.to_path_buf(),
            reason,
        })
    };
    Ok(!real(path)?.starts_with(real(root)?))
}

/// The bytes of a file; none past the limit. A pipe or a device is never opened.
fn read_bytes(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    let failed = |reason| Error::Read {
        path: path.to_path_buf(),
        reason,
    };
    let about = fs::metadata(path).map_err(failed)?;
    if !about.is_file() {
        return Err(Error::Kind {
            path: path.to_path_buf(),
            is: if about.is_dir() {
                "a folder"
            } else {
                "a pipe, a socket or a device"
            },
            wanted: "a file",
        });
    }
    if about.len() > limits::FILE_BYTES {
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or(0));
    let file = File::open(path).map_err(failed)?;
    let mut file = file.take(limits::FILE_BYTES + 1);
    file.read_to_end(&mut bytes).map_err(failed)?;
    Ok((bytes.len() as u64 <= limits::FILE_BYTES).then_some(bytes))
}
