//! Texts of strangers that call no one and lead nowhere.

/// What breaks a name or an address and takes no room.
const BREAK: char = '\u{200b}';

/// Makes a plain text quiet, where the reader has no escapes: a space without width stands behind
/// each `@` and `#` that has a letter or a digit after it, in every address, and between the
/// brackets of a link.
pub fn quiet(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut before = [' '; 3];
    while let Some(letter) = letters.next() {
        out.push(letter);
        let next = letters.peek().copied().unwrap_or(' ');
        let breaks = match letter {
            '@' | '#' => next.is_alphanumeric() || matches!(next, '_' | '-' | '['),
            ':' => next == '/',
            // `www.` and the like begin an address without a scheme.
            '.' => before.map(|letter| letter.to_ascii_lowercase()) == ['w'; 3],
            ']' => next == '(',
            _ => false,
        };
        if breaks {
            out.push(BREAK);
        }
        before = [before[1], before[2], letter];
    }
    out
}

/// Makes Markdown calm in which all texts of strangers are escaped: a mention or a reference is
/// broken beyond what its character reference does, and no line begins a workflow command.
pub fn calm(markdown: &str) -> String {
    let broken = markdown
        .replace("&#64;", "&#64;&#8203;")
        .replace("&#35;", "&#35;&#8203;")
        .replace("##[", "##&#91;");
    let mut out = String::with_capacity(broken.len());
    for line in broken.split_inclusive('\n') {
        let rest = line.trim_start();
        match rest.strip_prefix("::") {
            Some(end) => {
                out.push_str(&line[..line.len() - rest.len()]);
                out.push_str("&#58;&#58;");
                out.push_str(end);
            }
            None => out.push_str(line),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{calm, quiet};

    #[test]
    fn nobody_is_called_and_nothing_linked() {
        let table = [
            ("@user", "@\u{200b}user"),
            ("a@b.example #1 GH", "a@\u{200b}b.example #\u{200b}1 GH"),
            ("https://a.example/b", "https:\u{200b}//a.example/b"),
            ("WWW.a.example", "WWW.\u{200b}a.example"),
            ("[a](b)", "[a]\u{200b}(b)"),
            ("##[error]x", "##\u{200b}[error]x"),
            ("@ # :", "@ # :"),
            ("@عُمان", "@\u{200b}عُمان"),
            ("rounds/oman-us/2.yaml:14:5", "rounds/oman-us/2.yaml:14:5"),
        ];
        for (text, expected) in table {
            assert_eq!(quiet(text), expected, "{text}");
        }
    }

    #[test]
    fn no_line_of_markdown_is_a_command() {
        let table = [
            ("::add-mask::x\n", "&#58;&#58;add-mask::x\n"),
            ("a\n  ::error::b", "a\n  &#58;&#58;error::b"),
            ("- ::c\n", "- ::c\n"),
            (
                "&#64;d &#35;1 ##[e]",
                "&#64;&#8203;d &#35;&#8203;1 ##&#91;e]",
            ),
            ("a\n\nb\n", "a\n\nb\n"),
        ];
        for (text, expected) in table {
            assert_eq!(calm(text), expected, "{text}");
        }
    }
}
