//! The form of a record's files: which keys a map has, what each takes, with words and examples.
//!
//! The same tables make the JSON Schemas, and tell an editor what may stand where. The words of
//! closed lists come from the types that they are read into; a test holds the keys to what the
//! reader asks for.

mod dialogue;
mod form;
mod json;
mod round;
mod settings;
mod shared;
mod taxonomy;
#[cfg(test)]
mod tests;
mod walk;

pub use form::{Key, Name, Shape, Value};
pub(crate) use walk::{Found, Role, walk};

pub use crate::load::kind::Kind;

impl Kind {
    /// The name of the file that its schema is kept in.
    pub fn file_name(self) -> String {
        format!("{self}.schema.json")
    }

    /// The form of the whole file; none for settings, which are no YAML.
    pub fn shape(self) -> Option<&'static Shape> {
        match self {
            Self::Round => Some(&round::ROUND),
            Self::Dialogue => Some(&dialogue::DIALOGUE),
            Self::Taxonomy => Some(&taxonomy::TAXONOMY),
            Self::Accepted => Some(&taxonomy::ACCEPTED),
            Self::Settings => None,
        }
    }

    /// The JSON Schema of such a file, as a text that ends with a line break.
    pub fn schema(self) -> String {
        let schema = match self.shape() {
            Some(shape) => json::schema(shape),
            None => settings::schema(),
        };
        // A value of JSON always has a text.
        let text = serde_json::to_string_pretty(&schema).unwrap_or_default();
        text + "\n"
    }
}
