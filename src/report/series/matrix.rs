//! One list through all rounds: which round names what.

use super::Facts;
use crate::history::ItemHistory;
use crate::model::round::ListKind;
use crate::model::term::{Term, terms};
use crate::report::evidence::{Book, together};
use crate::report::phrase::Phrase;
use crate::span::Place;
use serde::Serialize;

/// One list through all rounds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct MatrixReport {
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
    pub groups: Vec<MatrixGroup>,
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
pub struct MatrixGroup {
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
    pub rows: Vec<MatrixRow>,
}

/// One item through all rounds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct MatrixRow {
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
    /// Round by round.
    pub cells: Vec<MatrixCell>,
    /// Citations of every mention.
    pub refs: Vec<u32>,
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
    pub text: String,
    /// The same as one sign.
    pub sign: String,
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
    /// Round by round.
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
    pub text: String,
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
    pub(super) fn of(facts: &Facts<'_>, list: ListKind, book: &mut Book) -> Self {
        let context = &facts.setting;
        let items = items(facts, list);
        let mut columns = columns(facts, list, items);
        let count = items.len() as u64;
        let constant = items.iter().filter(|one| one.is_constant()).count() as u64;
        let total = context.say(list.as_str(), [("count", count.into())]);
        let folded = items.len() > MANY;
        let once = columns.iter().filter(|column| column.stated).count() < 2;
        let mut ordered: Vec<&ItemHistory> = items.iter().collect();
        ordered.sort_by_key(|item| order(item));
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
        for (at, column) in columns.iter_mut().enumerate() {
            let rows = groups.iter().flat_map(|group| &group.rows);
            column.refs = together(rows.filter_map(|row| Some(&row.cells.get(at)?.refs)));
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
fn order(item: &ItemHistory) -> impl Ord {
    (
        kind(item),
        std::cmp::Reverse(item.count()),
        // Of as many, the earlier ones.
        item.named.positions().to_vec(),
        item.id.clone(),
    )
}

fn columns(facts: &Facts<'_>, list: ListKind, items: &[ItemHistory]) -> Vec<ColumnReport> {
    let context = &facts.setting;
    let numbers = facts
        .history
        .rounds
        .iter()
        .map(crate::history::RoundPoint::number);
    let mut columns: Vec<ColumnReport> = Vec::new();
    let mut last_stated = None;
    for (at, number) in numbers.enumerate() {
        let stated = context
            .series
            .round(number)
            .is_some_and(|round| round.list(list).is_some());
        let count = |test: &dyn Fn(&ItemHistory) -> bool| {
            stated.then(|| items.iter().filter(|item| test(item)).count() as u64)
        };
        let named = |item: &ItemHistory, at: usize| item.named.at(at) == Some(true);
        let back = |item: &ItemHistory| {
            named(item, at)
                && item.first < number
                && last_stated.is_none_or(|last| !named(item, last))
        };
        let before = at.checked_sub(1).filter(|before| columns[*before].stated);
        columns.push(ColumnReport {
            round: number,
            label: context.round_label(number),
            number: context.words.number(number.into()),
            year: context.year(number),
            stated,
            compared: stated && before.is_some(),
            named: count(&|item| named(item, at)),
            first_named: count(&|item| item.first == number),
            returning: count(&back),
            no_longer_listed: before
                .and_then(|before| count(&|item| named(item, before) && !named(item, at))),
            refs: Vec::new(),
        });
        if stated {
            last_stated = Some(at);
        }
    }
    columns
}

impl MatrixGroup {
    fn of(
        facts: &Facts<'_>,
        list: ListKind,
        items: &[&ItemHistory],
        folded: bool,
        book: &mut Book,
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
    fn of(facts: &Facts<'_>, list: ListKind, item: &ItemHistory, book: &mut Book) -> Self {
        let points = facts.history.rounds.iter().zip(item.named.iter());
        let cells: Vec<MatrixCell> = points
            .map(|(point, named)| MatrixCell::of(facts, list, item, point.number(), named, book))
            .collect();
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

impl MatrixCell {
    fn of(
        facts: &Facts<'_>,
        list: ListKind,
        item: &ItemHistory,
        number: u32,
        named: Option<bool>,
        book: &mut Book,
    ) -> Self {
        let context = &facts.setting;
        let presence = match named {
            Some(true) => Presence::Named,
            Some(false) => Presence::NotNamed,
            None => Presence::NotStated,
        };
        let round = context.series.round(number);
        let entry = round.and_then(|round| {
            let entries = round.list(list)?;
            let at = entries
                .binary_search_by(|entry| entry.id.cmp(&item.id))
                .ok()?;
            Some((entries.get(at)?, round.round))
        });
        Self {
            round: number,
            presence,
            letter: match presence {
                Presence::Named => 'y',
                Presence::NotNamed => 'n',
                Presence::NotStated => 'q',
            },
            text: context.term("presence", presence),
            sign: context.term("sign", presence),
            wording: entry.and_then(|(entry, _)| Some(context.phrase(entry.wording.as_ref()?))),
            refs: entry.map_or_else(Vec::new, |(entry, round)| {
                book.cite(context, [&entry.mention.evidence, &round.evidence])
            }),
            file: entry.map(|(entry, _)| context.place(entry.mention.span)),
        }
    }
}

fn tops(facts: &Facts<'_>) -> Vec<TopReport> {
    let context = &facts.setting;
    let mut groups: Vec<_> = facts.history.groups.iter().collect();
    groups.sort_by_key(|group| (std::cmp::Reverse(group.counts.sum()), &group.id));
    let cell = |(number, count): (u32, Option<usize>)| TopCell {
        round: number,
        count: count.map(|count| count as u64),
        text: match count {
            Some(0) => context.word("sign-not-named"),
            Some(count) => context.words.count(count as u64),
            None => context.word("sign-not-stated"),
        },
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
            cells: facts
                .history
                .rounds
                .iter()
                .map(crate::history::RoundPoint::number)
                .zip(group.counts.iter())
                .map(cell)
                .collect(),
        })
        .collect()
}
