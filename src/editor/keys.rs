//! The key that stands at a place.

use crate::load::yaml::{self, Node};
use crate::schema::{Key, Kind, Shape, Value};
use crate::span::{FileId, Files, Span};

/// The key at a byte of a file, and where it stands.
pub(super) fn key_at(files: &Files, file: FileId, at: usize) -> Option<(&'static Key, Span)> {
    let name = files.name(file).rsplit('/').next()?;
    let shape = Kind::of_name(name)?.shape()?;
    let node = yaml::parse(files.text(file), file, &mut Vec::new())?;
    within(&node, &Value::Map(shape), at)
}

fn within(node: &Node<'_>, takes: &Value, at: usize) -> Option<(&'static Key, Span)> {
    match &node.value {
        yaml::Value::Scalar(_) => None,
        yaml::Value::List(items) => {
            let takes = takes.item()?;
            items.iter().find_map(|item| within(item, takes, at))
        }
        yaml::Value::Map(entries) => entries.iter().find_map(|entry| {
            if let Value::ById(_, shape) = takes {
                return within(&entry.value, &Value::Map(shape), at);
            }
            let shape: &'static Shape = takes.shape()?;
            let key = shape.key(&entry.key)?;
            let range = entry.span.range();
            if (range.start..=range.end).contains(&at) {
                return Some((key, entry.span));
            }
            within(&entry.value, &key.value, at)
        }),
    }
}
