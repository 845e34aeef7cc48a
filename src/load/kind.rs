//! Which kind of file of a record a text is.

use super::yaml::{Node, Value};
use std::path::Path;

/// What a file of a record is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A round.
    Round,
    /// `dialogue.yaml`.
    Dialogue,
    /// `taxonomy.yaml`.
    Taxonomy,
    /// `accepted.yaml`.
    Accepted,
}

impl Kind {
    /// The kind that a file's name says; none where it is no name of a record's file.
    pub fn of_name(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?;
        matches!(ending, "yaml" | "yml").then_some(())?;
        match path.file_stem()?.to_str()? {
            "dialogue" => Some(Self::Dialogue),
            "taxonomy" => Some(Self::Taxonomy),
            "accepted" => Some(Self::Accepted),
            stem => stem
                .bytes()
                .all(|byte| byte.is_ascii_digit())
                .then_some(Self::Round),
        }
    }

    /// The kind that the keys of a file say: its name may be that of a temporary copy.
    pub(crate) fn of(node: &Node<'_>) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            return None;
        };
        let find = |key: &str| entries.iter().find(|entry| entry.key == key);
        if find("round").is_some() {
            return Some(Self::Round);
        }
        if find("accepted").is_some() {
            return Some(Self::Accepted);
        }
        let concepts = ["sectors", "topics"].into_iter().filter_map(find);
        let mut concepts = concepts.map(|entry| matches!(entry.value.value, Value::Map(_)));
        if concepts
            .next()
            .is_some_and(|map| map && concepts.all(|map| map))
        {
            return Some(Self::Taxonomy);
        }
        let of_dialogue = [
            "title",
            "language",
            "periodicity",
            "parties",
            "sources",
            "missing",
        ];
        let of_dialogue = of_dialogue.into_iter().any(|key| find(key).is_some());
        of_dialogue.then_some(Self::Dialogue)
    }
}
