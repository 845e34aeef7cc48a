//! Two rounds, side by side: what changed, in facts. No sentences.

mod agreements;
mod classes;
mod commitments;
mod heads;
mod indicators;
mod lists;
mod meeting;
mod rewording;
mod seen;
pub mod wording;

pub use commitments::standing;
pub use lists::agenda;

use crate::acts::Deed;
use crate::matching::{Entry, Series, SeriesRound};
use crate::model::agreement::{AgreementMention, AgreementType, Binding, Definition, Relation};
use crate::model::commitment::{CommitmentAct, CommitmentKind, CommitmentMention};
use crate::model::date::{Date, Days};
use crate::model::head::{Head, Rank};
use crate::model::id::Id;
use crate::model::mention::Salience;
use crate::model::money::{Decimal, Money};
use crate::model::round::{Indicator, Level, ListKind, Mode, Place, Round};
use crate::model::status::{Act, Status};
use crate::model::term::terms;
use crate::model::text::{Lang, Text};

/// Something on both sides of a comparison.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, serde::Serialize, schemars::JsonSchema)]
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
        let item = |change: &ItemChange<'_>| {
            change.class != Class::Continued || change.salience.is_some()
        };
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
            let value = |side: Option<&Indicator>| side.map(|one| one.value.value);
            value(change.sides.before) != value(change.sides.after)
        };
        lists.iter().any(|list| {
            list.stated.before != list.stated.after || list.changes.iter().any(item)
        }) || self.agreements.iter().any(agreement)
            || self.commitments.iter().any(commitment)
            || self.indicators.iter().any(figure)
            || self.meeting.is_changed()
    }
}

impl Meeting<'_> {
    /// Whether place, mode, level or heads differ.
    fn is_changed(&self) -> bool {
        let person = |person: &PersonChange<'_>| {
            person.action != Some(Action::Kept)
                || person.same_person == Some(false)
                || person.same_title == Some(false)
        };
        self.place == Some(PlaceChange::Moved)
            || self.modes.before != self.modes.after
            || self.levels.before != self.levels.after
            || self.heads_stated.before != self.heads_stated.after
            || self.heads.iter().any(|party| party.people.iter().any(person))
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

/// What became of one of the lists of mentions.
#[derive(Clone, Debug, Default)]
pub struct ListChanges<'a> {
    /// Whether each side has the list at all; where one has not, nothing is compared.
    pub stated: Sides<bool>,
    /// What each side that has the list names, by id.
    pub named: Sides<Vec<Entry<'a>>>,
    /// The changes, by id; none where a side has no list.
    pub changes: Vec<ItemChange<'a>>,
}

/// What became of one item.
#[derive(Clone, Debug)]
pub struct ItemChange<'a> {
    /// The item.
    pub id: Id,
    /// Whether it is on both sides, or on which.
    pub action: Action,
    /// What kind of change it is.
    pub class: Class,
    /// The other end of a broadened, narrowed or reframed pair.
    pub with: Option<Id>,
    /// The broader item, for one that is specified or absorbed.
    pub under: Option<Id>,
    /// The pair that the item would have made, had it not been resumed.
    pub set_aside: Option<Id>,
    /// The mention on each side.
    pub sides: Sides<Option<Entry<'a>>>,
    /// Where else in the series it stands, up to the later of the two rounds.
    pub seen: Seen,
    /// How the wording changed, in each language that both sides have it in.
    pub wording: Vec<TextChange>,
    /// How central it was on each side, where both say so and the two differ.
    pub salience: Option<Sides<Salience>>,
}

terms! {
    /// Whether an item is on both sides, or on which.
    Action {
        /// On both.
        Kept = "kept",
        /// Only in *after*.
        Added = "added",
        /// Only in *before*.
        Removed = "removed",
    }
}

terms! {
    /// What kind of change an item went through.
    Class {
        /// Kept as it was.
        Continued = "continued",
        /// Kept under another wording.
        Reworded = "reworded",
        /// Back after an absence.
        Resumed = "resumed",
        /// A wider item in place of a narrower one.
        Broadened = "broadened",
        /// A narrower item in place of a wider one.
        Narrowed = "narrowed",
        /// An item in place of a related one.
        Reframed = "reframed",
        /// A narrower item beside a wider one that was there.
        Specified = "specified",
        /// First named.
        New = "new",
        /// Gone, while a wider item is there.
        Absorbed = "absorbed",
        /// Gone from a list that is complete.
        Dropped = "dropped",
        /// Gone from a list that is open.
        NotMentioned = "not-mentioned",
    }
}

/// Where an item stands in the series, up to the later round of a comparison.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Seen {
    /// The first round that names it.
    pub first: Option<u32>,
    /// The last round before the later side that names it.
    pub last: Option<u32>,
    /// Every round that names it.
    pub rounds: Vec<u32>,
    /// Whether every earlier round is known, none is missing, and each list is complete,
    /// so that *new* may be said to be for the first time.
    pub certain: bool,
}

/// How one text differs from another, word by word.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TextChange {
    /// The language of both texts.
    pub lang: Lang,
    /// The pieces in order; kept and removed ones make the text before, kept and added ones after.
    pub pieces: Vec<Piece>,
}

/// A run of words that stayed, went or came.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize, schemars::JsonSchema)]
pub struct Piece {
    /// What became of it.
    pub action: Action,
    /// The words, with the spaces that follow them.
    pub text: String,
}

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
    pub definition: Definition,
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

/// How far an amount moved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MoneyChange {
    /// After less before, in their currency.
    pub amount: Decimal,
    /// The same as a percentage of before, rounded to one decimal place, halves away from zero; none of zero.
    pub percent: Option<Decimal>,
}

/// What became of one commitment.
#[derive(Clone, Debug)]
pub struct CommitmentChange<'a> {
    /// The commitment.
    pub id: Id,
    /// How it stood at each side's round; none where it was not made yet.
    pub state: Sides<Option<Standing<'a>>>,
    /// The round that made it.
    pub made_in: u32,
    /// The mention that made it.
    pub promise: &'a CommitmentMention,
    /// Whether it is about the next round.
    pub kind: CommitmentKind,
    /// The mention on each side.
    pub sides: Sides<Option<Entry<'a, CommitmentMention>>>,
}

/// How a commitment stands at a round.
#[derive(Clone, Debug)]
pub struct Standing<'a> {
    /// The state.
    pub state: CommitmentState,
    /// How late it was kept, from the end of the due window to the delivery.
    pub late: Option<Days>,
    /// When it was kept, where that is known.
    pub delivered: Option<&'a Date>,
    /// Whether the promised place was kept; none where none was promised or it is not kept yet.
    pub venue: Option<Venue>,
    /// The last thing that a round said of it.
    pub act: Option<(u32, CommitmentAct)>,
}

terms! {
    /// How a commitment stands.
    CommitmentState {
        /// Not yet due.
        Open = "open",
        /// Kept in time.
        Fulfilled = "fulfilled",
        /// Kept after it was due.
        FulfilledLate = "fulfilled-late",
        /// Kept in part.
        PartlyFulfilled = "partly-fulfilled",
        /// Due, and not recorded as kept.
        Overdue = "overdue",
        /// Without a due date, and not mentioned again.
        Silent = "silent",
        /// Moved forward.
        Progressed = "progressed",
        /// Given up, and said so.
        Dropped = "dropped",
        /// Replaced by another.
        Superseded = "superseded",
        /// The dates are too coarse to tell.
        CannotTell = "cannot-tell",
    }
}

terms! {
    /// Whether a promised place was kept.
    Venue {
        /// It was.
        Kept = "kept",
        /// It was not.
        NotKept = "not-kept",
        /// Too little is known of either place.
        CannotTell = "cannot-tell",
    }
}

/// The meeting itself, on both sides.
#[derive(Clone, Debug)]
pub struct Meeting<'a> {
    /// Days from the first day of *before* to the first day of *after*; negative when reversed.
    pub interval: Option<Days>,
    /// Whether the two places are the same; none where either is unknown.
    pub place: Option<PlaceChange>,
    /// The place on each side.
    pub places: Sides<Option<&'a Place>>,
    /// The party that hosted each side: the one whose country the place is in.
    pub hosts: Sides<Option<Id>>,
    /// How each was held.
    pub modes: Sides<Option<Mode>>,
    /// At what level.
    pub levels: Sides<Option<Level>>,
    /// From the last day it was planned for to the first day it was held, each side; none where
    /// not planned. Less than nothing is early.
    pub delays: Sides<Option<Days>>,
    /// Who led, party by party; empty where neither side says.
    pub heads: Vec<HeadChange<'a>>,
    /// Whether each side says who led.
    pub heads_stated: Sides<bool>,
}

terms! {
    /// How two places compare.
    PlaceChange {
        /// The same place.
        Same = "same",
        /// Another place.
        Moved = "moved",
        /// Too little is known of either.
        CannotTell = "cannot-tell",
    }
}

/// Who led one party's side.
#[derive(Clone, Debug)]
pub struct HeadChange<'a> {
    /// The party.
    pub party: Id,
    /// Heads on each side, matched by person, else by portfolio.
    pub people: Vec<PersonChange<'a>>,
    /// How the highest rank moved; none where either is unknown.
    pub rank: Option<RankChange>,
    /// The highest rank on each side.
    pub ranks: Sides<Option<Rank>>,
}

/// One person, or one portfolio held by two.
#[derive(Clone, Debug)]
pub struct PersonChange<'a> {
    /// The entry on each side.
    pub sides: Sides<Option<&'a Head>>,
    /// Stayed, joined or left; none where the other side says nothing of its heads.
    pub action: Option<Action>,
    /// Whether it is the same person; none where either has no id, or there is one side only.
    pub same_person: Option<bool>,
    /// Whether the titles are the same after folding; none where either has none.
    pub same_title: Option<bool>,
    /// Whether the portfolio is the same; none where either is unknown.
    pub same_portfolio: Option<bool>,
}

terms! {
    /// How a rank moved.
    RankChange {
        /// Higher than before.
        Up = "up",
        /// Lower than before.
        Down = "down",
        /// The same.
        Equal = "equal",
    }
}

/// What became of one figure.
#[derive(Clone, Debug)]
pub struct IndicatorChange<'a> {
    /// What is measured.
    pub id: Id,
    /// The figure on each side.
    pub sides: Sides<Option<&'a Indicator>>,
    /// The difference, where unit is the same and both sides have the figure.
    pub change: Option<MoneyChange>,
}
