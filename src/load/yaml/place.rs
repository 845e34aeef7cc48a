//! Where a scalar ends: the parser lets some run on to what follows them.

use std::ops::Range;

/// The bytes of a block scalar without the blank lines and comments that follow it.
pub(super) fn of_block(text: &str, bytes: Range<usize>) -> Range<usize> {
    let Some(block) = text.get(bytes.clone()) else {
        return bytes;
    };
    let mut lines = block.split_inclusive('\n');
    let header = lines.next().unwrap_or_default();
    let mut at = header.len();
    let mut end = header.trim_end().len();
    let mut indent = None;
    for line in lines {
        let blank = line.trim().is_empty();
        let depth = line.len() - line.trim_start_matches(' ').len();
        if !blank && depth < *indent.get_or_insert(depth.max(1)) {
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
