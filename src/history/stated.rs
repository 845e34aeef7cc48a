//! Which rounds state a list, shared by the histories of everything on it.

use crate::matching::SeriesRound;

/// Which rounds state a list.
#[derive(PartialEq, Eq)]
pub(super) struct Stated {
    /// The number of each round, in order.
    pub(super) numbers: Vec<u32>,
    /// Whether each states the list.
    pub(super) each: Vec<bool>,
    /// How many rounds before each position do, and how many of all.
    before: Vec<usize>,
}

impl Stated {
    pub(super) fn of(part: &[&SeriesRound<'_>], states: impl Fn(&SeriesRound<'_>) -> bool) -> Self {
        let each: Vec<bool> = part.iter().map(|one| states(one)).collect();
        let mut before = vec![0];
        let mut count = 0;
        for one in &each {
            count += usize::from(*one);
            before.push(count);
        }
        Self {
            numbers: part.iter().map(|one| one.number()).collect(),
            each,
            before,
        }
    }

    /// How many rounds are no later than one.
    pub(super) fn upto(&self, round: u32) -> usize {
        self.numbers.partition_point(|one| *one <= round)
    }

    /// How many rounds from one position to before another state the list.
    pub(super) fn within(&self, from: usize, to: usize) -> usize {
        self.before[to].saturating_sub(self.before[from])
    }
}
