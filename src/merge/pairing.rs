//! Which entries of the three versions are one.

use super::identity::{self, Identity};
use crate::edit::Entry;
use std::collections::BTreeMap;

/// A number for every entry of each version: entries with one number are one.
pub(super) struct Labels {
    /// The numbers of the base, from 0.
    pub(super) base: Vec<usize>,
    /// The numbers of one side.
    pub(super) ours: Vec<usize>,
    /// The numbers of the other.
    pub(super) theirs: Vec<usize>,
    /// How many numbers there are.
    pub(super) count: usize,
}

/// Pairs entries of maps by their keys, items of lists by what they are about.
pub(super) fn labels(list: Option<&str>, versions: [&[Entry<'_>]; 3]) -> Labels {
    let [base, ours, theirs] = versions;
    let levels = |shared: bool| match list {
        None => vec![Level::Key],
        Some(list) => {
            let Identity {
                levels,
                shared: some,
            } = identity::of(list);
            let most = if shared { some } else { levels.len() };
            let levels = levels.iter().take(most).enumerate();
            let levels = levels.map(|(nth, keys)| Level::Fields {
                list,
                keys,
                strict: nth > 0,
            });
            std::iter::once(Level::Body).chain(levels).collect()
        }
    };
    let mut next = base.len();
    let all: Vec<usize> = (0..base.len()).collect();
    let own = pairs(&levels(false), (base, &all), ours);
    let own = fill(own, &mut next);
    let mut other = pairs(&levels(false), (base, &all), theirs);
    let added: Vec<usize> = (0..ours.len())
        .filter(|at| own[*at] >= base.len())
        .collect();
    let candidates: Vec<Entry<'_>> = added.iter().map(|at| ours[*at].clone()).collect();
    let numbers: Vec<usize> = added.iter().map(|at| own[*at]).collect();
    let free: Vec<usize> = (0..theirs.len())
        .filter(|at| other[*at].is_none())
        .collect();
    let left: Vec<Entry<'_>> = free.iter().map(|at| theirs[*at].clone()).collect();
    let same = pairs(&levels(true), (&candidates, &numbers), &left);
    for (at, number) in free.into_iter().zip(same) {
        other[at] = number;
    }
    Labels {
        base: all,
        ours: own,
        theirs: fill(other, &mut next),
        count: next,
    }
}

/// Gives a number of its own to what has none.
fn fill(numbers: Vec<Option<usize>>, next: &mut usize) -> Vec<usize> {
    let number = |number: Option<usize>| {
        number.unwrap_or_else(|| {
            *next += 1;
            *next - 1
        })
    };
    numbers.into_iter().map(number).collect()
}

/// One way in which two entries can be the same.
enum Level<'a> {
    /// They have one key.
    Key,
    /// They are written alike.
    Body,
    /// They have the same values under some keys.
    Fields {
        list: &'a str,
        keys: &'static [&'static str],
        strict: bool,
    },
}

impl Level<'_> {
    fn key(&self, entry: &Entry<'_>) -> Option<String> {
        match self {
            Level::Key => Some(entry.key.to_string()),
            Level::Body => Some(entry.body.trim_end().to_owned()),
            Level::Fields { list, keys, strict } => {
                identity::key(list, entry.value.node, keys, *strict)
            }
        }
    }

    /// Whether several entries of one key pair off in their order; else none of them does.
    fn is_sure(&self) -> bool {
        !matches!(self, Level::Fields { strict: true, .. })
    }
}

/// The numbers of `from` that the entries `to` get, level by level.
fn pairs(
    levels: &[Level<'_>],
    (from, numbers): (&[Entry<'_>], &[usize]),
    to: &[Entry<'_>],
) -> Vec<Option<usize>> {
    let mut taken = vec![false; from.len()];
    let mut out = vec![None; to.len()];
    for level in levels {
        let mut known: BTreeMap<String, [Vec<usize>; 2]> = BTreeMap::new();
        for (at, entry) in from.iter().enumerate().filter(|(at, _)| !taken[*at]) {
            if let Some(key) = level.key(entry) {
                known.entry(key).or_default()[0].push(at);
            }
        }
        for (at, entry) in to.iter().enumerate() {
            if out[at].is_none()
                && let Some(both) = level.key(entry).and_then(|key| known.get_mut(&key))
            {
                both[1].push(at);
            }
        }
        for [one, other] in known.into_values() {
            if !level.is_sure() && (one.len() != 1 || other.len() != 1) {
                continue;
            }
            for (one, other) in one.into_iter().zip(other) {
                taken[one] = true;
                out[other] = Some(numbers[one]);
            }
        }
    }
    out
}
