//! The meeting itself: when, where, how, at what level, and who led.

use super::{Action, HeadChange, Pair, PersonChange, RankChange, Sides};
use crate::check::RoundSet;
use crate::fold::fold;
use crate::matching::SeriesRound;
use crate::model::date::Days;
use crate::model::dialogue::{Dialogue, PartyKind};
use crate::model::id::Id;
use crate::model::round::{Level, Mode, Place, Round};
use crate::model::term::terms;
use std::cmp::Ordering;

/// The meeting itself, on both sides.
#[derive(Clone, Debug)]
pub struct Meeting<'a> {
    /// Days from the first day of *before* to the first day of *after*; negative when reversed.
    pub interval: Option<Days>,
    /// Whether the two places are the same; none where either is unknown.
    pub place: Option<PlaceChange>,
    /// The place on each side.
    pub places: Sides<Option<&'a Place>>,
    /// The party that hosted each side: the one whose country the place is in.
    pub hosts: Sides<Option<Id>>,
    /// How each was held.
    pub modes: Sides<Option<Mode>>,
    /// At what level.
    pub levels: Sides<Option<Level>>,
    /// From the last day it was planned for to the first day it was held, each side; none where
    /// not planned. Less than nothing is early.
    pub delays: Sides<Option<Days>>,
    /// Who led, party by party; empty where neither side says.
    pub heads: Vec<HeadChange<'a>>,
    /// Whether each side says who led.
    pub heads_stated: Sides<bool>,
}

terms! {
    /// How two places compare.
    PlaceChange {
        /// The same place.
        Same = "same",
        /// Another place.
        Moved = "moved",
        /// Too little is known of either.
        CannotTell = "cannot-tell",
    }
}

impl Meeting<'_> {
    /// Whether place, mode, level or heads differ.
    pub(super) fn is_changed(&self) -> bool {
        let person = |person: &PersonChange<'_>| {
            person.action != Some(Action::Kept)
                || person.same_person == Some(false)
                || person.same_title == Some(false)
                || person.same_portfolio == Some(false)
        };
        let rank = |rank: Option<RankChange>| rank.is_some_and(|rank| rank != RankChange::Equal);
        self.place == Some(PlaceChange::Moved)
            || self.modes.before != self.modes.after
            || self.levels.before != self.levels.after
            || self.heads_stated.before != self.heads_stated.after
            || self
                .heads
                .iter()
                .any(|party| rank(party.rank) || party.people.iter().any(person))
    }
}

/// Compares the meetings of two rounds.
pub(super) fn compare<'a>(pair: &Pair<'_, 'a>) -> Meeting<'a> {
    let dialogue = pair.series.record.dialogue();
    let places = sides(pair, |one| one.round.place.as_ref());
    let place = places
        .before
        .zip(places.after)
        .map(|(one, other)| match same_place(one, other) {
            Some(true) => PlaceChange::Same,
            Some(false) => PlaceChange::Moved,
            None => PlaceChange::CannotTell,
        });
    Meeting {
        interval: interval(pair),
        place,
        places,
        hosts: sides(pair, |one| host(dialogue, one)),
        modes: sides(pair, |one| Some(one.round.mode.as_ref()?.value)),
        levels: sides(pair, |one| Some(one.round.level.as_ref()?.value)),
        delays: sides(pair, |one| delay(one.round)),
        heads: super::heads::compare(pair.before.map(|before| before.round), pair.after.round),
        heads_stated: Sides {
            before: pair
                .before
                .is_some_and(|before| before.round.heads.is_some()),
            after: pair.after.round.heads.is_some(),
        },
    }
}

/// The same fact of both rounds.
fn sides<'s, 'a, T>(
    pair: &Pair<'s, 'a>,
    fact: impl Fn(&'s SeriesRound<'a>) -> Option<T>,
) -> Sides<Option<T>> {
    Sides {
        before: pair.before.and_then(&fact),
        after: fact(pair.after),
    }
}

/// From first day to first day; none where nothing is known of it.
fn interval(pair: &Pair<'_, '_>) -> Option<Days> {
    let days = days_between(pair.series.record, pair.before?.round, pair.after.round);
    (days.least.is_some() || days.most.is_some()).then_some(days)
}

/// The days from the first day of one round to that of another; negative backwards.
///
/// Rounds follow one another in the order of their numbers, however coarse their dates.
pub fn days_between(record: &RoundSet, one: &Round, other: &Round) -> Days {
    match one.number.value.cmp(&other.number.value) {
        Ordering::Equal => Days::exact(0),
        Ordering::Greater => days_between(record, other, one).negated(),
        Ordering::Less => {
            let days = Days::between(record.first_day(one), record.first_day(other));
            Days {
                least: days.least.map(|least| least.max(0)),
                most: days.most.map(|most| most.max(0)),
            }
        }
    }
}

/// Whether two places are one; none where too little is known of either.
///
/// Cities compare in a language that both are given in, countries by their code.
pub(super) fn same_place(one: &Place, other: &Place) -> Option<bool> {
    let countries = one.country.as_ref().zip(other.country.as_ref());
    if countries.is_some_and(|(one, other)| one != other) {
        return Some(false);
    }
    let (one, other) = (one.city.as_ref()?, other.city.as_ref()?);
    let mut shared = one
        .iter()
        .filter_map(|(lang, city)| Some((city, other.get(lang.as_str())?)))
        .peekable();
    shared.peek()?;
    Some(shared.any(|(one, other)| fold(one) == fold(other)))
}

/// The party whose country a round was held in: a state before any other kind of party.
pub fn host(dialogue: &Dialogue, round: &SeriesRound<'_>) -> Option<Id> {
    let country = round.round.place.as_ref()?.country.as_ref()?;
    let mut there = dialogue
        .parties
        .iter()
        .filter(|(_, party)| party.country.as_ref() == Some(country))
        .filter(|(_, party)| party.of.is_none());
    let first = there.clone().next();
    let state = there.find(|(_, party)| party.kind == Some(PartyKind::State));
    state.or(first).map(|(id, _)| id.clone())
}

/// From the last day that a round was planned for to its first day; negative where it was early.
pub fn delay(round: &Round) -> Option<Days> {
    let planned = round.planned.as_ref()?.value.window();
    let held = round.date.as_ref()?.value.first_day();
    let end = crate::model::date::Bounds {
        earliest: planned.latest,
        latest: planned.latest,
    };
    Some(Days::between(end, held))
}
