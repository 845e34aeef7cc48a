//! Large records as people write them, made from a seed, with what became of every item.
//!
//! Half of the items are sectors and half are agreements, each of some 900 bytes in two languages.

mod texts;

use super::random::Random;
use std::collections::BTreeMap;
use std::path::Path;

/// What becomes of the items from one round to the next, in per cent; the rest is kept.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shares {
    /// Something beside the wording is changed.
    pub(crate) changed: usize,
    /// The wording or the title is changed.
    pub(crate) retitled: usize,
    /// They are gone, and as many new ones come.
    pub(crate) removed: usize,
    /// Of those that are gone, how many come back at once under another id.
    pub(crate) renamed: usize,
}

impl Default for Shares {
    fn default() -> Self {
        Self {
            changed: 10,
            retitled: 5,
            removed: 15,
            renamed: 0,
        }
    }
}

/// What became of an item since the round before.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Fate {
    /// Nothing.
    Kept,
    /// Its salience, or its value.
    Changed,
    /// Its wording, or its title.
    Retitled,
    /// It is gone.
    Removed,
    /// It is new.
    New,
    /// It was there under another id.
    Renamed(String),
}

/// One item of a round.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    /// Its id.
    pub(crate) id: String,
    /// Whether it is a sector, or else an agreement.
    pub(crate) is_sector: bool,
    /// What its texts are made from.
    pub(crate) nth: usize,
    /// How often its wording was changed.
    pub(crate) wording: usize,
    /// How often something else was changed.
    pub(crate) mark: usize,
    /// Whether this round amends it.
    pub(crate) amended: bool,
    /// Whether an earlier round had it.
    pub(crate) known: bool,
}

/// A record that is made round by round.
#[derive(Clone, Debug)]
pub(crate) struct Large {
    random: Random,
    shares: Shares,
    next: usize,
    number: u32,
    items: Vec<Item>,
    /// By id, what became of the items between the last two rounds.
    pub(crate) fates: BTreeMap<String, Fate>,
}

impl Large {
    /// Begins a record with so many items in each round.
    pub(crate) fn of(items: usize, shares: Shares, seed: u64) -> Self {
        let mut this = Self {
            random: Random::of(&[seed]),
            shares,
            next: 0,
            number: 0,
            items: Vec::new(),
            fates: BTreeMap::new(),
        };
        this.items = (0..items).map(|_| this.newcomer()).collect();
        this
    }

    /// The text of `dialogue.yaml`.
    pub(crate) fn dialogue() -> &'static str {
        texts::DIALOGUE
    }

    /// The text of the next round.
    pub(crate) fn round(&mut self) -> String {
        if self.number > 0 {
            self.step();
        }
        self.number += 1;
        texts::round(self.number, &self.items)
    }

    /// The names and texts of a record of so many rounds.
    pub(crate) fn files(mut self, rounds: u32) -> Vec<(String, String)> {
        let mut files = vec![("dialogue.yaml".to_owned(), Self::dialogue().to_owned())];
        for number in 1..=rounds {
            files.push((format!("{number}.yaml"), self.round()));
        }
        files
    }

    /// Writes a record of so many rounds into a folder.
    pub(crate) fn write(mut self, rounds: u32, folder: &Path) -> std::io::Result<()> {
        std::fs::create_dir_all(folder)?;
        std::fs::write(folder.join("dialogue.yaml"), Self::dialogue())?;
        for number in 1..=rounds {
            std::fs::write(folder.join(format!("{number}.yaml")), self.round())?;
        }
        Ok(())
    }

    fn step(&mut self) {
        self.fates.clear();
        let mut gone = Vec::new();
        let mut items = Vec::with_capacity(self.items.len());
        for mut item in std::mem::take(&mut self.items) {
            (item.amended, item.known) = (false, true);
            let lot = self.random.below(100);
            let mut limit = self.shares.removed;
            let fate = if lot < limit {
                gone.push(item);
                continue;
            } else if lot < limit + self.shares.retitled {
                item.wording += 1;
                item.amended = true;
                Fate::Retitled
            } else {
                limit += self.shares.retitled;
                if lot < limit + self.shares.changed {
                    item.mark += 1;
                    item.amended = true;
                    Fate::Changed
                } else {
                    Fate::Kept
                }
            };
            self.fates.insert(item.id.clone(), fate);
            items.push(item);
        }
        for item in gone {
            self.fates.insert(item.id.clone(), Fate::Removed);
            let new = if self.random.chance(self.shares.renamed) {
                let mut new = item.clone();
                new.id = texts::id(self.next, item.is_sector);
                new.known = false;
                self.next += 1;
                self.fates.insert(new.id.clone(), Fate::Renamed(item.id));
                new
            } else {
                let new = self.newcomer();
                self.fates.insert(new.id.clone(), Fate::New);
                new
            };
            let at = self.random.below(items.len() + 1);
            items.push(new);
            let last = items.len() - 1;
            items.swap(at, last);
        }
        self.items = items;
    }

    fn newcomer(&mut self) -> Item {
        let nth = self.next;
        self.next += 1;
        Item {
            id: texts::id(nth, nth.is_multiple_of(2)),
            is_sector: nth.is_multiple_of(2),
            nth,
            wording: 0,
            mark: 0,
            amended: false,
            known: false,
        }
    }
}
