//! How the facts of one file differ between the sides.

use super::Side;
use super::drift::Drift;
use super::fingerprint::fingerprint;
use super::grade::{self, Grade};
use crate::facts::{Fact, Value};
use crate::model::evidence::Citation;
use crate::span::Span;
use std::collections::HashMap;

/// One fact that the two sides do not state alike.
#[derive(Clone, Debug)]
pub struct Correction {
    /// The name of the fact, such as `meeting date`.
    pub key: String,
    /// What kind of change it is.
    pub grade: Grade,
    /// What the base states; none where it states nothing.
    pub before: Option<Stated>,
    /// What the head states; none where it states nothing.
    pub after: Option<Stated>,
    /// The languages in which a text was edited, where others were left as they were.
    pub drift: Option<Drift>,
    /// The surviving place nearest to a fact that the head no longer states.
    pub nearest: Option<Span>,
    /// A hash of the dialogue, the round, the fact and its values, free of wording of the tool
    /// and of line numbers: 16 hexadecimal digits.
    pub fingerprint: String,
}

/// What one side states.
#[derive(Clone, Debug)]
pub struct Stated {
    /// The value.
    pub value: Value,
    /// Where it is written.
    pub place: Span,
    /// The sources that it rests on.
    pub sources: Vec<Citation>,
}

/// Where facts stand that are compared.
pub(super) struct Within<'s> {
    pub(super) dialogue: &'s str,
    pub(super) round: &'s str,
    pub(super) base: Option<&'s Side>,
    pub(super) head: Option<&'s Side>,
}

/// The facts that differ, in the order of the head; what it no longer states follows what stood
/// before it in the base.
pub(super) fn between(old: &[Fact], new: &[Fact], within: &Within<'_>) -> Vec<Correction> {
    let keyed = |facts: &[Fact]| -> HashMap<String, usize> {
        facts
            .iter()
            .enumerate()
            .map(|(at, fact)| (fact.key(), at))
            .collect()
    };
    let (in_old, in_new) = (keyed(old), keyed(new));
    let mut found: Vec<(usize, u8, usize, Correction)> = Vec::new();
    for (at, fact) in new.iter().enumerate() {
        let key = fact.key();
        let before = in_old.get(&key).and_then(|at| old.get(*at));
        if before.is_none_or(|before| before.value != fact.value) {
            let one = correction(key, before, Some(fact), old, within);
            found.push((at, 0, 0, one));
        }
    }
    let mut last = 0;
    let mut nearest = new.first().map(|fact| fact.place);
    for (nth, fact) in old.iter().enumerate() {
        let key = fact.key();
        if let Some(at) = in_new.get(&key) {
            last = *at;
            nearest = new.get(*at).map(|fact| fact.place);
            continue;
        }
        let mut one = correction(key, Some(fact), None, old, within);
        one.nearest = nearest;
        found.push((last, 1, nth, one));
    }
    found.sort_by_key(|(at, gone, nth, _)| (*at, *gone, *nth));
    let found = found.into_iter().map(|(_, _, _, one)| one);
    // What a new or missing item says of itself is told by its name.
    let found: Vec<Correction> = found.collect();
    let whole: Vec<(String, bool)> = found
        .iter()
        .filter(|one| is_named(one))
        .map(|one| (format!("{} ", one.key), one.after.is_some()))
        .collect();
    let of_whole = |one: &Correction| {
        let one_sided = one.before.is_some() != one.after.is_some();
        one_sided
            && whole
                .iter()
                .any(|(key, there)| one.key.starts_with(key) && *there == one.after.is_some())
    };
    found.into_iter().filter(|one| !of_whole(one)).collect()
}

/// Whether a correction is that an item, or a part of one, is there or not.
fn is_named(one: &Correction) -> bool {
    let named =
        |stated: &Option<Stated>| stated.as_ref().is_none_or(|one| one.value == Value::Named);
    named(&one.before) && named(&one.after)
}

fn correction(
    key: String,
    before: Option<&Fact>,
    after: Option<&Fact>,
    old: &[Fact],
    within: &Within<'_>,
) -> Correction {
    let stated = |fact: &Fact| Stated {
        value: fact.value.clone(),
        place: fact.place,
        sources: fact.sources.clone(),
    };
    let grade = grade::of(before, after, &grade::Around { old, within });
    let value = |fact: Option<&Fact>| fact.map(|fact| fact.value.to_string());
    let (was, is) = (value(before), value(after));
    let parts = [
        within.dialogue,
        "fact",
        within.round,
        &key,
        was.as_deref().unwrap_or_default(),
        is.as_deref().unwrap_or_default(),
    ];
    Correction {
        fingerprint: fingerprint(&parts),
        drift: before
            .zip(after)
            .and_then(|(before, after)| Drift::of(&before.value, &after.value)),
        before: before.map(stated),
        after: after.map(stated),
        nearest: None,
        grade,
        key,
    }
}
