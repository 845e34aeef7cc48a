//! Where text comes from: a folder of rounds, on disk or in a commit, in names and bytes.

mod archive;
mod contents;
mod folder;
mod read;
mod snapshot;
mod tree;

use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::span::{FileId, Files};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tree::Tree;

pub use archive::Archive;
pub use contents::Content;
pub(crate) use read::keep;
pub use read::{RoundText, Texts};
pub use snapshot::Snapshot;

/// A place that records are read from.
#[derive(Clone, Debug)]
pub enum Source {
    /// A folder on disk that holds dialogues, or the rounds of one.
    Folder(PathBuf),
    /// Such a folder as a commit holds it, read without a checkout.
    Revision(Arc<Snapshot>),
}

/// The files of one dialogue, found and not yet read.
#[derive(Clone, Debug)]
pub struct DialogueEntry {
    /// The name of the dialogue's folder.
    pub name: String,
    /// The taxonomy that holds for the dialogue.
    pub taxonomy: Option<PathBuf>,
    /// Its `dialogue.yaml`.
    pub dialogue: Option<PathBuf>,
    /// Its rounds, by number and then by name.
    pub rounds: Vec<RoundEntry>,
    /// What the folder holds beside those, and why it is passed over.
    pub stray: Vec<Stray>,
    /// Where the files are.
    tree: Tree,
}

/// The file of one round.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct RoundEntry {
    /// The number in the file's name; none where a file with another name was asked for.
    pub number: Option<u32>,
    /// The file.
    pub path: PathBuf,
}

/// Something that stands where a record's files stand, and is none of them.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Stray {
    /// The file or folder.
    pub path: PathBuf,
    /// Why it is not read.
    pub reason: StrayReason,
}

/// Why something is not read.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum StrayReason {
    /// Its name is none that a record knows.
    Unknown,
    /// The same file stands beside it with the other ending, and is read.
    Twice(PathBuf),
    /// It is a folder without `dialogue.yaml` and without rounds.
    NoDialogue,
}

impl Source {
    /// A folder on disk.
    pub fn folder(path: impl Into<PathBuf>) -> Self {
        Self::Folder(path.into())
    }

    /// Reads the decisions on what was noticed in the record, if there are any: `accepted.yaml`
    /// beside the dialogues. What is no text goes to `found`.
    pub fn accepted(
        &self,
        files: &mut Files,
        found: &mut Vec<Diagnostic>,
    ) -> Result<Option<FileId>, Error> {
        let (root, tree) = self.tree();
        let Some(path) = folder::accepted(&root, &tree)? else {
            return Ok(None);
        };
        let content = contents::contents(&tree, &[&path])?.pop();
        Ok(content.and_then(|content| keep(tree.shown(&path), content, files, found)))
    }

    /// The file of those decisions, where there is one.
    pub fn accepted_path(&self) -> Result<Option<PathBuf>, Error> {
        let (root, tree) = self.tree();
        folder::accepted(&root, &tree)
    }

    /// Finds every dialogue, by the name of its folder.
    pub fn dialogues(&self) -> Result<Vec<DialogueEntry>, Error> {
        let (root, tree) = self.tree();
        folder::dialogues(&root, &tree)
    }

    /// The folder of rounds, and where it is.
    fn tree(&self) -> (PathBuf, Tree) {
        match self {
            Self::Folder(path) => (path.clone(), Tree::Disk(path.clone())),
            Self::Revision(snapshot) => {
                let tree = Tree::Commit(Arc::clone(snapshot));
                (PathBuf::from(snapshot.folder()), tree)
            }
        }
    }
}

impl DialogueEntry {
    /// The dialogue that consists of just these round files, of the first one's folder.
    ///
    /// `dialogue.yaml` is the one beside the first file, the taxonomy the one there or a folder
    /// above. The files may have any name.
    pub fn of_files(files: &[PathBuf]) -> Result<Self, Error> {
        folder::of_files(files)
    }

    /// The name that messages show for a path of the dialogue: as [`shown`] where the files are
    /// on disk; in a commit, the first ten digits of its hash, `:`, and the path from the root of
    /// the repository, which git reads as well.
    pub fn shown(&self, path: &Path) -> String {
        self.tree.shown(path)
    }

    /// The name that messages show for the folder of rounds.
    pub fn shown_root(&self) -> String {
        match &self.tree {
            Tree::Disk(root) => self.tree.shown(root),
            Tree::Commit(snapshot) => snapshot.shown(Path::new(snapshot.folder())),
        }
    }

    /// A path of the dialogue as it is told from others in the folder of rounds: `oman-us/3.yaml`,
    /// wherever that folder is.
    pub fn within(&self, path: &Path) -> String {
        self.tree.within(path)
    }
}

/// The name that messages show for a path: relative to the current folder, with `/`.
pub fn shown(path: &Path) -> String {
    let here = std::env::current_dir().ok();
    let relative = here.and_then(|here| path.strip_prefix(here).ok().map(Path::to_path_buf));
    let path = relative.as_deref().unwrap_or(path);
    let mut name = String::new();
    for part in path.components() {
        let part = match part {
            std::path::Component::CurDir => continue,
            std::path::Component::RootDir => {
                name.push('/');
                continue;
            }
            other => other.as_os_str().to_string_lossy(),
        };
        if !name.is_empty() && !name.ends_with('/') {
            name.push('/');
        }
        name.push_str(&part);
    }
    if name.is_empty() {
        ".".to_owned()
    } else {
        name
    }
}

#[cfg(test)]
mod tests;
