//! What shells complete that only the record knows: rounds, ids, dialogues, codes.

use super::record;
use crate::check::RoundSet;
use crate::compare::promises;
use crate::diagnostic::code;
use crate::findings::rule;
use crate::matching::Series;
use crate::model::id::Id;
use crate::model::round::ListKind;
use crate::model::text::Text;
use clap_complete::CompletionCandidate;
use clap_complete::engine::ArgValueCandidates;
use std::collections::BTreeMap;

/// Rounds by their numbers, with the dialogue where there are several.
pub(super) fn rounds() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        let records = records();
        let several = records.len() > 1;
        let mut all = vec![
            CompletionCandidate::new("latest"),
            CompletionCandidate::new("prev"),
        ];
        for record in &records {
            for round in record.rounds() {
                let number = round.number.value;
                let name = if several {
                    format!("{}/{number}", record.dialogue().id)
                } else {
                    number.to_string()
                };
                let date = round
                    .date
                    .as_ref()
                    .map(|date| date.value.literal().to_owned());
                all.push(CompletionCandidate::new(name).help(date.map(Into::into)));
            }
        }
        all
    })
}

/// Dialogues by their ids.
pub(super) fn dialogues() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        let entries = record::dialogues().unwrap_or_default();
        entries
            .into_iter()
            .map(|entry| CompletionCandidate::new(entry.name))
            .collect()
    })
}

/// Sectors by their ids, with their names.
pub(super) fn sectors() -> ArgValueCandidates {
    ArgValueCandidates::new(|| named(&[ListKind::Sectors]))
}

/// Every item by its id, with its name.
pub(super) fn items() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        named(&[
            ListKind::Sectors,
            ListKind::Topics,
            ListKind::Programmes,
            ListKind::Bodies,
            ListKind::Agreements,
            ListKind::Commitments,
        ])
    })
}

/// Codes of diagnostics and rules of findings.
pub(super) fn codes() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        let codes = code::all().map(code::Code::name);
        let rules = rule::all().map(rule::Rule::id);
        codes.chain(rules).map(CompletionCandidate::new).collect()
    })
}

/// The records here that have no errors; a shell shows no messages.
fn records() -> Vec<RoundSet> {
    let entries = record::dialogues().unwrap_or_default();
    entries
        .iter()
        .filter_map(|entry| record::read(entry).ok()?.record)
        .collect()
}

fn named(lists: &[ListKind]) -> Vec<CompletionCandidate> {
    let mut names: BTreeMap<Id, Option<String>> = BTreeMap::new();
    for record in &records() {
        let series = Series::of(record);
        for list in lists {
            let mut put = |id: &Id, title: Option<&Text>| {
                let title = title.map(|title| title.best("en").1.to_owned());
                names.entry(id.clone()).or_insert(title);
            };
            match list {
                ListKind::Agreements => {
                    for (id, course) in &series.courses {
                        let mut titles = course.mentioned(Some(u32::MAX));
                        let title = titles.find_map(|one| one.definition.title.as_ref());
                        put(id, title.map(|title| &title.value));
                    }
                }
                ListKind::Commitments => {
                    for promise in promises(&series) {
                        let text = promise.mention.text.as_ref();
                        put(&promise.id, text.map(|text| &text.value));
                    }
                }
                list => {
                    let rounds = series.rounds.iter();
                    for entry in rounds.filter_map(|round| round.list(*list)).flatten() {
                        put(&entry.id, series.title(*list, &entry.id));
                    }
                }
            }
        }
    }
    let names = names.into_iter();
    names
        .map(|(id, title)| CompletionCandidate::new(id.as_str()).help(title.map(Into::into)))
        .collect()
}
