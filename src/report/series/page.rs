//! The series as a page shows it: every round of a table, and of a long series the last rounds.

use super::agreements::{AgreementTrack, LifeCell, LifePoint};
use super::matrix::{
    ColumnReport, MatrixCell, MatrixGroup, MatrixReport, MatrixRow, Naming, Presence, TopCell,
    TopReport,
};
use super::rounds::HeldReport;
use super::{SeriesPage, SeriesReport};
use crate::model::round::ListKind;
use crate::model::status::Step;
use crate::model::term::Term;
use crate::report::evidence::together;
use crate::words::{Value, Words};
use std::collections::HashSet;
use std::sync::Arc;

/// Of a series with more rounds than this a page shows the last ones.
///
/// Fifty years of a round every half year. Beyond that a table has more columns than anybody
/// scrolls through, and a page more bytes than a browser opens at ease.
pub(super) const LONG: usize = 100;

impl SeriesReport {
    /// Whether a page shows the last rounds only.
    pub fn is_long(&self) -> bool {
        self.rounds.len() > LONG
    }

    /// The report as pages show it, in the language of `words`, which is to be the report's own:
    /// with a cell for every item and round that a table has. Of a long series it has the last
    /// rounds, with what they name.
    pub fn page(&self, words: &Words) -> SeriesPage {
        let from = self.rounds.len().saturating_sub(LONG);
        let marks = &Marks::of(words);
        let shown = &Shown {
            from,
            first: self.rounds.get(from).map_or(0, |held| held.meeting.round),
        };
        let sectors = self.sectors.page(shown, marks);
        let heads: Vec<Head> = self.rounds.iter().map(Head::of).collect();
        let tracks = |all: &[AgreementTrack]| -> Vec<_> {
            let all = all.iter().filter(|one| shown.has_any(&one.points));
            all.map(|one| one.page(&heads, shown, marks)).collect()
        };
        let mut page = SeriesPage {
            format: self.format.clone(),
            version: self.version,
            lang: self.lang.clone(),
            dir: self.dir,
            rtl: self.rtl,
            dialogue: self.dialogue.clone(),
            as_of: self.as_of,
            missing: self.missing.clone(),
            missing_text: self.missing_text.clone(),
            headline: self.headline.clone(),
            standfirst: self.standfirst.clone(),
            caveat: self.caveat.clone(),
            left_out: self.left_out.clone(),
            earlier_text: self.is_long().then(|| earlier(self.rounds.len(), words)),
            subject: self.subject.clone(),
            wide: self.wide,
            rounds: self.rounds[from..].to_vec(),
            timeline: self.timeline.clone(),
            cadence: self.cadence.clone(),
            topics: self.topics.page(shown, marks),
            programmes: self.programmes.page(shown, marks),
            bodies: self.bodies.page(shown, marks),
            overlaps: if self.is_long() {
                self.overlaps.part(&sectors, words)
            } else {
                self.overlaps.clone()
            },
            gaps: self.gaps,
            returning: kept(&self.returning, |one| shown.has(one.until)),
            unlisted_text: self.unlisted_text.clone(),
            silent: kept(&self.silent, |one| shown.has(one.last)),
            agreements: tracks(&self.agreements),
            standing: tracks(&self.standing),
            totals: self.totals.clone(),
            scoreboard: self.scoreboard.clone(),
            commitments: kept(&self.commitments, |one| {
                one.points.iter().any(|point| shown.has(point.round))
            }),
            people: self.people.clone(),
            inferred: self.inferred.clone(),
            claims: kept(&self.claims, |one| shown.has(one.round)),
            evidence: Vec::new(),
            reproduce: self.reproduce.clone(),
            links: self.links.clone(),
            sectors,
        };
        page.people.rounds.drain(..from);
        if self.is_long() {
            page.shorten(words);
        }
        let used = if self.is_long() {
            Some(page.cited())
        } else {
            None
        };
        page.evidence = kept(&self.evidence, |one| {
            used.as_ref().is_none_or(|used| used.contains(&one.number))
        });
        page
    }
}

impl SeriesPage {
    /// Leaves out of the summaries what the tables do not show.
    fn shorten(&mut self, words: &Words) {
        let there: HashSet<&str> = self.agreements.iter().map(|one| one.id.as_str()).collect();
        for total in &mut self.totals {
            total
                .agreements
                .retain(|one| there.contains(one.id.as_str()));
            let shown = self.agreements.iter();
            let parts = shown.filter(|one| total.agreements.iter().any(|part| part.id == one.id));
            total.refs = together(parts.map(|one| &one.refs));
        }
        self.gaps = !(self.returning.is_empty() && self.silent.is_empty());
        let unlisted = self.returning.iter().filter(|one| !one.listed).count() as u64;
        let count = [("count", Value::Count(unlisted))];
        self.unlisted_text = (unlisted > 0).then(|| words.say("returned-before", &count));
    }

    /// The citations that stand anywhere on the page.
    fn cited(&self) -> HashSet<u32> {
        let lists = [&self.sectors, &self.topics, &self.programmes, &self.bodies];
        let columns = lists.into_iter().flat_map(|list| &list.columns);
        let meetings = self.rounds.iter().flat_map(|held| {
            let place = held.meeting.place.as_ref().map(|place| &place.refs);
            [&held.meeting.date_refs].into_iter().chain(place)
        });
        let people = self.people.rounds.iter().flat_map(|round| {
            let cells = [&round.place, &round.host, &round.level, &round.mode];
            let heads = round.heads.iter().map(|head| &head.cell);
            cells.into_iter().chain(heads).map(|cell| &cell.refs)
        });
        let tracks = self.agreements.iter().chain(&self.standing);
        let numbers = columns
            .map(|one| &one.refs)
            .chain(meetings)
            .chain(people)
            .chain(self.returning.iter().map(|one| &one.refs))
            .chain(self.silent.iter().map(|one| &one.refs))
            .chain(tracks.map(|one| &one.refs))
            .chain(self.totals.iter().map(|one| &one.refs))
            .chain(self.commitments.iter().map(|one| &one.refs))
            .chain(self.inferred.iter().map(|one| &one.refs))
            .chain(self.claims.iter().map(|one| &one.refs));
        numbers.flatten().copied().collect()
    }
}

/// That a page shows the last rounds only, and where the rest is.
fn earlier(all: usize, words: &Words) -> String {
    let shown = words.say("rounds", &[("count", Value::Count(LONG as u64))]);
    let counts = [
        ("shown", Value::Text(shown)),
        ("count", Value::Count(all as u64)),
    ];
    words.say("series-earlier", &counts)
}

fn kept<T: Clone>(all: &[T], keep: impl Fn(&T) -> bool) -> Vec<T> {
    all.iter().filter(|one| keep(one)).cloned().collect()
}

/// Which rounds a page shows: those from a position on.
struct Shown {
    from: usize,
    /// The first of them.
    first: u32,
}

impl Shown {
    fn has(&self, round: u32) -> bool {
        self.from == 0 || round >= self.first
    }

    /// Whether anything happens in any of them.
    fn has_any(&self, points: &[LifePoint]) -> bool {
        self.from == 0 || points.last().is_some_and(|point| point.round >= self.first)
    }
}

/// What cells say where there is nothing of their own to say.
struct Marks {
    presence: [(Presence, Arc<str>, Arc<str>); 3],
    not_mentioned: Arc<str>,
    not_stated: Arc<str>,
}

impl Marks {
    fn of(words: &Words) -> Self {
        let mark = |presence: Presence| {
            let word = |kind| words.word(&format!("{kind}-{}", presence.as_str()));
            (presence, word("presence").into(), word("sign").into())
        };
        Self {
            presence: [
                mark(Presence::Named),
                mark(Presence::NotNamed),
                mark(Presence::NotStated),
            ],
            not_mentioned: words.word("not-mentioned").into(),
            not_stated: words.word("presence-not-stated").into(),
        }
    }

    /// The presence, its words and its sign.
    fn of_cell(&self, named: bool, stated: bool) -> &(Presence, Arc<str>, Arc<str>) {
        match (named, stated) {
            (true, _) => &self.presence[0],
            (false, true) => &self.presence[1],
            (false, false) => &self.presence[2],
        }
    }
}

impl MatrixReport {
    fn page(&self, shown: &Shown, marks: &Marks) -> MatrixReport<MatrixCell> {
        let columns = self.columns[shown.from..].to_vec();
        let groups = self.groups.iter().map(|group| {
            let rows = group.rows.iter().filter(|row| shown.has(row.last));
            let rows: Vec<_> = rows.map(|row| row.page(&columns, shown, marks)).collect();
            MatrixGroup {
                pattern: group.pattern,
                round: group.round,
                label: group.label.clone(),
                count: rows.len() as u64,
                folded: group.folded,
                rows,
            }
        });
        let tops = self.tops.iter();
        let tops = tops.filter(|top| top.cells.last().is_some_and(|cell| shown.has(cell.round)));
        MatrixReport {
            list: self.list,
            title: self.title.clone(),
            stated: self.stated,
            heading: self.heading.clone(),
            count: self.count,
            constant: self.constant,
            groups: groups.filter(|group| !group.rows.is_empty()).collect(),
            folded: self.folded,
            span: columns.len() as u64 + 2,
            tops: tops.map(|top| top.page(&columns, marks)).collect(),
            columns,
        }
    }
}

impl MatrixRow {
    fn page(
        &self,
        columns: &[ColumnReport],
        shown: &Shown,
        marks: &Marks,
    ) -> MatrixRow<MatrixCell> {
        let named = in_columns(&self.cells, columns, |cell| cell.round);
        let cells: Vec<MatrixCell> = named
            .map(|(column, naming)| cell(column, naming, marks))
            .collect();
        MatrixRow {
            id: self.id.clone(),
            title: self.title.clone(),
            count: self.count,
            first: self.first,
            last: self.last,
            absent_for: self.absent_for,
            refs: if shown.from == 0 {
                self.refs.clone()
            } else {
                together(cells.iter().map(|cell| &cell.refs))
            },
            cells,
        }
    }
}

/// Each column with what there is of it among `all`, which are in the order of rounds.
fn in_columns<'c, T>(
    all: &'c [T],
    columns: &'c [ColumnReport],
    round: impl Fn(&T) -> u32 + 'c,
) -> impl Iterator<Item = (&'c ColumnReport, Option<&'c T>)> {
    let first = columns.first().map_or(0, |column| column.round);
    let begin = all.partition_point(|one| round(one) < first);
    let mut rest = all[begin..].iter().peekable();
    columns.iter().map(move |column| {
        let found = rest.next_if(|one| round(one) == column.round);
        (column, found)
    })
}

fn cell(column: &ColumnReport, naming: Option<&Naming>, marks: &Marks) -> MatrixCell {
    let (presence, text, sign) = marks.of_cell(naming.is_some(), column.stated);
    MatrixCell {
        round: column.round,
        presence: *presence,
        letter: match presence {
            Presence::Named => 'y',
            Presence::NotNamed => 'n',
            Presence::NotStated => 'q',
        },
        text: Arc::clone(text),
        sign: Arc::clone(sign),
        wording: naming.and_then(|one| one.wording.clone()),
        refs: naming.map_or_else(Vec::new, |one| one.refs.clone()),
        file: naming.map(|one| one.file.clone()),
    }
}

impl TopReport {
    fn page(&self, columns: &[ColumnReport], marks: &Marks) -> Self {
        let cell = |(column, count): (&ColumnReport, Option<&TopCell>)| match count {
            Some(cell) => cell.clone(),
            None => TopCell {
                round: column.round,
                count: column.stated.then_some(0),
                text: Arc::clone(&marks.of_cell(false, column.stated).2),
            },
        };
        Self {
            id: self.id.clone(),
            title: self.title.clone(),
            members: self.members.clone(),
            cells: in_columns(&self.cells, columns, |cell| cell.round)
                .map(cell)
                .collect(),
        }
    }
}

/// One round as the head of a column of agreements.
struct Head {
    round: u32,
    label: Arc<str>,
    /// Whether the round states its agreements.
    stated: bool,
}

impl Head {
    fn of(held: &HeldReport) -> Self {
        Self {
            round: held.meeting.round,
            label: held.meeting.label.as_str().into(),
            stated: !held.not_stated.contains(&ListKind::Agreements),
        }
    }
}

impl AgreementTrack {
    fn page(&self, heads: &[Head], shown: &Shown, marks: &Marks) -> AgreementTrack<LifeCell> {
        AgreementTrack {
            id: self.id.clone(),
            title: self.title.clone(),
            standing: self.standing,
            kind: self.kind,
            kind_text: self.kind_text.clone(),
            parties: self.parties.clone(),
            sectors: self.sectors.clone(),
            value: self.value.clone(),
            points: life(&self.points, heads, shown, marks),
            status: self.status,
            status_text: self.status_text.clone(),
            outcome: self.outcome,
            outcome_text: self.outcome_text.clone(),
            first: self.first,
            last: self.last,
            acts: self.acts.clone(),
            refs: self.refs.clone(),
        }
    }
}

/// Every round that a page shows; where nothing happens, an agreement stands as it did before.
fn life(points: &[LifePoint], heads: &[Head], shown: &Shown, marks: &Marks) -> Vec<LifeCell> {
    let begin = points.partition_point(|point| point.round < shown.first);
    let mut before = points[..begin].last();
    let mut rest = points[begin..].iter().peekable();
    let heads = heads[shown.from..].iter();
    heads
        .map(|head| {
            let here = rest.next_if(|point| point.round == head.round);
            before = here.or(before);
            let nothing = if head.stated {
                &marks.not_mentioned
            } else {
                &marks.not_stated
            };
            let step = before.and_then(|point| point.step);
            LifeCell {
                round: head.round,
                label: Arc::clone(&head.label),
                known: before.is_some(),
                mentioned: here.map_or(head.stated.then_some(false), |point| point.mentioned),
                status: before.and_then(|point| point.status),
                step,
                steps: step.map_or_else(Vec::new, reached),
                text: match (here, before) {
                    (Some(point), _) => Arc::clone(&point.text),
                    (None, Some(_)) => Arc::clone(nothing),
                    (None, None) => "".into(),
                },
                file: here.and_then(|point| point.file.clone()),
            }
        })
        .collect()
}

fn reached(step: Step) -> Vec<bool> {
    Step::ALL.iter().map(|one| *one <= step).collect()
}

#[cfg(test)]
mod tests;
