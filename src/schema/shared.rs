//! What several kinds of file hold: evidence, dates, places, money, acts.

use super::form::{Key, Name, Shape, Value};
use crate::model::money::Nature;
use crate::model::round::Basis;
use crate::model::status::Act;
use crate::model::term::Term;

/// The words of a closed list.
pub(super) fn words<T: Term>() -> Vec<&'static str> {
    T::ALL.iter().map(|one| one.as_str()).collect()
}

/// The keys that every map takes.
pub(super) static EVIDENCE: &[Key] = &[
    Key::optional("note", Value::Text, "A remark for readers.", "a remark"),
    Key::optional(
        "source",
        Value::Many(&Value::Either(
            &Value::Id(Name::Source),
            &Value::Map(&CITATION),
        )),
        "What this rests on: the id of a source of the dialogue, with the place in it, or several.",
        "{id: alkhaleej, at: line 7}",
    ),
    Key::optional(
        "claims",
        Value::List(&Value::Map(&CLAIM)),
        "What other sources say of keys of this map; shown as contradictions.",
        "[{of: date, value: 2024-05, source: ministry}]",
    ),
];

pub(super) static CITATION: Shape = Shape {
    name: "citation",
    about: "A source, and the place in it.",
    keys: &[
        Key::required(
            "id",
            Value::Id(Name::Source),
            "The id of a source of the dialogue.",
            "alkhaleej",
        ),
        Key::optional("at", Value::Literal, "The place in the source.", "line 25"),
        Key::optional(
            "quote",
            Value::Literal,
            "The words of the source.",
            "green hydrogen",
        ),
        Key::optional("lang", Value::Language, "The language of the quote.", "ar"),
    ],
    evidence: true,
};

pub(super) static CLAIM: Shape = Shape {
    name: "claim",
    about: "What another source says of a key of the map around.",
    keys: &[
        Key::required(
            "of",
            Value::KeyName,
            "The key that the claim is about.",
            "date",
        ),
        Key::required(
            "value",
            Value::Anything,
            "What the other source says.",
            "2024-05",
        ),
    ],
    evidence: true,
};

pub(super) static DATE: Shape = Shape {
    name: "dateInWords",
    about: "A date that a source gives more vaguely than EDTF can.",
    keys: &[
        Key::required(
            "text",
            Value::Literal,
            "The words of the source.",
            "early 2026",
        ),
        Key::optional(
            "earliest",
            Value::Date,
            "The first date that the words can mean; this or `latest` is needed.",
            "2026-01",
        ),
        Key::optional(
            "latest",
            Value::Date,
            "The last date that the words can mean.",
            "2026-04",
        ),
    ],
    evidence: true,
};

pub(super) static PLACE: Shape = Shape {
    name: "place",
    about: "A place.",
    keys: &[
        Key::optional("city", Value::Text, "The city.", "{en: Muscat, ar: مسقط}"),
        Key::optional(
            "country",
            Value::Country,
            "The country, two capital letters (ISO 3166-1).",
            "OM",
        ),
        Key::optional(
            "basis",
            Value::Term(words::<Basis>),
            "Whether the source says the place, or it was reasoned from other words; a note gives the reason.",
            "inferred",
        ),
    ],
    evidence: true,
};

pub(super) static MONEY: Shape = Shape {
    name: "money",
    about: "An amount of money, never converted.",
    keys: &[
        Key::required(
            "amount",
            Value::Amount,
            "The amount, in Western digits.",
            "500000000",
        ),
        Key::required(
            "currency",
            Value::Currency,
            "The currency, three capital letters (ISO 4217).",
            "USD",
        ),
        Key::optional(
            "nature",
            Value::Term(words::<Nature>),
            "What kind of amount it is, if stated.",
            "ceiling",
        ),
    ],
    evidence: true,
};

pub(super) static ACT: Shape = Shape {
    name: "act",
    about: "Something done with an agreement, at a time of its own.",
    keys: &[
        Key::required(
            "act",
            Value::Term(words::<Act>),
            "What was done with the agreement.",
            "signed",
        ),
        Key::optional("date", Value::Date, "When it was done.", "2006-01-19"),
        Key::optional(
            "until",
            Value::Date,
            "Until when it holds, such as an extension.",
            "2030",
        ),
    ],
    evidence: true,
};
