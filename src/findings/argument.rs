//! The facts in a conclusion.

use crate::model::date::Days;
use crate::model::id::Id;
use crate::model::money::{Decimal, Money};
use crate::model::term::Term;
use crate::model::text::Text;

/// A fact in a finding; how it is written is the report's business.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Argument {
    /// A count.
    Count(u64),
    /// A round, by number.
    Round(u32),
    /// One sector.
    Sector(Id),
    /// Several sectors, those that matter most first.
    Sectors(Vec<Id>),
    /// An agreement.
    Agreement(Id),
    /// A commitment.
    Commitment(Id),
    /// A party.
    Party(Id),
    /// Several parties.
    Parties(Vec<Id>),
    /// People by id, with the names that the record has.
    People(Vec<(Id, Option<Text>)>),
    /// Words of the record that have no title, such as portfolios.
    Words(Vec<Id>),
    /// A source.
    Source(Id),
    /// A number of days.
    Days(Days),
    /// A word of a closed list: the prefix of its message in the catalogues, and the word; none
    /// where it is not known.
    Term(&'static str, Option<&'static str>),
    /// An amount of money.
    Money(Money),
    /// What an agreement is worth; none where that is not known.
    Worth(Option<Money>),
    /// A percentage.
    Percent(Decimal),
    /// A key of the record.
    Key(Box<str>),
    /// A text of the record.
    Text(Text),
}

impl Argument {
    /// A word of a closed list.
    pub(super) fn term<T: Term>(prefix: &'static str, term: T) -> Self {
        Self::Term(prefix, Some(term.as_str()))
    }

    /// A count of things.
    pub(super) fn count<T>(things: &[T]) -> Self {
        Self::Count(things.len() as u64)
    }
}
