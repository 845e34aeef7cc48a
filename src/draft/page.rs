//! Drafts as round files.

use super::{Amount, Drafted, Found, Named};
use crate::model::term::Term;
use std::fmt::Write;

/// Writes the file of a round, which loads as it is; `source` is the id of the text in
/// `dialogue.yaml`.
///
/// What a person must confirm has `# confirm`, what only a person can fill in `# fill`.
pub fn page(drafted: &Drafted, source: Option<&str>) -> String {
    let mut out = String::from(
        "# A draft: each fact was found by its words alone. Hold it against the line that its comment\n\
         # names, mend or delete it, then delete the comment.\n\n",
    );
    let round = drafted.round.unwrap_or_default();
    // Writing to a string does not fail, here and below.
    let _ = writeln!(out, "round: {round}");
    match &drafted.held {
        Some(held) => {
            let _ = writeln!(out, "date: {}  {}", held.value, confirm(held));
        }
        None => out.push_str("# date: YYYY-MM-DD  # fill: no date of the round was found\n"),
    }
    out.push_str("# place: {city: …, country: …}  # fill\n");
    match source {
        Some(id) => {
            let _ = writeln!(out, "source: {id}");
        }
        None => out.push_str("# source: …  # fill: the id of this text in dialogue.yaml\n"),
    }
    remarks(&mut out, drafted);
    list(&mut out, "sectors", &drafted.sectors, source);
    list(&mut out, "topics", &drafted.topics, source);
    agreements(&mut out, drafted, round, source);
    promises(&mut out, drafted, source);
    if !drafted.unread.is_empty() {
        out.push_str("\n# Nothing was taken from these sentences:\n");
        for one in &drafted.unread {
            let _ = writeln!(out, "#   line {}: {}", one.line, one.words);
        }
    }
    out
}

/// What a round has no key for, as comments.
fn remarks(out: &mut String, drafted: &Drafted) {
    let other: Vec<_> = drafted
        .dates
        .iter()
        .filter(|date| Some(*date) != drafted.held.as_ref())
        .collect();
    if !other.is_empty() {
        out.push_str("\n# Other dates:\n");
    }
    for date in other {
        let _ = writeln!(
            out,
            "#   {}, line {}: {}",
            date.value, date.line, date.words
        );
    }
    if !drafted.amounts.is_empty() {
        out.push_str("\n# Amounts of money:\n");
    }
    for amount in &drafted.amounts {
        let value = &amount.value;
        let currency = value.currency.unwrap_or("(which currency?)");
        let _ = writeln!(
            out,
            "#   {} {currency}, line {}: {}",
            value.amount, amount.line, amount.words
        );
    }
    if !drafted.parties.is_empty() {
        out.push_str("\n# Parties named; fill in `heads` who led each side:\n");
    }
    for party in &drafted.parties {
        let _ = writeln!(
            out,
            "#   {}, line {}: {}",
            party.value, party.line, party.words
        );
    }
}

fn list(out: &mut String, key: &str, all: &[Found<Named>], source: Option<&str>) {
    if all.is_empty() {
        let _ = writeln!(out, "\n# {key}: …  # fill: none was found");
        return;
    }
    let _ = writeln!(out, "\n{key}:");
    for one in all {
        let _ = writeln!(out, "  - id: {}  {}", one.value.id, confirm(one));
        if let Some(wording) = &one.value.wording {
            let _ = writeln!(out, "    wording: {{{}: \"{wording}\"}}", lang(wording));
        }
        cite(out, one.line, source);
    }
}

fn agreements(out: &mut String, drafted: &Drafted, round: u32, source: Option<&str>) {
    if drafted.agreements.is_empty() {
        return;
    }
    out.push_str("\nagreements:\n");
    for (at, one) in drafted.agreements.iter().enumerate() {
        let deed = &one.value;
        let fill = if deed.id.is_none() {
            "  # fill: an id that names it"
        } else {
            ""
        };
        let id = deed.id.as_ref().map_or_else(
            || format!("round-{round}-agreement-{}", at + 1),
            ToString::to_string,
        );
        let _ = writeln!(out, "  - id: {id}{fill}");
        let _ = writeln!(out, "    act: {}  {}", deed.act.as_str(), confirm(one));
        if let Some(kind) = deed.kind {
            let _ = writeln!(
                out,
                "    title: {{{}: \"{}\"}}",
                lang(&deed.title),
                deed.title
            );
            let _ = writeln!(out, "    type: {}", kind.as_str());
            let parties: Vec<&str> = deed.parties.iter().map(super::Id::as_str).collect();
            match parties.len() {
                0 => {}
                1 => {
                    let _ = writeln!(
                        out,
                        "    # parties: [{}]  # fill: who else",
                        parties.join(", ")
                    );
                }
                _ => {
                    let _ = writeln!(out, "    parties: [{}]  # confirm", parties.join(", "));
                }
            }
        }
        if let Some(Amount {
            amount,
            currency: Some(currency),
        }) = &deed.amount
        {
            let _ = writeln!(
                out,
                "    value: {{amount: {amount}, currency: {currency}}}  # confirm"
            );
        }
        cite(out, one.line, source);
    }
}

fn promises(out: &mut String, drafted: &Drafted, source: Option<&str>) {
    let mut told = Vec::new();
    for one in &drafted.promises {
        let (round, due) = &one.value;
        if told.contains(round) {
            continue;
        }
        if told.is_empty() {
            out.push_str("\ncommitments:\n");
        }
        told.push(*round);
        let _ = writeln!(out, "  - id: hold-round-{round}  {}", confirm(one));
        out.push_str("    kind: next-round\n");
        let _ = writeln!(out, "    text: {{en: Hold round {round}}}");
        // A promise for before the round itself is a misreading, and would not pass the check.
        let held = drafted
            .held
            .as_ref()
            .map_or("", |held| held.value.get(..4).unwrap_or_default());
        if let Some(due) = due
            .as_ref()
            .filter(|due| due.get(..4).unwrap_or_default() > held)
        {
            let _ = writeln!(out, "    due: {due}");
        }
        cite(out, one.line, source);
    }
}

fn confirm<T>(one: &Found<T>) -> String {
    format!("# confirm: line {}: {}", one.line, one.words)
}

fn cite(out: &mut String, line: usize, source: Option<&str>) {
    if let Some(id) = source {
        let _ = writeln!(out, "    source: {{id: {id}, at: \"line {line}\"}}");
    }
}

fn lang(words: &str) -> &'static str {
    let arabic = words
        .chars()
        .any(|letter| ('\u{621}'..='\u{64a}').contains(&letter));
    if arabic { "ar" } else { "en" }
}
