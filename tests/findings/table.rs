//! The table of rules is whole, and every rule finds something.

use super::record::{every, fictional, real};
use super::small;
use rapporteur::diagnostic::{Code, code};
use rapporteur::findings::rule::{LAST, Mirror, Rule, Scope, all};
use std::collections::BTreeSet;

#[test]
fn every_rule_occurs_with_its_arguments_and_places() {
    let mut seen = BTreeSet::new();
    let mut records = vec![real(), fictional()];
    records.extend(small::records());
    for record in &records {
        for finding in every(record) {
            let id = finding.rule.id();
            let given: Vec<&str> = finding.arguments.iter().map(|(name, _)| *name).collect();
            let mut sorted = given.clone();
            sorted.sort_unstable();
            assert_eq!(sorted, finding.rule.entry().arguments, "{id}");
            assert!(!finding.rests_on.is_empty(), "{id}");
            assert_eq!(finding.fingerprint.len(), 16, "{id}");
            assert_eq!(finding.priority, finding.rule.entry().priority, "{id}");
            seen.insert(id);
        }
    }
    let unseen: Vec<&str> = all()
        .map(Rule::id)
        .filter(|id| !seen.contains(id))
        .collect();
    assert!(unseen.is_empty(), "no record shows {unseen:?}");
}

#[test]
fn mirrors_point_at_each_other() {
    for rule in all() {
        match rule.entry().mirror {
            Mirror::Rule(id) => {
                let other = Rule::find(id).unwrap_or_else(|| panic!("no rule {id}"));
                assert_ne!(
                    rule, other,
                    "{id}: a rule that mirrors itself says `Itself`"
                );
                assert_eq!(other.entry().mirror, Mirror::Rule(rule.id()), "{id}");
            }
            Mirror::Itself => {}
            Mirror::None(reason) => assert!(reason.ends_with('.'), "{}", rule.id()),
        }
    }
}

#[test]
fn ids_are_words_of_their_own() {
    let codes: BTreeSet<&str> = code::all().map(Code::name).collect();
    let mut seen = BTreeSet::new();
    for rule in all() {
        let (id, entry) = (rule.id(), rule.entry());
        assert!(seen.insert(id), "`{id}` stands for two rules");
        assert!(!codes.contains(id), "`{id}` is a diagnostic too");
        let letters =
            |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase());
        assert!(
            id.split('-').all(letters),
            "`{id}` is no words with hyphens"
        );
        assert!((1..=LAST).contains(&entry.priority), "{id}");
        assert!(entry.why.ends_with('.') && entry.why.len() > 60, "{id}");
        assert!(entry.arguments.is_sorted(), "{id}");
    }
}

#[test]
fn read_backwards_only_what_has_no_direction_is_told() {
    for (record, before, after) in [(real(), 3, 2), (fictional(), 10, 9), (fictional(), 5, 1)] {
        for finding in super::record::pair(&record, before, after) {
            assert_eq!(
                finding.rule.entry().scope,
                Scope::Sides,
                "{}",
                finding.rule.id()
            );
        }
    }
}
