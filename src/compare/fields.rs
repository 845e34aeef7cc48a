//! What two rounds say differently of one agreement.

use super::agreements::definition;
use super::rewording::text_changes;
use super::{MoneyChange, Pair, Sides, TextChange};
use crate::acts::Course;
use crate::matching::SeriesRound;
use crate::model::agreement::{AgreementAct, AgreementType, Binding, Definition};
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::money::Money;
use crate::model::round::ListKind;
use crate::model::status::Act;
use crate::model::text::Text;
use crate::span::Located;

/// One field that two mentions of an agreement give differently.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FieldChange {
    /// The title, with the words that changed in each language that both sides have.
    Title(Sides<Text>, Vec<TextChange>),
    /// The kind of instrument.
    Type(Sides<AgreementType>),
    /// Whether it binds.
    Binding(Sides<Binding>),
    /// The parties, by id.
    Parties(Sides<Vec<Id>>),
    /// The sectors, by id.
    Sectors(Sides<Vec<Id>>),
    /// The value; the difference and its percentage where currency and nature are the same.
    Value(Sides<Money>, Option<MoneyChange>),
    /// The date of the same act, given differently.
    Date(Act, Sides<Date>),
}

/// What was said of an agreement by the earlier round and is said differently by the later.
pub(super) fn fields(pair: &Pair<'_, '_>, course: &Course<'_>) -> Vec<FieldChange> {
    let from = pair.earlier().map(SeriesRound::number);
    let to = Some(pair.later().number());
    let said = course.mentioned(from).count();
    if said == 0 || said == course.mentioned(to).count() {
        // Nothing was said before, or nothing since.
        return Vec::new();
    }
    let (earlier, later) = (definition(course, from), definition(course, to));
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
