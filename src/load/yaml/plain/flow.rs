//! Lists and maps in brackets, on one line.

use super::super::{Entry, Node, Value};
use super::Lines;
use super::keys::Keys;
use std::borrow::Cow;

/// Brackets deeper than this are the parser's.
const DEEP: usize = 8;

impl<'t> Lines<'t, '_> {
    /// Reads what stands in brackets, and says where it ends.
    pub(super) fn flow(&self, at: usize, depth: usize) -> Option<(Node<'t>, usize)> {
        if depth > DEEP {
            return None;
        }
        match self.byte(at) {
            b'[' => self.flow_list(at, depth),
            b'{' => self.flow_map(at, depth),
            b'"' | b'\'' => self.quoted(at),
            _ => self.flow_words(at),
        }
    }

    fn flow_list(&self, start: usize, depth: usize) -> Option<(Node<'t>, usize)> {
        let mut items = Vec::new();
        let mut at = self.past(start + 1);
        while self.byte(at) != b']' || !items.is_empty() {
            let (item, end) = self.flow(at, depth + 1)?;
            items.push(item);
            at = self.past(end);
            match self.byte(at) {
                b']' => break,
                b',' => at = self.past(at + 1),
                _ => return None,
            }
        }
        let node = Node {
            span: self.span(start, at + 1),
            value: Value::List(items),
        };
        Some((node, at + 1))
    }

    fn flow_map(&self, start: usize, depth: usize) -> Option<(Node<'t>, usize)> {
        let mut entries: Vec<Entry<'t>> = Vec::new();
        let mut keys = Keys::default();
        let mut at = self.past(start + 1);
        while self.byte(at) != b'}' || !entries.is_empty() {
            let (key, after) = self.key(at)?;
            if !keys.are_without(key, &entries) {
                return None;
            }
            let span = self.span(at, at + key.len());
            let (value, end) = self.flow(self.past(after), depth + 1)?;
            entries.push(Entry {
                key: Cow::Borrowed(key),
                span,
                value,
            });
            at = self.past(end);
            match self.byte(at) {
                b'}' => break,
                b',' => at = self.past(at + 1),
                _ => return None,
            }
        }
        let node = Node {
            span: self.span(start, at + 1),
            value: Value::Map(entries),
        };
        Some((node, at + 1))
    }

    /// Reads words between commas and brackets.
    fn flow_words(&self, at: usize) -> Option<(Node<'t>, usize)> {
        if !self.begins_words(at) {
            return None;
        }
        let rest = self.text.as_bytes().get(at..)?;
        let stop = |byte: &u8| {
            matches!(
                byte,
                b',' | b']' | b'}' | b'\n' | b'[' | b'{' | b':' | b'#' | b'"'
            )
        };
        let length = rest.iter().position(stop)?;
        if !matches!(rest[length], b',' | b']' | b'}') {
            return None;
        }
        let words = self.text.get(at..at + length)?;
        let kept = words.trim_end_matches(' ');
        if kept.ends_with(char::is_whitespace) {
            return None;
        }
        let node = self.scalar(Cow::Borrowed(kept), true, at, at + kept.len())?;
        Some((node, at + length))
    }

    fn past(&self, at: usize) -> usize {
        at + self.spaces(at)
    }
}
