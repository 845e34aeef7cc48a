//! The texts that are open in an editor.

use crate::editor::{Encoding, Lines, Position};
use crate::source::Overlay;
use lsp_types::{TextDocumentContentChangeEvent, Uri};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What stands in an address of a file as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// An open text.
pub(super) struct Open {
    /// The text as the editor has it.
    pub(super) text: String,
    /// Its version.
    pub(super) version: i32,
}

/// Every open text, by its path from the folder worked in.
#[derive(Default)]
pub(super) struct Texts(BTreeMap<PathBuf, Open>);

impl Texts {
    /// Takes in a text.
    pub(super) fn open(&mut self, path: PathBuf, text: String, version: i32) {
        self.0.insert(path, Open { text, version });
    }

    /// Changes a text; whether it is open.
    pub(super) fn change(
        &mut self,
        path: &Path,
        changes: Vec<TextDocumentContentChangeEvent>,
        version: i32,
        encoding: Encoding,
    ) -> bool {
        let Some(open) = self.0.get_mut(path) else {
            return false;
        };
        open.version = version;
        for change in changes {
            let Some(range) = change.range else {
                open.text = change.text;
                continue;
            };
            let lines = Lines::of(&open.text, encoding);
            let offset = |at: lsp_types::Position| {
                lines.offset(Position {
                    line: at.line,
                    column: at.character,
                })
            };
            let (one, other) = (offset(range.start), offset(range.end));
            open.text
                .replace_range(one.min(other)..one.max(other), &change.text);
        }
        true
    }

    /// Forgets a text.
    pub(super) fn close(&mut self, path: &Path) {
        self.0.remove(path);
    }

    /// The text of a path.
    pub(super) fn get(&self, path: &Path) -> Option<&Open> {
        self.0.get(path)
    }

    /// The texts as they lie over the files.
    pub(super) fn overlay(&self) -> Overlay {
        let texts = self.0.iter();
        texts
            .map(|(path, open)| (path.clone(), open.text.clone()))
            .collect()
    }
}

/// The path of an address; none where it is no file.
pub(super) fn path(uri: &Uri) -> Option<PathBuf> {
    let rest = uri.as_str().strip_prefix("file://")?;
    let from = rest.find('/')?;
    let path = percent_decode_str(&rest[from..]).decode_utf8().ok()?;
    // Before the letter of a drive stands a slash that is none of the path's.
    let drive = path.as_bytes().get(2) == Some(&b':') && cfg!(windows);
    Some(PathBuf::from(if drive { &path[1..] } else { &*path }))
}

/// The address of a path.
pub(super) fn uri(path: &Path) -> Option<Uri> {
    let parts = path.to_str()?.replace(std::path::MAIN_SEPARATOR, "/");
    let parts = utf8_percent_encode(&parts, PLAIN).to_string();
    let slash = if parts.starts_with('/') { "" } else { "/" };
    format!("file://{slash}{parts}").parse().ok()
}
