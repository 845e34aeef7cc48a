//! What an earlier run of `report --all` made, so that a run on much the same record makes only
//! what has changed.
//!
//! The file of it says by hashes what the pages were made from, what each says, and what it was;
//! times are never looked at. Where all pages were made from what there is now, and are there, nothing
//! is made at all. Where only some of it changed, a page that says what it said is not written out
//! again. Without the file every page is made anew.

use super::console::Failure;
use super::pages::Sheet;
use super::report::{FORMATS, REPORTS};
use crate::error::Error;
use crate::findings::Settings;
use crate::matching::Matching;
use crate::parallel;
use crate::render::Templates;
use crate::source::{Content, DialogueEntry};
use crate::span::Files;
use crate::words::Words;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The folder of it, in that of reports.
const FOLDER: &str = ".kept";

/// Fewer pages are made as quickly as this is read.
const FEW: usize = 40;

/// The first line of the file; it changes with the meaning of the others.
const HEAD: &str = "rapporteur pages 2";

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

/// What an earlier run kept, and what this one makes pages from.
pub(super) struct Kept {
    /// The hash of all that pages are made from.
    key: String,
    /// The hash of what they are made from beside the record.
    tools: String,
    /// The pages of the earlier run; none where it kept none.
    earlier: Earlier,
}

/// What was kept.
#[derive(Default)]
struct Earlier {
    /// The hash of all that the pages were made from; empty where the record changed meanwhile, and
    /// where messages were told of it, which every run is to tell.
    key: String,
    /// The pages.
    pages: BTreeMap<PathBuf, Print>,
}

/// The hashes of a page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Print {
    /// That of what it says and what writes it out.
    pub(super) says: String,
    /// That of its text.
    pub(super) text: String,
}

impl Kept {
    /// Hashes what pages are made from: this program, its settings, and every file. None where
    /// there are few pages, or the program is not known.
    pub(super) fn of(sources: &Sources<'_>) -> Result<Option<Self>, Error> {
        let rounds: usize = sources.entries.iter().map(|one| one.rounds.len()).sum();
        if rounds * sources.languages.len() * FORMATS.len() < FEW {
            return Ok(None);
        }
        let Some(program) = program() else {
            return Ok(None);
        };
        let mut hash = Sha256::new();
        let mut put = |bytes: &[u8]| put_part(&mut hash, bytes);
        put(program.as_bytes());
        put(format!("{:?} {:?}", sources.settings, sources.matching).as_bytes());
        put(sources.templates.fingerprint().as_bytes());
        for words in sources.languages {
            put(format!("{} {:?}", words.tag(), words.digits()).as_bytes());
        }
        let tools = hex(&hash.clone().finalize());
        let mut put = |bytes: &[u8]| put_part(&mut hash, bytes);
        for entry in sources.entries {
            put(entry.name.as_bytes());
            let paths: Vec<&Path> = entry.paths().collect();
            put(&paths.len().to_le_bytes());
            for (path, content) in paths.iter().zip(entry.contents(&paths)?) {
                put(entry.shown(path).as_bytes());
                match content {
                    Content::Bytes(bytes) => put(&bytes),
                    other => put(format!("{other:?}").as_bytes()),
                }
            }
            // What follows changes no page, but may be told of.
            put(&entry.stray.len().to_le_bytes());
            for stray in &entry.stray {
                put(entry.shown(&stray.path).as_bytes());
            }
            let mut found = Vec::new();
            let archive = entry.archive(&mut Files::default(), &mut found)?;
            put(&found.len().to_le_bytes());
            for (source, text) in &archive.0 {
                put(source.as_bytes());
                put(text.as_bytes());
            }
        }
        Ok(Some(Self {
            key: hex(&hash.finalize()),
            tools,
            earlier: Earlier::read().unwrap_or_default(),
        }))
    }

    /// The pages, where all are there and were made from the same; else none.
    pub(super) fn current(&self) -> Option<Vec<PathBuf>> {
        if self.earlier.key != self.key {
            return None;
        }
        let pages: Vec<(&PathBuf, &Print)> = self.earlier.pages.iter().collect();
        // A page has some tens of kilobytes.
        let same = parallel::map(&pages, |_| 1 << 16, |(path, print)| print.is_there(path));
        let pages = pages.into_iter().map(|(path, _)| path.clone());
        same.into_iter().all(|one| one).then(|| pages.collect())
    }

    /// The hash of what a page says and what writes it out.
    pub(super) fn says(&self, page: &Sheet<'_>) -> Result<String, Failure> {
        let mut hash = Sha256::new();
        put_part(&mut hash, self.tools.as_bytes());
        put_part(&mut hash, (page.says)()?.as_bytes());
        Ok(hex(&hash.finalize()))
    }

    /// The hashes of a page that is there as the earlier run made it, if that says the same.
    pub(super) fn same(&self, path: &Path, says: &str) -> Option<&Print> {
        let print = self.earlier.pages.get(path)?;
        (print.says == says && print.is_there(path)).then_some(print)
    }

    /// Whether what pages are made from is still what it was.
    pub(super) fn holds(&self, sources: &Sources<'_>) -> Result<bool, Error> {
        Ok(Self::of(sources)?.is_some_and(|now| now.key == self.key))
    }

    /// What is to be kept of pages; `is_whole` where a run on the same would tell of nothing else.
    pub(super) fn text<'p>(
        &self,
        pages: impl Iterator<Item = (&'p Path, &'p Print)>,
        is_whole: bool,
    ) -> String {
        let mut text = String::new();
        let mut count = 0;
        for (path, print) in pages {
            let _ = writeln!(text, "{} {} {}", print.says, print.text, path.display());
            count += 1;
        }
        let key = if is_whole { &*self.key } else { "" };
        format!("{HEAD}\n{count} {key}\n{text}")
    }
}

impl Earlier {
    /// What is kept; none where there is nothing, or nothing that can be read.
    fn read() -> Option<Self> {
        let text = fs::read_to_string(file()).ok()?;
        let mut lines = text.lines();
        if lines.next()? != HEAD {
            return None;
        }
        let (count, key) = lines.next()?.split_once(' ')?;
        let page = |line: &str| {
            let (says, rest) = line.split_once(' ')?;
            let (text, path) = rest.split_once(' ')?;
            let print = Print {
                says: says.to_owned(),
                text: text.to_owned(),
            };
            Some((PathBuf::from(path), print))
        };
        let pages: BTreeMap<PathBuf, Print> = lines.map(page).collect::<Option<_>>()?;
        (count.parse() == Ok(pages.len())).then(|| Self {
            key: key.to_owned(),
            pages,
        })
    }
}

impl Print {
    /// The hashes of a page with that text.
    pub(super) fn of(says: String, text: &str) -> Self {
        Self {
            says,
            text: hex(&Sha256::digest(text)),
        }
    }

    /// Whether the page with that text is there.
    fn is_there(&self, path: &Path) -> bool {
        let bytes = fs::read(path);
        bytes.is_ok_and(|bytes| hex(&Sha256::digest(bytes)) == self.text)
    }
}

/// The hash of this program, since two builds of one version may differ: of the file that it was when
/// it was first asked for, which in a long run may be another by now.
fn program() -> Option<&'static str> {
    static PROGRAM: OnceLock<Option<String>> = OnceLock::new();
    let read = || {
        let bytes = std::env::current_exe().and_then(fs::read).ok()?;
        Some(hex(&Sha256::digest(bytes)))
    };
    PROGRAM.get_or_init(read).as_deref()
}

/// Keeps a text for the next run; that it cannot be kept is no failure of the work.
pub(super) fn keep(text: String) {
    let ignored = Path::new(REPORTS).join(FOLDER).join(".gitignore");
    let _ = crate::write::write_all(&[(ignored, "*\n".to_owned()), (file(), text)]);
}

/// The hash of all that a report says.
pub(super) fn digest(report: &impl Serialize) -> Result<String, Failure> {
    let mut writer = io::BufWriter::new(Hashing(Sha256::new()));
    let failed = |reason: String| Failure::new(format!("cannot hash a report: {reason}"));
    serde_json::to_writer(&mut writer, report).map_err(|reason| failed(reason.to_string()))?;
    let hash = writer.into_inner();
    let hash = hash.map_err(|reason| failed(reason.to_string()))?;
    Ok(hex(&hash.0.finalize()))
}

/// A hash of what is written.
struct Hashing(Sha256);

impl io::Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Adds a part to a hash; the length before it tells where it ends.
fn put_part(hash: &mut Sha256, bytes: &[u8]) {
    hash.update((bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_the_same_where_it_says_the_same_and_is_there() {
        let folder = tempfile::tempdir().expect("there is a place for temporary files");
        let path = folder.path().join("1.en.md");
        fs::write(&path, "a report\n").expect("it can be written");
        let print = Print::of("what it says".to_owned(), "a report\n");
        let kept = Kept {
            key: String::new(),
            tools: String::new(),
            earlier: Earlier {
                key: String::new(),
                pages: BTreeMap::from([(path.clone(), print.clone())]),
            },
        };
        assert_eq!(kept.same(&path, "what it says"), Some(&print));
        assert_eq!(kept.same(&path, "something else"), None);
        assert_eq!(
            kept.same(&folder.path().join("2.en.md"), "what it says"),
            None
        );
        fs::write(&path, "edited\n").expect("it can be written");
        assert_eq!(kept.same(&path, "what it says"), None);
    }

    #[test]
    fn what_a_page_says_depends_on_what_writes_it_out() {
        let page = Sheet {
            path: PathBuf::new(),
            says: &|| digest(&["one", "two"]),
            text: &|| Err(Failure::new("nobody asks for the text")),
        };
        let says = |tools: &str| {
            let kept = Kept {
                key: String::new(),
                tools: tools.to_owned(),
                earlier: Earlier::default(),
            };
            kept.says(&page).expect("it can be hashed")
        };
        assert_eq!(says("this program"), says("this program"));
        assert_ne!(says("this program"), says("another"));
    }

    #[test]
    fn reports_that_differ_have_other_hashes() {
        let hash = |report: &[&str]| digest(&report).expect("it can be hashed");
        assert_eq!(hash(&["one", "two"]), hash(&["one", "two"]));
        assert_ne!(hash(&["one", "two"]), hash(&["onetwo"]));
    }
}
