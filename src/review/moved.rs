//! Which dialogue of the base is which of the head, where the folders have other names.

use super::branch::Raw;
use crate::span::{FileId, Files};
use std::cmp::Reverse;
use std::collections::HashMap;

/// How many pairs of folders are tried, at most.
const TRIED: usize = 2_500;

/// The share of lines in common, of a hundred, from which two folders are one.
const ALIKE: usize = 60;

/// The dialogues of both sides, paired.
pub(super) type Sides = Vec<(Option<Raw>, Option<Raw>)>;

/// Joins dialogues that only one side has, where they say nearly the same; those most alike first.
pub(super) fn join(mut sides: Sides, files: &Files) -> Sides {
    let lone = |pick: fn(&(Option<Raw>, Option<Raw>)) -> bool| -> Vec<usize> {
        let all = sides.iter().enumerate();
        all.filter(|(_, one)| pick(one)).map(|(at, _)| at).collect()
    };
    let (gone, new) = (
        lone(|(base, head)| base.is_some() && head.is_none()),
        lone(|(base, head)| base.is_none() && head.is_some()),
    );
    if gone.len() * new.len() > TRIED {
        return sides;
    }
    let of = |at: &usize| {
        let (base, head) = &sides[*at];
        (*at, lines(base.as_ref().or(head.as_ref()), files))
    };
    let (old, now): (Vec<_>, Vec<_>) =
        (gone.iter().map(of).collect(), new.iter().map(of).collect());
    let mut scored = Vec::new();
    for (from, gone) in &old {
        for (to, come) in &now {
            let score = likeness(gone, come);
            if score >= ALIKE {
                scored.push((Reverse(score), *from, *to));
            }
        }
    }
    drop((old, now));
    scored.sort_unstable();
    for (_, from, to) in scored {
        if sides[from].0.is_none() || sides[to].0.is_some() {
            continue;
        }
        if let (Some(mut base), Some(head)) = (sides[from].0.take(), &sides[to].1) {
            share(&mut base, head, files);
            sides[to].0 = Some(base);
        }
    }
    sides.retain(|(base, head)| base.is_some() || head.is_some());
    sides
}

type Lines<'f> = HashMap<(Option<u32>, &'f str), usize>;

/// How often each line stands in each file of a dialogue of its own.
fn lines<'f>(side: Option<&Raw>, files: &'f Files) -> Lines<'f> {
    let mut lines = Lines::new();
    let Some(raw) = side else { return lines };
    let rounds = raw.texts.rounds.iter().map(|one| (one.number, one.file));
    let own = raw.texts.dialogue.map(|file| (None, file));
    for (number, file) in rounds.chain(own) {
        for line in files.text(file).lines().filter(|line| !line.is_empty()) {
            *lines.entry((number, line)).or_default() += 1;
        }
    }
    lines
}

/// The share of lines in common, of a hundred.
fn likeness(old: &Lines<'_>, new: &Lines<'_>) -> usize {
    let all = old.values().sum::<usize>() + new.values().sum::<usize>();
    let shared = old
        .iter()
        .map(|(line, count)| new.get(line).map_or(0, |other| *count.min(other)));
    (200 * shared.sum::<usize>()).checked_div(all).unwrap_or(0)
}

/// Lets files of the base that have the same text in the head be those of the head.
fn share(base: &mut Raw, head: &Raw, files: &Files) {
    let same = |file: FileId, other: FileId| files.text(file) == files.text(other);
    for round in &mut base.texts.rounds {
        let mut others = head.texts.rounds.iter();
        let other = others.find(|other| other.number == round.number);
        if let Some(other) = other.filter(|other| same(round.file, other.file)) {
            round.file = other.file;
        }
    }
    if let (Some(file), Some(other)) = (base.texts.dialogue, head.texts.dialogue)
        && same(file, other)
    {
        base.texts.dialogue = Some(other);
    }
}
