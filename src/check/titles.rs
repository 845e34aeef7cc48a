//! Rules of titles: two ids with one title are perhaps one item.

use super::continues::mention_lists;
use crate::diagnostic::code::rules as code;
use crate::diagnostic::{Diagnostic, brief};
use crate::fold::fold;
use crate::model::dialogue::Dialogue;
use crate::model::round::{ListKind, Round};
use crate::model::taxonomy::Taxonomy;
use crate::model::text::Text;
use crate::span::Span;
use crate::tables::{HashMap, HashSet};

/// Checks the titles of everything that has an id.
pub(super) fn check(
    taxonomy: &Taxonomy,
    dialogue: &Dialogue,
    rounds: &[Round],
    found: &mut Vec<Diagnostic>,
) {
    for concepts in [&taxonomy.sectors, &taxonomy.topics].into_iter().flatten() {
        let titles = concepts
            .iter()
            .filter_map(|(id, concept)| Some((id.as_str(), concept.title.as_ref()?, concept.span)));
        equal(titles, found);
    }
    let parties = dialogue
        .parties
        .iter()
        .filter_map(|(id, party)| Some((id.as_str(), party.title.as_ref()?, party.span)));
    equal(parties, found);
    let standing = dialogue.agreements.iter();
    let rounds_agreements = rounds
        .iter()
        .flat_map(|round| round.agreements.iter().flatten());
    let agreements = standing
        .chain(rounds_agreements)
        .filter(|mention| mention.continues.is_empty())
        .filter_map(|mention| {
            let title = mention.definition.title.as_ref()?;
            Some((mention.id.value.as_str(), &title.value, mention.id.span))
        });
    equal(agreements, found);
    for list in [ListKind::Topics, ListKind::Programmes, ListKind::Bodies] {
        let mentions = rounds.iter().flat_map(mention_lists);
        let titles = mentions
            .filter(|(known, _)| *known == list)
            .flat_map(|(_, mentions)| mentions)
            .filter(|mention| mention.continues.is_empty())
            .filter_map(|mention| {
                Some((
                    &*mention.name.value,
                    mention.title.as_ref()?,
                    mention.name.span,
                ))
            });
        equal(titles, found);
    }
}

fn equal<'a>(titles: impl Iterator<Item = (&'a str, &'a Text, Span)>, found: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<(&str, String), (&str, Span)> = HashMap::default();
    let mut told: HashSet<(&str, &str)> = HashSet::default();
    // An item mostly keeps its title from round to round; once is enough to look at it.
    let mut known: HashSet<(&str, &str, &str)> = HashSet::default();
    for (id, title, span) in titles {
        for (lang, words) in title.iter() {
            if !known.insert((id, lang.as_str(), words)) {
                continue;
            }
            let folded = fold(words);
            if folded.is_empty() {
                // Signs alone fold to nothing, and are not for that the same.
                continue;
            }
            let (first, place) = *seen.entry((lang.as_str(), folded)).or_insert((id, span));
            if first == id || !told.insert((first, id)) {
                continue;
            }
            found.push(
                Diagnostic::new(
                    code::EQUAL_TEXTS,
                    span,
                    format!("`{id}` and `{first}` have one title: {}", brief(words)),
                    "perhaps the same?",
                )
                .related(place, format!("`{first}` is here"))
                .help("if they are one, use one id; if not, tell their titles apart"),
            );
        }
    }
}
