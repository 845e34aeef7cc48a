//! One call of the `git` program.

use super::GitError;
use std::borrow::Cow;
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

/// Settings that hold for every call, whatever a repository's or a user's own say.
const SETTINGS: &[&str] = &[
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.attributesFile=/dev/null",
    "core.quotePath=false",
    "diff.external=",
    "diff.ignoreSubmodules=all",
    "log.showSignature=false",
    // Nothing is fetched, not even what a partial clone would fetch by itself.
    "protocol.allow=never",
];

/// Variables that are passed on: they say how git is configured, not what it works on.
const KEPT: &[&str] = &[
    "GIT_CEILING_DIRECTORIES",
    "GIT_CONFIG_COUNT",
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_CONFIG_PARAMETERS",
    "GIT_CONFIG_SYSTEM",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    "GIT_EXEC_PATH",
];

/// A call being put together.
pub(super) struct Git(Command);

/// What a call gave.
pub(super) struct Output {
    /// Whether git says that it did its work.
    pub(super) success: bool,
    /// The code that it ends with; none where a signal ended it.
    pub(super) code: Option<i32>,
    /// What it printed.
    pub(super) stdout: Vec<u8>,
    /// Its messages.
    pub(super) stderr: String,
}

/// Begins a call in a folder.
pub(super) fn git(folder: &Path) -> Git {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder);
    command.args([
        "--no-pager",
        "--no-optional-locks",
        "--no-replace-objects",
        "--literal-pathspecs",
    ]);
    for setting in SETTINGS {
        command.args(["-c", setting]);
    }
    for (name, _) in std::env::vars_os() {
        if is_cleared(&name) {
            command.env_remove(name);
        }
    }
    command
        .env("LC_ALL", "C")
        .env("GIT_ATTR_NOSYSTEM", "1")
        .env("GIT_NO_LAZY_FETCH", "1")
        .env("GIT_TERMINAL_PROMPT", "0")
        .stdin(Stdio::null());
    Git(command)
}

/// Whether a variable of the environment is kept from git.
fn is_cleared(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    let numbered = name.starts_with("GIT_CONFIG_KEY_") || name.starts_with("GIT_CONFIG_VALUE_");
    name == "LANGUAGE" || (name.starts_with("GIT_") && !numbered && !KEPT.contains(&name.as_ref()))
}

impl Git {
    /// Adds arguments.
    pub(super) fn args<A: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.0.args(args);
        self
    }

    /// Makes the call, and says whether it succeeded.
    pub(super) fn output(mut self) -> Result<Output, GitError> {
        let output = self.0.output().map_err(not_run)?;
        Ok(Output {
            success: output.status.success(),
            code: output.status.code(),
            stdout: output.stdout,
            stderr: String::from_utf8_lossy(&output.stderr).trim().to_owned(),
        })
    }

    /// Makes the call, which must succeed.
    pub(super) fn done(self) -> Result<Output, GitError> {
        let name = self.name();
        let output = self.output()?;
        if output.success {
            return Ok(output);
        }
        let message = output.stderr;
        Err(GitError::Failed {
            command: name,
            message,
        })
    }

    /// The command underneath, for a call whose input and output run side by side.
    pub(super) fn command(self) -> Command {
        self.0
    }

    /// The name of the command, such as `ls-tree`.
    fn name(&self) -> String {
        let args = self.0.get_args().map(OsStr::to_string_lossy);
        let mut args = args
            .skip(2)
            .skip_while(|arg| arg.starts_with('-') || arg.contains('='));
        args.next().unwrap_or(Cow::Borrowed("git")).into_owned()
    }
}

impl Output {
    /// What git printed, as a text without the line break at its end.
    pub(super) fn text(&self) -> String {
        let text = String::from_utf8_lossy(&self.stdout);
        text.strip_suffix('\n').unwrap_or(&text).to_owned()
    }

    /// The parts of what git printed that end with a zero byte.
    pub(super) fn records(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let parts = self.stdout.split(|byte| *byte == 0);
        parts
            .filter(|part| !part.is_empty())
            .map(String::from_utf8_lossy)
    }
}

/// What it means that the program did not start.
pub(super) fn not_run(reason: std::io::Error) -> GitError {
    match reason.kind() {
        std::io::ErrorKind::NotFound => GitError::NotInstalled,
        _ => GitError::NotRun { reason },
    }
}
