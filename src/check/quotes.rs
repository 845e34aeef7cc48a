//! Quotes: what is said to be a source's own words stands in the archived source.

use crate::diagnostic::code::rules as code;
use crate::diagnostic::{Diagnostic, Suggestion, brief};
use crate::fold::fold;
use crate::load::Draft;
use crate::model::evidence::{Citation, Evidence};
use crate::model::mention::Mention;
use crate::source::Archive;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Whether anything in a draft is quoted.
pub fn has_quotes(draft: &Draft) -> bool {
    let mut quoted = false;
    each(draft, &mut |citation| quoted |= citation.quote.is_some());
    quoted
}

/// Checks every quote of a source that is archived, up to folding; what is left out of a quote
/// is `…`.
///
/// What does not stand in its source, or not at the line named, goes to `found`.
pub fn check_quotes(draft: &Draft, archive: &Archive, found: &mut Vec<Diagnostic>) {
    let mut pages: BTreeMap<&str, Page> = BTreeMap::new();
    each(draft, &mut |citation| {
        let id = citation.source.value.as_str();
        if let (Some(quote), Some((id, text))) = (&citation.quote, archive.0.get_key_value(id)) {
            let page = pages.entry(id).or_insert_with(|| Page::of(text));
            found.extend(fault(citation, quote, page));
        }
    });
}

fn fault(citation: &Citation, quote: &str, page: &Page) -> Option<Diagnostic> {
    let here = citation.quote_place.unwrap_or(citation.source.span);
    let id = &citation.source.value;
    let lines = page.lines_of(quote);
    let Some(first) = lines.first() else {
        let message = format!("the quote does not stand in the archived source `{id}`");
        return Some(
            Diagnostic::new(code::QUOTE_NOT_FOUND, here, message, "not there")
                .help("quote the very words; what is left out is `…`"),
        );
    };
    let at = citation.at.as_deref()?;
    let named = named(at)?;
    if lines.iter().any(|line| named.contains(line)) {
        return None;
    }
    let here = citation.at_place.unwrap_or(here);
    let message = format!(
        "the quote stands at line {first} of `{id}`, not at {}",
        brief(at)
    );
    let mut fault = Diagnostic::new(code::QUOTE_LINE, here, message, "another line")
        .help(format!("write `at: \"line {first}\"`"));
    if lines.len() == 1 {
        fault.suggestion = citation.at_place.map(|span| Suggestion {
            span,
            replacement: format!("\"line {first}\""),
        });
    }
    Some(fault)
}

/// The lines that a place such as `line 25` or `lines 22–25` names.
fn named(at: &str) -> Option<RangeInclusive<usize>> {
    let folded = fold(at);
    let mut words: Vec<&str> = folded.split(' ').collect();
    let lines = ["line", "lines", "سطر", "السطر", "أسطر", "الأسطر", "السطور"].map(fold);
    if words
        .first()
        .is_some_and(|word| lines.iter().any(|line| line == word))
    {
        words.remove(0);
    }
    match words[..] {
        [first] => first.parse().ok().map(|first| first..=first),
        [first, last] => Some(first.parse().ok()?..=last.parse().ok()?),
        _ => None,
    }
}

/// A source, folded.
struct Page {
    /// All words, a space before and behind each.
    words: String,
    /// Where each line begins in that.
    starts: Vec<usize>,
}

impl Page {
    fn of(text: &str) -> Self {
        let mut page = Self {
            words: String::from(" "),
            starts: Vec::new(),
        };
        for line in text.lines() {
            page.starts.push(page.words.len() - 1);
            let folded = fold(line);
            if !folded.is_empty() {
                page.words.push_str(&folded);
                page.words.push(' ');
            }
        }
        page
    }

    /// The lines, from 1, at which a quote begins; what stands between its parts may be anything.
    fn lines_of(&self, quote: &str) -> Vec<usize> {
        let parts = quote.replace("...", "…");
        let parts: Vec<String> = parts
            .split('…')
            .map(fold)
            .filter(|part| !part.is_empty())
            .map(|part| format!(" {part} "))
            .collect();
        let Some((first, rest)) = parts.split_first() else {
            return Vec::new();
        };
        let mut lines = Vec::new();
        let mut from = 0;
        while let Some(at) = self.words[from..].find(first.as_str()) {
            let start = from + at;
            let mut end = start + first.len() - 1;
            let whole = rest.iter().all(|part| {
                let next = self.words[end..].find(part.as_str());
                end += next.map_or(0, |next| next + part.len() - 1);
                next.is_some()
            });
            if whole {
                // Of lines that hold no words, the last is the one whose words follow.
                lines.push(self.starts.partition_point(|line| *line <= start));
            }
            from = start + first.len() - 1;
        }
        lines.dedup();
        lines
    }
}

/// Every citation of a draft.
fn each<'a>(draft: &'a Draft, seen: &mut dyn FnMut(&'a Citation)) {
    let mut of = |evidence: &'a Evidence| citations(evidence, seen);
    let dialogue = &draft.dialogue;
    of(&dialogue.evidence);
    dialogue.parties.values().for_each(|one| of(&one.evidence));
    dialogue.sources.values().for_each(|one| of(&one.evidence));
    let mut agreements: Vec<_> = dialogue.agreements.iter().collect();
    for round in &draft.rounds {
        of(&round.evidence);
        round.place.iter().for_each(|one| of(&one.evidence));
        round
            .documents
            .iter()
            .flatten()
            .for_each(|one| of(&one.evidence));
        round
            .heads
            .iter()
            .flatten()
            .for_each(|one| of(&one.evidence));
        let lists: [&'a Option<Vec<Mention>>; 4] = [
            &round.sectors,
            &round.topics,
            &round.programmes,
            &round.bodies,
        ];
        for mention in lists.into_iter().flatten().flatten() {
            of(&mention.evidence);
        }
        agreements.extend(round.agreements.iter().flatten());
        for one in round.commitments.iter().flatten() {
            of(&one.evidence);
            one.place.iter().for_each(|place| of(&place.evidence));
        }
        round
            .indicators
            .iter()
            .flatten()
            .for_each(|one| of(&one.evidence));
        round
            .events
            .iter()
            .flatten()
            .for_each(|one| of(&one.evidence));
    }
    for agreement in agreements {
        of(&agreement.evidence);
        agreement.acts.iter().for_each(|act| of(&act.evidence));
    }
}

fn citations<'a>(evidence: &'a Evidence, seen: &mut dyn FnMut(&'a Citation)) {
    evidence.citations.iter().for_each(&mut *seen);
    for claim in &evidence.claims {
        citations(&claim.evidence, seen);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The title\n\nالحوارُ الاستراتيجي بين عُمان\nوالولايات المتحدة، في مسقط.\nThe “clean” energy.\n";

    #[test]
    fn quotes_are_found_up_to_folding_at_their_lines() {
        let page = Page::of(TEXT);
        for (quote, lines) in [
            ("the title", &[1][..]),
            ("الحوار الاستراتيجي", &[3]),
            ("بين عمان والولايات", &[3]),
            ("مسقط", &[4]),
            ("clean energy", &[5]),
            ("The … energy", &[1, 5]),
            ("lean energy", &[]),
            ("title the", &[]),
            ("…", &[]),
        ] {
            assert_eq!(page.lines_of(quote), lines, "{quote}");
        }
    }

    #[test]
    fn places_name_lines_in_several_ways() {
        for (at, lines) in [
            ("line 25", Some(25..=25)),
            ("lines 22–25", Some(22..=25)),
            ("السطر ٢٥", Some(25..=25)),
            ("12", Some(12..=12)),
            ("page 3", None),
            ("the end", None),
        ] {
            assert_eq!(named(at), lines, "{at}");
        }
    }
}
