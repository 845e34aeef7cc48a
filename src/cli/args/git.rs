//! What `git` takes.

use clap::Subcommand;
use std::ffi::OsString;
use std::path::PathBuf;

/// What can be done inside git.
#[derive(Subcommand, Debug)]
pub(in crate::cli) enum GitCommand {
    /// Write the settings to this repository, so that git uses the commands below
    Setup,
    /// Show what changed in a file: git runs this with seven or nine arguments
    Driver {
        /// Path, old file, its hash and mode, new file, its hash and mode; on a rename, the new
        /// path and what git says of it
        #[arg(allow_hyphen_values = true, trailing_var_arg = true)]
        args: Vec<OsString>,
    },
    /// Print the facts of a file, one a line; what is no file of a record is printed as it is
    Textconv {
        /// The file
        file: PathBuf,
    },
    /// Merge two versions of a file with the one that both began with, into the file of OURS
    Merge(GitMerge),
}

/// What `git merge` takes.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct GitMerge {
    /// The version that both began with
    pub(in crate::cli) base: PathBuf,
    /// Our version, which is replaced by the result
    pub(in crate::cli) ours: PathBuf,
    /// Their version
    pub(in crate::cli) theirs: PathBuf,
    /// How long the marks of conflicts are
    #[arg(long, value_name = "N", default_value_t = 7)]
    pub(in crate::cli) marker_size: usize,
    /// What the file is called in messages
    #[arg(long, value_name = "PATH")]
    pub(in crate::cli) path: Option<String>,
    /// What the marks call our version
    #[arg(long, value_name = "LABEL", default_value = "ours")]
    pub(in crate::cli) ours_label: String,
    /// What the marks call the version that both began with
    #[arg(long, value_name = "LABEL", default_value = "base")]
    pub(in crate::cli) base_label: String,
    /// What the marks call their version
    #[arg(long, value_name = "LABEL", default_value = "theirs")]
    pub(in crate::cli) theirs_label: String,
}
