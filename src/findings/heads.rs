//! Who led each side, of what rank, in which office.

use super::Argument;
use super::facts::Facts;
use super::rule::meeting as rules;
use crate::compare::{Comparison, HeadChange, RankChange, Sides};
use crate::model::head::{Head, HeadRole};
use crate::model::id::Id;
use crate::model::text::Text;
use crate::span::Span;

/// Draws the conclusions about those who led.
pub(super) fn find(comparison: &Comparison<'_>, facts: &mut Facts<'_, '_>) {
    let round = comparison.after.number.value;
    for change in &comparison.meeting.heads {
        let led = Led::of(change);
        rank(change, &led, round, facts);
        people(change, &led, round, facts);
        portfolios(change, &led, round, facts);
    }
}

/// Those who led a side, at both rounds.
struct Led<'a>(Sides<Vec<&'a Head>>);

impl<'a> Led<'a> {
    fn of(change: &HeadChange<'a>) -> Self {
        let led = |head: Option<&'a Head>| head.filter(|head| head.role == HeadRole::Head);
        let people = || change.people.iter().map(|person| person.sides);
        Self(Sides {
            before: people().filter_map(|sides| led(sides.before)).collect(),
            after: people().filter_map(|sides| led(sides.after)).collect(),
        })
    }

    fn spans(&self) -> Vec<Span> {
        let both = self.0.before.iter().chain(&self.0.after);
        both.map(|head| head.span).collect()
    }

    /// Something of everyone on both sides, each once, sorted; none where someone lacks it, or a
    /// side has nobody.
    fn all<T: Ord>(&self, of: impl Fn(&'a Head) -> Option<T>) -> Option<Sides<Vec<T>>> {
        let side = |heads: &[&'a Head]| {
            let all: Option<Vec<T>> = heads.iter().map(|head| of(head)).collect();
            let mut all = all.filter(|all| !all.is_empty())?;
            all.sort_unstable();
            all.dedup();
            Some(all)
        };
        Some(Sides {
            before: side(&self.0.before)?,
            after: side(&self.0.after)?,
        })
    }

    /// People with the names that one side has for them.
    fn named(heads: &[&'a Head], people: &[&Id]) -> Argument {
        let name = |person: &Id| -> Option<Text> {
            let same = |head: &&&Head| head.person.as_ref() == Some(person);
            heads.iter().find(same)?.name.clone()
        };
        let named = people
            .iter()
            .map(|person| ((*person).clone(), name(person)));
        Argument::People(named.collect())
    }
}

fn rank(change: &HeadChange<'_>, led: &Led<'_>, round: u32, facts: &mut Facts<'_, '_>) {
    let rule = match change.rank {
        Some(RankChange::Up) => rules::RANK_RAISED,
        Some(RankChange::Down) => rules::RANK_LOWERED,
        Some(RankChange::Equal) | None => return,
    };
    let (Some(from), Some(to)) = (change.ranks.before, change.ranks.after) else {
        return;
    };
    let arguments = vec![
        ("from", Argument::term("rank", from)),
        ("party", Argument::Party(change.party.clone())),
        ("round", Argument::Round(round)),
        ("to", Argument::term("rank", to)),
    ];
    facts.add(rule, arguments, led.spans());
}

fn people(change: &HeadChange<'_>, led: &Led<'_>, round: u32, facts: &mut Facts<'_, '_>) {
    let Some(Sides { before, after }) = led.all(|head| head.person.as_ref()) else {
        return;
    };
    let party = ("party", Argument::Party(change.party.clone()));
    let round = ("round", Argument::Round(round));
    if before == after {
        let people = ("people", Led::named(&led.0.after, &after));
        facts.add(rules::HEAD_STAYED, vec![party, people, round], led.spans());
    } else if before.iter().all(|person| !after.contains(person)) {
        let from = ("from", Led::named(&led.0.before, &before));
        let to = ("to", Led::named(&led.0.after, &after));
        facts.add(
            rules::HEAD_CHANGED,
            vec![from, party, round, to],
            led.spans(),
        );
    }
}

fn portfolios(change: &HeadChange<'_>, led: &Led<'_>, round: u32, facts: &mut Facts<'_, '_>) {
    let portfolio = |head: &Head| Some(head.portfolio.as_ref()?.value.clone());
    let Some(Sides { before, after }) = led.all(portfolio) else {
        return;
    };
    if before.iter().any(|portfolio| after.contains(portfolio)) {
        return;
    }
    let arguments = vec![
        ("from", Argument::Words(before)),
        ("party", Argument::Party(change.party.clone())),
        ("round", Argument::Round(round)),
        ("to", Argument::Words(after)),
    ];
    facts.add(rules::PORTFOLIO_CHANGED, arguments, led.spans());
}
