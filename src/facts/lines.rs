//! Facts as lines that a line diff can compare.

use super::{Fact, Value};
use crate::tables::{HashMap, HashSet};

/// Writes one fact a line: its key and its value; that an item is named, with the sources cited
/// for it alone.
///
/// Lines of the file are left out, so that a fact which only moved is the same line.
pub fn lines(facts: &[Fact]) -> String {
    let beside = sources_beside(facts);
    let mut text = String::new();
    let mut named = HashSet::default();
    for (fact, sources) in facts.iter().zip(beside) {
        if is_named(fact) {
            named.insert(item(fact));
        }
        // They stand on the line that names the item.
        if fact.field == SOURCE && named.contains(&item(fact)) {
            continue;
        }
        text.push_str(&fact.key());
        for value in [Some(&fact.value), sources].into_iter().flatten() {
            text.push_str(" | ");
            text.push_str(&value.to_string());
        }
        text.push('\n');
    }
    text
}

/// The field that says on what sources an item rests.
const SOURCE: &str = "source";

/// For each fact that names an item, the sources that the facts after it give for it.
fn sources_beside(facts: &[Fact]) -> Vec<Option<&Value>> {
    let mut next: HashMap<_, &Value> = HashMap::default();
    let mut beside: Vec<_> = facts
        .iter()
        .rev()
        .map(|fact| {
            if fact.field == SOURCE {
                next.insert(item(fact), &fact.value);
            }
            let known = is_named(fact).then(|| next.get(&item(fact)));
            known.flatten().copied()
        })
        .collect();
    beside.reverse();
    beside
}

fn item(fact: &Fact) -> (&'static str, &str) {
    (fact.subject, &fact.item)
}

fn is_named(fact: &Fact) -> bool {
    fact.field.is_empty() && fact.value == Value::Named
}
