//! Which kind of file of a record a text is.

use super::yaml::{Node, Value};
use crate::model::term::terms;

terms! {
    /// A kind of file that an author writes.
    Kind {
        /// The file of a round.
        Round = "round",
        /// `dialogue.yaml`.
        Dialogue = "dialogue",
        /// `taxonomy.yaml`.
        Taxonomy = "taxonomy",
        /// `accepted.yaml`.
        Accepted = "accepted",
        /// `rapporteur.toml`.
        Settings = "settings",
    }
}

impl Kind {
    /// The kind of a file by its name, without folders; none where it is no file of a record.
    pub fn of_name(name: &str) -> Option<Self> {
        if name == crate::config::NAME {
            return Some(Self::Settings);
        }
        let (stem, ending) = name.rsplit_once('.')?;
        if !matches!(ending, "yaml" | "yml") {
            return None;
        }
        match stem {
            "dialogue" => Some(Self::Dialogue),
            "taxonomy" => Some(Self::Taxonomy),
            "accepted" => Some(Self::Accepted),
            _ => {
                let digits = !stem.is_empty() && stem.bytes().all(|byte| byte.is_ascii_digit());
                digits.then_some(Self::Round)
            }
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
