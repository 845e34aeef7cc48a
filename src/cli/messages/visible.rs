//! Texts of strangers, made fit for a terminal.

use crate::load::characters;

/// More characters than a message needs.
const LONGEST: usize = 1000;

/// A text on one line, of bearable length, whose control characters can be seen and do nothing.
pub(in crate::cli) fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(LONGEST));
    for (at, c) in text.chars().enumerate() {
        if at == LONGEST {
            out.push('…');
            break;
        }
        push(&mut out, c);
    }
    out
}

/// Adds a character, or a picture or the number of one that shows nothing.
pub(super) fn push(out: &mut String, c: char) {
    match c {
        '\t' => out.push_str("    "),
        '\0'..='\u{1f}' => out.push(picture(c)),
        '\u{7f}' => out.push('␡'),
        // The marks and joiners that texts may have.
        '\u{200c}'..='\u{200f}' | '\u{61c}' => out.push(c),
        _ if c.is_control() || characters::is_invisible(c) => {
            out.push('<');
            out.push_str(&characters::name(c));
            out.push('>');
        }
        _ => out.push(c),
    }
}

fn picture(c: char) -> char {
    char::from_u32(0x2400 + u32::from(c)).unwrap_or(char::REPLACEMENT_CHARACTER)
}
