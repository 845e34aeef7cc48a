//! Markdown, as GitHub reads it.

use super::budget::{self, Budget};
use super::error::Error;
use super::helpers::Page;
use super::shorten::{self, Shorten};
use super::templates::Templates;
use super::terminal::visible;
use crate::words::Words;
use serde::Serialize;

/// Writes a report by the template `markdown/<entry>`, for a summary or a file, however long.
pub(super) fn render(
    report: &impl Serialize,
    entry: &str,
    templates: &Templates,
    words: &Words,
) -> Result<String, Error> {
    let page = Page::of(format!("markdown/{entry}"), templates, words, escape)?;
    Ok(tidy(&page.render(report)?))
}

/// Writes a report as [`render`] does, but fit for a comment: a long one without some of its parts.
pub(super) fn render_short(
    report: &impl Shorten,
    entry: &str,
    templates: &Templates,
    words: &Words,
) -> Result<String, Error> {
    budget::fit(Budget::COMMENT, &shorten::parts(report), |left_out| {
        if left_out.is_empty() {
            return render(report, entry, templates, words);
        }
        let short = shorten::without(report, left_out, words);
        render(&short, entry, templates, words)
    })
}

/// Makes a text plain: no emphasis, link, table cell, mention, reference, HTML or address in it
/// takes effect, and it stays on its line.
pub(super) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        if let Some(start) = address(rest) {
            safe.push_str(&start.replace(':', "&#58;").replace("www.", "www&#46;"));
            rest = &rest[start.len()..];
            continue;
        }
        match letter {
            '\\' | '|' | '*' | '_' | '[' | ']' | '`' | '~' | '$' => {
                safe.push('\\');
                safe.push(letter);
            }
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '@' => safe.push_str("&#64;"),
            '#' => safe.push_str("&#35;"),
            _ if letter.is_whitespace() => safe.push(' '),
            _ => visible(letter, &mut safe),
        }
        rest = &rest[letter.len_utf8()..];
    }
    safe
}

/// What a text starts with, where GitHub would make a link of it.
fn address(text: &str) -> Option<&str> {
    // Almost every letter starts none; this is asked of each.
    let first = text.as_bytes().first()?.to_ascii_lowercase();
    if !matches!(first, b'h' | b'f' | b'm' | b'x' | b'w') {
        return None;
    }
    let starts = ["https:", "http:", "ftp:", "mailto:", "xmpp:", "www."];
    let head = |start: &&&str| {
        text.get(..start.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(start))
    };
    let start = starts.iter().find(head)?;
    text.get(..start.len())
}

/// At most one empty line in a row, none at the start, one line break at the end.
pub(super) fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    let mut empty = true;
    for line in text.lines().map(str::trim_end) {
        if !(line.is_empty() && empty) {
            tidied.push_str(line);
            tidied.push('\n');
        }
        empty = line.is_empty();
    }
    tidied.truncate(tidied.trim_end().len());
    tidied.push('\n');
    tidied
}

#[cfg(test)]
mod tests {
    use super::{escape, tidy};

    #[test]
    fn nothing_in_a_text_takes_effect() {
        assert_eq!(
            escape("a|b *c* _d_ [e](f) <g> `h` @i #1\nj"),
            "a\\|b \\*c\\* \\_d\\_ \\[e\\](f) &lt;g&gt; \\`h\\` &#64;i &#35;1 j"
        );
    }

    #[test]
    fn addresses_do_not_become_links() {
        assert_eq!(escape("HTTPS://a.example"), "HTTPS&#58;//a.example");
        assert_eq!(escape("www.a.example"), "www&#46;a.example");
        for start in ["http:", "FTP:", "mailto:", "Xmpp:"] {
            assert_eq!(escape(start), start.replace(':', "&#58;"));
        }
    }

    #[test]
    fn empty_lines_do_not_pile_up() {
        assert_eq!(tidy("\n\na \n\n\n\nb\n\n"), "a\n\nb\n");
    }
}
