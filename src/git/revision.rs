//! What people call a commit, and the commit.

use super::{GitError, Repository};

/// The hash of an object, in hexadecimal digits.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ObjectId(Box<str>);

impl ObjectId {
    /// Reads a whole hash, or nothing where `text` is not one.
    pub fn new(text: &str) -> Option<Self> {
        let hexadecimal = text.bytes().all(|byte| byte.is_ascii_hexdigit());
        (hexadecimal && matches!(text.len(), 40 | 64)).then(|| Self(text.into()))
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first ten digits: the name that places and messages show, whatever the repository holds.
    pub fn short(&self) -> &str {
        self.0.get(..10).unwrap_or(&self.0)
    }
}

/// A commit, and what it was called.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Commit {
    /// The hash.
    pub id: ObjectId,
    /// The revision as it was asked for, such as `main`.
    pub revision: String,
}

impl Repository {
    /// Finds the commit that a revision names.
    ///
    /// A tag stands for its commit; a tag of a tag, a blob and a tree are refused, and so is a
    /// text that is more, or less, than the name of one revision.
    pub fn commit(&self, revision: &str) -> Result<Commit, GitError> {
        refuse(revision)?;
        let commit = format!("{revision}^{{commit}}");
        let Some(id) = self.parse(&commit)? else {
            return Err(self.why_none(revision)?);
        };
        let named = self.parse(revision)?.unwrap_or_else(|| id.clone());
        if named != id && self.is_tag_of_tag(&named)? {
            return Err(GitError::NoCommit {
                revision: revision.to_owned(),
                is: "a tag of a tag",
            });
        }
        Ok(Commit {
            id,
            revision: revision.to_owned(),
        })
    }

    /// The nearest commit that both come from.
    pub fn merge_base(&self, one: &Commit, other: &Commit) -> Result<Commit, GitError> {
        let ids = [one.id.as_str(), other.id.as_str()];
        let output = self
            .git()
            .args(["merge-base", "--end-of-options"])
            .args(ids);
        match ObjectId::new(&output.output()?.text()) {
            Some(id) => Ok(Commit {
                revision: id.as_str().to_owned(),
                id,
            }),
            None => Err(GitError::NothingInCommon {
                one: one.revision.clone(),
                other: other.revision.clone(),
                fetch: self.unshallow(),
            }),
        }
    }

    /// The hash that git reads a text as, where it can.
    fn parse(&self, text: &str) -> Result<Option<ObjectId>, GitError> {
        let args = ["rev-parse", "--verify", "--quiet", "--end-of-options", text];
        let output = self.git().args(args).output()?;
        Ok(output
            .success
            .then(|| ObjectId::new(&output.text()))
            .flatten())
    }

    /// Why a revision names no commit.
    fn why_none(&self, revision: &str) -> Result<GitError, GitError> {
        let Some(id) = self.parse(revision)? else {
            if self.is_empty()? {
                return Ok(GitError::NoCommits);
            }
            return Ok(GitError::Unknown {
                revision: revision.to_owned(),
                fetch: self.fetch_of(revision),
            });
        };
        let kind = self.git().args(["cat-file", "-t", id.as_str()]).output()?;
        Ok(match kind.text().as_str() {
            "blob" => no_commit(revision, "a file"),
            "tree" => no_commit(revision, "a folder"),
            "tag" => no_commit(revision, "a tag of something else"),
            _ => GitError::Missing {
                what: format!("commit `{revision}`"),
                fetch: format!("git fetch {} {}", self.remote(), id.as_str()),
            },
        })
    }

    fn is_tag_of_tag(&self, id: &ObjectId) -> Result<bool, GitError> {
        let tag = self.git().args(["cat-file", "tag", id.as_str()]).output()?;
        let text = tag.text();
        let mut header = text.lines().take_while(|line| !line.is_empty());
        Ok(header.any(|line| line == "type tag"))
    }

    fn is_empty(&self) -> Result<bool, GitError> {
        let any = ["rev-list", "--all", "--max-count=1"];
        Ok(self.git().args(any).output()?.stdout.is_empty())
    }

    /// What fetches a branch of the remote, or else the rest of a shallow history.
    fn fetch_of(&self, revision: &str) -> Option<String> {
        let remote = self.remote();
        let name = revision.strip_prefix("refs/remotes/").unwrap_or(revision);
        let plain = |c: char| c.is_alphanumeric() || "/._-".contains(c);
        let branch = name
            .strip_prefix(&remote)
            .and_then(|rest| rest.strip_prefix('/'))
            .filter(|branch| branch.chars().all(plain));
        let Some(branch) = branch else {
            return self.unshallow();
        };
        let whole = if self.shallow { " --unshallow" } else { "" };
        let spec = format!("+refs/heads/{branch}:refs/remotes/{remote}/{branch}");
        Some(format!("git fetch{whole} {remote} {spec}"))
    }

    /// What fetches the rest of the history, where this clone lacks some.
    fn unshallow(&self) -> Option<String> {
        self.shallow
            .then(|| format!("git fetch --unshallow {}", self.remote()))
    }
}

fn no_commit(revision: &str, is: &'static str) -> GitError {
    GitError::NoCommit {
        revision: revision.to_owned(),
        is,
    }
}

/// Refuses what git might take for something else than one revision.
fn refuse(revision: &str) -> Result<(), GitError> {
    let why = if revision.is_empty() {
        "it is empty"
    } else if revision.starts_with('-') {
        "it begins with `-`, as an option does"
    } else if revision.chars().any(char::is_control) {
        "it holds a control character"
    } else if revision.contains("..") {
        "it is a range of several"
    } else if revision.contains(':') {
        "a `:` stands between a revision and a path"
    } else if revision.starts_with('^') {
        "it begins with `^`, which leaves commits out"
    } else {
        return Ok(());
    };
    Err(GitError::Refused {
        revision: revision.to_owned(),
        why,
    })
}
