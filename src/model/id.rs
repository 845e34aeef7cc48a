//! Names that mean the same thing in every round.

use std::sync::Arc;

/// An id: `[a-z0-9]` words joined by single hyphens; cheap to copy.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize)]
#[serde(transparent)]
pub struct Id(Arc<str>);

impl Id {
    /// Reads an id, or nothing where `text` is not one.
    pub fn new(text: &str) -> Option<Self> {
        is_id(text).then(|| Self(text.into()))
    }

    /// Whether a text is an id.
    pub(crate) fn is_one(text: &str) -> bool {
        is_id(text)
    }

    /// The id as authors write it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.0)
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

fn is_id(text: &str) -> bool {
    text.split('-').all(|word| {
        !word.is_empty()
            && word
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::is_id;

    #[test]
    fn ids_are_words_joined_by_hyphens() {
        for good in ["trade", "6g", "clean-energy", "a1-b2-c3"] {
            assert!(is_id(good), "{good}");
        }
        for bad in [
            "",
            "-",
            "a-",
            "-a",
            "a--b",
            "Trade",
            "clean energy",
            "طاقة",
            "a_b",
        ] {
            assert!(!is_id(bad), "{bad}");
        }
    }
}
