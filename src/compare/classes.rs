//! The class of every item of two lists, in the order of time: the first rule that fits wins.

use super::Class;
use crate::likeness::text_likeness;
use crate::matching::Series;
use crate::model::id::Id;
use crate::model::round::ListKind;
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet};

/// One item and what became of it.
pub(super) struct Classified {
    pub(super) id: Id,
    /// The class; none where the item is simply gone.
    pub(super) class: Option<Class>,
    /// The other end of its pair.
    pub(super) with: Option<Id>,
    /// The wider item that it belongs under, or went into.
    pub(super) under: Option<Id>,
    /// The pair that it would have made, had it not been resumed.
    pub(super) set_aside: Option<Id>,
}

/// Classifies every item of two lists, each sorted, of which the earlier is that of the round
/// `first`. The result is sorted by id.
pub(super) fn classify(
    series: &Series<'_>,
    list: ListKind,
    earlier: &[Id],
    later: &[Id],
    first: u32,
) -> Vec<Classified> {
    let Parted {
        kept,
        added,
        removed,
    } = parted(earlier, later);
    let was_there = |id: &Id| {
        let named = series.sightings(list, id).first();
        named.is_some_and(|number| *number < first)
    };
    let (resumed, fresh): (Vec<&Id>, Vec<&Id>) = added.into_iter().partition(|id| was_there(id));

    let links = Links { series, list };
    let free = links.free(&removed, &kept);
    let pairs = links.pairs(&fresh, &free);
    let paired: BTreeSet<&Id> = pairs.values().map(|(other, _)| *other).collect();
    let left: Vec<&Id> = free.into_iter().filter(|id| !paired.contains(id)).collect();
    let set_aside = links.pairs(&resumed, &left);

    let plain = |id: &Id, class| Classified {
        id: id.clone(),
        class,
        with: None,
        under: None,
        set_aside: None,
    };
    let mut all = Vec::with_capacity(earlier.len() + fresh.len() + resumed.len());
    for id in kept {
        all.push(plain(id, Some(Class::Continued)));
    }
    for id in resumed {
        let other = set_aside.get(id).map(|(other, _)| (*other).clone());
        all.push(Classified {
            set_aside: other,
            ..plain(id, Some(Class::Resumed))
        });
    }
    for id in fresh {
        if let Some((other, class)) = pairs.get(id) {
            let with = Some((*other).clone());
            all.push(Classified {
                with,
                ..plain(id, Some(*class))
            });
            let with = Some(id.clone());
            all.push(Classified {
                with,
                ..plain(other, Some(*class))
            });
            continue;
        }
        let under = links.wider(id, earlier);
        let class = if under.is_some() {
            Class::Specified
        } else {
            Class::New
        };
        all.push(Classified {
            under,
            ..plain(id, Some(class))
        });
    }
    for id in removed.into_iter().filter(|id| !paired.contains(id)) {
        let under = links.wider(id, later);
        let class = under.is_some().then_some(Class::Absorbed);
        all.push(Classified {
            under,
            ..plain(id, class)
        });
    }
    all.sort_by(|a, b| a.id.cmp(&b.id));
    all
}

/// The items of two lists, parted by which of them have them.
struct Parted<'i> {
    kept: Vec<&'i Id>,
    added: Vec<&'i Id>,
    removed: Vec<&'i Id>,
}

/// Goes through two sorted lists at once.
fn parted<'i>(mut earlier: &'i [Id], mut later: &'i [Id]) -> Parted<'i> {
    let (mut kept, mut added, mut removed) = (Vec::new(), Vec::new(), Vec::new());
    while let ([one, ones @ ..], [other, others @ ..]) = (earlier, later) {
        match one.cmp(other) {
            Ordering::Less => {
                removed.push(one);
                earlier = ones;
            }
            Ordering::Greater => {
                added.push(other);
                later = others;
            }
            Ordering::Equal => {
                kept.push(one);
                (earlier, later) = (ones, others);
            }
        }
    }
    removed.extend(earlier);
    added.extend(later);
    Parted {
        kept,
        added,
        removed,
    }
}

/// How the items of a list stand to one another in the taxonomy.
struct Links<'s, 'a> {
    series: &'s Series<'a>,
    list: ListKind,
}

/// How near a pair is: the smallest goes first.
type Nearness<'i> = (usize, Reverse<u32>, &'i Id, &'i Id);

impl Links<'_, '_> {
    /// The removed items that may be paired: not those with a narrower item that was kept.
    fn free<'i>(&self, removed: &[&'i Id], kept: &[&Id]) -> Vec<&'i Id> {
        let parents: BTreeSet<Id> = kept
            .iter()
            .flat_map(|id| self.series.broader(self.list, id))
            .collect();
        removed
            .iter()
            .copied()
            .filter(|id| !parents.contains(*id))
            .collect()
    }

    /// Pairs added items with removed ones, greedily and one to one: first broadened and
    /// narrowed by distance, then reframed; among equals by likeness of titles, then the smaller
    /// id, then the larger.
    fn pairs<'i>(&self, added: &[&'i Id], removed: &[&'i Id]) -> BTreeMap<&'i Id, (&'i Id, Class)> {
        let mut taken = BTreeSet::new();
        let mut pairs = BTreeMap::new();
        let mut take = |mut candidates: Vec<(Nearness<'i>, &'i Id, &'i Id, Class)>| {
            candidates.sort();
            for (_, added, removed, class) in candidates {
                if !pairs.contains_key(added) && !taken.contains(removed) {
                    pairs.insert(added, (removed, class));
                    taken.insert(removed);
                }
            }
        };
        take(self.lineal(added, removed));
        take(self.related(added, removed));
        pairs
    }

    fn lineal<'i>(
        &self,
        added: &[&'i Id],
        removed: &[&'i Id],
    ) -> Vec<(Nearness<'i>, &'i Id, &'i Id, Class)> {
        let at = |ids: &[&'i Id], wider: &Id| ids.binary_search(&wider).ok().map(|at| ids[at]);
        let mut candidates = Vec::new();
        for narrow in removed {
            for (steps, wider) in self.series.broader(self.list, narrow).iter().enumerate() {
                if let Some(wide) = at(added, wider) {
                    let near = self.nearness(steps, wide, narrow);
                    candidates.push((near, wide, *narrow, Class::Broadened));
                }
            }
        }
        for narrow in added {
            for (steps, wider) in self.series.broader(self.list, narrow).iter().enumerate() {
                if let Some(wide) = at(removed, wider) {
                    let near = self.nearness(steps, wide, narrow);
                    candidates.push((near, *narrow, wide, Class::Narrowed));
                }
            }
        }
        candidates
    }

    fn related<'i>(
        &self,
        added: &[&'i Id],
        removed: &[&'i Id],
    ) -> Vec<(Nearness<'i>, &'i Id, &'i Id, Class)> {
        let mut candidates = Vec::new();
        for one in added {
            for other in self.series.related(self.list, one) {
                if let Ok(at) = removed.binary_search(&&other) {
                    let other = removed[at];
                    let near = self.nearness(0, one, other);
                    candidates.push((near, *one, other, Class::Reframed));
                }
            }
        }
        candidates
    }

    fn nearness<'i>(&self, steps: usize, one: &'i Id, other: &'i Id) -> Nearness<'i> {
        let title = |id| self.series.title(self.list, id);
        let likeness = title(one)
            .zip(title(other))
            .and_then(|(a, b)| text_likeness(a, b));
        (
            steps,
            Reverse(likeness.unwrap_or(0)),
            one.min(other),
            one.max(other),
        )
    }

    /// The nearest item of a sorted list that is wider than `id`.
    fn wider(&self, id: &Id, among: &[Id]) -> Option<Id> {
        let chain = self.series.broader(self.list, id);
        chain
            .into_iter()
            .find(|wider| among.binary_search(wider).is_ok())
    }
}
