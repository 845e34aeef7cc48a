//! Which items a name stands for.

use super::TraceKind;
use crate::history::{History, ItemHistory};
use crate::matching::Series;
use crate::model::id::Id;
use crate::model::round::ListKind;
use crate::model::term::Term;
use std::collections::BTreeSet;

/// How near a name must be to be suggested.
const NEAR: f64 = 0.75;

/// The list that items of a kind stand in.
pub(super) fn list(kind: TraceKind) -> ListKind {
    match kind {
        TraceKind::Sector => ListKind::Sectors,
        TraceKind::Topic => ListKind::Topics,
        TraceKind::Programme => ListKind::Programmes,
        TraceKind::Body => ListKind::Bodies,
        TraceKind::Agreement => ListKind::Agreements,
        TraceKind::Commitment => ListKind::Commitments,
        TraceKind::Person => ListKind::Heads,
    }
}

/// The items of one kind that a name stands for: by id, former id, retired id or alias.
pub(super) fn ids(
    kind: TraceKind,
    name: &str,
    history: &History<'_>,
    series: &Series<'_>,
) -> Vec<Id> {
    let known = known(kind, history);
    let list = list(kind);
    let resolved = series.record.names().resolve(list, name);
    let ids = match (kind, resolved) {
        (TraceKind::Sector | TraceKind::Topic, Some(resolved)) => resolved.ids,
        _ => Id::new(name).into_iter().collect(),
    };
    let now: BTreeSet<Id> = ids.iter().map(|id| series.current(list, id)).collect();
    now.into_iter().filter(|id| known.contains(id)).collect()
}

/// Every item of a kind that the rounds told of name.
fn known(kind: TraceKind, history: &History<'_>) -> BTreeSet<Id> {
    let items = |items: &[ItemHistory]| items.iter().map(|item| item.id.clone()).collect();
    match kind {
        TraceKind::Sector => items(&history.sectors),
        TraceKind::Topic => items(&history.topics),
        TraceKind::Programme => items(&history.programmes),
        TraceKind::Body => items(&history.bodies),
        TraceKind::Agreement => history
            .agreements
            .iter()
            .map(|one| one.id.clone())
            .collect(),
        TraceKind::Commitment => history
            .commitments
            .iter()
            .map(|one| one.id.clone())
            .collect(),
        TraceKind::Person => {
            let rounds = history.rounds.iter();
            let heads = rounds.flat_map(|point| point.round.heads.iter().flatten());
            heads.filter_map(|head| head.person.clone()).collect()
        }
    }
}

/// The ids nearest to a name that nothing has, nearest first, at most three.
pub fn nearest_items(name: &str, history: &History<'_>) -> Vec<String> {
    let all: BTreeSet<Id> = TraceKind::ALL
        .iter()
        .flat_map(|kind| known(*kind, history))
        .collect();
    let scored = all
        .iter()
        .map(|id| (strsim::jaro_winkler(name, id.as_str()), id));
    let mut near: Vec<_> = scored.filter(|(score, _)| *score > NEAR).collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    near.into_iter()
        .take(3)
        .map(|(_, id)| id.to_string())
        .collect()
}
