//! Conflicts in a text, marked as git marks them.

use super::pieces::{Piece, Pieces};
use std::fmt::Write;

/// How conflicts are marked.
#[derive(Clone, Copy, Debug)]
pub struct Marks<'t> {
    /// How many signs a mark is made of; git's own are 7.
    pub size: usize,
    /// What the mark above our version says.
    pub ours: &'t str,
    /// What the mark below their version says.
    pub theirs: &'t str,
}

impl Default for Marks<'_> {
    fn default() -> Self {
        Self {
            size: 7,
            ours: "ours",
            theirs: "theirs",
        }
    }
}

/// Writes pieces of whole lines; gives the text, and how many conflicts there are in it.
pub(super) fn write(pieces: &Pieces, marks: &Marks<'_>) -> (String, usize) {
    let mut out = String::new();
    let mut conflicts = 0;
    let mark = |sign: &str, label: &str| {
        let mark = sign.repeat(marks.size);
        let space = if label.is_empty() { "" } else { " " };
        format!("{mark}{space}{label}")
    };
    for piece in pieces.iter() {
        match piece {
            Piece::Same(text) => out.push_str(text),
            Piece::Differ { ours, theirs } => {
                conflicts += 1;
                let (above, below) = (mark("<", marks.ours), mark(">", marks.theirs));
                let between = mark("=", "");
                // Writing to a string cannot fail.
                let _ = writeln!(out, "{above}\n{ours}{between}\n{theirs}{below}");
            }
        }
    }
    (out, conflicts)
}
