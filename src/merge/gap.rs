//! Texts that are not taken apart: comments, blank lines, signs.

use super::pieces::Pieces;

/// The text where at most one side changed it, or both in the same way.
pub(super) fn text3<T: PartialEq + Copy>(base: Option<T>, ours: T, theirs: T) -> Option<T> {
    let base = base.as_ref();
    if ours == theirs || base == Some(&theirs) {
        Some(ours)
    } else if base == Some(&ours) {
        Some(theirs)
    } else {
        None
    }
}

/// Merges blank lines and comments: what both sides put above or below the same lines is kept.
pub(super) fn gap3(base: Option<&str>, ours: &str, theirs: &str) -> Pieces {
    let base = base.unwrap_or_default();
    if let Some(text) = text3(Some(base), ours, theirs) {
        return Pieces::same(text);
    }
    let [first, second] = in_order(ours, theirs);
    if first.trim().is_empty() {
        return Pieces::same(second);
    }
    // The one may have all that the other has.
    if let Some(longer) = [ours, theirs].into_iter().find(|text| {
        let other = if *text == ours { theirs } else { ours };
        text.starts_with(other) || text.ends_with(other)
    }) {
        return Pieces::same(longer);
    }
    let whole = |text: &str| text.is_empty() || text.ends_with('\n');
    if whole(base) && whole(ours) && whole(theirs) {
        let above = |text: &'_ str| text.strip_suffix(base).map(str::to_owned);
        if let (Some(first), Some(second)) = (above(first), above(second)) {
            return Pieces::same(first + &second + base);
        }
        let below = |text: &'_ str| text.strip_prefix(base).map(str::to_owned);
        if let (Some(first), Some(second)) = (below(first), below(second)) {
            return Pieces::same(base.to_owned() + &first + &second);
        }
    }
    Pieces::differ(ours, theirs)
}

/// Two texts in an order that does not hang on which side has which: blank ones first.
pub(super) fn in_order<'a>(one: &'a str, other: &'a str) -> [&'a str; 2] {
    let rank = |text: &str| (!text.trim().is_empty(), text.len());
    if (rank(one), one) <= (rank(other), other) {
        [one, other]
    } else {
        [other, one]
    }
}
