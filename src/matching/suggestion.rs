//! Items that may be one: those that are taken for one, and those that are only suggested.

use super::Series;
use super::items::{Item, LISTS, items};
use super::pairing::{Pair, pairs};
use crate::model::id::Id;
use crate::model::round::ListKind;
use crate::model::text::Text;
use crate::span::Span;

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

impl Series<'_> {
    /// The pairs that are taken for one by likeness, by list and former id; none unless that was
    /// asked for.
    ///
    /// The later id, or what it is in turn taken for, stands for both.
    pub fn likely(&self) -> &[Suggestion] {
        &self.likely
    }

    /// What may be one under two ids and is not taken for one here, by list and former id.
    pub fn suggestions(&self) -> &[Suggestion] {
        self.suggestions.get_or_init(|| all(self))
    }
}

/// The pairs of every list. The series must be one of declared identities.
pub(super) fn all(declared: &Series<'_>) -> Vec<Suggestion> {
    let mut all = Vec::new();
    for list in LISTS {
        let items = items(declared, list);
        let pairs = pairs(declared, list, &items);
        let suggestions = pairs.into_iter().map(|pair| suggestion(list, pair, &items));
        all.extend(suggestions.flatten());
    }
    all
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
