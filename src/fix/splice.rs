//! Edits to a text, each taken only where the text can be read with it.

use crate::diagnostic::{Diagnostic, Suggestion};
use crate::load::yaml;
use crate::span::Files;

/// Applies the edits of `found` to `text`, and gives those that were applied; of edits that
/// overlap the first is taken.
pub(super) fn splice<'d>(text: &mut String, found: &[&'d Diagnostic]) -> Vec<&'d Diagnostic> {
    let mut faults = faults(text);
    let mut applied = Vec::new();
    // From the last to the first, so that the places of those still to come hold.
    for (edit, one) in apart(found).into_iter().rev() {
        if text.get(edit.span.range()).is_none() {
            continue;
        }
        let mut next = text.clone();
        next.replace_range(edit.span.range(), &edit.replacement);
        let then = self::faults(&next);
        if then <= faults {
            *text = next;
            faults = then;
            applied.push(one);
        }
    }
    applied
}

/// The edits that touch no other, in the order of their places.
fn apart<'d>(found: &[&'d Diagnostic]) -> Vec<(&'d Suggestion, &'d Diagnostic)> {
    let edits = found
        .iter()
        .filter_map(|one| Some((one.suggestion.as_ref()?, *one)));
    let mut edits: Vec<_> = edits.collect();
    edits.sort_by_key(|(edit, _)| (edit.span.start, edit.span.end));
    let mut end = None;
    edits.retain(|(edit, _)| {
        let fits = end.is_none_or(|end| end <= edit.span.start);
        if fits {
            // Two edits at one empty place would be two ways to write the same.
            end = Some(edit.span.end.max(edit.span.start + 1));
        }
        fits
    });
    edits
}

/// How many faults a text has as YAML; one that cannot be read has more than any that can.
fn faults(text: &str) -> usize {
    let file = Files::default().add("", "");
    let mut found = Vec::new();
    match yaml::parse(text, file, &mut found) {
        Some(_) => found.len(),
        None => usize::MAX,
    }
}
