//! Sectors, topics, programmes and bodies, round by round.

use super::namings::Namings;
use super::stated::Stated;
use crate::matching::{Series, SeriesRound};
use crate::model::id::Id;
use crate::model::round::ListKind;
use crate::span::Span;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// One item, round by round.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ItemHistory {
    /// The item.
    pub id: Id,
    /// Whether each round names it; none where the round does not state the list.
    pub named: Namings,
    /// The first round that names it.
    pub first: u32,
    /// The last round that names it.
    pub last: u32,
    /// The absences from which it came back, in order.
    pub gaps: Vec<Gap>,
    /// How many rounds that state the list have passed it over since the last that names it.
    pub absent_for: usize,
    /// Where the rounds that name it do, in order.
    pub spans: Vec<Span>,
}

/// An absence between two rounds that name an item.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Gap {
    /// The last round before it.
    pub after: u32,
    /// The round that ended it.
    pub until: u32,
    /// How many rounds that state the list lie between.
    pub rounds: usize,
}

impl ItemHistory {
    /// How many rounds name it.
    pub fn count(&self) -> usize {
        self.named.count()
    }

    /// Whether every round that states the list names it.
    pub fn is_constant(&self) -> bool {
        self.named.is_constant()
    }
}

/// The sectors under one of the widest concepts, round by round.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GroupHistory {
    /// The widest concept.
    pub id: Id,
    /// The sectors under it that some round names, by id; it may be one itself.
    pub members: Vec<Id>,
    /// How many of them each round names; none where the round does not state its sectors.
    pub counts: GroupCounts,
}

/// How many sectors of a group each round names; rounds that name none take no room.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GroupCounts {
    stated: Arc<[bool]>,
    /// The positions of rounds that name some, with how many.
    named: Vec<(usize, usize)>,
}

impl GroupCounts {
    /// The count of each round, in order; none where the round does not state its sectors.
    pub fn iter(&self) -> impl Iterator<Item = Option<usize>> + '_ {
        let mut named = self.named.iter().peekable();
        self.stated.iter().enumerate().map(move |(at, stated)| {
            let count = named.next_if(|(place, _)| *place == at);
            stated.then(|| count.map_or(0, |(_, count)| *count))
        })
    }

    /// The positions of the rounds that name any, in order, each with how many.
    pub fn named(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.named.iter().copied()
    }

    /// How many namings there are in all rounds.
    pub fn sum(&self) -> usize {
        self.named.iter().map(|(_, count)| count).sum()
    }
}

/// The histories of the items of one list, by id.
pub(super) fn items(part: &[&SeriesRound<'_>], list: ListKind) -> Vec<ItemHistory> {
    let mut places: HashMap<&Id, Vec<(usize, Span)>> = HashMap::new();
    for (at, round) in part.iter().enumerate() {
        for entry in round.list(list).unwrap_or_default() {
            let span = entry.mention.span;
            places.entry(&entry.id).or_default().push((at, span));
        }
    }
    let stated = Arc::new(Stated::of(part, |round| round.list(list).is_some()));
    let history = |(id, at): (&Id, Vec<(usize, Span)>)| item(id, &at, &stated);
    let mut items: Vec<ItemHistory> = places.into_iter().filter_map(history).collect();
    items.sort_unstable_by(|one, other| one.id.cmp(&other.id));
    items
}

fn item(id: &Id, at: &[(usize, Span)], stated: &Arc<Stated>) -> Option<ItemHistory> {
    let (first, last) = (at.first()?.0, at.last()?.0);
    let numbers = &stated.numbers;
    let gap = |pair: &[(usize, Span)]| {
        let (from, to) = (pair[0].0, pair[1].0);
        let rounds = stated.within(from + 1, to);
        (rounds > 0).then(|| Gap {
            after: numbers[from],
            until: numbers[to],
            rounds,
        })
    };
    let mut positions: Vec<usize> = at.iter().map(|(at, _)| *at).collect();
    positions.dedup();
    Some(ItemHistory {
        id: id.clone(),
        named: Namings::of(stated, positions),
        first: numbers[first],
        last: numbers[last],
        gaps: at.windows(2).filter_map(gap).collect(),
        absent_for: stated.within(last + 1, numbers.len()),
        spans: at.iter().map(|(_, span)| *span).collect(),
    })
}

/// Sectors rolled up by their widest concepts.
pub(super) fn groups(series: &Series<'_>, part: &[&SeriesRound<'_>]) -> Vec<GroupHistory> {
    let mut tops: HashMap<&Id, Id> = HashMap::new();
    let mut members: BTreeMap<Id, BTreeSet<Id>> = BTreeMap::new();
    for entry in part
        .iter()
        .filter_map(|round| round.sectors.as_deref())
        .flatten()
    {
        if !tops.contains_key(&entry.id) {
            let top = series.broader(ListKind::Sectors, &entry.id).pop();
            let top = top.unwrap_or_else(|| entry.id.clone());
            members
                .entry(top.clone())
                .or_default()
                .insert(entry.id.clone());
            tops.insert(&entry.id, top);
        }
    }
    let mut counts: HashMap<&Id, Vec<(usize, usize)>> = HashMap::new();
    for (at, round) in part.iter().enumerate() {
        for entry in round.sectors.iter().flatten() {
            let Some(top) = tops.get(&entry.id) else {
                continue;
            };
            let counts = counts.entry(top).or_default();
            match counts.last_mut() {
                Some((last, count)) if *last == at => *count += 1,
                _ => counts.push((at, 1)),
            }
        }
    }
    let stated: Arc<[bool]> = part.iter().map(|round| round.sectors.is_some()).collect();
    let group = |(top, members): (&Id, &BTreeSet<Id>)| GroupHistory {
        id: top.clone(),
        members: members.iter().cloned().collect(),
        counts: GroupCounts {
            stated: Arc::clone(&stated),
            named: counts.get(top).cloned().unwrap_or_default(),
        },
    };
    members.iter().map(group).collect()
}
