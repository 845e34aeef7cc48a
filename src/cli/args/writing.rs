//! What the commands that write files of a record take.

use clap::ValueEnum;
use std::path::PathBuf;

/// What `draft` takes.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct Draft {
    /// The text; - is standard input
    #[arg(default_value = "-")]
    pub(in crate::cli) file: PathBuf,
    /// Write to this new file, such as rounds/oman-us/4.yaml, not to standard output
    #[arg(short, long, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// The number of the round; else the file's name says it, or the text
    #[arg(long, value_name = "N")]
    pub(in crate::cli) round: Option<u32>,
    /// Take these lines only, whichever round they tell of: 7-15
    #[arg(long, value_name = "LINES", value_parser = crate::cli::draft::lines)]
    pub(in crate::cli) lines: Option<std::ops::RangeInclusive<usize>>,
    /// Cite the text as this source of dialogue.yaml
    #[arg(long, value_name = "ID")]
    pub(in crate::cli) source: Option<String>,
}

/// What `schema` takes.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct Schema {
    /// The kind of file
    #[arg(required_unless_present = "write")]
    pub(in crate::cli) kind: Option<SchemaKind>,
    /// Write every schema into this folder
    #[arg(long, value_name = "DIR", conflicts_with = "kind")]
    pub(in crate::cli) write: Option<PathBuf>,
}

/// A kind of file that authors write.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::cli) enum SchemaKind {
    /// The file of a round
    Round,
    /// dialogue.yaml
    Dialogue,
    /// taxonomy.yaml
    Taxonomy,
    /// accepted.yaml
    Accepted,
    /// rapporteur.toml
    Settings,
}
