//! Messages in the log of a run, where some lines are commands.

/// Makes a message such that no text of a stranger in it is a command to GitHub Actions: a line
/// that begins with `::`, however far in, or `##[` anywhere.
pub(in crate::cli) fn harmless(message: &str) -> String {
    let mut out = String::with_capacity(message.len());
    for line in message.split_inclusive('\n') {
        let rest = line.trim_start();
        let indent = &line[..line.len() - rest.len()];
        out.push_str(indent);
        if rest.starts_with("::") {
            out.push_str("| ");
        }
        out.push_str(&rest.replace("##[", "## ["));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_line_is_a_command() {
        let table = [
            ("  ::add-mask::x\n", "  | ::add-mask::x\n"),
            ("a\n::b::\n", "a\n| ::b::\n"),
            ("1 | ##[error]x", "1 | ## [error]x"),
            ("a :: b\n\n  c\n", "a :: b\n\n  c\n"),
            ("", ""),
        ];
        for (text, expected) in table {
            assert_eq!(harmless(text), expected, "{text}");
        }
    }
}
