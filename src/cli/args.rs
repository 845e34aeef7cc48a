//! What can be written on the command line.

use super::console::Failure;
use crate::matching::Matching;
use crate::render::{Format, notices};
use crate::review::FailOn;
use crate::words::Digits;
use clap::{Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
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
    /// Take the settings from this file, not from rapporteur.toml
    #[arg(long, value_name = "FILE", global = true)]
    pub(super) config: Option<PathBuf>,
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

    /// What decides which items of different rounds are one.
    pub(super) fn matching(&self) -> Matching {
        match self.matching {
            MatchingChoice::Declared => Matching::Declared,
            MatchingChoice::Likely => Matching::Likely,
        }
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

/// What decides which items of different rounds are one.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum MatchingChoice {
    /// Ids, and what the record declares of them
    Declared,
    /// That, and likeness where it is strong; each such pair is marked
    Likely,
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
    /// Compare two rounds.
    ///
    /// A round is a number, `latest`, `prev`, or a round's file; with several dialogues,
    /// `oman-us/2`; as a git revision has it, `REV:2` or `REV:path`. With no rounds, the last two are compared; with one, it is compared to the
    /// round before it.
    Compare(Compare),
    /// Tell of all rounds of a dialogue, or of one item through them.
    ///
    /// An item is the id of a sector, topic, programme, body, agreement, commitment or person; it
    /// is told of with every mention, and where the record has it.
    History(HistoryArgs),
    /// Tell which dialogues name a sector: since when, in which rounds, with which agreements.
    ///
    /// A sector counts with the narrower ones under it. Without a sector, every sector is told of.
    Portfolio(Portfolio),
    /// Write the reports of rounds, each against the one before it.
    ///
    /// Reports go to reports/<dialogue>/, as Markdown and HTML, in every language. Without a
    /// round, the newest one's are written; with --all, that of the whole series too.
    Report(Report),
    /// Review what a branch changes in the record: rounds added, records corrected.
    ///
    /// A revision is a branch, a tag, a hash, or such as HEAD~1. Settings and templates are taken
    /// from the base. Nothing is fetched and nothing is checked out.
    Review(Review),
    /// Check every file of the record.
    Check(Check),
    /// List what the record holds.
    List(List),
    /// Suggest items that may be one under two ids, with the reason and the line that says so.
    ///
    /// Nothing is changed.
    Suggest(Suggest),
    /// List what a reader would underline, the most important first.
    ///
    /// Each finding has the id of its rule, its priority, a fingerprint that outlives rewording, the
    /// sentence, the places that it rests on, and the sources cited there. Rounds are named as for
    /// `compare`.
    Findings(Findings),
    /// Explain a diagnostic, or a rule of findings.
    Explain(Explain),
    /// Let git show and merge the files of a record by fact
    #[command(subcommand)]
    Git(GitCommand),
    /// Copy the built-in templates, or check your own
    #[command(subcommand)]
    Templates(TemplatesCommand),
}

/// How pages look.
#[derive(clap::Args, Debug)]
pub(super) struct Look {
    /// Take templates from this folder where it has them
    #[arg(long, value_name = "DIR")]
    pub(super) templates: Option<PathBuf>,
    /// Put into each page in HTML the letters it needs of the Noto fonts in this folder
    #[arg(long, value_name = "DIR")]
    pub(super) embed_fonts: Option<PathBuf>,
}

/// What `compare` takes.
#[derive(clap::Args, Debug)]
pub(super) struct Compare {
    /// The round to compare from
    pub(super) before: Option<String>,
    /// The round to compare to
    pub(super) after: Option<String>,
    /// Write this format: text, markdown, html, json, csv
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    pub(super) format: Option<Format>,
    /// Write to this file, in the format of its ending; - is standard output
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) look: Look,
    /// Say how the mentions of this item were matched, in place of the report
    #[arg(long, value_name = "ID", conflicts_with_all = ["format", "output"])]
    pub(super) explain: Option<String>,
    /// Name what was carried over too
    #[arg(long)]
    pub(super) all: bool,
    /// End with 1 where anything changed
    #[arg(long)]
    pub(super) exit_code: bool,
}

/// What `history` takes.
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
    #[command(flatten)]
    pub(super) look: Look,
}

/// What `portfolio` takes.
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
    #[command(flatten)]
    pub(super) look: Look,
}

/// What `report` takes.
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
    #[command(flatten)]
    pub(super) look: Look,
}

/// What `review` takes.
#[derive(clap::Args, Debug)]
pub(super) struct Review {
    /// The revision to compare from; where the head left the upstream default branch, if not given
    #[arg(long, value_name = "REV", allow_hyphen_values = true)]
    pub(super) base: Option<String>,
    /// The revision to compare to; the working tree, if not given
    #[arg(long, value_name = "REV", allow_hyphen_values = true)]
    pub(super) head: Option<String>,
    /// Write this format: text, markdown, html, json, csv; for continuous integration
    /// github-annotations, github-comment, github-summary, sarif, gitlab, junit
    #[arg(long, value_name = "FORMAT", value_parser = review_format)]
    pub(super) format: Option<ReviewFormat>,
    /// Write to this file, in the format of its ending; - is standard output
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Vec<PathBuf>,
    /// Take templates from this folder where the base has them
    #[arg(long, value_name = "DIR")]
    pub(super) templates: Option<PathBuf>,
    /// List every fact of a round that is taken out or cannot be read
    #[arg(long)]
    pub(super) all: bool,
    /// End with 1 on any of these: error, warning, correction, removal, drift, stale-report
    #[arg(long, value_name = "WHAT", value_delimiter = ',', value_parser = fail_on)]
    pub(super) fail_on: Vec<FailOn>,
    /// End with 1 where anything changed
    #[arg(long)]
    pub(super) exit_code: bool,
    #[command(flatten)]
    pub(super) day: Day,
}

/// How a review is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ReviewFormat {
    /// As any report is.
    Report(Format),
    /// As a list of notices that other programs read.
    Notices(notices::Format),
    /// As Markdown for a comment, with a hidden key.
    Comment,
    /// As Markdown to the summary of a step, with outputs.
    Summary,
}

/// What `check` takes.
#[derive(clap::Args, Debug)]
pub(super) struct Check {
    /// Tell only of these files
    pub(super) files: Vec<PathBuf>,
    /// Write this format
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: CheckFormat,
    /// End with 1 where something as bad as this was found that nobody accepted
    #[arg(long, value_name = "LEVEL", default_value = "error")]
    pub(super) fail_on: Gate,
    /// Take rapporteur.toml and accepted.yaml from this revision, not from the working tree
    #[arg(long, value_name = "REV", allow_hyphen_values = true)]
    pub(super) base: Option<String>,
    #[command(flatten)]
    pub(super) day: Day,
}

/// How what was found is written.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum CheckFormat {
    /// For people
    Text,
    /// As JSON
    Json,
    /// Workflow commands of GitHub Actions, at most ten a level
    GithubAnnotations,
    /// Markdown for a comment, with a hidden key
    GithubComment,
    /// Markdown to the file that `GITHUB_STEP_SUMMARY` names, and outputs to `GITHUB_OUTPUT`
    GithubSummary,
    /// SARIF 2.1.0
    Sarif,
    /// A code quality report of GitLab
    Gitlab,
    /// A JUnit report
    Junit,
}

/// From which level on a run fails.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Gate {
    /// Errors only
    Error,
    /// Warnings too
    Warning,
}

/// The day that decisions with an end are held against.
#[derive(clap::Args, Debug)]
pub(super) struct Day {
    /// Take this for today where decisions in accepted.yaml have an end
    #[arg(long = "today", value_name = "DATE")]
    pub(super) asked: Option<chrono::NaiveDate>,
}

/// What `list` takes.
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

/// What `suggest` takes.
#[derive(clap::Args, Debug)]
pub(super) struct Suggest {
    /// Write this format: text, json
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: Listing,
}

/// What `findings` takes.
#[derive(clap::Args, Debug)]
pub(super) struct Findings {
    /// The round to compare from
    pub(super) before: Option<String>,
    /// The round to compare to
    pub(super) after: Option<String>,
    /// List those of the whole series
    #[arg(long, conflicts_with_all = ["before", "after"])]
    pub(super) series: bool,
    /// Write this format: text, markdown, json
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: Sheet,
    #[command(flatten)]
    pub(super) day: Day,
}

/// How findings are written.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sheet {
    /// For a terminal
    Text,
    /// As Markdown
    Markdown,
    /// As JSON
    Json,
}

/// What `explain` takes.
#[derive(clap::Args, Debug)]
pub(super) struct Explain {
    /// The code, such as unknown-sector, or the rule, such as sectors-resumed
    #[arg(required_unless_present = "all")]
    pub(super) code: Option<String>,
    /// Explain every code and every rule
    #[arg(long, conflicts_with = "code")]
    pub(super) all: bool,
    /// Write this format: text, json
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: Listing,
}

/// What can be done inside git.
#[derive(Subcommand, Debug)]
pub(super) enum GitCommand {
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
pub(super) struct GitMerge {
    /// The version that both began with
    pub(super) base: PathBuf,
    /// Our version, which is replaced by the result
    pub(super) ours: PathBuf,
    /// Their version
    pub(super) theirs: PathBuf,
    /// How long the marks of conflicts are
    #[arg(long, value_name = "N", default_value_t = 7)]
    pub(super) marker_size: usize,
    /// What the file is called in messages
    #[arg(long, value_name = "PATH")]
    pub(super) path: Option<String>,
    /// What the marks call our version
    #[arg(long, value_name = "LABEL", default_value = "ours")]
    pub(super) ours_label: String,
    /// What the marks call the version that both began with
    #[arg(long, value_name = "LABEL", default_value = "base")]
    pub(super) base_label: String,
    /// What the marks call their version
    #[arg(long, value_name = "LABEL", default_value = "theirs")]
    pub(super) theirs_label: String,
}

/// What can be done with templates.
#[derive(Subcommand, Debug)]
pub(super) enum TemplatesCommand {
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

fn format(word: &str) -> Result<Format, String> {
    use crate::model::term::Term;
    Format::find(word).ok_or_else(|| {
        let known: Vec<&str> = Format::ALL.iter().map(|one| one.as_str()).collect();
        format!("the formats are {}", known.join(", "))
    })
}

fn review_format(word: &str) -> Result<ReviewFormat, String> {
    use crate::model::term::Term;
    let report = Format::find(word).map(ReviewFormat::Report);
    let notices = notices::Format::find(word).map(ReviewFormat::Notices);
    let ours = match word {
        "github-comment" => Some(ReviewFormat::Comment),
        "github-summary" => Some(ReviewFormat::Summary),
        _ => None,
    };
    report.or(notices).or(ours).ok_or_else(|| {
        let reports = Format::ALL.iter().map(|one| one.as_str());
        let notices = notices::Format::ALL.iter().map(|one| one.as_str());
        let known: Vec<&str> = reports
            .chain(notices)
            .chain(["github-comment", "github-summary"])
            .collect();
        format!("the formats are {}", known.join(", "))
    })
}

fn fail_on(word: &str) -> Result<FailOn, String> {
    use crate::model::term::Term;
    FailOn::find(word).ok_or_else(|| {
        let known: Vec<&str> = FailOn::ALL.iter().map(|one| one.as_str()).collect();
        format!("it is one of {}", known.join(", "))
    })
}
