//! What holds for every command.

use crate::cli::candidates;
use crate::cli::console::Failure;
use crate::matching::Matching;
use crate::words::Digits;
use clap::ValueEnum;
use std::path::PathBuf;

/// What holds for every command.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct Global {
    /// Work in this folder
    #[arg(short = 'C', value_name = "DIR", global = true)]
    // Not `folder`: of two arguments of one name, clap takes the one for the other.
    work_in: Option<PathBuf>,
    /// Take the settings from this file, not from rapporteur.toml
    #[arg(long, value_name = "FILE", global = true)]
    pub(in crate::cli) config: Option<PathBuf>,
    /// Of several dialogues, take this one
    #[arg(long, value_name = "ID", global = true, add = candidates::dialogues())]
    pub(in crate::cli) dialogue: Option<String>,
    /// Write in this language: en, ar, ar-OM …
    #[arg(long, value_name = "LANG", global = true)]
    pub(in crate::cli) lang: Option<String>,
    /// Write numbers in these digits
    #[arg(long, value_name = "DIGITS", global = true)]
    pub(in crate::cli) digits: Option<DigitsChoice>,
    /// Colour what is printed
    #[arg(long, value_name = "WHEN", default_value = "auto", global = true)]
    pub(in crate::cli) color: ColorChoice,
    /// Take items of different rounds for one where this says so
    #[arg(
        long = "match",
        value_name = "BY",
        default_value = "declared",
        global = true
    )]
    matching: MatchingChoice,
    /// Print no messages but errors
    #[arg(short, long, global = true)]
    pub(in crate::cli) quiet: bool,
}

impl Global {
    /// Goes to the folder to work in.
    pub(in crate::cli) fn enter(&self) -> Result<(), Failure> {
        let Some(folder) = &self.work_in else {
            return Ok(());
        };
        std::env::set_current_dir(folder).map_err(|reason| {
            Failure::new(format!("cannot enter `{}`: {reason}", folder.display()))
        })
    }

    /// What decides which items of different rounds are one.
    pub(in crate::cli) fn matching(&self) -> Matching {
        match self.matching {
            MatchingChoice::Declared => Matching::Declared,
            MatchingChoice::Likely => Matching::Likely,
        }
    }

    /// The digits asked for.
    pub(in crate::cli) fn digits(&self) -> Option<Digits> {
        self.digits.map(|digits| match digits {
            DigitsChoice::Latn => Digits::Latn,
            DigitsChoice::Arab => Digits::Arab,
        })
    }
}

/// Digits that numbers can be written in.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::cli) enum DigitsChoice {
    /// 0 1 2 3
    Latn,
    /// ٠ ١ ٢ ٣
    Arab,
}

/// What decides which items of different rounds are one.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::cli) enum MatchingChoice {
    /// Ids, and what the record declares of them
    Declared,
    /// That, and likeness where it is strong; each such pair is marked
    Likely,
}

/// When to colour.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::cli) enum ColorChoice {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}
