//! Files of a record in one order and one way of writing, so that diffs stay small.
//!
//! Keys come in the order of the documentation, blocks are indented by two spaces, brackets and
//! quotes are written in one way. Lists and ids stay in their author's order. Comments move with
//! what they stand above, and no fact is changed: a text for which that cannot be shown stays as
//! it is.

mod layout;
mod order;
mod proof;
mod scalar;

use crate::diagnostic::Diagnostic;
use crate::edit::{Parsed, Unfit};
pub use crate::load::kind::Kind;
use crate::load::yaml;

/// What became of a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Formatted {
    /// The text in order; the same text where it was in order already.
    Text(String),
    /// The text is to stay as it is.
    Left(Reason),
    /// The text has a fault of form; its place is in the first file of a store.
    Faulty(Box<Diagnostic>),
}

/// Why a text stays as it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Reason {
    /// It holds nothing, or comments only.
    #[error("it holds nothing")]
    Empty,
    /// It has anchors or aliases, which depend on the order of what stands around them.
    #[error("it has anchors or aliases")]
    Anchors,
    /// It has tags.
    #[error("it has tags")]
    Tags,
    /// It is no file of a record, or none whose kind can be told.
    #[error("its kind cannot be told: it has none of the keys of a record's file")]
    Kind,
    /// It is written in a way that cannot be moved about without the risk of losing something.
    #[error("it is written in an unusual way")]
    Unusual,
}

/// Puts a text in order; without a `kind`, its keys say which it is.
pub fn format(text: &str, kind: Option<Kind>) -> Formatted {
    let (mark, body) = match text.strip_prefix('\u{feff}') {
        Some(body) => ("\u{feff}", body),
        None => ("", text),
    };
    let (windows, lines) = plain_lines(body);
    match of_lines(&lines, kind) {
        Ok(out) if windows => Formatted::Text(mark.to_owned() + &out.replace('\n', "\r\n")),
        Ok(out) => Formatted::Text(mark.to_owned() + &out),
        // Places are those of the text as it came.
        Err(Formatted::Faulty(_)) => Parsed::of(text)
            .err()
            .map_or(Formatted::Left(Reason::Unusual), unfit),
        Err(other) => other,
    }
}

/// Whether the first line ends as on Windows, and the text with plain line breaks.
fn plain_lines(text: &str) -> (bool, String) {
    let first = text.find('\n').unwrap_or(0);
    let windows = text[..first].ends_with('\r');
    (windows, text.replace("\r\n", "\n"))
}

fn of_lines(text: &str, kind: Option<Kind>) -> Result<String, Formatted> {
    let parsed = Parsed::of(text).map_err(unfit)?;
    let outline = parsed.outline().map_err(unfit)?;
    let kind = kind.or_else(|| Kind::of(parsed.node()));
    let form = kind.and_then(order::of);
    let form = form.ok_or(Formatted::Left(Reason::Kind))?;
    let marks = yaml::marks(text);
    if marks.anchors {
        return Err(Formatted::Left(Reason::Anchors));
    }
    if marks.tags {
        return Err(Formatted::Left(Reason::Tags));
    }
    let out = layout::layout(&outline, form);
    let out = out.filter(|out| proof::holds(&parsed, &marks, text, out));
    out.ok_or(Formatted::Left(Reason::Unusual))
}

fn unfit(why: Unfit) -> Formatted {
    match why {
        Unfit::Faulty(fault) => Formatted::Faulty(fault),
        Unfit::Empty => Formatted::Left(Reason::Empty),
        Unfit::Unusual => Formatted::Left(Reason::Unusual),
    }
}

#[cfg(test)]
mod tests;
