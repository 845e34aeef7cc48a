//! What some files hold at one moment.

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// One file: when it was written, how long it is, and a hash of what it holds.
#[derive(Clone, PartialEq, Eq)]
struct Seen {
    time: Option<SystemTime>,
    length: u64,
    hash: Vec<u8>,
}

/// The files at and below some places.
#[derive(Clone, Default)]
pub(super) struct Snapshot(BTreeMap<PathBuf, Seen>);

impl Snapshot {
    /// Looks at the files; one whose time and length are those of `former` is not read again.
    ///
    /// What is missing or cannot be read is not in it.
    pub(super) fn of(places: &[PathBuf], former: Option<&Self>) -> Self {
        let mut snapshot = Self::default();
        for place in places {
            snapshot.add(place, former, 0);
        }
        snapshot
    }

    /// Whether the same files hold the same.
    pub(super) fn is_as(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.changed(other).is_empty()
    }

    /// The files that are in one of the two only, or that hold something else.
    pub(super) fn changed(&self, other: &Self) -> Vec<PathBuf> {
        let hash = |of: &Self, path: &PathBuf| of.0.get(path).map(|seen| seen.hash.clone());
        let mut paths: Vec<&PathBuf> = self.0.keys().chain(other.0.keys()).collect();
        paths.sort();
        paths.dedup();
        let differs = |path: &&&PathBuf| hash(self, path) != hash(other, path);
        paths
            .iter()
            .filter(differs)
            .map(|path| (*path).clone())
            .collect()
    }

    /// Hidden files, which editors write beside those that they save, are passed over, as the
    /// record passes them over; a link that leads in circles ends at a depth.
    fn add(&mut self, path: &Path, former: Option<&Self>, depth: u8) {
        const DEEPEST: u8 = 16;
        let Ok(about) = fs::metadata(path) else {
            return;
        };
        if about.is_file() {
            self.file(path, &about, former);
            return;
        }
        let Ok(entries) = fs::read_dir(path) else {
            return;
        };
        if depth == DEEPEST {
            return;
        }
        for entry in entries.flatten() {
            if !entry.file_name().as_encoded_bytes().starts_with(b".") {
                self.add(&entry.path(), former, depth + 1);
            }
        }
    }

    fn file(&mut self, path: &Path, about: &Metadata, former: Option<&Self>) {
        let (time, length) = (about.modified().ok(), about.len());
        let known = former.and_then(|former| former.0.get(path));
        let known = known.filter(|seen| seen.time == time && seen.length == length);
        let hash = match known {
            Some(seen) if time.is_some() => seen.hash.clone(),
            _ => match fs::read(path) {
                Ok(bytes) => Sha256::digest(bytes).to_vec(),
                Err(_) => return,
            },
        };
        let seen = Seen { time, length, hash };
        self.0.insert(path.to_path_buf(), seen);
    }
}

#[cfg(test)]
mod tests {
    use super::Snapshot;
    use std::fs;

    #[test]
    fn a_file_saved_as_it_was_is_no_change() {
        let folder = tempfile::tempdir().expect("there is a place for temporary files");
        let places = [folder.path().to_path_buf()];
        let file = folder.path().join("1.yaml");
        fs::write(&file, "round: 1").expect("it can be written");
        let first = Snapshot::of(&places, None);
        fs::write(&file, "round: 1").expect("it can be written");
        fs::write(folder.path().join(".1.yaml.swp"), "x").expect("it can be written");
        assert!(Snapshot::of(&places, Some(&first)).is_as(&first));
        fs::write(&file, "round: 01").expect("it can be written");
        let second = Snapshot::of(&places, Some(&first));
        assert_eq!(first.changed(&second), [file.clone()]);
        fs::remove_file(&file).expect("it can be removed");
        let third = Snapshot::of(&places, Some(&second));
        assert_eq!(second.changed(&third), [file]);
    }
}
