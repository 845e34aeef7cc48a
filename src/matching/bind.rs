//! Binding the mentions of a round to their items.

use super::identity::Identity;
use super::{Entry, Ground, SeriesRound};
use crate::check::{Reading, RoundSet};
use crate::model::id::Id;
use crate::model::mention::Mention;
use crate::model::round::{ListKind, Round};

/// Binds every mention of a round.
pub(super) fn bind<'a>(
    record: &'a RoundSet,
    identity: &Identity<'_>,
    round: &'a Round,
) -> SeriesRound<'a> {
    let mentions = |list, mentions: &'a Option<Vec<Mention>>| {
        mentions
            .as_deref()
            .map(|mentions| entries(record, identity, list, mentions))
    };
    SeriesRound {
        round,
        sectors: mentions(ListKind::Sectors, &round.sectors),
        topics: mentions(ListKind::Topics, &round.topics),
        programmes: mentions(ListKind::Programmes, &round.programmes),
        bodies: mentions(ListKind::Bodies, &round.bodies),
        agreements: round.agreements.as_deref().map(|all| {
            let list = ListKind::Agreements;
            sorted(
                all.iter()
                    .map(|one| plain(identity, list, &one.id.value, one)),
                |one| one.id.value.as_str(),
            )
        }),
        commitments: round.commitments.as_deref().map(|all| {
            let list = ListKind::Commitments;
            sorted(
                all.iter()
                    .map(|one| plain(identity, list, &one.id.value, one)),
                |one| one.id.value.as_str(),
            )
        }),
    }
}

fn entries<'a>(
    record: &'a RoundSet,
    identity: &Identity<'_>,
    list: ListKind,
    mentions: &'a [Mention],
) -> Vec<Entry<'a>> {
    let all = mentions.iter().flat_map(|mention| {
        let name = &mention.name.value;
        let resolved = record.names().resolve(list, name);
        let (ids, named, word) = match resolved {
            Some(resolved) => (resolved.ids, ground(resolved.reading), resolved.wording),
            None => (Id::new(name).into_iter().collect(), Ground::Id, None),
        };
        let wording = mention.wording.clone().or(word);
        ids.into_iter().map(move |id| {
            let (id, ground) = identity.bound(list, &id, named);
            Entry {
                id,
                ground,
                mention,
                wording: wording.clone(),
            }
        })
    });
    sorted(all, |mention| &mention.name.value)
}

fn ground(reading: Reading) -> Ground {
    match reading {
        Reading::Id => Ground::Id,
        Reading::Alias => Ground::Alias,
        Reading::Replaced => Ground::ReplacedBy,
    }
}

/// A mention of a list that no taxonomy names.
fn plain<'a, M>(identity: &Identity<'_>, list: ListKind, id: &Id, mention: &'a M) -> Entry<'a, M> {
    let (id, ground) = identity.bound(list, id, Ground::Id);
    Entry {
        id,
        ground,
        mention,
        wording: None,
    }
}

/// Sorts by item; where two former items became one, the mention with the better ground stands
/// for both, and of equal ones that with the smaller name, wherever they are written.
fn sorted<'a, M: 'a>(
    entries: impl Iterator<Item = Entry<'a, M>>,
    name: impl Fn(&'a M) -> &'a str,
) -> Vec<Entry<'a, M>> {
    let mut entries: Vec<Entry<'a, M>> = entries.collect();
    entries.sort_by(|a, b| {
        let grounds = a.ground.cmp(&b.ground);
        let names = || name(a.mention).cmp(name(b.mention));
        a.id.cmp(&b.id).then(grounds).then_with(names)
    });
    entries.dedup_by(|next, first| next.id == first.id);
    entries
}
