//! Steps as a unified diff, which people and tools know how to read.

use super::steps;
use similar::udiff::UnifiedHunkHeader;
use similar::{DiffTag, DiffableStr, group_diff_ops};
use std::fmt::Write;

/// What changes from `old` to `new`, as a unified diff with as many lines around each change as
/// `context` says; empty where nothing does.
pub(crate) fn unified(old: &str, new: &str, names: (&str, &str), context: usize) -> String {
    let (old, new) = (old.tokenize_lines(), new.tokenize_lines());
    let mut text = String::new();
    for group in group_diff_ops(steps(&old, &new), context) {
        if group.iter().all(|step| step.tag() == DiffTag::Equal) {
            continue;
        }
        if text.is_empty() {
            let _ = writeln!(text, "--- {}\n+++ {}", names.0, names.1);
        }
        let _ = writeln!(text, "{}", UnifiedHunkHeader::new(&group));
        for step in group {
            let (tag, before, after) = step.as_tag_tuple();
            if tag == DiffTag::Equal {
                lines(&mut text, ' ', &old[before]);
            } else {
                lines(&mut text, '-', &old[before]);
                lines(&mut text, '+', &new[after]);
            }
        }
    }
    text
}

/// Writes lines behind a sign, each with the line break that it has.
fn lines(text: &mut String, sign: char, lines: &[&str]) {
    for line in lines {
        text.push(sign);
        text.push_str(line);
        if !line.ends_with(['\n', '\r']) {
            text.push_str("\n\\ No newline at end of file\n");
        }
    }
}
