//! A review where continuous integration takes it.

use super::accepted::mark;
use super::trusted::Trusted;
use crate::cli::args::{Day, ReviewFormat};
use crate::cli::console::{Console, Failure};
use crate::cli::notices;
use crate::cli::today::today;
use crate::notice::{Decisions, Notice};
use crate::render::notices::{Comment, render};
use crate::render::{Format, Screen, render_review};
use crate::report::{ReviewReport, Reviewed, review as report};
use crate::words::Words;
use std::path::PathBuf;

/// A review, and what else it takes to write it.
pub(super) struct Told<'a> {
    pub(super) reviewed: &'a Reviewed<'a>,
    pub(super) report: &'a ReviewReport,
    pub(super) trusted: &'a Trusted,
    pub(super) words: &'a Words,
}

/// Writes a review in a format of continuous integration, to the files named or to standard
/// output.
pub(super) fn send(
    format: ReviewFormat,
    told: &Told<'_>,
    (mut notices, decisions): (Vec<Notice>, Option<&mut Decisions>),
    (files, day): (&[PathBuf], &Day),
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let mut looked_at = Vec::new();
    notices::from_checkout(&mut notices, &mut looked_at);
    let text = match format {
        ReviewFormat::Report(_) => return Ok(()),
        ReviewFormat::Notices(format) => render(&notices, &looked_at, format, today(day)?),
        ReviewFormat::Comment => {
            let comment = comment(told, (&notices, decisions), Some("review"))?;
            return notices::comment(&comment, files, console);
        }
        ReviewFormat::Summary => {
            let comment = comment(told, (&notices, decisions), None)?;
            let counts = &told.report.counts;
            let numbers = [
                ("changed", told.report.changed.to_string()),
                ("added", counts.added.to_string()),
                ("removed", counts.removed.to_string()),
                ("corrections", counts.correction.to_string()),
                ("stale", counts.stale.to_string()),
            ];
            return notices::summary(&comment, &notices, &numbers, console);
        }
    };
    notices::print(&text, files, console)
}

/// The review in the language asked for, and folded in every other.
fn comment(
    told: &Told<'_>,
    (notices, mut decisions): (&[Notice], Option<&mut Decisions>),
    key: Option<&'static str>,
) -> Result<Comment, Failure> {
    let whole = markdown(told, told.report, told.words)?;
    let mut others = Vec::new();
    for lang in Words::languages() {
        if told.words.tag().starts_with(lang) {
            continue;
        }
        let words = Words::of(lang, None).map_err(|error| Failure::new(error.to_string()))?;
        let mut other = report(told.reviewed, &words);
        other.tell_decisions(told.report.decisions.clone());
        mark(decisions.as_deref_mut(), &mut other, &words);
        let text = markdown(told, &other, &words)?;
        others.push((words.name().to_owned(), text));
    }
    let headline = &told.report.headline;
    let elsewhere = notices::elsewhere("review");
    Ok(Comment::on_review(
        headline, whole, others, notices, key, elsewhere,
    ))
}

/// A review as Markdown, without the key that it has by itself.
fn markdown(told: &Told<'_>, report: &ReviewReport, words: &Words) -> Result<String, Failure> {
    let templates = &told.trusted.templates;
    let text = render_review(
        report,
        Format::Markdown,
        templates,
        words,
        Screen::default(),
    )?;
    let lines = text
        .lines()
        .filter(|line| !line.starts_with("<!-- rapporteur:"));
    Ok(lines.fold(String::new(), |text, line| text + line + "\n"))
}
