//! Notices where continuous integration takes them.

use super::console::{Console, Failure};
use super::outputs::wrote;
use crate::notice::Notice;
use crate::render::Budget;
use crate::render::notices::{Comment, Counts, outputs, summary_budget};
use crate::write::write_all;
use std::env;
use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Names the files of notices from the root of the checkout, as those who read them do.
///
/// GitHub and GitLab say where that is; elsewhere the folder worked in is taken for it.
pub(super) fn from_checkout(notices: &mut [Notice], files: &mut [String]) {
    let prefix = prefix().unwrap_or_default();
    let names = notices.iter_mut().filter_map(|one| one.spot.as_mut());
    for name in names.map(|spot| &mut spot.file).chain(files) {
        if let Some(path) = in_commit(name) {
            *name = path.to_owned();
        } else if !name.starts_with('/') {
            name.insert_str(0, &prefix);
        }
    }
}

/// The path of a file that was read from a commit, whose name begins with ten digits of its hash.
fn in_commit(name: &str) -> Option<&str> {
    let (hash, path) = name.split_once(':')?;
    let digits = hash.len() == 10 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    digits.then_some(path)
}

fn prefix() -> Option<String> {
    let root = set("GITHUB_WORKSPACE").or_else(|| set("CI_PROJECT_DIR"))?;
    let root = Path::new(&root).canonicalize().ok()?;
    let here = env::current_dir().ok()?.canonicalize().ok()?;
    let below = here.strip_prefix(root).ok()?;
    let parts = below.iter().map(|part| part.to_string_lossy());
    Some(parts.fold(String::new(), |prefix, part| prefix + &part + "/"))
}

/// Prints a text, or writes it to the files named.
pub(super) fn print(
    text: String,
    files: &[PathBuf],
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let standard = |path: &&PathBuf| path.as_path() == Path::new("-");
    if files.is_empty() || files.iter().any(|path| standard(&path)) {
        console.out(&text)?;
    }
    let files = files.iter().filter(|path| !standard(path));
    let written: Vec<_> = files.map(|path| (path.clone(), text.clone())).collect();
    write_all(&written)?;
    if written.is_empty() {
        return Ok(());
    }
    console.say(&wrote(&written))
}

/// Prints a comment, or writes it to the files named, and says how long it is.
pub(super) fn comment(
    comment: &Comment,
    files: &[PathBuf],
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let text = comment.write(Budget::COMMENT);
    let length = text.chars().count();
    print(text, files, console)?;
    let most = Budget::COMMENT.characters;
    console.say(&format!("the comment has {length} of {most} characters"))
}

/// Adds to the summary of the step, as far as there is room, and sets its outputs and `more`.
pub(super) fn summary(
    comment: &Comment,
    notices: &[Notice],
    more: &[(&str, String)],
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let path = set("GITHUB_STEP_SUMMARY")
        .map(PathBuf::from)
        .ok_or_else(|| {
            Failure::new("`GITHUB_STEP_SUMMARY` names no file")
                .hint("outside a step of GitHub Actions, use --format github-comment")
        })?;
    let there = fs::metadata(&path).map_or(0, |about| about.len());
    match summary_budget(there) {
        Some(budget) => {
            let text = comment.write(budget);
            append(&path, &text)?;
            console.say(&format!("added {} bytes to the summary", text.len()))?;
        }
        None => console.say("the summary is full: nothing was added to it")?,
    }
    if let Some(path) = set("GITHUB_OUTPUT") {
        append(
            Path::new(&path),
            &outputs(&[&counted(notices), more].concat()),
        )?;
    }
    Ok(())
}

/// The outputs of a step.
fn counted(notices: &[Notice]) -> [(&'static str, String); 4] {
    let counts = Counts::of(notices);
    [
        ("errors", counts.errors.to_string()),
        ("warnings", counts.warnings.to_string()),
        ("notes", counts.notes.to_string()),
        ("accepted", counts.accepted.to_string()),
    ]
}

fn append(path: &Path, text: &str) -> Result<(), Failure> {
    let file = OpenOptions::new().append(true).create(true).open(path);
    let written = file.and_then(|mut file| file.write_all(text.as_bytes()));
    written
        .map_err(|reason| Failure::new(format!("cannot write to `{}`: {reason}", path.display())))
}

/// Where all of what a comment says can be read, in a sentence.
pub(super) fn elsewhere(command: &str) -> String {
    run_address().map_or_else(
        || format!("`rapporteur {command}` shows all of it."),
        |address| format!("All of it is on the page of [this run]({address})."),
    )
}

/// The address of the run on GitHub, where the variables that make it up are what they should be.
fn run_address() -> Option<String> {
    let text = |name| set(name)?.into_string().ok();
    let server = text("GITHUB_SERVER_URL")?;
    let repository = text("GITHUB_REPOSITORY")?;
    let run = text("GITHUB_RUN_ID")?;
    let plain = |text: &str| {
        let fine = |byte: u8| byte.is_ascii_alphanumeric() || b"-._/:".contains(&byte);
        !text.is_empty() && text.bytes().all(fine)
    };
    let all = [&server, &repository, &run];
    let sound = server.starts_with("https://") && all.iter().all(|text| plain(text));
    sound.then(|| format!("{server}/{repository}/actions/runs/{run}"))
}

/// The value of a variable that is set to something.
fn set(name: &str) -> Option<OsString> {
    env::var_os(name).filter(|value| !value.is_empty())
}
