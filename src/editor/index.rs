//! Every id of every file, and what it names.

use super::{Opened, Spot};
use crate::check::Names;
use crate::load::yaml::{self, Node, Value};
use crate::model::round::ListKind;
use crate::schema::{Found, Kind, Name, Role, walk};
use crate::span::{FileId, Files, Span};
use std::collections::{BTreeMap, BTreeSet};

/// An id where it stands.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Where it stands, with quotes if it has any.
    pub spot: Spot,
    /// What it names.
    pub name: Name,
    /// The id of what it names.
    pub id: String,
    /// What is written: the id, or another word for it.
    pub written: String,
    /// Whether it is defined here, in the taxonomy or in `dialogue.yaml`.
    pub defines: bool,
    /// Whether it is an item of a list here, not referred to from another.
    pub item: bool,
    /// The number of the round that this is in.
    pub round: Option<u32>,
    /// What is done with it here, if that is said.
    pub act: Option<String>,
    /// What it is called here, by language.
    pub titles: Vec<(String, String)>,
    /// The whole item, or the definition.
    pub whole: Span,
}

/// Every mention, by what it names.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// In the order of files and places.
    all: BTreeMap<Key, Vec<Mention>>,
    /// Files that could not be taken apart, by their names.
    pub(super) unread: BTreeSet<String>,
}

/// What tells items apart: what they are, their dialogue where they are of one, their id.
type Key = (Name, Option<usize>, String);

impl Index {
    pub(super) fn of(dialogues: &[Opened]) -> Self {
        let mut index = Self::default();
        let mut seen = BTreeSet::new();
        for (nth, one) in dialogues.iter().enumerate() {
            let names = one.record.as_ref().map(crate::check::RoundSet::names);
            let mut loose = Vec::new();
            for file in one.texts.all() {
                // A taxonomy that dialogues share is looked at once.
                let shared = one.texts.taxonomy == Some(file);
                if shared && !seen.insert(one.files.name(file).to_owned()) {
                    continue;
                }
                let round = one.texts.rounds.iter().find(|round| round.file == file);
                let mut add = |found: Found<'_>| {
                    let round = round.and_then(|round| round.number);
                    let mention = mention(&found, nth, round, names);
                    if mention.name == Name::Item {
                        loose.push(mention);
                    } else {
                        index.add(mention);
                    }
                };
                if !ids(&one.files, file, &mut add) {
                    index.unread.insert(one.files.name(file).to_owned());
                }
            }
            for mention in loose {
                index.add_loose(mention);
            }
        }
        index
    }

    /// Every mention of what one mentions.
    pub(super) fn same(&self, one: &Mention) -> &[Mention] {
        let key = (one.name, scope(one.name, one.spot.dialogue), one.id.clone());
        self.all.get(&key).map(Vec::as_slice).unwrap_or_default()
    }

    /// Every mention of an item that a dialogue can name by an id.
    pub(super) fn named(&self, name: Name, dialogue: usize, id: &str) -> &[Mention] {
        let key = (name, scope(name, dialogue), id.to_owned());
        self.all.get(&key).map(Vec::as_slice).unwrap_or_default()
    }

    /// What a dialogue can name, each with its mentions.
    pub(super) fn items(&self, name: Name, dialogue: usize) -> impl Iterator<Item = &[Mention]> {
        let start = (name, scope(name, dialogue), String::new());
        let range = self.all.range(start.clone()..);
        range
            .take_while(move |(key, _)| (key.0, key.1) == (start.0, start.1))
            .map(|(_, all)| all.as_slice())
    }

    /// The mention at a place.
    pub(super) fn at(&self, dialogue: usize, file: FileId, at: usize) -> Option<&Mention> {
        let here = |one: &&Mention| {
            let range = one.spot.span.range();
            one.spot.dialogue == dialogue
                && one.spot.span.file == file
                && (range.start..=range.end).contains(&at)
        };
        self.all.values().flatten().find(here)
    }

    fn add(&mut self, one: Mention) {
        let key = (one.name, scope(one.name, one.spot.dialogue), one.id.clone());
        self.all.entry(key).or_default().push(one);
    }

    /// Adds what may name any item, as a mention of the item that has the id.
    fn add_loose(&mut self, mut one: Mention) {
        let known = |name: &&Name| !self.named(**name, one.spot.dialogue, &one.id).is_empty();
        one.name = ITEMS.iter().find(known).copied().unwrap_or(Name::Item);
        self.add(one);
    }
}

/// What an event can be about, in the order in which an id is looked for.
pub(super) const ITEMS: [Name; 7] = [
    Name::Agreement,
    Name::Commitment,
    Name::Body,
    Name::Programme,
    Name::Sector,
    Name::Topic,
    Name::Indicator,
];

/// The dialogue that an id is of; none where all share it.
fn scope(name: Name, dialogue: usize) -> Option<usize> {
    (!matches!(name, Name::Sector | Name::Topic | Name::Person)).then_some(dialogue)
}

/// Visits the ids of a file; whether it could be taken apart.
pub(super) fn ids(files: &Files, file: FileId, visit: &mut dyn FnMut(Found<'_>)) -> bool {
    let name = files.name(file).rsplit('/').next().unwrap_or_default();
    let kind = Kind::of_name(name).unwrap_or(Kind::Round);
    let (Some(shape), Some(node)) = (
        kind.shape(),
        yaml::parse(files.text(file), file, &mut Vec::new()),
    ) else {
        return false;
    };
    walk(&node, shape, &mut |found| visit(found));
    true
}

fn mention(
    found: &Found<'_>,
    dialogue: usize,
    round: Option<u32>,
    names: Option<&Names>,
) -> Mention {
    let list = match found.name {
        Name::Sector => Some(ListKind::Sectors),
        Name::Topic => Some(ListKind::Topics),
        _ => None,
    };
    let (whole, defines) = match found.role {
        Role::Defined(node) => (Some(node), true),
        Role::Item(node) => (Some(node), false),
        Role::Referred => (None, false),
    };
    // A retired id is an item of its own here; an alias is none.
    let resolved = list
        .filter(|_| crate::model::id::Id::new(found.text).is_none() && !defines)
        .zip(names)
        .and_then(|(list, names)| names.resolve(list, found.text)?.ids.into_iter().next());
    Mention {
        spot: Spot {
            dialogue,
            span: found.span,
        },
        name: found.name,
        id: resolved.map_or_else(|| found.text.to_owned(), |id| id.to_string()),
        written: found.text.to_owned(),
        defines,
        item: matches!(found.role, Role::Item(_)),
        round,
        act: whole.and_then(|node| act(node)),
        titles: whole.map(titles).unwrap_or_default(),
        whole: whole.map_or(found.span, |node| node.span),
    }
}

fn entry<'n>(node: &'n Node<'n>, key: &str) -> Option<&'n Node<'n>> {
    let Value::Map(entries) = &node.value else {
        return None;
    };
    let entry = entries.iter().find(|entry| entry.key == key)?;
    Some(&entry.value)
}

/// The act of an item, or the last of several.
fn act(node: &Node<'_>) -> Option<String> {
    let act = match entry(node, "acts").map(|acts| &acts.value) {
        Some(Value::List(acts)) => entry(acts.last()?, "act")?,
        _ => entry(node, "act")?,
    };
    match &act.value {
        Value::Scalar(act) => Some(act.text.to_string()),
        _ => None,
    }
}

/// What an item is called, by language; none for that of a plain string.
fn titles(node: &Node<'_>) -> Vec<(String, String)> {
    let title = ["title", "text", "name"];
    let Some(title) = title.into_iter().find_map(|key| entry(node, key)) else {
        return Vec::new();
    };
    match &title.value {
        Value::Scalar(text) => vec![(String::new(), text.text.to_string())],
        Value::Map(entries) => entries
            .iter()
            .filter_map(|entry| match &entry.value.value {
                Value::Scalar(text) => Some((entry.key.to_string(), text.text.to_string())),
                _ => None,
            })
            .collect(),
        Value::List(_) => Vec::new(),
    }
}
