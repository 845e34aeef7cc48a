//! What `review` takes.

use super::record::Day;
use crate::model::term::Term;
use crate::render::{Format, notices};
use crate::review::FailOn;
use std::path::PathBuf;

/// What `review` takes.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct Review {
    /// The revision to compare from; where the head left the upstream default branch, if not given
    #[arg(long, value_name = "REV", allow_hyphen_values = true)]
    pub(in crate::cli) base: Option<String>,
    /// The revision to compare to; the working tree, if not given
    #[arg(long, value_name = "REV", allow_hyphen_values = true)]
    pub(in crate::cli) head: Option<String>,
    /// Write this format: text, markdown, html, json, csv; for continuous integration
    /// github-annotations, github-comment, github-summary, sarif, gitlab, junit
    #[arg(long, value_name = "FORMAT", value_parser = review_format)]
    pub(in crate::cli) format: Option<ReviewFormat>,
    /// Write to this file, in the format of its ending; - is standard output
    #[arg(short, long, value_name = "FILE")]
    pub(in crate::cli) output: Vec<PathBuf>,
    /// Take templates from this folder where the base has them
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) templates: Option<PathBuf>,
    /// List every fact of a round that is taken out or cannot be read
    #[arg(long)]
    pub(in crate::cli) all: bool,
    /// End with 1 on any of these: error, warning, correction, removal, drift, stale-report
    #[arg(long, value_name = "WHAT", value_delimiter = ',', value_parser = fail_on)]
    pub(in crate::cli) fail_on: Vec<FailOn>,
    /// End with 1 where anything changed
    #[arg(long)]
    pub(in crate::cli) exit_code: bool,
    #[command(flatten)]
    pub(in crate::cli) day: Day,
}

/// How a review is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::cli) enum ReviewFormat {
    /// As any report is.
    Report(Format),
    /// As a list of notices that other programs read.
    Notices(notices::Format),
    /// As Markdown for a comment, with a hidden key.
    Comment,
    /// As Markdown to the summary of a step, with outputs.
    Summary,
}

fn review_format(word: &str) -> Result<ReviewFormat, String> {
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
    FailOn::find(word).ok_or_else(|| {
        let known: Vec<&str> = FailOn::ALL.iter().map(|one| one.as_str()).collect();
        format!("it is one of {}", known.join(", "))
    })
}
