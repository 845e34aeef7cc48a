//! SARIF 2.1.0, the exchange format of static analysis.

use super::{decision, quiet};
use crate::notice::{Kind, Level, Notice, Spot};
use serde_json::{Map, Value, json};
use std::fmt::Write;

/// Writes a log with one run: the rules that were met, in the order of their ids, and a result
/// a notice.
pub(super) fn render(notices: &[Notice]) -> String {
    let mut kinds: Vec<(Kind, Level)> = notices.iter().map(|one| (one.kind, one.level)).collect();
    kinds.sort_by_key(|(kind, level)| (kind.id, *level));
    kinds.dedup_by_key(|(kind, _)| kind.id);
    let rules: Vec<Value> = kinds
        .iter()
        .map(|(kind, level)| rule(*kind, *level))
        .collect();
    let results = notices.iter().map(|one| {
        let rule = kinds.iter().position(|(kind, _)| kind.id == one.kind.id);
        result(one, rule.unwrap_or_default())
    });
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "rapporteur",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Vec<_>>(),
        }],
    });
    format!("{log:#}\n")
}

fn rule(kind: Kind, level: Level) -> Value {
    let first = kind.why.split_inclusive(". ").next().unwrap_or_default();
    let first = if first.is_empty() {
        kind.id
    } else {
        first.trim()
    };
    let all = if kind.why.is_empty() {
        kind.id
    } else {
        kind.why
    };
    json!({
        "id": kind.id,
        "shortDescription": {"text": first},
        "fullDescription": {"text": all},
        "help": {"text": format!("{all}\n\nrapporteur explain {}", kind.id)},
        "defaultConfiguration": {"level": level.as_str()},
    })
}

fn result(notice: &Notice, rule: usize) -> Value {
    let words = std::iter::once(&notice.message).chain(&notice.help);
    let words: Vec<String> = words.map(|words| quiet(words)).collect();
    let mut result = Map::new();
    result.insert("ruleId".to_owned(), notice.kind.id.into());
    result.insert("ruleIndex".to_owned(), rule.into());
    result.insert("level".to_owned(), notice.level.as_str().into());
    result.insert("message".to_owned(), json!({"text": words.join("\n")}));
    if let Some(spot) = &notice.spot {
        result.insert("locations".to_owned(), json!([location(spot)]));
    }
    let fingerprints = json!({"rapporteur/v1": notice.fingerprint});
    result.insert("partialFingerprints".to_owned(), fingerprints);
    if let Some(decision) = decision(notice) {
        let suppression = json!([{
            "kind": "external",
            "status": "accepted",
            "justification": quiet(&decision),
        }]);
        result.insert("suppressions".to_owned(), suppression);
    }
    Value::Object(result)
}

fn location(spot: &Spot) -> Value {
    json!({"physicalLocation": {
        "artifactLocation": {"uri": uri(&spot.file), "uriBaseId": "%SRCROOT%"},
        "region": {
            "startLine": spot.line,
            "startColumn": spot.column,
            "endLine": spot.end_line,
            "endColumn": spot.end_column,
        },
    }})
}

/// A path as a relative reference: what is neither a letter, a digit nor one of `-._~/` is
/// written by its bytes.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_are_references() {
        assert_eq!(uri("rounds/oman-us/2.yaml"), "rounds/oman-us/2.yaml");
        assert_eq!(uri("a b/ع:1%.yaml"), "a%20b/%D8%B9%3A1%25.yaml");
    }
}
