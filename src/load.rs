//! Texts to model: every fault of form is a located diagnostic, and reading goes on.

pub mod accepted;
mod agreement;
pub(crate) mod characters;
mod commitment;
pub mod decode;
mod dialogue;
mod event;
mod evidence;
mod items;
pub mod kind;
pub mod limits;
mod meeting;
mod mention;
mod moment;
mod money;
pub(crate) mod nearest;
mod reader;
mod round;
mod taxonomy;
pub(crate) mod yaml;

use crate::diagnostic::code::form;
use crate::diagnostic::{Diagnostic, Severity, any_error};
use crate::model::dialogue::Dialogue;
use crate::model::evidence::Evidence;
use crate::model::id::Id;
use crate::model::round::Round;
use crate::model::taxonomy::Taxonomy;
use crate::model::text::Lang;
use crate::parallel;
use crate::source::{RoundText, Texts};
use crate::span::{FileId, Files, Span};
use indexmap::IndexMap;
use items::Items;
use reader::{Aliases, Read};
use std::collections::HashMap;

/// What the files of one dialogue say, well formed line by line and not yet checked as a whole.
#[derive(Debug)]
pub struct Draft {
    /// The taxonomy; empty where there is none.
    pub taxonomy: Taxonomy,
    /// The dialogue.
    pub dialogue: Dialogue,
    /// The rounds, by number and then by file.
    pub rounds: Vec<Round>,
    /// The rounds whose files cannot be read, by the numbers in their names.
    pub unread: Vec<u32>,
    /// Whether the taxonomy had errors, so that it may lack names that its author wrote.
    pub taxonomy_faulty: bool,
    /// Whether `dialogue.yaml` had errors, so that it may lack parties, sources and agreements.
    pub dialogue_faulty: bool,
}

/// Reads the texts of one dialogue; every fault of form goes to `found`.
///
/// A value with a fault is left out, and so is an item without the key that tells it from
/// others. What is wrong with a taxonomy is said once, for all dialogues that share it.
pub fn load(files: &Files, texts: &Texts, found: &mut Vec<Diagnostic>) -> Draft {
    let outline = Outline::of(files, texts, found);
    let rounds: Vec<&RoundText> = texts.rounds.iter().collect();
    let read = outline.read(files, &rounds);
    outline.fill(texts, read, found)
}

/// Reads the texts of one dialogue in two versions as [`load`] reads each; a round that both
/// have in the same file is read once.
pub(crate) fn load_two(
    files: &Files,
    (texts, found): (&Texts, &mut Vec<Diagnostic>),
    (other_texts, other_found): (&Texts, &mut Vec<Diagnostic>),
) -> (Draft, Draft) {
    let outline = Outline::of(files, texts, found);
    let other = Outline::of(files, other_texts, other_found);
    let key = |round: &RoundText| (round.file, round.number);
    let rounds: Vec<&RoundText> = texts.rounds.iter().collect();
    let read = outline.read(files, &rounds);
    let mut known = HashMap::new();
    if outline.reads_alike(&other) {
        known.extend(rounds.iter().zip(&read).map(|(one, read)| (key(one), read)));
    }
    let rounds = other_texts.rounds.iter();
    let own: Vec<&RoundText> = rounds
        .filter(|one| !known.contains_key(&key(one)))
        .collect();
    let mut own = other.read(files, &own).into_iter();
    let rounds = other_texts.rounds.iter();
    let other_read = rounds.filter_map(|one| match known.get(&key(one)) {
        Some(read) => Some((*read).clone()),
        None => own.next(),
    });
    let other_read = other_read.collect();
    let draft = outline.fill(texts, read, found);
    (draft, other.fill(other_texts, other_read, other_found))
}

/// A round, where its file can be read, and what is wrong with the file.
type ReadRound = (Option<Round>, Vec<Diagnostic>);

/// What a dialogue is, without its rounds.
struct Outline {
    dialogue: Dialogue,
    taxonomy: Taxonomy,
    aliases: Aliases,
    unread: Vec<u32>,
    taxonomy_faulty: bool,
    dialogue_faulty: bool,
}

impl Outline {
    /// Reads `dialogue.yaml` and the taxonomy.
    fn of(files: &Files, texts: &Texts, found: &mut Vec<Diagnostic>) -> Self {
        let mut dialogue = without_file(texts, files, found);
        let start = found.len();
        let unread = no_texts(files, found);
        if let Some(file) = texts.dialogue
            && let Some(node) = yaml::read(files.text(file), file, found)
        {
            let before = found.len();
            let language = dialogue.language.clone();
            let mut read = Read::new(files.text(file), language, Aliases::default(), found);
            dialogue::dialogue(&mut read, &node, &mut dialogue);
            by_place(&mut found[before..]);
        }
        // What is no text at all is left out before it comes here.
        let dialogue_faulty =
            any_error(&found[start..]) || (texts.dialogue.is_none() && any_error(found));
        let taxonomy = texts
            .taxonomy
            .map(|file| read_taxonomy(files, file, &dialogue.language, found));
        let of_taxonomy = |one: &Diagnostic| Some(one.label.span.file) == texts.taxonomy;
        let taxonomy_faulty = found
            .iter()
            .any(|one| of_taxonomy(one) && one.severity() == Severity::Error);
        // A taxonomy that cannot be read might know any word.
        let any_word = matches!(taxonomy, Some(None));
        let taxonomy = taxonomy.flatten().unwrap_or_default();
        let aliases = Aliases {
            sectors: any_word || taxonomy.sectors.is_some(),
            topics: any_word || taxonomy.topics.is_some(),
        };
        Self {
            dialogue,
            taxonomy,
            aliases,
            unread,
            taxonomy_faulty,
            dialogue_faulty,
        }
    }

    /// Whether both read the file of a round as the same.
    fn reads_alike(&self, other: &Self) -> bool {
        self.dialogue.language == other.dialogue.language && self.aliases == other.aliases
    }

    /// Reads the files of rounds, in the order given.
    fn read(&self, files: &Files, rounds: &[&RoundText]) -> Vec<ReadRound> {
        let size = |round: &&RoundText| files.text(round.file).len();
        let language = &self.dialogue.language;
        parallel::map(rounds, size, |round| {
            read_round(files, round, language, self.aliases)
        })
    }

    /// Adds the rounds, which were read in the order of the texts.
    fn fill(mut self, texts: &Texts, read: Vec<ReadRound>, found: &mut Vec<Diagnostic>) -> Draft {
        let mut rounds = Vec::with_capacity(read.len());
        for (text, (round, mut new)) in texts.rounds.iter().zip(read) {
            found.append(&mut new);
            match round {
                Some(round) => rounds.push(round),
                None => self.unread.extend(text.number),
            }
        }
        rounds.sort_by_key(|round| round.number.value);
        event::settle(&mut rounds);
        Draft {
            taxonomy: self.taxonomy,
            dialogue: self.dialogue,
            rounds,
            unread: self.unread,
            taxonomy_faulty: self.taxonomy_faulty,
            dialogue_faulty: self.dialogue_faulty,
        }
    }
}

/// Reads one round, with what is wrong with its file.
fn read_round(files: &Files, round: &RoundText, language: &Lang, aliases: Aliases) -> ReadRound {
    for stream in [yaml::stream_plain, yaml::stream] {
        if let Some(read) = read_sound(files, round, language, aliases, stream) {
            return (Some(read), Vec::new());
        }
    }
    let text = files.text(round.file);
    let mut found = Vec::new();
    let Some(node) = yaml::parse(text, round.file, &mut found) else {
        return (None, found);
    };
    let before = found.len();
    let mut read = Read::new(text, language.clone(), aliases, &mut found);
    let read = round::round(&mut read, &node, round.number, Items::default());
    by_place(&mut found[before..]);
    (read, found)
}

/// A way to read a document and to give away its items.
type Stream<'t> = fn(&'t str, FileId, &mut yaml::Take<'t, '_>) -> Option<yaml::Node<'t>>;

/// Reads a round item by item, so that its tree is never there as a whole; nothing where anything
/// is wrong with the file, which can only be told once all of it was read.
fn read_sound<'t>(
    files: &'t Files,
    round: &RoundText,
    language: &Lang,
    aliases: Aliases,
    stream: Stream<'t>,
) -> Option<Round> {
    let text = files.text(round.file);
    let mut found = Vec::new();
    let mut read = Read::new(text, language.clone(), aliases, &mut found);
    let mut items = Items::default();
    let node = stream(text, round.file, &mut |key, node| {
        read.is_faultless() && items.take(&mut read, key, node)
    })?;
    if !read.is_faultless() {
        return None;
    }
    let round = round::round(&mut read, &node, round.number, items)?;
    let sound = read.is_faultless();
    sound.then_some(round)
}

/// The rounds whose files are no text, which was told before, by the numbers in their names.
fn no_texts(files: &Files, found: &[Diagnostic]) -> Vec<u32> {
    let numbers = found.iter().filter_map(|one| {
        let name = files.name(one.label.span.file);
        let stem = name.rsplit('/').next()?.split('.').next()?;
        stem.parse().ok()
    });
    numbers.collect()
}

fn read_taxonomy(
    files: &Files,
    file: FileId,
    language: &Lang,
    found: &mut Vec<Diagnostic>,
) -> Option<Taxonomy> {
    let text = files.text(file);
    let mut new = Vec::new();
    let taxonomy = yaml::read(text, file, &mut new).and_then(|node| {
        if node.is_null() {
            return Some(Taxonomy::default());
        }
        let mut read = Read::new(text, language.clone(), Aliases::default(), &mut new);
        taxonomy::taxonomy(&mut read, &node)
    });
    by_place(&mut new);
    new.retain(|one| !found.contains(one));
    found.append(&mut new);
    taxonomy
}

/// Sorts the faults of one file by their place.
fn by_place(found: &mut [Diagnostic]) {
    found.sort_by_key(|one| one.label.span.start);
}

/// The dialogue as it is where its folder has no `dialogue.yaml`.
fn without_file(texts: &Texts, files: &Files, found: &mut Vec<Diagnostic>) -> Dialogue {
    let name = &texts.name;
    let id = Id::new(name).unwrap_or_else(|| {
        let id = reader::slug(name).and_then(|slug| Id::new(&slug));
        let id = id.unwrap_or_else(|| Id::new("dialogue").expect("a plain word is an id"));
        let first = texts.dialogue.or(texts.rounds.first().map(|one| one.file));
        if let Some(file) = first.or_else(|| files.ids().next()) {
            let message = format!("the folder's name `{name}` is no id; `{id}` is used");
            let here = Span::new(file, 0..0);
            found.push(
                Diagnostic::new(form::FOLDER_NAME, here, message, "").help(
                    match reader::slug(name) {
                        Some(slug) => format!("rename the folder `{slug}`"),
                        None => "rename the folder with small letters a to z, digits and hyphens, \
                                 such as `oman-us`"
                            .to_owned(),
                    },
                ),
            );
        }
        id
    });
    Dialogue {
        id,
        title: None,
        language: Lang::new("en").expect("`en` is a language tag"),
        periodicity: None,
        parties: IndexMap::new(),
        sources: IndexMap::new(),
        missing: Vec::new(),
        agreements: Vec::new(),
        evidence: Evidence::default(),
        span: None,
    }
}

#[cfg(test)]
mod tests;
