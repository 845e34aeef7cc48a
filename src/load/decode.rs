//! Bytes to text.

use super::{characters, limits};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::form;
use crate::span::{FileId, Files, Span};

/// Adds the text of a file to `files`; one that is no fit text is reported, and is not returned.
pub fn add(
    name: impl Into<String>,
    bytes: Vec<u8>,
    files: &mut Files,
    found: &mut Vec<Diagnostic>,
) -> Option<FileId> {
    let name = name.into();
    if let Some(encoding) = utf_16(&bytes) {
        let message = format!("`{name}` is not UTF-8: it is {encoding} from byte 0 on");
        let here = Span::new(files.add(name, ""), 0..0);
        found.push(
            Diagnostic::new(form::NOT_UTF8, here, message, "").help("save the file as UTF-8"),
        );
        return None;
    }
    match String::from_utf8(bytes) {
        Ok(text) => {
            let file = files.add(name, text);
            fit(file, files.text(file), found).then_some(file)
        }
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let byte = error.as_bytes().get(at).copied().unwrap_or_default();
            let message = format!("`{name}` is not UTF-8: byte {at} is {byte:#04x}");
            let file = files.add(name, String::from_utf8_lossy(error.as_bytes()));
            let here = Span::new(file, at..at + '\u{fffd}'.len_utf8());
            found.push(
                Diagnostic::new(form::NOT_UTF8, here, message, "not UTF-8")
                    .help("save the file as UTF-8"),
            );
            None
        }
    }
}

/// The name of the encoding where bytes are UTF-16, by their mark or by their zeros.
fn utf_16(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, ..] => Some("UTF-16 (little endian)"),
        [0xfe, 0xff, ..] => Some("UTF-16 (big endian)"),
        [first, 0, second, 0, ..] if *first != 0 && *second != 0 => {
            Some("UTF-16 (little endian, without a mark)")
        }
        [0, first, 0, second, ..] if *first != 0 && *second != 0 => {
            Some("UTF-16 (big endian, without a mark)")
        }
        _ => None,
    }
}

/// How many bytes are looked at together.
const STRETCH: usize = 1024;

/// Whether a text has no control characters and no line past the limit.
fn fit(file: FileId, text: &str, found: &mut Vec<Diagnostic>) -> bool {
    let before = found.len();
    let bytes = text.as_bytes();
    for start in long_lines(bytes, limits::LINE_BYTES) {
        let message = format!("a line is longer than {} MiB", limits::LINE_BYTES >> 20);
        let here = Span::new(file, start..start);
        found.push(
            Diagnostic::new(form::LIMIT_LINE, here, message, "this line").help("break the line"),
        );
    }
    let suspect = |byte: u8| byte < b' ' && !matches!(byte, b'\n' | b'\r' | b'\t') || byte == 0x7f;
    // Whole stretches first: they are looked at many bytes at once.
    let stretch = |bytes: &[u8]| bytes.iter().fold(false, |any, byte| any | suspect(*byte));
    let stretches = bytes.chunks(STRETCH);
    let first = stretches
        .enumerate()
        .find(|(_, bytes)| stretch(bytes))
        .and_then(|(nth, bytes)| {
            let at = bytes.iter().position(|byte| suspect(*byte))?;
            Some(nth * STRETCH + at)
        });
    if let Some(at) = first {
        let bad = char::from(bytes[at]);
        let what = characters::name(bad);
        let message = format!("the control character {what} at byte {at}");
        let here = Span::new(file, at..at + 1);
        found.push(
            Diagnostic::new(form::CONTROL_CHARACTER, here, message, what).help("take it out"),
        );
    }
    found.len() == before
}

/// Where lines begin that have more bytes than `most`, their ends among them.
fn long_lines(bytes: &[u8], most: usize) -> Vec<usize> {
    let is_end = |byte: &u8| *byte == b'\n';
    let (mut long, mut start) = (Vec::new(), 0);
    // So many bytes hold the end of their first line, or that line is too long: the lines between
    // need not be looked at.
    while bytes.len() - start > most {
        let (stretch, rest) = bytes[start..].split_at(most);
        if let Some(end) = stretch.iter().rposition(is_end) {
            start += end + 1;
            continue;
        }
        long.push(start);
        let end = rest.iter().position(is_end);
        start += most + end.map_or(rest.len(), |end| end + 1);
    }
    long
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn long_lines_are_those_that_every_line_tells(text in "[a\n]{0,40}", most in 1..6_usize) {
            let mut start = 0;
            let mut long = Vec::new();
            for line in text.split_inclusive('\n') {
                if line.len() > most {
                    long.push(start);
                }
                start += line.len();
            }
            prop_assert_eq!(long_lines(text.as_bytes(), most), long);
        }
    }
}
