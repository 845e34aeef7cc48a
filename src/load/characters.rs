//! Characters that do not show what they do.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::form;
use crate::span::Span;

/// Reports bidirectional and other control characters in a value; `source` is the file's text.
pub(crate) fn check(value: &str, span: Span, source: &str, found: &mut Vec<Diagnostic>) {
    // Every character that matters is below the space, DEL, or begins with one of these bytes.
    let suspect = |byte: u8| byte < b' ' || byte == 0x7f || byte == 0xc2 || byte == 0xe2;
    if !value.bytes().any(suspect) {
        return;
    }
    if let Some(bad) = value.chars().find(|c| is_bidi_control(*c)) {
        let message = format!(
            "the bidirectional control character {} in a text",
            name(bad)
        );
        found.push(
            Diagnostic::new(
                form::BIDI_CONTROL,
                within(span, bad, source),
                message,
                name(bad),
            )
            .help("take it out; reports set the direction of every text themselves"),
        );
    }
    if let Some(bad) = value.chars().find(|c| is_control(*c)) {
        let message = format!("the control character {} in a text", name(bad));
        found.push(
            Diagnostic::new(
                form::CONTROL_CHARACTER,
                within(span, bad, source),
                message,
                name(bad),
            )
            .help("take it out"),
        );
    }
}

/// Whether a character overrides, embeds or isolates direction.
pub(crate) fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character is a control character that no text needs.
pub(crate) fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}

/// Whether a character has no width, so that two ids could differ unseen.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{17b4}'
            | '\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// The name of a character: `U+202E`.
pub(crate) fn name(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// The character itself inside a value's place; the whole place where it is written as an escape.
pub(crate) fn within(span: Span, c: char, source: &str) -> Span {
    let slice = source.get(span.range()).unwrap_or_default();
    slice.find(c).map_or(span, |at| {
        let start = span.range().start + at;
        Span::new(span.file, start..start + c.len_utf8())
    })
}
