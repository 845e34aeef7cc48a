//! Where a scalar ends: the parser lets some run on to what follows them.

use std::ops::Range;

/// The bytes of a block scalar without the blank lines and comments that follow it.
///
/// They begin with its first word; lines less indented than that are none of its.
pub(super) fn of_block(text: &str, bytes: Range<usize>) -> Range<usize> {
    let (Some(before), Some(block)) = (text.get(..bytes.start), text.get(bytes.clone())) else {
        return bytes;
    };
    let indent = before.len() - before.trim_end_matches(' ').len();
    let mut end = 0;
    let mut at = 0;
    for line in block.split_inclusive('\n') {
        let blank = line.trim().is_empty();
        let depth = line.len() - line.trim_start_matches(' ').len();
        if at > 0 && !blank && depth < indent {
            break;
        }
        if !blank {
            end = at + line.trim_end().len();
        }
        at += line.len();
    }
    bytes.start..bytes.start + end
}

/// The bytes without white space at their end.
pub(super) fn trimmed(text: &str, bytes: Range<usize>) -> Range<usize> {
    let Some(slice) = text.get(bytes.clone()) else {
        return bytes;
    };
    bytes.start..bytes.start + slice.trim_end().len()
}
