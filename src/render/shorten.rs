//! A report with parts left out, which says so.

use crate::report::{ComparisonReport, ListReport};
use crate::words::Words;

/// What a text can do without.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part {
    /// The places in sources.
    Evidence,
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
const ORDER: [Part; 6] = [
    Part::Evidence,
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
            Self::Wording => "part-wording",
            Self::Cards => "part-cards",
            Self::Care => "part-care",
            Self::Names => "part-names",
            Self::Rest => "part-rest",
        }
    }
}

/// The parts that a report has, in the order in which they are left out.
pub(super) fn parts(report: &ComparisonReport) -> Vec<Part> {
    let has = |part: &&Part| match part {
        Part::Evidence => !report.evidence.is_empty(),
        Part::Wording => lists(report).any(|list| !list.wordings.is_empty()),
        Part::Cards => !report.cards.is_empty(),
        Part::Care => !report.read_with_care.is_empty() || !report.alike.is_empty(),
        Part::Names | Part::Rest => true,
    };
    ORDER.iter().filter(has).copied().collect()
}

/// The report without some of its parts, and with a sentence that names them.
pub(super) fn without(
    report: &ComparisonReport,
    parts: &[Part],
    words: &Words,
) -> ComparisonReport {
    let mut short = report.clone();
    for part in parts {
        leave_out(&mut short, *part);
    }
    let names: Vec<String> = parts.iter().map(|part| words.word(part.key())).collect();
    let names = words.list(&names);
    short.left_out = Some(words.say("left-out", &[("parts", names.into())]));
    short
}

fn lists(report: &ComparisonReport) -> impl Iterator<Item = &ListReport> {
    std::iter::once(&report.agenda).chain(&report.lists)
}

fn leave_out(report: &mut ComparisonReport, part: Part) {
    let lists = std::iter::once(&mut report.agenda).chain(&mut report.lists);
    match part {
        Part::Evidence => report.evidence.clear(),
        Part::Wording => lists.for_each(|list| list.wordings.clear()),
        Part::Cards => report.cards.clear(),
        Part::Care => {
            report.read_with_care.clear();
            report.alike.clear();
        }
        Part::Names => lists.for_each(nameless),
        Part::Rest => {
            report.glance.clear();
            report.findings.clear();
            report.indicators.clear();
            report.meeting.clear();
            report.inferred.clear();
            report.claims.clear();
            report.subject.clear();
        }
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
