//! A name for a diagnostic that survives moved lines and other words for the same.

use super::Diagnostic;
use crate::fingerprint;
use crate::span::FileId;
use std::collections::HashMap;

/// The fingerprint of each diagnostic, in their order.
///
/// It is made of the code, the `name` of the file, and the ids, values and numbers that the message
/// has; of several that agree in all of these, the second and the later ones count too.
pub fn fingerprints(found: &[Diagnostic], name: impl Fn(FileId) -> String) -> Vec<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let next = |one: &Diagnostic| {
        let file = name(one.label.span.file);
        let mut text = format!("{}\n{}", one.code.name(), without_commit(&file));
        for value in values(&one.message) {
            text.push('\n');
            text.push_str(without_commit(value));
        }
        let count = seen.entry(text.clone()).or_insert(0);
        *count += 1;
        if *count > 1 {
            text.push_str("\n\n");
            text.push_str(&count.to_string());
        }
        fingerprint::of(&text)
    };
    found.iter().map(next).collect()
}

/// A name without the commit that it begins with: ten digits of a hash, and `:`.
fn without_commit(name: &str) -> &str {
    let digits = |hash: &str| hash.len() == 10 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    match name.split_once(':') {
        Some((hash, path)) if digits(hash) => path,
        _ => name,
    }
}

/// What a message says of the record: what it quotes, and the numbers between; no percentages.
fn values(message: &str) -> Vec<&str> {
    let mut values = Vec::new();
    for (nth, part) in message.split('`').enumerate() {
        if nth % 2 == 1 {
            values.push(part);
            continue;
        }
        let words = part.split(' ').collect::<Vec<_>>();
        for (at, word) in words.iter().enumerate() {
            let number = word.trim_matches(|c: char| !c.is_ascii_digit());
            let percent = words.get(at + 1).is_some_and(|next| next.starts_with('%'));
            if !number.is_empty() && !percent {
                values.push(number);
            }
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use super::{fingerprints, values};
    use crate::diagnostic::Diagnostic;
    use crate::diagnostic::code::rules;
    use crate::span::{Files, Span};

    fn of(file: &str, start: usize, message: &str) -> String {
        let mut files = Files::default();
        let file = files.add(file, "round: 1\nsectors: [trade]\n");
        let span = Span::new(file, start..start + 1);
        let one = Diagnostic::new(rules::LOOK_ALIKE, span, message, "here");
        let [made] = &fingerprints(&[one], |file| files.name(file).to_owned())[..] else {
            panic!("one for one");
        };
        made.clone()
    }

    #[test]
    fn ids_and_numbers_are_values_and_words_are_not() {
        let table: [(&str, &[&str]); 5] = [
            ("`a` and `b c` look alike (87 %)", &["a", "b c"]),
            ("rounds 2, 3 are missing before round 9", &["2", "3", "9"]),
            ("`a 1` has no date", &["a 1"]),
            ("nothing", &[]),
            ("`عُمان` (2024-04)", &["عُمان", "2024-04"]),
        ];
        for (message, expected) in table {
            assert_eq!(values(message), expected, "{message}");
        }
    }

    #[test]
    fn place_and_wording_change_nothing_and_facts_do() {
        let first = of("1.yaml", 0, "`a` and `b` look alike (87 %)");
        assert_eq!(of("1.yaml", 9, "`a` and `b` look alike (87 %)"), first);
        assert_eq!(of("1.yaml", 0, "`a` seems to be `b` (90 %)"), first);
        assert_ne!(of("1.yaml", 0, "`a` and `c` look alike (87 %)"), first);
        assert_ne!(of("2.yaml", 0, "`a` and `b` look alike (87 %)"), first);
    }

    #[test]
    fn a_commit_is_no_part_of_a_name() {
        let told = |file: &str| of(file, 0, &format!("the link `{file}` leads outside"));
        assert_eq!(told("1fe873956a:rounds/1.yaml"), told("rounds/1.yaml"));
        assert_ne!(told("1fe873956:rounds/1.yaml"), told("rounds/1.yaml"));
        assert_ne!(told("1fe873956a:rounds/2.yaml"), told("rounds/1.yaml"));
    }

    #[test]
    fn what_agrees_in_all_is_counted() {
        let mut files = Files::default();
        let file = files.add("1.yaml", "abc");
        let one = |at: usize| {
            let span = Span::new(file, at..at + 1);
            Diagnostic::new(rules::MISSING_DATE, span, "`x` has no date", "")
        };
        let made = fingerprints(&[one(0), one(1), one(2)], |_| "1.yaml".to_owned());
        assert!(made[0] != made[1] && made[1] != made[2] && made[0] != made[2]);
    }
}
