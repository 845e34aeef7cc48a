//! What git knows: the only module that runs the `git` program.
//!
//! No shell is involved. Every call is made with the same safe settings: no external diff, text
//! converter, hook, pager, file-system monitor, replacement or optional lock, and nothing is
//! fetched. Variables of the environment that would point git elsewhere, such as `GIT_DIR`, are
//! not passed on: the folder decides which repository is meant.

mod blobs;
mod changes;
mod config;
mod defaults;
mod endings;
mod error;
mod merge_file;
mod revision;
mod run;
mod tree;

pub use blobs::Blob;
pub use changes::{Change, ChangeKind};
pub use error::GitError;
pub use merge_file::{MergedLines, merge_lines};
pub use revision::{Commit, ObjectId};
pub use tree::{Entry, EntryKind};

use std::path::{Path, PathBuf};

/// A repository, seen from one folder in it.
#[derive(Clone, Debug)]
pub struct Repository {
    folder: PathBuf,
    prefix: String,
    git_folder: PathBuf,
    bare: bool,
    shallow: bool,
}

impl Repository {
    /// Finds the repository that a folder is in: a clone, a linked worktree, or a bare one.
    pub fn open(folder: &Path) -> Result<Self, GitError> {
        let asked = [
            "rev-parse",
            "--is-bare-repository",
            "--is-shallow-repository",
            "--absolute-git-dir",
            "--show-prefix",
        ];
        let output = run::git(folder).args(asked).output()?;
        if !output.success {
            return Err(error::not_opened(folder, &output));
        }
        let text = output.text();
        let mut lines = text.split('\n');
        let mut line = || lines.next().unwrap_or_default().to_owned();
        Ok(Self {
            folder: folder.to_path_buf(),
            bare: line() == "true",
            shallow: line() == "true",
            git_folder: PathBuf::from(line()),
            prefix: line(),
        })
    }

    /// The folder's path in the repository: empty at its root, else ending with `/`.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The folder of the repository's own files, such as `.git`.
    pub fn git_folder(&self) -> &Path {
        &self.git_folder
    }

    /// Whether it has no working tree.
    pub fn is_bare(&self) -> bool {
        self.bare
    }

    /// Whether it holds only the newest part of the history.
    pub fn is_shallow(&self) -> bool {
        self.shallow
    }

    fn git(&self) -> run::Git {
        run::git(&self.folder)
    }
}
