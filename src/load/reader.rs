//! From the tree to values: every fault is reported, and makes a value absent.

mod map;
mod single;
mod texts;

use super::limits;
use super::yaml::{Node, Value, too_many};
use crate::diagnostic::code::form;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::evidence::Evidence;
use crate::model::id::Id;
use crate::model::text::{Lang, Maker};
use crate::span::{Located, Span};
use std::cmp::Ordering;

pub(crate) use map::Map;
pub(crate) use single::slug;

/// Reads the values of one file.
pub(crate) struct Read<'a> {
    /// The file's text.
    text: &'a str,
    /// The language of texts that are plain strings.
    language: Lang,
    /// Whether an id may be given by another word for it, which the taxonomy knows.
    aliases: Aliases,
    /// The key whose value is being read, for messages.
    key: &'static str,
    /// What maps rest on that have no place for it: it goes to the map around them.
    loose: Vec<Evidence>,
    /// The languages met so far, by their tags as written.
    langs: Vec<(Box<str>, Lang)>,
    /// Makes the texts of the file.
    texts: Maker,
    /// Ids met lately, each where its letters put it.
    ids: Vec<Option<Id>>,
    /// Room for the keys that a map is asked for.
    spare: Vec<&'static str>,
    /// How many faults were reported.
    faults: usize,
    found: &'a mut Vec<Diagnostic>,
}

/// For which lists the taxonomy knows other words.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Aliases {
    /// For sectors.
    pub(crate) sectors: bool,
    /// For topics.
    pub(crate) topics: bool,
}

impl<'a> Read<'a> {
    /// Begins to read a file, whose plain strings are in `language`.
    pub(crate) fn new(
        text: &'a str,
        language: Lang,
        aliases: Aliases,
        found: &'a mut Vec<Diagnostic>,
    ) -> Self {
        Self {
            text,
            language,
            aliases,
            key: "",
            loose: Vec::new(),
            langs: Vec::new(),
            texts: Maker::default(),
            ids: vec![None; single::RECENT],
            spare: Vec::new(),
            faults: 0,
            found,
        }
    }

    /// Changes the language of plain strings.
    pub(crate) fn set_language(&mut self, language: Lang) {
        self.language = language;
    }

    /// For which lists the taxonomy knows other words.
    pub(crate) fn aliases(&self) -> Aliases {
        self.aliases
    }

    /// Reports a fault; past the limit of a file, that there are too many.
    pub(crate) fn report(&mut self, fault: Diagnostic) {
        self.faults += 1;
        match self.faults.cmp(&limits::FAULTS) {
            Ordering::Less => self.found.push(fault),
            Ordering::Equal => {
                let span = fault.label.span;
                self.found.extend([fault, too_many(span)]);
            }
            Ordering::Greater => {}
        }
    }

    /// Whether nothing was reported, and no evidence waits for the map around it.
    pub(crate) fn is_faultless(&self) -> bool {
        self.faults == 0 && self.loose.is_empty()
    }

    /// Reports a fault that needs no help.
    pub(crate) fn fault(
        &mut self,
        code: Code,
        span: Span,
        message: impl Into<String>,
        label: impl Into<String>,
    ) {
        self.report(Diagnostic::new(code, span, message, label));
    }

    /// Reports that a value is not of the type that its key takes.
    pub(crate) fn wrong_type(&mut self, node: &Node<'_>, expected: &str) {
        if node.is_null() {
            return self.empty(node.span);
        }
        let kind = node.kind();
        let message = match self.key {
            "" => format!("this is {kind}, and {expected} is expected"),
            key => format!("`{key}` takes {expected}, and this is {kind}"),
        };
        let mut fault = Diagnostic::new(form::WRONG_TYPE, node.span, message, kind);
        if let Value::Scalar(scalar) = &node.value
            && (scalar.is_number() || scalar.is_truth())
            && expected.starts_with("a text")
        {
            fault = fault.help("put it in quotation marks if it is meant as a text");
        }
        if expected == "a map" {
            fault = fault.help("write it as `{key: value}`, or each key on a line of its own");
        }
        if expected.starts_with("a list") && matches!(node.value, Value::Scalar(_) | Value::Map(_))
        {
            fault = fault.help("put the item behind `- `, or in brackets");
        }
        self.report(fault);
    }

    /// Reports a key or an item with nothing behind it.
    pub(crate) fn empty(&mut self, span: Span) {
        let alias = |one: &Diagnostic| one.code == form::UNKNOWN_ANCHOR && one.label.span == span;
        if self.found.iter().any(alias) {
            return;
        }
        let message = match self.key {
            "" => "there is no value here".to_owned(),
            key => format!("`{key}` has no value"),
        };
        self.report(
            Diagnostic::new(form::EMPTY_VALUE, span, message, "nothing follows").help(
                "leave the key out where the value is unknown; a list known to be empty is `[]`",
            ),
        );
    }

    /// Reads a list, item by item; an item with a fault is left out.
    pub(crate) fn list<'n, T>(
        &mut self,
        node: &'n Node<'n>,
        mut item: impl FnMut(&mut Self, &'n Node<'n>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Value::List(items) = &node.value else {
            self.wrong_type(node, "a list");
            return None;
        };
        let key = self.key;
        let mut read = Vec::with_capacity(items.len());
        for node in items {
            self.key = key;
            if node.is_null() {
                self.empty(node.span);
            } else {
                read.extend(item(self, node));
            }
        }
        self.key = key;
        Some(read)
    }

    /// Reads a list, or one item that stands for a list of itself.
    pub(crate) fn one_or_list<'n, T>(
        &mut self,
        node: &'n Node<'n>,
        mut item: impl FnMut(&mut Self, &'n Node<'n>) -> Option<T>,
    ) -> Option<Vec<T>> {
        match &node.value {
            Value::List(_) => self.list(node, item),
            _ => item(self, node).map(|one| vec![one]),
        }
    }

    /// Reads a list that has an item at least, or one item that stands for a list of itself.
    pub(crate) fn some_or_one<'n, T>(
        &mut self,
        node: &'n Node<'n>,
        item: impl FnMut(&mut Self, &'n Node<'n>) -> Option<T>,
    ) -> Option<Vec<T>> {
        if matches!(&node.value, Value::List(items) if items.is_empty()) {
            self.empty(node.span);
            return None;
        }
        self.one_or_list(node, item)
    }

    /// Reads a value and keeps its place.
    pub(crate) fn located<'n, T>(
        &mut self,
        node: &'n Node<'n>,
        value: impl FnOnce(&mut Self, &'n Node<'n>) -> Option<T>,
    ) -> Option<Located<T>> {
        value(self, node).map(|value| Located::new(value, node.span))
    }

    /// The text of a place, as its author wrote it.
    pub(crate) fn source(&self, span: Span) -> &'a str {
        self.text.get(span.range()).unwrap_or_default()
    }
}
