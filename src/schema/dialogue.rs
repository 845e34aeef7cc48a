//! `dialogue.yaml`.

use super::form::{Key, Name, Shape, Value};
use super::round::STANDING;
use super::shared::words;
use crate::model::dialogue::{PartyKind, Periodicity, Tier};

/// A whole file.
pub(super) static DIALOGUE: Shape = Shape {
    name: "dialogue",
    about: "What holds for all rounds of a dialogue: its title, parties, sources, and the agreements from before the first round.",
    keys: &[
        Key::optional(
            "title",
            Value::Text,
            "What the dialogue is called.",
            "{en: Oman–United States Strategic Dialogue, ar: الحوار الاستراتيجي العماني الأمريكي}",
        ),
        Key::optional(
            "language",
            Value::Language,
            "The language of texts that are plain strings; `en` where nothing is said.",
            "en",
        ),
        Key::optional(
            "periodicity",
            Value::Term(words::<Periodicity>),
            "How often rounds are to be held, as the parties said.",
            "annual",
        ),
        Key::optional(
            "parties",
            Value::ById(Name::Party, &PARTY),
            "Who takes part or signs, by id.",
            "{oman: {title: Oman, country: OM, kind: state}}",
        ),
        Key::optional(
            "sources",
            Value::ById(Name::Source, &SOURCE),
            "What the record rests on, by id.",
            "{alkhaleej: {title: An article, date: 2026-02-02, tier: press}}",
        ),
        Key::optional(
            "missing",
            Value::List(&Value::Whole),
            "The numbers of rounds that are known to be missing from the record.",
            "[4]",
        ),
        Key::optional(
            "agreements",
            Value::List(&Value::Map(&STANDING)),
            "The agreements from before the first round.",
            "[{id: free-trade-agreement, type: agreement, status: in-force}]",
        ),
    ],
    evidence: true,
};

static PARTY: Shape = Shape {
    name: "party",
    about: "Someone who takes part or signs.",
    keys: &[
        Key::optional(
            "title",
            Value::Text,
            "The name.",
            "{en: Oman, ar: سلطنة عُمان}",
        ),
        Key::optional(
            "country",
            Value::Country,
            "The country, two capital letters (ISO 3166-1).",
            "OM",
        ),
        Key::optional(
            "of",
            Value::Id(Name::Party),
            "The party that it is a part of.",
            "oman",
        ),
        Key::optional(
            "kind",
            Value::Term(words::<PartyKind>),
            "What it is.",
            "state",
        ),
    ],
    evidence: true,
};

static SOURCE: Shape = Shape {
    name: "source",
    about: "A text that the record rests on.",
    keys: &[
        Key::optional("title", Value::Text, "Its title.", "An article"),
        Key::optional("publisher", Value::Text, "Who published it.", "A newspaper"),
        Key::optional("author", Value::Text, "Who wrote it.", "A writer"),
        Key::optional("date", Value::Date, "When it was published.", "2026-02-02"),
        Key::optional(
            "language",
            Value::Language,
            "The language that it is in.",
            "ar",
        ),
        Key::optional(
            "tier",
            Value::Term(words::<Tier>),
            "How close it is to the parties.",
            "press",
        ),
        Key::optional(
            "url",
            Value::Url,
            "Where it can be read, http or https.",
            "'https://example.org/article'",
        ),
    ],
    evidence: true,
};
