//! Maps: each key is asked for once, and what nobody asked for is unknown.

use super::Read;
use crate::diagnostic::code::form;
use crate::diagnostic::{Diagnostic, brief};
use crate::load::evidence;
use crate::load::nearest::nearest;
use crate::load::yaml::{Entry, Node, Value};
use crate::model::evidence::Evidence;
use crate::model::id::Id;
use crate::span::Span;
use indexmap::IndexMap;
use std::collections::HashSet;

/// A map that is being read.
pub(crate) struct Map<'m, 'a, 'n> {
    read: &'m mut Read<'a>,
    entries: &'n [Entry<'n>],
    /// The whole map.
    pub(crate) span: Span,
    /// What the map is, with its article, for messages.
    what: &'static str,
    /// The keys that were asked for, in order; some of them twice.
    asked: Vec<&'static str>,
    /// Which of the first entries were asked for, a bit for each.
    met: u64,
    /// How much loose evidence there was before this map.
    loose: usize,
}

/// The keys that every map has.
const COMMON: [&str; 3] = ["note", "source", "claims"];

impl<'a> Read<'a> {
    /// Begins to read a map; `what` it is stands in messages, with its article.
    pub(crate) fn map<'m, 'n>(
        &'m mut self,
        node: &'n Node<'n>,
        what: &'static str,
    ) -> Option<Map<'m, 'a, 'n>> {
        let Value::Map(entries) = &node.value else {
            self.wrong_type(node, "a map");
            return None;
        };
        Some(Map {
            loose: self.loose.len(),
            asked: std::mem::take(&mut self.spare),
            read: self,
            entries,
            span: node.span,
            what,
            met: 0,
        })
    }

    /// Reads a map from ids to maps; one that is none is reported, and read as empty, so that
    /// its id is known.
    pub(crate) fn by_id<'n, T>(
        &mut self,
        node: &'n Node<'n>,
        value: impl Fn(&mut Self, &Node<'_>, Span) -> Option<T>,
    ) -> Option<IndexMap<Id, T>> {
        let entries = self.entries(node)?;
        let mut map = IndexMap::with_capacity(entries.len());
        for entry in entries {
            self.key = "";
            let id = self.key_id(entry);
            let value = if matches!(entry.value.value, Value::Map(_)) {
                value(self, &entry.value, entry.span)
            } else {
                self.not_a_map(entry);
                let empty = Node {
                    span: entry.span,
                    value: Value::Map(Vec::new()),
                };
                value(self, &empty, entry.span)
            };
            if let (Some(id), Some(value)) = (id, value) {
                map.insert(id, value);
            }
        }
        Some(map)
    }

    fn not_a_map(&mut self, entry: &Entry<'_>) {
        if entry.value.is_null() {
            return self.empty(entry.value.span);
        }
        let (key, kind) = (brief(&entry.key), entry.value.kind());
        let message = format!("`{key}` takes a map, and this is {kind}");
        let fault = Diagnostic::new(form::WRONG_TYPE, entry.value.span, message, kind);
        self.report(fault.help(format!("write `{key}: {{title: …}}`")));
    }

    /// The entries of a map whose keys are the author's own, such as languages.
    pub(crate) fn entries<'n>(&mut self, node: &'n Node<'n>) -> Option<&'n [Entry<'n>]> {
        let Value::Map(entries) = &node.value else {
            self.wrong_type(node, "a map");
            return None;
        };
        Some(entries)
    }
}

impl<'a, 'n> Map<'_, 'a, 'n> {
    /// Reads the value of a key, if the key is there.
    pub(crate) fn optional<T>(
        &mut self,
        key: &'static str,
        value: impl FnOnce(&mut Read<'a>, &'n Node<'n>) -> Option<T>,
    ) -> Option<T> {
        let node = &self.entry(key)?.value;
        self.read.key = key;
        if node.is_null() {
            self.read.empty(node.span);
            return None;
        }
        value(self.read, node)
    }

    /// Reads the value of a key that must be there.
    pub(crate) fn required<T>(
        &mut self,
        key: &'static str,
        value: impl FnOnce(&mut Read<'a>, &'n Node<'n>) -> Option<T>,
    ) -> Option<T> {
        if self.entry(key).is_none() {
            let message = format!("{} needs the key `{key}`", self.what);
            let label = format!("without `{key}`");
            let fault = Diagnostic::new(form::MISSING_KEY, self.span, message, label);
            self.read
                .report(fault.help(format!("add `{key}:` and its value")));
        }
        self.optional(key, value)
    }

    /// The entry of a key, which is a known one from now on.
    pub(crate) fn entry(&mut self, key: &'static str) -> Option<&'n Entry<'n>> {
        self.asked.push(key);
        let at = self.entries.iter().position(|entry| entry.key == key)?;
        self.met |= 1_u64
            .checked_shl(u32::try_from(at).unwrap_or(u32::MAX))
            .unwrap_or(0);
        Some(&self.entries[at])
    }

    /// Reports two keys that exclude each other, if both are there.
    pub(crate) fn either(&mut self, one: &'static str, other: &'static str, help: &str) -> bool {
        let (Some(first), Some(second)) = (self.entry(one), self.entry(other)) else {
            return false;
        };
        let message = format!("`{one}` and `{other}` stand in one map");
        let fault = Diagnostic::new(form::CONFLICTING_KEYS, first.span, message, "either this");
        self.read
            .report(fault.related(second.span, "or this").help(help));
        true
    }

    /// The reader, for what is no key.
    pub(crate) fn reader(&mut self) -> &mut Read<'a> {
        self.read
    }

    /// Reads what every map may carry, and reports every key that is not known.
    pub(crate) fn finish(mut self) -> Evidence {
        self.rest()
    }

    /// Finishes a map that has no place for evidence, which goes to the map around it.
    pub(crate) fn finish_within(mut self) {
        let evidence = self.rest();
        self.read.loose.push(evidence);
    }

    fn rest(&mut self) -> Evidence {
        let note = self.optional("note", Read::text);
        let citations = self.optional("source", evidence::citations);
        let claims = self.optional("claims", evidence::claims);
        let mut evidence = Evidence {
            note,
            citations: citations.unwrap_or_default(),
            claims: claims.unwrap_or_default(),
        };
        self.check_claims(&evidence);
        self.report_unknown_keys();
        if self.read.loose.len() > self.loose {
            for inner in self.read.loose.split_off(self.loose) {
                evidence::join(&mut evidence, inner);
            }
        }
        // The next map need not find memory of its own.
        self.asked.clear();
        self.read.spare = std::mem::take(&mut self.asked);
        evidence
    }

    fn check_claims(&mut self, evidence: &Evidence) {
        let keys = self.asked.iter().filter(|key| !COMMON.contains(key));
        for claim in &evidence.claims {
            let of = &claim.of;
            if !keys.clone().any(|key| **key == *of.value) {
                let message = format!(
                    "{} has no key `{}` to make a claim about",
                    self.what,
                    brief(&of.value)
                );
                let near = nearest(&of.value, keys.clone().copied());
                let fault = Diagnostic::new(form::UNKNOWN_CLAIM, of.span, message, "no such key");
                self.read.report(fault.did_you_mean(near));
            }
        }
    }

    fn report_unknown_keys(&mut self) {
        if self.met.count_ones() as usize == self.entries.len() {
            return;
        }
        let mut told = HashSet::new();
        self.asked.retain(|key| told.insert(*key));
        let known = |key: &str| self.asked.contains(&key);
        for entry in self.entries.iter().filter(|entry| !known(&entry.key)) {
            let message = format!("{} has no key `{}`", self.what, brief(&entry.key));
            let near = nearest(&entry.key, self.asked.iter().copied());
            let mut fault =
                Diagnostic::new(form::UNKNOWN_KEY, entry.span, message, "not a key of it");
            fault = fault.did_you_mean(near);
            if near.is_none() {
                fault = fault.help(format!("the keys are {}", words(&self.asked)));
            }
            self.read.report(fault);
        }
    }
}

/// A list of words as a message shows it.
pub(super) fn words(words: &[&str]) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    quoted.join(", ")
}
