//! What an item of a list is known by.

use crate::load::yaml::{Node, Value};
use std::borrow::Cow;

/// The lists whose items may be an id alone.
const SHORT: [&str; 6] = [
    "sectors",
    "topics",
    "programmes",
    "bodies",
    "agreements",
    "source",
];

/// Keys that exclude each other in one map.
pub(super) const ALTERNATIVES: [(&str, &str); 4] = [
    ("act", "acts"),
    ("date", "acts"),
    ("until", "acts"),
    ("status", "acts"),
];

/// What the items of one list are known by.
pub(super) struct Identity {
    /// Keys, from those that tell the most to those that tell the least.
    pub(super) levels: &'static [&'static [&'static str]],
    /// How many of these tell that what both sides added is one.
    pub(super) shared: usize,
}

/// The identity of the items of a list, by its key.
pub(super) fn of(list: &str) -> Identity {
    let (levels, shared): (&'static [&'static [&'static str]], _) = match list {
        "heads" => (
            &[
                &["party", "role", "portfolio", "person"],
                &["party", "role", "portfolio"],
                &["party", "person"],
                &["party", "role"],
                &["party"],
            ],
            3,
        ),
        "acts" => (&[&["act", "date"], &["act"]], 1),
        "events" => (
            &[
                &["date", "about", "act", "note"],
                &["date", "about", "act"],
                &["about", "act"],
                &["date", "note"],
                &["note"],
                &["date"],
                &["about"],
            ],
            2,
        ),
        "documents" => (
            &[
                &["kind", "title", "url"],
                &["kind", "url"],
                &["kind", "title"],
                &["kind"],
            ],
            3,
        ),
        "claims" => (&[&["of", "source", "value"], &["of", "source"], &["of"]], 2),
        "source" => (&[&["id", "at"], &["id"]], 1),
        "indicators" => (&[&["id", "period", "unit"], &["id", "period"], &["id"]], 2),
        _ => (&[&["id"]], 1),
    };
    Identity { levels, shared }
}

/// Whether an id may stand for a map with this one key.
pub(super) fn is_short(list: &str) -> bool {
    SHORT.contains(&list)
}

/// The values of some keys of an item, in one text; none where one of them is missing.
///
/// Of the keys that tell the most any may be missing, and an item that has none of them is known
/// by all that it says.
pub(super) fn key(list: &str, node: &Node<'_>, keys: &[&str], strict: bool) -> Option<String> {
    let mut out = String::new();
    let mut any = false;
    for key in keys {
        let value = field(list, node, key);
        if value.is_none() && strict {
            return None;
        }
        any |= value.is_some();
        out.push_str(&value.unwrap_or_default());
        out.push('\u{1f}');
    }
    match any {
        true => Some(out),
        false if strict => None,
        false => Some(said(node)),
    }
}

fn field(list: &str, node: &Node<'_>, key: &str) -> Option<String> {
    match &node.value {
        Value::Map(entries) => {
            let entry = entries.iter().find(|entry| entry.key == key);
            match entry {
                Some(entry) if key == "id" => Some(slug(&said(&entry.value)).into_owned()),
                Some(entry) => Some(said(&entry.value)),
                None if key == "role" => Some("head".to_owned()),
                None => None,
            }
        }
        Value::Scalar(_) if key == "id" && is_short(list) => Some(slug(&said(node)).into_owned()),
        Value::Scalar(_) | Value::List(_) => None,
    }
}

/// An alias with its spaces written as in an id.
fn slug(text: &str) -> Cow<'_, str> {
    if text.contains(' ') {
        Cow::Owned(text.replace(' ', "-"))
    } else {
        Cow::Borrowed(text)
    }
}

/// What a value says, in one text: the same for values that say the same.
pub(super) fn said(node: &Node<'_>) -> String {
    match &node.value {
        Value::Scalar(_) if node.is_null() => "\u{0}".to_owned(),
        Value::Scalar(scalar) => scalar.text.to_string(),
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(said).collect();
            format!("[{}]", items.join("\u{1e}"))
        }
        Value::Map(entries) => {
            let entries = entries.iter();
            let entries = entries.map(|entry| format!("{}\u{1d}{}", entry.key, said(&entry.value)));
            let mut entries: Vec<String> = entries.collect();
            entries.sort();
            format!("{{{}}}", entries.join("\u{1e}"))
        }
    }
}
