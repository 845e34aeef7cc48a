//! Rules of a list: no item twice.

use super::continues::{ids, mention_lists};
use super::names::{Names, Reading};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::rules as code;
use crate::model::dialogue::Dialogue;
use crate::model::id::Id;
use crate::model::round::Round;
use crate::model::term::Term;
use crate::span::{Located, Span};
use crate::tables::HashMap;

/// Checks the lists of the rounds and of the dialogue.
pub(super) fn check(
    dialogue: &Dialogue,
    rounds: &[Round],
    names: &Names,
    found: &mut Vec<Diagnostic>,
) {
    let standing = dialogue
        .agreements
        .iter()
        .map(|one| (one.id.value.clone(), one.id.span));
    once("agreements", standing, found);
    for round in rounds {
        for (list, mentions) in mention_lists(round) {
            let items = mentions.iter().flat_map(|mention| {
                let is_replaced = || {
                    let resolved = names.resolve(list, &mention.name.value);
                    resolved.is_some_and(|resolved| resolved.reading == Reading::Replaced)
                };
                let replaced = names.knows(list) && is_replaced();
                // Two retired ids may have been replaced by one: both were named, rightly.
                let ids = if replaced {
                    Id::new(&mention.name.value).into_iter().collect()
                } else {
                    ids(names, list, mention)
                };
                ids.into_iter().map(|id| (id, mention.name.span))
            });
            once(list.as_str(), items, found);
        }
        let agreements = round.agreements.iter().flatten();
        for agreement in agreements.clone() {
            if let Some(parties) = &agreement.definition.parties {
                once("parties", parties.value.iter().map(pair), found);
            }
        }
        once("agreements", agreements.map(|one| pair(&one.id)), found);
        let commitments = round.commitments.iter().flatten();
        once("commitments", commitments.map(|one| pair(&one.id)), found);
        let people = round.heads.iter().flatten();
        let people = people.filter_map(|head| Some((head.person.clone()?, head.span)));
        once("heads", people, found);
        indicators(round, found);
    }
}

fn pair(id: &Located<Id>) -> (Id, Span) {
    (id.value.clone(), id.span)
}

/// A figure may be quoted for several periods, once for each.
fn indicators(round: &Round, found: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<(&Id, Option<&str>), Span> = HashMap::default();
    for one in round.indicators.iter().flatten() {
        let period = one.period.as_ref().map(|period| period.value.literal());
        match seen.get(&(&one.id.value, period)) {
            Some(first) => found.push(duplicate("indicators", &one.id.value, *first, one.id.span)),
            None => {
                seen.insert((&one.id.value, period), one.id.span);
            }
        }
    }
}

fn once(list: &str, items: impl Iterator<Item = (Id, Span)>, found: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<Id, Span> = HashMap::default();
    for (id, span) in items {
        match seen.get(&id) {
            Some(first) => found.push(duplicate(list, &id, *first, span)),
            None => {
                seen.insert(id, span);
            }
        }
    }
}

fn duplicate(list: &str, id: &Id, first: Span, second: Span) -> Diagnostic {
    Diagnostic::new(
        code::DUPLICATE_ID,
        second,
        format!("`{id}` is twice in `{list}`"),
        "here again",
    )
    .related(first, "first here")
    .help("join the two entries into one")
}
