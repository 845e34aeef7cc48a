//! Which items of one list may be one under two ids, and how sure that is.

use super::Series;
use super::assignment::{Edge, Method, assignment};
use super::candidates::Leftovers;
use super::items::Item;
use super::score::{CONCEPTS, FILLED_IN, LIKELY, Likeness, Reason, SUGGESTED, likeness};
use crate::model::id::Id;
use crate::model::round::ListKind;
use std::collections::{BTreeMap, BTreeSet};

/// A pair that has a rival this near to it, in per cent, is a suggestion and no more.
const MARGIN: u8 = 5;

/// A former item and a later one that may be one.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub(super) former: Id,
    pub(super) later: Id,
    pub(super) score: u8,
    pub(super) reasons: Vec<Reason>,
    pub(super) method: Method,
    /// Whether another pair is as good, so that the choice is by chance.
    pub(super) ambiguous: bool,
}

impl Pair {
    /// Whether `--match likely` takes the two for one.
    pub(super) fn is_likely(&self) -> bool {
        self.score >= LIKELY && !self.ambiguous
    }
}

/// The pairs of a list, by former item: each item is at most once the former one and at most
/// once the later one. The series must be one of declared identities.
pub(super) fn pairs(series: &Series<'_>, list: ListKind, items: &[Item<'_>]) -> Vec<Pair> {
    let left = Leftovers::of(items);
    let scored = scored(series, list, &left);
    let mut pairs = chosen(&left, &scored);
    pairs.extend(filled_in(&left, &pairs));
    pairs.sort_by(|a, b| a.former.cmp(&b.former));
    pairs
}

/// Why a former item and a later one are not to be compared, whatever their titles.
pub(super) fn kept_apart(
    series: &Series<'_>,
    list: ListKind,
    (one, other): (&Item<'_>, &Item<'_>),
    alike: &Likeness,
) -> Option<Apart> {
    if one.early.next_round && other.early.next_round {
        return Some(Apart::NextRounds);
    }
    if !one.concept || !other.concept {
        return None;
    }
    let (a, b) = (&one.id, &other.id);
    if series.related(list, a).contains(b) {
        Some(Apart::Related)
    } else if series.broader(list, a).contains(b) || series.broader(list, b).contains(a) {
        Some(Apart::Broader)
    } else {
        (alike.titles < CONCEPTS).then_some(Apart::Concepts)
    }
}

/// Why two items that look alike are known to be two.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Apart {
    Concepts,
    Related,
    Broader,
    NextRounds,
}

type Scored = BTreeMap<(usize, usize), Likeness>;

/// Every candidate that is alike enough to be suggested.
fn scored(series: &Series<'_>, list: ListKind, left: &Leftovers<'_, '_>) -> Scored {
    let holders = |value: &_| left.holders(value);
    let mut scored = Scored::new();
    for (former, later) in left.pairs() {
        let (one, other) = (&left.items[former], &left.items[later]);
        let alike = likeness(
            &left.lexicon,
            (one.0, &one.1),
            (other.0, &other.1),
            &holders,
        );
        if alike.score >= SUGGESTED && kept_apart(series, list, (one.0, other.0), &alike).is_none()
        {
            scored.insert((former, later), alike);
        }
    }
    scored
}

/// Chooses pairs one to one: first among the likely ones, so that two guesses never take the
/// place of one good pair; then among the others, of the items that are still free.
fn chosen(left: &Leftovers<'_, '_>, scored: &Scored) -> Vec<Pair> {
    let edge = |((one, other), alike): (&(usize, usize), &Likeness)| -> Edge {
        (*one, *other, u32::from(alike.score))
    };
    let likely = scored.iter().filter(|(_, alike)| alike.score >= LIKELY);
    let mut chosen = assignment(&likely.map(edge).collect::<Vec<Edge>>());
    let formers: BTreeSet<usize> = chosen.iter().map(|((former, ..), _)| *former).collect();
    let laters: BTreeSet<usize> = chosen.iter().map(|((_, later, _), _)| *later).collect();
    let free = scored
        .iter()
        .filter(|((former, later), _)| !formers.contains(former) && !laters.contains(later));
    chosen.extend(assignment(&free.map(edge).collect::<Vec<Edge>>()));
    let rivals = Rivals::of(scored, &chosen);
    chosen
        .into_iter()
        .map(|((former, later, _), method)| {
            let alike = &scored[&(former, later)];
            Pair {
                former: left.items[former].0.id.clone(),
                later: left.items[later].0.id.clone(),
                score: alike.score,
                reasons: alike.reasons.clone(),
                method,
                ambiguous: rivals.threaten(former, later, alike.score),
            }
        })
        .collect()
}

/// The pairs that were not chosen, and how good a pair each item is in instead.
struct Rivals {
    of_former: BTreeMap<usize, Vec<(usize, u8)>>,
    of_later: BTreeMap<usize, Vec<(usize, u8)>>,
    formers: BTreeMap<usize, u8>,
    laters: BTreeMap<usize, u8>,
    /// For each later item of a chosen pair, the former one.
    before: BTreeMap<usize, usize>,
}

impl Rivals {
    fn of(scored: &Scored, chosen: &[(Edge, Method)]) -> Self {
        let mut rivals = Self {
            of_former: BTreeMap::new(),
            of_later: BTreeMap::new(),
            formers: BTreeMap::new(),
            laters: BTreeMap::new(),
            before: chosen.iter().map(|(edge, _)| (edge.1, edge.0)).collect(),
        };
        for ((former, later), alike) in scored {
            let score = alike.score;
            let near = rivals.of_former.entry(*former).or_default();
            near.push((*later, score));
            let near = rivals.of_later.entry(*later).or_default();
            near.push((*former, score));
        }
        for ((former, later, _), _) in chosen {
            let score = scored[&(*former, *later)].score;
            rivals.formers.insert(*former, score);
            rivals.laters.insert(*later, score);
        }
        rivals
    }

    /// The first item of the chain of chosen pairs that an item is in.
    fn origin(&self, mut item: usize) -> usize {
        // Pairs lead forward in time, so that a chain has an end.
        while let Some(before) = self.before.get(&item) {
            item = *before;
        }
        item
    }

    /// Whether either item of a pair would do as well with another that has nothing better, and
    /// does not become the same item by other pairs.
    fn threaten(&self, former: usize, later: usize, score: u8) -> bool {
        let origin = self.origin(former);
        let near = |other: &(usize, u8), elsewhere: &BTreeMap<usize, u8>| {
            let (at, rival) = *other;
            if self.origin(at) == origin {
                return false;
            }
            let better = elsewhere.get(&at).is_some_and(|own| *own > rival);
            rival + MARGIN > score && !better
        };
        let laters = self.of_former.get(&former).into_iter().flatten();
        let formers = self.of_later.get(&later).into_iter().flatten();
        laters
            .filter(|other| other.0 != later)
            .any(|other| near(other, &self.laters))
            || formers
                .filter(|other| other.0 != former)
                .any(|other| near(other, &self.formers))
    }
}

/// Agreements of one round that leave parties and value open, and are last named there, with
/// those that the next round names first, of the same type, with both: where there is one of
/// each, the second may fill in what the first left open.
fn filled_in(left: &Leftovers<'_, '_>, pairs: &[Pair]) -> Vec<Pair> {
    type Sides<'s> = (Vec<&'s Id>, Vec<&'s Id>);
    let mut places: BTreeMap<_, Sides<'_>> = BTreeMap::new();
    for (item, _) in &left.items {
        let (early, late) = (&item.early, &item.late);
        if let Some(kind) = late.kind
            && item.first > 0
            && late.parties.is_none()
            && late.value.is_none()
        {
            let sides = places.entry((item.last + 1, kind)).or_default();
            sides.0.push(&item.id);
        }
        let at_once = item.mentions.first().map(|at| at.place) == Some(item.first);
        if let Some(kind) = early.kind
            && at_once
            && early.parties.is_some()
            && early.value.is_some()
        {
            let sides = places.entry((item.first, kind)).or_default();
            sides.1.push(&item.id);
        }
    }
    let paired: BTreeSet<&Id> = pairs
        .iter()
        .flat_map(|pair| [&pair.former, &pair.later])
        .collect();
    let mut filled = Vec::new();
    for ((_, kind), (formers, laters)) in places {
        if let ([former], [later]) = (formers.as_slice(), laters.as_slice())
            && !paired.contains(*former)
            && !paired.contains(*later)
        {
            filled.push(Pair {
                former: (*former).clone(),
                later: (*later).clone(),
                score: FILLED_IN,
                reasons: vec![Reason::SameType { kind }, Reason::FillsIn],
                method: Method::Exact,
                ambiguous: false,
            });
        }
    }
    filled
}
