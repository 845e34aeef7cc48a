//! The items of one list over a whole series: when each is mentioned, and what is said of it.

use super::{Entry, Ground, Series};
use crate::model::agreement::{AgreementMention, AgreementType};
use crate::model::commitment::{CommitmentKind, CommitmentMention};
use crate::model::id::Id;
use crate::model::money::Money;
use crate::model::round::ListKind;
use crate::model::text::Text;
use crate::span::{Located, Span};
use std::collections::BTreeMap;

/// The lists whose items can be matched.
pub(super) const LISTS: [ListKind; 6] = [
    ListKind::Sectors,
    ListKind::Topics,
    ListKind::Programmes,
    ListKind::Bodies,
    ListKind::Agreements,
    ListKind::Commitments,
];

/// What is known of an item at one end of its course.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Facts<'a> {
    /// Its title, its wording, or what was promised.
    pub(super) text: Option<&'a Text>,
    pub(super) kind: Option<AgreementType>,
    pub(super) parties: Option<&'a [Located<Id>]>,
    pub(super) value: Option<&'a Money>,
    /// Whether it promises the next round.
    pub(super) next_round: bool,
}

impl<'a> Facts<'a> {
    /// These facts, with others where these say nothing.
    fn or(self, other: Self) -> Self {
        Self {
            text: self.text.or(other.text),
            kind: self.kind.or(other.kind),
            parties: self.parties.or(other.parties),
            value: self.value.or(other.value),
            next_round: self.next_round || other.next_round,
        }
    }

    /// Whether others say the same, wherever they are written.
    fn is_like(&self, other: &Facts<'_>) -> bool {
        let Self {
            text,
            kind,
            parties: _,
            value,
            next_round,
        } = self;
        let ids = |facts: &Facts<'_>| -> Option<Vec<Id>> {
            let parties = facts.parties?.iter();
            Some(parties.map(|party| party.value.clone()).collect())
        };
        (text, kind, value, next_round)
            == (&other.text, &other.kind, &other.value, &other.next_round)
            && ids(self) == ids(other)
    }

    fn of_agreement(mention: &'a AgreementMention) -> Self {
        let definition = &mention.definition;
        Self {
            text: definition.title.as_ref().map(|title| &title.value),
            kind: definition.kind.as_ref().map(|kind| kind.value),
            parties: definition.parties.as_ref().map(|all| all.value.as_slice()),
            value: definition.value.as_ref().map(|value| &value.value),
            next_round: false,
        }
    }

    fn of_commitment(mention: &'a CommitmentMention) -> Self {
        Self {
            text: mention.text.as_ref().map(|text| &text.value),
            next_round: mention.kind == Some(CommitmentKind::NextRound),
            ..Self::default()
        }
    }
}

/// One mention of an item.
#[derive(Clone, Copy, Debug)]
pub(super) struct At {
    /// 0 before the first round, 1 at the first of the series, and so on.
    pub(super) place: usize,
    pub(super) ground: Ground,
    pub(super) span: Span,
}

/// One item, by the id that is declared to be its own now.
#[derive(Debug)]
pub(super) struct Item<'a> {
    pub(super) id: Id,
    /// Its mentions, in order; never empty.
    pub(super) mentions: Vec<At>,
    /// The first and the last time that anything is said of it, events too.
    pub(super) first: usize,
    pub(super) last: usize,
    /// What was said first of it, and what last; each fact where it was said at all.
    pub(super) early: Facts<'a>,
    pub(super) late: Facts<'a>,
    /// Whether the taxonomy knows it.
    pub(super) concept: bool,
}

impl Item<'_> {
    /// Whether all that is said of it comes before all that is said of another.
    pub(super) fn ends_before(&self, other: &Item<'_>) -> bool {
        self.last < other.first
    }

    /// Whether another is the same item, and the same is said of it.
    fn is_like(&self, other: &Item<'_>) -> bool {
        let Self {
            id,
            mentions,
            first,
            last,
            early,
            late,
            concept,
        } = self;
        let said = |all: &[At]| -> Vec<(usize, Ground)> {
            all.iter().map(|at| (at.place, at.ground)).collect()
        };
        (id, first, last, concept) == (&other.id, &other.first, &other.last, &other.concept)
            && early.is_like(&other.early)
            && late.is_like(&other.late)
            && said(mentions) == said(&other.mentions)
    }

    /// Whether it is mentioned at a place.
    pub(super) fn is_at(&self, place: usize) -> bool {
        let at = self.mentions.binary_search_by_key(&place, |at| at.place);
        at.is_ok()
    }
}

/// The items of a list, by id. The series must be one of declared identities.
pub(super) fn items<'a>(series: &Series<'a>, list: ListKind) -> Vec<Item<'a>> {
    let mut items = Collected::new();
    if list == ListKind::Agreements {
        for mention in &series.record.dialogue().agreements {
            let id = series.current(list, &mention.id.value);
            let ground = if id == mention.id.value {
                Ground::Id
            } else {
                Ground::Continues
            };
            let at = At {
                place: 0,
                ground,
                span: mention.span,
            };
            add(&mut items, &id, at, Facts::of_agreement(mention));
        }
    }
    for (nth, round) in series.rounds.iter().enumerate() {
        let place = nth + 1;
        match list {
            ListKind::Agreements => {
                for entry in round.agreements.iter().flatten() {
                    let facts = Facts::of_agreement(entry.mention);
                    add(
                        &mut items,
                        &entry.id,
                        at(place, entry, entry.mention.span),
                        facts,
                    );
                }
            }
            ListKind::Commitments => {
                for entry in round.commitments.iter().flatten() {
                    let facts = Facts::of_commitment(entry.mention);
                    add(
                        &mut items,
                        &entry.id,
                        at(place, entry, entry.mention.span),
                        facts,
                    );
                }
            }
            _ => {
                for entry in round.list(list).unwrap_or_default() {
                    let title = entry.mention.title.as_ref();
                    let facts = Facts {
                        text: title.or(entry.mention.wording.as_ref()),
                        ..Facts::default()
                    };
                    add(
                        &mut items,
                        &entry.id,
                        at(place, entry, entry.mention.span),
                        facts,
                    );
                }
            }
        }
    }
    events(series, list, &mut items);
    let mut items: Vec<Item<'a>> = items.into_values().collect();
    for item in &mut items {
        if let Some(concept) = series.concept(list, &item.id) {
            item.concept = true;
            let title = concept.title.as_ref();
            (item.early.text, item.late.text) = (title, title);
        }
    }
    items
}

/// Whether two versions of a list say the same, wherever it is written.
pub(super) fn are_alike(one: &[Item<'_>], other: &[Item<'_>]) -> bool {
    let mut both = one.iter().zip(other);
    one.len() == other.len() && both.all(|(one, other)| one.is_like(other))
}

type Collected<'a> = BTreeMap<Id, Item<'a>>;

fn at<M>(place: usize, entry: &Entry<'_, M>, span: Span) -> At {
    At {
        place,
        ground: entry.ground,
        span,
    }
}

/// Adds a mention; mentions come in the order of time.
fn add<'a>(items: &mut Collected<'a>, id: &Id, at: At, facts: Facts<'a>) {
    if let Some(item) = items.get_mut(id) {
        item.mentions.push(at);
        item.last = at.place;
        item.early = item.early.or(facts);
        item.late = facts.or(item.late);
        return;
    }
    let item = Item {
        id: id.clone(),
        mentions: vec![at],
        first: at.place,
        last: at.place,
        early: facts,
        late: facts,
        concept: false,
    };
    items.insert(id.clone(), item);
}

/// An event says something of an item at the round that records it.
fn events(series: &Series<'_>, list: ListKind, items: &mut Collected<'_>) {
    for (nth, round) in series.rounds.iter().enumerate() {
        for event in round.round.events.iter().flatten() {
            let about = event.about.as_ref();
            let about = about.map(|about| series.current(list, &about.value));
            if let Some(item) = about.and_then(|about| items.get_mut(&about)) {
                item.first = item.first.min(nth + 1);
                item.last = item.last.max(nth + 1);
            }
        }
    }
}
