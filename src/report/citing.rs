//! What a place in the record's files rests on.

use super::context::Setting;
use crate::model::agreement::AgreementMention;
use crate::model::evidence::Evidence;
use crate::model::round::Round;
use crate::span::{FileId, Span};
use crate::tables::HashMap;
use std::cell::OnceCell;
use std::cmp::Reverse;

/// Finds what the narrowest map around a place cites, or else the one around that.
pub(super) struct Citing<'a>(HashMap<FileId, Cited<'a>>);

/// What may cite sources in one file; its parts are read once a place in it is asked for.
#[derive(Default)]
struct Cited<'a> {
    rounds: Vec<&'a Round>,
    standing: Vec<&'a AgreementMention>,
    parts: OnceCell<Vec<Part<'a>>>,
}

/// One map of a file.
struct Part<'a> {
    span: Span,
    evidence: &'a Evidence,
    /// The map around it, by its place in the list.
    around: Option<usize>,
}

impl<'a> Citing<'a> {
    /// Reads the rounds and the standing agreements that some places are in, of very many perhaps.
    pub(super) fn of(setting: &Setting<'a>, places: impl Iterator<Item = Span>) -> Self {
        let record = setting.series.record;
        let mut all: HashMap<FileId, Cited<'a>> = HashMap::default();
        for place in places {
            all.entry(place.file).or_default();
        }
        for round in record.rounds() {
            if let Some(cited) = all.get_mut(&round.span.file) {
                cited.rounds.push(round);
            }
        }
        for one in &record.dialogue().agreements {
            if let Some(cited) = all.get_mut(&one.span.file) {
                cited.standing.push(one);
            }
        }
        Self(all)
    }

    /// What one of the places rests on; none where nothing around it cites anything.
    pub(super) fn evidence(&self, place: Span) -> Option<&'a Evidence> {
        let parts = self.0.get(&place.file)?.parts();
        let after = parts.partition_point(|part| part.span.start <= place.start);
        let mut at = after.checked_sub(1);
        while let Some(part) = at.map(|at| &parts[at]) {
            let around = place.end <= part.span.end;
            if around && !part.evidence.citations.is_empty() {
                return Some(part.evidence);
            }
            at = part.around;
        }
        None
    }
}

impl<'a> Cited<'a> {
    fn parts(&self) -> &[Part<'a>] {
        self.parts.get_or_init(|| {
            let rounds = self.rounds.iter().flat_map(|round| round.parts());
            let standing = self.standing.iter().map(|one| (one.span, &one.evidence));
            let part = |(span, evidence)| Part {
                span,
                evidence,
                around: None,
            };
            let mut parts: Vec<Part<'a>> = rounds.chain(standing).map(part).collect();
            parts.sort_by_key(|part| (part.span.start, Reverse(part.span.end)));
            enclose(&mut parts);
            parts
        })
    }
}

/// Tells each part which one is around it; they are sorted from the outermost on.
fn enclose(parts: &mut [Part<'_>]) {
    let mut open: Vec<usize> = Vec::new();
    for at in 0..parts.len() {
        let end = parts[at].span.end;
        while open.last().is_some_and(|last| parts[*last].span.end < end) {
            open.pop();
        }
        parts[at].around = open.last().copied();
        open.push(at);
    }
}
