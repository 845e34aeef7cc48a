//! `draft`: a round file from the text of a communiqué or an article.

use super::args::{Draft, Global};
use super::console::{Console, Failure};
use super::exit::Exit;
use super::record;
use super::schema::first_line_of_round;
use crate::draft::{Asked, Drafted, Known, TEXT_BYTES, page, read};
use crate::load::{decode, load};
use crate::model::id::Id;
use crate::span::Files;
use std::io::{Read, Write};
use std::ops::RangeInclusive;
use std::path::Path;

/// Writes a draft to a new file or to standard output, and says what was left unread.
pub(super) fn run(
    command: &Draft,
    global: &Global,
    console: &mut Console<'_>,
) -> Result<Exit, Failure> {
    let text = text(command, console)?;
    let output = command.output.as_deref();
    let folder = output.and_then(|path| path.parent()?.file_name()?.to_str());
    let dialogues = record::dialogues()?;
    let folder = folder.filter(|folder| dialogues.iter().any(|one| one.name == *folder));
    let entry = record::choose(dialogues, global.dialogue.as_deref().or(folder))?;
    let (mut files, mut found) = (Files::default(), Vec::new());
    let texts = entry.read(&mut files, &mut found)?;
    let record = load(&files, &texts, &mut found);
    if let Some(id) = &command.source
        && !Id::new(id).is_some_and(|id| record.dialogue.sources.contains_key(&id))
    {
        let known: Vec<String> = record
            .dialogue
            .sources
            .keys()
            .map(ToString::to_string)
            .collect();
        return Err(
            Failure::new(format!("source `{id}` is not in dialogue.yaml"))
                .detail(format!("sources there: {}", known.join(", "))),
        );
    }
    let named = output.and_then(|path| path.file_stem()?.to_str()?.parse().ok());
    let asked = Asked {
        round: command.round.or(named),
        lines: command.lines.clone(),
    };
    let drafted = read(&text, &Known::of(&record), &asked);
    let Some(round) = drafted.round else {
        return Err(
            Failure::new("the text does not say which round it tells of").hint("say it: --round N"),
        );
    };
    let others: Vec<String> = drafted
        .rounds
        .iter()
        .filter(|one| **one != round)
        .map(u32::to_string)
        .collect();
    if asked.lines.is_none() && !drafted.rounds.is_empty() && !drafted.rounds.contains(&round) {
        return Err(Failure::new(format!(
            "the text tells of round {}, not of {round}",
            others.join(", ")
        ))
        .hint("name the lines that tell of it: --lines 7-15"));
    }
    let page = page(&drafted, command.source.as_deref());
    match output {
        Some(path) => create(
            path,
            &(first_line_of_round(path).unwrap_or_default() + &page),
        )?,
        None => console.out(&page)?,
    }
    tell(&drafted, &others, console)?;
    Ok(Exit::Done)
}

/// Says what the draft leaves out.
fn tell(drafted: &Drafted, others: &[String], console: &mut Console<'_>) -> Result<(), Failure> {
    for one in &drafted.unread {
        console.say(&format!("unread, line {}: {}", one.line, one.words))?;
    }
    if !drafted.left.is_empty() {
        console.say(&format!(
            "left out, of other rounds or of none: lines {}",
            spans(&drafted.left)
        ))?;
    }
    if !others.is_empty() {
        console.say(&format!(
            "the text tells of round {} too: --round N",
            others.join(", ")
        ))?;
    }
    Ok(())
}

fn spans(lines: &[usize]) -> String {
    let mut parts: Vec<(usize, usize)> = Vec::new();
    for line in lines {
        match parts.last_mut() {
            Some((_, last)) if *last + 1 == *line => *last = *line,
            _ => parts.push((*line, *line)),
        }
    }
    let parts = parts.iter().map(|(first, last)| {
        if first == last {
            first.to_string()
        } else {
            format!("{first}–{last}")
        }
    });
    parts.collect::<Vec<_>>().join(", ")
}

fn text(command: &Draft, console: &mut Console<'_>) -> Result<String, Failure> {
    let name = command.file.display().to_string();
    let failed = |reason: std::io::Error| Failure::new(format!("cannot read `{name}`: {reason}"));
    let mut bytes = Vec::new();
    let most = u64::try_from(TEXT_BYTES)
        .unwrap_or(u64::MAX)
        .saturating_add(1);
    if command.file == Path::new("-") {
        std::io::stdin()
            .lock()
            .take(most)
            .read_to_end(&mut bytes)
            .map_err(failed)?;
    } else {
        let file = std::fs::File::open(&command.file).map_err(failed)?;
        file.take(most).read_to_end(&mut bytes).map_err(failed)?;
    }
    if bytes.len() > TEXT_BYTES {
        return Err(
            Failure::new(format!("`{name}` is longer than {} MiB", TEXT_BYTES >> 20))
                .hint("give the text of one article"),
        );
    }
    let (mut files, mut found) = (Files::default(), Vec::new());
    let Some(file) = decode::add(&name, bytes, &mut files, &mut found) else {
        console.diagnostics(&found, &files)?;
        return Err(Failure::new(format!("`{name}` is no plain text")).hint("nothing was written"));
    };
    let text = files.text(file);
    if !text.chars().any(char::is_alphanumeric) {
        return Err(Failure::new(format!("`{name}` says nothing")));
    }
    Ok(text.to_owned())
}

/// Writes a new file, whole or not at all; one that is there stays.
pub(super) fn create(path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |reason: &std::io::Error| {
        Failure::new(format!("cannot write `{}`: {reason}", path.display()))
    };
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(|reason| failed(&reason))?;
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(|reason| failed(&reason))?;
    file.write_all(text.as_bytes())
        .map_err(|reason| failed(&reason))?;
    file.persist_noclobber(path).map_err(|error| {
        if error.error.kind() == std::io::ErrorKind::AlreadyExists {
            Failure::new(format!("`{}` is there already", path.display()))
                .hint("nothing was written; name another file")
        } else {
            failed(&error.error)
        }
    })?;
    Ok(())
}

/// Reads `7-15` or `7`.
pub(super) fn lines(text: &str) -> Result<RangeInclusive<usize>, String> {
    let (first, last) = text.split_once(['-', '–']).unwrap_or((text, text));
    match (first.trim().parse(), last.trim().parse()) {
        (Ok(first), Ok(last)) if 0 < first && first <= last => Ok(first..=last),
        _ => Err("lines are counted from 1, as 7-15".to_owned()),
    }
}
