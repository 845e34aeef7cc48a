//! `git`: what git runs to show and merge the files of a record.

mod driver;
mod facts;
mod merge;
mod setup;
mod textconv;

use super::args::GitCommand;
use super::console::{Console, Failure};
use super::exit::Exit;
use std::path::Path;

/// Runs one of the commands.
pub(super) fn run(command: &GitCommand, console: &mut Console<'_>) -> Result<Exit, Failure> {
    match command {
        GitCommand::Setup => setup::run(console),
        GitCommand::Driver { args } => Ok(driver::run(args, console)),
        GitCommand::Textconv { file } => textconv::run(file, console),
        GitCommand::Merge(command) => merge::run(command, console),
    }
}

/// Reads a file whole.
fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |reason| crate::error::Error::Read {
        path: path.to_path_buf(),
        reason,
    };
    Ok(std::fs::read(path).map_err(failed)?)
}
