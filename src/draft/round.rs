//! Which round a line tells of.

use super::token::{Gap, Token};

/// A round named by its number, and the word that does.
pub(super) struct Ordinal {
    pub(super) round: u32,
    pub(super) at: usize,
}

/// Finds the rounds that a line names: الجولة الثانية, الحوار الاستراتيجي الثالث, second round.
pub(super) fn ordinals(tokens: &[Token]) -> Vec<Ordinal> {
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let near = |word: &Token, names: &[&str]| {
            word.bases
                .iter()
                .any(|(base, _)| names.contains(&base.as_str()))
        };
        let arabic = token.bases.iter().find_map(|(base, definite)| {
            let round = ARABIC
                .iter()
                .position(|forms| forms.contains(&base.as_str()))?;
            definite.then_some(round + 1)
        });
        let english = ENGLISH
            .iter()
            .position(|forms| forms.contains(&token.word.as_str()));
        if let Some(round) = arabic {
            let before = &tokens[at.saturating_sub(3)..at];
            if before
                .iter()
                .any(|word| near(word, &["جوله", "حوار", "لقاء", "دوره", "اجتماع"]))
            {
                found.extend(u32::try_from(round).ok().map(|round| Ordinal { round, at }));
            }
        } else if let Some(round) = english {
            let after = tokens
                .get(at + 1..(at + 4).min(tokens.len()))
                .unwrap_or_default();
            let same = after.iter().take_while(|word| word.gap == Gap::Space);
            let mut same = same.map(|word| word.word.as_str());
            if same.any(|word| matches!(word, "round" | "dialogue" | "session" | "meeting")) {
                found.extend(
                    u32::try_from(round + 1)
                        .ok()
                        .map(|round| Ordinal { round, at }),
                );
            }
        }
    }
    found
}

/// The round of which each line tells: none where the text does not say.
///
/// Where headings name rounds, a line belongs to the heading above it. Else a line that opens by
/// naming a round belongs to it, and so do those after it. A text that tells of one round only is
/// wholly of that one.
pub(super) fn sections(lines: &[(String, Vec<Token>)]) -> Vec<Option<u32>> {
    let heading = |line: &(String, Vec<Token>)| is_heading(&line.0, &line.1);
    let named = |line: &(String, Vec<Token>)| ordinals(&line.1).first().map(|one| one.round);
    let by_heading = lines
        .iter()
        .any(|line| heading(line) && named(line).is_some());
    let mut now = None;
    let mut marks = Vec::new();
    let mut sorted = Vec::with_capacity(lines.len());
    for line in lines {
        let mark = if by_heading && heading(line) {
            now = named(line);
            now
        } else if by_heading {
            None
        } else {
            opens(&line.1)
        };
        if let Some(round) = mark {
            now = mark;
            marks.push(round);
        }
        sorted.push(now);
    }
    marks.sort_unstable();
    marks.dedup();
    match marks[..] {
        [only] => vec![Some(only); lines.len()],
        _ => sorted,
    }
}

/// The round that a line opens by naming, other than as one to come or one to build on.
fn opens(tokens: &[Token]) -> Option<u32> {
    let ordinal = ordinals(tokens)
        .into_iter()
        .next()
        .filter(|one| one.at < 9)?;
    let before = &tokens[ordinal.at.saturating_sub(4)..ordinal.at];
    (!before.iter().any(|word| leads_away(&word.word))).then_some(ordinal.round)
}

/// Whether a word names a round as one to come, or as one that is past.
pub(super) fn leads_away(word: &str) -> bool {
    matches!(
        word,
        "since"
            | "after"
            | "following"
            | "on"
            | "hold"
            | "host"
            | "convene"
            | "next"
            | "before"
            | "outcomes"
            | "results"
            | "for"
            | "منذ"
            | "بعد"
            | "نتايج"
            | "ستعقد"
            | "سيعقد"
            | "عقب"
            | "قبل"
            | "علي"
    )
}

/// A short line that is no sentence.
fn is_heading(line: &str, tokens: &[Token]) -> bool {
    let ends = line
        .trim_end()
        .ends_with(['.', '؟', '!', '؛', ':', '،', ',', ';', '?']);
    (1..=8).contains(&tokens.len()) && !ends
}

const ARABIC: [&[&str]; 10] = [
    &["اولي", "اول"],
    &["ثانيه", "ثاني"],
    &["ثالثه", "ثالث"],
    &["رابعه", "رابع"],
    &["خامسه", "خامس"],
    &["سادسه", "سادس"],
    &["سابعه", "سابع"],
    &["ثامنه", "ثامن"],
    &["تاسعه", "تاسع"],
    &["عاشره", "عاشر"],
];

const ENGLISH: [&[&str]; 10] = [
    &["first", "1st", "inaugural"],
    &["second", "2nd"],
    &["third", "3rd"],
    &["fourth", "4th"],
    &["fifth", "5th"],
    &["sixth", "6th"],
    &["seventh", "7th"],
    &["eighth", "8th"],
    &["ninth", "9th"],
    &["tenth", "10th"],
];
