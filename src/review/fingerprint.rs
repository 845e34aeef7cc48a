//! Names for what a review tells that survive the next push.

/// Hashes what something is, part by part, in 16 hexadecimal digits.
///
/// Ids, kinds and values go in; sentences of the tool and line numbers do not.
pub fn fingerprint(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        text.extend([&part.len().to_string(), ":", part]);
    }
    crate::fingerprint::of(&text)
}
