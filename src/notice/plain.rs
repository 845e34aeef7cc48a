//! Texts of strangers on one line.

use crate::load::characters;
use std::fmt::Write;

/// More characters than a notice needs.
const LONGEST: usize = 1000;

/// A text on one line, of bearable length, whose control characters can be seen and do nothing.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(LONGEST));
    for (at, c) in text.chars().enumerate() {
        if at == LONGEST {
            out.push('…');
            break;
        }
        let breaks = matches!(c, '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' | '\u{85}');
        if breaks {
            out.push(' ');
        } else if acts(c) {
            // Writing to a string does not fail.
            let _ = write!(out, "[U+{:04X}]", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

/// Whether a character does what cannot be seen, or is none that XML can hold. The marks and
/// joiners that texts need do not count.
fn acts(c: char) -> bool {
    let needed = matches!(
        c,
        '\u{200c}'..='\u{200f}' | '\u{61c}' | '\u{ad}' | '\u{34f}'
    );
    let none = matches!(c, '\u{fffe}' | '\u{ffff}');
    none || c.is_control()
        || characters::is_bidi_control(c)
        || (characters::is_invisible(c) && !needed)
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn what_acts_is_seen_and_what_is_needed_stays() {
        let table = [
            ("a\nb\r\nc\td", "a b  c d"),
            ("\u{1b}[2J", "[U+001B][2J"),
            ("\u{202e}x\u{2066}", "[U+202E]x[U+2066]"),
            ("\u{0}\u{7f}\u{ffff}", "[U+0000][U+007F][U+FFFF]"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("عُمان ٣", "عُمان ٣"),
        ];
        for (text, expected) in table {
            assert_eq!(plain(text), expected, "{text:?}");
        }
    }

    #[test]
    fn nothing_is_longer_than_anybody_reads() {
        assert_eq!(plain(&"ع".repeat(1000)).chars().count(), 1000);
        let long = plain(&"ع".repeat(1001));
        assert_eq!(long.chars().count(), 1001);
        assert!(long.ends_with("ع…"));
    }
}
