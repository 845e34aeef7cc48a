//! `new`: the next round's file, from those before it.

use super::args::{Global, New};
use super::console::{Console, Failure};
use super::draft::create;
use super::exit::Exit;
use super::record;
use super::schema::first_line_of_round;
use crate::matching::Series;
use crate::next::next;
use crate::source::shown;
use std::path::Path;

/// Writes the file of the next round, or of the one asked for.
pub(super) fn run(
    command: &New,
    global: &Global,
    console: &mut Console<'_>,
) -> Result<Exit, Failure> {
    let entry = record::choose(record::dialogues()?, global.dialogue.as_deref())?;
    let (_, record) = record::sound(&entry, console)?;
    let newest = record.rounds().last().map(|round| round.number.value);
    let number = command
        .number
        .unwrap_or_else(|| newest.map_or(1, |newest| newest.saturating_add(1)));
    let beside = entry.dialogue.as_deref();
    let beside = beside.or(entry.rounds.last().map(|round| round.path.as_path()));
    let folder = beside.and_then(Path::parent).unwrap_or(Path::new("."));
    if let Some(old) = entry.rounds.iter().find(|one| one.number == Some(number)) {
        let name = shown(&old.path);
        return Err(Failure::new(format!("`{name}` is there already"))
            .hint("nothing was written; name another number"));
    }
    let path = folder.join(format!("{number}.yaml"));
    let text = next(&Series::of(&record), &record, number);
    create(
        &path,
        &(first_line_of_round(&path).unwrap_or_default() + &text),
    )?;
    console.say(&format!("wrote {}", shown(&path)))?;
    Ok(Exit::Done)
}
