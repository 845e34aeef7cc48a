//! What is on the page: grouped, ordered, counted, in one language; no markup.

mod agreement;
mod alike;
mod card;
mod care;
mod citing;
mod commitment;
mod context;
mod definition;
mod evidence;
mod field;
mod finding;
mod glance;
mod headline;
mod index;
mod indicator;
mod item;
mod links;
mod list;
mod longer;
mod meeting;
mod money;
mod names;
mod outline;
mod phrase;
mod portfolio;
mod reason;
mod reproduce;
mod review;
mod round;
#[cfg(test)]
pub(crate) mod sample;
mod series;
mod sheet;
#[cfg(test)]
mod tests;
mod timeline;
mod trace;

pub use agreement::{ActReport, AgreementReport, Named, RelationReport};
pub use alike::{AlikeReport, reasons};
pub use card::{Card, CardGroup, StepReport, Tone};
pub use care::{CarePair, CareReport, Renamed};
pub use commitment::CommitmentReport;
pub use evidence::{Entries, EvidenceReport};
pub use field::{Field, FieldReport};
pub use finding::{ArgumentReport, FindingReport};
pub use index::{IndexDialogue, IndexReport, IndexRound, index};
pub use indicator::{FigureReport, IndicatorReport};
pub use item::{GroupKind, ItemReport, WordingChange};
pub use links::{FormsReport, LinkReport, LinksReport, Page, Shelf};
pub use list::{Counts, GroupItem, GroupReport, ListReport, WordingRow};
pub use longer::{LongerCell, LongerColumn, LongerOverlap, LongerReport, LongerRow, Noted};
pub use meeting::{Cell, IntervalReport, SideRow};
pub use money::{DifferenceReport, MoneyReport};
#[cfg(test)]
pub(crate) use outline::DATA;
pub use outline::{Outline, Row, Rows};
pub use phrase::{Direction, Line, Phrase, joined};
pub use portfolio::{
    PortfolioAgreement, PortfolioEntry, PortfolioPart, PortfolioReport, PortfolioRound, portfolio,
    portfolio_part,
};
pub use reason::{ClaimReport, InferredReport};
pub use reproduce::ReproduceReport;
pub use review::{
    AddedReport, ChangedReport, ConsequencesReport, CorrectedReport, CorrectionReport,
    DecisionReport, MovedReport, Notice, NoticeLevel, OtherReport, RemovedReport, ReviewCounts,
    ReviewReport, Reviewed, ReviewedDiagnosticReport, ReviewedDiagnostics, RevisionReport,
    SourceReport, StaleReport, StatedFactReport, StatedReport, review,
};
pub use round::{CoverageReport, PlaceReport, RoundReport};
pub use series::{
    AgainstReport, AgreementTrack, CadenceReport, ColumnReport, CommitmentTrack, HeadCell,
    HeldReport, LifeCell, LifePoint, MatrixCell, MatrixGroup, MatrixReport, MatrixRow, Naming,
    NextReport, Outcome, OverlapReport, OverlapRow, OverlapTable, Pattern, PeopleReport, Presence,
    PromisePoint, PromiseReport, ReturnReport, RoundPeople, ScoreReport, ScoreboardReport,
    SeriesPage, SeriesReport, SilentReport, TopCell, TopReport, TotalReport, series,
    series_outline,
};
pub use sheet::{AcceptedReport, FindingsReport};

pub use timeline::{TimeMark, TimelineReport, YearTick};
pub use trace::{ItemTrace, MentionReport, TraceKind, TraceReport, nearest_items, trace};

use crate::compare::{Comparison, ListChanges, Sides};
use crate::findings::Finding;
use crate::history::History;
use crate::matching::{Entry, Series};
use crate::model::round::ListKind;
use crate::span::Files;
use crate::words::Words;
use context::{Context, Setting};
use evidence::Book;
use serde::Serialize;

/// The report of two rounds. Every key is always there; a list is never null, and null is unknown.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct ComparisonReport {
    /// What kind of document this is: `rapporteur/comparison`.
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
    /// The round compared from; none where a first round is described alone.
    pub before: Option<RoundReport>,
    /// The round compared to.
    pub after: RoundReport,
    /// What the two are called at the head of a table.
    pub columns: Sides<String>,
    /// Whether there is no round to compare from.
    pub single: bool,
    /// Whether *after* is the earlier of the two.
    pub reversed: bool,
    /// Numbers of the rounds between the two, in time order.
    pub between: Vec<u32>,
    /// The time from one to the other.
    pub interval: IntervalReport,
    /// What changed, in one sentence.
    pub headline: String,
    /// The sentences below it.
    pub standfirst: Vec<Line>,
    /// What the report rests on.
    pub caveat: String,
    /// What a text leaves out to stay short, as a sentence; none where it is whole.
    pub left_out: Option<String>,
    /// The counts in one short line.
    pub summary: String,
    /// Both rounds with date and place.
    pub subject: Line,
    /// How many sectors there are of each kind.
    pub counts: Counts,
    /// Old against new on a few lines.
    pub glance: Vec<SideRow>,
    /// Findings, the most important first.
    pub findings: Vec<FindingReport>,
    /// Those that no other part of the page says.
    pub noted: Vec<Noted>,
    /// The two rounds among all rounds up to them; none where there are no others.
    pub longer: Option<LongerReport>,
    /// Sectors.
    pub sectors: Vec<ItemReport>,
    /// Regional and international issues.
    pub topics: Vec<ItemReport>,
    /// Programmes.
    pub programmes: Vec<ItemReport>,
    /// Working groups, committees and forums.
    pub bodies: Vec<ItemReport>,
    /// The sectors as the page shows them.
    pub agenda: ListReport,
    /// The other lists as the page shows them, without those that neither side states.
    pub lists: Vec<ListReport>,
    /// Pairs that may be one item under two names.
    pub read_with_care: Vec<CareReport>,
    /// Pairs that look alike under two ids, or are counted as one for that.
    pub alike: Vec<AlikeReport>,
    /// Agreements.
    pub agreements: Vec<AgreementReport>,
    /// Commitments.
    pub commitments: Vec<CommitmentReport>,
    /// Both as the page shows them.
    pub cards: Vec<CardGroup>,
    /// Figures.
    pub indicators: Vec<IndicatorReport>,
    /// The meeting itself.
    pub meeting: Vec<SideRow>,
    /// Facts that are reasoned and not read.
    pub inferred: Vec<InferredReport>,
    /// Values on which sources disagree.
    pub claims: Vec<ClaimReport>,
    /// The places in sources that the report rests on, numbered by first use.
    pub evidence: Vec<EvidenceReport>,
    /// What is needed to make the same report again.
    pub reproduce: ReproduceReport,
    /// The pages beside this one; none where it is written alone.
    pub links: Option<LinksReport>,
}

/// Makes the report of a comparison in the language of `words`; `history` is that of the series
/// up to the later of the two rounds.
pub fn comparison(
    comparison: &Comparison<'_>,
    series: &Series<'_>,
    history: &History<'_>,
    findings: &[Finding],
    files: &Files,
    words: &Words,
) -> ComparisonReport {
    Outline::of(comparison, series, history, findings, files, words).whole()
}

fn columns(before: Option<&RoundReport>, after: &RoundReport) -> Sides<String> {
    Sides {
        before: before.map(|round| round.label.clone()).unwrap_or_default(),
        after: after.label.clone(),
    }
}

fn dialogue(context: &Setting<'_>) -> Named {
    let dialogue = context.series.record.dialogue();
    Named {
        id: dialogue.id.to_string(),
        title: match &dialogue.title {
            Some(title) => context.phrase(title),
            None => Phrase::id(dialogue.id.as_str(), context.lang()),
        },
    }
}

/// What the one side that has a list names, where the other has none.
fn named<'e>(
    context: &Context<'e>,
    kind: ListKind,
    changes: &ListChanges<'e>,
    book: &mut Book<'e>,
) -> Vec<GroupItem> {
    let (entries, round) = match (changes.stated.before, changes.stated.after) {
        (true, false) => (&changes.named.before, context.comparison.before),
        (false, true) => (&changes.named.after, Some(context.comparison.after)),
        _ => return Vec::new(),
    };
    let item = |entry: &Entry<'e>| GroupItem {
        id: entry.id.to_string(),
        title: context.names.item(kind, &entry.id),
        note: Line::new(),
        refs: {
            let round = round.map(|round| &round.evidence);
            book.cite([&entry.mention.evidence].into_iter().chain(round))
        },
        file: Some(context.place(entry.mention.span)),
    };
    entries.iter().map(item).collect()
}
