//! How an agreement stood at each round, kept by what happens rather than round by round.

use super::AgreementPoint;
use super::stated::Stated;
use crate::acts::Course;
use crate::model::status::Status;
use std::fmt;
use std::sync::Arc;

/// How an agreement stood at each round, in order.
///
/// Rounds at which nothing happens take no room, so that a history grows with what rounds say, not
/// with the product of agreements and rounds.
#[derive(Clone)]
pub struct AgreementPoints {
    rounds: Arc<Stated>,
    /// The positions of the rounds that mention it.
    named: Vec<usize>,
    /// The status from each position on.
    statuses: Vec<(usize, Option<Status>)>,
    /// The position from which it is known.
    known: usize,
}

impl AgreementPoints {
    pub(super) fn of(rounds: &Arc<Stated>, course: &Course<'_>, named: Vec<usize>) -> Self {
        let numbers = &rounds.numbers;
        let mut status = course.given();
        let mut statuses = vec![(0, status)];
        // The acts are in the order of time, so each is done by a round no earlier than the last.
        for deed in &course.deeds {
            let from = numbers.partition_point(|one| !deed.moment.is_by(Some(*one)));
            status = course.step(status, deed.act);
            match statuses.last_mut() {
                Some(last) if last.0 == from => last.1 = status,
                _ => statuses.push((from, status)),
            }
        }
        Self {
            known: numbers.partition_point(|one| !course.is_known(Some(*one))),
            rounds: Arc::clone(rounds),
            named,
            statuses,
        }
    }

    /// Takes in that there is one more round, at which nothing happens.
    pub(super) fn go_on(&mut self, rounds: &Arc<Stated>) {
        let before = self.rounds.numbers.len();
        // What is done later than any round told of is kept as done after the last.
        if let Some(last) = self.statuses.last_mut().filter(|last| last.0 == before) {
            last.0 = rounds.numbers.len();
        }
        self.rounds = Arc::clone(rounds);
    }

    /// The positions of the rounds that mention it.
    pub(super) fn named(&self) -> &[usize] {
        &self.named
    }

    /// Each point, in the order of rounds.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = AgreementPoint> + '_ {
        (0..self.rounds.numbers.len()).map(|at| self.point(at))
    }

    /// The points where something happens, in the order of rounds: it becomes known, a round
    /// mentions it, or its status moves.
    pub fn turns(&self) -> impl Iterator<Item = AgreementPoint> + '_ {
        let moves = self.statuses.iter().map(|(at, _)| *at);
        let moves = moves.filter(|at| {
            let status = |at| self.point(at).status;
            (1..self.rounds.numbers.len()).contains(at) && status(*at) != status(*at - 1)
        });
        let mut places: Vec<usize> = self.named.iter().copied().chain(moves).collect();
        places.push(self.known);
        places.sort_unstable();
        places.dedup();
        let within = |at: &usize| (self.known..self.rounds.numbers.len()).contains(at);
        let places = places.into_iter().filter(within);
        places.map(|at| self.point(at))
    }

    /// The first point.
    pub fn first(&self) -> Option<AgreementPoint> {
        self.iter().next()
    }

    /// The last point.
    pub fn last(&self) -> Option<AgreementPoint> {
        self.iter().next_back()
    }

    /// The point of a round.
    pub fn at(&self, round: u32) -> Option<AgreementPoint> {
        let at = self.rounds.numbers.binary_search(&round);
        at.ok().map(|at| self.point(at))
    }

    /// The first round by which it is known.
    pub fn known_from(&self) -> Option<u32> {
        self.rounds.numbers.get(self.known).copied()
    }

    /// The last round before another that mentions it.
    pub fn named_before(&self, round: u32) -> Option<u32> {
        let mut rounds = self.named.iter().rev().map(|at| self.rounds.numbers[*at]);
        rounds.find(|one| *one < round)
    }

    /// How many rounds after one and up to another state their agreements without this one.
    pub fn passed_over(&self, after: u32, upto: u32) -> usize {
        let (from, to) = (self.rounds.upto(after), self.rounds.upto(upto));
        if from >= to {
            return 0;
        }
        let named = |end: usize| self.named.partition_point(|at| *at < end);
        self.rounds.within(from, to) - (named(to) - named(from))
    }

    fn point(&self, at: usize) -> AgreementPoint {
        let run = self.statuses.partition_point(|(from, _)| *from <= at);
        let status = run.checked_sub(1).and_then(|run| self.statuses[run].1);
        AgreementPoint {
            round: self.rounds.numbers[at],
            known: at >= self.known,
            mentioned: self.rounds.each[at].then(|| self.named.binary_search(&at).is_ok()),
            status,
            step: status.and_then(Status::step),
        }
    }
}

impl fmt::Debug for AgreementPoints {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.iter()).finish()
    }
}
