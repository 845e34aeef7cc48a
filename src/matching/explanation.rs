//! How one item came to be what it is: its mentions, and what it was not taken for.

use super::candidates::Leftovers;
use super::items::{At, Item, LISTS, items};
use super::lexicon::{Called, Lexicon};
use super::pairing::{Apart, Pair, kept_apart, pairs};
use super::score::{LIKELY, NEAR, Reason, likeness};
use super::{Ground, Matching, Series};
use crate::model::id::Id;
use crate::model::round::ListKind;
use crate::span::Span;

/// So many near misses are told, the nearest first.
const TOLD: usize = 5;

/// How an item of one list was matched.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Explanation {
    /// The list.
    pub list: ListKind,
    /// The item, by the id it has now.
    pub id: Id,
    /// Its mentions, in the order of rounds.
    pub mentions: Vec<Matched>,
    /// Other items of the list that look like it, the nearest first.
    pub near: Vec<NearMiss>,
}

/// One mention, and why it was taken for the item.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Matched {
    /// The round; none before the first.
    pub round: Option<u32>,
    /// The name as written there.
    pub name: String,
    /// Why it was taken for the item.
    pub ground: Ground,
    /// The likeness in per cent, where that is why.
    pub score: Option<u8>,
    /// Where it is written.
    pub place: Span,
}

/// Another item that looks like one, and why the two are not one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NearMiss {
    /// The other item.
    pub id: Id,
    /// How alike the two are, in per cent.
    pub score: u8,
    /// The facts for and against.
    pub reasons: Vec<Reason>,
    /// Why the two are not one.
    pub rejected: Rejection,
}

/// Why two items that look alike are not taken for one.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize)]
#[serde(tag = "why", rename_all = "kebab-case")]
pub enum Rejection {
    /// They are too little alike.
    BelowThreshold {
        /// The score that would do, in per cent.
        threshold: u8,
    },
    /// One round names both.
    SameRound {
        /// The round; none before the first.
        round: Option<u32>,
    },
    /// Neither ends before the other begins.
    Overlap,
    /// They overlap only through a former id that one of them is declared to continue.
    Declared,
    /// They are two concepts of the taxonomy, with titles of their own.
    Concepts,
    /// The taxonomy declares them related.
    Related,
    /// The taxonomy has one under the other.
    Broader,
    /// Each promises another next round.
    NextRounds,
    /// One of them goes better with another item.
    Beaten {
        /// The item that it goes with.
        by: Id,
        /// How alike those two are, in per cent.
        score: u8,
    },
    /// Another pair is as good.
    Ambiguous,
    /// They are alike enough, and nobody asked for likeness to decide.
    NotAsked,
}

impl Series<'_> {
    /// How every mention of an item was matched, and what was not taken for it; once for each
    /// list that has the id, now or formerly.
    pub fn matches(&self, id: &Id) -> Vec<Explanation> {
        let declared = Series::of(self.record);
        let one = |list| explain(self, &declared, list, id);
        LISTS.into_iter().filter_map(one).collect()
    }
}

fn explain(
    series: &Series<'_>,
    declared: &Series<'_>,
    list: ListKind,
    asked: &Id,
) -> Option<Explanation> {
    let id = series.current(list, asked);
    let items = items(declared, list);
    // By likeness, several declared items may be one.
    let own: Vec<&Item<'_>> = items
        .iter()
        .filter(|item| series.current(list, &item.id) == id)
        .collect();
    if own.is_empty() {
        return None;
    }
    let mut mentions: Vec<(usize, Matched)> = Vec::new();
    for item in &own {
        let pair = series
            .likely()
            .iter()
            .find(|pair| pair.list == list && pair.former == item.id);
        mentions.extend(item.mentions.iter().map(|at| {
            let matched = Matched {
                round: round(series, at.place),
                name: name(declared, list, item, at),
                ground: pair.map_or(at.ground, |_| Ground::Likeness),
                score: pair.map(|pair| pair.score),
                place: at.span,
            };
            (at.place, matched)
        }));
    }
    mentions.sort_by_key(|(place, matched)| (*place, matched.place));
    let near = near(series, declared, list, (&own, &items));
    Some(Explanation {
        list,
        id,
        mentions: mentions.into_iter().map(|(_, matched)| matched).collect(),
        near,
    })
}

fn near(
    series: &Series<'_>,
    declared: &Series<'_>,
    list: ListKind,
    (own, items): (&[&Item<'_>], &[Item<'_>]),
) -> Vec<NearMiss> {
    let mut left = Leftovers::of(items);
    let mut lexicon = std::mem::take(&mut left.lexicon);
    let read = |lexicon: &mut Lexicon, item: &Item<'_>| -> Called { lexicon.read(item) };
    let called: Vec<Called> = own.iter().map(|item| read(&mut lexicon, item)).collect();
    let pairs = pairs(declared, list, items);
    let holders = |value: &_| left.holders(value);
    let mut near: Vec<NearMiss> = Vec::new();
    for other in items {
        if own.iter().any(|item| item.id == other.id) {
            continue;
        }
        let others = read(&mut lexicon, other);
        for (item, called) in own.iter().zip(&called) {
            let (one, two) = ((*item, called), (other, &others));
            let (one, two) = if other.first < item.first {
                (two, one)
            } else {
                (one, two)
            };
            let mut alike = likeness(&lexicon, one, two, &holders);
            let known = pairs
                .iter()
                .find(|pair| pair.former == one.0.id && pair.later == two.0.id);
            if let Some(pair) = known {
                alike.score = pair.score;
                alike.reasons.clone_from(&pair.reasons);
            }
            if alike.score < NEAR {
                continue;
            }
            let apart = kept_apart(declared, list, (one.0, two.0), &alike);
            let rejected = rejection(series, (one.0, two.0), alike.score, apart, &pairs);
            near.push(NearMiss {
                id: other.id.clone(),
                score: alike.score,
                reasons: alike.reasons,
                rejected,
            });
        }
    }
    near.sort_by(|a, b| b.score.cmp(&a.score).then_with(|| a.id.cmp(&b.id)));
    let mut told = Vec::new();
    near.retain(|miss| {
        let fresh = !told.contains(&miss.id);
        told.push(miss.id.clone());
        fresh
    });
    near.truncate(TOLD);
    near
}

/// Why a former item and a later one are not one: the first reason that fits.
fn rejection(
    series: &Series<'_>,
    (former, later): (&Item<'_>, &Item<'_>),
    score: u8,
    apart: Option<Apart>,
    pairs: &[Pair],
) -> Rejection {
    match apart {
        Some(Apart::Concepts) => return Rejection::Concepts,
        Some(Apart::Related) => return Rejection::Related,
        Some(Apart::Broader) => return Rejection::Broader,
        Some(Apart::NextRounds) => return Rejection::NextRounds,
        None => {}
    }
    if !former.ends_before(later) {
        if is_by_declaration(former, later) {
            return Rejection::Declared;
        }
        let both = former.mentions.iter().find(|at| later.is_at(at.place));
        return match both {
            Some(at) => Rejection::SameRound {
                round: round(series, at.place),
            },
            None => Rejection::Overlap,
        };
    }
    let own = |pair: &&Pair| pair.former == former.id || pair.later == later.id;
    let pair = pairs.iter().filter(own).max_by_key(|pair| pair.score);
    match pair {
        Some(pair) if pair.former == former.id && pair.later == later.id => {
            if pair.ambiguous {
                Rejection::Ambiguous
            } else if pair.is_likely() && series.matching == Matching::Declared {
                Rejection::NotAsked
            } else {
                Rejection::BelowThreshold { threshold: LIKELY }
            }
        }
        Some(pair) if score >= LIKELY => Rejection::Beaten {
            by: if pair.former == former.id {
                pair.later.clone()
            } else {
                pair.former.clone()
            },
            score: pair.score,
        },
        _ => Rejection::BelowThreshold { threshold: LIKELY },
    }
}

/// Whether the mentions under their own ids would leave one item before the other.
fn is_by_declaration(former: &Item<'_>, later: &Item<'_>) -> bool {
    let own = |item: &Item<'_>| -> Option<(usize, usize)> {
        let is_own = |at: &&At| matches!(at.ground, Ground::Id | Ground::Alias);
        let mut places = item.mentions.iter().filter(is_own).map(|at| at.place);
        let first = places.next()?;
        Some((first, places.next_back().unwrap_or(first)))
    };
    let (Some(one), Some(other)) = (own(former), own(later)) else {
        return false;
    };
    one.1 < other.0 || other.1 < one.0
}

/// The round at a place of an item's course.
fn round(series: &Series<'_>, place: usize) -> Option<u32> {
    let at = place.checked_sub(1)?;
    series.rounds.get(at).map(super::SeriesRound::number)
}

/// The name that a mention has in its file.
fn name(series: &Series<'_>, list: ListKind, item: &Item<'_>, at: &At) -> String {
    let written = || {
        let Some(round) = at.place.checked_sub(1) else {
            let standing = &series.record.dialogue().agreements;
            let one = standing.iter().find(|one| one.span == at.span)?;
            return Some(one.id.value.to_string());
        };
        let round = series.rounds.get(round)?.round;
        match list {
            ListKind::Agreements => {
                let mut all = round.agreements.iter().flatten();
                let one = all.find(|one| one.span == at.span)?;
                Some(one.id.value.to_string())
            }
            ListKind::Commitments => {
                let mut all = round.commitments.iter().flatten();
                let one = all.find(|one| one.span == at.span)?;
                Some(one.id.value.to_string())
            }
            _ => {
                let entries = series.rounds[at.place - 1].list(list)?;
                let entry = entries
                    .iter()
                    .find(|entry| entry.id == item.id && entry.mention.span == at.span)?;
                Some(entry.mention.name.value.to_string())
            }
        }
    };
    written().unwrap_or_else(|| item.id.to_string())
}
