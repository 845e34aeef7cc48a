//! Tree to parts: block maps and lists.
//!
//! The tree says where values stand; everything else is read from the text, and where it is not
//! what it must be, nothing is cut.

use super::flow;
use super::lines::{indent_of, is_gap, line_end, line_start};
use super::outline::{Entry, Group, Outline, Shape, Style, Value};
use crate::load::yaml::{self, Node};
use std::borrow::Cow;
use std::ops::Range;

/// Cuts a text that the tree was read from; none where it is written in an unusual way.
pub(super) fn outline<'a>(text: &'a str, node: &'a Node<'a>) -> Option<Outline<'a>> {
    let range = node.span.range();
    if !is_block(text, node) {
        let value = inline(text, node, range.clone())?;
        value.group()?;
        return Some(Outline {
            head: text.get(..range.start)?,
            value,
            tail: text.get(range.end..)?,
        });
    }
    let first = line_start(text, range.start);
    let head = head_end(text.get(..first)?);
    let group = group(text, node, head..text.len(), false)?;
    Some(Outline {
        head: &text[..head],
        value: nested(text, node, head..text.len(), group),
        tail: "",
    })
}

/// Where the head of a file ends: after the mark of a document, or the last blank line.
fn head_end(before: &str) -> usize {
    let mut end = 0;
    let mut at = 0;
    for line in before.split_inclusive('\n') {
        at += line.len();
        let comment = line.trim_start().starts_with('#');
        if !comment {
            end = at;
        }
    }
    end
}

/// Whether a value is a map or list without brackets.
///
/// Such a one begins with its first key or dash; a list that is indented no further than its key
/// is said to begin with its first item. What an alias stands for begins elsewhere.
fn is_block(text: &str, node: &Node<'_>) -> bool {
    let start = node.span.start;
    match &node.value {
        yaml::Value::Scalar(_) => false,
        yaml::Value::Map(entries) => entries.first().is_some_and(|one| one.span.start == start),
        yaml::Value::List(items) => {
            let written = text.get(node.span.range()).unwrap_or_default();
            let dash = written.starts_with("- ") || written.starts_with("-\n");
            dash || items.first().is_some_and(|one| one.span.start == start)
        }
    }
}

fn nested<'a>(text: &'a str, node: &'a Node<'a>, at: Range<usize>, group: Group<'a>) -> Value<'a> {
    Value {
        text: &text[at],
        nested: true,
        shape: match node.value {
            yaml::Value::List(_) => Shape::List(group),
            _ => Shape::Map(group),
        },
        node,
    }
}

/// A value within lines: a scalar, an alias, or something in brackets.
fn inline<'a>(text: &'a str, node: &'a Node<'a>, at: Range<usize>) -> Option<Value<'a>> {
    Some(Value {
        text: text.get(at)?,
        nested: false,
        shape: flow::shape(text, node),
        node,
    })
}

/// The start and the value of an entry, and where its last value ends.
struct Place<'a> {
    key: Cow<'a, str>,
    start: usize,
    /// After the colon or dash.
    rest: usize,
    node: &'a Node<'a>,
    /// After the last line of its content.
    end: usize,
}

/// Cuts the lines of a block map or list.
fn group<'a>(
    text: &'a str,
    node: &'a Node<'a>,
    region: Range<usize>,
    compact: bool,
) -> Option<Group<'a>> {
    let places = match &node.value {
        yaml::Value::Map(entries) => keyed(text, entries)?,
        yaml::Value::List(items) => dashed(text, items, region.start)?,
        yaml::Value::Scalar(_) => return None,
    };
    let first = places.first()?.start;
    let indent = text.get(line_start(text, first)..first)?;
    if !indent.is_ascii() || (!compact && !indent.bytes().all(|byte| byte == b' ')) {
        return None;
    }
    let indent = indent.len();
    let mut entries = Vec::with_capacity(places.len());
    let mut start = region.start;
    for (nth, place) in places.iter().enumerate() {
        let line = line_start(text, place.start);
        let inside = compact && nth == 0;
        if !inside && (place.start - line != indent || indent_of(&text[line..]) != indent) {
            return None;
        }
        let lead = if inside { "" } else { text.get(start..line)? };
        let next = places.get(nth + 1);
        let until = next.map_or(region.end, |next| line_start(text, next.start));
        let end = own_end(text, place.end, until, indent)?;
        entries.push(entry(text, place, lead, end)?);
        start = end;
    }
    let marks = |gap: &str| {
        let mut lines = gap.lines();
        lines.all(|line| is_gap(line) || matches!(line.trim_end(), "---" | "..."))
    };
    let tail = text.get(start..region.end)?;
    let whole = entries.iter().all(|entry: &Entry<'_>| is_gap(entry.lead));
    (whole && marks(tail)).then_some(Group {
        style: Style::Block { indent, compact },
        entries,
        tail,
    })
}

/// Where the entries of a map begin.
fn keyed<'a>(text: &'a str, entries: &'a [yaml::Entry<'a>]) -> Option<Vec<Place<'a>>> {
    let place = |entry: &'a yaml::Entry<'a>| {
        let key = entry.span.range();
        let after = text.get(key.end..)?;
        let spaces = after.len() - after.trim_start_matches(' ').len();
        after[spaces..].starts_with(':').then_some(())?;
        let last = entry.value.span.range().end.max(key.end);
        Some(Place {
            key: Cow::Borrowed(&*entry.key),
            start: key.start,
            rest: key.end + spaces + 1,
            node: &entry.value,
            end: line_end(text, last),
        })
    };
    entries.iter().map(place).collect()
}

/// Where the items of a list begin, with their dashes.
fn dashed<'a>(text: &'a str, items: &'a [Node<'a>], first: usize) -> Option<Vec<Place<'a>>> {
    let mut from = first;
    let mut places = Vec::with_capacity(items.len());
    for node in items {
        let gap = text.get(from..)?;
        let lines = gap.split_inclusive('\n');
        let skipped: usize = lines.take_while(|line| is_gap(line)).map(str::len).sum();
        let start = from + skipped + indent_of(&gap[skipped..]);
        let after = text.get(start..)?.strip_prefix('-')?;
        // A dash that is part of a word or a mark is none.
        after.starts_with([' ', '\n', '\r']).then_some(())?;
        (node.span.range().start > start).then_some(())?;
        from = line_end(text, node.span.range().end);
        places.push(Place {
            key: Cow::Borrowed(""),
            start,
            rest: start + 1,
            node,
            end: from,
        });
    }
    Some(places)
}

/// Where an entry ends: it takes in the comments right below that stand deeper than it.
fn own_end(text: &str, from: usize, until: usize, indent: usize) -> Option<usize> {
    let mut end = from;
    for line in text.get(from..until)?.split_inclusive('\n') {
        if !line.trim_start().starts_with('#') || indent_of(line) <= indent {
            break;
        }
        end += line.len();
    }
    Some(end)
}

/// Cuts one entry, whose lines end at `end`.
fn entry<'a>(text: &'a str, place: &Place<'a>, lead: &'a str, end: usize) -> Option<Entry<'a>> {
    let node = place.node;
    let span = node.span.range();
    let at = after_properties(text, place.rest)?;
    let first = text[at..].chars().next();
    let has_none = node.is_null() && text.get(span.clone()) != Some("~");
    let has_none = has_none && !matches!(text.get(span.clone()), Some("null" | "Null" | "NULL"));
    let (value, from) = if has_none {
        (inline(text, node, place.rest..place.rest)?, place.rest)
    } else if matches!(first, Some('|' | '>')) {
        (inline(text, node, at..span.end)?, at)
    } else if matches!(first, None | Some('\n' | '\r' | '#')) {
        let below = line_end(text, at);
        if is_block(text, node) {
            let group = group(text, node, below..end, false)?;
            (nested(text, node, below..end, group), below)
        } else {
            let gap = text.get(at..span.start)?;
            gap.trim().is_empty().then_some(())?;
            (inline(text, node, span.clone())?, span.start)
        }
    } else if is_block(text, node) {
        let group = group(text, node, at..end, true)?;
        (nested(text, node, at..end, group), at)
    } else {
        (span.start == at).then_some(())?;
        (inline(text, node, span.clone())?, at)
    };
    let last = from + value.text.len();
    let tail = text.get(last..end)?;
    let rest = tail.split('\n').next()?;
    let clean = rest.trim().is_empty() || rest.starts_with([' ', '\t']) && is_gap(rest);
    (clean && is_gap(tail)).then_some(Entry {
        key: place.key.clone(),
        lead,
        head: text.get(place.start..from)?,
        value,
        tail,
        body: text.get(place.start..end)?,
    })
}

/// The place of a value's first character, past its anchor and its tag.
fn after_properties(text: &str, mut at: usize) -> Option<usize> {
    loop {
        let rest = text.get(at..)?;
        let spaces = rest.len() - rest.trim_start_matches(' ').len();
        let word = &rest[spaces..];
        at += spaces;
        if !word.starts_with(['&', '!']) {
            return Some(at);
        }
        at += word.find([' ', '\n', '\r']).unwrap_or(word.len());
    }
}
