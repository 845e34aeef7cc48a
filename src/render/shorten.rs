//! A report with parts left out, which says so.

use crate::report::{ComparisonReport, ListReport, PortfolioReport, SeriesPage};
use crate::words::Words;
use serde::Serialize;

/// What a text can do without.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part {
    /// The places in sources.
    Evidence,
    /// Which round names what.
    Matrix,
    /// Both wordings of what was carried over.
    Wording,
    /// Agreements and commitments.
    Cards,
    /// Pairs that may be one item.
    Care,
    /// The names of items; their counts stay.
    Names,
    /// All but the headline and the counts.
    Rest,
}

/// Every part, in the order in which they are left out.
const ORDER: [Part; 7] = [
    Part::Evidence,
    Part::Matrix,
    Part::Wording,
    Part::Cards,
    Part::Care,
    Part::Names,
    Part::Rest,
];

impl Part {
    /// The message that names it.
    fn key(self) -> &'static str {
        match self {
            Self::Evidence => "part-evidence",
            Self::Matrix => "part-matrix",
            Self::Wording => "part-wording",
            Self::Cards => "part-cards",
            Self::Care => "part-care",
            Self::Names => "part-names",
            Self::Rest => "part-rest",
        }
    }
}

/// A report that can be told in fewer words.
pub(super) trait Shorten: Clone + Serialize {
    /// Whether there is such a part.
    fn has(&self, part: Part) -> bool;

    /// Takes a part out.
    fn leave_out(&mut self, part: Part);

    /// Where the sentence goes that names what was left out.
    fn left_out(&mut self) -> &mut Option<String>;
}

/// The parts that a report has, in the order in which they are left out.
pub(super) fn parts(report: &impl Shorten) -> Vec<Part> {
    let has = |part: &Part| report.has(*part);
    ORDER.into_iter().filter(has).collect()
}

/// The report without some of its parts, and with a sentence that names them.
pub(super) fn without<R: Shorten>(report: &R, parts: &[Part], words: &Words) -> R {
    let mut short = report.clone();
    for part in parts {
        short.leave_out(*part);
    }
    let names: Vec<String> = parts.iter().map(|part| words.word(part.key())).collect();
    let names = words.list(&names);
    *short.left_out() = Some(words.say("left-out", &[("parts", names.into())]));
    short
}

impl Shorten for ComparisonReport {
    fn has(&self, part: Part) -> bool {
        let mut lists = std::iter::once(&self.agenda).chain(&self.lists);
        match part {
            Part::Evidence => !self.evidence.is_empty(),
            Part::Matrix => self.longer.is_some(),
            Part::Wording => lists.any(|list| !list.wordings.is_empty()),
            Part::Cards => !self.cards.is_empty(),
            Part::Care => !self.read_with_care.is_empty() || !self.alike.is_empty(),
            Part::Names | Part::Rest => true,
        }
    }

    fn leave_out(&mut self, part: Part) {
        let lists = std::iter::once(&mut self.agenda).chain(&mut self.lists);
        match part {
            Part::Evidence => self.evidence.clear(),
            Part::Matrix => self.longer = None,
            Part::Wording => lists.for_each(|list| list.wordings.clear()),
            Part::Cards => self.cards.clear(),
            Part::Care => {
                self.read_with_care.clear();
                self.alike.clear();
            }
            Part::Names => lists.for_each(nameless),
            Part::Rest => {
                self.glance.clear();
                self.findings.clear();
                self.noted.clear();
                self.indicators.clear();
                self.meeting.clear();
                self.inferred.clear();
                self.claims.clear();
                self.subject.clear();
            }
        }
    }

    fn left_out(&mut self) -> &mut Option<String> {
        &mut self.left_out
    }
}

/// Leaves of a list its counts.
fn nameless(list: &mut ListReport) {
    list.named.clear();
    let groups = list.added.iter_mut();
    for group in groups.chain([&mut list.removed, &mut list.kept]) {
        group.items.clear();
        group.refs.clear();
    }
}

impl Shorten for SeriesPage {
    fn has(&self, part: Part) -> bool {
        match part {
            Part::Evidence => !self.evidence.is_empty(),
            Part::Matrix | Part::Rest => true,
            Part::Cards => !(self.agreements.is_empty() && self.commitments.is_empty()),
            Part::Names => self.gaps,
            Part::Wording | Part::Care => false,
        }
    }

    fn leave_out(&mut self, part: Part) {
        match part {
            Part::Evidence => self.evidence.clear(),
            // The number of items that each round names stays.
            Part::Matrix => [
                &mut self.sectors,
                &mut self.topics,
                &mut self.programmes,
                &mut self.bodies,
            ]
            .into_iter()
            .for_each(|matrix| {
                matrix.groups.clear();
                matrix.tops.clear();
            }),
            Part::Cards => {
                self.agreements.clear();
                self.standing.clear();
                self.totals.clear();
                self.commitments.clear();
            }
            Part::Names => {
                self.returning.clear();
                self.silent.clear();
            }
            Part::Rest => {
                self.rounds.clear();
                self.overlaps.rows.clear();
                self.people.rounds.clear();
                self.inferred.clear();
                self.claims.clear();
            }
            Part::Wording | Part::Care => {}
        }
    }

    fn left_out(&mut self) -> &mut Option<String> {
        &mut self.left_out
    }
}

impl Shorten for PortfolioReport {
    fn has(&self, part: Part) -> bool {
        let mut entries = self.entries.iter();
        match part {
            Part::Matrix | Part::Rest => !self.entries.is_empty(),
            Part::Cards => entries.any(|entry| !entry.agreements.is_empty()),
            Part::Names => entries.any(|entry| !entry.named_as.is_empty()),
            Part::Evidence | Part::Wording | Part::Care => false,
        }
    }

    fn leave_out(&mut self, part: Part) {
        let entries = self.entries.iter_mut();
        match part {
            // The first and the last round that name a sector stay.
            Part::Matrix => entries.for_each(|entry| entry.rounds.clear()),
            Part::Cards => entries.for_each(|entry| entry.agreements.clear()),
            Part::Names => entries.for_each(|entry| entry.named_as.clear()),
            Part::Rest => self.entries.clear(),
            Part::Evidence | Part::Wording | Part::Care => {}
        }
    }

    fn left_out(&mut self) -> &mut Option<String> {
        &mut self.left_out
    }
}
