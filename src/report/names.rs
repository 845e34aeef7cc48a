//! The names of items, for readers.

use super::phrase::Phrase;
use crate::matching::Series;
use crate::model::id::Id;
use crate::model::round::ListKind;
use crate::model::text::Text;

/// Looks up how an item is called, in the language of the report where that is known.
pub(super) struct Names<'a> {
    series: &'a Series<'a>,
    lang: &'a str,
}

impl<'a> Names<'a> {
    /// The names in a series; the latest round that gives one holds.
    pub(super) fn of(series: &'a Series<'a>, lang: &'a str) -> Self {
        Self { series, lang }
    }

    /// The name of an item of a list.
    pub(super) fn item(&self, list: ListKind, id: &Id) -> Phrase {
        self.named(id, self.series.title(list, id))
    }

    /// The name of a sector.
    pub(super) fn sector(&self, id: &Id) -> Phrase {
        self.item(ListKind::Sectors, id)
    }

    /// The name of an agreement.
    pub(super) fn agreement(&self, id: &Id) -> Phrase {
        self.item(ListKind::Agreements, id)
    }

    /// What was promised.
    pub(super) fn commitment(&self, id: &Id) -> Phrase {
        self.item(ListKind::Commitments, id)
    }

    /// The name of a party.
    pub(super) fn party(&self, id: &Id) -> Phrase {
        let parties = &self.series.record.dialogue().parties;
        let title = parties.get(id.as_str()).and_then(|one| one.title.as_ref());
        self.named(id, title)
    }

    fn named(&self, id: &Id, title: Option<&Text>) -> Phrase {
        match title {
            Some(title) => Phrase::of(title, self.lang),
            None => Phrase::id(id.as_str(), self.lang),
        }
    }
}
