//! One commitment, and how it stands at a round.

use super::meeting::same_place;
use crate::acts::{Moment, moment};
use crate::fold::fold;
use crate::matching::{Entry, Series, SeriesRound};
use crate::model::commitment::{CommitmentAct, CommitmentKind, CommitmentMention};
use crate::model::date::{Bounds, Date, Days};
use crate::model::id::Id;
use crate::model::round::{EventAct, ListKind, Place};
use crate::model::term::terms;

/// How a commitment stands at a round.
#[derive(Clone, Debug)]
pub struct Standing<'a> {
    /// The state.
    pub state: CommitmentState,
    /// How late it was kept, from the end of the due window to the delivery.
    pub late: Option<Days>,
    /// When it was kept, where that is known.
    pub delivered: Option<&'a Date>,
    /// Whether the promised place was kept; none where none was promised or it is not kept yet.
    pub venue: Option<Venue>,
    /// The last thing that a round said of it.
    pub act: Option<(u32, CommitmentAct)>,
}

terms! {
    /// How a commitment stands.
    CommitmentState {
        /// Not yet due.
        Open = "open",
        /// Kept in time.
        Fulfilled = "fulfilled",
        /// Kept after it was due.
        FulfilledLate = "fulfilled-late",
        /// Kept in part.
        PartlyFulfilled = "partly-fulfilled",
        /// Due, and not recorded as kept.
        Overdue = "overdue",
        /// Without a due date, and not mentioned again.
        Silent = "silent",
        /// Moved forward.
        Progressed = "progressed",
        /// Given up, and said so.
        Dropped = "dropped",
        /// Replaced by another.
        Superseded = "superseded",
        /// The dates are too coarse to tell.
        CannotTell = "cannot-tell",
    }
}

terms! {
    /// Whether a promised place was kept.
    Venue {
        /// It was.
        Kept = "kept",
        /// It was not.
        NotKept = "not-kept",
        /// Too little is known of either place.
        CannotTell = "cannot-tell",
    }
}

/// How a commitment of a series stands at a round; none where it was not made by then.
pub fn standing<'a>(series: &Series<'a>, id: &Id, round: u32) -> Option<Standing<'a>> {
    Promise::of(series, id)?.standing(series, round)
}

/// The mention of a commitment by a round.
pub(super) fn entry<'a>(round: &SeriesRound<'a>, id: &Id) -> Option<Entry<'a, CommitmentMention>> {
    let entries = round.commitments.as_deref()?;
    let at = entries.binary_search_by(|entry| entry.id.cmp(id)).ok()?;
    Some(entries[at].clone())
}

/// A commitment as it was made, with what later mentions add.
pub(super) struct Promise<'a> {
    id: Id,
    /// The round that made it.
    pub(super) made_in: u32,
    /// The mention that made it.
    pub(super) mention: &'a CommitmentMention,
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
    pub(super) fn of(series: &Series<'a>, id: &Id) -> Option<Self> {
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

    pub(super) fn kind(&self) -> CommitmentKind {
        self.kind.unwrap_or(CommitmentKind::Action)
    }

    pub(super) fn standing(&self, series: &Series<'a>, round: u32) -> Option<Standing<'a>> {
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
        acts.sort_by_key(|(moment, _)| *moment);
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
    match same_place(promised, held) {
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
