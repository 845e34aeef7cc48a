//! Who led each side: the same person, another title, a higher rank?

use super::{Action, Sides};
use crate::fold::fold;
use crate::model::head::{Head, HeadRole, Rank};
use crate::model::id::Id;
use crate::model::round::Round;
use crate::model::term::terms;
use crate::model::text::Text;
use std::collections::BTreeSet;

/// Who led one party's side.
#[derive(Clone, Debug)]
pub struct HeadChange<'a> {
    /// The party.
    pub party: Id,
    /// Heads on each side, matched by person, else by portfolio; one who led alone with one who did.
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

/// Compares the heads of two rounds, party by party.
pub(super) fn compare<'a>(before: Option<&'a Round>, after: &'a Round) -> Vec<HeadChange<'a>> {
    let all = |round: Option<&'a Round>| -> Vec<&'a Head> {
        round
            .into_iter()
            .filter_map(|round| round.heads.as_deref())
            .flatten()
            .collect()
    };
    let heads = Sides {
        before: all(before),
        after: all(Some(after)),
    };
    let both = heads.before.iter().chain(&heads.after);
    let parties: BTreeSet<&Id> = both.map(|head| &head.party.value).collect();
    let of = |heads: &[&'a Head], party: &Id| -> Vec<&'a Head> {
        heads
            .iter()
            .copied()
            .filter(|head| head.party.value == *party)
            .collect()
    };
    let stated = |party: &Id| {
        before.is_some_and(|before| are_stated(before, party)) && are_stated(after, party)
    };
    parties
        .into_iter()
        .map(|party| {
            let sides = Sides {
                before: of(&heads.before, party),
                after: of(&heads.after, party),
            };
            let ranks = Sides {
                before: highest(&sides.before),
                after: highest(&sides.after),
            };
            HeadChange {
                party: party.clone(),
                rank: ranks
                    .before
                    .zip(ranks.after)
                    .map(|(before, after)| rank(before, after)),
                ranks,
                people: people(&sides, stated(party)),
            }
        })
        .collect()
}

/// Whether a round says who was on a party's side: what is unknown is left out, so that only an
/// empty list, or one that names somebody of the party, does.
pub(crate) fn are_stated(round: &Round, party: &Id) -> bool {
    let of_party = |heads: &Vec<Head>| heads.iter().any(|head| head.party.value == *party);
    let heads = round.heads.as_ref();
    heads.is_some_and(|heads| heads.is_empty() || of_party(heads))
}

/// The highest rank among those who led; `other` compares with none.
fn highest(heads: &[&Head]) -> Option<Rank> {
    let led = heads.iter().filter(|head| leads(head));
    let ranks = led.filter_map(|head| head.rank.as_ref().map(|rank| rank.value));
    ranks.filter(|rank| *rank != Rank::Other).min()
}

/// Ranks are ordered from the highest down.
fn rank(before: Rank, after: Rank) -> RankChange {
    match after.cmp(&before) {
        std::cmp::Ordering::Less => RankChange::Up,
        std::cmp::Ordering::Equal => RankChange::Equal,
        std::cmp::Ordering::Greater => RankChange::Down,
    }
}

/// Pairs people by their ids, then those left over by their portfolios, then two who led alone.
fn people<'a>(sides: &Sides<Vec<&'a Head>>, stated: bool) -> Vec<PersonChange<'a>> {
    let mut left: Vec<&'a Head> = sides.before.clone();
    let mut right: Vec<&'a Head> = sides.after.clone();
    let mut people = Vec::new();
    let same_person = |one: &Head, other: &Head| one.person.is_some() && one.person == other.person;
    let same_office = |one: &Head, other: &Head| {
        one.role == other.role && portfolio(one).is_some() && portfolio(one) == portfolio(other)
    };
    let alone = |heads: &[&'a Head]| heads.iter().filter(|head| leads(head)).count() == 1;
    let both_alone = alone(&sides.before) && alone(&sides.after);
    let same_part = |one: &Head, other: &Head| both_alone && leads(one) && leads(other);
    let ways: [Same<'_>; 3] = [&same_person, &same_office, &same_part];
    for same in ways {
        left.retain(|before| {
            let Some(at) = right.iter().position(|after| same(before, after)) else {
                return true;
            };
            let after = right.remove(at);
            people.push(person(Some(before), Some(after), stated));
            false
        });
    }
    people.extend(
        left.into_iter()
            .map(|head| person(Some(head), None, stated)),
    );
    people.extend(
        right
            .into_iter()
            .map(|head| person(None, Some(head), stated)),
    );
    people
}

/// Whether two entries are taken for one.
type Same<'f> = &'f dyn Fn(&Head, &Head) -> bool;

fn leads(head: &Head) -> bool {
    head.role == HeadRole::Head
}

fn portfolio(head: &Head) -> Option<&Id> {
    head.portfolio.as_ref().map(|portfolio| &portfolio.value)
}

fn person<'a>(before: Option<&'a Head>, after: Option<&'a Head>, stated: bool) -> PersonChange<'a> {
    let both = before.zip(after);
    let action = match (before, after) {
        (Some(_), Some(_)) => Some(Action::Kept),
        (None, _) => stated.then_some(Action::Added),
        (Some(_), None) => stated.then_some(Action::Removed),
    };
    let people = both.and_then(|(one, other)| one.person.as_ref().zip(other.person.as_ref()));
    let portfolios = both.and_then(|(one, other)| portfolio(one).zip(portfolio(other)));
    PersonChange {
        sides: Sides { before, after },
        action,
        same_person: people.map(|(one, other)| one == other),
        same_title: both.and_then(|(one, other)| same_titles(one, other)),
        same_portfolio: portfolios.map(|(one, other)| one == other),
    }
}

/// Whether two people have the same titles, in a language that both are given in.
fn same_titles(one: &Head, other: &Head) -> Option<bool> {
    let in_lang = |head: &Head, lang: &str| -> BTreeSet<String> {
        head.titles
            .iter()
            .filter_map(|title| title.get(lang))
            .map(fold)
            .collect()
    };
    let langs = one
        .titles
        .iter()
        .flat_map(Text::iter)
        .map(|(lang, _)| lang.as_str());
    let pairs: Vec<(BTreeSet<String>, BTreeSet<String>)> = langs
        .map(|lang| (in_lang(one, lang), in_lang(other, lang)))
        .filter(|(one, other)| !one.is_empty() && !other.is_empty())
        .collect();
    (!pairs.is_empty()).then(|| pairs.iter().any(|(one, other)| one == other))
}
