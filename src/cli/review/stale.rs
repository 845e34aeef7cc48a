//! Committed reports that are not what the record makes them.

use super::sides::Sides;
use super::trusted::Trusted;
use crate::check::check;
use crate::cli::args::Global;
use crate::cli::console::Failure;
use crate::cli::report::{REPORTS, languages, reports as of_round, whole};
use crate::load::load;
use crate::matching::Series;
use crate::review::other::{OtherFiles, in_commit, on_disk};
use crate::review::{Branch, Review};
use crate::source::{Source, shown};
use crate::span::Files;

/// The reports that the head has and that its record makes otherwise, by path: those of the first
/// round that the branch changes and of every later one, and of the whole series.
pub(super) fn reports(
    sides: &Sides,
    branch: &Branch,
    review: &Review,
    trusted: &Trusted,
    global: &Global,
) -> Result<Vec<String>, Failure> {
    let mut stale = Vec::new();
    let Some(head) = sides.head_source(true)? else {
        return Ok(stale);
    };
    for (one, pair) in review.dialogues.iter().zip(&branch.dialogues) {
        let sound = pair.head.as_ref().and_then(|side| side.record.as_ref());
        let (Some(first), Some(record)) = (one.first_affected(), sound) else {
            continue;
        };
        let folder = format!("{REPORTS}/{}", record.dialogue().id);
        let committed = match &sides.head {
            Some(head) => in_commit(&sides.repository, head, &[&folder])?,
            None => on_disk(&[&folder])?,
        };
        if !committed.is_empty() {
            let found = of_dialogue(&head, &one.name, first, &committed, trusted, global)?;
            stale.extend(found);
        }
    }
    stale.sort();
    Ok(stale)
}

fn of_dialogue(
    head: &Source,
    name: &str,
    first: u32,
    committed: &OtherFiles,
    trusted: &Trusted,
    global: &Global,
) -> Result<Vec<String>, Failure> {
    // Read anew, so that its files go by the names that reports give them.
    let Some(entry) = head
        .dialogues()?
        .into_iter()
        .find(|entry| entry.name == name)
    else {
        return Ok(Vec::new());
    };
    let (mut files, mut found) = (Files::default(), Vec::new());
    let texts = entry.read(&mut files, &mut found)?;
    let draft = load(&files, &texts, &mut found);
    let Some(record) = check(draft, &mut found) else {
        return Ok(Vec::new());
    };
    let series = Series::matched(&record, global.matching());
    let (settings, templates) = (&trusted.settings, &trusted.templates);
    let mut stale = Vec::new();
    for words in &languages(global)? {
        let mut made = whole(&series, &files, words, templates)?;
        for round in record.rounds().iter().map(|round| round.number.value) {
            let there = format!("/{round}.{}.", words.tag());
            if round >= first && committed.keys().any(|path| path.contains(&there)) {
                made.extend(of_round(
                    &series, &files, round, settings, words, templates,
                )?);
            }
        }
        let made = made.into_iter().map(|(path, text)| (shown(&path), text));
        let differs = made.filter(|(path, text)| {
            committed
                .get(path)
                .is_some_and(|old| old.as_slice() != text.as_bytes())
        });
        stale.extend(differs.map(|(path, _)| path));
    }
    Ok(stale)
}
