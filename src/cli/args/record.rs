//! What the commands that look through the record take.

use crate::cli::candidates;
use clap::ValueEnum;
use std::path::PathBuf;

/// What `check` takes.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct Check {
    /// Tell only of these files
    pub(in crate::cli) files: Vec<PathBuf>,
    /// Write this format
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(in crate::cli) format: CheckFormat,
    /// End with 1 where something as bad as this was found that nobody accepted
    #[arg(long, value_name = "LEVEL", default_value = "error")]
    pub(in crate::cli) fail_on: Gate,
    /// Take rapporteur.toml and accepted.yaml from this revision, not from the working tree
    #[arg(long, value_name = "REV", allow_hyphen_values = true)]
    pub(in crate::cli) base: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) day: Day,
}

/// How what was found is written.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::cli) enum CheckFormat {
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
pub(in crate::cli) enum Gate {
    /// Errors only
    Error,
    /// Warnings too
    Warning,
}

/// The day that decisions with an end are held against.
#[derive(clap::Args, Debug, Default)]
pub(in crate::cli) struct Day {
    /// Take this for today where decisions in accepted.yaml have an end
    #[arg(long = "today", value_name = "DATE")]
    pub(in crate::cli) asked: Option<chrono::NaiveDate>,
}

/// What `list` takes.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct List {
    /// What to list
    #[arg(default_value = "rounds")]
    pub(in crate::cli) what: Listed,
    /// Write this format: text, json
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(in crate::cli) format: Listing,
}

/// What can be listed.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::cli) enum Listed {
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
pub(in crate::cli) enum Listing {
    /// As a table
    Text,
    /// As JSON
    Json,
}

/// What `suggest` takes.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct Suggest {
    /// Write this format: text, json
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(in crate::cli) format: Listing,
}

/// What `explain` takes.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct Explain {
    /// The code, such as unknown-sector, or the rule, such as sectors-resumed
    #[arg(required_unless_present = "all", add = candidates::codes())]
    pub(in crate::cli) code: Option<String>,
    /// Explain every code and every rule
    #[arg(long, conflicts_with = "code")]
    pub(in crate::cli) all: bool,
    /// Write this format: text, json
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(in crate::cli) format: Listing,
}
