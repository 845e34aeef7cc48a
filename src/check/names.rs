//! What the words of a taxonomy stand for: ids, aliases, and retired ids.

use crate::fold::fold;
use crate::model::id::Id;
use crate::model::round::ListKind;
use crate::model::taxonomy::{Concept, Taxonomy};
use crate::model::text::Text;
use indexmap::{IndexMap, IndexSet};
use std::collections::{HashMap, HashSet};

/// The words of the sectors and of the topics.
#[derive(Debug)]
pub struct Names {
    sectors: Option<Table>,
    topics: Option<Table>,
}

/// How a name was read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reading {
    /// As an id.
    Id,
    /// As another word for a concept.
    Alias,
    /// As an id that the taxonomy has retired.
    Replaced,
}

/// What a name stands for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Resolved {
    /// The items: several where a retired id was split.
    pub ids: Vec<Id>,
    /// How the name was read.
    pub reading: Reading,
    /// The word itself, where it is an alias that counts as a wording.
    pub wording: Option<Text>,
}

impl Names {
    /// Collects the words of a taxonomy.
    pub fn of(taxonomy: &Taxonomy) -> Self {
        Self {
            sectors: taxonomy.sectors.as_ref().map(Table::of),
            topics: taxonomy.topics.as_ref().map(Table::of),
        }
    }

    /// What `name` stands for in a list; nothing where it is unknown.
    ///
    /// A list without a taxonomy takes any id as it is.
    pub fn resolve(&self, list: ListKind, name: &str) -> Option<Resolved> {
        match self.table(list) {
            Some(table) => table.resolve(name),
            None => Id::new(name).map(Resolved::id),
        }
    }

    /// Whether `name` stands for anything in a list.
    pub fn has(&self, list: ListKind, name: &str) -> bool {
        match self.table(list) {
            Some(table) => table.resolve(name).is_some(),
            None => Id::is_one(name),
        }
    }

    /// Whether a list has a taxonomy.
    pub fn knows(&self, list: ListKind) -> bool {
        self.table(list).is_some()
    }

    /// Every id and alias of a list that stands for something, for suggestions.
    pub fn words(&self, list: ListKind) -> impl Iterator<Item = &str> {
        let table = self.table(list);
        table
            .into_iter()
            .flat_map(|table| table.spelt.iter().map(|word| &**word))
    }

    fn table(&self, list: ListKind) -> Option<&Table> {
        match list {
            ListKind::Sectors => self.sectors.as_ref(),
            ListKind::Topics => self.topics.as_ref(),
            _ => None,
        }
    }
}

impl Resolved {
    /// A name that is the item's own id.
    fn id(id: Id) -> Self {
        Self {
            ids: vec![id],
            reading: Reading::Id,
            wording: None,
        }
    }
}

/// The words of one list of concepts.
#[derive(Debug)]
struct Table {
    /// For each id, the live ids that it stands for.
    ids: HashMap<Id, Vec<Id>>,
    /// For each folded alias, its concept, and the word where it counts as a wording.
    aliases: HashMap<String, (Id, Option<Text>)>,
    /// Ids and aliases as they are written, in the taxonomy's order.
    spelt: Vec<Box<str>>,
}

impl Table {
    fn of(concepts: &IndexMap<Id, Concept>) -> Self {
        let mut table = Self {
            ids: live_ids(concepts),
            aliases: HashMap::new(),
            spelt: Vec::new(),
        };
        for (id, concept) in concepts {
            table.spelt.push(id.as_str().into());
            for alias in &concept.aliases {
                let wording =
                    (!alias.spelling).then(|| Text::plain(alias.lang.clone(), &alias.word.value));
                let folded = fold(&alias.word.value);
                table.aliases.entry(folded).or_insert((id.clone(), wording));
                table.spelt.push(alias.word.value.clone());
            }
        }
        table
    }

    fn resolve(&self, name: &str) -> Option<Resolved> {
        if let Some((id, live)) = self.ids.get_key_value(name) {
            let reading = if live.len() == 1 && live[0] == *id {
                Reading::Id
            } else {
                Reading::Replaced
            };
            return Some(Resolved {
                ids: live.clone(),
                reading,
                wording: None,
            });
        }
        let (id, wording) = self.aliases.get(&fold(name))?;
        Some(Resolved {
            ids: self.ids.get(id)?.clone(),
            reading: Reading::Alias,
            wording: wording.clone(),
        })
    }
}

/// The ids that each id stands for, through all that replaced it; a circle ends where it closes.
///
/// Each id is followed once and without recursion, since a chain may be as long as the file.
fn live_ids(concepts: &IndexMap<Id, Concept>) -> HashMap<Id, Vec<Id>> {
    let next = |id: &Id| {
        concepts
            .get(id)
            .map_or(&[][..], |concept| &concept.replaced_by)
    };
    let mut live: HashMap<Id, Vec<Id>> = HashMap::with_capacity(concepts.len());
    let mut open: HashSet<&Id> = HashSet::new();
    for root in concepts.keys() {
        let mut path = vec![(root, 0)];
        while let Some((id, at)) = path.pop() {
            if live.contains_key(id) {
                continue;
            }
            open.insert(id);
            if let Some(link) = next(id).get(at) {
                path.push((id, at + 1));
                if !open.contains(&link.value) {
                    path.push((&link.value, 0));
                }
                continue;
            }
            open.remove(id);
            let mut ids = IndexSet::new();
            for link in next(id) {
                match live.get(&link.value) {
                    Some(known) => ids.extend(known.iter().cloned()),
                    None => _ = ids.insert(link.value.clone()),
                }
            }
            if ids.is_empty() {
                ids.insert(id.clone());
            }
            live.insert(id.clone(), ids.into_iter().collect());
        }
    }
    live
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_without_a_taxonomy_has_what_resolves() {
        let names = Names::of(&Taxonomy::default());
        for name in ["trade", "6g", "", "Trade", "a--b", "طاقة"] {
            let resolved = names.resolve(ListKind::Sectors, name);
            assert_eq!(
                names.has(ListKind::Sectors, name),
                resolved.is_some(),
                "{name}"
            );
        }
    }
}
