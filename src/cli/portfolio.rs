//! `portfolio`: which dialogues name a sector.

use super::args::{Global, Portfolio};
use super::console::{Console, Failure};
use super::exit::Exit;
use super::outputs::{outputs, send};
use super::{config, list, record};
use crate::matching::Series;
use crate::render::render_portfolio;
use crate::report::{portfolio, portfolio_part};

/// Looks through every dialogue, wherever the result is asked for.
pub(super) fn run(
    command: &Portfolio,
    global: &Global,
    console: &mut Console<'_>,
) -> Result<Exit, Failure> {
    let outputs = outputs(command.format, &command.output)?;
    let (_, templates) = config::look(&command.look, global, console)?;
    let words = list::words(global)?;
    let mut entries = record::dialogues()?;
    if global.dialogue.is_some() {
        entries = vec![record::choose(entries, global.dialogue.as_deref())?];
    }
    let mut parts = Vec::new();
    for entry in &entries {
        let (files, record) = record::sound(entry, console)?;
        let series = Series::of(&record);
        parts.push(portfolio_part(&series, &files, &words, &command.sectors));
    }
    if !command.sectors.is_empty() && parts.iter().all(|part| part.known.is_empty()) {
        let names = command.sectors.join(", ");
        return Err(Failure::new(format!("no sector `{names}` in any dialogue"))
            .hint("rapporteur portfolio names every sector"));
    }
    let value = portfolio(parts, &command.sectors, &words);
    send(outputs, console, |format, _| {
        Ok(render_portfolio(&value, format, &templates, &words)?)
    })?;
    Ok(Exit::Done)
}
