//! Sources that a dialogue keeps as plain text: `sources/<id>.txt` beside its rounds.

use super::contents::contents;
use super::{Content, DialogueEntry};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::rules as code;
use crate::error::Error;
use crate::load::decode;
use crate::span::{Files, Span};
use std::collections::BTreeMap;
use std::path::Path;

/// The texts of archived sources, by the ids of the sources.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Archive(pub BTreeMap<String, String>);

impl DialogueEntry {
    /// Reads the archived sources; what cannot be read goes to `found`, and is left out.
    pub fn archive(
        &self,
        files: &mut Files,
        found: &mut Vec<Diagnostic>,
    ) -> Result<Archive, Error> {
        let first = self.rounds.first().map(|round| round.path.as_path());
        let beside = self.dialogue.as_deref().or(first);
        let folder = beside.and_then(Path::parent).unwrap_or(Path::new("."));
        let folder = folder.join("sources");
        let mut archive = Archive::default();
        if !self.tree.is_folder(&folder) {
            return Ok(archive);
        }
        for path in self.tree.children(&folder)? {
            let ending = path.extension().and_then(|ending| ending.to_str());
            let stem = path.file_stem().and_then(|stem| stem.to_str());
            let (Some("txt" | "md"), Some(stem)) = (ending, stem) else {
                continue;
            };
            let name = self.shown(&path);
            match text(&name, contents(&self.tree, &[&path])) {
                Ok(text) => {
                    archive.0.entry(stem.to_owned()).or_insert(text);
                }
                Err(reason) => {
                    let message = format!("an archived source cannot be read: {reason}");
                    let here = Span::new(files.add(name, ""), 0..0);
                    found.push(
                        Diagnostic::new(code::ARCHIVE_UNREADABLE, here, message, "")
                            .help("save it as plain text in UTF-8"),
                    );
                }
            }
        }
        Ok(archive)
    }
}

/// The text of a file, or why there is none.
fn text(name: &str, content: Result<Vec<Content>, Error>) -> Result<String, String> {
    match content.map(|mut all| all.pop()) {
        Ok(Some(Content::Bytes(bytes))) => {
            let (mut files, mut found) = (Files::default(), Vec::new());
            match decode::add(name, bytes, &mut files, &mut found) {
                Some(file) => Ok(files.text(file).to_owned()),
                None => Err(found
                    .first()
                    .map_or_else(String::new, |one| one.message.clone())),
            }
        }
        Ok(Some(Content::TooLarge)) => Err(format!("`{name}` is too large")),
        Ok(_) => Err(format!("`{name}` leads outside the record")),
        Err(error) => Err(error.to_string()),
    }
}
