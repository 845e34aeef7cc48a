//! Records made from a seed, of any size: the same plan makes the same texts.

mod dates;
mod deeds;
mod lists;
mod rounds;
mod vocabulary;

use super::random::Random;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

/// What a record is to be like. Shares are per cent.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    /// All else being equal, another seed makes another record.
    pub(crate) seed: u64,
    /// How many rounds there are.
    pub(crate) rounds: u32,
    /// How many items each list has.
    pub(crate) items: usize,
    /// How many items of a round are changed in the next, though not in their wording.
    pub(crate) changed: usize,
    /// How many get another wording.
    pub(crate) retitled: usize,
    /// How many are gone, and as many new; what is in none of the shares is kept as it is.
    pub(crate) removed: usize,
    /// How many of those that stay get another id, and say which they had.
    pub(crate) renamed: usize,
    /// How many of those that get another wording get another id too, and do not say so.
    pub(crate) silent: usize,
    /// How many concepts are retired.
    pub(crate) retired: usize,
    /// How many lists are left out.
    pub(crate) absent: usize,
    /// How many lists are known to be empty.
    pub(crate) empty: usize,
    /// How many rounds say that their lists are whole.
    pub(crate) complete: usize,
    /// How many numbers of rounds are passed over.
    pub(crate) gaps: usize,
}

impl Default for Plan {
    /// Two rounds as other programs of this kind were measured on.
    fn default() -> Self {
        Self {
            seed: 1,
            rounds: 2,
            items: 1000,
            changed: 10,
            retitled: 5,
            removed: 15,
            renamed: 0,
            silent: 0,
            retired: 0,
            absent: 0,
            empty: 0,
            complete: 0,
            gaps: 0,
        }
    }
}

/// A made record: its files, and what is known to be true of them.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    /// The files.
    pub(crate) files: Vec<File>,
    /// By round and list, the ids that the round names, those of today; none where left out.
    pub(crate) truth: BTreeMap<(u32, &'static str), Option<BTreeSet<String>>>,
    /// By list, the ids that gave way to others without a word, each with the other.
    pub(crate) silent: BTreeSet<(&'static str, String, String)>,
}

/// One file, which can be put in another order.
#[derive(Clone, Debug)]
pub(crate) struct File {
    /// Its name.
    pub(crate) name: String,
    /// What stands before its lists.
    pub(crate) head: String,
    /// Its lists and maps.
    pub(crate) sections: Vec<Section>,
}

/// One list or map of a file, each item in lines of its own.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    /// The key.
    pub(crate) key: &'static str,
    /// The lines.
    pub(crate) items: Vec<String>,
}

impl Record {
    /// Makes a record.
    pub(crate) fn of(plan: &Plan) -> Self {
        rounds::record(plan)
    }

    /// The numbers of the rounds, in order.
    pub(crate) fn numbers(&self) -> Vec<u32> {
        let numbers = self.truth.keys().map(|(number, _)| *number);
        numbers.collect::<BTreeSet<u32>>().into_iter().collect()
    }

    /// The same record with everything in another order: files, lists and items.
    pub(crate) fn shuffled(&self, seed: u64) -> Self {
        let mut random = Random::of(&[seed]);
        let mut other = self.clone();
        random.shuffle(&mut other.files);
        for file in &mut other.files {
            random.shuffle(&mut file.sections);
            for section in &mut file.sections {
                random.shuffle(&mut section.items);
            }
        }
        other
    }

    /// The record of some of its rounds only.
    pub(crate) fn only(&self, rounds: &[u32]) -> Self {
        let mut other = self.clone();
        let stays = |file: &File| {
            let number = file.name.trim_end_matches(".yaml").parse();
            number.map_or(true, |number| rounds.contains(&number))
        };
        other.files.retain(stays);
        other.truth.retain(|(number, _), _| rounds.contains(number));
        other
    }

    /// The name and the text of each file.
    pub(crate) fn texts(&self) -> Vec<(String, String)> {
        let texts = self
            .files
            .iter()
            .map(|file| (file.name.clone(), file.text()));
        texts.collect()
    }

    /// Writes the files into a folder, as one dialogue.
    pub(crate) fn write(&self, folder: &Path) -> std::io::Result<()> {
        std::fs::create_dir_all(folder)?;
        for (name, text) in self.texts() {
            std::fs::write(folder.join(name), text)?;
        }
        Ok(())
    }
}

impl File {
    fn text(&self) -> String {
        let mut text = self.head.clone();
        for Section { key, items } in &self.sections {
            if items.is_empty() {
                let _ = writeln!(text, "{key}: []");
                continue;
            }
            let _ = writeln!(text, "{key}:");
            for item in items {
                text.push_str(item);
            }
        }
        text
    }
}

/// The lines of a list's item: its keys, each with a value on one line.
pub(crate) fn item(fields: &[(&str, String)]) -> String {
    if let [("id", id)] = fields {
        return format!("  - {id}\n");
    }
    let mut text = String::new();
    for (nth, (key, value)) in fields.iter().enumerate() {
        let mark = if nth == 0 { "-" } else { " " };
        let _ = writeln!(text, "  {mark} {key}: {value}");
    }
    text
}
