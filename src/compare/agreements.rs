//! Agreements: where each stands at either round, and what happened in between.

use super::rewording::text_changes;
use super::seen;
use super::{AgreementChange, AgreementClass, FieldChange, MoneyChange, Pair, Sides};
use crate::acts::{Course, Deed};
use crate::matching::{Entry, SeriesRound};
use crate::model::agreement::{AgreementAct, AgreementMention, Definition, Relation};
use crate::model::id::Id;
use crate::model::money::Money;
use crate::model::round::ListKind;
use crate::model::status::{Act, Effect, Status};
use crate::span::Located;

/// Compares the agreements that have an act in either round or in an event between them.
pub(super) fn compare<'a>(pair: &Pair<'_, 'a>) -> Vec<AgreementChange<'a>> {
    let courses = pair.series.courses.iter();
    let mut changes: Vec<AgreementChange<'a>> = courses
        .filter(|(id, course)| is_listed(pair, id, course))
        .map(|(id, course)| change(pair, id, course))
        .collect();
    changes.sort_by(|a, b| a.id.cmp(&b.id));
    changes
}

fn is_listed(pair: &Pair<'_, '_>, id: &Id, course: &Course<'_>) -> bool {
    let later = pair.later();
    let event = |deed: &Deed<'_>| matches!(deed.record, crate::acts::Record::Event(..));
    pair.earlier()
        .and_then(|earlier| entry(earlier, id))
        .is_some()
        || entry(later, id).is_some()
        || course
            .between(pair.earlier().map(SeriesRound::number), later.number())
            .any(event)
}

fn entry<'a>(round: &SeriesRound<'a>, id: &Id) -> Option<Entry<'a, AgreementMention>> {
    let entries = round.agreements.as_deref()?;
    let at = entries.binary_search_by(|entry| entry.id.cmp(id)).ok()?;
    Some(entries[at].clone())
}

fn change<'a>(pair: &Pair<'_, 'a>, id: &Id, course: &Course<'a>) -> AgreementChange<'a> {
    let (earlier, later) = (pair.earlier(), pair.later());
    let (from, to) = (earlier.map(SeriesRound::number), later.number());
    let (was, now) = (course.status(from), course.status(Some(to)));
    let definition = definition(course, Some(to));
    let acts: Vec<Deed<'a>> = course.between(from, to).copied().collect();
    let later_entry = entry(later, id);
    let class = if !course.is_known(from) {
        AgreementClass::FirstSeen
    } else if later.agreements.is_none() && acts.is_empty() {
        AgreementClass::NotStated
    } else {
        let settled =
            course.standing.is_some() || now.is_some_and(|now| is_settled(now, &definition));
        class(was, now, &acts, later_entry.is_some(), settled)
    };
    let rounds = course
        .mentions
        .iter()
        .map(|(number, _)| *number)
        .filter(|number| *number <= to);
    let sides = pair.sides(earlier.and_then(|earlier| entry(earlier, id)), later_entry);
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
fn is_settled(status: Status, definition: &Definition) -> bool {
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
fn definition(course: &Course<'_>, round: Option<u32>) -> Definition {
    let said = course.mentioned(round);
    said.fold(Definition::default(), |known, mention| {
        merge(known, &mention.definition)
    })
}

fn merge(known: Definition, said: &Definition) -> Definition {
    let later = said.clone();
    Definition {
        title: later.title.or(known.title),
        kind: later.kind.or(known.kind),
        binding: later.binding.or(known.binding),
        parties: later.parties.or(known.parties),
        sectors: later.sectors.or(known.sectors),
        value: later.value.or(known.value),
    }
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

/// What was said of an agreement by the earlier round and is said differently by the later.
fn fields(pair: &Pair<'_, '_>, course: &Course<'_>) -> Vec<FieldChange> {
    let earlier = definition(course, pair.earlier().map(SeriesRound::number));
    let later = definition(course, Some(pair.later().number()));
    let sides = pair.sides(earlier, later);
    let (before, after) = (&sides.before, &sides.after);
    let mut fields = Vec::new();
    if let Some((before, after)) = both(before.title.as_ref(), after.title.as_ref()) {
        let changes = text_changes(&before, &after);
        if !changes.is_empty() {
            fields.push(FieldChange::Title(Sides { before, after }, changes));
        }
    }
    if let Some((before, after)) = both(before.kind.as_ref(), after.kind.as_ref()) {
        fields.push(FieldChange::Type(Sides { before, after }));
    }
    if let Some((before, after)) = both(before.binding.as_ref(), after.binding.as_ref()) {
        fields.push(FieldChange::Binding(Sides { before, after }));
    }
    let parties = |one: &Definition| {
        let parties = one.parties.as_ref()?;
        let ids = parties.value.iter().map(|party| party.value.clone());
        Some(sorted(ids))
    };
    if let (Some(before), Some(after)) = (parties(before), parties(after))
        && before != after
    {
        fields.push(FieldChange::Parties(Sides { before, after }));
    }
    let sectors = |one: &Definition| {
        let sectors = one.sectors.as_ref()?;
        let names = pair.series.record.names();
        let ids = sectors
            .value
            .iter()
            .filter_map(|name| names.resolve(ListKind::Sectors, &name.value));
        Some(sorted(ids.flat_map(|resolved| resolved.ids)))
    };
    if let (Some(before), Some(after)) = (sectors(before), sectors(after))
        && before != after
    {
        fields.push(FieldChange::Sectors(Sides { before, after }));
    }
    if let Some((before, after)) = both(before.value.as_ref(), after.value.as_ref()) {
        let change = money_change(&before, &after);
        fields.push(FieldChange::Value(Sides { before, after }, change));
    }
    fields.extend(dates(pair, course));
    fields
}

/// The two values, where both are given and they differ.
fn both<T: Clone + PartialEq>(
    before: Option<&Located<T>>,
    after: Option<&Located<T>>,
) -> Option<(T, T)> {
    let (before, after) = (&before?.value, &after?.value);
    (before != after).then(|| (before.clone(), after.clone()))
}

fn sorted(ids: impl Iterator<Item = Id>) -> Vec<Id> {
    let mut ids: Vec<Id> = ids.collect();
    ids.sort();
    ids.dedup();
    ids
}

fn money_change(before: &Money, after: &Money) -> Option<MoneyChange> {
    if before.currency != after.currency || before.nature != after.nature {
        return None;
    }
    let amount = after.amount.checked_sub(before.amount)?;
    Some(MoneyChange {
        amount,
        percent: amount.percent_of(before.amount),
    })
}

/// The same act, dated differently by the two rounds.
fn dates(pair: &Pair<'_, '_>, course: &Course<'_>) -> Vec<FieldChange> {
    let mention = |number: u32| {
        course
            .mentions
            .iter()
            .find(|(round, _)| *round == number)
            .map(|(_, mention)| *mention)
    };
    let before = pair.before.and_then(|before| mention(before.number()));
    let (Some(before), Some(after)) = (before, mention(pair.after.number())) else {
        return Vec::new();
    };
    let changed = before.acts.iter().enumerate().filter_map(|(at, act)| {
        // An act that stands several times on a side is held against the others in order.
        let same = |one: &&AgreementAct| one.act == act.act;
        let nth = before.acts[..at].iter().filter(same).count();
        let other = after.acts.iter().filter(same).nth(nth)?;
        let (one, other) = (&act.date.as_ref()?.value, &other.date.as_ref()?.value);
        (one != other).then(|| {
            let (before, after) = (one.clone(), other.clone());
            FieldChange::Date(act.act, Sides { before, after })
        })
    });
    changed.collect()
}
