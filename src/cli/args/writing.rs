//! What the commands that write files of a record take.

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

/// What `fmt` takes.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct Fmt {
    /// Put only these files in order; - is standard input, put in order on standard output
    pub(in crate::cli) files: Vec<PathBuf>,
    /// Write nothing; name the files that are not in order, and end with 1 if there are any
    #[arg(long)]
    pub(in crate::cli) check: bool,
}

/// What `fix` takes.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct Fix {
    /// Mend only these files
    pub(in crate::cli) files: Vec<PathBuf>,
    /// Write without asking
    #[arg(short, long, conflicts_with = "dry_run")]
    pub(in crate::cli) yes: bool,
    /// Show what would change, write nothing, and end with 1 if there is anything
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

/// What `new` takes.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct New {
    /// The number of the round; else the one after the newest
    #[arg(value_name = "N")]
    pub(in crate::cli) number: Option<u32>,
}

/// What `init` takes.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct Init {
    /// The folder of the new record
    #[arg(default_value = ".")]
    pub(in crate::cli) folder: PathBuf,
    /// The id of the dialogue, such as oman-us
    #[arg(long)]
    pub(in crate::cli) id: Option<String>,
    /// The name of the dialogue in English
    #[arg(long)]
    pub(in crate::cli) title: Option<String>,
    /// The name of the dialogue in Arabic
    #[arg(long, value_name = "TITLE")]
    pub(in crate::cli) title_ar: Option<String>,
    /// A party, by its id or as id=Name; twice or more
    #[arg(long = "party", value_name = "ID")]
    pub(in crate::cli) parties: Vec<String>,
    /// The date of the first round, as coarse as it is known
    #[arg(long)]
    pub(in crate::cli) date: Option<String>,
    /// Whether the lists of the first round are the whole of what was discussed
    #[arg(long)]
    pub(in crate::cli) complete: bool,
}
