//! The record as it stands now, checked as `check` does.

use super::server::Server;
use crate::cli::args::Day;
use crate::cli::check::sweep::{Sweep, Work, sweep};
use crate::cli::record::{ROUNDS, Read};
use crate::cli::{accepted, config};
use crate::diagnostic::{Code, Diagnostic};
use crate::editor::{Desk, Opened};
use crate::notice::{Decisions, of_diagnostics};
use crate::source::Source;
use crate::span::Files;
use lsp_types::Uri;
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Lays the desk anew; gives what is to be told of which file, at which version.
pub(super) fn refresh(server: &mut Server<'_>) -> Vec<(Uri, Option<i32>, Vec<Json>)> {
    let overlay = Arc::new(server.texts.overlay());
    let source = Source::Overlaid(PathBuf::from(ROUNDS), overlay);
    let mut heard = Heard {
        server,
        before: BTreeSet::new(),
        told: BTreeMap::new(),
        opened: Vec::new(),
    };
    // What cannot be read at all has no place to tell it at; the last state stands no longer.
    let _ = check(&source, &mut heard);
    let (told, opened) = (heard.told, heard.opened);
    server.desk = Desk::of(opened);
    let gone = server.published.replace(told.keys().cloned().collect());
    let empty = gone.into_iter().map(|path| (path, Vec::new()));
    let all = told.into_iter().chain(empty);
    all.filter_map(|(path, list)| {
        let uri = server.published.uri(&server.root, &path)?;
        let version = server.texts.get(&path).map(|open| open.version);
        Some((uri, version, list))
    })
    .collect()
}

fn check(source: &Source, heard: &mut Heard<'_, '_>) -> Result<(), crate::cli::console::Failure> {
    let global = heard.server.global;
    let work = Work {
        entries: source.dialogues()?,
        config: config::config(global)?,
        accepted: accepted::read(source, &Day::default(), "en")?,
        matching: global.matching(),
        all: true,
    };
    sweep(work, heard)
}

/// What a check says, kept for the client.
struct Heard<'s, 'g> {
    server: &'s Server<'g>,
    /// What was told already: a taxonomy that dialogues share is read with each of them.
    before: BTreeSet<(String, Code, String)>,
    told: BTreeMap<PathBuf, Vec<Json>>,
    opened: Vec<Opened>,
}

impl Sweep for Heard<'_, '_> {
    fn found(&mut self, found: &[Diagnostic], files: &Files, decisions: Option<&mut Decisions>) {
        let mut notices = of_diagnostics(found, files);
        if let Some(decisions) = decisions {
            decisions.judge(&mut notices);
        }
        for (one, notice) in found.iter().zip(notices) {
            let place = files.place(one.label.span).to_string();
            if !self.before.insert((place, one.code, one.message.clone())) {
                continue;
            }
            let accepted = notice
                .accepted
                .map(|one| format!("accepted by {}: {}", one.author, one.reason));
            let json = self.server.diagnostic(one, files, accepted.as_deref());
            let path = Path::new(files.name(one.label.span.file)).to_path_buf();
            self.told.entry(path).or_default().push(json);
        }
    }

    fn read(&mut self, read: Read) {
        self.opened.push(Opened {
            files: read.files,
            texts: read.texts,
            found: read.found,
            record: read.record,
        });
    }
}
