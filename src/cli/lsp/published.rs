//! Which files the client was told of.

use super::open;
use lsp_types::Uri;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The addresses of files as the client writes them, and those that have messages.
#[derive(Default)]
pub(super) struct Published {
    names: BTreeMap<PathBuf, Uri>,
    told: BTreeSet<PathBuf>,
}

impl Published {
    /// Keeps the client's own address of a file.
    pub(super) fn name(&mut self, path: &Path, uri: Uri) {
        self.names.insert(path.to_path_buf(), uri);
    }

    /// The address of a file below a folder.
    pub(super) fn uri(&self, root: &Path, path: &Path) -> Option<Uri> {
        let known = self.names.get(path).cloned();
        known.or_else(|| open::uri(&root.join(path)))
    }

    /// Keeps which files have messages now; gives those that had, and have none any more.
    pub(super) fn replace(&mut self, now: BTreeSet<PathBuf>) -> Vec<PathBuf> {
        let gone = self.told.difference(&now).cloned().collect();
        self.told = now;
        gone
    }
}
