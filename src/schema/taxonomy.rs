//! `taxonomy.yaml` and `accepted.yaml`.

use super::form::{Key, Name, Shape, Value};

/// A whole taxonomy.
pub(super) static TAXONOMY: Shape = Shape {
    name: "taxonomy",
    about: "The sectors and topics that dialogues share, and how they stand to one another.",
    keys: &[
        Key::optional(
            "sectors",
            Value::ById(Name::Sector, &SECTOR),
            "Every sector that a round may name, by id.",
            "{clean-energy: {title: Clean energy, broader: energy}}",
        ),
        Key::optional(
            "topics",
            Value::ById(Name::Topic, &TOPIC),
            "Regional and international issues, by id.",
            "{gaza: {title: Gaza, broader: middle-east}}",
        ),
    ],
    evidence: true,
};

const SECTOR_ID: Value = Value::Id(Name::Sector);
const TOPIC_ID: Value = Value::Id(Name::Topic);

static SECTOR: Shape = concept("sectorConcept", "A sector.", SECTOR_KEYS);
static TOPIC: Shape = concept("topicConcept", "A topic.", TOPIC_KEYS);
const SECTOR_KEYS: &[Key] = &keys(SECTOR_ID, &SECTOR_ID);
const TOPIC_KEYS: &[Key] = &keys(TOPIC_ID, &TOPIC_ID);

const fn concept(name: &'static str, about: &'static str, keys: &'static [Key]) -> Shape {
    Shape {
        name,
        about,
        keys,
        evidence: true,
    }
}

const fn keys(one: Value, id: &'static Value) -> [Key; 6] {
    [
        Key::optional(
            "title",
            Value::Text,
            "What it is called.",
            "{en: Energy, ar: الطاقة}",
        ),
        Key::optional(
            "broader",
            one,
            "The one wider concept that it belongs to.",
            "energy",
        ),
        Key::optional(
            "related",
            Value::Many(id),
            "Its neighbours; holds both ways.",
            "[critical-minerals]",
        ),
        Key::optional(
            "replaced_by",
            Value::Many(id),
            "What took its place, where it is retired; several where it was split.",
            "[mining]",
        ),
        Key::optional(
            "aliases",
            Value::Words,
            "Other words for it, by language; one that a round uses counts as its wording.",
            "{en: [alternative energy], ar: [الطاقة البديلة]}",
        ),
        Key::optional(
            "spellings",
            Value::Words,
            "Other spellings, which never count as rewording.",
            "{en: [defense]}",
        ),
    ]
}

/// A whole file of decisions.
pub(super) static ACCEPTED: Shape = Shape {
    name: "accepted",
    about: "What the keepers of a record decided to live with.",
    keys: &[Key::required(
        "accepted",
        Value::List(&Value::Map(&DECISION)),
        "The decisions.",
        "[{fingerprint: e3b0c44298fc1c14, reason: both spellings are official, author: The desk}]",
    )],
    evidence: true,
};

static DECISION: Shape = Shape {
    name: "decision",
    about: "A decision on one message or finding.",
    keys: &[
        Key::required(
            "fingerprint",
            Value::Fingerprint,
            "The 16 digits that `check` and `findings` show.",
            "e3b0c44298fc1c14",
        ),
        Key::required(
            "reason",
            Value::Text,
            "Why it is accepted.",
            "both spellings are official",
        ),
        Key::required("author", Value::Text, "Who decided.", "The desk"),
        Key::optional(
            "until",
            Value::Date,
            "The last day on which it holds.",
            "2027-03",
        ),
    ],
    evidence: true,
};
