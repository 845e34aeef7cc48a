//! `findings`: what a reader would underline, with the places it rests on.

use super::args::{Findings, Global, Sheet};
use super::console::{Console, Failure};
use super::exit::Exit;
use super::rounds::{self, Chosen};
use super::{accepted, config, list, record, table};
use crate::compare;
use crate::findings::{findings, of_series};
use crate::history::History;
use crate::matching::Series;
use crate::render;
use crate::report::{AcceptedReport, FindingsReport};

/// Lists the findings of two rounds, or of the whole series.
pub(super) fn run(
    command: &Findings,
    global: &Global,
    console: &mut Console<'_>,
) -> Result<Exit, Failure> {
    let words = list::words(global)?;
    let settings = config::settings(global, console)?;
    let mut report = if command.series {
        let (files, record) = record::of_global(global, console)?;
        let series = Series::matched(&record, global.matching());
        let history = History::of(&series, rounds::newest(&record)?);
        let found = of_series(record.dialogue(), &history, &settings);
        FindingsReport::of_series(&series, &history, &found, &files, &words)
    } else {
        let (before, after) = (command.before.as_deref(), command.after.as_deref());
        let Chosen {
            files,
            record,
            before,
            after,
        } = rounds::pair(before, after, global, console)?;
        let series = Series::matched(&record, global.matching());
        let pair = match before {
            Some(before) => compare::compare(&series, before, after),
            None => compare::first(&series, after),
        };
        let pair = pair.ok_or_else(|| Failure::new("a round is not in the record"))?;
        let history = History::of(&series, before.map_or(after, |before| before.max(after)));
        let found = findings(record.dialogue(), &pair, &history, &settings);
        FindingsReport::of_pair(&series, &pair, &found, &files, &words)
    };
    let mut decisions = accepted::sound(&command.day, words.language(), console)?;
    for finding in &report.findings {
        let decision = decisions.meet(&finding.fingerprint, false);
        report.accepted.extend(decision.map(|one| AcceptedReport {
            fingerprint: finding.fingerprint.clone(),
            reason: one.reason,
            author: one.author,
            until: one.until,
        }));
    }
    let text = match command.format {
        Sheet::Text => {
            console.log(&render::findings::text(&report, &words))?;
            return Ok(Exit::Done);
        }
        Sheet::Markdown => render::findings::markdown(&report, &words),
        Sheet::Json => {
            let value = serde_json::to_value(&report)
                .map_err(|error| Failure::new(format!("cannot write the findings: {error}")))?;
            table::json(&value)
        }
    };
    console.out(&text)?;
    Ok(Exit::Done)
}
