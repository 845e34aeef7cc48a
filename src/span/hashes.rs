//! Hashes of many texts one after the other, for reports that each read somewhat more than the last.

use super::{FileId, Files};
use sha2::{Digest, Sha256};
use std::sync::{Mutex, OnceLock, PoisonError};

/// What is known of the texts in their order by name.
#[derive(Debug, Default)]
pub(super) struct Hashes {
    /// The files, by name.
    order: OnceLock<Vec<FileId>>,
    /// The hash of the first so many of them; it is gone on with when more are asked for.
    begun: Mutex<Vec<Sha256>>,
}

impl Files {
    /// Every file by its name, in which a number that is a whole name counts as a number: `2.yaml`
    /// comes before `10.yaml`.
    pub fn by_name(&self) -> &[FileId] {
        self.hashes.order.get_or_init(|| {
            let mut order: Vec<FileId> = self.ids().collect();
            order.sort_by_cached_key(|id| key(self.name(*id)));
            order
        })
    }

    /// The SHA-256 of the texts of files, one after the other.
    ///
    /// Where they begin as all files by name do, that beginning is hashed once, however many lists
    /// begin with it.
    pub fn sha256(&self, files: &[FileId]) -> [u8; 32] {
        let known = self.by_name().iter().zip(files);
        let shared = known.take_while(|(known, file)| known == file).count();
        let mut hash = self.begun(shared);
        for file in &files[shared..] {
            hash.update(self.text(*file));
        }
        hash.finalize().into()
    }

    /// The hash of the texts of the first so many files by name, to go on with.
    fn begun(&self, count: usize) -> Sha256 {
        let begun = self.hashes.begun.lock();
        let mut begun = begun.unwrap_or_else(PoisonError::into_inner);
        let mut hash = begun.last().cloned().unwrap_or_default();
        for file in self.by_name().iter().take(count).skip(begun.len()) {
            hash.update(self.text(*file));
            begun.push(hash.clone());
        }
        match count.checked_sub(1) {
            Some(last) => begun.get(last).cloned().unwrap_or_default(),
            None => Sha256::default(),
        }
    }
}

/// A name as it is sorted: a number before the ending is filled up with zeros.
fn key(name: &str) -> String {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let (stem, ending) = file.split_once('.').unwrap_or((file, ""));
    if !stem.is_empty() && stem.bytes().all(|byte| byte.is_ascii_digit()) {
        return format!("{folder}/{stem:0>20}.{ending}");
    }
    format!("{folder}/{file}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(names: &[&str]) -> Files {
        let mut files = Files::default();
        for name in names {
            files.add(*name, format!("the text of {name}\n"));
        }
        files
    }

    #[test]
    fn numbers_in_names_count_as_numbers() {
        let files = files(&[
            "b/10.yaml",
            "b/9.yaml",
            "t.yaml",
            "b/dialogue.yaml",
            "a/2.yaml",
        ]);
        let names: Vec<&str> = files.by_name().iter().map(|id| files.name(*id)).collect();
        let expected = [
            "t.yaml",
            "a/2.yaml",
            "b/9.yaml",
            "b/10.yaml",
            "b/dialogue.yaml",
        ];
        assert_eq!(names, expected);
    }

    #[test]
    fn a_hash_is_that_of_the_texts_in_a_row() {
        let files = files(&["1.yaml", "2.yaml", "10.yaml", "dialogue.yaml"]);
        let ids: Vec<FileId> = files.ids().collect();
        // In an order in which beginnings are asked for again, go on, and are left.
        for part in [
            &[3][..],
            &[0, 3],
            &[0, 1, 2, 3],
            &[0, 1, 3],
            &[2, 1],
            &[],
            &[0],
        ] {
            let part: Vec<FileId> = part.iter().map(|at| ids[*at]).collect();
            let row: String = part.iter().map(|id| files.text(*id)).collect();
            let expected: [u8; 32] = Sha256::digest(row).into();
            assert_eq!(files.sha256(&part), expected, "{part:?}");
        }
    }

    #[test]
    fn a_file_that_is_added_later_counts() {
        let mut files = files(&["2.yaml"]);
        let all = |files: &Files| files.sha256(files.by_name());
        let before = all(&files);
        files.add("1.yaml", "more\n");
        let expected: [u8; 32] = Sha256::digest("more\nthe text of 2.yaml\n").into();
        assert_ne!(all(&files), before);
        assert_eq!(all(&files), expected);
    }
}
