//! Putting facts together, each with its place and what it rests on.

use super::value::quoted;
use super::{Fact, Value};
use crate::model::date::Date;
use crate::model::evidence::{Citation, Evidence};
use crate::model::text::Text;
use crate::span::{Located, Span};
use std::collections::HashMap;

/// Facts being collected.
#[derive(Default)]
pub(super) struct Collector {
    facts: Vec<Fact>,
    /// The sources of the whole file.
    around: Vec<Citation>,
}

/// One item whose facts are being collected.
pub(super) struct Item<'c> {
    all: &'c mut Collector,
    subject: &'static str,
    name: String,
    /// What stands before the name of every field, such as `act signed`.
    within: String,
    span: Span,
    sources: Vec<Citation>,
    cited: bool,
}

impl Collector {
    /// Sets the sources that hold where an item cites none.
    pub(super) fn rest_on(&mut self, evidence: &Evidence) {
        self.around.clone_from(&evidence.citations);
    }

    /// Begins the facts of an item; `name` is empty where there is only one of the kind.
    pub(super) fn item(
        &mut self,
        subject: &'static str,
        name: impl Into<String>,
        span: Span,
        evidence: &Evidence,
    ) -> Item<'_> {
        let cited = !evidence.citations.is_empty();
        let sources = if cited {
            &evidence.citations
        } else {
            &self.around
        };
        Item {
            subject,
            name: name.into(),
            within: String::new(),
            span,
            sources: sources.clone(),
            cited,
            all: self,
        }
    }

    /// Says that a list is known to be empty, where it is.
    pub(super) fn none<T>(&mut self, lists: &'static str, list: Option<&Vec<T>>, span: Span) {
        if list.is_some_and(Vec::is_empty) {
            let evidence = Evidence::default();
            self.item(lists, "", span, &evidence)
                .put("", Value::None, None);
        }
    }

    /// The facts; of equal keys, the second and later are numbered.
    pub(super) fn finish(self) -> Vec<Fact> {
        let mut seen: HashMap<String, u32> = HashMap::new();
        let mut facts = self.facts;
        for fact in &mut facts {
            let count = seen.entry(fact.key()).or_insert(0);
            *count += 1;
            if *count > 1 {
                let number = format!("({count})");
                let space = if fact.field.is_empty() { "" } else { " " };
                fact.field = format!("{}{space}{number}", fact.field);
            }
        }
        facts
    }
}

impl Item<'_> {
    /// States a fact, at its own place or that of the item.
    pub(super) fn put(&mut self, field: &str, value: Value, place: Option<Span>) {
        self.all.facts.push(Fact {
            subject: self.subject,
            item: self.name.clone(),
            field: joined(&self.within, field),
            value,
            place: place.unwrap_or(self.span),
            sources: self.sources.clone(),
            cited: self.cited,
        });
    }

    /// States that the item is there.
    pub(super) fn named(&mut self) {
        self.put("", Value::Named, None);
    }

    /// States a date, where there is one.
    pub(super) fn date(&mut self, field: &str, date: Option<&Located<Date>>) {
        if let Some(date) = date {
            self.put(field, Value::Date(date.value.clone()), Some(date.span));
        }
    }

    /// States a text, where there is one.
    pub(super) fn text(&mut self, field: &str, text: Option<&Text>) {
        if let Some(text) = text {
            self.put(field, Value::text(text), None);
        }
    }

    /// States a text with a place, where there is one.
    pub(super) fn located_text(&mut self, field: &str, text: Option<&Located<Text>>) {
        if let Some(text) = text {
            self.put(field, Value::text(&text.value), Some(text.span));
        }
    }

    /// States a word, where there is one.
    pub(super) fn word<W: ToString>(&mut self, field: &str, word: Option<W>) {
        if let Some(word) = word {
            self.put(field, Value::Word(word.to_string()), None);
        }
    }

    /// States a word with a place, where there is one.
    pub(super) fn located<W: ToString>(&mut self, field: &str, word: Option<&Located<W>>) {
        if let Some(word) = word {
            self.put(field, Value::Word(word.value.to_string()), Some(word.span));
        }
    }

    /// States words in any order, where there are any.
    pub(super) fn words<W: std::fmt::Display>(&mut self, field: &str, words: &[Located<W>]) {
        if let Some(first) = words.first() {
            let values = words.iter().map(|word| &word.value);
            self.put(field, Value::words(values), Some(first.span));
        }
    }

    /// States the facts of a part, such as one act, whose names begin with `within`.
    pub(super) fn part(&mut self, within: &str, span: Span, evidence: &Evidence) -> Item<'_> {
        let cited = !evidence.citations.is_empty();
        let own = if cited {
            &evidence.citations
        } else {
            &self.sources
        };
        Item {
            subject: self.subject,
            name: self.name.clone(),
            within: joined(&self.within, within),
            span,
            sources: own.clone(),
            cited: cited || self.cited,
            all: self.all,
        }
    }

    /// States what is remarked, cited and claimed.
    pub(super) fn evidence(&mut self, evidence: &Evidence) {
        self.text("note", evidence.note.as_ref());
        if let Some(first) = evidence.citations.first() {
            let mut sources: Vec<String> = evidence.citations.iter().map(in_short).collect();
            sources.sort();
            let mut part = self.part("source", first.source.span, evidence);
            part.put("", Value::Sources(sources), None);
        }
        for claim in &evidence.claims {
            let by = claim.evidence.citations.first();
            let by = by.map(|citation| format!(" {}", citation.source.value));
            let field = format!("claim {}{}", claim.of.value, by.unwrap_or_default());
            let mut part = self.part(&field, claim.span, &claim.evidence);
            part.put("", Value::text(&claim.value), None);
            part.text("note", claim.evidence.note.as_ref());
        }
    }
}

/// A name of a field, after the name of the part that it belongs to.
fn joined(within: &str, field: &str) -> String {
    let parts = [within, field];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// A citation in short: `alkhaleej, line 25`, with the words quoted where they are given.
fn in_short(citation: &Citation) -> String {
    let mut text = citation.source.value.to_string();
    if let Some(at) = &citation.at {
        text.push_str(", ");
        text.push_str(at);
    }
    if let Some(quote) = &citation.quote {
        text.push_str(": ");
        text.push_str(&quoted(quote));
    }
    text
}
