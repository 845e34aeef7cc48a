//! Why a job could not be done.

use crate::git::GitError;
use std::path::PathBuf;

/// The job could not be done; one of these ends it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder cannot be read.
    #[error("cannot read `{}`: {reason}", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        reason: std::io::Error,
    },
    /// A path leads to something else than it must.
    #[error("`{}` is {is}, not {wanted}", path.display())]
    Kind {
        /// The path.
        path: PathBuf,
        /// What it leads to.
        is: &'static str,
        /// What it must lead to.
        wanted: &'static str,
    },
    /// A file cannot be written.
    #[error("cannot write `{}`: {reason}", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        reason: std::io::Error,
    },
    /// A folder holds no dialogue.
    #[error("no rounds in `{}`", path.display())]
    NoRounds {
        /// The folder.
        path: PathBuf,
    },
    /// A folder held no dialogue in a commit.
    #[error("no rounds in `{place}`")]
    NoRoundsThen {
        /// The commit and the folder.
        place: String,
    },
    /// Git could not say what was asked.
    #[error(transparent)]
    Git(#[from] GitError),
}

impl Error {
    /// What to do about it, a sentence without a full stop.
    pub fn hint(&self) -> Option<String> {
        Some(match self {
            Self::Read { path, reason } => match reason.kind() {
                std::io::ErrorKind::NotFound => {
                    format!("check the spelling of `{}`", path.display())
                }
                std::io::ErrorKind::PermissionDenied => {
                    format!("allow yourself to read it: chmod u+r {}", path.display())
                }
                _ => return None,
            },
            Self::Kind { path, .. } => format!("rename or remove `{}`", path.display()),
            Self::Write { .. } => "nothing was changed; free the place and try again".to_owned(),
            Self::NoRounds { path } => {
                format!(
                    "write the first round to {}/<dialogue>/1.yaml",
                    path.display()
                )
            }
            Self::NoRoundsThen { .. } => {
                "to see which commits have them: git log --oneline -- rounds".to_owned()
            }
            Self::Git(error) => return error.hint(),
        })
    }
}
