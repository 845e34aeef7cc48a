//! `git textconv`: a file as lines that a line diff can compare.

use super::bytes;
use crate::cli::console::{Console, Failure};
use crate::cli::exit::Exit;
use crate::facts;
use crate::span::Files;
use std::path::Path;

/// Prints the facts of a file; where it states none that can be read, its own lines.
pub(super) fn run(file: &Path, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let bytes = bytes(file)?;
    let name = crate::source::shown(file);
    match facts::of_file(&name, bytes.clone(), &mut Files::default()) {
        Some(facts) => console.out(&facts::lines(&facts))?,
        None => console.bytes(&bytes)?,
    }
    Ok(Exit::Done)
}
