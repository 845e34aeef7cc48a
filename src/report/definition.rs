//! What an agreement is, as pages tell it.

use super::agreement::Named;
use super::context::Setting;
use super::money::MoneyReport;
use super::phrase::Phrase;
use crate::model::agreement::{AgreementType, Definition};
use crate::model::id::Id;

/// The parts of a definition that every report of an agreement has.
pub(super) struct Defined {
    pub(super) kind: Option<AgreementType>,
    /// The same in words.
    pub(super) kind_text: Option<String>,
    pub(super) parties: Vec<Named>,
    pub(super) sectors: Vec<Named>,
    pub(super) value: Option<MoneyReport>,
}

impl Defined {
    pub(super) fn of(context: &Setting<'_>, definition: &Definition) -> Self {
        let kind = definition.kind.as_ref().map(|kind| kind.value);
        let parties = definition.parties.iter().flat_map(|all| &all.value);
        let sectors = definition.sectors.iter().flat_map(|all| &all.value);
        let value = definition.value.as_ref();
        Self {
            kind,
            kind_text: kind.map(|kind| context.term("type", kind)),
            parties: parties
                .map(|id| Named {
                    id: id.value.to_string(),
                    title: context.names.party(&id.value),
                })
                .collect(),
            sectors: sectors.map(|name| sector(context, &name.value)).collect(),
            value: value.map(|value| MoneyReport::of(context, &value.value)),
        }
    }
}

/// A sector as an agreement names it, which may be by an alias.
fn sector(context: &Setting<'_>, name: &str) -> Named {
    let title = match Id::new(name) {
        Some(id) => context.names.sector(&id),
        None => Phrase::record(
            name,
            &context.series.record.dialogue().language,
            context.lang(),
        ),
    };
    Named {
        id: name.to_owned(),
        title,
    }
}
