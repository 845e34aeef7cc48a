//! One commitment, and how it stands at a round.

use super::meeting::same_place;
use crate::acts::{Moment, moment};
use crate::fold::fold;
use crate::matching::{Entry, Series, SeriesRound};
use crate::model::commitment::{CommitmentAct, CommitmentKind, CommitmentMention};
use crate::model::date::{Bounds, Date, Days};
use crate::model::id::Id;
use crate::model::round::{Event, EventAct, ListKind, Place};
use crate::model::term::terms;
use std::cmp::Ordering;
use std::collections::BTreeMap;

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

/// The mention of a commitment by a round.
pub(super) fn entry<'a>(round: &SeriesRound<'a>, id: &Id) -> Option<Entry<'a, CommitmentMention>> {
    let entries = round.commitments.as_deref()?;
    let at = entries.binary_search_by(|entry| entry.id.cmp(id)).ok()?;
    Some(entries[at].clone())
}

/// A commitment, with all that was said of it.
#[derive(Clone, Debug)]
pub struct Promise<'a> {
    /// The commitment.
    pub id: Id,
    /// The round that made it.
    pub made_in: u32,
    /// The mention that made it.
    pub mention: &'a CommitmentMention,
    /// Every mention, by round.
    mentions: Vec<(u32, &'a CommitmentMention)>,
    /// What was said to have become of it, in the order of time.
    deeds: Vec<Deed<'a>>,
}

/// One thing that became of a commitment, and when.
#[derive(Clone, Copy, Debug)]
struct Deed<'a> {
    moment: Moment,
    /// The round that records it.
    round: u32,
    act: CommitmentAct,
    date: Option<&'a Date>,
    days: Bounds,
}

/// Every commitment of a series, by id.
pub fn promises<'a>(series: &Series<'a>) -> Vec<Promise<'a>> {
    let mut mentions: BTreeMap<Id, Vec<(u32, &'a CommitmentMention)>> = BTreeMap::new();
    let mut deeds: BTreeMap<Id, Vec<Deed<'a>>> = BTreeMap::new();
    for round in &series.rounds {
        for entry in round.commitments.iter().flatten() {
            let id = entry.id.clone();
            deeds
                .entry(id.clone())
                .or_default()
                .extend(at_round(series, round, entry.mention));
            mentions
                .entry(id)
                .or_default()
                .push((round.number(), entry.mention));
        }
        for event in round.round.events.iter().flatten() {
            if let Some((id, deed)) = in_event(series, round, event) {
                deeds.entry(id).or_default().push(deed);
            }
        }
    }
    let promise = |(id, mentions): (Id, Vec<(u32, &'a CommitmentMention)>)| {
        let (made_in, mention) = *mentions.first()?;
        let mut deeds = deeds.remove(&id).unwrap_or_default();
        deeds.sort_by(in_order);
        Some(Promise {
            id,
            made_in,
            mention,
            mentions,
            deeds,
        })
    };
    mentions.into_iter().filter_map(promise).collect()
}

/// Of one moment the later date holds, and what has none; then the word that ends it.
fn in_order(one: &Deed<'_>, other: &Deed<'_>) -> Ordering {
    let dates = match (one.date, other.date) {
        (Some(one), Some(other)) => one.sorting(other),
        (one, other) => one.is_none().cmp(&other.is_none()),
    };
    one.moment
        .cmp(&other.moment)
        .then(dates)
        .then(one.act.cmp(&other.act))
}

fn at_round<'a>(
    series: &Series<'a>,
    round: &SeriesRound<'a>,
    mention: &'a CommitmentMention,
) -> Option<Deed<'a>> {
    let act = mention.act.as_ref()?.value;
    let own = mention.date.as_ref();
    let date = own.or(round.round.date.as_ref()).map(|date| &date.value);
    let held = || series.record.first_day(round.round);
    Some(Deed {
        moment: Moment::At(round.number()),
        round: round.number(),
        act,
        date,
        days: own.map_or_else(held, |date| date.value.first_day()),
    })
}

fn in_event<'a>(
    series: &Series<'a>,
    round: &SeriesRound<'a>,
    event: &'a Event,
) -> Option<(Id, Deed<'a>)> {
    let about = event.about.as_ref()?;
    let EventAct::Commitment(act) = event.act.as_ref()?.value else {
        return None;
    };
    let date = event.date.as_ref().map(|date| &date.value);
    let deed = Deed {
        moment: moment(round.round, event),
        round: round.number(),
        act,
        date,
        // An interval as an event's date means some time within it.
        days: date.map_or_else(|| series.record.first_day(round.round), Date::window),
    };
    Some((series.current(ListKind::Commitments, &about.value), deed))
}

impl<'a> Promise<'a> {
    /// Whether it is about the next round.
    pub fn kind(&self) -> CommitmentKind {
        let said = self.mentions.iter().find_map(|(_, mention)| mention.kind);
        said.unwrap_or(CommitmentKind::Action)
    }

    /// The mentions up to a round, in order.
    pub fn mentioned(&self, round: u32) -> impl Iterator<Item = (u32, &'a CommitmentMention)> {
        self.mentions
            .iter()
            .copied()
            .take_while(move |(number, _)| *number <= round)
    }

    /// How it stands at the end of a round; none where it was not made by then.
    pub fn standing(&self, series: &Series<'a>, round: u32) -> Option<Standing<'a>> {
        if round < self.made_in {
            return None;
        }
        let last = self
            .deeds
            .iter()
            .rev()
            .find(|deed| deed.moment.is_by(Some(round)));
        let act = last.map(|last| (last.round, last.act));
        let plain = |state| Standing {
            state,
            late: None,
            delivered: None,
            venue: None,
            act,
        };
        Some(match last.map(|last| (last, last.act)) {
            Some((last, CommitmentAct::Fulfilled)) => self.kept(last.days, last.date, None, act),
            Some((_, CommitmentAct::PartlyFulfilled)) => plain(CommitmentState::PartlyFulfilled),
            Some((_, CommitmentAct::Dropped)) => plain(CommitmentState::Dropped),
            Some((_, CommitmentAct::Superseded)) => plain(CommitmentState::Superseded),
            Some((_, CommitmentAct::Progressed)) | None => match self.next_round(series, round) {
                Some(next) => {
                    let date = next.round.date.as_ref().map(|date| &date.value);
                    let venue = self.venue(next);
                    self.kept(series.record.first_day(next.round), date, venue, act)
                }
                None => plain(self.unkept(series, round, act.is_some())),
            },
        })
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
