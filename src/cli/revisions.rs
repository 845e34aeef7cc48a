//! Rounds as a revision has them: `REV:N` and `REV:path`.

use super::args::Global;
use super::console::{Console, Failure};
use super::record::{self, ROUNDS};
use super::rounds::{self, Chosen};
use crate::check::{RoundSet, check};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::git::Repository;
use crate::load::load;
use crate::source::{DialogueEntry, RoundEntry, RoundText, Snapshot, Source, keep};
use crate::span::Files;
use std::path::Path;
use std::sync::Arc;

/// Whether a name of a round begins with a revision: it holds a `:`, and is no file here.
pub(super) fn is_one(name: &str) -> bool {
    name.contains(':') && !Path::new(name).exists()
}

/// Finds the rounds to compare, of which at least one is of a revision.
///
/// The record is that of the later side, with the earlier side's round in it as that side has it.
pub(super) fn pair(
    before: Option<&str>,
    after: Option<&str>,
    global: &Global,
    console: &mut Console<'_>,
) -> Result<Chosen, Failure> {
    let sides = [before, after].map(|name| name.map(|name| side(name, global)).transpose());
    let [before, after] = sides;
    let (before, after) = match (before?, after?) {
        (Some(before), Some(after)) => (before, after),
        (Some(only), None) | (None, Some(only)) => return alone(&only, console),
        (None, None) => return Err(Failure::new("no round is named")),
    };
    if before.number == after.number {
        let (one, other) = (&before.name, &after.name);
        return Err(Failure::new(format!(
            "`{one}` and `{other}` are one round, and two versions of it"
        ))
        .hint("to see what was corrected: rapporteur review --base REV --head REV"));
    }
    let mut files = Files::default();
    let mut found = Vec::new();
    let mut texts = after.entry.read(&mut files, &mut found)?;
    if before.commit() != after.commit() || before.entry.name != after.entry.name {
        let path = before.round.path.as_path();
        let content = before.entry.contents(&[path])?.into_iter().next();
        let name = before.entry.shown(path);
        let text = content.and_then(|content| keep(name, content, &mut files, &mut found));
        texts
            .rounds
            .retain(|round| round.number != Some(before.number));
        texts.rounds.extend(text.map(|file| RoundText {
            number: Some(before.number),
            file,
        }));
        texts.rounds.sort_by_key(|round| round.number);
    }
    let draft = load(&files, &texts, &mut found);
    let record = check(draft, &mut found);
    let record = sound(record, &found, &files, &after.entry.name, console)?;
    Ok(Chosen {
        before: Some(held(&record, before.number)?),
        after: held(&record, after.number)?,
        files,
        record,
    })
}

/// One round, and the dialogue that it is of.
struct Side {
    /// What it was called.
    name: String,
    entry: DialogueEntry,
    round: RoundEntry,
    number: u32,
}

impl Side {
    fn commit(&self) -> Option<&str> {
        let snapshot = self.entry.snapshot();
        snapshot.map(|snapshot| snapshot.commit().id.as_str())
    }
}

/// A round against the one before it in the same revision.
fn alone(side: &Side, console: &mut Console<'_>) -> Result<Chosen, Failure> {
    let (files, record) = record::sound(&side.entry, console)?;
    let after = held(&record, side.number)?;
    Ok(Chosen {
        before: rounds::previous(&record, after),
        after,
        files,
        record,
    })
}

fn held(record: &RoundSet, number: u32) -> Result<u32, Failure> {
    rounds::word(record, &number.to_string())
}

fn sound(
    record: Option<RoundSet>,
    found: &[Diagnostic],
    files: &Files,
    name: &str,
    console: &mut Console<'_>,
) -> Result<RoundSet, Failure> {
    console.diagnostics(found, files)?;
    record.ok_or_else(|| {
        Failure::new(format!("the record of `{name}` has errors"))
            .hint("mend them and try again; nothing was written")
    })
}

/// Finds what one name means.
fn side(name: &str, global: &Global) -> Result<Side, Failure> {
    let (source, rest) = match name.split_once(':').filter(|_| is_one(name)) {
        Some((revision, rest)) => (Some(revision), rest),
        None => (None, name),
    };
    let is_file = [".yaml", ".yml"]
        .iter()
        .any(|ending| rest.ends_with(ending));
    let (dialogue, word) = match rest.rsplit_once('/').filter(|_| !is_file) {
        Some((dialogue, word)) => (Some(dialogue), word),
        None => (None, rest),
    };
    let (entries, path) = match source {
        Some(revision) => of_revision(revision, is_file.then_some(rest))?,
        None => (record::dialogues()?, Path::new(rest).to_path_buf()),
    };
    if is_file {
        let same = |round: &RoundEntry| round.path == path;
        let found = entries.into_iter().find_map(|entry| {
            let round = entry.rounds.iter().find(|round| same(round)).cloned()?;
            Some((entry, round))
        });
        let (entry, round) =
            found.ok_or_else(|| Failure::new(format!("`{name}` is no round of a dialogue")))?;
        return of(name, entry, round);
    }
    let asked = dialogue.or(global.dialogue.as_deref());
    let entry = record::choose(entries, asked)?;
    let numbers = entry.rounds.iter();
    let mut numbers: Vec<&RoundEntry> = numbers.filter(|round| round.number.is_some()).collect();
    let round = match word {
        "latest" => numbers.pop(),
        "prev" => numbers.len().checked_sub(2).map(|at| numbers[at]),
        word => {
            let digits = word.bytes().all(|byte| byte.is_ascii_digit());
            let number: Option<u32> = word.parse().ok().filter(|_| digits);
            numbers
                .into_iter()
                .find(|round| number.is_some() && round.number == number)
        }
    };
    let round = round.cloned().ok_or_else(|| {
        Failure::new(format!("`{name}` names no round"))
            .hint("a round of a revision is REV:N, REV:dialogue/N or REV:path, as main:2")
    })?;
    of(name, entry, round)
}

fn of(name: &str, entry: DialogueEntry, round: RoundEntry) -> Result<Side, Failure> {
    let Some(number) = round.number else {
        return Err(Failure::new(format!(
            "the file `{name}` is not named by a number"
        )));
    };
    Ok(Side {
        name: name.to_owned(),
        entry,
        round,
        number,
    })
}

/// The dialogues of a revision, and where a path of it is from the root of the repository.
fn of_revision(
    revision: &str,
    path: Option<&str>,
) -> Result<(Vec<DialogueEntry>, std::path::PathBuf), Failure> {
    let repository = Repository::open(Path::new(".")).map_err(Error::from)?;
    let repository = Arc::new(repository);
    let commit = repository.commit(revision).map_err(Error::from)?;
    let path = path.map(|path| match path.strip_prefix("./") {
        Some(below) => format!("{}{below}", repository.prefix()),
        None => path.to_owned(),
    });
    let usual = format!("{}{ROUNDS}", repository.prefix());
    let below = |folder: &str| {
        path.as_ref()
            .is_none_or(|path| path.starts_with(&format!("{folder}/")))
    };
    // A file elsewhere in the repository is of the folder above its own.
    let folder = match &path {
        Some(path) if !below(&usual) => path.rsplitn(3, '/').nth(2).unwrap_or_default().to_owned(),
        _ => usual,
    };
    let snapshot = Snapshot::of(&repository, commit, &folder)?;
    let entries = Source::Revision(Arc::new(snapshot)).dialogues()?;
    Ok((entries, path.unwrap_or_default().into()))
}
