//! Both sides of a branch, loaded.

use crate::check::{Names, RoundSet, check};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::facts::{self, Fact};
use crate::load::{Draft, load as load_texts};
use crate::model::dialogue::Dialogue;
use crate::source::{Content, DialogueEntry, Source, Texts, keep};
use crate::span::{FileId, Files};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

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
    /// The name of its folder.
    pub name: String,
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
    let mut pairs = Vec::new();
    let mut known = Known::default();
    for (name, [base, head]) in named {
        let head = head
            .map(|entry| read(entry, &mut files, &mut known.head, None))
            .transpose()?;
        let base = base
            .map(|entry| read(entry, &mut files, &mut known.base, Some(&known.head)))
            .transpose()?;
        pairs.push(pair(name, base, head, &files));
    }
    Ok(Branch {
        files,
        dialogues: pairs,
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
type Texted = HashMap<String, Option<FileId>>;

#[derive(Default)]
struct Known {
    base: Texted,
    head: Texted,
}

/// The texts of a dialogue on one side, not yet read as YAML.
struct Raw {
    entry: DialogueEntry,
    texts: Texts,
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
    let wanted: Vec<&Path> = paths
        .iter()
        .copied()
        .filter(|path| !known.contains_key(&entry.within(path)))
        .collect();
    for (path, content) in wanted.iter().zip(entry.contents(&wanted)?) {
        let name = entry.within(path);
        let same = other.and_then(|other| other.get(&name).copied().flatten());
        let same = same.filter(|file| matches!(&content, Content::Bytes(bytes) if bytes == files.text(*file).as_bytes()));
        let file = match same {
            Some(file) => Some(file),
            None => keep(entry.shown(path), content, files, &mut found),
        };
        known.insert(name, file);
    }
    let texts = entry.texts(&mut |path| known.get(&entry.within(path)).copied().flatten());
    Ok(Raw {
        entry,
        texts,
        found,
    })
}

/// Loads the texts of both sides.
fn pair(name: String, base: Option<Raw>, head: Option<Raw>, files: &Files) -> DialoguePair {
    let drafted = |mut raw: Raw| {
        let draft = load_texts(files, &raw.texts, &mut raw.found);
        (raw, draft)
    };
    let (base, head) = (base.map(drafted), head.map(drafted));
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
    let finish =
        |(raw, draft): (Raw, Draft), other: &[FileId]| side(raw, draft, names.as_ref(), other);
    DialoguePair {
        name,
        base: base.map(|side| finish(side, &in_head)),
        head: head.map(|side| finish(side, &in_base)),
    }
}

fn side(raw: Raw, draft: Draft, names: Option<&Names>, other: &[FileId]) -> Side {
    let Raw {
        entry,
        texts,
        mut found,
    } = raw;
    let other: std::collections::HashSet<FileId> = other.iter().copied().collect();
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
