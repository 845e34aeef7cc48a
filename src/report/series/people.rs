//! Who led each side, and how the rounds were held.

use super::Facts;
use crate::history::{HeadHistory, Office, RoundPoint};
use crate::model::head::{Head, Rank};
use crate::report::agreement::Named;
use crate::report::context::Setting;
use crate::report::evidence::{Book, together};
use crate::report::meeting::Cell;
use crate::report::phrase::{Line, Phrase};
use crate::report::round::place_name;
use serde::Serialize;

/// Who led each side, and how the rounds were held.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct PeopleReport {
    /// The parties that some round names a head for.
    pub parties: Vec<Named>,
    /// Round by round.
    pub rounds: Vec<RoundPeople>,
}

/// The people and the format of one round.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct RoundPeople {
    /// The round.
    pub round: u32,
    /// `Round 2`.
    pub label: String,
    /// Where it was held, on whose invitation and how, as far as stated.
    pub place: Cell,
    /// The party that hosted it.
    pub host: Cell,
    /// At what level.
    pub level: Cell,
    /// In person or not.
    pub mode: Cell,
    /// Who led each of the parties, in their order.
    pub heads: Vec<HeadCell>,
}

/// Who led one party's side at one round.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct HeadCell {
    /// The party.
    pub party: Named,
    /// The ids of the persons, in the order written; those without an id left out.
    pub persons: Vec<String>,
    /// The highest rank among them.
    pub rank: Option<Rank>,
    /// Their names and titles, for readers.
    pub cell: Cell,
}

impl PeopleReport {
    pub(super) fn of<'e>(facts: &Facts<'e>, book: &mut Book<'e>) -> Self {
        let party = |head: &HeadHistory<'_>| Named {
            id: head.party.to_string(),
            title: facts.setting.names.party(&head.party),
        };
        let points = facts.history.rounds.iter().enumerate();
        Self {
            parties: facts.history.heads.iter().map(party).collect(),
            rounds: points
                .map(|(at, point)| RoundPeople::of(facts, at, point, book))
                .collect(),
        }
    }
}

impl RoundPeople {
    fn of<'e>(facts: &Facts<'e>, at: usize, point: &RoundPoint<'e>, book: &mut Book<'e>) -> Self {
        let context = &facts.setting;
        let round = point.round;
        let refs = book.cite([&round.evidence]);
        let stated = |text: Option<Line>| match text {
            Some(text) => Cell::of(text, Vec::new()),
            None => Cell::silent(context),
        };
        let own = |text: String| vec![Phrase::own(&text, context.lang())];
        let place = round.place.as_ref();
        let mut held = match place.and_then(|place| place_name(context, place)) {
            Some(name) => Cell::of(vec![name], refs),
            None => Cell::silent(context),
        };
        held.tag = place
            .filter(|place| held.stated && place.basis == crate::model::round::Basis::Inferred)
            .map(|_| context.word("inferred"));
        let heads = facts.history.heads.iter();
        Self {
            round: point.number(),
            label: context.round_label(point.number()),
            place: held,
            host: stated(point.host.as_ref().map(|id| vec![context.names.party(id)])),
            level: stated(
                round
                    .level
                    .as_ref()
                    .map(|level| own(context.term("level", level.value))),
            ),
            mode: stated(
                round
                    .mode
                    .as_ref()
                    .map(|mode| own(context.term("mode", mode.value))),
            ),
            heads: heads
                .map(|head| HeadCell::of(facts, head, at, point, book))
                .collect(),
        }
    }
}

impl HeadCell {
    fn of<'e>(
        facts: &Facts<'e>,
        history: &HeadHistory<'e>,
        at: usize,
        point: &RoundPoint<'e>,
        book: &mut Book<'e>,
    ) -> Self {
        let context = &facts.setting;
        let office: Option<&Office<'_>> = history.offices.get(at).and_then(Option::as_ref);
        let heads = office.map_or(&[][..], |office| &office.heads);
        let refs: Vec<_> = heads
            .iter()
            .map(|head| book.cite([&head.evidence, &point.round.evidence]))
            .collect();
        let mut text = Line::new();
        for head in heads {
            if !text.is_empty() {
                text.extend(context.line("separator-outcomes", []));
            }
            text.extend(person(context, head));
        }
        let rank = office.and_then(|office| office.rank);
        Self {
            party: Named {
                id: history.party.to_string(),
                title: context.names.party(&history.party),
            },
            persons: heads
                .iter()
                .filter_map(|head| head.person.as_ref().map(ToString::to_string))
                .collect(),
            rank,
            cell: if text.is_empty() {
                Cell::silent(context)
            } else {
                Cell {
                    tag: rank.map(|rank| context.term("rank", rank)),
                    ..Cell::of(text, together(&refs))
                }
            },
        }
    }
}

/// A name and the titles held.
pub(in crate::report) fn person(context: &Setting<'_>, head: &Head) -> Line {
    let titles: Vec<Phrase> = head
        .titles
        .iter()
        .map(|title| context.phrase(title))
        .collect();
    match (&head.name, titles.is_empty()) {
        (Some(name), true) => vec![context.phrase(name)],
        (Some(name), false) => context.line(
            "person",
            [
                ("name", context.phrase(name).into()),
                ("titles", titles.into()),
            ],
        ),
        (None, false) => context.line("listed", [("items", titles.into())]),
        (None, true) => match &head.person {
            Some(id) => vec![Phrase::id(id.as_str(), context.lang())],
            None => context.line("not-stated", []),
        },
    }
}
