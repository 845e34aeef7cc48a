//! Who led each side through the rounds.

use crate::compare::are_stated;
use crate::matching::SeriesRound;
use crate::model::head::{Head, HeadRole, Rank};
use crate::model::id::Id;
use std::collections::BTreeMap;

/// Who led one party's side.
#[derive(Clone, Debug)]
pub struct HeadHistory<'a> {
    /// The party.
    pub party: Id,
    /// Those who led it, round by round; none where the round names nobody of the party.
    pub offices: Vec<Option<Office<'a>>>,
}

/// Those who led a party's side at one round.
#[derive(Clone, Debug)]
pub struct Office<'a> {
    /// The round.
    pub round: u32,
    /// Those who led, in the order written; empty where the round names participants only.
    pub heads: Vec<&'a Head>,
    /// The highest rank among them.
    pub rank: Option<Rank>,
}

pub(super) fn heads<'a>(part: &[&SeriesRound<'a>]) -> Vec<HeadHistory<'a>> {
    let mut parties: BTreeMap<&Id, Vec<Option<Office<'a>>>> = BTreeMap::new();
    for head in part
        .iter()
        .flat_map(|round| round.round.heads.iter().flatten())
    {
        parties.entry(&head.party.value).or_default();
    }
    for (party, offices) in &mut parties {
        offices.extend(part.iter().map(|round| office(round, party)));
    }
    let history = |(party, offices): (&Id, Vec<Option<Office<'a>>>)| HeadHistory {
        party: party.clone(),
        offices,
    };
    parties.into_iter().map(history).collect()
}

/// Adds the last round of a part to who led up to the round before.
pub(super) fn go_on<'a>(parties: &mut Vec<HeadHistory<'a>>, part: &[&SeriesRound<'a>]) {
    let Some((round, before)) = part.split_last() else {
        return;
    };
    for head in round.round.heads.iter().flatten() {
        let party = &head.party.value;
        if let Err(place) = parties.binary_search_by(|one| one.party.cmp(party)) {
            let offices = before.iter().map(|round| office(round, party));
            let new = HeadHistory {
                party: party.clone(),
                offices: offices.collect(),
            };
            parties.insert(place, new);
        }
    }
    for party in parties {
        party.offices.push(office(round, &party.party));
    }
}

fn office<'a>(round: &SeriesRound<'a>, party: &Id) -> Option<Office<'a>> {
    if !are_stated(round.round, party) {
        return None;
    }
    let heads = round.round.heads.iter().flatten();
    let led = heads.filter(|head| head.party.value == *party && head.role == HeadRole::Head);
    let heads: Vec<&Head> = led.collect();
    let ranks = heads
        .iter()
        .filter_map(|head| head.rank.as_ref().map(|rank| rank.value));
    Some(Office {
        round: round.number(),
        rank: ranks.filter(|rank| *rank != Rank::Other).min(),
        heads,
    })
}
