//! The page that leads to all others.

use super::agreement::Named;
use super::context::count;
use super::links::{FormsReport, LinksReport, Page, Shelf};
use super::phrase::{Direction, Phrase};
use super::{ComparisonReport, round::PlaceReport};
use crate::words::Words;
use serde::Serialize;

/// All reports of all dialogues. Every key is always there; null is unknown.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct IndexReport {
    /// What kind of document this is: `rapporteur/index`.
    pub format: String,
    /// The version of the format; it changes when a key changes its meaning or goes.
    pub version: u32,
    /// The language of the page, a BCP 47 tag.
    pub lang: String,
    /// Its direction.
    pub dir: Direction,
    /// Whether that is right to left.
    pub rtl: bool,
    /// How much there is, in one line.
    pub headline: String,
    /// Every dialogue.
    pub dialogues: Vec<IndexDialogue>,
    /// Which dialogues name which sectors: that page in each language and format.
    pub portfolio: Vec<FormsReport>,
    /// The pages beside this one.
    pub links: Option<LinksReport>,
}

/// One dialogue and its reports.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct IndexDialogue {
    /// The dialogue.
    pub dialogue: Named,
    /// The newest round; none where the record has no round.
    pub newest: Option<IndexRound>,
    /// Every round, the newest first.
    pub rounds: Vec<IndexRound>,
    /// The report of all rounds, in each language and format.
    pub series: Vec<FormsReport>,
}

/// One round and its reports.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct IndexRound {
    /// Its number.
    pub round: u32,
    /// `Round 2`.
    pub label: String,
    /// When it was held, in words.
    pub when: Phrase,
    /// Where it was held.
    pub place: Option<Phrase>,
    /// Whether the place is inferred.
    pub inferred: bool,
    /// The headline of its report.
    pub headline: String,
    /// Its report in each language and format.
    pub forms: Vec<FormsReport>,
}

impl IndexRound {
    /// The entry of a round's report.
    pub fn of(report: &ComparisonReport, shelf: &Shelf, words: &Words) -> Self {
        let round = &report.after;
        let page = Page::Round(&report.dialogue.id, round.round);
        Self {
            round: round.round,
            label: round.label.clone(),
            when: round.when.clone(),
            place: round.place.as_ref().map(|place| place.name.clone()),
            inferred: round
                .place
                .as_ref()
                .is_some_and(|place: &PlaceReport| place.inferred),
            headline: report.headline.clone(),
            forms: shelf.forms(Page::Index, page, words),
        }
    }
}

impl IndexDialogue {
    /// The entry of a dialogue; its rounds come in the order of time.
    pub fn of(dialogue: Named, mut rounds: Vec<IndexRound>, shelf: &Shelf, words: &Words) -> Self {
        rounds.reverse();
        Self {
            series: shelf.forms(Page::Index, Page::Series(&dialogue.id), words),
            newest: rounds.first().cloned(),
            rounds,
            dialogue,
        }
    }
}

/// Makes the index in the language of `words`; `shelf` has the portfolio, if there is one.
pub fn index(dialogues: Vec<IndexDialogue>, shelf: &Shelf, words: &Words) -> IndexReport {
    let total = words.say("dialogues", &[("count", count(&dialogues).into())]);
    let rounds = dialogues.iter().map(|one| count(&one.rounds)).sum::<u64>();
    let rounds = words.say("rounds", &[("count", rounds.into())]);
    IndexReport {
        format: "rapporteur/index".to_owned(),
        version: 1,
        lang: words.tag().to_owned(),
        dir: Direction::of(words.tag()),
        rtl: Direction::of(words.tag()) == Direction::Rtl,
        headline: words.say(
            "index-headline",
            &[("dialogues", total.into()), ("rounds", rounds.into())],
        ),
        dialogues,
        portfolio: shelf.forms(Page::Index, Page::Portfolio, words),
        links: None,
    }
}
