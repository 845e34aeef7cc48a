//! Which dialogues name which sectors: over several records.

use super::agreement::{Named, status_text};
use super::context::Setting;
use super::links::LinksReport;
use super::money::MoneyReport;
use super::phrase::{Direction, Phrase, joined};
use crate::history::{AgreementHistory, History, ItemHistory};
use crate::matching::Series;
use crate::model::id::Id;
use crate::model::round::ListKind;
use crate::model::status::Status;
use crate::span::Files;
use crate::tables::HashMap;
use crate::words::Words;
use serde::Serialize;
use std::collections::BTreeSet;

/// Which dialogues name which sectors. Every key is always there; null is unknown.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct PortfolioReport {
    /// What kind of document this is: `rapporteur/portfolio`.
    pub format: String,
    /// The version of the format; it changes when a key changes its meaning or goes.
    pub version: u32,
    /// The language of the report, a BCP 47 tag.
    pub lang: String,
    /// Its direction.
    pub dir: Direction,
    /// Whether that is right to left.
    pub rtl: bool,
    /// The sectors asked for; none where all are told of.
    pub asked: Vec<Named>,
    /// What there is, in one sentence.
    pub headline: String,
    /// Every dialogue looked at.
    pub dialogues: Vec<Named>,
    /// The dialogues that name none of the sectors asked for.
    pub silent: Vec<Named>,
    /// The same as a sentence.
    pub silent_text: Option<String>,
    /// What a text leaves out to stay short, as a sentence; none where it is whole.
    pub left_out: Option<String>,
    /// Each sector in each dialogue that names it, by sector and then by dialogue.
    pub entries: Vec<PortfolioEntry>,
    /// The command that makes the same report again.
    pub command: String,
    /// The pages beside this one; none where it is written alone.
    pub links: Option<LinksReport>,
}

/// One sector in one dialogue.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct PortfolioEntry {
    /// The sector.
    pub sector: Named,
    /// The dialogue.
    pub dialogue: Named,
    /// The sectors by which the rounds name it: itself, and narrower ones.
    pub named_as: Vec<Named>,
    /// The rounds that name it, in order.
    pub rounds: Vec<PortfolioRound>,
    /// The first of them in words.
    pub since_text: String,
    /// The last of them in words.
    pub last_text: String,
    /// How many rounds the dialogue has.
    pub of: u64,
    /// The agreements about it.
    pub agreements: Vec<PortfolioAgreement>,
}

/// One round that names a sector.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct PortfolioRound {
    /// The round.
    pub round: u32,
    /// When it was held, as the record writes it.
    pub date: Option<String>,
}

/// One agreement about a sector.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct PortfolioAgreement {
    /// The agreement's id.
    pub id: String,
    /// Its name.
    pub title: Phrase,
    /// Its status at the newest round.
    pub status: Option<Status>,
    /// The same in words.
    pub status_text: String,
    /// What it is worth.
    pub value: Option<MoneyReport>,
}

/// What one dialogue has to say of the sectors asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PortfolioPart {
    /// The dialogue.
    pub dialogue: Named,
    /// The sectors asked for that its taxonomy knows, by id and name.
    pub known: Vec<Named>,
    /// Its entries.
    pub entries: Vec<PortfolioEntry>,
}

/// Looks through one dialogue: for the sectors of these names, or for every sector.
pub fn portfolio_part(
    series: &Series<'_>,
    files: &Files,
    words: &Words,
    asked: &[String],
) -> PortfolioPart {
    let context = &Setting::of(series, files, words);
    let newest = series
        .rounds
        .last()
        .map_or(0, crate::matching::SeriesRound::number);
    let history = &History::of(series, newest);
    let wanted: Vec<Id> = if asked.is_empty() {
        history.sectors.iter().map(|item| item.id.clone()).collect()
    } else {
        let names = series.record.names();
        let found = asked
            .iter()
            .filter_map(|name| names.resolve(ListKind::Sectors, name));
        let ids: BTreeSet<Id> = found
            .flat_map(|found| found.ids)
            .map(|id| series.current(ListKind::Sectors, &id))
            .collect();
        ids.into_iter().collect()
    };
    let named = |id: &Id| Named {
        id: id.to_string(),
        title: context.names.sector(id),
    };
    let under = &Under::of(series, history);
    PortfolioPart {
        dialogue: super::dialogue(context),
        known: wanted.iter().map(named).collect(),
        entries: wanted
            .iter()
            .filter_map(|id| entry(context, history, under, id))
            .collect(),
    }
}

/// Joins what the dialogues have to say; `asked` are the names asked for, none for every sector.
pub fn portfolio(parts: Vec<PortfolioPart>, asked: &[String], words: &Words) -> PortfolioReport {
    let dialogues: Vec<Named> = parts.iter().map(|part| part.dialogue.clone()).collect();
    let silent: Vec<Named> = parts
        .iter()
        .filter(|part| part.entries.is_empty())
        .map(|part| part.dialogue.clone())
        .collect();
    let mut sectors: Vec<Named> = parts.iter().flat_map(|part| part.known.clone()).collect();
    sectors.sort_by(|a, b| a.id.cmp(&b.id));
    sectors.dedup_by(|a, b| a.id == b.id);
    let mut entries: Vec<_> = parts.into_iter().flat_map(|part| part.entries).collect();
    entries.sort_by(|a, b| (&a.sector.id, &a.dialogue.id).cmp(&(&b.sector.id, &b.dialogue.id)));
    let names: Vec<String> = silent.iter().map(|one| one.title.text.clone()).collect();
    let asked_for = if asked.is_empty() {
        Vec::new()
    } else {
        sectors.clone()
    };
    let silent_text = (!asked.is_empty() && !silent.is_empty()).then(|| {
        words.say(
            "portfolio-silent",
            &[("dialogues", words.list(&names).into())],
        )
    });
    let command = command(&asked_for, words);
    PortfolioReport {
        format: "rapporteur/portfolio".to_owned(),
        version: 1,
        lang: words.tag().to_owned(),
        dir: Direction::of(words.tag()),
        rtl: Direction::of(words.tag()) == Direction::Rtl,
        headline: headline(words, &asked_for, &dialogues, &silent, &entries),
        asked: asked_for,
        dialogues,
        silent,
        silent_text,
        left_out: None,
        entries,
        command,
        links: None,
    }
}

/// The command that makes the report again.
fn command(asked: &[Named], words: &Words) -> String {
    let mut command = vec!["rapporteur", "portfolio"];
    command.extend(asked.iter().map(|one| one.id.as_str()));
    command.extend(["--lang", words.tag()]);
    command.join(" ")
}

fn headline(
    words: &Words,
    asked: &[Named],
    dialogues: &[Named],
    silent: &[Named],
    entries: &[PortfolioEntry],
) -> String {
    let total = dialogues.len() as u64;
    if asked.is_empty() {
        let ids: BTreeSet<&str> = entries.iter().map(|one| one.sector.id.as_str()).collect();
        let sectors = words.say("sectors", &[("count", (ids.len() as u64).into())]);
        let dialogues = words.say("dialogues", &[("count", total.into())]);
        return words.say(
            "portfolio-all",
            &[("sectors", sectors.into()), ("dialogues", dialogues.into())],
        );
    }
    let naming = (dialogues.len() - silent.len()) as u64;
    let titles: Vec<String> = asked.iter().map(|one| one.title.text.clone()).collect();
    words.say(
        "portfolio-named",
        &[
            ("count", naming.into()),
            ("number", words.count(naming).into()),
            ("total", total.into()),
            ("sectors", words.list(&titles).into()),
        ],
    )
}

/// What belongs under each sector: itself, what is about it, and both of narrower ones.
struct Under<'h> {
    sectors: HashMap<Id, Vec<&'h ItemHistory>>,
    agreements: HashMap<Id, Vec<&'h AgreementHistory<'h>>>,
}

impl<'h> Under<'h> {
    fn of(series: &Series<'_>, history: &'h History<'h>) -> Self {
        let mut under = Self {
            sectors: HashMap::default(),
            agreements: HashMap::default(),
        };
        let wider = |id: &Id| -> BTreeSet<Id> {
            let wider = series.broader(ListKind::Sectors, id).into_iter();
            wider.chain([id.clone()]).collect()
        };
        for item in &history.sectors {
            for id in wider(&item.id) {
                under.sectors.entry(id).or_default().push(item);
            }
        }
        for one in &history.agreements {
            let sectors = one.definition.sectors.iter().flat_map(|all| &all.value);
            let ids = sectors.filter_map(|name| Id::new(&name.value));
            let ids = ids.map(|id| series.current(ListKind::Sectors, &id));
            let all: BTreeSet<Id> = ids.flat_map(|id| wider(&id)).collect();
            for id in all {
                under.agreements.entry(id).or_default().push(one);
            }
        }
        under
    }
}

/// One sector in one dialogue; none where no round names it.
fn entry(
    context: &Setting<'_>,
    history: &History<'_>,
    under: &Under<'_>,
    id: &Id,
) -> Option<PortfolioEntry> {
    let members = under.sectors.get(id).map_or(&[][..], Vec::as_slice);
    let positions = members.iter().flat_map(|item| item.named.positions());
    let positions: BTreeSet<usize> = positions.copied().collect();
    let points = positions.iter().map(|at| &history.rounds[*at]);
    let rounds: Vec<PortfolioRound> = points
        .map(|point| PortfolioRound {
            round: point.number(),
            date: point
                .round
                .date
                .as_ref()
                .map(|date| date.value.literal().to_owned()),
        })
        .collect();
    let when = |round: &PortfolioRound| {
        let label = context.round_label(round.round);
        let date = context
            .round(round.round)
            .and_then(|round| round.date.as_ref());
        match date {
            Some(date) => {
                let date = context.date(&date.value);
                joined(&context.line(
                    "labelled",
                    [("label", label.into()), ("value", date.into())],
                ))
            }
            None => label,
        }
    };
    let since_text = when(rounds.first()?);
    let last_text = when(rounds.last()?);
    Some(PortfolioEntry {
        sector: Named {
            id: id.to_string(),
            title: context.names.sector(id),
        },
        dialogue: super::dialogue(context),
        named_as: members
            .iter()
            .map(|item| Named {
                id: item.id.to_string(),
                title: context.names.sector(&item.id),
            })
            .collect(),
        rounds,
        since_text,
        last_text,
        of: history.rounds.len() as u64,
        agreements: under
            .agreements
            .get(id)
            .into_iter()
            .flatten()
            .map(|one| PortfolioAgreement {
                id: one.id.to_string(),
                title: context.names.agreement(&one.id),
                status: one.status(),
                status_text: status_text(context, one.status()),
                value: one
                    .definition
                    .value
                    .as_ref()
                    .map(|value| MoneyReport::of(context, &value.value)),
            })
            .collect(),
    })
}
