//! Old against new on a few lines.

use super::context::{Context, count};
use super::evidence::{Book, together};
use super::list::ListReport;
use super::meeting::{Cell, SideRow};
use super::phrase::Line;
use crate::compare::Sides;
use crate::model::commitment::CommitmentMention;
use crate::model::round::Round;
use crate::model::status::{Act, Effect};

/// The rows on sectors, documents and other outcomes.
pub(super) fn rows<'e>(
    context: &Context<'e>,
    sectors: &ListReport,
    book: &mut Book<'e>,
) -> Vec<SideRow> {
    let comparison = context.comparison;
    let total = |number: Option<u64>| match number {
        Some(number) => Cell::own(context, &context.words.count(number), Vec::new()),
        None => Cell::silent(context),
    };
    let row = |key: &str, before: Cell, after: Cell| SideRow {
        label: context.line(key, []),
        cells: Sides { before, after },
        change: String::new(),
    };
    let mut rows = vec![row(
        "label-sectors-named",
        total(sectors.counts.before),
        total(sectors.counts.after),
    )];
    let before = signed(context, comparison.before, book);
    let after = signed(context, Some(comparison.after), book);
    rows.push(row("label-signed", before, after));
    let before = others(context, comparison.before, book);
    let after = others(context, Some(comparison.after), book);
    if before.stated || after.stated {
        rows.push(row("label-outcomes", before, after));
    }
    rows
}

/// How many documents a round signed.
fn signed<'e>(context: &Context<'e>, round: Option<&'e Round>, book: &mut Book<'e>) -> Cell {
    let stated = round.and_then(|round| Some((round, round.agreements.as_ref()?)));
    let Some((round, agreements)) = stated else {
        return Cell::silent(context);
    };
    let of_agreement = agreements
        .iter()
        .flat_map(|one| one.acts.iter().map(move |act| (one, act)));
    let refs: Vec<_> = of_agreement
        .filter(|(_, act)| act.act == Act::Signed)
        .map(|(one, act)| book.cite([&act.evidence, &one.evidence, &round.evidence]))
        .collect();
    if refs.is_empty() {
        let none = Cell::own(context, &context.word("none-stated"), Vec::new());
        return Cell {
            stated: false,
            ..none
        };
    }
    Cell::own(context, &context.words.count(count(&refs)), together(&refs))
}

/// What else a round brought: other moves of agreements, and promises made.
fn others<'e>(context: &Context<'e>, round: Option<&'e Round>, book: &mut Book<'e>) -> Cell {
    let entries = round.and_then(|round| context.series.round(round.number.value));
    let Some(entries) = entries else {
        return Cell::silent(context);
    };
    let round = entries.round;
    let mut lines: Vec<Line> = Vec::new();
    let mut refs = Vec::new();
    for entry in entries.agreements.iter().flatten() {
        let moved = |act: Act| act != Act::Signed && matches!(act.effect(), Effect::Moves(_));
        for act in entry.mention.acts.iter().filter(|act| moved(act.act)) {
            let title = context.names.agreement(&entry.id);
            let word = context.term("act", act.act);
            lines.push(context.line("outcome", [("title", title.into()), ("act", word.into())]));
            refs.push(book.cite([&act.evidence, &entry.mention.evidence, &round.evidence]));
        }
    }
    for entry in entries
        .commitments
        .iter()
        .flatten()
        .filter(|entry| is_promise(entry.mention))
    {
        let title = context.names.commitment(&entry.id);
        let word = context.word("act-agreed");
        lines.push(context.line("outcome", [("title", title.into()), ("act", word.into())]));
        refs.push(book.cite([&entry.mention.evidence, &round.evidence]));
    }
    if lines.is_empty() {
        let none = Cell::own(context, &context.word("none-stated"), Vec::new());
        return Cell {
            stated: false,
            ..none
        };
    }
    let separator = context.line("separator-outcomes", []);
    Cell::of(lines.join(&separator[..]), together(&refs))
}

fn is_promise(mention: &CommitmentMention) -> bool {
    mention.act.is_none()
}
