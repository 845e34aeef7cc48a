//! Rules of `continues`: every former id is one that was used, by one successor, in no circle.

use super::names::Names;
use super::nearest::Nearest;
use super::references::Whole;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::rules as code;
use crate::model::dialogue::Dialogue;
use crate::model::id::Id;
use crate::model::mention::Mention;
use crate::model::round::{ListKind, Round};
use crate::span::{Located, Span};
use indexmap::IndexSet;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Which id took the place of which, list by list, over the whole series.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Successors(BTreeMap<(ListKind, Id), Id>);

impl Successors {
    /// The id that an item has now: its own, where nothing continues it.
    pub fn current<'a>(&'a self, list: ListKind, id: &'a Id) -> &'a Id {
        if self.0.is_empty() {
            return id;
        }
        self.0.get(&(list, id.clone())).unwrap_or(id)
    }

    /// Every former id and the one that took its place, by list and then by id.
    pub fn iter(&self) -> impl Iterator<Item = (ListKind, &Id, &Id)> {
        self.0
            .iter()
            .map(|((list, former), now)| (*list, former, now))
    }
}

/// One `continues`: the item that has it, and the former id that it names.
struct Link<'a> {
    list: ListKind,
    id: Id,
    former: Id,
    written: &'a Located<Id>,
}

/// Checks every `continues` and follows the chains to their ends.
pub(super) fn check(
    dialogue: &Dialogue,
    rounds: &[Round],
    names: &Names,
    whole: Whole,
    found: &mut Vec<Diagnostic>,
) -> Successors {
    if !is_any(dialogue, rounds) {
        return Successors::default();
    }
    let mut used = BTreeSet::new();
    let mut links = Vec::new();
    for mention in &dialogue.agreements {
        used.insert((ListKind::Agreements, mention.id.value.clone()));
        collect(
            ListKind::Agreements,
            &mention.id.value,
            &mention.continues,
            &mut links,
        );
    }
    for round in rounds {
        for (list, mentions) in mention_lists(round) {
            for mention in mentions {
                for id in ids(names, list, mention) {
                    collect(list, &id, &mention.continues, &mut links);
                    used.insert((list, id));
                }
            }
        }
        for mention in round.agreements.iter().flatten() {
            used.insert((ListKind::Agreements, mention.id.value.clone()));
            collect(
                ListKind::Agreements,
                &mention.id.value,
                &mention.continues,
                &mut links,
            );
        }
        for mention in round.commitments.iter().flatten() {
            used.insert((ListKind::Commitments, mention.id.value.clone()));
            collect(
                ListKind::Commitments,
                &mention.id.value,
                &mention.continues,
                &mut links,
            );
        }
    }
    let direct = direct(&links, &used, names, whole, found);
    Successors(follow(&direct, found))
}

/// Whether anything continues anything; mostly nothing does, and nothing need be collected.
fn is_any(dialogue: &Dialogue, rounds: &[Round]) -> bool {
    let in_round = |round: &Round| {
        let mut mentions = mention_lists(round).flat_map(|(_, mentions)| mentions);
        let mut agreements = round.agreements.iter().flatten();
        let mut commitments = round.commitments.iter().flatten();
        mentions.any(|one| !one.continues.is_empty())
            || agreements.any(|one| !one.continues.is_empty())
            || commitments.any(|one| !one.continues.is_empty())
    };
    let mut standing = dialogue.agreements.iter();
    standing.any(|one| !one.continues.is_empty()) || rounds.iter().any(in_round)
}

/// The lists of mentions that a round has.
pub(super) fn mention_lists(round: &Round) -> impl Iterator<Item = (ListKind, &[Mention])> {
    [
        (ListKind::Sectors, &round.sectors),
        (ListKind::Topics, &round.topics),
        (ListKind::Programmes, &round.programmes),
        (ListKind::Bodies, &round.bodies),
    ]
    .into_iter()
    .filter_map(|(list, mentions)| Some((list, mentions.as_deref()?)))
}

/// The items that a mention stands for; none where its name is unknown.
pub(super) fn ids(names: &Names, list: ListKind, mention: &Mention) -> Vec<Id> {
    let name = &mention.name.value;
    match names.resolve(list, name) {
        Some(resolved) => resolved.ids,
        // A topic with a title of its own needs no taxonomy.
        None if list == ListKind::Topics => Id::new(name).into_iter().collect(),
        None => Vec::new(),
    }
}

fn collect<'a>(list: ListKind, id: &Id, continues: &'a [Located<Id>], links: &mut Vec<Link<'a>>) {
    links.extend(continues.iter().map(|written| Link {
        list,
        id: id.clone(),
        former: written.value.clone(),
        written,
    }));
}

type Direct = BTreeMap<(ListKind, Id), (Id, Span)>;

fn direct(
    links: &[Link<'_>],
    used: &BTreeSet<(ListKind, Id)>,
    names: &Names,
    whole: Whole,
    found: &mut Vec<Diagnostic>,
) -> Direct {
    let mut direct = Direct::new();
    let mut nearest = Nearest::default();
    for link in links {
        let written = link.written;
        // A former id may itself be an alias or a retired id of the taxonomy.
        let former = match names.resolve(link.list, link.former.as_str()) {
            Some(resolved) if resolved.ids.len() == 1 => resolved.ids[0].clone(),
            _ => link.former.clone(),
        };
        if !used.contains(&(link.list, former.clone())) {
            // It may stand in a file that cannot be read.
            if !(whole.rounds && whole.dialogue && whole.taxonomy) {
                continue;
            }
            let known = used
                .iter()
                .filter(|(list, id)| *list == link.list && *id != link.id);
            let near = nearest.of(former.as_str(), known.map(|(_, id)| id.as_str()));
            found.push(
                Diagnostic::new(
                    code::UNKNOWN_FORMER_ID,
                    written.span,
                    format!("`continues` names nothing: `{former}`"),
                    "no round has it",
                )
                .did_you_mean(near),
            );
            continue;
        }
        let key = (link.list, former);
        match direct.get(&key) {
            Some((now, first)) if *now != link.id => found.push(
                Diagnostic::new(
                    code::CONTINUED_TWICE,
                    written.span,
                    format!("both `{now}` and `{}` continue `{}`", link.id, key.1),
                    format!("continued by `{}`", link.id),
                )
                .related(*first, format!("continued by `{now}`"))
                .help("keep one; where a sector was split, use `replaced_by` in taxonomy.yaml"),
            ),
            Some(_) => {}
            None => {
                direct.insert(key, (link.id.clone(), written.span));
            }
        }
    }
    direct
}

/// Follows every chain to its end, each link once; each circle is reported once and leads nowhere.
fn follow(direct: &Direct, found: &mut Vec<Diagnostic>) -> BTreeMap<(ListKind, Id), Id> {
    // What each id leads to in the end: nothing where that is a circle.
    let mut ends: HashMap<(ListKind, &Id), Option<&Id>> = HashMap::new();
    for (list, former) in direct.keys() {
        let mut path: IndexSet<&Id> = IndexSet::new();
        let mut now = former;
        let end = loop {
            if let Some(end) = ends.get(&(*list, now)) {
                break *end;
            }
            if let Some(start) = path.get_index_of(now) {
                circle(*list, &path[start..], direct, found);
                break None;
            }
            path.insert(now);
            match direct.get(&(*list, now.clone())) {
                None => break Some(now),
                Some((next, _)) => now = next,
            }
        };
        ends.extend(path.into_iter().map(|id| ((*list, id), end)));
    }
    let keys = direct.keys();
    let led = keys.filter_map(|key| Some((key.clone(), ends.get(&(key.0, &key.1))?.cloned()?)));
    led.collect()
}

fn circle(
    list: ListKind,
    ring: &indexmap::set::Slice<&Id>,
    direct: &Direct,
    found: &mut Vec<Diagnostic>,
) {
    const NAMED: usize = 10;
    let first = ring.iter().next().map(|id| (list, Id::clone(id)));
    let Some((_, span)) = first.and_then(|key| direct.get(&key)) else {
        return;
    };
    let mut names: Vec<String> = ring
        .iter()
        .take(NAMED)
        .map(|id| format!("`{id}`"))
        .collect();
    if ring.len() > NAMED {
        names.push("…".to_owned());
    }
    found.push(
        Diagnostic::new(
            code::CONTINUES_CIRCLE,
            *span,
            format!("`continues` makes a circle: {}", names.join(", ")),
            "leads back to where it began",
        )
        .help("remove the `continues` of the oldest id"),
    );
}
