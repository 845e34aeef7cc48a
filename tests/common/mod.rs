//! What the tests of the library share: records in memory, and short words for comparisons.

use rapporteur::check::{RoundSet, check};
use rapporteur::compare::{Comparison, ListChanges};
use rapporteur::diagnostic::{Diagnostic, any_error};
use rapporteur::load::load;
use rapporteur::model::id::Id;
use rapporteur::source::{RoundText, Source, Texts};
use rapporteur::span::Files;

pub(crate) mod digest;
pub(crate) mod generate;
pub(crate) mod large;
pub(crate) mod random;

/// A record that was read, with all that was said of its files.
#[derive(Debug)]
pub(crate) struct Reading {
    /// The texts.
    pub(crate) files: Files,
    /// The record; none where a diagnostic is an error.
    pub(crate) record: Option<RoundSet>,
    /// Every diagnostic.
    pub(crate) found: Vec<Diagnostic>,
}

impl Reading {
    fn of(files: Files, texts: &Texts, mut found: Vec<Diagnostic>) -> Self {
        let draft = load(&files, texts, &mut found);
        let record = check(draft, &mut found);
        assert_eq!(record.is_none(), any_error(&found));
        Self {
            files,
            record,
            found,
        }
    }

    /// The record, which has no errors.
    pub(crate) fn record(&self) -> &RoundSet {
        let found = self.said();
        self.record
            .as_ref()
            .unwrap_or_else(|| panic!("no record: {found:#?}"))
    }

    /// The code, the place and the message of every diagnostic.
    pub(crate) fn said(&self) -> Vec<String> {
        let line = |one: &Diagnostic| {
            let place = self.files.place(one.label.span);
            format!("{} {place} {}", one.code.name(), one.message)
        };
        self.found.iter().map(line).collect()
    }

    /// The codes of the diagnostics.
    pub(crate) fn codes(&self) -> Vec<&'static str> {
        self.found.iter().map(|one| one.code.name()).collect()
    }
}

/// Reads the record of this repository.
pub(crate) fn real() -> Reading {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/rounds");
    let dialogues = Source::folder(folder).dialogues();
    let dialogues = dialogues.expect("the record is there");
    let entry = dialogues.iter().find(|entry| entry.name == "oman-us");
    let (mut files, mut found) = (Files::default(), Vec::new());
    let texts = entry.expect("the dialogue is there");
    let texts = texts.read(&mut files, &mut found);
    let texts = texts.expect("its files can be read");
    Reading::of(files, &texts, found)
}

/// Reads a record from the texts of its files, by name: `taxonomy.yaml`, `dialogue.yaml`,
/// `1.yaml`; in the order given.
pub(crate) fn read<'t>(texts: impl IntoIterator<Item = (&'t str, &'t str)>) -> Reading {
    let mut files = Files::default();
    let mut all = Texts {
        name: "one".to_owned(),
        taxonomy: None,
        dialogue: None,
        rounds: Vec::new(),
    };
    for (name, text) in texts {
        let file = files.add(name, text);
        match name.trim_end_matches(".yaml") {
            "taxonomy" => all.taxonomy = Some(file),
            "dialogue" => all.dialogue = Some(file),
            number => all.rounds.push(RoundText {
                number: Some(number.parse().expect("a round is named by its number")),
                file,
            }),
        }
    }
    Reading::of(files, &all, Vec::new())
}

/// The changes of a list as `id: action class`, with the other end or the wider item where there
/// is one.
pub(crate) fn lines(list: &ListChanges<'_>) -> Vec<String> {
    let changes = list.changes.iter().map(|one| {
        let with = one.with.as_ref().map(|id| format!(" with {id}"));
        let under = one.under.as_ref().map(|id| format!(" under {id}"));
        let (with, under) = (with.unwrap_or_default(), under.unwrap_or_default());
        format!("{}: {} {}{with}{under}", one.id, one.action, one.class)
    });
    changes.collect()
}

/// The agreements as `id: class, status before > status after`.
pub(crate) fn agreements(comparison: &Comparison<'_>) -> Vec<String> {
    let changes = comparison.agreements.iter().map(|one| {
        let status =
            |status: Option<_>| status.map_or("none".to_owned(), |known| format!("{known}"));
        let (before, after) = (status(one.status.before), status(one.status.after));
        format!("{}: {}, {before} > {after}", one.id, one.class)
    });
    changes.collect()
}

/// An id, which `word` is.
pub(crate) fn id(word: &str) -> Id {
    Id::new(word).expect("an id")
}
