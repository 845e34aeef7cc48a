//! `git merge`: three versions of a file to one.

use super::bytes;
use crate::cli::args::GitMerge;
use crate::cli::console::{Console, Failure};
use crate::cli::exit::Exit;
use crate::cli::messages;
use crate::edit::Unfit;
use crate::error::Error;
use crate::git;
use crate::merge::{Marks, Refusal, Versions, merge};

/// Merges by fact, or line by line where that cannot be; ends with 1 where there are conflicts.
pub(super) fn run(command: &GitMerge, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let GitMerge {
        base, ours, theirs, ..
    } = command;
    let [base, ours, theirs] = [bytes(base)?, bytes(ours)?, bytes(theirs)?];
    let texts = [base, ours, theirs].map(String::from_utf8);
    let path = command.path.clone();
    let path = path.unwrap_or_else(|| crate::source::shown(&command.ours));
    let path = messages::visible(&path);
    let why = match &texts {
        [Ok(base), Ok(ours), Ok(theirs)] => {
            let marks = Marks {
                size: command.marker_size.clamp(1, 100),
                ours: label(&command.ours_label, "ours"),
                theirs: label(&command.theirs_label, "theirs"),
            };
            match merge(Versions { base, ours, theirs }, &marks) {
                Ok(merged) => {
                    write(command, merged.text.as_bytes())?;
                    if merged.conflicts == 0 {
                        return Ok(Exit::Done);
                    }
                    let facts = if merged.conflicts == 1 {
                        "fact"
                    } else {
                        "facts"
                    };
                    console.say(&format!(
                        "{path}: {} {facts} in conflict; all else is merged",
                        merged.conflicts
                    ))?;
                    return Ok(Exit::Found);
                }
                Err(refusal) => words(&refusal),
            }
        }
        _ => "it is not UTF-8".to_owned(),
    };
    console.say(&format!("{path}: merged line by line, since {why}"))?;
    lines(command)
}

/// Merges as git does without us.
fn lines(command: &GitMerge) -> Result<Exit, Failure> {
    let files = [&*command.ours, &*command.base, &*command.theirs];
    let labels = [
        label(&command.ours_label, "ours"),
        label(&command.base_label, "base"),
        label(&command.theirs_label, "theirs"),
    ];
    let merged = git::merge_lines(files, labels, command.marker_size.clamp(1, 100));
    let Some(merged) = merged.map_err(Error::from)? else {
        return Err(
            Failure::new("git cannot merge these files: they are no texts")
                .hint("choose one version: git checkout --ours, or --theirs"),
        );
    };
    write(command, &merged.bytes)?;
    Ok(if merged.conflict {
        Exit::Found
    } else {
        Exit::Done
    })
}

fn write(command: &GitMerge, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |reason| Error::Write {
        path: command.ours.clone(),
        reason,
    };
    Ok(std::fs::write(&command.ours, bytes).map_err(failed)?)
}

/// A label; an old git hands on the sign that stands for one.
fn label<'a>(given: &'a str, usual: &'a str) -> &'a str {
    let sign = given.starts_with('%') && given.len() == 2;
    if sign || given.is_empty() {
        usual
    } else {
        given
    }
}

fn words(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Unfit { version, why } => {
            let whose = match *version {
                "base" => "the version that both began with",
                "ours" => "our version",
                _ => "their version",
            };
            match why {
                Unfit::Faulty(fault) => format!("{whose} has a fault: {}", fault.message),
                Unfit::Empty => format!("{whose} says nothing"),
                Unfit::Unusual => format!("{whose} is written in an unusual way"),
            }
        }
        Refusal::Doubt => "a merge by fact would not keep every fact and comment".to_owned(),
    }
}
