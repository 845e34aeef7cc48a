//! Which files differ between two commits.

use super::{Commit, GitError, ObjectId, Repository};

/// One file that differs between two commits.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// What happened to it.
    pub kind: ChangeKind,
    /// The path in the first commit; none where it is new.
    pub before: Option<String>,
    /// The path in the second commit; none where it is gone.
    pub after: Option<String>,
    /// The contents in the first commit.
    pub old: Option<ObjectId>,
    /// The contents in the second commit.
    pub new: Option<ObjectId>,
}

/// What happened to a file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// It is gone.
    Deleted,
    /// Its contents or its kind differ.
    Modified,
    /// It has another path, with contents that are alike.
    Renamed,
}

impl Repository {
    /// The files at a path or under it that differ between two commits, by path.
    pub fn changes(
        &self,
        one: &Commit,
        other: &Commit,
        path: &str,
    ) -> Result<Vec<Change>, GitError> {
        let options = [
            "diff-tree",
            "-r",
            "-z",
            "-M",
            "--no-ext-diff",
            "--no-textconv",
            "--raw",
        ];
        let ids = [one.id.as_str(), other.id.as_str()];
        let full = ["--no-abbrev"];
        let mut git = self.git().args(options).args(full).args(ids);
        if !path.is_empty() {
            git = git.args(["--", path]);
        }
        let output = git.done()?;
        let mut records = output.records();
        let mut changes = Vec::new();
        while let Some(about) = records.next() {
            let Some(path) = records.next() else { break };
            // `:<mode> <mode> <object> <object> <status>`, of which only a rename has two paths.
            let mut parts = about.split(' ').skip(2);
            let mut object = || parts.next().and_then(ObjectId::new).filter(is_there);
            let (old, new) = (object(), object());
            let status = parts.next().unwrap_or_default();
            let path = path.into_owned();
            let (kind, before, after) = match status.chars().next() {
                Some('A') => (ChangeKind::Added, None, Some(path)),
                Some('D') => (ChangeKind::Deleted, Some(path), None),
                Some('R' | 'C') => {
                    let Some(now) = records.next() else { break };
                    (ChangeKind::Renamed, Some(path), Some(now.into_owned()))
                }
                _ => (ChangeKind::Modified, Some(path.clone()), Some(path)),
            };
            changes.push(Change {
                kind,
                before,
                after,
                old,
                new,
            });
        }
        Ok(changes)
    }
}

/// Whether a hash is one of an object, and not the zeros that stand for none.
fn is_there(id: &ObjectId) -> bool {
    id.as_str().bytes().any(|byte| byte != b'0')
}
