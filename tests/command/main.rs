//! The real command, run as people run it.

mod branding;
#[expect(dead_code, reason = "other tests use the rest")]
#[path = "../common/mod.rs"]
mod common;
#[expect(dead_code, reason = "other tests use the rest")]
#[path = "../common/repository.rs"]
mod repository;

mod brief;
mod draft;
mod exits;
mod export;
mod faults;
mod findings;
mod fonts;
mod formats;
mod git;
mod golden;
#[cfg(unix)]
mod help;
mod history;
mod identity;
mod kept;
mod links;
mod lsp;
mod manual;
mod newcomer;
mod notices;
mod payloads;
mod readme;
mod reports;
mod revisions;
mod same;
#[cfg(all(unix, feature = "serve"))]
mod serve;
mod templates;
mod terminal;
#[cfg(unix)]
mod watch;
mod writing;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The root of the project.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The command in a folder, with nothing of this terminal's settings.
fn rapporteur(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
    command.current_dir(folder).args(args);
    for name in ["NO_COLOR", "TERM", "LANG", "LC_ALL", "TZ"] {
        command.env_remove(name);
    }
    command
}

/// Runs the command to its end.
fn run(folder: &Path, args: &[&str]) -> Output {
    rapporteur(folder, args)
        .output()
        .expect("the command starts")
}

/// What a run that must end with 0 prints.
fn stdout(folder: &Path, args: &[&str]) -> String {
    let output = run(folder, args);
    let errors = text(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{args:?}: {errors}");
    text(&output.stdout)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("the command prints UTF-8")
}

/// A copy of the project's record in a folder of its own, which goes with the value.
fn record() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    copy(&root().join("rounds"), &folder.path().join("rounds"));
    folder
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder can be made");
    for entry in std::fs::read_dir(from).expect("the folder is there") {
        let entry = entry.expect("the entry can be read");
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).expect("the file can be copied");
        }
    }
}

/// Every file below a folder with its bytes, by path.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(path) = open.pop() {
        for entry in std::fs::read_dir(&path).expect("the folder can be read") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                open.push(path);
            } else {
                let bytes = std::fs::read(&path).expect("the file can be read");
                found.push((path, bytes));
            }
        }
    }
    found.sort();
    found
}
