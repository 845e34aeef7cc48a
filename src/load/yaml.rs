//! YAML text to a small tree that knows where everything stands; the parser is named nowhere else.

mod anchors;
mod build;
mod fault;
mod key;
mod marks;
mod place;
mod plain;

pub(crate) use fault::too_many;
pub(crate) use marks::{Marks, marks};

use crate::diagnostic::Diagnostic;
use crate::span::{FileId, Span};
use std::borrow::Cow;

/// Takes an item of a list that is the value of a key of the outermost map, and says whether it
/// did; one that is not taken stays in the tree.
pub(crate) type Take<'t, 'd> = dyn FnMut(&str, &Node<'t>) -> bool + 'd;

/// A value and where it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Node<'t> {
    /// Where: a scalar's own text, a collection from its first character to its last.
    pub(crate) span: Span,
    /// What it is.
    pub(crate) value: Value<'t>,
}

/// What a node is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Value<'t> {
    /// A single value.
    Scalar(Scalar<'t>),
    /// A list.
    List(Vec<Node<'t>>),
    /// A map, in the order written, each key once.
    Map(Vec<Entry<'t>>),
}

/// A single value, as its author wrote it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Scalar<'t> {
    /// The text, quotes and escapes resolved.
    pub(crate) text: Cow<'t, str>,
    /// Whether it stands without quotes, so that it may be a number, a truth value or null.
    pub(crate) plain: bool,
}

/// A key of a map and its value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Entry<'t> {
    /// The key.
    pub(crate) key: Cow<'t, str>,
    /// Where the key stands.
    pub(crate) span: Span,
    /// The value.
    pub(crate) value: Node<'t>,
}

/// Reads one document; nothing where its text is not YAML, or asks for more than the limits.
///
/// A text without any document is null. Faults that leave the tree whole, such as a key that
/// stands twice, are reported and passed over.
pub(crate) fn parse<'t>(
    text: &'t str,
    file: FileId,
    found: &mut Vec<Diagnostic>,
) -> Option<Node<'t>> {
    build::Builder::new(text, file, found).run()
}

/// Reads one document as [`parse`] does, without the parser where its text is written plainly.
pub(crate) fn read<'t>(
    text: &'t str,
    file: FileId,
    found: &mut Vec<Diagnostic>,
) -> Option<Node<'t>> {
    plain::parse(text, file, &mut |_, _| false).or_else(|| parse(text, file, found))
}

/// Reads one document that is free of faults and of anchors, giving away the items of its lists
/// as they are read, so that the whole tree never stands in memory; nothing of any other, and
/// then what was taken is to be forgotten.
pub(crate) fn stream<'t>(text: &'t str, file: FileId, take: &mut Take<'t, '_>) -> Option<Node<'t>> {
    let mut found = Vec::new();
    let node = build::Builder::new(text, file, &mut found)
        .giving(take)
        .run();
    node.filter(|_| found.is_empty())
}

/// Does the same for a text that is written plainly, without the parser; nothing where there is
/// any doubt that the parser would give the same.
pub(crate) fn stream_plain<'t>(
    text: &'t str,
    file: FileId,
    take: &mut Take<'t, '_>,
) -> Option<Node<'t>> {
    plain::parse(text, file, take)
}

impl Scalar<'_> {
    /// Whether this is null by the core schema of YAML 1.2.
    pub(crate) fn is_null(&self) -> bool {
        self.plain && matches!(&*self.text, "" | "~" | "null" | "Null" | "NULL")
    }

    /// Whether this is a truth value by the core schema.
    pub(crate) fn is_truth(&self) -> bool {
        let words = ["true", "True", "TRUE", "false", "False", "FALSE"];
        self.plain && words.contains(&&*self.text)
    }

    /// Whether this is a whole or broken number by the core schema.
    pub(crate) fn is_number(&self) -> bool {
        self.plain && is_number(&self.text)
    }
}

impl Node<'_> {
    /// Whether this is null.
    pub(crate) fn is_null(&self) -> bool {
        matches!(&self.value, Value::Scalar(scalar) if scalar.is_null())
    }

    /// What this is, in the words of messages.
    pub(crate) fn kind(&self) -> &'static str {
        match &self.value {
            Value::List(_) => "a list",
            Value::Map(_) => "a map",
            Value::Scalar(scalar) if scalar.is_null() => "nothing",
            Value::Scalar(scalar) if scalar.is_truth() => "a truth value",
            Value::Scalar(scalar) if scalar.is_number() => "a number",
            Value::Scalar(_) => "a text",
        }
    }
}

fn is_number(text: &str) -> bool {
    if !text.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '+' | '-' | '.')) {
        return false;
    }
    let radix = |prefix: &str, digit: fn(&u8) -> bool| {
        let digits = text.strip_prefix(prefix).unwrap_or_default().as_bytes();
        !digits.is_empty() && digits.iter().all(digit)
    };
    if radix("0x", u8::is_ascii_hexdigit) || radix("0o", |byte| matches!(byte, b'0'..=b'7')) {
        return true;
    }
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN") {
        return true;
    }
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let exponent = exponent.map(|text| text.strip_prefix(['-', '+']).unwrap_or(text));
    digits(whole)
        && digits(part)
        && !(whole.is_empty() && part.is_empty())
        && exponent.is_none_or(|text| !text.is_empty() && digits(text))
}

#[cfg(test)]
mod tests;
