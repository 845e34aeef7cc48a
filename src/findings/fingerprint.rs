//! A name for a conclusion that survives rewording and moved lines.

use super::{Argument, Finding};
use crate::fingerprint;
use crate::model::id::Id;
use crate::model::money::Money;

/// The rounds that a conclusion is about.
#[derive(Clone, Copy)]
pub(super) enum Rounds {
    /// Two, or the first alone.
    Pair(Option<u32>, u32),
    /// All up to one.
    Series(u32),
}

/// Hashes a finding about rounds of a dialogue, in 16 hexadecimal digits.
pub(super) fn of(dialogue: &Id, rounds: Rounds, finding: &Finding) -> String {
    let (before, after) = match rounds {
        Rounds::Pair(None, after) => (String::new(), after),
        Rounds::Pair(Some(before), after) => (before.to_string(), after),
        Rounds::Series(last) => ("series".to_owned(), last),
    };
    let rule = finding.rule.id();
    let mut text = format!("{dialogue}\n{before}\n{after}\n{rule}");
    for (name, argument) in &finding.arguments {
        // A value has no line break, so no two lists of arguments hash alike.
        let value = value(argument).replace(['\n', '\r'], " ");
        text.push('\n');
        text.push_str(name);
        text.push('=');
        text.push_str(&value);
    }
    fingerprint::of(&text)
}

fn value(argument: &Argument) -> String {
    match argument {
        Argument::Count(count) => count.to_string(),
        Argument::Round(round) => format!("round {round}"),
        Argument::Sector(id)
        | Argument::Agreement(id)
        | Argument::Commitment(id)
        | Argument::Party(id)
        | Argument::Source(id) => id.to_string(),
        Argument::Sectors(ids) | Argument::Parties(ids) | Argument::Words(ids) => sorted(ids),
        Argument::People(people) => sorted(people.iter().map(|(id, _)| id)),
        Argument::Days(days) => format!("{:?}..{:?}", days.least, days.most),
        Argument::Term(_, term) => term.unwrap_or_default().to_owned(),
        Argument::Money(money) => amount(money),
        Argument::Worth(money) => money.as_ref().map(amount).unwrap_or_default(),
        Argument::Percent(percent) => percent.to_string(),
        Argument::Key(key) => key.to_string(),
        Argument::Text(text) => text.iter().map(|(_, words)| words).collect(),
    }
}

/// Ids in the order of the alphabet: which matters most is no part of what was found.
fn sorted<'i>(ids: impl IntoIterator<Item = &'i Id>) -> String {
    let mut ids: Vec<&str> = ids.into_iter().map(Id::as_str).collect();
    ids.sort_unstable();
    ids.join(",")
}

fn amount(money: &Money) -> String {
    let nature = money.nature.map(|nature| nature.to_string());
    let nature = nature.unwrap_or_default();
    format!("{} {} {nature}", money.amount, money.currency)
}
