//! The names of items, for readers.

use super::phrase::Phrase;
use crate::matching::Series;
use crate::model::id::Id;
use crate::model::round::ListKind;
use crate::model::text::Text;
use std::collections::HashMap;

/// Looks up how an item is called, in the language of the report where that is known.
pub(super) struct Names<'a> {
    series: &'a Series<'a>,
    lang: &'a str,
    agreements: HashMap<Id, &'a Text>,
    commitments: HashMap<Id, &'a Text>,
}

impl<'a> Names<'a> {
    /// Reads every title of a series; the latest round that gives one holds.
    pub(super) fn of(series: &'a Series<'a>, lang: &'a str) -> Self {
        let mut names = Self {
            series,
            lang,
            agreements: HashMap::new(),
            commitments: HashMap::new(),
        };
        for agreement in &series.record.dialogue().agreements {
            if let Some(title) = &agreement.definition.title {
                let id = agreement.id.value.clone();
                names.agreements.insert(id, &title.value);
            }
        }
        for round in &series.rounds {
            for entry in round.agreements.iter().flatten() {
                if let Some(title) = &entry.mention.definition.title {
                    names.agreements.insert(entry.id.clone(), &title.value);
                }
            }
            for entry in round.commitments.iter().flatten() {
                if let Some(text) = &entry.mention.text {
                    names.commitments.insert(entry.id.clone(), &text.value);
                }
            }
        }
        names
    }

    /// The name of an item of one of the lists of mentions.
    pub(super) fn item(&self, list: ListKind, id: &Id) -> Phrase {
        self.named(id, self.series.title(list, id))
    }

    /// The name of a sector.
    pub(super) fn sector(&self, id: &Id) -> Phrase {
        self.item(ListKind::Sectors, id)
    }

    /// The name of an agreement.
    pub(super) fn agreement(&self, id: &Id) -> Phrase {
        self.named(id, self.agreements.get(id).copied())
    }

    /// What was promised.
    pub(super) fn commitment(&self, id: &Id) -> Phrase {
        self.named(id, self.commitments.get(id).copied())
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
