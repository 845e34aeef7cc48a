//! Which files of a folder are a record's.

use super::tree::Tree;
use super::{DialogueEntry, RoundEntry, Stray, StrayReason};
use crate::error::Error;
use std::path::{Path, PathBuf};

/// Folders beside the rounds that other commands read.
const KNOWN_FOLDERS: &[&str] = &["sources"];

/// Finds every dialogue in or under a folder of rounds.
pub(super) fn dialogues(root: &Path, tree: &Tree) -> Result<Vec<DialogueEntry>, Error> {
    let mut top = Listing::of(root, tree)?;
    let mut found = Vec::new();
    let mut stray = Vec::new();
    for folder in std::mem::take(&mut top.folders) {
        let inner = Listing::of(&folder, tree)?;
        if inner.is_dialogue() {
            let mut entry = inner.dialogue(tree);
            entry.taxonomy = entry.taxonomy.or_else(|| top.taxonomy.clone());
            found.push(entry);
        } else if !is_named(&folder, KNOWN_FOLDERS) {
            let reason = StrayReason::NoDialogue;
            stray.push(Stray {
                path: folder,
                reason,
            });
        }
    }
    if top.is_dialogue() {
        found.insert(0, top.dialogue(tree));
    } else {
        // Beside the dialogues anything may lie, save what looks like data and would go unread.
        top.stray
            .retain(|stray| stem_of_yaml(&stray.path).is_some());
        stray.append(&mut top.stray);
    }
    let first = found.first_mut().ok_or_else(|| tree.no_rounds(root))?;
    first.stray.append(&mut stray);
    first.stray.sort();
    Ok(found)
}

/// The dialogue of round files that are named one by one.
pub(super) fn of_files(files: &[PathBuf]) -> Result<DialogueEntry, Error> {
    let first = files.first().map_or(Path::new(""), PathBuf::as_path);
    let folder = first.parent().filter(|path| !path.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let here = Tree::Disk(folder.to_path_buf());
    let listing = Listing::of(folder, &here)?;
    let above = folder.join("..");
    let above_listing = Listing::of(&above, &here).ok();
    let above_taxonomy = above_listing.and_then(|above| above.taxonomy);
    let root = if above_taxonomy.is_some() {
        above
    } else {
        folder.to_path_buf()
    };
    let rounds = files.iter().map(|path| RoundEntry {
        number: stem_of_yaml(path).and_then(|stem| number(&stem)),
        path: path.clone(),
    });
    Ok(DialogueEntry {
        name: name_of(folder),
        taxonomy: listing.taxonomy.or(above_taxonomy),
        dialogue: listing.dialogue,
        rounds: rounds.collect(),
        stray: Vec::new(),
        tree: Tree::Disk(root),
    })
}

/// The file of decisions in a folder of rounds.
pub(super) fn accepted(root: &Path, tree: &Tree) -> Result<Option<PathBuf>, Error> {
    Ok(Listing::of(root, tree)?.accepted)
}

/// What one folder holds.
#[derive(Default)]
struct Listing {
    path: PathBuf,
    taxonomy: Option<PathBuf>,
    dialogue: Option<PathBuf>,
    accepted: Option<PathBuf>,
    rounds: Vec<RoundEntry>,
    folders: Vec<PathBuf>,
    stray: Vec<Stray>,
}

impl Listing {
    fn of(path: &Path, tree: &Tree) -> Result<Self, Error> {
        let entries = tree.children(path)?;
        let mut listing = Self {
            path: path.to_path_buf(),
            ..Self::default()
        };
        for entry in entries {
            listing.sort_in(entry, tree);
        }
        listing.rounds.sort();
        Ok(listing)
    }

    fn sort_in(&mut self, path: PathBuf, tree: &Tree) {
        if name_of(&path).starts_with('.') {
            return;
        }
        let stem = stem_of_yaml(&path);
        let slot = match stem.as_deref() {
            Some("taxonomy") => &mut self.taxonomy,
            Some("dialogue") => &mut self.dialogue,
            Some("accepted") => &mut self.accepted,
            Some(stem) if number(stem).is_some() => {
                let number = number(stem);
                self.rounds.push(RoundEntry { number, path });
                return;
            }
            _ if tree.is_folder(&path) => return self.folders.push(path),
            _ => {
                let reason = StrayReason::Unknown;
                return self.stray.push(Stray { path, reason });
            }
        };
        match slot {
            Some(first) => {
                let reason = StrayReason::Twice(first.clone());
                self.stray.push(Stray { path, reason });
            }
            None => *slot = Some(path),
        }
    }

    fn is_dialogue(&self) -> bool {
        self.dialogue.is_some() || !self.rounds.is_empty()
    }

    fn dialogue(self, tree: &Tree) -> DialogueEntry {
        let folders = self.folders.into_iter();
        let unknown = folders
            .filter(|path| !is_named(path, KNOWN_FOLDERS))
            .map(|path| Stray {
                path,
                reason: StrayReason::Unknown,
            });
        let mut stray = self.stray;
        stray.extend(unknown);
        // Decisions are kept once, beside the dialogues.
        let elsewhere = self.accepted.filter(|path| tree.within(path).contains('/'));
        stray.extend(elsewhere.map(|path| Stray {
            path,
            reason: StrayReason::Unknown,
        }));
        stray.sort();
        DialogueEntry {
            name: name_of(&self.path),
            taxonomy: self.taxonomy,
            dialogue: self.dialogue,
            rounds: self.rounds,
            stray,
            tree: tree.clone(),
        }
    }
}

/// The last part of a path; of a folder such as `.`, the one it really has.
fn name_of(path: &Path) -> String {
    let own = path.file_name().map(std::ffi::OsStr::to_os_string);
    let name = own.or_else(|| path.canonicalize().ok()?.file_name().map(Into::into));
    name.unwrap_or_default().to_string_lossy().into_owned()
}

fn is_named(path: &Path, names: &[&str]) -> bool {
    names.contains(&name_of(path).as_str())
}

/// The name of a YAML file without its ending.
pub(super) fn stem_of_yaml(path: &Path) -> Option<String> {
    let name = name_of(path);
    let stem = name.strip_suffix(".yaml").or(name.strip_suffix(".yml"))?;
    Some(stem.to_owned())
}

fn number(stem: &str) -> Option<u32> {
    let digits = !stem.is_empty() && stem.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| stem.parse().ok()).flatten()
}
