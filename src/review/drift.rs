//! Translations that an edit has left behind.

use crate::facts::Value;
use crate::fold::fold;

/// A text that was edited in some of its languages and not in others.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Drift {
    /// The tags of the languages edited.
    pub edited: Vec<String>,
    /// The tags of those that are as they were.
    pub left: Vec<String>,
}

impl Drift {
    /// Compares two versions of a text; none where all languages they share, or none, differ.
    pub(super) fn of(before: &Value, after: &Value) -> Option<Self> {
        let (Value::Text(before), Value::Text(after)) = (before, after) else {
            return None;
        };
        let mut drift = Self {
            edited: Vec::new(),
            left: Vec::new(),
        };
        for (lang, words) in after.iter() {
            let old = before.iter().find(|(other, _)| *other == lang);
            let Some((_, old)) = old else { continue };
            let same = old == words || fold(old) == fold(words);
            let list = if same {
                &mut drift.left
            } else {
                &mut drift.edited
            };
            list.push(lang.to_string());
        }
        (!drift.edited.is_empty() && !drift.left.is_empty()).then_some(drift)
    }
}
