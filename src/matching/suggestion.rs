//! Items that may be one: those that are taken for one, and those that are only suggested.

use super::items::{Item, LISTS, items};
use super::pairing::{Pair, pairs};
use super::{Matching, Series};
use crate::model::id::Id;
use crate::model::round::ListKind;
use crate::span::Span;

pub use super::assignment::Method;
pub use super::score::Reason;

/// A former item that is taken for a later one because the two look alike.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Likely {
    /// The list that both are in.
    pub list: ListKind,
    /// The id that no round after it uses.
    pub former: Id,
    /// The id that stands for both.
    pub later: Id,
    /// How alike they are, in per cent.
    pub score: u8,
    /// The facts that say so.
    pub reasons: Vec<Reason>,
}

/// Two items that may be one, which nothing declares.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Suggestion {
    /// The list that both are in.
    pub list: ListKind,
    /// The id that is used first.
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

impl<'a> Series<'a> {
    /// The pairs that were taken for one by likeness, by list and former id; none unless asked
    /// for.
    pub fn likely(&self) -> &[Likely] {
        &self.likely
    }

    /// The pairs by likeness that an item is made of, by former id.
    pub fn likely_parts(&self, list: ListKind, id: &Id) -> Vec<&Likely> {
        let own = self.likely.iter().filter(|pair| pair.list == list);
        own.filter(|pair| self.current(list, &pair.later) == *id)
            .collect()
    }

    /// What may be one under two ids and is not taken for one here, by list and former id.
    pub fn suggestions(&self) -> Vec<Suggestion> {
        let declared;
        let series = match self.matching {
            Matching::Declared => self,
            Matching::Likely => {
                declared = Series::of(self.record);
                &declared
            }
        };
        let mut all = Vec::new();
        for list in LISTS {
            let mut pairs = pairs(series, list);
            pairs.retain(|pair| self.matching == Matching::Declared || !pair.is_likely());
            if pairs.is_empty() {
                continue;
            }
            let items = items(series, list);
            let suggestions = pairs.into_iter().map(|pair| suggestion(list, pair, &items));
            all.extend(suggestions.flatten());
        }
        all
    }
}

/// The pairs of every list that are sure enough to be taken for one.
pub(super) fn likely(declared: &Series<'_>) -> Vec<Likely> {
    let of_list = |list| {
        let pairs = pairs(declared, list).into_iter();
        pairs.filter(Pair::is_likely).map(move |pair| Likely {
            list,
            former: pair.former,
            later: pair.later,
            score: pair.score,
            reasons: pair.reasons,
        })
    };
    LISTS.into_iter().flat_map(of_list).collect()
}

fn suggestion(list: ListKind, pair: Pair, items: &[Item<'_>]) -> Option<Suggestion> {
    let item = |id: &Id| {
        let at = items.binary_search_by(|item| item.id.cmp(id)).ok()?;
        Some(&items[at])
    };
    Some(Suggestion {
        list,
        former_place: item(&pair.former)?.mentions.last()?.span,
        later_place: item(&pair.later)?.mentions.first()?.span,
        likely: pair.is_likely(),
        ambiguous: pair.ambiguous,
        method: pair.method,
        score: pair.score,
        reasons: pair.reasons,
        former: pair.former,
        later: pair.later,
    })
}
