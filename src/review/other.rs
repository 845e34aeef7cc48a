//! Files beside the record: settings, templates, decisions.

use crate::error::Error;
use crate::git::{Blob, Commit, EntryKind, ObjectId, Repository};
use crate::load::limits;
use crate::model::term::terms;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

terms! {
    /// What happened to a file.
    OtherChange {
        /// It is new.
        Added = "added",
        /// It is gone.
        Removed = "removed",
        /// It differs.
        Changed = "changed",
    }
}

/// A file beside the record that differs.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct OtherFile {
    /// The path, from the folder worked in.
    pub path: String,
    /// What happened to it.
    pub change: OtherChange,
}

/// Files of one side by their path from the folder worked in.
pub type OtherFiles = BTreeMap<String, Vec<u8>>;

/// Reads files, and those in folders, from a commit; what is not there is left out.
pub fn in_commit(
    repository: &Repository,
    commit: &Commit,
    paths: &[&str],
) -> Result<OtherFiles, Error> {
    let mut found: Vec<(String, ObjectId)> = Vec::new();
    let prefix = repository.prefix();
    for path in paths {
        let entries = repository.entries(commit, &format!("{prefix}{path}"))?;
        let files = entries
            .into_iter()
            .filter(|one| one.kind == EntryKind::File);
        found.extend(
            files.filter_map(|one| Some((one.path.strip_prefix(prefix)?.to_owned(), one.id))),
        );
    }
    let ids: Vec<ObjectId> = found.iter().map(|(_, id)| id.clone()).collect();
    let blobs = repository.blobs(&ids, limits::FILE_BYTES)?;
    let read = found
        .into_iter()
        .zip(blobs)
        .filter_map(|((path, _), blob)| match blob {
            Blob::Bytes(bytes) => Some((path, bytes)),
            Blob::TooLarge => None,
        });
    Ok(read.collect())
}

/// Reads files, and those in folders, from the folder worked in; what is not there is left out.
pub fn on_disk(paths: &[&str]) -> Result<OtherFiles, Error> {
    let mut found = OtherFiles::new();
    let mut open: Vec<PathBuf> = paths.iter().map(PathBuf::from).collect();
    while let Some(path) = open.pop() {
        let failed = |reason| Error::Read {
            path: path.clone(),
            reason,
        };
        let Ok(about) = std::fs::symlink_metadata(&path) else {
            continue;
        };
        if about.is_dir() {
            for entry in std::fs::read_dir(&path).map_err(failed)? {
                open.push(entry.map_err(failed)?.path());
            }
        } else if about.is_file() && about.len() <= limits::FILE_BYTES {
            let name = crate::source::shown(&path);
            found.insert(name, std::fs::read(&path).map_err(failed)?);
        }
    }
    Ok(found)
}

/// What differs, by path; line endings do not count.
pub fn differing(base: &OtherFiles, head: &OtherFiles) -> Vec<OtherFile> {
    let paths: BTreeSet<&String> = base.keys().chain(head.keys()).collect();
    let change = |path: &String| match (base.get(path), head.get(path)) {
        (Some(old), Some(new)) if same(old, new) => None,
        (Some(_), Some(_)) => Some(OtherChange::Changed),
        (Some(_), None) => Some(OtherChange::Removed),
        (None, _) => Some(OtherChange::Added),
    };
    let found = paths.into_iter().filter_map(|path| {
        Some(OtherFile {
            change: change(path)?,
            path: path.clone(),
        })
    });
    found.collect()
}

/// Whether two texts are the same but for line endings.
pub fn same(one: &[u8], other: &[u8]) -> bool {
    let without = |bytes: &[u8]| -> Vec<u8> {
        bytes
            .iter()
            .copied()
            .filter(|byte| *byte != b'\r')
            .collect()
    };
    one == other || without(one) == without(other)
}

/// Whether a path stays below the folder worked in, and hidden files out of it.
pub fn is_plain(path: &Path) -> bool {
    path.is_relative()
        && path.components().all(|part| {
            matches!(
                part,
                std::path::Component::Normal(_) | std::path::Component::CurDir
            )
        })
}
