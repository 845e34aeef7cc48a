//! Which rounds name an item, kept by those that do rather than round by round.

use super::stated::Stated;
use std::fmt;
use std::sync::Arc;

/// Whether each round names an item, in order; none where the round does not state the list.
///
/// Rounds that do not name it take no room, so that a history grows with what rounds say, not with
/// the product of items and rounds.
#[derive(Clone, PartialEq, Eq)]
pub struct Namings {
    rounds: Arc<Stated>,
    /// The positions of the rounds that name it, each once.
    at: Vec<usize>,
}

impl Namings {
    pub(super) fn of(rounds: &Arc<Stated>, at: Vec<usize>) -> Self {
        Self {
            rounds: Arc::clone(rounds),
            at,
        }
    }

    /// Takes in that there are more rounds.
    pub(super) fn go_on(&mut self, rounds: &Arc<Stated>) {
        self.rounds = Arc::clone(rounds);
    }

    /// Adds that the round at a position, after those that name it so far, does so too.
    pub(super) fn push(&mut self, position: usize) {
        self.at.push(position);
    }

    /// Whether the round at a position names it.
    pub fn at(&self, position: usize) -> Option<bool> {
        let stated = self.rounds.each.get(position)?;
        stated.then(|| self.at.binary_search(&position).is_ok())
    }

    /// Each round, in order.
    pub fn iter(&self) -> impl Iterator<Item = Option<bool>> + '_ {
        self.since(0)
    }

    /// Each round from a position on.
    pub fn since(&self, position: usize) -> impl Iterator<Item = Option<bool>> + '_ {
        (position..self.rounds.each.len()).map(|at| self.at(at))
    }

    /// How many rounds name it.
    pub fn count(&self) -> usize {
        self.at.len()
    }

    /// The positions of the rounds that name it.
    pub fn positions(&self) -> &[usize] {
        &self.at
    }

    /// Whether every round that states the list names it.
    pub fn is_constant(&self) -> bool {
        self.at.len() == self.rounds.within(0, self.rounds.each.len())
    }
}

impl fmt::Debug for Namings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.iter()).finish()
    }
}
