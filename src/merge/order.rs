//! The order of entries that both sides may have moved and added to.

use std::collections::{BTreeMap, BTreeSet};

/// Puts numbers in order: those that both sides have as one of them has them, and those of one
/// side after what they stand after there.
///
/// `rank` compares numbers without a thought for the side that they are of.
pub(super) fn order<K: Ord>(
    base: &[usize],
    ours: &[usize],
    theirs: &[usize],
    rank: impl Fn(usize) -> K,
) -> Vec<usize> {
    let in_ours: BTreeSet<usize> = ours.iter().copied().collect();
    let in_theirs: BTreeSet<usize> = theirs.iter().copied().collect();
    let in_base: BTreeSet<usize> = base.iter().copied().collect();
    let both = |numbers: &[usize]| -> Vec<usize> {
        let both = |number: &&usize| in_ours.contains(number) && in_theirs.contains(number);
        numbers.iter().filter(both).copied().collect()
    };
    let old = |numbers: &[usize]| -> Vec<usize> {
        let old = |number: &&usize| in_base.contains(number);
        numbers.iter().filter(old).copied().collect()
    };
    let (one, other) = (both(ours), both(theirs));
    let least = |one: Vec<usize>, other: Vec<usize>| {
        let ranks = |numbers: &[usize]| numbers.iter().map(|one| rank(*one)).collect::<Vec<K>>();
        if ranks(&one) <= ranks(&other) {
            one
        } else {
            other
        }
    };
    let spine = match (old(&one) == both(base), old(&other) == both(base)) {
        (true, false) => other,
        (false, true) => one,
        _ => least(one, other),
    };
    let (mut first, mut second) = (runs(ours, &in_theirs), runs(theirs, &in_ours));
    let mut out = Vec::new();
    let mut after = |anchor: Option<usize>, out: &mut Vec<usize>| {
        let one = first.remove(&anchor).unwrap_or_default();
        let other = second.remove(&anchor).unwrap_or_default();
        let ranks = |run: &[usize]| run.iter().map(|one| rank(*one)).collect::<Vec<K>>();
        let ahead = ranks(&one) <= ranks(&other);
        let (one, other) = if ahead { (one, other) } else { (other, one) };
        out.extend(one);
        out.extend(other);
    };
    after(None, &mut out);
    for number in spine {
        out.push(number);
        after(Some(number), &mut out);
    }
    out
}

/// What one side alone has, by what it stands after.
type Runs = BTreeMap<Option<usize>, Vec<usize>>;

fn runs(numbers: &[usize], other: &BTreeSet<usize>) -> Runs {
    let mut runs = Runs::new();
    let mut anchor = None;
    for number in numbers {
        if other.contains(number) {
            anchor = Some(*number);
        } else {
            runs.entry(anchor).or_default().push(*number);
        }
    }
    runs
}
