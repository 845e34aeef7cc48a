//! A report whose long lists are not made yet, so that they need never be there as a whole.

use super::agreement::AgreementReport;
use super::alike;
use super::card::{self, Card, Subject};
use super::commitment::CommitmentReport;
use super::context::{Context, Setting};
use super::evidence::{Book, EvidenceReport};
use super::finding::{self, FindingReport, Told};
use super::indicator::IndicatorReport;
use super::item::{self, ItemReport, Placed};
use super::list::{GroupItem, ListReport, WordingRow, of_group};
use super::longer::{LongerReport, Noted};
use super::phrase::Direction;
use super::reproduce::ReproduceReport;
use super::{
    CareReport, ComparisonReport, IntervalReport, RoundReport, columns, dialogue, glance, headline,
    meeting, named, reason,
};
use crate::compare::{AgreementChange, Comparison, ListChanges};
use crate::findings::Finding;
use crate::history::History;
use crate::matching::Series;
use crate::model::round::ListKind;
use crate::model::term::Term;
use crate::parallel;
use crate::span::Files;
use crate::words::Words;
use serde::Serialize;

/// A report of two rounds, without its long lists, and what those are made of.
pub struct Outline<'o> {
    /// The report; its long lists are empty.
    report: ComparisonReport,
    makings: Makings<'o>,
}

/// The lists that no page tells of: what they say is told by groups, cards and notes, which are made
/// of the same.
#[cfg(test)]
pub(crate) const DATA: [&str; 7] = [
    "sectors",
    "topics",
    "programmes",
    "bodies",
    "agreements",
    "commitments",
    "findings",
];

/// What the long lists of a report are made of.
struct Makings<'o> {
    context: Context<'o>,
    /// The citations of the whole report, in the order in which a reader meets them.
    book: Book<'o>,
    /// The changes of each list of mentions, in the order of the page.
    lists: Vec<(ListKind, Vec<Placed<'o>>)>,
    agreements: Vec<&'o AgreementChange<'o>>,
    commitments: Vec<CommitmentReport>,
    /// What the cards of each group are made of.
    cards: Vec<Vec<Subject>>,
    findings: Vec<Told<'o>>,
    /// The findings that no other part of the page says.
    unsaid: Vec<usize>,
}

/// A long list of a report, made row by row.
pub struct Rows<'r> {
    makings: &'r Makings<'r>,
    list: List<'r>,
}

/// Which list, and what it is made of.
enum List<'r> {
    /// Items of a list, such as sectors.
    Items(ListKind, &'r [Placed<'r>]),
    /// The same as members of their group.
    Members(ListKind, &'r [Placed<'r>]),
    /// Their wordings.
    Wordings(ListKind, Vec<Placed<'r>>),
    /// Agreements.
    Agreements,
    /// The cards of a group.
    Cards(&'r [Subject]),
    /// Findings.
    Findings,
    /// Those that no other part of the page says.
    Noted,
    /// What is cited.
    Evidence,
}

/// A row of a long list.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Row {
    /// An item.
    Item(Box<ItemReport>),
    /// A member of a group.
    Member(GroupItem),
    /// Wordings of an item.
    Wording(WordingRow),
    /// An agreement.
    Agreement(Box<AgreementReport>),
    /// A card.
    Card(Box<Card>),
    /// A finding.
    Finding(FindingReport),
    /// A finding as a page shows it.
    Noted(Noted),
    /// A place in a source.
    Evidence(Box<EvidenceReport>),
}

impl<'o> Outline<'o> {
    /// Outlines the report that [`comparison`](super::comparison) makes.
    pub fn of(
        comparison: &'o Comparison<'o>,
        series: &'o Series<'o>,
        history: &History<'_>,
        findings: &'o [Finding],
        files: &'o Files,
        words: &'o Words,
    ) -> Self {
        let context = || Context {
            comparison,
            setting: Setting::of(series, files, words),
        };
        // What was read is hashed beside the rest.
        let unhashed = ReproduceReport::left_out();
        let (mut outline, reproduce) = parallel::both(
            series.record.bytes(),
            || Self::with(context(), history, findings, unhashed),
            || ReproduceReport::of(&context()),
        );
        outline.report.reproduce = reproduce;
        outline
    }

    /// The same, with what it takes to make it again.
    pub(super) fn with(
        context: Context<'o>,
        history: &History<'_>,
        findings: &'o [Finding],
        reproduce: ReproduceReport,
    ) -> Self {
        let comparison = context.comparison;
        let lang = context.words.tag();
        let mut makings = Makings::of(context);
        let (context, book) = (&makings.context, &mut makings.book);
        let before = comparison
            .before
            .map(|round| RoundReport::of(context, round, book));
        let after = RoundReport::of(context, comparison.after, book);
        let mut meeting = meeting::when_and_where(context, before.as_ref(), &after);
        let heads = meeting::heads(context, book);
        let mut glance = meeting.clone();
        let agenda = makings.list(ListKind::Sectors, &comparison.sectors);
        let topics = makings.list(ListKind::Topics, &comparison.topics);
        let programmes = makings.list(ListKind::Programmes, &comparison.programmes);
        let bodies = makings.list(ListKind::Bodies, &comparison.bodies);
        glance.extend(glance::rows(&makings.context, &agenda, &mut makings.book));
        glance.extend(heads.iter().cloned());
        let care = |list: &ListReport, changes| makings.care(list, changes);
        let read_with_care = [
            care(&agenda, &comparison.sectors),
            care(&topics, &comparison.topics),
        ];
        makings.outcomes();
        let (context, book) = (&makings.context, &mut makings.book);
        let indicators = comparison.indicators.iter();
        let indicators = indicators.map(|change| IndicatorReport::of(context, change, book));
        let indicators = indicators.collect();
        meeting.extend(meeting::rest(context, book));
        meeting.extend(heads);
        let compared = comparison.before.into_iter().chain([comparison.after]);
        let claims = reason::claims(context, compared.clone(), book);
        let rounds: Vec<_> = before.iter().chain([&after]).collect();
        let inferred = reason::inferred(context, &rounds);
        let standfirst = headline::standfirst(context, before.as_ref(), &after, &agenda, findings);
        let longer = makings.told(history, findings);
        let Makings { context, book, .. } = &makings;
        let groups = card::groups(context, &makings.agreements, &makings.commitments);
        let (card_groups, cards) = groups.into_iter().unzip();
        let lists = [topics, programmes, bodies].into_iter();
        let report = ComparisonReport {
            format: "rapporteur/comparison".to_owned(),
            version: 1,
            lang: lang.to_owned(),
            dir: Direction::of(lang),
            rtl: Direction::of(lang) == Direction::Rtl,
            dialogue: dialogue(context),
            reversed: comparison.reversed,
            between: comparison.between.clone(),
            interval: IntervalReport::of(context),
            headline: headline::headline(context, &agenda),
            standfirst,
            caveat: headline::caveat(context, compared, book),
            left_out: None,
            summary: headline::summary(context, &agenda),
            subject: headline::subject(context, before.as_ref(), &after),
            counts: agenda.counts,
            glance,
            noted: Vec::new(),
            findings: Vec::new(),
            longer,
            sectors: Vec::new(),
            topics: Vec::new(),
            programmes: Vec::new(),
            bodies: Vec::new(),
            agenda,
            lists: lists.filter(|list| !list.silent).collect(),
            read_with_care: read_with_care.into_iter().flatten().collect(),
            alike: alike::alike(context),
            cards: card_groups,
            agreements: Vec::new(),
            commitments: makings.commitments.clone(),
            indicators,
            meeting,
            inferred,
            claims,
            evidence: Vec::new(),
            reproduce,
            links: None,
            columns: columns(before.as_ref(), &after),
            single: before.is_none(),
            before,
            after,
        };
        makings.cards = cards;
        Self { report, makings }
    }

    /// The report without its long lists: each is there, and empty.
    pub fn report(&self) -> &ComparisonReport {
        &self.report
    }

    /// The lists that are left out and have any rows, by where they are in the report as JSON: a
    /// pointer such as `/agenda/kept/items`.
    pub fn rows(&self) -> Vec<(String, Rows<'_>)> {
        let mut all = Vec::new();
        for (kind, placed) in &self.makings.lists {
            all.push((format!("/{}", kind.as_str()), List::Items(*kind, placed)));
        }
        let others = self.report.lists.iter().enumerate();
        let others = others.map(|(at, list)| (format!("/lists/{at}"), list));
        for (place, list) in [("/agenda".to_owned(), &self.report.agenda)]
            .into_iter()
            .chain(others)
        {
            let placed = self.makings.placed(list.list);
            for (path, group) in list.groups() {
                let members = of_group(placed, group);
                all.push((
                    format!("{place}/{path}/items"),
                    List::Members(list.list, members),
                ));
            }
            let worded = worded(placed).collect();
            all.push((
                format!("{place}/wordings"),
                List::Wordings(list.list, worded),
            ));
        }
        for (at, subjects) in self.makings.cards.iter().enumerate() {
            all.push((format!("/cards/{at}/cards"), List::Cards(subjects)));
        }
        all.push(("/agreements".to_owned(), List::Agreements));
        all.push(("/findings".to_owned(), List::Findings));
        all.push(("/noted".to_owned(), List::Noted));
        all.push(("/evidence".to_owned(), List::Evidence));
        let makings = &self.makings;
        let rows = all
            .into_iter()
            .map(|(place, list)| (place, Rows { makings, list }));
        rows.filter(|(_, rows)| !rows.is_empty()).collect()
    }

    /// The whole report.
    pub fn whole(self) -> ComparisonReport {
        self.made(true)
    }

    /// The report as the built-in pages tell it: the lists that only data has are empty, which are
    /// those of items, agreements, commitments and findings.
    pub fn page(self) -> ComparisonReport {
        self.made(false)
    }

    fn made(self, data: bool) -> ComparisonReport {
        let Self {
            mut report,
            makings,
        } = self;
        let (context, book) = (&makings.context, &makings.book);
        let items = |kind: ListKind| -> Vec<ItemReport> {
            let placed = makings.placed(kind).iter();
            placed
                .map(|one| item::item(context, kind, *one, book))
                .collect()
        };
        if data {
            report.sectors = items(ListKind::Sectors);
            report.topics = items(ListKind::Topics);
            report.programmes = items(ListKind::Programmes);
            report.bodies = items(ListKind::Bodies);
        }
        for list in [&mut report.agenda].into_iter().chain(&mut report.lists) {
            let (kind, placed) = (list.list, makings.placed(list.list));
            for group in list.groups_mut() {
                let members = of_group(placed, group.group).iter();
                let members = members.map(|one| GroupItem::of(context, kind, one.change, book));
                group.items = members.collect();
            }
            let worded = worded(placed);
            let rows = worded.map(|one| WordingRow::of(context, kind, one.change));
            list.wordings = rows.collect();
        }
        let agreements = makings.agreements.iter();
        let agreements: Vec<AgreementReport> = agreements
            .map(|change| AgreementReport::of(context, change, book))
            .collect();
        for (group, subjects) in report.cards.iter_mut().zip(&makings.cards) {
            let card = |subject: &Subject| match *subject {
                Subject::Agreement(at) => card::agreement(context, &agreements[at]),
                Subject::Commitment(at) => card::commitment(context, &makings.commitments[at]),
            };
            group.cards = subjects.iter().map(card).collect();
        }
        if data {
            report.agreements = agreements;
            let findings = makings.findings.iter();
            report.findings = findings.map(|told| told.report(context)).collect();
        } else {
            report.commitments.clear();
        }
        let unsaid = makings.unsaid.iter();
        report.noted = unsaid
            .map(|at| makings.findings[*at].noted(context))
            .collect();
        report.evidence = book.entries(context);
        report
    }
}

impl<'o> Makings<'o> {
    /// Nothing yet.
    fn of(context: Context<'o>) -> Self {
        Self {
            context,
            book: Book::default(),
            lists: Vec::new(),
            agreements: Vec::new(),
            commitments: Vec::new(),
            cards: Vec::new(),
            findings: Vec::new(),
            unsaid: Vec::new(),
        }
    }

    /// Puts the changes of a list in their order, and numbers what they cite.
    fn list(&mut self, kind: ListKind, changes: &'o ListChanges<'o>) -> ListReport {
        let (context, book) = (&self.context, &mut self.book);
        let placed = item::placed(context, &changes.changes);
        for one in &placed {
            item::note_cited(context, one.change, book);
        }
        let named = named(context, kind, changes, book);
        let list = ListReport::of(context, kind, changes, &placed, named, book);
        self.lists.push((kind, placed));
        list
    }

    /// What of a list is to be read with care.
    fn care(&self, list: &ListReport, changes: &ListChanges<'_>) -> Option<CareReport> {
        let placed = self.placed(list.list);
        let changes = &changes.changes;
        CareReport::of(&self.context, list.list, &list.counts, placed, changes)
    }

    /// Puts agreements in their order, those that moved first, and numbers what they and the
    /// commitments cite.
    fn outcomes(&mut self) {
        let (context, book) = (&self.context, &mut self.book);
        let comparison = context.comparison;
        self.agreements = comparison.agreements.iter().collect();
        // They are in the order of ids, which a stable sort keeps.
        self.agreements.sort_by_key(|change| change.class);
        for change in &self.agreements {
            AgreementReport::note(context, change, book);
        }
        let commitments = comparison.commitments.iter();
        let commitments = commitments.map(|change| CommitmentReport::of(context, change, book));
        self.commitments = commitments.collect();
    }

    /// Numbers what findings cite, and tells the longer view from them.
    fn told(&mut self, history: &History<'_>, findings: &'o [Finding]) -> Option<LongerReport> {
        let context = &self.context;
        self.findings = finding::told(context, findings, &mut self.book);
        let longer = LongerReport::of(context, history, &self.findings);
        let is_unsaid = |told: &Told<'_>| finding::is_unsaid(told.finding.rule, longer.as_ref());
        let all = self.findings.iter().enumerate();
        let unsaid = all.filter(|(_, told)| is_unsaid(told));
        self.unsaid = unsaid.map(|(at, _)| at).collect();
        longer
    }

    fn placed(&self, kind: ListKind) -> &[Placed<'o>] {
        let known = self.lists.iter().find(|(known, _)| *known == kind);
        known.map_or(&[], |(_, placed)| placed)
    }
}

impl Rows<'_> {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        let makings = self.makings;
        match &self.list {
            List::Items(_, placed) | List::Members(_, placed) => placed.len(),
            List::Wordings(_, placed) => placed.len(),
            List::Agreements => makings.agreements.len(),
            List::Cards(subjects) => subjects.len(),
            List::Findings => makings.findings.len(),
            List::Noted => makings.unsaid.len(),
            List::Evidence => makings.book.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Makes a row, by its place from 0.
    ///
    /// # Panics
    ///
    /// Panics where there is no such row.
    pub fn row(&self, at: usize) -> Row {
        let makings = self.makings;
        let (context, book) = (&makings.context, &makings.book);
        match &self.list {
            List::Items(kind, placed) => {
                Row::Item(Box::new(item::item(context, *kind, placed[at], book)))
            }
            List::Members(kind, placed) => {
                Row::Member(GroupItem::of(context, *kind, placed[at].change, book))
            }
            List::Wordings(kind, placed) => {
                Row::Wording(WordingRow::of(context, *kind, placed[at].change))
            }
            List::Agreements => {
                let change = makings.agreements[at];
                Row::Agreement(Box::new(AgreementReport::of(context, change, book)))
            }
            List::Cards(subjects) => Row::Card(Box::new(match subjects[at] {
                Subject::Agreement(at) => {
                    let change = makings.agreements[at];
                    card::agreement(context, &AgreementReport::of(context, change, book))
                }
                Subject::Commitment(at) => card::commitment(context, &makings.commitments[at]),
            })),
            List::Findings => Row::Finding(makings.findings[at].report(context)),
            List::Noted => Row::Noted(makings.findings[makings.unsaid[at]].noted(context)),
            List::Evidence => Row::Evidence(Box::new(book.entry(context, at))),
        }
    }
}

/// The items whose wordings are shown.
fn worded<'p, 'c>(placed: &'p [Placed<'c>]) -> impl Iterator<Item = Placed<'c>> + 'p {
    let is_worded = |one: &Placed<'_>| WordingRow::is_of(one.change);
    placed.iter().copied().filter(is_worded)
}
