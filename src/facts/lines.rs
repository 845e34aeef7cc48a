//! Facts as lines that a line diff can compare.

use super::{Fact, Value};

/// Writes one fact a line: its key and its value; that an item is named, with the sources cited
/// for it alone.
///
/// Lines of the file are left out, so that a fact which only moved is the same line.
pub fn lines(facts: &[Fact]) -> String {
    let mut text = String::new();
    for (at, fact) in facts.iter().enumerate() {
        let named = |other: &Fact| {
            let same = (other.subject, &other.item) == (fact.subject, &fact.item);
            same && other.field.is_empty() && other.value == Value::Named
        };
        // They stand on the line that names the item.
        if fact.field == "source" && facts[..at].iter().rev().any(named) {
            continue;
        }
        text.push_str(&fact.key());
        text.push_str(" | ");
        text.push_str(&fact.value.to_string());
        let of_item = |other: &&Fact| {
            (other.subject, &other.item, other.field.as_str())
                == (fact.subject, &fact.item, "source")
        };
        if named(fact)
            && let Some(sources) = facts[at..].iter().find(of_item)
        {
            text.push_str(" | ");
            text.push_str(&sources.value.to_string());
        }
        text.push('\n');
    }
    text
}
