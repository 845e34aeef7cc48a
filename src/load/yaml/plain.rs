//! Plain YAML, line by line: blocks of keys and items, values on one line, folded texts. Most
//! records are written in no more than that, and it is read without a parser.
//!
//! At the first doubt nothing is read at all, and the parser reads the whole text: what comes from
//! here is what it would give.

mod flow;
mod keys;
mod scalar;

use super::{Entry, Node, Take, Value};
use crate::span::{FileId, Span};
use keys::Keys;
use std::borrow::Cow;

/// Deeper than this no record goes.
const DEEP: usize = 16;

/// A text that is being read, from one line with anything on it to the next.
pub(super) struct Lines<'t, 'd> {
    text: &'t str,
    file: FileId,
    take: &'d mut Take<'t, 'd>,
    /// Whether characters may hide in the text, so that each value has to be looked at.
    suspect: bool,
    /// Where the next line begins that is neither blank nor a comment, without its indentation;
    /// at the end of the text, its length.
    at: usize,
    /// How far that line is indented.
    indent: usize,
}

/// Reads one document; nothing where there is any doubt. Items are given away as by the parser.
pub(super) fn parse<'t>(text: &'t str, file: FileId, take: &mut Take<'t, '_>) -> Option<Node<'t>> {
    let suspect = is_suspect(text)?;
    let mut lines = Lines {
        text,
        file,
        take,
        suspect,
        at: 0,
        indent: 0,
    };
    lines.go_on(0)?;
    if lines.is_over() || lines.indent > 0 {
        return None;
    }
    let node = lines.map(0, 0)?;
    lines.is_over().then_some(node)
}

/// Whether values may hold characters that do not show; nothing for a text with characters that
/// the parser must judge, or that ends within a line.
fn is_suspect(text: &str) -> Option<bool> {
    let (mut hard, mut soft) = (false, false);
    for chunk in text.as_bytes().chunks(1024) {
        for byte in chunk {
            // Controls, tabs and carriage returns; the first bytes of further controls and of the
            // byte-order mark; planes that no record needs.
            hard |= matches!(byte, 0..=0x09 | 0x0b..=0x1f | 0x7f | 0xc2 | 0xef..);
            soft |= *byte == 0xe2;
        }
        if hard {
            return None;
        }
    }
    text.ends_with('\n').then_some(soft)
}

impl<'t> Lines<'t, '_> {
    fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(b'\n')
    }

    fn is_over(&self) -> bool {
        self.at >= self.text.len()
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, start..end)
    }

    /// Goes to the next line with anything on it, from the beginning of a line.
    fn go_on(&mut self, mut from: usize) -> Option<()> {
        loop {
            if from >= self.text.len() {
                (self.at, self.indent) = (self.text.len(), 0);
                return Some(());
            }
            let indent = self.spaces(from);
            match self.byte(from + indent) {
                b'\n' if indent > 0 => return None,
                b'\n' => from += 1,
                b'#' => from = self.line_end(from) + 1,
                _ => {
                    (self.at, self.indent) = (from + indent, indent);
                    return Some(());
                }
            }
        }
    }

    fn spaces(&self, from: usize) -> usize {
        let rest = self.text.as_bytes().get(from..).unwrap_or_default();
        rest.iter().take_while(|byte| **byte == b' ').count()
    }

    fn line_end(&self, from: usize) -> usize {
        let rest = self.text.get(from..).unwrap_or_default();
        from + rest.find('\n').unwrap_or(rest.len())
    }

    /// Goes on after a value, behind which its line must end.
    fn end_line(&mut self, at: usize) -> Option<()> {
        (self.byte(at) == b'\n').then_some(())?;
        self.go_on(at + 1)
    }

    /// Reads the keys of one column, which begin here.
    fn map(&mut self, column: usize, depth: usize) -> Option<Node<'t>> {
        let start = self.at;
        let mut entries: Vec<Entry<'t>> = Vec::with_capacity(8);
        let mut keys = Keys::default();
        if depth > DEEP {
            return None;
        }
        loop {
            let (key, after) = self.key(self.at)?;
            if !keys.are_without(key, &entries) {
                return None;
            }
            let span = self.span(self.at, self.at + key.len());
            let given = (depth == 0).then_some(key);
            let value = self.value(column, after, given, depth + 1)?;
            entries.push(Entry {
                key: Cow::Borrowed(key),
                span,
                value,
            });
            if self.is_over() || self.indent < column {
                break;
            }
            if self.indent > column {
                return None;
            }
        }
        let last = entries.last()?;
        let end = last.value.span.end.max(last.span.end) as usize;
        Some(Node {
            span: self.span(start, end),
            value: Value::Map(entries),
        })
    }

    /// The key that begins here, and the place behind its colon.
    fn key(&self, at: usize) -> Option<(&'t str, usize)> {
        let rest = self.text.as_bytes().get(at..)?;
        let is_of_key = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        let length = rest.iter().take_while(|byte| is_of_key(byte)).count();
        let colon = rest.get(length) == Some(&b':');
        let parted = matches!(rest.get(length + 1), Some(b' ' | b'\n'));
        let plain = rest.first()?.is_ascii_alphanumeric() && length <= 128;
        let key = self.text.get(at..at + length)?;
        let null = matches!(key, "null" | "Null" | "NULL");
        (colon && parted && plain && !null).then_some((key, at + length + 1))
    }

    /// Reads the value behind a key of some column.
    fn value(
        &mut self,
        column: usize,
        after: usize,
        given: Option<&'t str>,
        depth: usize,
    ) -> Option<Node<'t>> {
        let at = after + self.spaces(after);
        if self.byte(at) != b'\n' {
            return self.on_line(column, at);
        }
        if at > after {
            return None;
        }
        self.go_on(at + 1)?;
        if self.is_over() || self.indent <= column {
            return None;
        }
        if self.byte(self.at) == b'-' {
            self.list(self.indent, given, depth)
        } else {
            self.map(self.indent, depth)
        }
    }

    /// Reads the items of one column, which begin here.
    fn list(&mut self, column: usize, given: Option<&'t str>, depth: usize) -> Option<Node<'t>> {
        let start = self.at;
        let mut end = start;
        let mut items = Vec::new();
        if depth > DEEP {
            return None;
        }
        loop {
            let at = self.at + 2;
            if self.byte(self.at) != b'-' || self.byte(self.at + 1) != b' ' {
                return None;
            }
            let item = if self.key(at).is_some() {
                (self.at, self.indent) = (at, column + 2);
                self.map(column + 2, depth + 1)?
            } else {
                self.on_line(column, at)?
            };
            end = end.max(item.span.range().end);
            if !given.is_some_and(|key| (self.take)(key, &item)) {
                items.push(item);
            }
            if self.is_over() || self.indent < column {
                break;
            }
            if self.indent > column {
                return None;
            }
        }
        Some(Node {
            span: self.span(start, end),
            value: Value::List(items),
        })
    }
}
