//! Tree to parts: what stands in brackets.

use super::outline::{Entry, Group, Shape, Style, Value};
use crate::load::yaml::{self, Node};
use std::borrow::Cow;
use std::ops::Range;

/// What an inline value is made of; what is not written plainly is not taken apart.
pub(super) fn shape<'a>(text: &'a str, node: &'a Node<'a>) -> Shape<'a> {
    let written = text.get(node.span.range()).unwrap_or_default();
    let group = match &node.value {
        yaml::Value::Map(entries) if written.starts_with('{') => {
            let places = entries.iter().map(|entry| keyed(text, entry));
            let places: Option<Vec<_>> = places.collect();
            places.and_then(|places| group(text, node.span.range(), &places, '}'))
        }
        yaml::Value::List(items) if written.starts_with('[') => {
            let places: Vec<_> = items.iter().map(item).collect();
            group(text, node.span.range(), &places, ']')
        }
        _ => None,
    };
    match (group, &node.value) {
        (Some(group), yaml::Value::List(_)) => Shape::List(group),
        (Some(group), _) => Shape::Map(group),
        (None, _) => Shape::Single,
    }
}

/// An entry: where it stands, and its value.
struct Place<'a> {
    key: Cow<'a, str>,
    range: Range<usize>,
    node: &'a Node<'a>,
}

fn keyed<'a>(text: &'a str, entry: &'a yaml::Entry<'a>) -> Option<Place<'a>> {
    let (key, value) = (entry.span.range(), entry.value.span.range());
    let between = text.get(key.end..value.start)?;
    (between.trim() == ":").then(|| Place {
        key: Cow::Borrowed(&*entry.key),
        range: key.start..value.end,
        node: &entry.value,
    })
}

fn item<'a>(node: &'a Node<'a>) -> Place<'a> {
    Place {
        key: Cow::Borrowed(""),
        range: node.span.range(),
        node,
    }
}

/// Cuts what stands between two brackets, where only commas and spaces stand between entries.
fn group<'a>(
    text: &'a str,
    whole: Range<usize>,
    places: &[Place<'a>],
    bracket: char,
) -> Option<Group<'a>> {
    let mut entries = Vec::with_capacity(places.len());
    let mut last = whole.start + 1;
    for place in places {
        let before = text.get(last..place.range.start)?;
        let expected = if entries.is_empty() { "" } else { "," };
        let written = text.get(place.range.clone())?;
        let value = place.node.span.range();
        // The item of a list that is a pair, or has an anchor, begins elsewhere than it says.
        let plain = matches!(place.node.value, yaml::Value::Scalar(_))
            || text[value.clone()].starts_with(['{', '[', '*']);
        if before.trim() != expected || written.is_empty() || !plain {
            return None;
        }
        entries.push(Entry {
            key: place.key.clone(),
            lead: if entries.is_empty() { "" } else { before },
            head: text.get(place.range.start..value.start)?,
            value: Value {
                text: text.get(value)?,
                nested: false,
                shape: shape(text, place.node),
                node: place.node,
            },
            tail: "",
            body: written,
        });
        last = place.range.end;
    }
    let first = places.first().map_or(last, |place| place.range.start);
    let close = text.get(last..whole.end)?;
    let end = close.strip_suffix(bracket)?.trim();
    (end.is_empty() || (end == "," && !places.is_empty())).then_some(())?;
    Some(Group {
        style: Style::Flow {
            open: text.get(whole.start..first)?,
            close,
        },
        entries,
        tail: "",
    })
}
