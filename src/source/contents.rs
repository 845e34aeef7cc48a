//! The bytes of files, on disk or in a commit.

use super::tree::Tree;
use super::{DialogueEntry, Snapshot};
use crate::error::Error;
use crate::git::Blob;
use crate::load::limits;
use crate::parallel;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// What a file of a record holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Content {
    /// Bytes.
    Bytes(Vec<u8>),
    /// More bytes than a file may have; they are not read.
    TooLarge,
    /// Nothing that may be read: a link leads outside the record's folder.
    Outside,
}

impl DialogueEntry {
    /// Every file of the dialogue: its taxonomy, its `dialogue.yaml`, its rounds in order.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        let own = self.taxonomy.iter().chain(&self.dialogue);
        let rounds = self.rounds.iter().map(|round| &round.path);
        own.chain(rounds).map(PathBuf::as_path)
    }

    /// The contents of files of the dialogue, in the order asked for.
    pub fn contents(&self, paths: &[&Path]) -> Result<Vec<Content>, Error> {
        contents(&self.tree, paths)
    }

    /// The commit that the dialogue is read from; none where it is on disk.
    pub fn snapshot(&self) -> Option<&Snapshot> {
        match &self.tree {
            Tree::Disk(_) | Tree::Overlaid(..) => None,
            Tree::Commit(snapshot) => Some(snapshot),
        }
    }
}

/// The contents of files, in the order asked for.
pub(super) fn contents(tree: &Tree, paths: &[&Path]) -> Result<Vec<Content>, Error> {
    match tree {
        Tree::Disk(root) => {
            let root = &real(root)?;
            let all = parallel::map(paths, |_| parallel::FILE, |path| on_disk(path, root));
            all.into_iter().collect()
        }
        Tree::Overlaid(root, texts) => {
            let content = |path: &&Path| match texts.get(*path) {
                Some(text) if text.len() as u64 > limits::FILE_BYTES => Ok(Content::TooLarge),
                Some(text) => Ok(Content::Bytes(text.clone().into_bytes())),
                None => on_disk(path, &real(root)?),
            };
            paths.iter().map(content).collect()
        }
        Tree::Commit(snapshot) => in_commit(paths, snapshot),
    }
}

fn in_commit(paths: &[&Path], snapshot: &Snapshot) -> Result<Vec<Content>, Error> {
    let objects = paths.iter().map(|path| snapshot.object(path));
    let objects: Vec<_> = objects.collect();
    let ids: Vec<_> = objects.iter().flatten().map(|id| (*id).clone()).collect();
    let mut blobs = snapshot.blobs(&ids, limits::FILE_BYTES)?.into_iter();
    let contents = objects
        .into_iter()
        .map(|object| match object.and_then(|_| blobs.next()) {
            Some(Blob::Bytes(bytes)) => Content::Bytes(bytes),
            Some(Blob::TooLarge) => Content::TooLarge,
            None => Content::Outside,
        });
    Ok(contents.collect())
}

fn on_disk(path: &Path, root: &Path) -> Result<Content, Error> {
    if leads_outside(path, root)? {
        return Ok(Content::Outside);
    }
    Ok(read_bytes(path)?.map_or(Content::TooLarge, Content::Bytes))
}

/// Whether a link on the way from `root`, which is on no such way itself, leads out of it.
fn leads_outside(path: &Path, root: &Path) -> Result<bool, Error> {
    Ok(!real(path)?.starts_with(root))
}

/// A path without links.
fn real(path: &Path) -> Result<PathBuf, Error> {
    path.canonicalize().map_err(|reason| Error::Read {
        path: path.to_path_buf(),
        reason,
    })
}

/// The bytes of a file; none past the limit. A pipe or a device is never opened.
fn read_bytes(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    let failed = |reason| Error::Read {
        path: path.to_path_buf(),
        reason,
    };
    let about = fs::metadata(path).map_err(failed)?;
    if !about.is_file() {
        return Err(Error::Kind {
            path: path.to_path_buf(),
            is: if about.is_dir() {
                "a folder"
            } else {
                "a pipe, a socket or a device"
            },
            wanted: "a file",
        });
    }
    if about.len() > limits::FILE_BYTES {
        return Ok(None);
    }
    let mut file = File::open(path).map_err(failed)?;
    let bytes = steady(&mut file, |file| {
        let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or(0));
        file.take(limits::FILE_BYTES + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    });
    let bytes = bytes.map_err(failed)?;
    Ok((bytes.len() as u64 <= limits::FILE_BYTES).then_some(bytes))
}

/// Reads a file that nobody writes to meanwhile; half of the old text and half of the new are no
/// text of anybody's.
fn steady(
    file: &mut File,
    read: impl FnOnce(&mut File) -> io::Result<Vec<u8>>,
) -> io::Result<Vec<u8>> {
    let before = file.metadata()?;
    let bytes = read(file)?;
    let after = file.metadata()?;
    if before.len() != after.len() || before.modified().ok() != after.modified().ok() {
        return Err(io::Error::other(
            "it was changed while it was read; try again",
        ));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_changed_while_it_is_read_is_refused() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let path = folder.path().join("1.yaml");
        fs::write(&path, "round: 1\nnote: one\n").expect("the file can be written");
        let all = |file: &mut File| {
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes)?;
            Ok(bytes)
        };
        let mut file = File::open(&path).expect("the file can be opened");
        let bytes = steady(&mut file, all).expect("nobody writes");
        assert_eq!(bytes, b"round: 1\nnote: one\n");
        let mut file = File::open(&path).expect("the file can be opened");
        let seen = steady(&mut file, |file| {
            let mut half = vec![0; 9];
            file.read_exact(&mut half)?;
            fs::write(&path, "round: 1\nnote: another\n")?;
            half.extend(all(file)?);
            Ok(half)
        });
        let error = seen.expect_err("half of each is refused").to_string();
        assert_eq!(error, "it was changed while it was read; try again");
    }
}
