//! A second opinion: whether a text says after formatting what it said before.

use crate::edit::Parsed;
use crate::facts::{self, Fact};
use crate::load::yaml::{Marks, Node, Scalar, Value, marks};
use crate::span::Files;

/// Whether `after` has the values, the comments and the facts of the text before.
pub(super) fn holds(parsed: &Parsed<'_>, before: &Marks, text: &str, after: &str) -> bool {
    let Ok(new) = Parsed::of(after) else {
        return false;
    };
    same(parsed.node(), new.node()) && marks(after) == *before && facts_of(text) == facts_of(after)
}

/// Whether two values say the same; keys may come in another order.
fn same(one: &Node<'_>, other: &Node<'_>) -> bool {
    match (&one.value, &other.value) {
        (Value::Scalar(a), Value::Scalar(b)) => {
            // What is read as nothing or as a truth value is read so by its lack of quotes.
            let apart = |one: &Scalar<'_>| one.is_null() || one.is_truth();
            a.text == b.text && (a.plain == b.plain || !(apart(a) || apart(b)))
        }
        (Value::List(a), Value::List(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(one, other)| same(one, other))
        }
        (Value::Map(a), Value::Map(b)) => {
            let find = |key: &str| b.iter().find(|entry| entry.key == key);
            let mut keys = a.iter().map(|entry| (entry, find(&entry.key)));
            a.len() == b.len()
                && keys
                    .all(|(one, other)| other.is_some_and(|other| same(&one.value, &other.value)))
        }
        _ => false,
    }
}

/// What a text states, each fact with its value; none where it does not load.
fn facts_of(text: &str) -> Option<Vec<(String, String)>> {
    let mut files = Files::default();
    let facts = facts::of_file("file.yaml", text.as_bytes().to_vec(), &mut files)?;
    let said = |fact: &Fact| (fact.key(), format!("{:?}", fact.value));
    Some(facts.iter().map(said).collect())
}
