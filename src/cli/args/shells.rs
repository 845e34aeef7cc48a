//! What the commands for shells and manual readers take.

use clap::ValueEnum;
use std::path::PathBuf;

/// What `completions` takes.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct Completions {
    /// The shell
    pub(in crate::cli) shell: Shell,
}

/// A shell that completes.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::cli) enum Shell {
    /// source <(rapporteur completions bash)
    Bash,
    /// source <(rapporteur completions zsh)
    Zsh,
    /// rapporteur completions fish | source
    Fish,
    /// rapporteur completions powershell | Out-String | Invoke-Expression
    Powershell,
    /// eval (rapporteur completions elvish | slurp)
    Elvish,
}

/// What `man` takes.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct Man {
    /// Write the page of every command to this folder; without it, that of the program is printed
    #[arg(value_name = "DIR")]
    pub(in crate::cli) dir: Option<PathBuf>,
}
