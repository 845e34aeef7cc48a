//! Both sides of a branch, loaded.

use super::moved;
use crate::check::{Names, RoundSet, check};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::facts::{self, Fact};
use crate::git::ObjectId;
use crate::load::{Draft, load as load_texts, load_two};
use crate::model::dialogue::Dialogue;
use crate::parallel;
use crate::source::{Content, DialogueEntry, Source, Texts, keep};
use crate::span::{FileId, Files};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Both sides of a branch, with all their texts.
#[derive(Debug, Default)]
pub struct Branch {
    /// The texts of both; what is the same on both sides at the same path is there once, under
    /// the name that it has in the head.
    pub files: Files,
    /// The dialogues of either side, by name.
    pub dialogues: Vec<DialoguePair>,
}

/// One dialogue on both sides.
#[derive(Debug)]
pub struct DialoguePair {
    /// The name of its folder, in the head where that has it.
    pub name: String,
    /// The name of its folder in the base, where it is another.
    pub former: Option<String>,
    /// The side compared from; none where it has no such dialogue.
    pub base: Option<Side>,
    /// The side compared to; none where it has no such dialogue.
    pub head: Option<Side>,
}

/// One dialogue on one side.
#[derive(Debug)]
pub struct Side {
    /// Its files.
    pub entry: DialogueEntry,
    /// Their texts.
    pub texts: Texts,
    /// What is wrong with them.
    pub found: Vec<Diagnostic>,
    /// What the dialogue is.
    pub dialogue: Dialogue,
    /// The facts of each file that the other side has not in the same words; none for a file
    /// that cannot be read.
    pub facts: HashMap<FileId, Vec<Fact>>,
    /// The record; none where something is wrong enough.
    pub record: Option<RoundSet>,
}

/// Loads both sides; a side of none holds nothing.
pub fn load(base: Option<&Source>, head: Option<&Source>) -> Result<Branch, Error> {
    let mut files = Files::default();
    let base = base.map_or(Ok(Vec::new()), dialogues)?;
    let head = head.map_or(Ok(Vec::new()), dialogues)?;
    let mut named: BTreeMap<String, [Option<DialogueEntry>; 2]> = BTreeMap::new();
    for (side, entries) in [(0, base), (1, head)] {
        for entry in entries {
            let slot = named.entry(entry.name.clone()).or_default();
            slot[side] = Some(entry);
        }
    }
    let mut read_sides = Vec::new();
    let mut known = Known::default();
    // All of the head first: what the base shares with it goes by its names there.
    let (bases, heads): (Vec<_>, Vec<_>) =
        named.into_values().map(|[base, head]| (base, head)).unzip();
    let mut read_heads = Vec::new();
    for head in heads {
        let head = head.map(|entry| read(entry, &mut files, &mut known.head, None));
        read_heads.push(head.transpose()?);
    }
    for (base, head) in bases.into_iter().zip(read_heads) {
        let base = base.map(|entry| read(entry, &mut files, &mut known.base, Some(&known.head)));
        read_sides.push((base.transpose()?, head));
    }
    let paired = moved::join(read_sides, &files).into_iter();
    Ok(Branch {
        dialogues: paired
            .map(|(base, head)| pair(base, head, &files))
            .collect(),
        files,
    })
}

/// The dialogues of a source; none where it has no rounds.
fn dialogues(source: &Source) -> Result<Vec<DialogueEntry>, Error> {
    match source.dialogues() {
        Err(Error::NoRounds { .. } | Error::NoRoundsThen { .. }) => Ok(Vec::new()),
        other => other,
    }
}

/// The files that were read, by their path in the folder of rounds.
type Texted = HashMap<String, Text>;

/// A file that was read.
#[derive(Clone)]
struct Text {
    /// Its text, where it is one.
    file: Option<FileId>,
    /// The object that it is in a commit.
    object: Option<ObjectId>,
    /// Its path, where it is on disk.
    path: Option<PathBuf>,
}

#[derive(Default)]
struct Known {
    base: Texted,
    head: Texted,
}

/// The texts of a dialogue on one side, not yet read as YAML.
pub(super) struct Raw {
    entry: DialogueEntry,
    pub(super) texts: Texts,
    found: Vec<Diagnostic>,
}

/// Reads the files of a dialogue; those that the other side has are not read again.
fn read(
    entry: DialogueEntry,
    files: &mut Files,
    known: &mut Texted,
    other: Option<&Texted>,
) -> Result<Raw, Error> {
    let mut found = Vec::new();
    entry.tell_strays(files, &mut found);
    let paths: Vec<&Path> = entry.paths().collect();
    let mut wanted = Vec::new();
    for path in paths {
        let name = entry.within(path);
        let object = entry
            .snapshot()
            .and_then(|snapshot| snapshot.object(path))
            .cloned();
        let same = other.and_then(|other| other.get(&name));
        match same.filter(|same| object.is_some() && same.object == object && same.file.is_some()) {
            _ if known.contains_key(&name) => {}
            Some(same) => {
                known.insert(name, same.clone());
            }
            None => wanted.push((path, name, object)),
        }
    }
    let asked: Vec<&Path> = wanted.iter().map(|(path, _, _)| *path).collect();
    let contents = entry.contents(&asked)?;
    let read: Vec<_> = wanted.into_iter().zip(contents).collect();
    let in_other = |name: &String| other.and_then(|other| other.get(name));
    let texts = read
        .iter()
        .map(|((_, name, _), content)| (in_other(name), content));
    let stored = stored_alike(texts, &entry, files)?;
    for ((path, name, object), content) in read {
        let same = in_other(&name).and_then(|other| other.file);
        let equal = |file: &FileId| stored.contains(file) || is(&content, files.text(*file));
        let file = match same.filter(equal) {
            Some(file) => Some(file),
            None => keep(entry.shown(path), content, files, &mut found),
        };
        let on_disk = entry.snapshot().is_none().then(|| path.to_path_buf());
        let path = on_disk;
        known.insert(name, Text { file, object, path });
    }
    let texts = entry.texts(&mut |path| known.get(&entry.within(path))?.file);
    Ok(Raw {
        entry,
        texts,
        found,
    })
}

fn is(content: &Content, text: &str) -> bool {
    matches!(content, Content::Bytes(bytes) if bytes == text.as_bytes())
}

/// The files of the working tree that git would store as the contents of the commit beside them,
/// though their line endings are others.
fn stored_alike<'t>(
    texts: impl Iterator<Item = (Option<&'t Text>, &'t Content)>,
    entry: &DialogueEntry,
    files: &Files,
) -> Result<HashSet<FileId>, Error> {
    let Some(snapshot) = entry.snapshot() else {
        return Ok(HashSet::new());
    };
    let alike = texts.filter_map(|(text, content)| {
        let (file, path) = (text?.file?, text?.path.as_deref()?);
        let text = files.text(file);
        let ended = text.contains("\r\n") && is(content, &text.replace("\r\n", "\n"));
        ended.then_some((file, path))
    });
    let (alike, paths): (Vec<FileId>, Vec<&Path>) = alike.unzip();
    let stored = snapshot.repository().stores_unix_endings(&paths)?;
    let alike = alike.into_iter().zip(stored);
    Ok(alike
        .filter_map(|(file, stored)| stored.then_some(file))
        .collect())
}

/// Loads the texts of both sides.
fn pair(base: Option<Raw>, head: Option<Raw>, files: &Files) -> DialoguePair {
    let name = |side: &Option<Raw>| side.as_ref().map(|raw| raw.entry.name.clone());
    let (old, new) = (name(&base), name(&head));
    let former = old
        .clone()
        .filter(|old| new.as_ref().is_some_and(|new| new != old));
    let name = new.or(old).unwrap_or_default();
    let drafted = |mut raw: Raw| {
        let draft = load_texts(files, &raw.texts, &mut raw.found);
        (raw, draft)
    };
    let (base, head) = match (base, head) {
        (Some(mut base), Some(mut head)) => {
            let (old, new) = load_two(
                files,
                (&base.texts, &mut base.found),
                (&head.texts, &mut head.found),
            );
            (Some((base, old)), Some((head, new)))
        }
        (base, head) => (base.map(drafted), head.map(drafted)),
    };
    let sides = [&head, &base];
    let taxonomy = sides
        .into_iter()
        .flatten()
        .map(|(_, draft)| &draft.taxonomy)
        .next();
    let names = taxonomy.map(Names::of);
    let files_of = |side: &Option<(Raw, Draft)>| -> Vec<FileId> {
        side.iter().flat_map(|(raw, _)| raw.texts.all()).collect()
    };
    let (in_base, in_head) = (files_of(&base), files_of(&head));
    let size = |side: &Option<(Raw, Draft)>| -> usize {
        let rounds = side.iter().flat_map(|(raw, _)| &raw.texts.rounds);
        rounds.map(|round| files.text(round.file).len()).sum()
    };
    let sides = [(base, in_head), (head, in_base)];
    let sides = sides.map(|(side, other)| (size(&side), other, Mutex::new(side)));
    let checked = parallel::map(
        &sides,
        |(size, ..)| *size,
        |(_, other, side)| {
            let mut taken = side.lock().unwrap_or_else(PoisonError::into_inner);
            let (raw, draft) = taken.take()?;
            Some(self::side(raw, draft, names.as_ref(), other))
        },
    );
    let mut checked = checked.into_iter();
    DialoguePair {
        name,
        former,
        base: checked.next().flatten(),
        head: checked.next().flatten(),
    }
}

fn side(raw: Raw, draft: Draft, names: Option<&Names>, other: &[FileId]) -> Side {
    let Raw {
        entry,
        texts,
        mut found,
    } = raw;
    let other: HashSet<FileId> = other.iter().copied().collect();
    let mut facts = HashMap::new();
    for round in &draft.rounds {
        let file = round.number.span.file;
        if !other.contains(&file) {
            facts.insert(file, facts::of_round(round, names));
        }
    }
    if let Some(file) = texts.dialogue.filter(|file| !other.contains(file)) {
        facts.insert(file, facts::of_dialogue(&draft.dialogue));
    }
    if let Some(file) = texts.taxonomy.filter(|file| !other.contains(file)) {
        facts.insert(file, facts::of_taxonomy(&draft.taxonomy));
    }
    let dialogue = draft.dialogue.clone();
    let record = check(draft, &mut found);
    Side {
        entry,
        texts,
        found,
        dialogue,
        facts,
        record,
    }
}

impl Side {
    /// The facts of one of its files, where the other side has not the same file.
    pub(super) fn facts_of(&self, file: FileId) -> Option<&[Fact]> {
        self.facts.get(&file).map(Vec::as_slice)
    }
}
