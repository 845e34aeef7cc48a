//! Rules of the taxonomy: links that lead somewhere, no circles, no shared words.

use super::nearest::Nearest;
use crate::diagnostic::code::rules as code;
use crate::diagnostic::{Diagnostic, brief};
use crate::fold::fold;
use crate::model::id::Id;
use crate::model::taxonomy::{Concept, Taxonomy};
use crate::span::{Located, Span};
use indexmap::IndexMap;
use std::collections::HashMap;

/// Checks both lists of concepts.
pub(super) fn check(taxonomy: &Taxonomy, found: &mut Vec<Diagnostic>) {
    for concepts in [&taxonomy.sectors, &taxonomy.topics].into_iter().flatten() {
        links(concepts, found);
        circles(concepts, found);
        shared_aliases(concepts, found);
    }
}

fn links(concepts: &IndexMap<Id, Concept>, found: &mut Vec<Diagnostic>) {
    let mut nearest = Nearest::default();
    for concept in concepts.values() {
        let all = concept
            .broader
            .iter()
            .chain(&concept.related)
            .chain(&concept.replaced_by);
        for link in all {
            if !concepts.contains_key(&link.value) {
                found.push(unknown_concept(link, concepts, &mut nearest));
            }
        }
    }
}

fn unknown_concept(
    link: &Located<Id>,
    concepts: &IndexMap<Id, Concept>,
    nearest: &mut Nearest,
) -> Diagnostic {
    let name = link.value.as_str();
    Diagnostic::new(
        code::UNKNOWN_CONCEPT,
        link.span,
        format!("unknown concept `{name}`"),
        "not in this list",
    )
    .did_you_mean(nearest.of(name, concepts.keys().map(Id::as_str)))
}

/// Reports each circle of `broader`, and of `replaced_by`, once.
fn circles(concepts: &IndexMap<Id, Concept>, found: &mut Vec<Diagnostic>) {
    let broader = |id: &Id| -> Vec<&Located<Id>> {
        concepts
            .get(id)
            .into_iter()
            .flat_map(|one| &one.broader)
            .collect()
    };
    let replaced = |id: &Id| -> Vec<&Located<Id>> {
        concepts
            .get(id)
            .into_iter()
            .flat_map(|one| &one.replaced_by)
            .collect()
    };
    for link in closing_links(concepts, broader) {
        found.push(circle(link, "broader", concepts));
    }
    for link in closing_links(concepts, replaced) {
        found.push(circle(link, "replaced_by", concepts));
    }
}

fn circle(link: &Located<Id>, key: &str, concepts: &IndexMap<Id, Concept>) -> Diagnostic {
    let name = &link.value;
    let found = Diagnostic::new(
        code::TAXONOMY_CIRCLE,
        link.span,
        format!("`{key}` makes a circle through `{name}`"),
        "leads back to where it began",
    )
    .help(format!("remove one `{key}` of the circle"));
    match concepts.get(name) {
        Some(concept) => found.related(concept.span, format!("`{name}` is defined here")),
        None => found,
    }
}

/// The links that close a circle, found by walking depth first without recursion.
fn closing_links<'a>(
    concepts: &'a IndexMap<Id, Concept>,
    next: impl Fn(&Id) -> Vec<&'a Located<Id>>,
) -> Vec<&'a Located<Id>> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        Open,
        Done,
    }
    let mut marks: HashMap<&Id, Mark> = HashMap::new();
    let mut closing = Vec::new();
    for root in concepts.keys() {
        if marks.contains_key(root) {
            continue;
        }
        marks.insert(root, Mark::Open);
        let mut stack = vec![(root, next(root).into_iter())];
        while let Some((id, links)) = stack.last_mut() {
            let id = *id;
            let Some(link) = links.next() else {
                marks.insert(id, Mark::Done);
                stack.pop();
                continue;
            };
            match marks.get(&link.value) {
                Some(Mark::Open) => closing.push(link),
                Some(Mark::Done) => {}
                None => {
                    marks.insert(&link.value, Mark::Open);
                    stack.push((&link.value, next(&link.value).into_iter()));
                }
            }
        }
    }
    closing
}

fn shared_aliases(concepts: &IndexMap<Id, Concept>, found: &mut Vec<Diagnostic>) {
    let mut owners: HashMap<String, (&Id, Span)> = HashMap::new();
    for (id, concept) in concepts {
        owners.insert(fold(id.as_str()), (id, concept.span));
    }
    for (id, concept) in concepts {
        for alias in &concept.aliases {
            let word = &alias.word;
            match owners.get(&fold(&word.value)) {
                Some((owner, first)) if *owner != id => found.push(
                    Diagnostic::new(
                        code::SHARED_ALIAS,
                        word.span,
                        format!(
                            "`{}` stands for both `{owner}` and `{id}`",
                            brief(&word.value)
                        ),
                        format!("an alias of `{id}`"),
                    )
                    .related(*first, format!("`{owner}` has it here"))
                    .help("keep the alias under one of the two"),
                ),
                Some(_) => {}
                None => {
                    owners.insert(fold(&word.value), (id, word.span));
                }
            }
        }
    }
}
