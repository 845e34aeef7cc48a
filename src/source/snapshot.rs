//! A folder of rounds as a commit holds it.

use super::tree::slashed;
use crate::error::Error;
use crate::git::{Blob, Commit, Entry, EntryKind, ObjectId, Repository};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How long a chain of links may be.
const LINKS: usize = 8;

/// The longest path that a link may hold, in bytes.
const LINK_BYTES: u64 = 4096;

/// The files of one folder of a commit; their contents are read when they are asked for.
///
/// Submodules are passed over. A link stands for the file of the same folder that it leads to;
/// one to a folder is not followed.
#[derive(Debug)]
pub struct Snapshot {
    repository: Arc<Repository>,
    commit: Commit,
    folder: String,
    /// The object of each file, by path; none for a link that leads to no file of the folder.
    files: BTreeMap<String, Option<ObjectId>>,
    folders: BTreeSet<String>,
    plain: bool,
}

impl Snapshot {
    /// Lists a folder of a commit; its path is from the root of the repository, without `/` at
    /// its end. A folder that is not there holds nothing.
    pub fn of(repository: &Arc<Repository>, commit: Commit, folder: &str) -> Result<Self, Error> {
        let entries = repository.entries(&commit, folder)?;
        let links = links(repository, &entries)?;
        let mut this = Self {
            repository: Arc::clone(repository),
            commit,
            folder: folder.to_owned(),
            files: BTreeMap::new(),
            folders: BTreeSet::new(),
            plain: false,
        };
        let plain = entries
            .into_iter()
            .filter(|one| one.kind == EntryKind::File);
        for entry in plain {
            let parents = entry
                .path
                .match_indices('/')
                .map(|(at, _)| &entry.path[..at]);
            this.folders.extend(parents.map(str::to_owned));
            this.files.insert(entry.path, Some(entry.id));
        }
        for link in links.keys() {
            let target = follow(link, &links).filter(|target| this.holds(target));
            match target {
                Some(target) if this.folders.contains(&target) => {
                    this.folders.insert(link.clone());
                }
                target => {
                    let id = target.and_then(|target| this.files.get(&target).cloned().flatten());
                    this.files.insert(link.clone(), id);
                }
            }
        }
        Ok(this)
    }

    /// The same, with files that go by their paths from the folder worked in, without the commit.
    #[must_use]
    pub fn plain(mut self) -> Self {
        self.plain = true;
        self
    }

    /// The commit.
    pub fn commit(&self) -> &Commit {
        &self.commit
    }

    /// The repository that has it.
    pub fn repository(&self) -> &Repository {
        &self.repository
    }

    /// The folder, from the root of the repository.
    pub fn folder(&self) -> &str {
        &self.folder
    }

    /// The object that a file's contents are; none where the commit has no such file.
    pub fn object(&self, path: &Path) -> Option<&ObjectId> {
        self.files.get(&slashed(path))?.as_ref()
    }

    /// Reads the contents of objects, in the order asked for.
    pub(super) fn blobs(&self, ids: &[ObjectId], most: u64) -> Result<Vec<Blob>, Error> {
        Ok(self.repository.blobs(ids, most)?)
    }

    pub(super) fn shown(&self, path: &Path) -> String {
        let path = slashed(path);
        match path.strip_prefix(self.repository.prefix()) {
            Some(below) if self.plain => below.to_owned(),
            _ => format!("{}:{path}", self.commit.id.short()),
        }
    }

    pub(super) fn is_folder(&self, path: &Path) -> bool {
        self.folders.contains(&slashed(path))
    }

    pub(super) fn children(&self, folder: &Path) -> Vec<PathBuf> {
        let start = match slashed(folder) {
            folder if folder.is_empty() => folder,
            folder => format!("{folder}/"),
        };
        let files = self.files.range(start.clone()..).map(|(path, _)| path);
        let folders = self.folders.range(start.clone()..);
        let below = |path: &'_ String| path.starts_with(&start);
        let all = files
            .take_while(|path| below(path))
            .chain(folders.take_while(|path| below(path)));
        let below = all.filter_map(|path| path.strip_prefix(&start));
        let names: BTreeSet<&str> = below.filter(|path| !path.contains('/')).collect();
        names.into_iter().map(|name| folder.join(name)).collect()
    }

    fn holds(&self, path: &str) -> bool {
        let rest = path.strip_prefix(&self.folder);
        rest.is_some_and(|rest| self.folder.is_empty() || rest.starts_with('/'))
    }
}

/// Where every link of the folder leads, by its path.
fn links(
    repository: &Repository,
    entries: &[Entry],
) -> Result<BTreeMap<String, Option<String>>, Error> {
    let links = entries.iter().filter(|one| one.kind == EntryKind::Link);
    let links: Vec<&Entry> = links.collect();
    let ids: Vec<ObjectId> = links.iter().map(|one| one.id.clone()).collect();
    let targets = repository.blobs(&ids, LINK_BYTES)?;
    let links = links.into_iter().zip(targets).map(|(link, target)| {
        let target = match target {
            Blob::Bytes(bytes) => String::from_utf8(bytes).ok(),
            Blob::TooLarge => None,
        };
        let target = target.and_then(|target| joined(&link.path, &target));
        (link.path.clone(), target)
    });
    Ok(links.collect())
}

/// The path that a link at `path` with the text `target` means; none outside the repository.
fn joined(path: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    if target.starts_with('/') {
        return None;
    }
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The path at the end of a chain of links.
fn follow(link: &str, links: &BTreeMap<String, Option<String>>) -> Option<String> {
    let mut path = link.to_owned();
    for _ in 0..LINKS {
        match links.get(&path) {
            Some(target) => path = target.clone()?,
            None => return Some(path),
        }
    }
    None
}
