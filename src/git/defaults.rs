//! What a repository is measured against unless somebody says otherwise.

use super::{GitError, Repository};

/// Branches that stand in where a remote does not say which is its default.
const USUAL: &[&str] = &["main", "master"];

impl Repository {
    /// The full name of the upstream default branch: the one that the remote says, else its
    /// `main` or `master`, and where there is no remote the local one of these names.
    pub fn default_branch(&self) -> Result<String, GitError> {
        let remote = self.remote();
        let said = format!("refs/remotes/{remote}/HEAD");
        let usual = USUAL
            .iter()
            .map(|name| format!("refs/remotes/{remote}/{name}"));
        let local = USUAL.iter().map(|name| format!("refs/heads/{name}"));
        let candidates: Vec<String> = std::iter::once(said).chain(usual).chain(local).collect();
        let format = "--format=%(refname) %(symref)";
        let output = self.git().args(["for-each-ref", format]).args(&candidates);
        let text = output.done()?.text();
        let known: Vec<(&str, &str)> = text
            .lines()
            .filter_map(|line| line.split_once(' '))
            .collect();
        let found = candidates.iter().find_map(|candidate| {
            let (name, target) = known.iter().find(|(name, _)| name == candidate)?;
            Some(if target.is_empty() { name } else { target })
        });
        found
            .map(|name| (*name).to_owned())
            .ok_or(GitError::NoDefaultBranch)
    }

    /// The remote that a branch is meant for: `upstream`, as forks call it, else `origin`, else
    /// the first there is; `origin` where there is none.
    pub(super) fn remote(&self) -> String {
        let remotes = self.git().args(["remote"]).output();
        let remotes = remotes.map(|output| output.text()).unwrap_or_default();
        let remotes: Vec<&str> = remotes.lines().collect();
        let usual = ["upstream", "origin"];
        let usual = usual.into_iter().find(|usual| remotes.contains(usual));
        let remote = usual.or(remotes.first().copied());
        remote.unwrap_or("origin").to_owned()
    }
}
