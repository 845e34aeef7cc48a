//! `git driver`: what changed in a file, for `git diff`.

use super::facts::changes;
use crate::cli::console::{Console, Failure};
use crate::cli::exit::Exit;
use crate::cli::messages::visible;
use crate::facts;
use crate::source::shown;
use crate::span::Files;
use crate::steps::unified;
use std::ffi::OsString;
use std::path::Path;

/// Shows what git asks for. Whatever goes wrong is told, and the run ends with 0: anything else
/// would end git, and hide the files that follow.
pub(super) fn run(args: &[OsString], console: &mut Console<'_>) -> Exit {
    if let Err(failure) = show(args, console)
        && !failure.is_closed_pipe()
    {
        console.failure(&failure);
    }
    Exit::Done
}

/// What git hands over: a file in two versions.
struct Change<'a> {
    path: &'a OsString,
    old: &'a OsString,
    new: &'a OsString,
    /// The hash and mode of each; `.` where there is no such version.
    old_mode: &'a OsString,
    new_mode: &'a OsString,
    /// Where it is renamed to.
    renamed: Option<&'a OsString>,
}

fn show(args: &[OsString], console: &mut Console<'_>) -> Result<(), Failure> {
    let change = match args {
        [path] => return console.out(&format!("{}: not merged yet\n", named(path))),
        [path, old, _, old_mode, new, _, new_mode] => Change {
            path,
            old,
            new,
            old_mode,
            new_mode,
            renamed: None,
        },
        [path, old, _, old_mode, new, _, new_mode, renamed, _] => Change {
            path,
            old,
            new,
            old_mode,
            new_mode,
            renamed: Some(renamed),
        },
        _ => {
            let message = format!(
                "git hands over 7 or 9 arguments, and these are {}",
                args.len()
            );
            return Err(Failure::new(message).hint("let git run this: rapporteur git setup"));
        }
    };
    let (old, new) = (version(change.old)?, version(change.new)?);
    console.out(&heading(&change, old.is_none(), new.is_none()))?;
    let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
    if old == new {
        return Ok(());
    }
    let mut files = Files::default();
    let before = facts::of_file("before", old.clone(), &mut files);
    let after = facts::of_file("after", new.clone(), &mut files);
    let lines = || lines(&change, &old, &new);
    let text = match (before, after) {
        (Some(before), Some(after)) => {
            let changes = changes(&before, &after, &files, console.colors());
            changes.unwrap_or_else(|| format!("  no fact changed; these lines did:\n\n{}", lines()))
        }
        _ => lines(),
    };
    console.out(&format!("\n{text}\n"))
}

/// The bytes of a version; none where there is none.
fn version(file: &OsString) -> Result<Option<Vec<u8>>, Failure> {
    if file == "/dev/null" || file == "nul" {
        return Ok(None);
    }
    super::bytes(Path::new(file)).map(Some)
}

/// The path, and what else happened to the file.
fn heading(change: &Change<'_>, no_old: bool, no_new: bool) -> String {
    let mut text = named(change.path);
    if let Some(renamed) = change.renamed {
        text = format!("{text}, renamed to {}", named(renamed));
    }
    if no_old {
        text.push_str(", new");
    } else if no_new {
        text.push_str(", deleted");
    } else if change.old_mode != change.new_mode {
        let modes = [change.old_mode, change.new_mode].map(|mode| visible(&mode.to_string_lossy()));
        let [old, new] = modes;
        text = format!("{text}, mode {old} now {new}");
    }
    text + "\n"
}

/// The changed lines.
fn lines(change: &Change<'_>, old: &[u8], new: &[u8]) -> String {
    let (one, other) = (String::from_utf8_lossy(old), String::from_utf8_lossy(new));
    let path = named(change.renamed.unwrap_or(change.path));
    let names = (format!("a/{}", named(change.path)), format!("b/{path}"));
    let text = unified(&one, &other, (&names.0, &names.1), 3);
    text.split_inclusive('\n').map(line).collect()
}

/// A line that does nothing to a terminal.
fn line(text: &str) -> String {
    match text.strip_suffix('\n') {
        Some(text) => visible(text) + "\n",
        None => visible(text),
    }
}

fn named(path: &OsString) -> String {
    visible(&shown(Path::new(path)))
}
