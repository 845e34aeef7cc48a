//! Which files git stores with other line endings than those they have in the working tree.

use super::{GitError, Repository};
use std::path::Path;

/// How many files are asked about in one call.
const AT_ONCE: usize = 500;

impl Repository {
    /// Whether git stores each of some files of the working tree with `\n` for `\r\n`, as
    /// attributes and `core.autocrlf` say.
    ///
    /// No filter is run to find that out.
    pub fn stores_unix_endings(&self, paths: &[&Path]) -> Result<Vec<bool>, GitError> {
        let mut answers = Vec::with_capacity(paths.len());
        if paths.is_empty() {
            return Ok(answers);
        }
        let setting = self.config("core.autocrlf")?.unwrap_or_default();
        let unasked = is_on(&setting.to_ascii_lowercase());
        for some in paths.chunks(AT_ONCE) {
            let asked = ["check-attr", "-z", "text", "eol", "--"];
            let output = self.git().args(asked).args(some).done()?;
            let parts: Vec<_> = output.records().collect();
            let values: Vec<&str> = parts
                .chunks(3)
                .filter_map(|part| Some(part.get(2)?.as_ref()))
                .collect();
            answers.extend(values.chunks(2).map(|pair| match pair {
                ["unset", _] => false,
                ["unspecified", "lf" | "crlf"] => true,
                ["unspecified", _] => unasked,
                _ => true,
            }));
        }
        answers.resize(paths.len(), false);
        Ok(answers)
    }
}

/// Whether `core.autocrlf` has line endings put right where files are stored.
fn is_on(setting: &str) -> bool {
    matches!(setting, "true" | "yes" | "on" | "1" | "input")
}
