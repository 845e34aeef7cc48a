//! One commitment, and how it stands at a round.

use super::meeting::same_place;
use crate::acts::{Moment, moment};
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
    /// When it was due, as last said by then.
    pub due: Option<&'a Date>,
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
        // An interval as the date of an act means some time within it.
        days: own.map_or_else(held, |date| date.value.window()),
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
        days: date.map_or_else(|| since_round_before(series, round), Date::window),
    };
    Some((series.current(ListKind::Commitments, &about.value), deed))
}

/// The days on which an event without a date can have been.
fn since_round_before(series: &Series<'_>, round: &SeriesRound<'_>) -> Bounds {
    let earlier = series.rounds.iter().rev();
    let before = earlier
        .filter(|one| one.number() < round.number())
        .map(|one| series.record.first_day(one.round))
        .next();
    Bounds {
        earliest: before.and_then(|before| before.earliest),
        latest: series.record.first_day(round.round).latest,
    }
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
        let due = self.due(round);
        let plain = |state| Standing {
            state,
            late: None,
            delivered: None,
            venue: None,
            act,
            due,
        };
        let kept = |days, delivered, venue| {
            let (state, late) = kept(due, days);
            Standing {
                late,
                delivered,
                venue,
                ..plain(state)
            }
        };
        let next = self.next_round(series, round);
        Some(match last.map(|last| (last, last.act)) {
            Some((last, CommitmentAct::Fulfilled)) => {
                kept(last.days, last.date, self.venue(round, next))
            }
            Some((_, CommitmentAct::PartlyFulfilled)) => plain(CommitmentState::PartlyFulfilled),
            Some((_, CommitmentAct::Dropped)) => plain(CommitmentState::Dropped),
            Some((_, CommitmentAct::Superseded)) => plain(CommitmentState::Superseded),
            Some((_, CommitmentAct::Progressed)) | None => match next {
                Some(held) => {
                    let date = held.round.date.as_ref().map(|date| &date.value);
                    let days = series.record.first_day(held.round);
                    kept(days, date, self.venue(round, next))
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

    /// When it was due, as last said by the end of a round.
    fn due(&self, round: u32) -> Option<&'a Date> {
        let said = self
            .mentioned(round)
            .filter_map(|(_, one)| one.due.as_ref());
        said.last().map(|due| &due.value)
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
        if number == self.made_in {
            // Nobody promises what is overdue, however coarse the dates.
            return otherwise(CommitmentState::Open);
        }
        if missed {
            // The round that would have kept it is missing from the record.
            return otherwise(CommitmentState::CannotTell);
        }
        let Some(due) = self.due(number) else {
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
        match due.window().latest {
            None => otherwise(CommitmentState::Open),
            Some(due) if earliest.is_some_and(|now| now > due) => CommitmentState::Overdue,
            Some(due) if latest.is_some_and(|now| now <= due) => otherwise(CommitmentState::Open),
            Some(_) => otherwise(CommitmentState::CannotTell),
        }
    }

    /// Whether it was kept where it was promised to be, as last said by a round; of what is not
    /// the next round, no record says where.
    fn venue(&self, round: u32, next: Option<&SeriesRound<'_>>) -> Option<Venue> {
        let said = self
            .mentioned(round)
            .filter_map(|(_, one)| one.place.as_ref());
        let promised = said.last()?;
        Some(match next.and_then(|next| next.round.place.as_ref()) {
            Some(held) => venue(promised, held),
            None => Venue::CannotTell,
        })
    }
}

/// The state of a commitment that was kept on one of `days`, and how late that was.
fn kept(due: Option<&Date>, days: Bounds) -> (CommitmentState, Option<Days>) {
    let Some(due) = due.and_then(|due| due.window().latest) else {
        return (CommitmentState::Fulfilled, None);
    };
    if days.latest.is_some_and(|latest| latest <= due) {
        (CommitmentState::Fulfilled, None)
    } else if days.earliest.is_some_and(|earliest| earliest > due) {
        let end = Bounds {
            earliest: Some(due),
            latest: Some(due),
        };
        let late = Days::between(end, days);
        (CommitmentState::FulfilledLate, Some(late))
    } else {
        (CommitmentState::CannotTell, None)
    }
}

fn venue(promised: &Place, held: &Place) -> Venue {
    match same_place(promised, held) {
        Some(true) => Venue::Kept,
        Some(false) => Venue::NotKept,
        // A promise that names only a country is about the country.
        None if promised.city.is_none()
            && promised.country.is_some()
            && promised.country == held.country =>
        {
            Venue::Kept
        }
        None => Venue::CannotTell,
    }
}
