//! One list through all rounds: which round names what.

use super::Facts;
use crate::history::ItemHistory;
use crate::model::round::ListKind;
use crate::model::term::{Term, terms};
use crate::report::evidence::{Book, together};
use crate::report::phrase::Phrase;
use crate::span::Place;
use serde::Serialize;
use std::collections::HashMap;
use std::sync::Arc;

/// One list through all rounds; `C` is what a row has for rounds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
#[cfg_attr(
    any(test, feature = "schemas"),
    schemars(rename = "MatrixReport", description = "One list through all rounds.")
)]
pub struct MatrixReport<C = Naming> {
    /// The list.
    pub list: ListKind,
    /// Its name in words.
    pub title: String,
    /// Whether any round states it.
    pub stated: bool,
    /// How many items there are, and how many stay, in words.
    pub heading: String,
    /// How many items there are.
    pub count: u64,
    /// How many every round that states the list names.
    pub constant: u64,
    /// The rounds, in order.
    pub columns: Vec<ColumnReport>,
    /// The items, grouped by the pattern of their presence.
    pub groups: Vec<MatrixGroup<C>>,
    /// Whether groups of one round are folded on a page.
    pub folded: bool,
    /// How many columns a table of it has: the item, the rounds, and the number of them.
    pub span: u64,
    /// The items rolled up by their widest concepts; for sectors only.
    pub tops: Vec<TopReport>,
}

/// One round as a column.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct ColumnReport {
    /// The round.
    pub round: u32,
    /// `Round 2`.
    pub label: String,
    /// Its number alone.
    pub number: String,
    /// Its year; none where the date gives none.
    pub year: Option<String>,
    /// Whether the round states the list.
    pub stated: bool,
    /// Whether the round before it states the list too.
    pub compared: bool,
    /// How many items it names; none where it does not state the list.
    pub named: Option<u64>,
    /// How many of them no earlier round names.
    pub first_named: Option<u64>,
    /// How many of them are back: named before, and not by the last round that states the list.
    pub returning: Option<u64>,
    /// Citations of all that it names.
    pub refs: Vec<u32>,
    /// How many of the round before it names no longer; none where either does not state the list.
    pub no_longer_listed: Option<u64>,
}

terms! {
    /// How the rounds that name an item lie.
    Pattern {
        /// Every round that states the list names it.
        Every = "every",
        /// Several rounds do, and not all.
        Several = "several",
        /// One round does.
        Single = "single",
    }
}

/// The items of one pattern.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
#[cfg_attr(any(test, feature = "schemas"), schemars(rename = "MatrixGroup"))]
pub struct MatrixGroup<C = Naming> {
    /// The pattern.
    pub pattern: Pattern,
    /// The round, where only one names the items.
    pub round: Option<u32>,
    /// What the group is called; empty where only one round states the list.
    pub label: String,
    /// How many items there are.
    pub count: u64,
    /// Whether it is folded on a page.
    pub folded: bool,
    /// The items.
    pub rows: Vec<MatrixRow<C>>,
}

/// One item through all rounds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
#[cfg_attr(any(test, feature = "schemas"), schemars(rename = "MatrixRow"))]
pub struct MatrixRow<C = Naming> {
    /// The item's id.
    pub id: String,
    /// Its name.
    pub title: Phrase,
    /// How many rounds name it.
    pub count: u64,
    /// The first round that names it.
    pub first: u32,
    /// The last round that names it.
    pub last: u32,
    /// How many rounds that state the list have passed it over since.
    pub absent_for: u64,
    /// On a page, each round of the columns; in JSON, each round that names it.
    pub cells: Vec<C>,
    /// Citations of every mention.
    pub refs: Vec<u32>,
}

/// One round that names an item.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct Naming {
    /// The round.
    pub round: u32,
    /// The term that it uses, where the record gives it.
    pub wording: Option<Phrase>,
    /// Citations.
    pub refs: Vec<u32>,
    /// Where the record has it.
    pub file: Place,
}

terms! {
    /// Whether a round names an item.
    Presence {
        /// It does.
        Named = "named",
        /// It states the list without it.
        NotNamed = "not-named",
        /// It does not state the list.
        NotStated = "not-stated",
    }
}

/// One item at one round.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct MatrixCell {
    /// The round.
    pub round: u32,
    /// Whether the round names it.
    pub presence: Presence,
    /// The same as one letter, for a page that is to stay small: `y`, `n` or `q`.
    pub letter: char,
    /// The same in words.
    pub text: Arc<str>,
    /// The same as one sign.
    pub sign: Arc<str>,
    /// The term that the round uses, where the record gives it.
    pub wording: Option<Phrase>,
    /// Citations.
    pub refs: Vec<u32>,
    /// Where the record has it.
    pub file: Option<Place>,
}

/// The sectors under one of the widest concepts, round by round.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct TopReport {
    /// The concept's id.
    pub id: String,
    /// Its name.
    pub title: Phrase,
    /// The sectors under it that some round names.
    pub members: Vec<Phrase>,
    /// On a page, each round of the columns; in JSON, each round that names any of them.
    pub cells: Vec<TopCell>,
}

/// How many sectors under a concept one round names.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct TopCell {
    /// The round.
    pub round: u32,
    /// How many; none where the round does not state its sectors.
    pub count: Option<u64>,
    /// The same in words.
    pub text: Arc<str>,
}

/// Groups of one round are folded where there are more items than this.
const MANY: usize = 40;

/// The history of the items of one list.
pub(super) fn items<'a>(facts: &Facts<'a>, list: ListKind) -> &'a [ItemHistory] {
    match list {
        ListKind::Sectors => &facts.history.sectors,
        ListKind::Topics => &facts.history.topics,
        ListKind::Programmes => &facts.history.programmes,
        ListKind::Bodies => &facts.history.bodies,
        _ => &[],
    }
}

impl MatrixReport {
    pub(super) fn of<'e>(facts: &Facts<'e>, list: ListKind, book: &mut Book<'e>) -> Self {
        let context = &facts.setting;
        let items = items(facts, list);
        let mut columns = columns(facts, list, items);
        let count = items.len() as u64;
        let constant = items.iter().filter(|one| one.is_constant()).count() as u64;
        let total = context.say(list.as_str(), [("count", count.into())]);
        let folded = items.len() > MANY;
        let once = columns.iter().filter(|column| column.stated).count() < 2;
        let mut ordered: Vec<&ItemHistory> = items.iter().collect();
        ordered.sort_by(|one, other| order(one).cmp(&order(other)));
        let groups = ordered.chunk_by(|one, other| kind(one) == kind(other));
        let groups: Vec<MatrixGroup> = groups
            .map(|group| {
                let mut group = MatrixGroup::of(facts, list, group, folded, book);
                if once {
                    group.label.clear();
                }
                group
            })
            .collect();
        for cell in groups
            .iter()
            .flat_map(|group| &group.rows)
            .flat_map(|row| &row.cells)
        {
            if let Ok(at) = columns.binary_search_by_key(&cell.round, |column| column.round) {
                columns[at].refs.extend(&cell.refs);
            }
        }
        for column in &mut columns {
            column.refs.sort_unstable();
            column.refs.dedup();
        }
        Self {
            list,
            title: context.term("list", list),
            stated: columns.iter().any(|column| column.stated),
            heading: if once {
                context.say("matrix-heading-once", [("total", total.into())])
            } else {
                context.say(
                    "matrix-heading",
                    [("total", total.into()), ("constant", constant.into())],
                )
            },
            count,
            constant,
            groups,
            span: columns.len() as u64 + 2,
            columns,
            folded,
            tops: if list == ListKind::Sectors {
                tops(facts)
            } else {
                Vec::new()
            },
        }
    }
}

/// The pattern of an item, and the round where it is only one.
fn kind(item: &ItemHistory) -> (Pattern, Option<u32>) {
    match item.count() {
        _ if item.is_constant() => (Pattern::Every, None),
        1 => (Pattern::Single, Some(item.first)),
        _ => (Pattern::Several, None),
    }
}

/// By pattern; then those that more rounds name, then those that were named earlier.
fn order(item: &ItemHistory) -> impl Ord + use<'_> {
    (
        kind(item),
        std::cmp::Reverse(item.count()),
        // Of as many, the earlier ones.
        item.named.positions(),
        &item.id,
    )
}

/// What one round does with the items of a list.
#[derive(Clone, Default)]
struct Tally {
    named: u64,
    first_named: u64,
    returning: u64,
    gone: u64,
}

/// Counts round by round from the rounds that name each item; the others have nothing to count.
fn tallies(items: &[ItemHistory], stated: &[bool]) -> Vec<Tally> {
    let mut last = None;
    let mut last_stated = Vec::new();
    for (at, stated) in stated.iter().enumerate() {
        last_stated.push(last);
        last = if *stated { Some(at) } else { last };
    }
    let mut tallies = vec![Tally::default(); stated.len()];
    for item in items {
        let mut before = None;
        for at in item.named.positions().iter().copied() {
            tallies[at].named += 1;
            match before {
                None => tallies[at].first_named += 1,
                before if before != last_stated[at] => tallies[at].returning += 1,
                _ => {}
            }
            before = Some(at);
        }
        for at in item.named.positions() {
            let next = at + 1;
            if next < stated.len() && item.named.at(next) != Some(true) {
                tallies[next].gone += 1;
            }
        }
    }
    tallies
}

fn columns(facts: &Facts<'_>, list: ListKind, items: &[ItemHistory]) -> Vec<ColumnReport> {
    let context = &facts.setting;
    let numbers = facts
        .history
        .rounds
        .iter()
        .map(crate::history::RoundPoint::number);
    let has_list = |number: u32| {
        let round = context.series.round(number);
        round.is_some_and(|round| round.list(list).is_some())
    };
    let stated: Vec<bool> = numbers.clone().map(has_list).collect();
    let tallies = tallies(items, &stated);
    let column = |(at, number): (usize, u32)| {
        let stated_before = at.checked_sub(1).is_some_and(|before| stated[before]);
        let (stated, tally) = (stated[at], &tallies[at]);
        ColumnReport {
            round: number,
            label: context.round_label(number),
            number: context.words.number(number.into()),
            year: context.year(number),
            stated,
            compared: stated && stated_before,
            named: stated.then_some(tally.named),
            first_named: stated.then_some(tally.first_named),
            returning: stated.then_some(tally.returning),
            no_longer_listed: (stated && stated_before).then_some(tally.gone),
            refs: Vec::new(),
        }
    };
    numbers.enumerate().map(column).collect()
}

impl MatrixGroup {
    fn of<'e>(
        facts: &Facts<'e>,
        list: ListKind,
        items: &[&ItemHistory],
        folded: bool,
        book: &mut Book<'e>,
    ) -> Self {
        let context = &facts.setting;
        let (pattern, round) = items
            .first()
            .map_or((Pattern::Several, None), |item| kind(item));
        let label = match round {
            Some(round) => {
                let round = context.round_label(round);
                context.say("pattern-single", [("round", round.into())])
            }
            None => context.term("pattern", pattern),
        };
        Self {
            pattern,
            round,
            label,
            count: items.len() as u64,
            folded: folded && pattern == Pattern::Single,
            rows: items
                .iter()
                .map(|item| MatrixRow::of(facts, list, item, book))
                .collect(),
        }
    }
}

impl MatrixRow {
    fn of<'e>(facts: &Facts<'e>, list: ListKind, item: &ItemHistory, book: &mut Book<'e>) -> Self {
        let rounds = &facts.history.rounds;
        let named = item.named.positions().iter().map(|at| rounds[*at].number());
        let mut cells = Vec::with_capacity(named.len());
        cells.extend(named.filter_map(|number| Naming::of(facts, list, item, number, book)));
        Self {
            id: item.id.to_string(),
            title: facts.setting.names.item(list, &item.id),
            count: item.count() as u64,
            first: item.first,
            last: item.last,
            absent_for: item.absent_for as u64,
            refs: together(cells.iter().map(|cell| &cell.refs)),
            cells,
        }
    }
}

impl Naming {
    fn of<'e>(
        facts: &Facts<'e>,
        list: ListKind,
        item: &ItemHistory,
        number: u32,
        book: &mut Book<'e>,
    ) -> Option<Self> {
        let context = &facts.setting;
        let round = context.series.round(number)?;
        let entries = round.list(list)?;
        let at = entries
            .binary_search_by(|entry| entry.id.cmp(&item.id))
            .ok()?;
        let entry = entries.get(at)?;
        Some(Self {
            round: number,
            wording: entry.wording.as_ref().map(|words| context.phrase(words)),
            refs: book.cite([&entry.mention.evidence, &round.round.evidence]),
            file: context.place(entry.mention.span),
        })
    }
}

fn tops(facts: &Facts<'_>) -> Vec<TopReport> {
    let context = &facts.setting;
    let mut groups: Vec<_> = facts.history.groups.iter().collect();
    groups.sort_by_key(|group| (std::cmp::Reverse(group.counts.sum()), &group.id));
    // Few counts are told of many rounds.
    let mut texts: HashMap<u64, Arc<str>> = HashMap::new();
    let mut cell = |(at, count): (usize, usize)| {
        let count = count as u64;
        let text = texts
            .entry(count)
            .or_insert_with(|| context.words.count(count).into());
        TopCell {
            round: facts.history.rounds[at].number(),
            count: Some(count),
            text: Arc::clone(text),
        }
    };
    groups
        .into_iter()
        .map(|group| TopReport {
            id: group.id.to_string(),
            title: context.names.sector(&group.id),
            members: group
                .members
                .iter()
                .map(|id| context.names.sector(id))
                .collect(),
            cells: group.counts.named().map(&mut cell).collect(),
        })
        .collect()
}
