//! Agreements: where each stands at either round, and what happened in between.

use super::fields::{FieldChange, fields};
use super::seen;
use super::walk::Walk;
use super::{Pair, Seen, Sides};
use crate::acts::{Course, Deed};
use crate::matching::{Entry, SeriesRound};
use crate::model::agreement::{AgreementMention, Definition, Relation};
use crate::model::id::Id;
use crate::model::round::ListKind;
use crate::model::status::{Act, Effect, Status};
use crate::model::term::terms;
use std::sync::Arc;

/// What became of one agreement.
#[derive(Clone, Debug)]
pub struct AgreementChange<'a> {
    /// The agreement.
    pub id: Id,
    /// What kind of change it is, in the order of time.
    pub class: AgreementClass,
    /// Whether it stood before the first round.
    pub standing: bool,
    /// Its status as of each side's round.
    pub status: Sides<Option<Status>>,
    /// What was done with it after the earlier round and up to the later one, in order.
    pub acts: Vec<Deed<'a>>,
    /// The mention on each side.
    pub sides: Sides<Option<Entry<'a, AgreementMention>>>,
    /// What it is, as known at the later round.
    pub definition: Arc<Definition>,
    /// How it stands to other agreements.
    pub relations: Vec<(Relation, Id)>,
    /// What is said of it differently on the two sides.
    pub fields: Vec<FieldChange>,
    /// Where in the series it stands, up to the later round.
    pub seen: Seen,
    /// Whether it is first seen only because the earlier round has no list.
    pub first_in_record: bool,
}

terms! {
    /// What kind of change an agreement went through, in the order of time.
    AgreementClass {
        /// Not there before.
        FirstSeen = "first-seen",
        /// Moved up the ladder.
        Advanced = "advanced",
        /// Still where it was, and still moving.
        Unchanged = "unchanged",
        /// Mentioned; it was settled before.
        Referenced = "referenced",
        /// Changed in its terms.
        Amended = "amended",
        /// Prolonged.
        Extended = "extended",
        /// Replaced by another.
        Superseded = "superseded",
        /// Over, for good or for now.
        Ended = "ended",
        /// Moved down the ladder.
        Regressed = "regressed",
        /// Not mentioned; its status is what it was.
        Silent = "silent",
        /// The later round has no list of agreements.
        NotStated = "not-stated",
    }
}

/// Compares the agreements that have an act in either round or in an event between them.
pub(super) fn compare<'a>(pair: &Pair<'_, 'a>) -> Vec<AgreementChange<'a>> {
    let mut earlier = Walk::of(pair.earlier().and_then(named));
    let mut later = Walk::of(named(pair.later()));
    let about = about(pair);
    let entries = pair.earlier().and_then(named).into_iter();
    let entries = entries.chain(named(pair.later())).flatten();
    let mut ids: Vec<&Id> = entries.map(|entry| &entry.id).chain(&about).collect();
    // Two lists that are sorted already.
    ids.sort();
    ids.dedup();
    let change = |id| {
        let course = pair.series.courses.get(id)?;
        let sides = (earlier.find(id), later.find(id));
        let is_named = sides.0.is_some() || sides.1.is_some();
        (is_named || has_event(pair, course)).then(|| change(pair, id, course, sides))
    };
    ids.into_iter().filter_map(change).collect()
}

/// The agreements that events are about which may be between the rounds, or up to the first: an
/// event is before the round that tells of it, or after it and before the next.
fn about(pair: &Pair<'_, '_>) -> Vec<Id> {
    let (from, to) = (
        pair.earlier().map(SeriesRound::number),
        pair.later().number(),
    );
    let rounds = pair.series.rounds.iter();
    let rounds = rounds.filter(|round| from <= Some(round.number()) && round.number() <= to);
    let events = rounds.flat_map(|round| round.round.events.iter().flatten());
    let about = events.filter_map(|event| event.about.as_ref());
    about
        .map(|about| pair.series.current(ListKind::Agreements, &about.value))
        .collect()
}

/// What a round names.
fn named<'s, 'a>(round: &'s SeriesRound<'a>) -> Option<&'s [Entry<'a, AgreementMention>]> {
    round.agreements.as_deref()
}

/// Whether an event between the rounds, or up to the first, is about an agreement.
fn has_event(pair: &Pair<'_, '_>, course: &Course<'_>) -> bool {
    let later = pair.later();
    let event = |deed: &Deed<'_>| matches!(deed.record, crate::acts::Record::Event(..));
    course
        .between(pair.earlier().map(SeriesRound::number), later.number())
        .iter()
        .any(event)
}

/// The mention of an agreement in the earlier and in the later round.
type Named<'e, 'a> = (
    Option<&'e Entry<'a, AgreementMention>>,
    Option<&'e Entry<'a, AgreementMention>>,
);

fn change<'a>(
    pair: &Pair<'_, 'a>,
    id: &Id,
    course: &Course<'a>,
    (earlier_entry, later_entry): Named<'_, 'a>,
) -> AgreementChange<'a> {
    let (earlier, later) = (pair.earlier(), pair.later());
    let (from, to) = (earlier.map(SeriesRound::number), later.number());
    let (was, now) = (course.status(from), course.status(Some(to)));
    let definition = definition(course, Some(to));
    let acts: Vec<Deed<'a>> = course.between(from, to).to_vec();
    let class = if course.is_known(from) {
        let settled =
            course.standing.is_some() || now.is_some_and(|now| is_settled(now, &definition));
        match class(was, now, &acts, later_entry.is_some(), settled) {
            AgreementClass::Silent if later.agreements.is_none() => AgreementClass::NotStated,
            class => class,
        }
    } else {
        AgreementClass::FirstSeen
    };
    let rounds = course
        .mentions
        .iter()
        .map(|(number, _)| *number)
        .filter(|number| *number <= to);
    let sides = pair.sides(earlier_entry.cloned(), later_entry.cloned());
    AgreementChange {
        id: id.clone(),
        class,
        standing: course.standing.is_some(),
        status: pair.sides(was, now),
        fields: fields(pair, course),
        relations: relations(pair, course, to),
        acts,
        definition,
        sides,
        seen: seen::of(rounds.collect(), to),
        first_in_record: class == AgreementClass::FirstSeen
            && earlier.is_some_and(|earlier| earlier.agreements.is_none()),
    }
}

/// The class of an agreement that is known at the earlier round: the first rule that fits wins.
fn class(
    was: Option<Status>,
    now: Option<Status>,
    acts: &[Deed<'_>],
    mentioned: bool,
    settled: bool,
) -> AgreementClass {
    if was != now {
        match (was.and_then(Status::rung), now, now.and_then(Status::rung)) {
            (_, Some(Status::Superseded), _) => return AgreementClass::Superseded,
            (_, Some(_), None) => return AgreementClass::Ended,
            (None, _, Some(_)) => return AgreementClass::Advanced,
            (Some(before), _, Some(after)) if after > before => return AgreementClass::Advanced,
            (Some(before), _, Some(after)) if after < before => return AgreementClass::Regressed,
            _ => {}
        }
    }
    let last_change = acts.iter().rev().find_map(|deed| match deed.act {
        Act::Extended => Some(AgreementClass::Extended),
        Act::Amended => Some(AgreementClass::Amended),
        _ => None,
    });
    if let Some(class) = last_change {
        return class;
    }
    if !mentioned && acts.iter().all(|deed| deed.act.effect() == Effect::Mention) {
        return AgreementClass::Silent;
    }
    if settled {
        AgreementClass::Referenced
    } else {
        AgreementClass::Unchanged
    }
}

/// Whether an instrument has come as far as its kind goes, or has ended.
pub(crate) fn is_settled(status: Status, definition: &Definition) -> bool {
    let in_force = definition
        .kind
        .as_ref()
        .is_some_and(|kind| kind.value.settles_in_force());
    let needed = if in_force {
        Status::InForce
    } else {
        Status::Signed
    };
    status.is_ending() || status.rung() >= needed.rung()
}

/// What an agreement is as far as it was said by a round, or before the first: the later
/// statement holds.
pub fn definition(course: &Course<'_>, round: Option<u32>) -> Arc<Definition> {
    let mut said = Vec::new();
    said.extend(course.mentioned(round).map(|mention| &mention.definition));
    if let Some((last, rest)) = said.split_last()
        && rest.iter().all(|one| last.covers(one))
    {
        return Arc::clone(last);
    }
    let said = || said.iter().rev();
    Arc::new(Definition {
        title: said().find_map(|one| one.title.clone()),
        kind: said().find_map(|one| one.kind.clone()),
        binding: said().find_map(|one| one.binding.clone()),
        parties: said().find_map(|one| one.parties.clone()),
        sectors: said().find_map(|one| one.sectors.clone()),
        value: said().find_map(|one| one.value.clone()),
    })
}

fn relations(pair: &Pair<'_, '_>, course: &Course<'_>, round: u32) -> Vec<(Relation, Id)> {
    let current = |other: &Id| pair.series.current(ListKind::Agreements, other);
    let mut relations: Vec<(Relation, Id)> = course
        .mentioned(Some(round))
        .flat_map(|mention| &mention.relations)
        .map(|(relation, other)| (*relation, current(&other.value)))
        .collect();
    relations.sort();
    relations.dedup();
    relations
}
