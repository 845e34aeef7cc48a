//! Facts as lines that a line diff can compare.

use super::value::quoted;
use super::{Fact, Value};
use crate::model::evidence::Citation;

/// Writes one fact a line: its key and its value; that an item is named, with the sources cited
/// for it alone.
///
/// Lines of the file are left out, so that a fact which only moved is the same line.
pub fn lines(facts: &[Fact]) -> String {
    let mut text = String::new();
    let mut named = None;
    for fact in facts {
        let item = (fact.subject, &fact.item);
        if fact.value == Value::Named && fact.field.is_empty() {
            named = Some(item);
        }
        // They stand on the line that names the item.
        if named == Some(item) && fact.field.starts_with("source ") {
            continue;
        }
        text.push_str(&fact.key());
        text.push_str(" | ");
        text.push_str(&fact.value.to_string());
        if fact.cited && fact.value == Value::Named && fact.field.is_empty() {
            let sources: Vec<String> = fact.sources.iter().map(source).collect();
            text.push_str(" | ");
            text.push_str(&sources.join("; "));
        }
        text.push('\n');
    }
    text
}

/// A citation in short: `alkhaleej, line 25`, with the words quoted where they are given.
fn source(citation: &Citation) -> String {
    let mut text = citation.source.value.to_string();
    if let Some(at) = &citation.at {
        let at: Vec<&str> = at.split_whitespace().collect();
        text.push_str(", ");
        text.push_str(&at.join(" "));
    }
    if let Some(quote) = &citation.quote {
        text.push_str(": ");
        text.push_str(&quoted(quote));
    }
    text
}
