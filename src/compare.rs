//! Two rounds, side by side: what changed, in facts. No sentences.

mod agreements;
mod classes;
mod commitments;
mod fields;
mod heads;
mod indicators;
mod lists;
mod meeting;
mod promise;
mod rewording;
mod seen;
mod walk;
pub mod wording;

pub(crate) use agreements::is_settled;
pub use agreements::{AgreementChange, AgreementClass, definition};
pub use commitments::CommitmentChange;
pub use fields::FieldChange;
pub(crate) use heads::are_stated;
pub use heads::{HeadChange, PersonChange, RankChange};
pub use indicators::{IndicatorChange, MoneyChange};
pub use lists::{Action, Class, ItemChange, ListChanges};
pub use meeting::{Meeting, PlaceChange, days_between, delay, host};
pub use promise::{CommitmentState, Promise, Standing, Venue, promises};
pub use seen::Seen;
pub use wording::{Piece, TextChange};

use crate::matching::{Series, SeriesRound};
use crate::model::round::{Indicator, ListKind, Round};

/// Something on both sides of a comparison.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, serde::Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct Sides<T> {
    /// On the side of *before*.
    pub before: T,
    /// On the side of *after*.
    pub after: T,
}

/// Everything that two rounds of one dialogue have in common or not.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    /// The round compared from; none where the first round is described alone.
    pub before: Option<&'a Round>,
    /// The round compared to.
    pub after: &'a Round,
    /// Whether *after* is the earlier of the two, so that the comparison is mirrored.
    pub reversed: bool,
    /// Numbers of the rounds between the two, in time order.
    pub between: Vec<u32>,
    /// The meeting itself.
    pub meeting: Meeting<'a>,
    /// Sectors.
    pub sectors: ListChanges<'a>,
    /// Regional and international issues.
    pub topics: ListChanges<'a>,
    /// Programmes.
    pub programmes: ListChanges<'a>,
    /// Working groups, committees and forums.
    pub bodies: ListChanges<'a>,
    /// Agreements that have an act in either round or in an event between them.
    pub agreements: Vec<AgreementChange<'a>>,
    /// Commitments made, open or followed up at either round.
    pub commitments: Vec<CommitmentChange<'a>>,
    /// Figures that either round quotes.
    pub indicators: Vec<IndicatorChange<'a>>,
}

/// Compares two rounds of a series, in either order; nothing where it lacks one of them.
pub fn compare<'a>(series: &Series<'a>, before: u32, after: u32) -> Option<Comparison<'a>> {
    let before = series.round(before)?;
    Some(comparison(&Pair {
        series,
        before: Some(before),
        after: series.round(after)?,
    }))
}

/// Describes a round with nothing before it: its lists are named, and none is compared.
pub fn first<'a>(series: &Series<'a>, round: u32) -> Option<Comparison<'a>> {
    Some(comparison(&Pair {
        series,
        before: None,
        after: series.round(round)?,
    }))
}

fn comparison<'a>(pair: &Pair<'_, 'a>) -> Comparison<'a> {
    let numbers = pair.series.rounds.iter().map(SeriesRound::number);
    let later = pair.later().number();
    Comparison {
        before: pair.before.map(|before| before.round),
        after: pair.after.round,
        reversed: pair.reversed(),
        between: pair.earlier().map_or_else(Vec::new, |earlier| {
            let from = earlier.number();
            numbers
                .filter(|number| *number > from && *number < later)
                .collect()
        }),
        meeting: meeting::compare(pair),
        sectors: lists::compare(pair, ListKind::Sectors),
        topics: lists::compare(pair, ListKind::Topics),
        programmes: lists::compare(pair, ListKind::Programmes),
        bodies: lists::compare(pair, ListKind::Bodies),
        agreements: agreements::compare(pair),
        commitments: commitments::compare(pair),
        indicators: indicators::compare(pair),
    }
}

impl Comparison<'_> {
    /// Whether the rounds differ in anything but when they were held.
    pub fn is_changed(&self) -> bool {
        let lists = [&self.sectors, &self.topics, &self.programmes, &self.bodies];
        let item =
            |change: &ItemChange<'_>| change.class != Class::Continued || change.salience.is_some();
        let agreement = |change: &AgreementChange<'_>| {
            change.status.before != change.status.after
                || !change.fields.is_empty()
                || !matches!(
                    change.class,
                    AgreementClass::Referenced | AgreementClass::Unchanged
                )
        };
        let state = |side: &Option<Standing<'_>>| side.as_ref().map(|standing| standing.state);
        let commitment = |change: &CommitmentChange<'_>| {
            state(&change.state.before) != state(&change.state.after)
        };
        let figure = |change: &IndicatorChange<'_>| {
            let told = |side: Option<&Indicator>| {
                let period = |one: &Indicator| Some(one.period.as_ref()?.value.clone());
                side.map(|one| (one.value.value, one.unit.clone(), period(one)))
            };
            told(change.sides.before) != told(change.sides.after)
        };
        lists
            .iter()
            .any(|list| list.stated.before != list.stated.after || list.changes.iter().any(item))
            || self.agreements.iter().any(agreement)
            || self.commitments.iter().any(commitment)
            || self.indicators.iter().any(figure)
            || self.meeting.is_changed()
    }
}

/// The two rounds of a comparison, in their series.
struct Pair<'s, 'a> {
    series: &'s Series<'a>,
    before: Option<&'s SeriesRound<'a>>,
    after: &'s SeriesRound<'a>,
}

impl<'s, 'a> Pair<'s, 'a> {
    /// Whether *after* is the earlier of the two.
    fn reversed(&self) -> bool {
        self.before
            .is_some_and(|before| self.after.number() < before.number())
    }

    /// The earlier of the two in time; none where there is one only.
    fn earlier(&self) -> Option<&'s SeriesRound<'a>> {
        if self.reversed() {
            Some(self.after)
        } else {
            self.before
        }
    }

    /// The later of the two in time.
    fn later(&self) -> &'s SeriesRound<'a> {
        match self.before {
            Some(before) if self.reversed() => before,
            _ => self.after,
        }
    }

    /// Puts what belongs to the earlier and to the later round on their sides.
    fn sides<T>(&self, earlier: T, later: T) -> Sides<T> {
        if self.reversed() {
            Sides {
                before: later,
                after: earlier,
            }
        } else {
            Sides {
                before: earlier,
                after: later,
            }
        }
    }
}
