//! Where every item gets its title: at the newest mention that gives one.

use super::SeriesRound;
use crate::model::id::Id;
use crate::model::round::ListKind;
use crate::model::text::Text;
use crate::tables::HashMap;
use std::collections::BTreeMap;

/// The lists of mentions.
const LISTS: [ListKind; 4] = [
    ListKind::Sectors,
    ListKind::Topics,
    ListKind::Programmes,
    ListKind::Bodies,
];

/// The positions of the rounds and entries that give titles, found once for a whole series.
///
/// Positions rather than texts, so that a series can still be lent for a shorter time.
#[derive(Debug)]
pub(super) struct Titles(BTreeMap<ListKind, HashMap<Id, (usize, usize)>>);

impl Titles {
    pub(super) fn of(rounds: &[SeriesRound<'_>]) -> Self {
        let mut titles = Self(BTreeMap::new());
        for (at, round) in rounds.iter().enumerate() {
            for list in LISTS {
                let entries = round.list(list).unwrap_or_default().iter();
                let named = entries.map(|one| (&one.id, one.mention.title.is_some()));
                titles.add(list, at, named);
            }
            let entries = round.agreements.iter().flatten();
            let named = entries.map(|one| (&one.id, one.mention.definition.title.is_some()));
            titles.add(ListKind::Agreements, at, named);
            let entries = round.commitments.iter().flatten();
            let named = entries.map(|one| (&one.id, one.mention.text.is_some()));
            titles.add(ListKind::Commitments, at, named);
        }
        titles
    }

    fn add<'t>(
        &mut self,
        list: ListKind,
        round: usize,
        entries: impl Iterator<Item = (&'t Id, bool)>,
    ) {
        let titles = self.0.entry(list).or_default();
        for (at, (id, titled)) in entries.enumerate() {
            if titled {
                titles.insert(id.clone(), (round, at));
            }
        }
    }

    /// The title of an item in the rounds that this was made of.
    pub(super) fn get<'a>(
        &self,
        rounds: &[SeriesRound<'a>],
        list: ListKind,
        id: &Id,
    ) -> Option<&'a Text> {
        let (round, at) = self.0.get(&list)?.get(id).copied()?;
        let round = rounds.get(round)?;
        match list {
            ListKind::Agreements => {
                let mention = round.agreements.as_deref()?.get(at)?.mention;
                Some(&mention.definition.title.as_ref()?.value)
            }
            ListKind::Commitments => {
                let mention = round.commitments.as_deref()?.get(at)?.mention;
                Some(&mention.text.as_ref()?.value)
            }
            _ => round.list(list)?.get(at)?.mention.title.as_ref(),
        }
    }
}
