//! Merges of three versions: each folder of `tests/merge` holds `base`, `ours`, `theirs`, and
//! what is expected of them.
//!
//! With `UPDATE_EXPECTED=1` in the environment the expectations are written anew; read the
//! difference before you keep it. A folder whose name begins with `conflict--` has conflicts, one
//! that begins with `refused--` is not merged by fact, and no other has either.

use rapporteur::merge::{Marks, Merged, Versions, merge};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/merge");

fn cases() -> BTreeMap<String, PathBuf> {
    let entries = fs::read_dir(CASES).expect("the cases are there");
    let folders = entries.map(|entry| entry.expect("it can be read").path());
    let named = folders.map(|path| {
        let name = path.file_name().expect("a folder has a name");
        (name.to_string_lossy().into_owned(), path)
    });
    named.collect()
}

fn read(folder: &Path, name: &str) -> String {
    let path = folder.join(name).with_extension("yaml");
    fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

/// The same text with the sides of each conflict swapped.
fn swapped(text: &str) -> String {
    let (mut out, mut ours, mut theirs) = (String::new(), String::new(), String::new());
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        match (at, line.split_whitespace().next().unwrap_or_default()) {
            (0, "<<<<<<<") => {
                out.push_str(line);
                at = 1;
            }
            (1, "=======") => at = 2,
            (2, ">>>>>>>") => {
                let end = if line.ends_with("\r\n") { "\r\n" } else { "\n" };
                out.push_str(&format!("{theirs}======={end}{ours}{line}"));
                (ours, theirs) = (String::new(), String::new());
                at = 0;
            }
            (1, _) => ours.push_str(line),
            (2, _) => theirs.push_str(line),
            _ => out.push_str(line),
        }
    }
    out
}

#[test]
fn every_case_is_merged_as_expected_and_the_same_with_the_sides_swapped() {
    let update = std::env::var_os("UPDATE_EXPECTED").is_some();
    let mut wrong = String::new();
    for (name, folder) in cases() {
        let [base, ours, theirs] = ["base", "ours", "theirs"].map(|name| read(&folder, name));
        let versions = Versions {
            base: &*base,
            ours: &*ours,
            theirs: &*theirs,
        };
        let back = Versions {
            base: &*base,
            ours: &*theirs,
            theirs: &*ours,
        };
        let (one, other) = (
            merge(versions, &Marks::default()),
            merge(back, &Marks::default()),
        );
        let (text, conflicts) = match (one, other) {
            (Ok(one), Ok(other)) => {
                assert_eq!(one.text, swapped(&other.text), "{name}, swapped");
                let Merged { text, conflicts } = one;
                (text, conflicts)
            }
            (Err(_), Err(_)) if name.starts_with("refused--") => continue,
            (one, _) => panic!("{name}: {one:?}"),
        };
        assert_eq!(
            conflicts > 0,
            name.starts_with("conflict--"),
            "{name}:\n{text}"
        );
        let expected = folder.join("expected.yaml");
        if update {
            fs::write(&expected, &text).expect("it can be written");
        }
        if fs::read_to_string(&expected).unwrap_or_default() != text {
            wrong.push_str(&format!("== {name}\n{text}\n"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{wrong}UPDATE_EXPECTED=1 writes them anew"
    );
}
