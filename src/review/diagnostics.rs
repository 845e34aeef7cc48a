//! Diagnostics that a branch brings, settles, or leaves as they were.

use super::{DialoguePair, Side};
use crate::diagnostic::{Diagnostic, fingerprints};
use crate::model::term::terms;
use crate::span::{FileId, Files, Span};
use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};

terms! {
    /// Which side has a diagnostic.
    DiagnosticState {
        /// The head alone.
        New = "new",
        /// The base alone.
        Resolved = "resolved",
        /// Both.
        Old = "old",
    }
}

/// A diagnostic of either side.
#[derive(Clone, Debug)]
pub struct ReviewedDiagnostic {
    /// Which side has it.
    pub state: DiagnosticState,
    /// The diagnostic; of both sides, that of the head.
    pub diagnostic: Diagnostic,
    /// Where it is in the head; of a resolved one, the start of the same file, if it is there.
    pub place: Option<Span>,
    /// A hash of the code, the file and the facts in the message, free of line numbers: 16
    /// hexadecimal digits.
    pub fingerprint: String,
}

/// Tells the diagnostics of both sides apart: those of the head in its order, then those resolved.
pub(super) fn between(pair: &DialoguePair, files: &Files) -> Vec<ReviewedDiagnostic> {
    let base = named(pair.base.as_ref(), &pair.name, files);
    let head = named(pair.head.as_ref(), &pair.name, files);
    let in_base: HashSet<&str> = base.iter().map(|(name, _)| name.as_str()).collect();
    let in_head: HashSet<&str> = head.iter().map(|(name, _)| name.as_str()).collect();
    let now = head.iter().map(|(name, one)| ReviewedDiagnostic {
        state: if in_base.contains(name.as_str()) {
            DiagnosticState::Old
        } else {
            DiagnosticState::New
        },
        diagnostic: (*one).clone(),
        place: Some(one.label.span),
        fingerprint: name.clone(),
    });
    let gone = base
        .iter()
        .filter(|(name, _)| !in_head.contains(name.as_str()));
    let counterparts = LazyCell::new(|| Counterparts::of(pair));
    let gone = gone.map(|(name, one)| ReviewedDiagnostic {
        state: DiagnosticState::Resolved,
        diagnostic: (*one).clone(),
        place: counterparts
            .get(one.label.span.file)
            .map(|file| Span::new(file, 0..0)),
        fingerprint: name.clone(),
    });
    now.chain(gone).collect()
}

/// The folder of rounds, as fingerprints name it wherever it is.
const ROUNDS: &str = "rounds";

type Named<'d> = Vec<(String, &'d Diagnostic)>;

/// Each diagnostic with its fingerprint, which is the one that a check of the head alone gives it.
///
/// What it says of the base goes by the name that the dialogue's folder has in the head.
fn named<'d>(side: Option<&'d Side>, folder: &str, files: &Files) -> Named<'d> {
    let Some(side) = side else { return Vec::new() };
    let paths = paths(side);
    let root = side.entry.shown_root();
    let own = format!("{ROUNDS}/{}/", side.entry.name);
    let plain = |text: &str| {
        let text = text.replace(&format!("{root}/"), &format!("{ROUNDS}/"));
        if side.entry.name == folder {
            return text;
        }
        text.replace(&own, &format!("{ROUNDS}/{folder}/"))
    };
    let name = |file: FileId| match paths.get(&file) {
        Some(path) => plain(&format!("{ROUNDS}/{path}")),
        None => plain(files.name(file)),
    };
    let told = side.found.iter().cloned().map(|mut one| {
        one.message = plain(&one.message);
        one
    });
    let names = fingerprints(&told.collect::<Vec<_>>(), name);
    names.into_iter().zip(&side.found).collect()
}

/// The path of each text of a side in the folder of rounds.
fn paths(side: &Side) -> HashMap<FileId, String> {
    let entry = &side.entry;
    let single = [
        (side.texts.taxonomy, &entry.taxonomy),
        (side.texts.dialogue, &entry.dialogue),
    ];
    let single = single
        .into_iter()
        .filter_map(|(file, path)| Some((file?, path.as_deref()?)));
    let mut paths: HashMap<FileId, String> = single
        .map(|(file, path)| (file, entry.within(path)))
        .collect();
    let mut numbered = HashMap::new();
    for round in &entry.rounds {
        numbered.entry(round.number).or_insert(&round.path);
    }
    for text in &side.texts.rounds {
        if let Some(path) = numbered.get(&text.number) {
            paths.insert(text.file, entry.within(path));
        }
    }
    paths
}

/// The files of the head at the paths of those of the base.
struct Counterparts<'p> {
    pair: &'p DialoguePair,
    /// The path of each file of the base.
    base: HashMap<FileId, String>,
    /// The file at each path of the head.
    head: HashMap<String, FileId>,
}

impl<'p> Counterparts<'p> {
    fn of(pair: &'p DialoguePair) -> Self {
        let paths = |side: &Option<Side>| side.as_ref().map(paths).unwrap_or_default();
        let head = paths(&pair.head).into_iter();
        Self {
            pair,
            base: paths(&pair.base),
            head: head.map(|(file, path)| (path, file)).collect(),
        }
    }

    /// The file of the head at the path of a file of the base.
    fn get(&self, file: FileId) -> Option<FileId> {
        let path = self.base.get(&file)?;
        let moved = match (&self.pair.former, path.split_once('/')) {
            (Some(former), Some((folder, file))) if folder == former => {
                Some(format!("{}/{file}", self.pair.name))
            }
            _ => None,
        };
        self.head.get(moved.as_ref().unwrap_or(path)).copied()
    }
}
