//! The meeting itself: heads, documents, coverage.

use crate::model::head::{HeadRole, Rank};
use crate::model::round::{Coverage, DocumentKind};
use crate::schema::form::{Key, Name, Shape, Value};
use crate::schema::shared::words;

pub(super) static HEAD: Shape = Shape {
    name: "head",
    about: "A person who led a side, or took part.",
    keys: &[
        Key::required("party", Value::Id(Name::Party), "The side.", "oman"),
        Key::optional(
            "person",
            Value::Id(Name::Person),
            "An id of the person's own, since spellings of names differ.",
            "khalifa-al-harthy",
        ),
        Key::optional(
            "role",
            Value::Term(words::<HeadRole>),
            "The part that the person had; `head` where nothing is said.",
            "participant",
        ),
        Key::optional(
            "name",
            Value::Text,
            "The name.",
            "{en: Allison Hooker, ar: أليسون هوكر}",
        ),
        Key::optional(
            "title",
            Value::Many(&Value::Text),
            "The title, or several.",
            "Under-Secretary for Political Affairs",
        ),
        Key::optional(
            "rank",
            Value::Term(words::<Rank>),
            "The rank in fact, whatever the words of the title are.",
            "under-secretary",
        ),
        Key::optional(
            "portfolio",
            Value::Id(Name::Portfolio),
            "The portfolio, by which heads of several rounds are compared.",
            "political-affairs",
        ),
    ],
    evidence: true,
};

pub(super) static DOCUMENT: Shape = Shape {
    name: "document",
    about: "Something that the round published.",
    keys: &[
        Key::required(
            "kind",
            Value::Term(words::<DocumentKind>),
            "What it is; `none` says that nothing was published.",
            "joint-statement",
        ),
        Key::optional("title", Value::Text, "Its title.", "Joint Statement"),
        Key::optional(
            "url",
            Value::Url,
            "Where it can be read, http or https.",
            "'https://example.org/statement'",
        ),
    ],
    evidence: true,
};

pub(super) const WHOLE: Value = Value::Term(words::<Coverage>);

const fn list(name: &'static str) -> Key {
    Key::optional(name, WHOLE, "Whether this list is whole.", "complete")
}

pub(super) static COVERAGE: Shape = Shape {
    name: "coverage",
    about: "Which lists are the whole of what was discussed.",
    keys: &[
        list("sectors"),
        list("topics"),
        list("programmes"),
        list("bodies"),
        list("agreements"),
        list("commitments"),
        list("indicators"),
        list("heads"),
        list("documents"),
        list("events"),
    ],
    evidence: true,
};
