//! Facts as lines that a line diff can compare.

use super::{Fact, Value};
use crate::tables::{HashMap, HashSet};

/// Writes one fact a line: its key and its value; that an item is named, with the sources cited
/// for it alone.
///
/// Lines of the file are left out, so that a fact which only moved is the same line.
pub fn lines(facts: &[Fact]) -> String {
    let named: HashSet<_> = facts.iter().filter(|one| is_named(one)).map(item).collect();
    let cited = facts.iter().filter(|one| one.field == SOURCE);
    let cited: HashMap<_, _> = cited.map(|one| (item(one), &one.value)).collect();
    let mut text = String::new();
    for fact in facts {
        // They stand on the line that names the item.
        if fact.field == SOURCE && named.contains(&item(fact)) {
            continue;
        }
        text.push_str(&fact.key());
        let sources = cited.get(&item(fact)).filter(|_| is_named(fact));
        for value in [Some(&&fact.value), sources].into_iter().flatten() {
            text.push_str(" | ");
            text.push_str(&value.to_string());
        }
        text.push('\n');
    }
    text
}

/// The field that says on what sources an item rests.
const SOURCE: &str = "source";

fn item(fact: &Fact) -> (&'static str, &str) {
    (fact.subject, &fact.item)
}

fn is_named(fact: &Fact) -> bool {
    fact.field.is_empty() && fact.value == Value::Named
}
