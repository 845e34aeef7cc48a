//! Agreements through all rounds: the status at each, and the steps they took.

use super::points::AgreementPoints;
use super::stated::Stated;
use crate::acts::{Course, Deed, Moment};
use crate::compare::definition;
use crate::matching::{Series, SeriesRound};
use crate::model::agreement::Definition;
use crate::model::id::Id;
use crate::model::money::{Currency, Decimal, Nature};
use crate::model::round::ListKind;
use crate::model::status::{Effect, Status, Step};
use crate::tables::HashMap;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// One agreement through all rounds.
#[derive(Clone, Debug)]
pub struct AgreementHistory<'a> {
    /// The agreement.
    pub id: Id,
    /// Whether it stood before the first round.
    pub standing: bool,
    /// What it is, as far as the rounds told of say.
    pub definition: Arc<Definition>,
    /// How it stood at each round.
    pub points: AgreementPoints,
    /// What was done with it, in order.
    pub deeds: Vec<Deed<'a>>,
    /// The first round that mentions it.
    pub first: Option<u32>,
    /// The last round that mentions it.
    pub last: Option<u32>,
    /// The last round by which more was done with it than to mention it.
    pub acted_on: Option<u32>,
}

/// How an agreement stood at one round.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AgreementPoint {
    /// The round.
    pub round: u32,
    /// Whether it was known by then.
    pub known: bool,
    /// Whether the round mentions it; none where it does not state its agreements.
    pub mentioned: Option<bool>,
    /// Its status at the end of the round.
    pub status: Option<Status>,
    /// The step of the picture.
    pub step: Option<Step>,
}

impl AgreementHistory<'_> {
    /// Its status at the last round told of.
    pub fn status(&self) -> Option<Status> {
        self.points.last().and_then(|point| point.status)
    }

    /// Whether a round after the last that mentions it passed it over.
    pub fn is_silent(&self) -> bool {
        let passed = |last| self.points.passed_over(last, u32::MAX) > 0;
        self.last.is_some_and(passed)
    }
}

/// What agreements are worth together, in one currency and of one nature.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Total {
    /// The currency.
    pub currency: Currency,
    /// The nature of the amounts; none where none is given.
    pub nature: Option<Nature>,
    /// The sum; none where it is too large to hold.
    pub amount: Option<Decimal>,
    /// The agreements that make it up, by id.
    pub agreements: Vec<Id>,
}

pub(super) fn agreements<'a>(
    series: &Series<'a>,
    part: &[&SeriesRound<'a>],
    as_of: u32,
) -> Vec<AgreementHistory<'a>> {
    // Which rounds name each, by position; a search in every round for every agreement would grow
    // with the product of both.
    let mut named: HashMap<&Id, Vec<usize>> = HashMap::default();
    for (at, round) in part.iter().enumerate() {
        for entry in round.agreements.iter().flatten() {
            let places = named.entry(&entry.id).or_default();
            if places.last() != Some(&at) {
                places.push(at);
            }
        }
    }
    let rounds = Arc::new(Stated::of(part, |round| round.agreements.is_some()));
    let courses = series
        .courses
        .iter()
        .filter(|(_, course)| course.is_known(Some(as_of)));
    let mut all: Vec<AgreementHistory<'a>> = courses
        .map(|(id, course)| {
            let named = named.remove(id).unwrap_or_default();
            let points = AgreementPoints::of(&rounds, course, named);
            history(id, course, points, as_of)
        })
        .collect();
    all.sort_by(|a, b| a.id.cmp(&b.id));
    all
}

/// Adds the last round of a part to the agreements up to the round before.
pub(super) fn go_on<'a>(
    agreements: &mut Vec<AgreementHistory<'a>>,
    series: &Series<'a>,
    part: &[&SeriesRound<'a>],
) {
    let Some((round, before)) = part.split_last() else {
        return;
    };
    let (at, as_of) = (before.len(), round.number());
    let rounds = Arc::new(Stated::of(part, |round| round.agreements.is_some()));
    for agreement in agreements.iter_mut() {
        agreement.points.go_on(&rounds);
    }
    let named: BTreeSet<Id> = round
        .agreements
        .iter()
        .flatten()
        .map(|one| one.id.clone())
        .collect();
    // An event is before the round that tells of it, or after it and before the next.
    let events = before.last().into_iter().chain([round]);
    let events = events.flat_map(|round| round.round.events.iter().flatten());
    let about = events.filter_map(|event| event.about.as_ref());
    let about = about.map(|about| series.current(ListKind::Agreements, &about.value));
    let touched: BTreeSet<Id> = about.chain(named.iter().cloned()).collect();
    let mut new = Vec::new();
    for id in touched {
        let Some(course) = series.courses.get(&id) else {
            continue;
        };
        if !course.is_known(Some(as_of)) {
            continue;
        }
        let known = agreements.binary_search_by(|one| one.id.cmp(&id));
        let mut places = known.map_or_else(
            |_| Vec::new(),
            |known| agreements[known].points.named().to_vec(),
        );
        places.extend(named.contains(&id).then_some(at));
        let history = history(
            &id,
            course,
            AgreementPoints::of(&rounds, course, places),
            as_of,
        );
        match known {
            Ok(known) => agreements[known] = history,
            Err(_) => new.push(history),
        }
    }
    agreements.append(&mut new);
    // Two runs that are in order are merged.
    agreements.sort_by(|a, b| a.id.cmp(&b.id));
}

fn history<'a>(
    id: &Id,
    course: &Course<'a>,
    points: AgreementPoints,
    as_of: u32,
) -> AgreementHistory<'a> {
    let mut rounds = course
        .mentions
        .iter()
        .map(|(round, _)| *round)
        .filter(|round| *round <= as_of);
    let first = rounds.next();
    AgreementHistory {
        id: id.clone(),
        standing: course.standing.is_some(),
        definition: definition(course, Some(as_of)),
        points,
        acted_on: course.by(Some(as_of)).iter().filter_map(acted_on).max(),
        deeds: course.by(Some(as_of)).to_vec(),
        first,
        last: rounds.next_back().or(first),
    }
}

/// The round by which an act was recorded, where it is more than a mention.
fn acted_on(deed: &Deed<'_>) -> Option<u32> {
    let round = match deed.moment {
        Moment::Standing => return None,
        Moment::Before(round) | Moment::At(round) => round,
        Moment::After(round) => round.checked_add(1)?,
    };
    (deed.act.effect() != Effect::Mention).then_some(round)
}

/// Sums values by currency and nature; nothing is converted, and nothing else is added up.
pub(super) fn totals(agreements: &[AgreementHistory<'_>]) -> Vec<Total> {
    type Kind = (Currency, Option<Nature>);
    let mut sums: BTreeMap<Kind, Vec<(Decimal, &Id)>> = BTreeMap::new();
    for agreement in agreements.iter().filter(|one| !one.standing) {
        if let Some(value) = &agreement.definition.value {
            let value = &value.value;
            let kind = (value.currency, value.nature);
            let part = (value.amount, &agreement.id);
            sums.entry(kind).or_default().push(part);
        }
    }
    let mut totals = Vec::new();
    for ((currency, nature), parts) in sums {
        let mut amounts = parts.iter().map(|(amount, _)| *amount);
        totals.push(Total {
            currency,
            nature,
            amount: amounts.try_fold(Decimal::ZERO, Decimal::checked_add),
            agreements: parts.iter().map(|(_, id)| (*id).clone()).collect(),
        });
    }
    totals
}
