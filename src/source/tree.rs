//! Folders and files, on disk or in a commit.

use super::{Overlay, Snapshot, overlay, shown};
use crate::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where the files of a record are.
#[derive(Clone, Debug)]
pub(super) enum Tree {
    /// On disk; no link may lead out of the folder.
    Disk(PathBuf),
    /// On disk, under texts that stand for some of the files.
    Overlaid(PathBuf, Arc<Overlay>),
    /// In a commit.
    Commit(Arc<Snapshot>),
}

impl Tree {
    /// What a folder holds, by name.
    pub(super) fn children(&self, folder: &Path) -> Result<Vec<PathBuf>, Error> {
        match self {
            Self::Disk(_) => on_disk(folder),
            Self::Overlaid(_, texts) => {
                let mut all = overlay::children(texts, folder);
                match on_disk(folder) {
                    Ok(there) => all.extend(there),
                    // An editor may hold the first file of a folder that is not there yet.
                    Err(_) if !all.is_empty() && !folder.exists() => {}
                    Err(error) => return Err(error),
                }
                all.sort();
                all.dedup();
                Ok(all)
            }
            Self::Commit(snapshot) => Ok(snapshot.children(folder)),
        }
    }

    /// Whether a path leads to a folder.
    pub(super) fn is_folder(&self, path: &Path) -> bool {
        match self {
            Self::Disk(_) => path.is_dir(),
            Self::Overlaid(_, texts) => path.is_dir() || overlay::is_folder(texts, path),
            Self::Commit(snapshot) => snapshot.is_folder(path),
        }
    }

    /// The name that messages show for a path.
    pub(super) fn shown(&self, path: &Path) -> String {
        match self {
            Self::Disk(_) | Self::Overlaid(..) => shown(path),
            Self::Commit(snapshot) => snapshot.shown(path),
        }
    }

    /// The path from the folder of rounds, with `/` between its parts.
    pub(super) fn within(&self, path: &Path) -> String {
        let root = match self {
            Self::Disk(root) | Self::Overlaid(root, _) => root.as_path(),
            Self::Commit(snapshot) => Path::new(snapshot.folder()),
        };
        slashed(path.strip_prefix(root).unwrap_or(path))
    }

    /// Why there is no round.
    pub(super) fn no_rounds(&self, root: &Path) -> Error {
        match self {
            Self::Disk(_) | Self::Overlaid(..) => Error::NoRounds {
                path: root.to_path_buf(),
            },
            Self::Commit(snapshot) => Error::NoRoundsThen {
                place: snapshot.shown(root),
            },
        }
    }
}

/// A path with `/` between its parts.
pub(super) fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

fn on_disk(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let failed = |reason| Error::Read {
        path: folder.to_path_buf(),
        reason,
    };
    let mut entries = std::fs::read_dir(folder)
        .map_err(failed)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(failed)?;
    entries.sort();
    Ok(entries)
}
