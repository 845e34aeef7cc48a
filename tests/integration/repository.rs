//! A repository with a record, as a checkout on a runner.

use super::{program, text};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// The checkout.
pub(crate) struct Repository(TempDir);

impl Repository {
    /// A repository whose first commit holds files.
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("there is a place for temporary files");
        let this = Self(folder);
        this.git(&["init", "--quiet", "--initial-branch=main"]);
        this.commit(files);
        this
    }

    /// The folder.
    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes files without a commit.
    pub(crate) fn write(&self, files: &[(&str, &str)]) {
        for (name, text) in files {
            let path = self.path().join(name);
            let parent = path.parent().expect("the file is in a folder");
            fs::create_dir_all(parent).expect("a folder can be made");
            fs::write(path, text).expect("the file can be written");
        }
    }

    /// Writes files and commits them; gives the hash of the commit.
    pub(crate) fn commit(&self, files: &[(&str, &str)]) -> String {
        self.write(files);
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "--message=x"]);
        self.git(&["rev-parse", "HEAD"]).trim().to_owned()
    }

    /// Runs git, and gives what it prints.
    pub(crate) fn git(&self, args: &[&str]) -> String {
        let name = ["-c", "user.name=A", "-c", "user.email=a@a.example"];
        let output = Command::new("git")
            .current_dir(self.path())
            .args(name)
            .args(args)
            .output()
            .expect("git starts");
        assert!(
            output.status.success(),
            "{args:?}: {}",
            text(&output.stderr)
        );
        text(&output.stdout)
    }

    /// A command in the folder that knows nothing of the machine's own continuous integration.
    pub(crate) fn command(&self, name: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(name);
        command.current_dir(self.path());
        let ours = ["GITHUB_", "CI_", "RUNNER_", "INPUT_"];
        for (name, _) in std::env::vars_os() {
            let name = name.to_string_lossy().into_owned();
            if ours.iter().any(|start| name.starts_with(start)) {
                command.env_remove(name);
            }
        }
        command
    }

    /// Runs the program.
    pub(crate) fn rapporteur(&self, args: &[&str]) -> Output {
        let mut command = self.command(program());
        command.args(args).output().expect("the program starts")
    }
}
