//! Mends what was found, where the diagnostic itself says how.
//!
//! A fix is taken only where the file can still be read with it, and where its diagnostic is gone
//! afterwards. What a fix brings to light is mended too.

mod splice;

use crate::check::{check, check_quotes};
use crate::diagnostic::Diagnostic;
use crate::load::load;
use crate::source::{Archive, Texts};
use crate::span::{FileId, Files};
use splice::splice;

/// How often what the fixes brought to light is looked at again.
const PASSES: usize = 8;

/// What fixing made of the texts of a dialogue.
#[derive(Debug)]
pub struct Fixed {
    /// The files that change, in the order they were read.
    pub changes: Vec<Change>,
    /// What is still found.
    pub left: Vec<Diagnostic>,
}

/// A file that changes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// The file.
    pub file: FileId,
    /// Its new text.
    pub text: String,
    /// How many diagnostics that settles.
    pub settled: usize,
}

/// Mends the files of a dialogue for which `wanted` holds; `read` is what reading them found, and
/// quotes are held against the `archive`.
pub fn fix(
    files: &Files,
    texts: &Texts,
    read: &[Diagnostic],
    archive: &Archive,
    wanted: impl Fn(FileId) -> bool,
) -> Fixed {
    let mut state = State {
        archive,
        texts: files
            .ids()
            .map(|file| files.text(file).to_owned())
            .collect(),
        settled: vec![0; files.ids().count()],
        refused: Vec::new(),
    };
    let mut found = state.check(files, texts, read);
    for _ in 0..PASSES {
        let next = state.pass(files, texts, read, &found, &wanted);
        match next {
            Some(next) => found = next,
            None => break,
        }
    }
    let changes = files.ids().zip(state.texts).zip(state.settled);
    let changes = changes
        .filter(|((file, text), _)| files.text(*file) != text)
        .map(|((file, text), settled)| Change {
            file,
            text,
            settled,
        })
        .collect();
    Fixed {
        changes,
        left: found,
    }
}

/// The texts as far as they are mended.
struct State<'a> {
    archive: &'a Archive,
    /// By the order of the files.
    texts: Vec<String>,
    settled: Vec<usize>,
    /// What is not to be tried again.
    refused: Vec<Name>,
}

/// A diagnostic, whatever its place.
type Name = (FileId, &'static str, String);

fn name(one: &Diagnostic) -> Name {
    (one.label.span.file, one.code.name(), one.message.clone())
}

impl State<'_> {
    /// What is found in the texts as they are now.
    fn check(&self, files: &Files, texts: &Texts, read: &[Diagnostic]) -> Vec<Diagnostic> {
        let mut now = Files::default();
        for (file, text) in files.ids().zip(&self.texts) {
            now.add(files.name(file), text.as_str());
        }
        let mut found = read.to_vec();
        let draft = load(&now, texts, &mut found);
        check_quotes(&draft, self.archive, &mut found);
        check(draft, &mut found);
        found
    }

    /// Applies what can be applied; gives what is found afterwards, or nothing where nothing was.
    fn pass(
        &mut self,
        files: &Files,
        texts: &Texts,
        read: &[Diagnostic],
        found: &[Diagnostic],
        wanted: &impl Fn(FileId) -> bool,
    ) -> Option<Vec<Diagnostic>> {
        loop {
            let fixable = found.iter().filter(|one| {
                let edit = one.suggestion.as_ref();
                edit.is_some_and(|edit| wanted(edit.span.file))
                    && !self.refused.contains(&name(one))
            });
            let fixable: Vec<&Diagnostic> = fixable.collect();
            let before = self.texts.clone();
            let mut applied: Vec<&Diagnostic> = Vec::new();
            for (nth, file) in files.ids().enumerate() {
                let here = fixable.iter().copied().filter(|one| {
                    one.suggestion
                        .as_ref()
                        .is_some_and(|edit| edit.span.file == file)
                });
                let here: Vec<&Diagnostic> = here.collect();
                if !here.is_empty() {
                    applied.extend(splice(&mut self.texts[nth], &here));
                }
            }
            if applied.is_empty() {
                return None;
            }
            let now = self.check(files, texts, read);
            let count = |all: &[Diagnostic], sought: &Name| {
                all.iter().filter(|one| name(one) == *sought).count()
            };
            let stays = applied
                .iter()
                .map(|one| name(one))
                .filter(|sought| count(&now, sought) >= count(found, sought));
            let stays: Vec<Name> = stays.collect();
            if stays.is_empty() {
                for one in applied {
                    if let Some(edit) = &one.suggestion {
                        let nth = files.ids().position(|file| file == edit.span.file);
                        self.settled[nth.unwrap_or_default()] += 1;
                    }
                }
                return Some(now);
            }
            self.texts = before;
            self.refused.extend(stays);
        }
    }
}

#[cfg(test)]
mod tests;
