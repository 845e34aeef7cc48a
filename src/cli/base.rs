//! What is taken from a commit because the working tree may be a stranger's.

use super::console::Failure;
use super::record::ROUNDS;
use crate::error::Error;
use crate::git::{Blob, Commit, EntryKind, Repository};
use crate::load::limits;
use crate::source::{Snapshot, Source};
use std::path::Path;
use std::sync::Arc;

/// A commit that is trusted.
pub(super) struct Base {
    repository: Arc<Repository>,
    commit: Commit,
}

impl Base {
    /// Finds the commit that a revision names.
    pub(super) fn find(revision: &str) -> Result<Self, Failure> {
        let repository = Repository::open(Path::new(".")).map_err(Error::from)?;
        let commit = repository.commit(revision).map_err(Error::from)?;
        Ok(Self {
            repository: Arc::new(repository),
            commit,
        })
    }

    /// The record as the commit holds it.
    pub(super) fn record(&self) -> Result<Source, Failure> {
        let folder = format!("{}{ROUNDS}", self.repository.prefix());
        let snapshot = Snapshot::of(&self.repository, self.commit.clone(), &folder)?;
        Ok(Source::Revision(Arc::new(snapshot)))
    }

    /// The name of a file of the folder worked in, and its bytes; none where it is not there. A
    /// link is followed nowhere.
    pub(super) fn file(&self, name: &str) -> Result<Option<(String, Vec<u8>)>, Failure> {
        let path = format!("{}{name}", self.repository.prefix());
        let entries = self.repository.entries(&self.commit, &path);
        let entries = entries.map_err(Error::from)?;
        let file = entries
            .into_iter()
            .find(|one| one.path == path && one.kind == EntryKind::File);
        let Some(file) = file else { return Ok(None) };
        let shown = format!("{}:{path}", self.commit.id.short());
        let blobs = self.repository.blobs(&[file.id], limits::FILE_BYTES);
        match blobs.map_err(Error::from)?.pop() {
            Some(Blob::Bytes(bytes)) => Ok(Some((shown, bytes))),
            _ => Err(Failure::new(format!("`{shown}` is too large to be read"))),
        }
    }
}
