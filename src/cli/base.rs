//! What is taken from a commit because the working tree may be a stranger's: the record with its
//! decisions, settings, templates and the logo.

use super::console::Failure;
use super::record::ROUNDS;
use crate::config::{LogoFile, logo};
use crate::error::Error;
use crate::git::{Commit, Repository};
use crate::render::Templates;
use crate::review::other::{OtherFiles, in_commit, is_plain};
use crate::source::{Snapshot, Source};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A commit that is trusted.
pub(super) struct Base {
    repository: Arc<Repository>,
    /// The commit.
    pub(super) commit: Commit,
}

impl Base {
    /// Finds the commit that a revision names.
    pub(super) fn find(revision: &str) -> Result<Self, Failure> {
        let repository = Repository::open(Path::new(".")).map_err(Error::from)?;
        let commit = repository.commit(revision).map_err(Error::from)?;
        Ok(Self::of(&Arc::new(repository), commit))
    }

    /// A commit of a repository.
    pub(super) fn of(repository: &Arc<Repository>, commit: Commit) -> Self {
        Self {
            repository: Arc::clone(repository),
            commit,
        }
    }

    /// The record as the commit holds it.
    pub(super) fn record(&self) -> Result<Source, Failure> {
        let folder = format!("{}{ROUNDS}", self.repository.prefix());
        let snapshot = Snapshot::of(&self.repository, self.commit.clone(), &folder)?;
        Ok(Source::Revision(Arc::new(snapshot)))
    }

    /// Files, and those in folders, by their path from the folder worked in; a link is followed
    /// nowhere.
    pub(super) fn files(&self, paths: &[&str]) -> Result<OtherFiles, Failure> {
        Ok(in_commit(&self.repository, &self.commit, paths)?)
    }

    /// The name that messages show for a file, which git reads as well.
    pub(super) fn shown(&self, name: &str) -> String {
        let prefix = self.repository.prefix();
        format!("{}:{prefix}{name}", self.commit.id.short())
    }

    /// The logo that the settings name, as it is shown in reports, or why it cannot be.
    pub(super) fn logo(&self, file: &LogoFile) -> Result<String, String> {
        let path = file.path.as_str();
        let files = in_commit(&self.repository, &self.commit, &[path]);
        let files = files.map_err(|error| error.to_string())?;
        logo::embed(files.get(path).ok_or("it is not in the base")?)
    }

    /// The templates that the commit has in a folder, over the built-in ones.
    pub(super) fn templates(&self, folder: &str) -> Result<Templates, Failure> {
        let files = self.files(&[folder])?;
        let files = files.into_iter().filter_map(|(path, bytes)| {
            let name = path.strip_prefix(folder)?.strip_prefix('/')?.to_owned();
            let hidden = name.split('/').any(|part| part.starts_with('.'));
            let text = String::from_utf8_lossy(&bytes).into_owned();
            (!hidden).then(|| (PathBuf::from(path), name, text))
        });
        Ok(Templates::with_files(files.collect())?)
    }
}

/// A folder as a path below the one worked in; none where it is elsewhere, out of reach of any
/// branch.
pub(super) fn inside(folder: &Path) -> Option<String> {
    if is_plain(folder) {
        let parts = folder.components().filter_map(|part| match part {
            std::path::Component::Normal(part) => Some(part.to_string_lossy()),
            _ => None,
        });
        return Some(parts.collect::<Vec<_>>().join("/"));
    }
    let here = Path::new(".").canonicalize().ok()?;
    inside(folder.canonicalize().ok()?.strip_prefix(here).ok()?)
}
