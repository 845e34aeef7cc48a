//! Commitments: how each stands at a round.

use super::{CommitmentChange, CommitmentState, Pair, Standing, Venue};
use crate::acts::{Moment, moment};
use crate::fold::fold;
use crate::matching::{Entry, Series, SeriesRound};
use crate::model::commitment::{CommitmentAct, CommitmentKind, CommitmentMention};
use crate::model::date::{Bounds, Date, Days};
use crate::model::id::Id;
use crate::model::round::{EventAct, ListKind, Place};
use std::collections::BTreeSet;

/// Compares the commitments made, open or followed up at either round.
pub(super) fn compare<'a>(pair: &Pair<'_, 'a>) -> Vec<CommitmentChange<'a>> {
    let earlier = pair.earlier().map(SeriesRound::number);
    let later = pair.later().number();
    let ids = ids(pair.series);
    ids.iter()
        .filter_map(|id| change(pair, id, earlier, later))
        .collect()
}

/// Every commitment of a series, by id.
fn ids(series: &Series<'_>) -> BTreeSet<Id> {
    let entries = series
        .rounds
        .iter()
        .filter_map(|round| round.commitments.as_deref());
    entries.flatten().map(|entry| entry.id.clone()).collect()
}

fn change<'a>(
    pair: &Pair<'_, 'a>,
    id: &Id,
    earlier: Option<u32>,
    later: u32,
) -> Option<CommitmentChange<'a>> {
    let promise = Promise::of(pair.series, id)?;
    let was = earlier.and_then(|earlier| promise.standing(pair.series, earlier));
    let now = promise.standing(pair.series, later)?;
    let first = pair.earlier().and_then(|earlier| entry(earlier, id));
    let second = entry(pair.later(), id);
    let settled = was.as_ref().is_some_and(|was| is_settled(was.state));
    if settled && first.is_none() && second.is_none() {
        return None;
    }
    Some(CommitmentChange {
        id: id.clone(),
        state: pair.sides(was, Some(now)),
        made_in: promise.made_in,
        promise: promise.mention,
        kind: promise.kind(),
        sides: pair.sides(first, second),
    })
}

/// How a commitment of a series stands at a round; none where it was not made by then.
pub fn standing<'a>(series: &Series<'a>, id: &Id, round: u32) -> Option<Standing<'a>> {
    Promise::of(series, id)?.standing(series, round)
}

fn entry<'a>(round: &SeriesRound<'a>, id: &Id) -> Option<Entry<'a, CommitmentMention>> {
    let entries = round.commitments.as_deref()?;
    let at = entries.binary_search_by(|entry| entry.id.cmp(id)).ok()?;
    Some(entries[at].clone())
}

/// Whether nothing more is expected of it.
fn is_settled(state: CommitmentState) -> bool {
    matches!(
        state,
        CommitmentState::Fulfilled
            | CommitmentState::FulfilledLate
            | CommitmentState::Dropped
            | CommitmentState::Superseded
    )
}

/// A commitment as it was made, with what later mentions add.
struct Promise<'a> {
    id: Id,
    made_in: u32,
    mention: &'a CommitmentMention,
    kind: Option<CommitmentKind>,
}

/// The last thing that was said of a commitment, and when it happened.
struct Last<'a> {
    round: u32,
    act: CommitmentAct,
    date: Option<&'a Date>,
    days: Bounds,
}

impl<'a> Promise<'a> {
    fn of(series: &Series<'a>, id: &Id) -> Option<Self> {
        let mut mentions = series
            .rounds
            .iter()
            .filter_map(|round| Some((round.number(), entry(round, id)?.mention)));
        let (made_in, mention) = mentions.next()?;
        Some(Self {
            id: id.clone(),
            made_in,
            mention,
            kind: mention.kind,
        })
    }

    fn kind(&self) -> CommitmentKind {
        self.kind.unwrap_or(CommitmentKind::Action)
    }

    fn standing(&self, series: &Series<'a>, round: u32) -> Option<Standing<'a>> {
        if round < self.made_in {
            return None;
        }
        let last = self.last(series, round);
        let act = last.as_ref().map(|last| (last.round, last.act));
        let plain = |state| Standing {
            state,
            late: None,
            delivered: None,
            venue: None,
            act,
        };
        Some(match last {
            Some(last) if last.act == CommitmentAct::Fulfilled => {
                self.kept(last.days, last.date, None, act)
            }
            Some(Last {
                act: CommitmentAct::PartlyFulfilled,
                ..
            }) => plain(CommitmentState::PartlyFulfilled),
            Some(Last {
                act: CommitmentAct::Dropped,
                ..
            }) => plain(CommitmentState::Dropped),
            Some(Last {
                act: CommitmentAct::Superseded,
                ..
            }) => plain(CommitmentState::Superseded),
            _ => match self.next_round(series, round) {
                Some(next) => {
                    let date = next.round.date.as_ref().map(|date| &date.value);
                    let venue = self.venue(next);
                    self.kept(series.record.first_day(next.round), date, venue, act)
                }
                None => plain(self.unkept(series, round, act.is_some())),
            },
        })
    }

    /// The last act up to the end of a round, by the rounds and by the events between them.
    fn last(&self, series: &Series<'a>, round: u32) -> Option<Last<'a>> {
        let mut acts: Vec<(Moment, Last<'a>)> = Vec::new();
        for one in &series.rounds {
            let number = one.number();
            if let Some(mention) = entry(one, &self.id).map(|entry| entry.mention)
                && let Some(act) = &mention.act
            {
                let own = mention.date.as_ref();
                let date = own.or(one.round.date.as_ref()).map(|date| &date.value);
                let days = own.map_or_else(
                    || series.record.first_day(one.round),
                    |date| date.value.first_day(),
                );
                acts.push((
                    Moment::At(number),
                    Last {
                        round: number,
                        act: act.value,
                        date,
                        days,
                    },
                ));
            }
            for event in one.round.events.iter().flatten() {
                let (Some(about), Some(act)) = (&event.about, &event.act) else {
                    continue;
                };
                let EventAct::Commitment(act) = act.value else {
                    continue;
                };
                if series.current(ListKind::Commitments, &about.value) != self.id {
                    continue;
                }
                let date = event.date.as_ref().map(|date| &date.value);
                // An interval as an event's date means some time within it.
                let days = date.map_or_else(|| series.record.first_day(one.round), Date::window);
                acts.push((
                    moment(one.round, event),
                    Last {
                        round: number,
                        act,
                        date,
                        days,
                    },
                ));
            }
        }
        acts.retain(|(moment, _)| moment.is_by(Some(round)));
        // Of one moment the later date holds, and what has none; then the word that ends it.
        acts.sort_by(|(moment, one), (other_moment, other)| {
            let dates = match (one.date, other.date) {
                (Some(one), Some(other)) => one.sorting(other),
                (one, other) => one.is_none().cmp(&other.is_none()),
            };
            let acts = one.act.cmp(&other.act);
            moment.cmp(other_moment).then(dates).then(acts)
        });
        acts.pop().map(|(_, last)| last)
    }

    /// The round after the one that promised it, where it was held by the end of another.
    fn next_round<'s>(&self, series: &'s Series<'a>, round: u32) -> Option<&'s SeriesRound<'a>> {
        if self.kind() != CommitmentKind::NextRound {
            return None;
        }
        let next = self.made_in.checked_add(1)?;
        if next > round {
            None
        } else {
            series.round(next)
        }
    }

    /// The state of a commitment that was kept on one of `days`.
    fn kept(
        &self,
        days: Bounds,
        delivered: Option<&'a Date>,
        venue: Option<Venue>,
        act: Option<(u32, CommitmentAct)>,
    ) -> Standing<'a> {
        let due = self
            .mention
            .due
            .as_ref()
            .and_then(|due| due.value.window().latest);
        let (state, late) = match due {
            None => (CommitmentState::Fulfilled, None),
            Some(due) if days.latest.is_some_and(|latest| latest <= due) => {
                (CommitmentState::Fulfilled, None)
            }
            Some(due) if days.earliest.is_some_and(|earliest| earliest > due) => {
                let end = Bounds {
                    earliest: Some(due),
                    latest: Some(due),
                };
                (
                    CommitmentState::FulfilledLate,
                    Some(Days::between(end, days)),
                )
            }
            Some(_) => (CommitmentState::CannotTell, None),
        };
        Standing {
            state,
            late,
            delivered,
            venue,
            act,
        }
    }

    /// The state of a commitment that is not recorded as kept by a round.
    fn unkept(&self, series: &Series<'a>, number: u32, progressed: bool) -> CommitmentState {
        let missed = self.kind() == CommitmentKind::NextRound && number > self.made_in;
        let otherwise = |state| {
            if progressed {
                CommitmentState::Progressed
            } else {
                state
            }
        };
        if missed {
            // The round that would have kept it is missing from the record.
            return otherwise(CommitmentState::CannotTell);
        }
        let Some(due) = &self.mention.due else {
            let mentioned = series
                .round(number)
                .is_some_and(|round| entry(round, &self.id).is_some());
            return otherwise(if mentioned {
                CommitmentState::Open
            } else {
                CommitmentState::Silent
            });
        };
        let now = series
            .round(number)
            .map(|round| series.record.first_day(round.round));
        let (earliest, latest) = now.map_or((None, None), |now| (now.earliest, now.latest));
        match due.value.window().latest {
            None => otherwise(CommitmentState::Open),
            Some(due) if earliest.is_some_and(|now| now > due) => CommitmentState::Overdue,
            Some(due) if latest.is_some_and(|now| now <= due) => otherwise(CommitmentState::Open),
            Some(_) => otherwise(CommitmentState::CannotTell),
        }
    }

    /// Whether a round was held where it was promised to be.
    fn venue(&self, next: &SeriesRound<'_>) -> Option<Venue> {
        let promised = self.mention.place.as_ref()?;
        Some(match &next.round.place {
            Some(held) => venue(promised, held),
            None => Venue::CannotTell,
        })
    }
}

fn venue(promised: &Place, held: &Place) -> Venue {
    match super::meeting::same_place(promised, held) {
        Some(true) => Venue::Kept,
        Some(false) => Venue::NotKept,
        // A promise that names only a country is about the country.
        None if promised.city.is_none() && promised.country.is_some() => {
            match (&promised.country, &held.country) {
                (Some(one), Some(other)) if fold(one) == fold(other) => Venue::Kept,
                (Some(_), Some(_)) => Venue::NotKept,
                _ => Venue::CannotTell,
            }
        }
        None => Venue::CannotTell,
    }
}
