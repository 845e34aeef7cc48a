//! What `templates` takes.

use clap::Subcommand;
use std::path::PathBuf;

/// What can be done with templates.
#[derive(Subcommand, Debug)]
pub(in crate::cli) enum TemplatesCommand {
    /// Write every built-in template and the style sheet to a folder; overwrites nothing
    Eject {
        /// The folder to write to
        #[arg(value_name = "DIR")]
        dir: PathBuf,
    },
    /// Check the templates of a folder, as --templates does before it uses them
    Check {
        /// The folder to read
        #[arg(value_name = "DIR")]
        dir: PathBuf,
    },
}
