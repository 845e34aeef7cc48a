//! The line that a diagnostic is about, as a terminal can show it.

use super::visible::push;
use crate::diagnostic::Label;
use crate::span::Files;
use std::ops::Range;

/// A line longer than this, in characters, shows only a window.
const LONGEST: usize = 200;

/// How many characters a window shows before the marked ones.
const BEFORE: usize = 60;

/// A line, or a window on it.
pub(super) struct Excerpt {
    /// What is shown.
    pub(super) line: String,
    /// The bytes of it that are marked.
    pub(super) marked: Range<usize>,
    /// Whether it has right-to-left letters.
    pub(super) right_to_left: bool,
}

impl Excerpt {
    /// The line where a label begins; nothing where the label is of a whole file.
    pub(super) fn of(label: &Label, files: &Files) -> Option<Self> {
        let text = files.text(label.span.file);
        let bytes = label.span.range();
        if text.is_empty() || (bytes.is_empty() && label.text.is_empty()) {
            return None;
        }
        let before = text.get(..bytes.start)?;
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let rest = &text[bytes.start..];
        let end = rest.find('\n').map_or(text.len(), |at| bytes.start + at);
        let marked_end = bytes.end.clamp(bytes.start, end);
        let tail = text.get(marked_end..end)?.trim_end_matches('\r');
        let head = text[start..bytes.start].trim_start_matches('\u{feff}');
        Some(Self::window(head, &text[bytes.start..marked_end], tail))
    }

    fn window(before: &str, marked: &str, after: &str) -> Self {
        let long = [before, marked, after]
            .iter()
            .flat_map(|part| part.chars())
            .nth(LONGEST)
            .is_some();
        let mut line = String::new();
        let skipped = if long {
            before.chars().count().saturating_sub(BEFORE)
        } else {
            0
        };
        if skipped > 0 {
            line.push('…');
        }
        let mut room = if long { LONGEST } else { usize::MAX };
        take(&mut line, before.chars().skip(skipped), &mut room);
        let start = line.len();
        take(&mut line, marked.trim_end_matches('\r').chars(), &mut room);
        let end = line.len();
        if !take(&mut line, after.chars(), &mut room) || (room == 0 && after.is_empty() && long) {
            line.push('…');
        }
        Self {
            right_to_left: line.chars().any(is_right_to_left),
            line,
            marked: start..end,
        }
    }
}

/// Adds characters while there is room; whether all were added.
fn take(line: &mut String, chars: impl Iterator<Item = char>, room: &mut usize) -> bool {
    for c in chars {
        if *room == 0 {
            return false;
        }
        *room -= 1;
        push(line, c);
    }
    true
}

pub(in crate::cli) fn is_right_to_left(c: char) -> bool {
    matches!(
        c,
        '\u{590}'..='\u{8ff}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefe}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}'
    )
}
