//! A real repository in a temporary folder, the same bytes and hashes on every machine.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// A repository; gone with the value.
pub(crate) struct Repository {
    root: TempDir,
    folder: PathBuf,
}

impl Repository {
    /// A new repository without commits, on the branch `main`.
    pub(crate) fn new() -> Self {
        let root = TempDir::new().expect("a temporary folder can be made");
        let folder = root.path().join("repository");
        std::fs::create_dir(&folder).expect("a folder can be made");
        let this = Self { root, folder };
        this.git(&["init", "--quiet", "--initial-branch=main"]);
        this
    }

    /// The folder of the working tree.
    pub(crate) fn path(&self) -> &Path {
        &self.folder
    }

    /// A folder beside the repository, not yet there.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    /// Writes a file, and the folders that it is in.
    pub(crate) fn write(&self, path: &str, text: &str) -> &Self {
        let path = self.folder.join(path);
        let folder = path.parent().expect("a file is in a folder");
        std::fs::create_dir_all(folder).expect("a folder can be made");
        std::fs::write(path, text).expect("a file can be written");
        self
    }

    /// Takes a file out.
    pub(crate) fn remove(&self, path: &str) -> &Self {
        std::fs::remove_file(self.folder.join(path)).expect("the file is there");
        self
    }

    /// Commits all there is, and gives the hash.
    pub(crate) fn commit(&self, message: &str) -> String {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "-m", message]);
        self.git(&["rev-parse", "HEAD"])
    }

    /// Runs git, which must succeed, and gives what it prints.
    pub(crate) fn git(&self, args: &[&str]) -> String {
        let output = self.try_git(args);
        let messages = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "git {args:?}: {messages}");
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    /// Runs git.
    pub(crate) fn try_git(&self, args: &[&str]) -> Output {
        git(&self.folder, args)
    }
}

/// Runs git in a folder, as the same person at the same moment wherever it runs.
pub(crate) fn git(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new("git");
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("GIT_") {
            command.env_remove(name);
        }
    }
    command
        .args(["-c", "protocol.file.allow=always"])
        .args(args)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_AUTHOR_NAME", "Author")
        .env("GIT_AUTHOR_EMAIL", "author@example.org")
        .env("GIT_AUTHOR_DATE", "2026-02-02T12:00:00Z")
        .env("GIT_COMMITTER_NAME", "Author")
        .env("GIT_COMMITTER_EMAIL", "author@example.org")
        .env("GIT_COMMITTER_DATE", "2026-02-02T12:00:00Z")
        .env("LC_ALL", "C")
        .output()
        .expect("git is installed")
}
