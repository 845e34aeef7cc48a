//! The next round of a series, as a file to fill in.

use crate::check::RoundSet;
use crate::compare::is_settled;
use crate::history::{AgreementHistory, History};
use crate::matching::Series;
use crate::model::commitment::CommitmentKind;
use crate::model::id::Id;
use crate::model::mention::Mention;
use crate::model::round::{ListKind, Round};
use crate::model::term::Term;
use crate::model::text::Text;
use std::fmt::Write;

const HEAD: &str = "\
## A round to fill in. Take the `# ` away from a line that holds and delete one that does not;
## lines that begin with `##` explain, and go once they are read. Mend what ends in `# fill`.
## Leave out what is not known: a list that is not there is unknown, `[]` says there were none.

";

/// Writes the file of round `number`, with what the rounds before it leave to follow up as
/// comments; it loads as it is.
///
/// Comments are in English, titles in every language that they have.
pub fn next(series: &Series<'_>, record: &RoundSet, number: u32) -> String {
    let mut before = record.rounds().iter().rev();
    let last = before.find(|round| round.number.value < number);
    let mut out = String::from(HEAD);
    // Writing to a string does not fail, here and below.
    let _ = writeln!(out, "round: {number}");
    out.push_str("# date: YYYY-MM-DD  # fill: as coarse as the source has it\n");
    out.push_str("# place: {city: {en: …, ar: …}, country: XX}  # fill\n");
    let sources: Vec<&str> = record.dialogue().sources.keys().map(Id::as_str).collect();
    let source = sources.first().copied().unwrap_or("ID");
    let _ = writeln!(
        out,
        "# source: {{id: {source}, at: \"line 1\"}}  # fill: one of `sources` in dialogue.yaml"
    );
    out.push_str("# coverage: partial\n");
    let Some(last) = last else {
        out.push_str("\n## No round stands before this one.\n# sectors: []  # fill\n");
        return out;
    };
    let history = History::of(series, last.number.value);
    heads(&mut out, last);
    sectors(&mut out, record, last);
    agreements(&mut out, &history);
    commitments(&mut out, &history, number);
    out
}

fn heads(out: &mut String, last: &Round) {
    let Some(heads) = last.heads.as_ref().filter(|heads| !heads.is_empty()) else {
        return;
    };
    let _ = writeln!(
        out,
        "\n## Who led the sides in round {}.",
        last.number.value
    );
    out.push_str("# heads:\n");
    for head in heads {
        let _ = write!(out, "#   - {{party: {}", head.party.value);
        if let Some(person) = &head.person {
            let _ = write!(out, ", person: {person}");
        }
        if let Some(rank) = &head.rank {
            let _ = write!(out, ", rank: {}", rank.value.as_str());
        }
        let _ = writeln!(out, "}}{}", remark(head.name.as_ref(), ""));
    }
}

fn sectors(out: &mut String, record: &RoundSet, last: &Round) {
    let named = last.sectors.as_deref().unwrap_or_default();
    if named.is_empty() {
        out.push_str("\n# sectors: []  # fill\n");
        return;
    }
    let _ = writeln!(out, "\n## The sectors of round {}.", last.number.value);
    out.push_str("# sectors:\n");
    for mention in named {
        let (id, title) = concept(record, mention);
        let _ = writeln!(out, "#   - {id}{}", remark(title, ""));
    }
}

/// The id that a mention stands for, and its title.
fn concept<'a>(record: &'a RoundSet, mention: &'a Mention) -> (String, Option<&'a Text>) {
    let name = &*mention.name.value;
    let resolved = record.names().resolve(ListKind::Sectors, name);
    let id = resolved.and_then(|resolved| resolved.ids.into_iter().next());
    let concepts = record.taxonomy().sectors.as_ref();
    let title = id
        .as_ref()
        .and_then(|id| concepts?.get(id)?.title.as_ref())
        .or(mention.title.as_ref());
    let id = id.map_or_else(|| name.to_owned(), |id| id.to_string());
    (id, title)
}

fn agreements(out: &mut String, history: &History<'_>) {
    let moving = |one: &&AgreementHistory<'_>| {
        let status = one.status();
        status.is_none_or(|status| !is_settled(status, &one.definition)) && one.first.is_some()
    };
    let moving: Vec<_> = history.agreements.iter().filter(moving).collect();
    if moving.is_empty() {
        return;
    }
    out.push_str(
        "\n## Agreements still on their way. Put what this round did with each in `act`.\n",
    );
    out.push_str("# agreements:\n");
    for one in moving {
        let title = one.definition.title.as_ref().map(|title| &title.value);
        let status = one
            .status()
            .map_or("status not known", |status| status.as_str());
        let last = one.last.unwrap_or_default();
        let status = format!("{status}, last in round {last}");
        let remark = remark(title, &status);
        let _ = writeln!(out, "#   - {{id: {}, act: discussed}}{remark}", one.id);
    }
}

fn commitments(out: &mut String, history: &History<'_>, number: u32) {
    let all = history.commitments.iter().filter(|one| one.age.is_some());
    // That the next round was held is told by its file.
    let (by_itself, open): (Vec<_>, Vec<_>) =
        all.partition(|one| one.kind == CommitmentKind::NextRound && one.made_in + 1 == number);
    for one in by_itself {
        let text = one.promise.text.as_ref().map(|text| &text.value);
        let _ = writeln!(
            out,
            "\n## Checked against the date of this round: {}{}",
            one.id,
            remark(text, "")
        );
    }
    if open.is_empty() {
        return;
    }
    out.push_str(
        "\n## Commitments still open. `act` is progressed, fulfilled, partly-fulfilled, dropped or\n\
         ## superseded; delete what this round does not speak of.\n# commitments:\n",
    );
    for one in open {
        let text = one.promise.text.as_ref().map(|text| &text.value);
        let due = one
            .now
            .due
            .map_or(String::new(), |due| format!("due {}, ", due.literal()));
        let state = format!("{due}of round {}, {}", one.made_in, one.now.state.as_str());
        let remark = remark(text, &state);
        let _ = writeln!(out, "#   - {{id: {}, act: progressed}}{remark}", one.id);
    }
}

/// A comment behind a line: a text in every language it has, and more.
fn remark(text: Option<&Text>, more: &str) -> String {
    let words = text.into_iter().flat_map(Text::iter);
    let words = words.map(|(_, words)| words.split_whitespace().collect::<Vec<_>>().join(" "));
    let more = Some(more.to_owned()).filter(|more| !more.is_empty());
    let parts: Vec<String> = words.chain(more).collect();
    if parts.is_empty() {
        String::new()
    } else {
        format!("  # {}", parts.join(" · "))
    }
}
