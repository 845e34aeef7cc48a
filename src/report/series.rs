//! The report of a whole series: every round, every item, and what became of what was promised.

mod agreements;
mod commitments;
mod headline;
mod matrix;
mod overlap;
mod page;
mod people;
mod returns;
mod rounds;
#[cfg(test)]
mod tests;

pub use agreements::{AgreementTrack, LifeCell, LifePoint, Outcome, TotalReport};
pub use commitments::{CommitmentTrack, PromisePoint, ScoreReport, ScoreboardReport};
pub use matrix::{
    ColumnReport, MatrixCell, MatrixGroup, MatrixReport, MatrixRow, Naming, Pattern, TopReport,
};
pub use matrix::{Presence, TopCell};
pub use overlap::{OverlapReport, OverlapRow, OverlapTable};
pub(super) use people::person;
pub use people::{HeadCell, PeopleReport, RoundPeople};
pub use returns::{ReturnReport, SilentReport};
pub use rounds::{AgainstReport, CadenceReport, HeldReport, NextReport, PromiseReport};

use super::agreement::Named;
use super::context::Setting;
use super::evidence::{Book, Entries, EvidenceReport};
use super::links::LinksReport;
use super::phrase::{Direction, Line};
use super::reason::{self, ClaimReport, InferredReport};
use super::reproduce::ReproduceReport;
use super::round::RoundReport;
use super::timeline::TimelineReport;
use crate::history::History;
use crate::matching::Series;
use crate::model::round::{ListKind, Round};
use crate::parallel;
use crate::span::Files;
use crate::words::Words;
use serde::Serialize;

/// The report of a series. Every key is always there; a list is never null, and null is unknown.
///
/// It grows with what the rounds say: `C` is what a row of a list has for rounds and `P` what an
/// agreement has, here the rounds that name it and those at which something happens. The report as
/// a page shows it, [`SeriesPage`], has something for every round. `E` is the list of what is cited,
/// which need not be there as a whole.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
#[cfg_attr(
    any(test, feature = "schemas"),
    schemars(
        rename = "SeriesReport",
        description = "The report of a series. Every key is always there; a list is never null, and null is unknown."
    )
)]
pub struct SeriesReport<C = Naming, P = LifePoint, E = Vec<EvidenceReport>> {
    /// What kind of document this is: `rapporteur/history`.
    pub format: String,
    /// The version of the format; it changes when a key changes its meaning or goes.
    pub version: u32,
    /// The language of the report, a BCP 47 tag.
    pub lang: String,
    /// Its direction.
    pub dir: Direction,
    /// Whether that is right to left.
    pub rtl: bool,
    /// The dialogue.
    pub dialogue: Named,
    /// The last round that it tells of.
    pub as_of: u32,
    /// Numbers of rounds that are known to be missing from the record.
    pub missing: Vec<u32>,
    /// The same as a sentence.
    pub missing_text: Option<String>,
    /// What stays through all rounds, in one sentence.
    pub headline: String,
    /// The sentences below it.
    pub standfirst: Vec<Line>,
    /// What the report rests on.
    pub caveat: String,
    /// What a text leaves out to stay short, as a sentence; none where it is whole.
    pub left_out: Option<String>,
    /// That a page shows the last rounds only, as a sentence that ends with what writes the rest;
    /// none where it shows them all, and in JSON, which has them all.
    pub earlier_text: Option<String>,
    /// How many rounds there are, and from when to when.
    pub subject: Line,
    /// Whether tables with a column for each round are wider than a page.
    pub wide: bool,
    /// The rounds, in order.
    pub rounds: Vec<HeldReport>,
    /// The rounds along a line; none where fewer than two have a date.
    pub timeline: Option<TimelineReport>,
    /// The rhythm of the rounds.
    pub cadence: CadenceReport,
    /// Which round names which sector.
    pub sectors: MatrixReport<C>,
    /// Which round names which regional or international issue.
    pub topics: MatrixReport<C>,
    /// Which round names which programme.
    pub programmes: MatrixReport<C>,
    /// Which round names which working group, committee or forum.
    pub bodies: MatrixReport<C>,
    /// How much every two rounds share.
    pub overlaps: OverlapTable,
    /// Whether anything came back or is no longer named.
    pub gaps: bool,
    /// What came back after an absence.
    pub returning: Vec<ReturnReport>,
    /// That a page leaves earlier returns to the matrix; none where it lists them all.
    pub unlisted_text: Option<String>,
    /// What at least the last two rounds that state the list no longer name.
    pub silent: Vec<SilentReport>,
    /// Agreements that the rounds brought.
    pub agreements: Vec<AgreementTrack<P>>,
    /// Agreements from before the first round.
    pub standing: Vec<AgreementTrack<P>>,
    /// What the agreements of the rounds are worth, by currency and nature.
    pub totals: Vec<TotalReport>,
    /// How many commitments stand how.
    pub scoreboard: ScoreboardReport,
    /// Commitments, by how they stand.
    pub commitments: Vec<CommitmentTrack>,
    /// Who led each side, and how the rounds were held.
    pub people: PeopleReport,
    /// Facts that are reasoned and not read.
    pub inferred: Vec<InferredReport>,
    /// Values on which sources disagree.
    pub claims: Vec<ClaimReport>,
    /// The places in sources that the report rests on, numbered by first use.
    pub evidence: E,
    /// What is needed to make the same report again.
    pub reproduce: ReproduceReport,
    /// The pages beside this one; none where it is written alone.
    pub links: Option<LinksReport>,
}

/// The report of a series as pages show it, and as templates have it.
pub type SeriesPage = SeriesReport<MatrixCell, LifeCell>;

/// Tables with more rounds than this scroll.
const WIDE: usize = 8;

/// Makes the report of a series in the language of `words`.
pub fn series(
    history: &History<'_>,
    series: &Series<'_>,
    files: &Files,
    words: &Words,
) -> SeriesReport {
    let facts = &Facts {
        history,
        setting: Setting::of(series, files, words),
    };
    made(facts, |book| book.entries(&facts.setting))
}

/// Makes the same, but what it cites is made one by one as it is written.
pub fn series_outline<'e>(
    history: &'e History<'e>,
    series: &'e Series<'e>,
    files: &'e Files,
    words: &'e Words,
) -> SeriesReport<Naming, LifePoint, Entries<'e>> {
    let setting = || Setting::of(series, files, words);
    let facts = &Facts {
        history,
        setting: setting(),
    };
    made(facts, |book| Entries::of(setting(), book))
}

fn made<'e, E>(
    facts: &Facts<'e>,
    evidence: impl FnOnce(Book<'e>) -> E,
) -> SeriesReport<Naming, LifePoint, E> {
    let Facts { history, setting } = facts;
    let (context, words) = (setting, setting.words);
    let mut noted = Book::default();
    let book = &mut noted;
    let rounds = rounds::rounds(facts, book);
    let mut matrix = |kind: ListKind| MatrixReport::of(facts, kind, book);
    let lists = [
        matrix(ListKind::Sectors),
        matrix(ListKind::Topics),
        matrix(ListKind::Programmes),
        matrix(ListKind::Bodies),
    ];
    let held: Vec<&Round> = history.rounds.iter().map(|point| point.round).collect();
    // The rest of what cites, and what numbers no citation.
    let citing = || {
        let tracks = agreements::tracks(facts, book);
        let commitments = commitments::tracks(facts, book);
        let people = PeopleReport::of(facts, book);
        let claims = reason::claims(context, held.iter().copied(), book);
        (tracks, commitments, people, claims)
    };
    let beside = || {
        let returning = returns::returning(facts, &lists);
        let silent = returns::silent(facts, &lists);
        let overlaps = OverlapTable::of(facts);
        let reproduce = ReproduceReport::by(context, command(facts), history.as_of);
        (returning, silent, overlaps, reproduce)
    };
    let (citing, (returning, silent, overlaps, reproduce)) =
        parallel::both(setting.series.record.bytes(), citing, beside);
    let (tracks, commitments, people, claims) = citing;
    let (standing, agreements): (Vec<_>, Vec<_>) = tracks.into_iter().partition(|one| one.standing);
    let heads: Vec<&RoundReport> = rounds.iter().map(|held| &held.meeting).collect();
    let inferred = reason::inferred(context, &heads);
    let caveat = super::headline::caveat(context, held.iter().copied(), book);
    let evidence = evidence(noted);
    let [sectors, topics, programmes, bodies] = lists;
    SeriesReport {
        format: "rapporteur/history".to_owned(),
        version: 1,
        lang: words.tag().to_owned(),
        dir: Direction::of(words.tag()),
        rtl: Direction::of(words.tag()) == Direction::Rtl,
        dialogue: super::dialogue(context),
        as_of: history.as_of,
        missing_text: rounds::missing_text(facts),
        missing: history.missing.clone(),
        headline: headline::headline(facts),
        standfirst: headline::standfirst(facts),
        caveat,
        left_out: None,
        earlier_text: None,
        subject: headline::subject(facts),
        wide: facts.is_wide(),
        timeline: TimelineReport::of(context, history),
        cadence: CadenceReport::of(facts),
        overlaps,
        gaps: !(returning.is_empty() && silent.is_empty()),
        unlisted_text: returns::unlisted_text(facts, &returning),
        returning,
        silent,
        totals: agreements::totals(facts, &agreements),
        scoreboard: ScoreboardReport::of(facts),
        reproduce,
        links: None,
        rounds,
        sectors,
        topics,
        programmes,
        bodies,
        agreements,
        standing,
        commitments,
        people,
        inferred,
        claims,
        evidence,
    }
}

/// A history and the setting it is told in.
struct Facts<'a> {
    history: &'a History<'a>,
    setting: Setting<'a>,
}

impl Facts<'_> {
    /// Whether there are so many rounds that tables scroll.
    fn is_wide(&self) -> bool {
        self.history.rounds.len() > WIDE
    }
}

/// The command that makes the report again; the round is named where it is not the newest.
fn command(facts: &Facts<'_>) -> String {
    let series = facts.setting.series;
    let (id, lang) = (&series.record.dialogue().id, facts.setting.lang());
    let newest = series
        .rounds
        .last()
        .map(crate::matching::SeriesRound::number);
    let as_of = facts.history.as_of;
    let until = if newest > Some(as_of) {
        format!(" --as-of {as_of}")
    } else {
        String::new()
    };
    format!("rapporteur history --dialogue {id}{until} --lang {lang}")
}
