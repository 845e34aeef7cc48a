//! Lines and their indentation.

/// The place after the line break that ends the line of `at`, or the end of the text.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).and_then(|rest| rest.find('\n'));
    rest.map_or(text.len(), |found| at + found + 1)
}

/// The place where the line of `at` begins.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    let before = text.get(..at).and_then(|before| before.rfind('\n'));
    before.map_or(0, |found| found + 1)
}

/// How many spaces a line begins with.
pub(super) fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Whether every line of a text is blank or a comment.
pub(crate) fn is_gap(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim_start);
    lines.all(|line| line.is_empty() || line.starts_with('#'))
}

/// A text with each line after the first further in, or out; none where a line is not so far in.
///
/// Blank lines stay as they are.
pub(crate) fn shifted(text: &str, by: isize, first: bool) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    for (at, line) in text.split_inclusive('\n').enumerate() {
        if by == 0 || (at == 0 && !first) || line.trim().is_empty() {
            out.push_str(line);
        } else if by > 0 {
            out.extend(std::iter::repeat_n(' ', by.unsigned_abs()));
            out.push_str(line);
        } else if indent_of(line) >= by.unsigned_abs() {
            out.push_str(&line[by.unsigned_abs()..]);
        } else {
            return None;
        }
    }
    Some(out)
}
