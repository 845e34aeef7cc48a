//! Sectors rolled up by their widest concepts, round by round.

use crate::matching::{Series, SeriesRound};
use crate::model::id::Id;
use crate::model::round::ListKind;
use crate::tables::HashMap;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

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

/// Sectors rolled up by their widest concepts.
pub(super) fn groups(series: &Series<'_>, part: &[&SeriesRound<'_>]) -> Vec<GroupHistory> {
    let mut tops: HashMap<&Id, Id> = HashMap::default();
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
    let mut counts: HashMap<&Id, Vec<(usize, usize)>> = HashMap::default();
    for (at, round) in part.iter().enumerate() {
        for entry in round.sectors.iter().flatten() {
            let Some(top) = tops.get(&entry.id) else {
                continue;
            };
            add(counts.entry(top).or_default(), at);
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

/// Counts one more sector that the round at a position names.
fn add(counts: &mut Vec<(usize, usize)>, at: usize) {
    match counts.last_mut() {
        Some((last, count)) if *last == at => *count += 1,
        _ => counts.push((at, 1)),
    }
}

/// Adds the last round of a part to the groups up to the round before.
pub(super) fn go_on(
    groups: &mut Vec<GroupHistory>,
    series: &Series<'_>,
    part: &[&SeriesRound<'_>],
) {
    let Some((round, before)) = part.split_last() else {
        return;
    };
    let at = before.len();
    let stated: Arc<[bool]> = part.iter().map(|round| round.sectors.is_some()).collect();
    for group in groups.iter_mut() {
        group.counts.stated = Arc::clone(&stated);
    }
    for entry in round.sectors.iter().flatten() {
        let top = series.broader(ListKind::Sectors, &entry.id).pop();
        let top = top.unwrap_or_else(|| entry.id.clone());
        let place = groups.binary_search_by(|group| group.id.cmp(&top));
        let place = place.unwrap_or_else(|place| {
            let counts = GroupCounts {
                stated: Arc::clone(&stated),
                named: Vec::new(),
            };
            let group = GroupHistory {
                id: top,
                members: Vec::new(),
                counts,
            };
            groups.insert(place, group);
            place
        });
        let group = &mut groups[place];
        if let Err(place) = group.members.binary_search(&entry.id) {
            group.members.insert(place, entry.id.clone());
        }
        add(&mut group.counts.named, at);
    }
}
