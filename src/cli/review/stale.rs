//! Committed reports that are not what the record makes them.

use super::sides::Sides;
use super::trusted::Trusted;
use crate::check::check;
use crate::cli::args::Global;
use crate::cli::console::Failure;
use crate::cli::pages::{Run, Told};
use crate::cli::report::{FORMATS, REPORTS};
use crate::load::load;
use crate::review::other::{OtherFiles, in_commit, on_disk, same};
use crate::review::{Branch, Review};
use crate::source::{Source, shown};
use crate::span::Files;
use crate::words::Words;

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
    let committed = match &sides.head {
        Some(head) => in_commit(&sides.repository, head, &[REPORTS])?,
        None => on_disk(&[REPORTS])?,
    };
    for (one, pair) in review.dialogues.iter().zip(&branch.dialogues) {
        let sound = pair.head.as_ref().and_then(|side| side.record.as_ref());
        let (Some(first), Some(record)) = (one.first_affected(), sound) else {
            continue;
        };
        let folder = format!("{REPORTS}/{}/", record.dialogue().id);
        if committed.keys().any(|path| path.starts_with(&folder)) {
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
    // A language without any report is not one that this record is told in.
    let is_told = |words: &Words| {
        let ending = FORMATS.map(|format| format!(".{}.{}", words.tag(), format.ending()));
        let mut paths = committed.keys();
        paths.any(|path| ending.iter().any(|ending| path.ends_with(ending)))
    };
    // Whatever the language of the review.
    let mut languages: Vec<Words> = Words::languages()
        .into_iter()
        .filter_map(|tag| Words::of(tag, global.digits()).ok())
        .collect();
    languages.retain(is_told);
    let is_committed = |path: &str| committed.contains_key(&format!("{REPORTS}/{path}"));
    let rounds = record.rounds().iter().map(|round| round.number.value);
    // The round before links to the first one changed.
    let before = rounds.clone().filter(|round| *round < first).max();
    let rounds = rounds
        .filter(|round| *round >= first || Some(*round) == before)
        .collect();
    let told = [Told {
        files,
        record,
        rounds,
    }];
    let run = Run {
        told: &told,
        languages: &languages,
        every: true,
        whole: false,
        matching: global.matching(),
        settings: &trusted.settings,
        templates: &trusted.templates,
        quiet: true,
        is_there: &is_committed,
    };
    let differs = run.pages(&|page| {
        let path = shown(&page.path);
        let text = (page.text)()?;
        let old = committed.get(&path);
        let differs = old.is_none_or(|old| !same(old, text.as_bytes()));
        Ok(differs.then_some(path))
    })?;
    Ok(differs.into_iter().flatten().collect())
}
