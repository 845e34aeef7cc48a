//! What the commands that tell of rounds take.

use super::record::Day;
use crate::model::term::Term;
use crate::render::Format;
use clap::ValueEnum;
use std::path::PathBuf;

/// How pages look.
#[derive(clap::Args, Clone, Debug)]
pub(in crate::cli) struct Look {
    /// Take templates from this folder where it has them
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) templates: Option<PathBuf>,
    /// Put into each page in HTML the letters it needs of the Noto fonts in this folder
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) embed_fonts: Option<PathBuf>,
}

/// What `compare` takes.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct Compare {
    /// The round to compare from
    pub(in crate::cli) before: Option<String>,
    /// The round to compare to
    pub(in crate::cli) after: Option<String>,
    /// Write this format: text, markdown, html, json, csv
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    pub(in crate::cli) format: Option<Format>,
    /// Write to this file, in the format of its ending; - is standard output
    #[arg(short, long, value_name = "FILE")]
    pub(in crate::cli) output: Vec<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) look: Look,
    /// Say how the mentions of this item were matched, in place of the report
    #[arg(long, value_name = "ID", conflicts_with_all = ["format", "output"])]
    pub(in crate::cli) explain: Option<String>,
    /// Name what was carried over too
    #[arg(long)]
    pub(in crate::cli) all: bool,
    /// End with 1 where anything changed
    #[arg(long)]
    pub(in crate::cli) exit_code: bool,
}

/// What `history` takes.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct HistoryArgs {
    /// The item to tell of
    #[arg(value_name = "ID")]
    pub(in crate::cli) item: Option<String>,
    /// Tell of the rounds up to this one only
    #[arg(long, value_name = "N")]
    pub(in crate::cli) as_of: Option<String>,
    /// Write this format
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    pub(in crate::cli) format: Option<Format>,
    /// Write to this file, in the format of its ending; - is standard output
    #[arg(short, long, value_name = "FILE")]
    pub(in crate::cli) output: Vec<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) look: Look,
}

/// What `portfolio` takes.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct Portfolio {
    /// The sectors to tell of
    #[arg(value_name = "SECTOR")]
    pub(in crate::cli) sectors: Vec<String>,
    /// Write this format
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    pub(in crate::cli) format: Option<Format>,
    /// Write to this file, in the format of its ending; - is standard output
    #[arg(short, long, value_name = "FILE")]
    pub(in crate::cli) output: Vec<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) look: Look,
}

/// What `report` takes.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct Report {
    /// The rounds to report on
    #[arg(value_name = "N", conflicts_with = "all")]
    pub(in crate::cli) rounds: Vec<String>,
    /// Report on every round
    #[arg(long)]
    pub(in crate::cli) all: bool,
    /// Write nothing; say which reports are stale or missing
    #[arg(long)]
    pub(in crate::cli) check: bool,
    #[command(flatten)]
    pub(in crate::cli) look: Look,
}

/// What `findings` takes.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct Findings {
    /// The round to compare from
    pub(in crate::cli) before: Option<String>,
    /// The round to compare to
    pub(in crate::cli) after: Option<String>,
    /// List those of the whole series
    #[arg(long, conflicts_with_all = ["before", "after"])]
    pub(in crate::cli) series: bool,
    /// Write this format: text, markdown, json
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(in crate::cli) format: Sheet,
    #[command(flatten)]
    pub(in crate::cli) day: Day,
}

/// How findings are written.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::cli) enum Sheet {
    /// For a terminal
    Text,
    /// As Markdown
    Markdown,
    /// As JSON
    Json,
}

fn format(word: &str) -> Result<Format, String> {
    Format::find(word).ok_or_else(|| {
        let known: Vec<&str> = Format::ALL.iter().map(|one| one.as_str()).collect();
        format!("the formats are {}", known.join(", "))
    })
}
