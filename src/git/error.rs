//! Why git could not say what was asked.

use super::run::Output;
use std::path::{Path, PathBuf};

/// Git could not say what was asked.
#[derive(Debug, thiserror::Error)]
pub enum GitError {
    /// There is no program `git`.
    #[error("git is not installed, or not on the path")]
    NotInstalled,
    /// The program does not start.
    #[error("cannot run git: {reason}")]
    NotRun {
        /// What the system says.
        reason: std::io::Error,
    },
    /// A folder is in no repository.
    #[error("`{}` is in no git repository", path.display())]
    NoRepository {
        /// The folder.
        path: PathBuf,
    },
    /// Git does not trust a repository, since somebody else owns it.
    #[error("git does not trust the repository of `{}`: another user owns it", path.display())]
    Untrusted {
        /// The folder.
        path: PathBuf,
    },
    /// The repository has no commits.
    #[error("the repository has no commits")]
    NoCommits,
    /// A text is not taken for a revision, and not given to git.
    #[error("`{}` is no revision: {why}", revision.escape_debug())]
    Refused {
        /// The text.
        revision: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// The repository does not know a revision.
    #[error("revision `{revision}` not found")]
    Unknown {
        /// The revision.
        revision: String,
        /// What would bring it, where history is missing.
        fetch: Option<String>,
    },
    /// A revision names something else than a commit.
    #[error("`{revision}` names {is}, not a commit")]
    NoCommit {
        /// The revision.
        revision: String,
        /// What it names.
        is: &'static str,
    },
    /// An object is not in this clone.
    #[error("{what} is not in this clone")]
    Missing {
        /// What is missing, such as the commit of a revision.
        what: String,
        /// The command that brings it.
        fetch: String,
    },
    /// Two commits have no common past in this clone.
    #[error("`{one}` and `{other}` have no commit in common")]
    NothingInCommon {
        /// One.
        one: String,
        /// The other.
        other: String,
        /// What would bring more of the past, where it is missing.
        fetch: Option<String>,
    },
    /// No branch can be told to be the upstream default branch.
    #[error("cannot tell which branch is the default one upstream")]
    NoDefaultBranch,
    /// Git failed at something that it should be able to do.
    #[error("git {command} failed: {message}")]
    Failed {
        /// The command.
        command: String,
        /// What it says.
        message: String,
    },
}

impl GitError {
    /// What to do about it, a sentence without a full stop.
    pub fn hint(&self) -> Option<String> {
        Some(match self {
            Self::NotInstalled => "install git, or put it on the path".to_owned(),
            Self::NoRepository { .. } => {
                "go to a clone, or name one: rapporteur -C DIR …".to_owned()
            }
            Self::Untrusted { path } => format!(
                "if you trust it: git config --global --add safe.directory {}",
                path.display()
            ),
            Self::NoCommits => "commit the record first: git add rounds && git commit".to_owned(),
            Self::Refused { .. } | Self::NoCommit { .. } => {
                "name one commit: a branch, a tag, a hash, or such as HEAD~1".to_owned()
            }
            Self::Unknown { fetch: None, .. } => {
                "to see what there is: git branch --all && git tag".to_owned()
            }
            Self::Unknown {
                fetch: Some(fetch), ..
            }
            | Self::NothingInCommon {
                fetch: Some(fetch), ..
            }
            | Self::Missing { fetch, .. } => format!("nothing is fetched unasked; run: {fetch}"),
            Self::NothingInCommon { fetch: None, .. } | Self::NoDefaultBranch => {
                "say what to compare with: --base REV".to_owned()
            }
            Self::NotRun { .. } | Self::Failed { .. } => return None,
        })
    }
}

/// Why a repository was not opened.
pub(super) fn not_opened(folder: &Path, output: &Output) -> GitError {
    let path = folder.to_path_buf();
    if output.stderr.contains("dubious ownership") {
        GitError::Untrusted { path }
    } else if output.stderr.contains("not a git repository") {
        GitError::NoRepository { path }
    } else {
        GitError::Failed {
            command: "rev-parse".to_owned(),
            message: output.stderr.clone(),
        }
    }
}
