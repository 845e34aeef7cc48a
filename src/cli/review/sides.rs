//! Which commits are compared.

use crate::cli::base::Base;
use crate::cli::console::Failure;
use crate::cli::record::ROUNDS;
use crate::git::{Commit, GitError, Repository};
use crate::source::{Snapshot, Source};
use std::path::Path;
use std::sync::Arc;

/// Both sides of a review.
pub(super) struct Sides {
    /// The repository.
    pub(super) repository: Arc<Repository>,
    /// The commit compared from; none where the repository has no commits.
    pub(super) base: Option<Base>,
    /// The commit compared to; none where it is the working tree.
    pub(super) head: Option<Commit>,
}

impl Sides {
    /// Finds the commits that are named, or else the working tree and the commit at which it left
    /// the upstream default branch.
    pub(super) fn find(base: Option<&str>, head: Option<&str>) -> Result<Self, Failure> {
        let repository = Arc::new(Repository::open(Path::new(".")).map_err(failed)?);
        let head = match head {
            Some(head) => Some(repository.commit(head).map_err(failed)?),
            None if repository.is_bare() => Some(repository.commit("HEAD").map_err(failed)?),
            None => None,
        };
        let base = match base {
            Some(base) => Some(repository.commit(base).map_err(failed)?),
            None => left_at(&repository, head.as_ref()).map_err(failed)?,
        };
        let base = base.map(|commit| Base::of(&repository, commit));
        Ok(Self {
            repository,
            base,
            head,
        })
    }

    /// The record of the base.
    pub(super) fn base_source(&self) -> Result<Option<Source>, Failure> {
        self.base.as_ref().map(Base::record).transpose()
    }

    /// The record of the head; none where the working tree has no folder of rounds. Its files are
    /// `plain` where they go by their paths alone, as in the working tree.
    pub(super) fn head_source(&self, plain: bool) -> Result<Option<Source>, Failure> {
        let Some(head) = &self.head else {
            return Ok(Path::new(ROUNDS).exists().then(|| Source::folder(ROUNDS)));
        };
        let folder = format!("{}{ROUNDS}", self.repository.prefix());
        let snapshot = Snapshot::of(&self.repository, head.clone(), &folder)?;
        let snapshot = if plain { snapshot.plain() } else { snapshot };
        Ok(Some(Source::Revision(Arc::new(snapshot))))
    }
}

/// The commit at which a head left the upstream default branch; none without commits.
fn left_at(repository: &Repository, head: Option<&Commit>) -> Result<Option<Commit>, GitError> {
    let head = match head {
        Some(head) => head.clone(),
        None => match repository.commit("HEAD") {
            Err(GitError::NoCommits) => return Ok(None),
            other => other?,
        },
    };
    let upstream = repository.commit(&repository.default_branch()?)?;
    repository.merge_base(&upstream, &head).map(Some)
}

fn failed(error: GitError) -> Failure {
    crate::error::Error::from(error).into()
}
