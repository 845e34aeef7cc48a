//! What a commit holds.

use super::{Commit, GitError, ObjectId, Repository};

/// One file of a commit.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Entry {
    /// The path from the root of the repository, with `/` between its parts.
    pub path: String,
    /// What it is.
    pub kind: EntryKind,
    /// The object that it stands for.
    pub id: ObjectId,
}

/// What a commit holds at a path.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum EntryKind {
    /// A file.
    File,
    /// A symbolic link; the object is the text that it leads to.
    Link,
    /// The commit of another repository.
    Submodule,
}

impl Repository {
    /// Every file at a path of a commit or under it, by path; nothing where there is no such path.
    ///
    /// The path is from the root of the repository; an empty one means everything.
    pub fn entries(&self, commit: &Commit, path: &str) -> Result<Vec<Entry>, GitError> {
        let id = commit.id.as_str();
        let mut git = self.git().args(["ls-tree", "-r", "-z", "--full-tree", id]);
        if !path.is_empty() {
            git = git.args(["--", path]);
        }
        let output = git.done()?;
        let mut entries: Vec<Entry> = output.records().filter_map(|line| entry(&line)).collect();
        entries.sort();
        Ok(entries)
    }
}

/// Reads `<mode> <type> <object>\t<path>`.
fn entry(line: &str) -> Option<Entry> {
    let (about, path) = line.split_once('\t')?;
    let mut about = about.split(' ');
    let (mode, _, id) = (about.next()?, about.next()?, about.next()?);
    let kind = match mode {
        "120000" => EntryKind::Link,
        "160000" => EntryKind::Submodule,
        _ => EntryKind::File,
    };
    Some(Entry {
        path: path.to_owned(),
        kind,
        id: ObjectId::new(id)?,
    })
}
