//! Files to texts: links, sizes, encodings.

use super::{Content, DialogueEntry, StrayReason};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::form;
use crate::error::Error;
use crate::load::{decode, limits};
use crate::span::{FileId, Files, Span};
use std::path::Path;

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

impl Texts {
    /// Every text of the dialogue.
    pub(crate) fn all(&self) -> impl Iterator<Item = FileId> {
        let own = self.taxonomy.into_iter().chain(self.dialogue);
        own.chain(self.rounds.iter().map(|round| round.file))
    }
}

impl DialogueEntry {
    /// Reads every file of the dialogue; what is no text goes to `found`, and is left out.
    ///
    /// A taxonomy that dialogues share is read once for all that use the same `files`.
    pub fn read(&self, files: &mut Files, found: &mut Vec<Diagnostic>) -> Result<Texts, Error> {
        let shared = self.taxonomy.as_deref().map(|path| self.shown(path));
        let known = files
            .ids()
            .find(|file| Some(files.name(*file)) == shared.as_deref());
        let shared = |path: &Path| known.is_some() && Some(path) == self.taxonomy.as_deref();
        let paths: Vec<&Path> = self.paths().filter(|path| !shared(path)).collect();
        let mut contents = self.contents(&paths)?.into_iter();
        self.tell_strays(files, found);
        Ok(self.texts(&mut |path| {
            if shared(path) {
                return known;
            }
            keep(self.shown(path), contents.next()?, files, found)
        }))
    }

    /// Says which files are not read, and why.
    pub(crate) fn tell_strays(&self, files: &mut Files, found: &mut Vec<Diagnostic>) {
        for stray in &self.stray {
            let file = files.add(self.shown(&stray.path), "");
            let span = Span::new(file, 0..0);
            found.push(self.stray_message(&stray.path, &stray.reason, span));
        }
    }

    /// Joins the texts that `text` gives, asked in the order of [`paths`](Self::paths).
    pub(crate) fn texts(&self, text: &mut dyn FnMut(&Path) -> Option<FileId>) -> Texts {
        let mut rounds = Vec::with_capacity(self.rounds.len());
        let taxonomy = self.taxonomy.as_deref().and_then(&mut *text);
        let dialogue = self.dialogue.as_deref().and_then(&mut *text);
        for round in &self.rounds {
            if let Some(file) = text(&round.path) {
                let number = round.number;
                rounds.push(RoundText { number, file });
            }
        }
        Texts {
            name: self.name.clone(),
            taxonomy,
            dialogue,
            rounds,
        }
    }

    fn stray_message(&self, path: &Path, reason: &StrayReason, span: Span) -> Diagnostic {
        let name = self.shown(path);
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
                let message = format!("`{name}` stands beside `{}`", self.shown(first));
                Diagnostic::new(form::FILE_TWICE, span, message, "")
                    .help("join the two in one file")
            }
        }
    }
}

/// The first digits of a name.
fn digits(name: &str) -> &str {
    let other = |c: char| !c.is_ascii_digit();
    let from = name.trim_start_matches(other);
    from.split(other).next().unwrap_or_default()
}

/// Keeps the contents of one file as a text; those that are no text are reported.
pub(crate) fn keep(
    name: String,
    content: Content,
    files: &mut Files,
    found: &mut Vec<Diagnostic>,
) -> Option<FileId> {
    let (code, message, help) = match content {
        Content::Bytes(bytes) => return decode::add(name, bytes, files, found),
        Content::TooLarge => (
            form::LIMIT_FILE,
            format!("`{name}` is larger than {} MiB", limits::FILE_BYTES >> 20),
            "split the record into more rounds, or take out what is no record",
        ),
        Content::Outside => (
            form::OUTSIDE_RECORD,
            format!("the link `{name}` leads outside the record's folder"),
            "put the file itself in the link's place",
        ),
    };
    let here = Span::new(files.add(name, ""), 0..0);
    found.push(Diagnostic::new(code, here, message, "").help(help));
    None
}
