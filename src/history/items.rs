//! Sectors, topics, programmes and bodies, round by round.

use super::namings::Namings;
use super::stated::Stated;
use crate::matching::SeriesRound;
use crate::model::id::Id;
use crate::model::round::ListKind;
use crate::span::Span;
use crate::tables::HashMap;
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

/// The histories of the items of one list, by id.
pub(super) fn items(part: &[&SeriesRound<'_>], list: ListKind) -> Vec<ItemHistory> {
    let mut places: HashMap<&Id, Vec<(usize, Span)>> = HashMap::default();
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

/// Adds the last round of a part to the histories of one list up to the round before.
pub(super) fn go_on(items: &mut Vec<ItemHistory>, part: &[&SeriesRound<'_>], list: ListKind) {
    let Some((round, before)) = part.split_last() else {
        return;
    };
    let (at, number) = (before.len(), round.number());
    let stated = Arc::new(Stated::of(part, |round| round.list(list).is_some()));
    let entries = round.list(list);
    for item in items.iter_mut() {
        item.named.go_on(&stated);
        item.absent_for += usize::from(entries.is_some());
    }
    let mut new = Vec::new();
    for entry in entries.unwrap_or_default() {
        let span = entry.mention.span;
        match items.binary_search_by(|item| item.id.cmp(&entry.id)) {
            Ok(known) => items[known].name(at, number, span, &stated),
            Err(_) => new.extend(item(&entry.id, &[(at, span)], &stated)),
        }
    }
    items.append(&mut new);
    // Two runs that are in order are merged.
    items.sort_by(|one, other| one.id.cmp(&other.id));
}

impl ItemHistory {
    /// Adds that the last of the rounds names it.
    fn name(&mut self, at: usize, number: u32, span: Span, stated: &Stated) {
        let before = self.named.positions().last();
        let rounds = before.map_or(0, |before| stated.within(before + 1, at));
        if rounds > 0 {
            self.gaps.push(Gap {
                after: self.last,
                until: number,
                rounds,
            });
        }
        self.named.push(at);
        self.last = number;
        self.absent_for = 0;
        self.spans.push(span);
    }
}
