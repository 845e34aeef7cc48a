//! Items that may be one: those that are taken for one, and those that are only suggested.

use super::items::{Item, LISTS, are_alike, items};
use super::pairing::{Pair, pairs};
use super::{Matching, Series};
use crate::model::id::Id;
use crate::model::round::ListKind;
use crate::model::text::Text;
use crate::parallel;
use crate::span::Span;
use crate::tables::HashMap;
use std::collections::BTreeSet;
use std::sync::OnceLock;

pub use super::assignment::Method;
pub use super::score::Reason;

/// Two items that may be one, which nothing declares.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Suggestion {
    /// The list that both are in.
    pub list: ListKind,
    /// The id that is used first, and in no round after that of its place.
    pub former: Id,
    /// The id that is used later.
    pub later: Id,
    /// How alike they are, in per cent.
    pub score: u8,
    /// The facts that say so.
    pub reasons: Vec<Reason>,
    /// Whether `--match likely` takes the two for one.
    pub likely: bool,
    /// Whether another pair is as good, so that likeness alone cannot choose.
    pub ambiguous: bool,
    /// How the pair was chosen among those that were possible.
    pub method: Method,
    /// What the former item is last called.
    pub former_title: Option<Text>,
    /// What the later item is first called.
    pub later_title: Option<Text>,
    /// Where the former item is last mentioned.
    pub former_place: Span,
    /// Where the later item is first mentioned: the place to say that the two are one.
    pub later_place: Span,
}

impl Suggestion {
    /// The line of YAML that says that the two are one, for the later item.
    pub fn yaml(&self) -> String {
        format!("continues: {}", self.former)
    }
}

/// The pairs of a series, by list and former id.
#[derive(Default, Debug)]
pub(super) struct Pairs {
    all: Vec<Suggestion>,
    /// For each item, where those are that have it as the later one, once that is asked for.
    of_later: OnceLock<HashMap<(ListKind, Id), Vec<usize>>>,
}

impl Pairs {
    pub(super) fn of(all: Vec<Suggestion>) -> Self {
        Self {
            all,
            of_later: OnceLock::new(),
        }
    }

    pub(super) fn all(&self) -> &[Suggestion] {
        &self.all
    }

    /// Those of which the later item is among some.
    fn among(&self, series: &Series<'_>, items: &Items) -> impl Iterator<Item = &Suggestion> {
        let of_later = self.of_later.get_or_init(|| {
            let mut places: HashMap<_, Vec<usize>> = HashMap::default();
            for (at, pair) in self.all.iter().enumerate() {
                let later = (pair.list, series.current(pair.list, &pair.later));
                places.entry(later).or_default().push(at);
            }
            places
        });
        let places = items.iter().filter_map(|item| of_later.get(item));
        let mut places: Vec<usize> = places.flatten().copied().collect();
        places.sort_unstable();
        places.into_iter().map(|at| &self.all[at])
    }
}

/// Items, by the ids that they go by now.
type Items = BTreeSet<(ListKind, Id)>;

impl Series<'_> {
    /// The pairs that are taken for one by likeness, by list and former id; none unless that was
    /// asked for.
    ///
    /// The later id, or what it is in turn taken for, stands for both.
    pub fn likely(&self) -> &[Suggestion] {
        self.likely.all()
    }

    /// Those of [`Series::likely`] that some items stand for, which are given by their ids now.
    pub fn likely_among(&self, items: &BTreeSet<(ListKind, Id)>) -> Vec<&Suggestion> {
        self.likely.among(self, items).collect()
    }

    /// What may be one under two ids and is not taken for one here, by list and former id.
    pub fn suggestions(&self) -> &[Suggestion] {
        self.pairs().all()
    }

    /// Those of [`Series::suggestions`] of which both are among some items, which are given by
    /// their ids now.
    pub fn suggestions_among(&self, items: &BTreeSet<(ListKind, Id)>) -> Vec<&Suggestion> {
        let former = |pair: &&Suggestion| {
            let now = self.current(pair.list, &pair.former);
            items.contains(&(pair.list, now))
        };
        self.pairs().among(self, items).filter(former).collect()
    }

    fn pairs(&self) -> &Pairs {
        self.suggestions.get_or_init(|| Pairs::of(all(self)))
    }
}

/// The pairs of every list. The series must be one of declared identities.
pub(super) fn all(declared: &Series<'_>) -> Vec<Suggestion> {
    let [all] = of_versions([declared]);
    all
}

/// Looks for the suggestions of two versions of one record at once.
pub(crate) fn suggest(versions: [&Series<'_>; 2]) {
    if versions
        .iter()
        .any(|one| one.matching != Matching::Declared)
    {
        return;
    }
    for (series, all) in versions.into_iter().zip(of_versions(versions)) {
        // What was asked for before is the same.
        let _ = series.suggestions.set(Pairs::of(all));
    }
}

/// The pairs of every list of each version of a record; where a list says the same as in the first,
/// it is looked through once.
fn of_versions<const N: usize>(versions: [&Series<'_>; N]) -> [Vec<Suggestion>; N] {
    let same = versions.map(|one| {
        let (one, first) = (one.record, versions[0].record);
        one.taxonomy() == first.taxonomy() && one.successors() == first.successors()
    });
    let lists: Vec<(usize, ListKind)> = (0..N)
        .flat_map(|version| LISTS.map(|list| (version, list)))
        .collect();
    let size = versions.map(|one| one.record.bytes() / LISTS.len());
    let found = parallel::map(
        &lists,
        |(version, _)| size[*version],
        |(version, list)| items(versions[*version], *list),
    );
    let is_again = |at: &usize| {
        let (version, in_first) = (lists[*at].0, at % LISTS.len());
        version > 0 && same[version] && are_alike(&found[in_first], &found[*at])
    };
    let (again, new): (Vec<usize>, Vec<usize>) = (0..lists.len()).partition(is_again);
    let chosen = parallel::map(
        &new,
        |at| size[lists[*at].0],
        |at| pairs(versions[lists[*at].0], lists[*at].1, &found[*at]),
    );
    let mut chosen: HashMap<usize, Vec<Pair>> = new.into_iter().zip(chosen).collect();
    for at in again {
        let pairs = chosen.get(&(at % LISTS.len())).cloned();
        chosen.insert(at, pairs.unwrap_or_default());
    }
    let mut all = [const { Vec::new() }; N];
    for (at, (version, list)) in lists.iter().enumerate() {
        let pairs = chosen.remove(&at).unwrap_or_default();
        all[*version].extend(suggestions(*list, pairs, &found[at]));
    }
    all
}

fn suggestions(list: ListKind, pairs: Vec<Pair>, items: &[Item<'_>]) -> Vec<Suggestion> {
    let suggestions = pairs.into_iter().map(|pair| suggestion(list, pair, items));
    suggestions.flatten().collect()
}

fn suggestion(list: ListKind, pair: Pair, items: &[Item<'_>]) -> Option<Suggestion> {
    let item = |id: &Id| {
        let at = items.binary_search_by(|item| item.id.cmp(id)).ok()?;
        Some(&items[at])
    };
    let (former, later) = (item(&pair.former)?, item(&pair.later)?);
    Some(Suggestion {
        list,
        former_title: former.late.text.cloned(),
        later_title: later.early.text.cloned(),
        former_place: former.mentions.last()?.span,
        later_place: later.mentions.first()?.span,
        likely: pair.is_likely(),
        ambiguous: pair.ambiguous,
        method: pair.method,
        score: pair.score,
        reasons: pair.reasons,
        former: pair.former,
        later: pair.later,
    })
}
