//! Keys of maps: texts, each once.

use super::{Entry, Node, Value};
use crate::diagnostic::code::form;
use crate::diagnostic::{Diagnostic, brief};
use crate::span::Span;
use std::borrow::Cow;
use std::collections::HashMap;

/// From how many keys on a map's keys are looked up by hash.
const MANY: usize = 16;

/// Where each key of a large map stands.
pub(super) type Places<'t> = HashMap<Cow<'t, str>, Span>;

/// A key that waits for its value.
pub(super) struct Key<'t> {
    /// The key.
    pub(super) text: Cow<'t, str>,
    /// Where it stands.
    pub(super) span: Span,
    /// Whether it was reported, and its value is to be passed over.
    pub(super) faulty: bool,
}

/// Makes a key of a node; one that is no text, or that stands in the map already, is reported.
pub(super) fn of<'t>(
    node: Node<'t>,
    entries: &[Entry<'t>],
    places: &mut Places<'t>,
    found: &mut Vec<Diagnostic>,
) -> Key<'t> {
    let span = node.span;
    let kind = node.kind();
    let text = match node.value {
        Value::Scalar(scalar) if !scalar.is_null() => scalar.text,
        _ => {
            let message = format!("a key is a text, and this is {kind}");
            let fault = Diagnostic::new(form::KEY_NOT_TEXT, span, message, "not a text");
            found.push(fault.help("write each key by itself, with a value of its own"));
            return Key {
                text: Cow::Borrowed(""),
                span,
                faulty: true,
            };
        }
    };
    let first = first_place(&text, entries, places);
    if let Some(first) = first {
        let message = format!("the key `{}` stands twice in one map", brief(&text));
        let fault = Diagnostic::new(form::DUPLICATE_KEY, span, message, "again here");
        found.push(
            fault
                .related(first, "first here")
                .help("keep one of the two"),
        );
    } else if entries.len() >= MANY {
        places.insert(text.clone(), span);
    }
    Key {
        text,
        span,
        faulty: first.is_some(),
    }
}

/// Where a key stands already.
fn first_place<'t>(text: &str, entries: &[Entry<'t>], places: &mut Places<'t>) -> Option<Span> {
    if entries.len() < MANY {
        let first = entries.iter().find(|entry| entry.key == text);
        return first.map(|entry| entry.span);
    }
    if places.is_empty() {
        places.extend(entries.iter().map(|entry| (entry.key.clone(), entry.span)));
    }
    places.get(text).copied()
}
