//! One round, as the head of a column.

use super::context::Setting;
use super::evidence::Book;
use super::phrase::Phrase;
use crate::model::round::{Basis, Coverage, Level, ListKind, Mode, Place as Venue, Round};
use crate::model::term::Term;
use crate::span::Place;
use serde::Serialize;

/// One side of a comparison.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct RoundReport {
    /// Its number.
    pub round: u32,
    /// `Round 2`.
    pub label: String,
    /// When it was held, as the record writes it.
    pub date: Option<String>,
    /// The same in words.
    pub date_text: String,
    /// The same with the language that it is in, for a date that the record gives in words.
    pub when: Phrase,
    /// Citations of the date.
    pub date_refs: Vec<u32>,
    /// Its year; none where the date gives none.
    pub year: Option<String>,
    /// Where it was held.
    pub place: Option<PlaceReport>,
    /// How it was held.
    pub mode: Option<Mode>,
    /// At what level.
    pub level: Option<Level>,
    /// When it was to be held, as the record writes it.
    pub planned: Option<String>,
    /// How complete each of its lists is.
    pub coverage: Vec<CoverageReport>,
    /// Where the record has it.
    pub file: Place,
}

/// Where a round was held.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct PlaceReport {
    /// Stated or inferred.
    pub basis: Basis,
    /// The city, else the country's code.
    pub name: Phrase,
    /// The country, an ISO 3166-1 alpha-2 code.
    pub country: Option<String>,
    /// Whether it is inferred.
    pub inferred: bool,
    /// What the author remarks, which is the reason where it is inferred.
    pub note: Option<Phrase>,
    /// Citations.
    pub refs: Vec<u32>,
    /// Where the record has it.
    pub file: Place,
}

/// How complete one list of a round is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct CoverageReport {
    /// The list.
    pub list: ListKind,
    /// Whether what it lacks was not there.
    pub coverage: Coverage,
    /// The list's name in words.
    pub list_text: String,
    /// The coverage in words.
    pub text: String,
}

impl RoundReport {
    pub(super) fn of<'e>(context: &Setting<'e>, round: &'e Round, book: &mut Book<'e>) -> Self {
        let number = round.number.value;
        let date = round.date.as_ref().map(|date| &date.value);
        let coverage = ListKind::ALL.iter().map(|list| {
            let coverage = round.coverage.of(*list);
            CoverageReport {
                list: *list,
                coverage,
                list_text: context.term("list", *list),
                text: context.term("coverage", coverage),
            }
        });
        let date_refs = match date {
            Some(_) => book.cite([&round.evidence]),
            None => Vec::new(),
        };
        Self {
            round: number,
            label: context.round_label(number),
            date: date.map(|date| date.literal().to_owned()),
            date_text: date.map_or_else(|| context.not_stated(), |date| context.date(date)),
            when: date.map_or_else(
                || Phrase::own(&context.not_stated(), context.lang()),
                |date| context.date_phrase(date),
            ),
            date_refs,
            year: context.year(number),
            place: round
                .place
                .as_ref()
                .and_then(|place| PlaceReport::of(context, round, place, book)),
            mode: round.mode.as_ref().map(|mode| mode.value),
            level: round.level.as_ref().map(|level| level.value),
            planned: round
                .planned
                .as_ref()
                .map(|date| date.value.literal().to_owned()),
            coverage: coverage.collect(),
            file: context.place(round.number.span),
        }
    }
}

impl PlaceReport {
    fn of<'e>(
        context: &Setting<'e>,
        round: &'e Round,
        place: &'e Venue,
        book: &mut Book<'e>,
    ) -> Option<Self> {
        Some(Self {
            basis: place.basis,
            name: place_name(context, place)?,
            country: place.country.as_deref().map(str::to_owned),
            inferred: place.basis == Basis::Inferred,
            note: context.note(&place.evidence),
            refs: book.cite([&place.evidence, &round.evidence]),
            file: context.place(place.span),
        })
    }
}

/// The city, else the country: by the name of the party whose country it is, else by its code.
pub(super) fn place_name(context: &Setting<'_>, place: &Venue) -> Option<Phrase> {
    if let Some(city) = &place.city {
        return Some(context.phrase(city));
    }
    let code = place.country.as_deref()?;
    let mut parties = context.series.record.dialogue().parties.iter();
    let party =
        parties.find(|(_, party)| party.of.is_none() && party.country.as_deref() == Some(code));
    Some(match party {
        Some((id, _)) => context.names.party(id),
        None => Phrase::id(code, context.lang()),
    })
}
