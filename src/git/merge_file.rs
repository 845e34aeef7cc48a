//! Git's own merge of lines.

use super::{GitError, run};
use std::path::Path;

/// What git made of three files.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MergedLines {
    /// The text, with marks where there are conflicts.
    pub bytes: Vec<u8>,
    /// Whether there are conflicts.
    pub conflict: bool,
}

/// Merges three files line by line; none where git cannot, since one of them is no text.
///
/// `files` and `labels` are of our version, the base and theirs; `size` is that of the marks.
pub fn merge_lines(
    files: [&Path; 3],
    labels: [&str; 3],
    size: usize,
) -> Result<Option<MergedLines>, GitError> {
    let mut git = run::git(Path::new("."));
    git = git.args(["merge-file", "-p", "-q", &format!("--marker-size={size}")]);
    for label in labels {
        git = git.args(["-L", label]);
    }
    let output = git.args(["--"]).args(files).output()?;
    // Git says how many conflicts there are, and 255 where it could do nothing.
    Ok(match output.code {
        Some(code) if code < 128 => Some(MergedLines {
            bytes: output.stdout,
            conflict: code > 0,
        }),
        _ => None,
    })
}
