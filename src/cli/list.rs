//! `list`: what the record holds.

use super::args::{Global, List, Listed, Listing};
use super::console::{Console, Failure};
use super::exit::Exit;
use super::{record, table};
use crate::check::RoundSet;
use crate::compare::{Promise, promises};
use crate::matching::Series;
use crate::model::id::Id;
use crate::model::round::{Basis, ListKind, Round};
use crate::model::term::Term;
use crate::model::text::Text;
use crate::words::Words;
use indexmap::IndexMap;

/// Lists dialogues, or what one of them holds.
pub(super) fn run(
    command: &List,
    global: &Global,
    console: &mut Console<'_>,
) -> Result<Exit, Failure> {
    let words = words(global)?;
    let (headings, rows) = match command.what {
        Listed::Dialogues => dialogues(&words, console)?,
        what => {
            let (_, record) = record::of_global(global, console)?;
            let series = Series::matched(&record, global.matching());
            match what {
                Listed::Sectors => sectors(&series, &words),
                Listed::Agreements => agreements(&series, &words),
                Listed::Commitments => commitments(&series, &words),
                Listed::Rounds | Listed::Dialogues => rounds(&record, &words),
            }
        }
    };
    match command.format {
        Listing::Text => console.log(&table::text(&headings, &rows))?,
        Listing::Json => console.out(&table::json(&table::objects(&headings, &rows)))?,
    }
    Ok(Exit::Done)
}

/// The words of the language asked for.
pub(super) fn words(global: &Global) -> Result<Words, Failure> {
    let tag = global.lang.as_deref().unwrap_or("en");
    Words::of(tag, global.digits()).map_err(|unknown| Failure::new(unknown.to_string()))
}

type Rows = (Vec<&'static str>, Vec<Vec<String>>);

fn dialogues(words: &Words, console: &mut Console<'_>) -> Result<Rows, Failure> {
    let mut rows = Vec::new();
    for entry in record::dialogues()? {
        let (_, record) = record::sound(&entry, console)?;
        let dates = record.rounds().iter().map(|round| date(round, words));
        let dates: Vec<String> = dates.collect();
        rows.push(vec![
            entry.name.clone(),
            record.rounds().len().to_string(),
            dates.first().cloned().unwrap_or_default(),
            dates.last().cloned().unwrap_or_default(),
            title(record.dialogue().title.as_ref(), words),
        ]);
    }
    Ok((vec!["dialogue", "rounds", "first", "last", "title"], rows))
}

fn rounds(record: &RoundSet, words: &Words) -> Rows {
    let count = |len: Option<usize>| len.map_or_else(String::new, |len| len.to_string());
    let rows = record.rounds().iter().map(|round| {
        vec![
            round.number.value.to_string(),
            date(round, words),
            count(round.sectors.as_ref().map(Vec::len)),
            count(round.agreements.as_ref().map(Vec::len)),
            count(round.commitments.as_ref().map(Vec::len)),
            place(round, words),
        ]
    });
    let headings = vec![
        "round",
        "date",
        "sectors",
        "agreements",
        "commitments",
        "place",
    ];
    (headings, rows.collect())
}

fn sectors(series: &Series<'_>, words: &Words) -> Rows {
    let mut seen: IndexMap<Id, Vec<String>> = IndexMap::new();
    for round in &series.rounds {
        for entry in round.list(ListKind::Sectors).unwrap_or_default() {
            seen.entry(entry.id.clone())
                .or_default()
                .push(round.number().to_string());
        }
    }
    seen.sort_keys();
    let row = |(id, rounds): (&Id, &Vec<String>)| {
        let title = title(series.title(ListKind::Sectors, id), words);
        vec![id.to_string(), rounds.join(" "), title]
    };
    (
        vec!["sector", "rounds", "title"],
        seen.iter().map(row).collect(),
    )
}

fn agreements(series: &Series<'_>, words: &Words) -> Rows {
    let newest = series
        .rounds
        .last()
        .map(crate::matching::SeriesRound::number);
    let mut courses: Vec<_> = series.courses.iter().collect();
    courses.sort_by_key(|(id, _)| *id);
    let row = |(id, course): (&Id, &crate::acts::Course<'_>)| {
        let rounds = course.mentions.iter().map(|(round, _)| round.to_string());
        let titles = course
            .mentioned(newest)
            .filter_map(|one| one.definition.title.as_ref());
        vec![
            id.to_string(),
            course.status(newest).map_or("", Term::as_str).to_owned(),
            rounds.collect::<Vec<_>>().join(" "),
            title(titles.last().map(|title| &title.value), words),
        ]
    };
    let rows = courses.into_iter().map(row).collect();
    (vec!["agreement", "status", "rounds", "title"], rows)
}

fn commitments(series: &Series<'_>, words: &Words) -> Rows {
    let newest = series
        .rounds
        .last()
        .map_or(0, crate::matching::SeriesRound::number);
    let row = |promise: Promise<'_>| {
        let standing = promise.standing(series, newest);
        let due = standing.as_ref().and_then(|one| one.due);
        let text = promise.mention.text.as_ref();
        vec![
            promise.id.to_string(),
            standing
                .as_ref()
                .map_or("", |one| one.state.as_str())
                .to_owned(),
            due.map_or_else(String::new, |due| words.date(due)),
            title(text.map(|text| &text.value), words),
        ]
    };
    let rows = promises(series).into_iter().map(row).collect();
    (vec!["commitment", "state", "due", "text"], rows)
}

fn date(round: &Round, words: &Words) -> String {
    let date = round.date.as_ref();
    date.map_or_else(String::new, |date| words.date(&date.value))
}

fn place(round: &Round, words: &Words) -> String {
    let Some(place) = &round.place else {
        return String::new();
    };
    let city = title(place.city.as_ref(), words);
    let name = if city.is_empty() {
        place.country.as_deref().unwrap_or_default().to_owned()
    } else {
        city
    };
    if place.basis == Basis::Inferred && !name.is_empty() {
        format!("{name} (inferred)")
    } else {
        name
    }
}

fn title(text: Option<&Text>, words: &Words) -> String {
    text.map_or_else(String::new, |text| text.best(words.tag()).1.to_owned())
}
