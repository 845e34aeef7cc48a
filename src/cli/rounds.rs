//! Which rounds are meant: numbers, words and files.

use super::args::Global;
use super::console::{Console, Failure};
use super::{record, revisions};
use crate::check::RoundSet;
use crate::source::DialogueEntry;
use crate::span::Files;
use crate::words::Words;
use std::path::{Path, PathBuf};

/// A record and two of its rounds; no first round where the first of all is described alone.
pub(super) struct Chosen {
    pub(super) files: Files,
    pub(super) record: RoundSet,
    pub(super) before: Option<u32>,
    pub(super) after: u32,
}

/// How one round was named.
enum Name {
    /// By number or word, perhaps in a dialogue.
    Word {
        dialogue: Option<String>,
        word: String,
    },
    /// By its file.
    File(PathBuf),
}

/// Finds the rounds to compare.
pub(super) fn pair(
    before: Option<&str>,
    after: Option<&str>,
    global: &Global,
    console: &mut Console<'_>,
) -> Result<Chosen, Failure> {
    if before.into_iter().chain(after).any(revisions::is_one) {
        return revisions::pair(before, after, global, console);
    }
    let before = before.map(name);
    let after = after.map(name);
    if let (Some(Name::File(before)), Some(Name::File(after))) = (&before, &after)
        && !(is_numbered(before) && is_numbered(after) && folder(before) == folder(after))
    {
        return files(before, after, console);
    }
    let entry = entry([before.as_ref(), after.as_ref()], global)?;
    let (files, record) = record::sound(&entry, console)?;
    let find = |name: &Name| number(&record, name);
    let (before, after) = match (&before, &after) {
        (Some(before), Some(after)) => (Some(find(before)?), find(after)?),
        (Some(only), None) | (None, Some(only)) => {
            let after = find(only)?;
            (previous(&record, after), after)
        }
        (None, None) => {
            let after = newest(&record)?;
            (previous(&record, after), after)
        }
    };
    Ok(Chosen {
        files,
        record,
        before,
        after,
    })
}

/// The number of the newest round.
pub(super) fn newest(record: &RoundSet) -> Result<u32, Failure> {
    let last = record.rounds().last();
    last.map(|round| round.number.value)
        .ok_or_else(|| Failure::new("the record has no rounds"))
}

/// The round before another in the record.
pub(super) fn previous(record: &RoundSet, number: u32) -> Option<u32> {
    let mut numbers = record.rounds().iter().map(|round| round.number.value);
    numbers.rfind(|one| *one < number)
}

/// The number of the round that a word names.
pub(super) fn word(record: &RoundSet, word: &str) -> Result<u32, Failure> {
    match word {
        "latest" => newest(record),
        "prev" => {
            let newest = newest(record)?;
            previous(record, newest)
                .ok_or_else(|| Failure::new("there is no round before the newest"))
        }
        _ => {
            let number = word
                .parse()
                .ok()
                .filter(|_| word.bytes().all(|byte| byte.is_ascii_digit()));
            let Some(number) = number else {
                return Err(Failure::new(format!("`{word}` names no round"))
                    .hint("a round is a number, `latest`, `prev`, or a round's file"));
            };
            match record.round(number) {
                Some(_) => Ok(number),
                None => Err(not_found(record, number)),
            }
        }
    }
}

fn not_found(record: &RoundSet, number: u32) -> Failure {
    let words = Words::of("en", None).ok();
    let described = record.rounds().iter().map(|round| {
        let date = round.date.as_ref().zip(words.as_ref());
        match date {
            Some((date, words)) => {
                format!("{} ({})", round.number.value, words.date(&date.value))
            }
            None => round.number.value.to_string(),
        }
    });
    let described: Vec<String> = described.collect();
    Failure::new(format!("round {number} not found"))
        .detail(format!("rounds here: {}", described.join(", ")))
}

/// Reads one name of a round: a path where it looks like one or is one, else a word.
fn name(text: &str) -> Name {
    let yaml = [".yaml", ".yml"]
        .iter()
        .any(|ending| text.ends_with(ending));
    if yaml {
        return Name::File(PathBuf::from(text));
    }
    match text.rsplit_once('/') {
        Some((dialogue, word)) => Name::Word {
            dialogue: Some(dialogue.to_owned()),
            word: word.to_owned(),
        },
        None => Name::Word {
            dialogue: None,
            word: text.to_owned(),
        },
    }
}

/// The dialogue that the names, or else the arguments, speak of.
fn entry(names: [Option<&Name>; 2], global: &Global) -> Result<DialogueEntry, Failure> {
    if let Some(path) = names.into_iter().flatten().find_map(|name| match name {
        Name::File(path) => Some(path),
        Name::Word { .. } => None,
    }) {
        return of_file(path);
    }
    let mut asked = global.dialogue.clone();
    for name in names.into_iter().flatten() {
        let Name::Word {
            dialogue: Some(dialogue),
            ..
        } = name
        else {
            continue;
        };
        match &asked {
            Some(first) if first != dialogue => {
                return Err(Failure::new(format!(
                    "`{first}` and `{dialogue}` are two dialogues, and rounds compare within one"
                )));
            }
            _ => asked = Some(dialogue.clone()),
        }
    }
    record::choose(record::dialogues()?, asked.as_deref())
}

/// The dialogue whose folder a numbered round file is in.
fn of_file(path: &Path) -> Result<DialogueEntry, Failure> {
    let folder = folder(path);
    let above = folder
        .parent()
        .filter(|above| !above.as_os_str().is_empty());
    let mut found = Vec::new();
    for root in [above.unwrap_or(Path::new(".")), folder.as_path()] {
        if let Ok(dialogues) = crate::source::Source::folder(root).dialogues() {
            found = dialogues;
            let here = |round: &crate::source::RoundEntry| same_file(&round.path, path);
            if let Some(at) = found.iter().position(|one| one.rounds.iter().any(here)) {
                return Ok(found.swap_remove(at));
            }
        }
    }
    drop(found);
    Ok(DialogueEntry::of_files(&[path.to_path_buf()])?)
}

fn same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

fn folder(path: &Path) -> PathBuf {
    let parent = path
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty());
    parent.unwrap_or(Path::new(".")).to_path_buf()
}

fn is_numbered(path: &Path) -> bool {
    stem_number(path).is_some()
}

fn stem_number(path: &Path) -> Option<u32> {
    let stem = path.file_stem()?.to_str()?;
    stem.bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| stem.parse().ok())?
}

fn number(record: &RoundSet, name: &Name) -> Result<u32, Failure> {
    match name {
        Name::Word { word: text, .. } => word(record, text),
        Name::File(path) => {
            let number = stem_number(path).filter(|number| record.round(*number).is_some());
            number.ok_or_else(|| {
                Failure::new(format!("`{}` is no round of its dialogue", path.display()))
            })
        }
    }
}

/// Compares two files as they are, without the other rounds of their folders.
fn files(before: &Path, after: &Path, console: &mut Console<'_>) -> Result<Chosen, Failure> {
    let paths = [before.to_path_buf(), after.to_path_buf()];
    let entry = DialogueEntry::of_files(&paths)?;
    let (files, record) = record::sound(&entry, console)?;
    let of = |path: &Path| {
        let name = crate::source::shown(path);
        record
            .rounds()
            .iter()
            .find(|round| files.name(round.number.span.file) == name)
            .map(|round| round.number.value)
            .ok_or_else(|| Failure::new(format!("`{}` holds no round", path.display())))
    };
    let (before, after) = (of(before)?, of(after)?);
    Ok(Chosen {
        files,
        record,
        before: Some(before),
        after,
    })
}
