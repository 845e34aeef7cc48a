//! What can be written on the command line.

use super::console::Failure;
use crate::render::Format;
use crate::words::Digits;
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Compare the rounds of a recurring diplomatic dialogue, and write the reports.
#[derive(Parser, Debug)]
#[command(name = "rapporteur", version, max_term_width = 100, after_help = EXAMPLES)]
pub(super) struct Args {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

const EXAMPLES: &str = "\
Examples:
  rapporteur compare 2 3                       what changed from round 2 to round 3
  rapporteur compare 2 3 -o 3.html -o 3.md     the same, as files
  rapporteur history                           every sector, agreement and promise so far
  rapporteur report --all                      write every round's report to reports/
  rapporteur check                             check every file of the record

Exit status: 0 done, 1 found what was asked for, 2 could not do the work.";

/// What holds for every command.
#[derive(clap::Args, Debug)]
pub(super) struct Global {
    /// Work in this folder
    #[arg(short = 'C', value_name = "DIR", global = true)]
    folder: Option<PathBuf>,
    /// Of several dialogues, take this one
    #[arg(long, value_name = "ID", global = true)]
    pub(super) dialogue: Option<String>,
    /// Write in this language: en, ar, ar-OM …
    #[arg(long, value_name = "LANG", global = true)]
    pub(super) lang: Option<String>,
    /// Write numbers in these digits
    #[arg(long, value_name = "DIGITS", global = true)]
    pub(super) digits: Option<DigitsChoice>,
    /// Colour what is printed
    #[arg(long, value_name = "WHEN", default_value = "auto", global = true)]
    pub(super) color: ColorChoice,
    /// Print no messages but errors
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,
}

impl Global {
    /// Goes to the folder to work in.
    pub(super) fn enter(&self) -> Result<(), Failure> {
        let Some(folder) = &self.folder else {
            return Ok(());
        };
        std::env::set_current_dir(folder).map_err(|reason| {
            Failure::new(format!("cannot enter `{}`: {reason}", folder.display()))
        })
    }

    /// The digits asked for.
    pub(super) fn digits(&self) -> Option<Digits> {
        self.digits.map(|digits| match digits {
            DigitsChoice::Latn => Digits::Latn,
            DigitsChoice::Arab => Digits::Arab,
        })
    }
}

/// Digits that numbers can be written in.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum DigitsChoice {
    /// 0 1 2 3
    Latn,
    /// ٠ ١ ٢ ٣
    Arab,
}

/// When to colour.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ColorChoice {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The commands.
#[derive(Subcommand, Debug)]
pub(super) enum Command {
    /// Compare two rounds
    Compare(Compare),
    /// Tell of all rounds, or of one item through them
    History(HistoryArgs),
    /// Tell which dialogues name a sector
    Portfolio(Portfolio),
    /// Write the reports of rounds to reports/
    Report(Report),
    /// Check every file of the record
    Check(Check),
    /// List what the record holds
    List(List),
    /// Explain a diagnostic
    Explain(Explain),
}

/// Compare two rounds.
///
/// A round is a number, `latest`, `prev`, or a round's file; with several dialogues,
/// `oman-us/2`. With no rounds, the last two are compared; with one, it is compared to the
/// round before it.
#[derive(clap::Args, Debug)]
pub(super) struct Compare {
    /// The round to compare from
    pub(super) before: Option<String>,
    /// The round to compare to
    pub(super) after: Option<String>,
    /// Write this format
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    pub(super) format: Option<Format>,
    /// Write to this file, in the format of its ending; - is standard output
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Vec<PathBuf>,
    /// Take templates from this folder where it has them
    #[arg(long, value_name = "DIR")]
    pub(super) templates: Option<PathBuf>,
    /// Name what was carried over too
    #[arg(long)]
    pub(super) all: bool,
    /// End with 1 where anything changed
    #[arg(long)]
    pub(super) exit_code: bool,
}

/// Tell of all rounds of a dialogue, or of one item through them.
///
/// An item is the id of a sector, topic, programme, body, agreement, commitment or person; it is
/// told of with every mention, and where the record has it.
#[derive(clap::Args, Debug)]
pub(super) struct HistoryArgs {
    /// The item to tell of
    #[arg(value_name = "ID")]
    pub(super) item: Option<String>,
    /// Tell of the rounds up to this one only
    #[arg(long, value_name = "N")]
    pub(super) as_of: Option<String>,
    /// Write this format
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    pub(super) format: Option<Format>,
    /// Write to this file, in the format of its ending; - is standard output
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Vec<PathBuf>,
    /// Take templates from this folder where it has them
    #[arg(long, value_name = "DIR")]
    pub(super) templates: Option<PathBuf>,
}

/// Tell which dialogues name a sector: since when, in which rounds, with which agreements.
///
/// A sector counts with the narrower ones under it. Without a sector, every sector is told of.
#[derive(clap::Args, Debug)]
pub(super) struct Portfolio {
    /// The sectors to tell of
    #[arg(value_name = "SECTOR")]
    pub(super) sectors: Vec<String>,
    /// Write this format
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    pub(super) format: Option<Format>,
    /// Write to this file, in the format of its ending; - is standard output
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Vec<PathBuf>,
    /// Take templates from this folder where it has them
    #[arg(long, value_name = "DIR")]
    pub(super) templates: Option<PathBuf>,
}

/// Write the reports of rounds, each against the one before it.
///
/// Reports go to reports/<dialogue>/, as Markdown and HTML, in every language. Without a
/// round, the newest one's are written; with --all, that of the whole series too.
#[derive(clap::Args, Debug)]
pub(super) struct Report {
    /// The rounds to report on
    #[arg(value_name = "N", conflicts_with = "all")]
    pub(super) rounds: Vec<String>,
    /// Report on every round
    #[arg(long)]
    pub(super) all: bool,
    /// Write nothing; say which reports are stale or missing
    #[arg(long)]
    pub(super) check: bool,
    /// Take templates from this folder where it has them
    #[arg(long, value_name = "DIR")]
    pub(super) templates: Option<PathBuf>,
}

/// Check every file of the record.
#[derive(clap::Args, Debug)]
pub(super) struct Check {
    /// Tell only of these files
    pub(super) files: Vec<PathBuf>,
    /// Write this format: text, json
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: Listing,
}

/// List what the record holds.
#[derive(clap::Args, Debug)]
pub(super) struct List {
    /// What to list
    #[arg(default_value = "rounds")]
    pub(super) what: Listed,
    /// Write this format: text, json
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: Listing,
}

/// What can be listed.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Listed {
    /// The dialogues
    Dialogues,
    /// The rounds
    Rounds,
    /// The sectors
    Sectors,
    /// The agreements
    Agreements,
    /// The commitments
    Commitments,
}

/// How a list is written.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Listing {
    /// As a table
    Text,
    /// As JSON
    Json,
}

/// Explain a diagnostic.
#[derive(clap::Args, Debug)]
pub(super) struct Explain {
    /// The code, such as unknown-sector
    #[arg(required_unless_present = "all")]
    pub(super) code: Option<String>,
    /// Explain every code
    #[arg(long, conflicts_with = "code")]
    pub(super) all: bool,
    /// Write this format: text, json
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: Listing,
}

fn format(word: &str) -> Result<Format, String> {
    use crate::model::term::Term;
    Format::find(word).ok_or_else(|| {
        let known: Vec<&str> = Format::ALL.iter().map(|one| one.as_str()).collect();
        format!("the formats are {}", known.join(", "))
    })
}
