//! What an earlier run of `report --all` made, so that a run on the same record need not make it
//! again.
//!
//! The file of it says by hashes what the pages were made from and what they were; times are never
//! looked at. It is believed only where both agree with what there is now. Without it, or where
//! anything differs, every page is made anew.

use super::pages::Texts;
use super::report::{FORMATS, REPORTS};
use crate::error::Error;
use crate::findings::Settings;
use crate::matching::Matching;
use crate::parallel;
use crate::render::Templates;
use crate::source::{Content, DialogueEntry};
use crate::words::Words;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of it, in that of reports.
const FOLDER: &str = ".kept";

/// Fewer pages are made as quickly as this is read.
const FEW: usize = 40;

/// The first line of the file; it changes with the meaning of the others.
const HEAD: &str = "rapporteur pages 1";

/// What pages are made from.
pub(super) struct Sources<'s> {
    /// The files.
    pub(super) entries: &'s [DialogueEntry],
    /// The languages.
    pub(super) languages: &'s [Words],
    /// What decides which items are one.
    pub(super) matching: Matching,
    /// The thresholds of findings.
    pub(super) settings: &'s Settings,
    /// The templates.
    pub(super) templates: &'s Templates,
}

/// The pages of a run, and the hash of what they were made from.
pub(super) struct Kept {
    key: String,
}

impl Kept {
    /// Hashes what pages are made from: this program, its settings, and every file. None where
    /// there are few pages.
    pub(super) fn of(sources: &Sources<'_>) -> Result<Option<Self>, Error> {
        let rounds: usize = sources.entries.iter().map(|one| one.rounds.len()).sum();
        if rounds * sources.languages.len() * FORMATS.len() < FEW {
            return Ok(None);
        }
        let mut hash = Sha256::new();
        // The length before each part tells where it ends.
        let mut put = |bytes: &[u8]| {
            hash.update((bytes.len() as u64).to_le_bytes());
            hash.update(bytes);
        };
        put(env!("CARGO_PKG_VERSION").as_bytes());
        // Two builds of one version may differ.
        let program = std::env::current_exe().and_then(fs::read);
        put(&program.unwrap_or_default());
        put(format!("{:?} {:?}", sources.settings, sources.matching).as_bytes());
        put(sources.templates.fingerprint().as_bytes());
        for words in sources.languages {
            put(format!("{} {:?}", words.tag(), words.digits()).as_bytes());
        }
        for entry in sources.entries {
            put(entry.name.as_bytes());
            let paths: Vec<&Path> = entry.paths().collect();
            for (path, content) in paths.iter().zip(entry.contents(&paths)?) {
                put(entry.shown(path).as_bytes());
                match content {
                    Content::Bytes(bytes) => put(&bytes),
                    other => put(format!("{other:?}").as_bytes()),
                }
            }
            for stray in &entry.stray {
                put(entry.shown(&stray.path).as_bytes());
            }
        }
        let key = hex(&hash.finalize());
        Ok(Some(Self { key }))
    }

    /// The pages, where all are there and are what was made from the same; else none.
    pub(super) fn current(&self) -> Option<Vec<PathBuf>> {
        let text = fs::read_to_string(file()).ok()?;
        let mut lines = text.lines();
        if lines.next()? != HEAD || lines.next()? != self.key {
            return None;
        }
        let pages: Vec<(&str, &Path)> = lines
            .map(|line| line.split_once(' '))
            .map(|page| page.map(|(hash, path)| (hash, Path::new(path))))
            .collect::<Option<_>>()?;
        let same = |(hash, path): &(&str, &Path)| {
            let bytes = fs::read(path);
            bytes.is_ok_and(|bytes| hex(&Sha256::digest(bytes)) == *hash)
        };
        // A page has some tens of kilobytes.
        let same = parallel::map(&pages, |_| 1 << 16, same);
        let pages = pages.into_iter().map(|(_, path)| path.to_path_buf());
        same.into_iter().all(|one| one).then(|| pages.collect())
    }

    /// What is to be kept of the pages that were made.
    pub(super) fn text(&self, texts: &Texts) -> String {
        let mut text = format!("{HEAD}\n{}\n", self.key);
        for (path, page) in texts {
            let _ = writeln!(text, "{} {}", hex(&Sha256::digest(page)), path.display());
        }
        text
    }
}

/// Keeps a text for the next run; that it cannot be kept is no failure of the work.
pub(super) fn keep(text: String) {
    let ignored = Path::new(REPORTS).join(FOLDER).join(".gitignore");
    let _ = crate::write::write_all(&[(ignored, "*\n".to_owned()), (file(), text)]);
}

fn file() -> PathBuf {
    Path::new(REPORTS).join(FOLDER).join("pages")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
