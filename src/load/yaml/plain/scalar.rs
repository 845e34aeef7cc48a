//! Single values: words, texts in quotation marks, folded and literal texts.

use super::super::{Node, Scalar, Value};
use super::Lines;
use crate::load::characters;
use std::borrow::Cow;

impl<'t> Lines<'t, '_> {
    /// Reads a value that begins on the line of its key or its hyphen, and goes on behind it.
    pub(super) fn on_line(&mut self, column: usize, at: usize) -> Option<Node<'t>> {
        let (node, end) = match self.byte(at) {
            b'|' | b'>' => return self.block(column, at),
            b'[' | b'{' => self.flow(at, 0)?,
            b'"' | b'\'' => self.quoted(at)?,
            _ => self.words(at)?,
        };
        self.end_line(end)?;
        Some(node)
    }

    /// Whether a value without quotation marks may begin so.
    pub(super) fn begins_words(&self, at: usize) -> bool {
        let first = self.byte(at);
        first.is_ascii_alphanumeric() || first >= 0x80
    }

    /// Reads words up to the end of the line.
    fn words(&self, at: usize) -> Option<(Node<'t>, usize)> {
        if !self.begins_words(at) {
            return None;
        }
        let end = self.line_end(at);
        let words = self.text.get(at..end)?;
        // A key's colon, or a comment.
        if words.ends_with(':') || words.contains(": ") || words.contains(" #") {
            return None;
        }
        if words.ends_with(char::is_whitespace) {
            return None;
        }
        Some((self.scalar(Cow::Borrowed(words), true, at, end)?, end))
    }

    /// Reads a text in quotation marks, on one line.
    pub(super) fn quoted(&self, at: usize) -> Option<(Node<'t>, usize)> {
        let mark = self.byte(at);
        let rest = self.text.as_bytes().get(at + 1..)?;
        let stop = |byte: &u8| *byte == mark || matches!(byte, b'\\' | b'\n');
        let mut end = rest.iter().position(stop)?;
        let text = if rest[end] == b'\\' && mark == b'"' {
            let (text, length) = unescaped(self.text.get(at + 1..)?)?;
            end = length;
            Cow::Owned(text)
        } else {
            Cow::Borrowed(self.text.get(at + 1..at + 1 + end)?)
        };
        // An apostrophe that is written twice is the parser's.
        let twice = mark == b'\'' && rest.get(end + 1) == Some(&mark);
        if rest[end] != mark || twice {
            return None;
        }
        let end = at + 1 + end + 1;
        Some((self.scalar(text, false, at, end)?, end))
    }

    /// Reads a folded or literal text of even lines, without blank ones between them.
    fn block(&mut self, column: usize, at: usize) -> Option<Node<'t>> {
        let folded = self.byte(at) == b'>';
        let strip = self.byte(at + 1) == b'-';
        let header = at + 1 + usize::from(strip);
        if self.byte(header) != b'\n' {
            return None;
        }
        let mut line = header + 1;
        let indent = self.spaces(line);
        let start = line + indent;
        let mut end = start;
        let mut text = Cow::Borrowed("");
        if indent <= column {
            return None;
        }
        loop {
            end = match self.line_end(line + indent) {
                same if same == line + indent => return None,
                next => next.max(end),
            };
            let words = self.text.get(line + indent..end)?;
            if words.ends_with(char::is_whitespace) {
                return None;
            }
            if line + indent == start {
                text = Cow::Borrowed(words);
            } else {
                let text = text.to_mut();
                text.push(if folded { ' ' } else { '\n' });
                text.push_str(words);
            }
            line = end + 1;
            let next = self.spaces(line);
            if next < indent || line >= self.text.len() {
                break;
            }
            if next > indent {
                return None;
            }
        }
        // Behind blank lines, what looks like a comment may be one more line of the text.
        let blank = self.text.get(line..)?.bytes();
        line += blank.take_while(|byte| *byte == b'\n').count();
        if self.spaces(line) > column {
            return None;
        }
        self.go_on(line)?;
        if !strip {
            text.to_mut().push('\n');
        }
        self.scalar(text, false, start, end)
    }

    /// A single value, unless a character hides in it.
    pub(super) fn scalar(
        &self,
        text: Cow<'t, str>,
        plain: bool,
        start: usize,
        end: usize,
    ) -> Option<Node<'t>> {
        let span = self.span(start, end);
        if self.suspect || matches!(text, Cow::Owned(_)) {
            let mut found = Vec::new();
            characters::check(&text, span, self.text, &mut found);
            if !found.is_empty() {
                return None;
            }
        }
        Some(Node {
            span,
            value: Value::Scalar(Scalar { text, plain }),
        })
    }
}

/// The text up to its closing mark, and how long it is as written; only with the escapes that
/// people write.
fn unescaped(written: &str) -> Option<(String, usize)> {
    let mut text = String::new();
    let mut rest = written;
    loop {
        let at = rest.find(['"', '\\', '\n'])?;
        text.push_str(&rest[..at]);
        let mut marks = rest[at..].chars();
        match marks.next()? {
            '"' => return Some((text, written.len() - rest.len() + at)),
            '\\' => {}
            _ => return None,
        }
        match marks.next()? {
            mark @ ('"' | '\\' | '/') => text.push(mark),
            'n' => text.push('\n'),
            'u' => {
                let digits = marks.as_str().get(..4)?;
                let hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
                let code = u32::from_str_radix(digits, 16).ok().filter(|_| hex)?;
                let letter = char::from_u32(code)?;
                if letter.is_control() || code >= 0xfff0 {
                    return None;
                }
                text.push(letter);
                marks = marks.as_str()[4..].chars();
            }
            _ => return None,
        }
        rest = marks.as_str();
    }
}
