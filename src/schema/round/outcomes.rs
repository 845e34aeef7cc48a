//! What came of a round: agreements, commitments, indicators, events.

use crate::model::agreement::{AgreementType, Binding};
use crate::model::commitment::{CommitmentAct, CommitmentKind};
use crate::model::mention::BodyAct;
use crate::model::status::{Act, Status};
use crate::schema::form::{Key, Name, Shape, Value};
use crate::schema::shared::{ACT, MONEY, PLACE, words};

const AGREEMENT_ID: Value = Value::Id(Name::Agreement);

static DATED_ACT: Value = Value::Map(&ACT);

const ID: Key = Key::required(
    "id",
    AGREEMENT_ID,
    "The id of the agreement, the same in every round.",
    "exim-finance-mou",
);
const ACTS: Key = Key::optional(
    "acts",
    Value::List(&DATED_ACT),
    "Several acts, each with its own date; instead of `act`, `date` and `until`.",
    "[{act: signed, date: 2006-01-19}]",
);
const TITLE: Key = Key::optional(
    "title",
    Value::Text,
    "Its title, given once, at first mention.",
    "{en: Free trade agreement, ar: اتفاقية التجارة الحرة}",
);
const TYPE: Key = Key::optional(
    "type",
    Value::Term(words::<AgreementType>),
    "The kind of instrument.",
    "memorandum-of-understanding",
);
const BINDING: Key = Key::optional(
    "binding",
    Value::Term(words::<Binding>),
    "Its force, if a source says it; the title does not.",
    "non-binding",
);
const PARTIES: Key = Key::optional(
    "parties",
    Value::Many(&Value::Id(Name::Party)),
    "Its parties.",
    "[us-exim, om-mof]",
);
const SECTORS: Key = Key::optional(
    "sectors",
    Value::Many(&Value::Id(Name::Sector)),
    "The sectors that it belongs to.",
    "[trade]",
);
const VALUE: Key = Key::optional(
    "value",
    Value::Map(&MONEY),
    "What it is worth.",
    "{amount: 500000000, currency: USD}",
);
const CONTINUES: Key = Key::optional(
    "continues",
    Value::Many(&AGREEMENT_ID),
    "Its former id; the two are one instrument for the whole series.",
    "old-id",
);
const AMENDS: Key = relation("amends", "The agreement that it changes, or several.");
const EXTENDS: Key = relation("extends", "The agreement that it prolongs, or several.");
const IMPLEMENTS: Key = relation(
    "implements",
    "The agreement that it carries out, or several.",
);
const SUPERSEDES: Key = relation("supersedes", "The agreement that it replaces, or several.");
const FOLLOWS: Key = relation("follows", "The agreement that it comes after, or several.");

const fn relation(name: &'static str, about: &'static str) -> Key {
    Key::optional(name, Value::Many(&AGREEMENT_ID), about, "other-id")
}

pub(super) static AGREEMENT: Shape = Shape {
    name: "agreement",
    about: "An agreement, and what this round did with it.",
    keys: &[
        ID,
        Key::optional(
            "act",
            Value::Term(words::<Act>),
            "What this round did with it; `referenced` where nothing is said.",
            "signed",
        ),
        Key::optional("date", Value::Date, "When, if not at the round.", "2024-04"),
        Key::optional("until", Value::Date, "Until when it holds now.", "2030"),
        ACTS,
        TITLE,
        TYPE,
        BINDING,
        PARTIES,
        SECTORS,
        VALUE,
        CONTINUES,
        AMENDS,
        EXTENDS,
        IMPLEMENTS,
        SUPERSEDES,
        FOLLOWS,
    ],
    evidence: true,
};

/// An agreement of `dialogue.yaml`.
pub(in crate::schema) static STANDING: Shape = Shape {
    name: "standingAgreement",
    about: "An agreement from before the first round.",
    keys: &[
        ID,
        Key::optional(
            "status",
            Value::Term(words::<Status>),
            "Where it stood before the first round; instead of `acts`.",
            "in-force",
        ),
        ACTS,
        TITLE,
        TYPE,
        BINDING,
        PARTIES,
        SECTORS,
        VALUE,
        CONTINUES,
        AMENDS,
        EXTENDS,
        IMPLEMENTS,
        SUPERSEDES,
        FOLLOWS,
    ],
    evidence: true,
};

pub(super) static COMMITMENT: Shape = Shape {
    name: "commitment",
    about: "A promise, or what became of one.",
    keys: &[
        Key::required(
            "id",
            Value::Id(Name::Commitment),
            "The id of the promise, the same in every round.",
            "hold-round-3",
        ),
        Key::optional(
            "kind",
            Value::Term(words::<CommitmentKind>),
            "`next-round` is held against the next round by itself.",
            "next-round",
        ),
        Key::optional(
            "text",
            Value::Text,
            "What was promised.",
            "Hold the third round in 2025",
        ),
        Key::optional("due", Value::Date, "By when.", "2025"),
        Key::optional(
            "place",
            Value::Map(&PLACE),
            "Where, if promised.",
            "{city: Muscat}",
        ),
        Key::optional(
            "owner",
            Value::Many(&Value::Id(Name::Party)),
            "Who promised.",
            "[oman, united-states]",
        ),
        Key::optional(
            "act",
            Value::Term(words::<CommitmentAct>),
            "What became of it, in a later round.",
            "fulfilled",
        ),
        Key::optional("date", Value::Date, "When, if not at the round.", "2024-02"),
        Key::optional(
            "continues",
            Value::Many(&Value::Id(Name::Commitment)),
            "Its former id.",
            "old-id",
        ),
    ],
    evidence: true,
};

pub(super) static INDICATOR: Shape = Shape {
    name: "indicator",
    about: "A figure that the round quotes.",
    keys: &[
        Key::required(
            "id",
            Value::Id(Name::Indicator),
            "The id of the figure, the same in every round.",
            "bilateral-trade",
        ),
        Key::optional("title", Value::Text, "What it measures.", "Bilateral trade"),
        Key::required(
            "value",
            Value::Decimal,
            "The figure, in Western digits.",
            "3300000000",
        ),
        Key::optional("unit", Value::Literal, "What it is counted in.", "USD"),
        Key::optional("period", Value::Date, "The time that it is of.", "2025"),
    ],
    evidence: true,
};

pub(super) static EVENT: Shape = Shape {
    name: "event",
    about: "A dated fact outside the sessions.",
    keys: &[
        Key::optional(
            "date",
            Value::Date,
            "When; an interval is some time within.",
            "2025-06",
        ),
        Key::optional(
            "about",
            Value::Id(Name::Item),
            "What it is about.",
            "exim-finance-mou",
        ),
        Key::optional("act", Value::Term(event_acts), "What was done.", "signed"),
        Key::optional("until", Value::Date, "Until when it holds now.", "2030"),
    ],
    evidence: true,
};

/// Every word that an event can take, each once.
fn event_acts() -> Vec<&'static str> {
    let mut acts = words::<Act>();
    for word in [words::<CommitmentAct>(), words::<BodyAct>()].concat() {
        if !acts.contains(&word) {
            acts.push(word);
        }
    }
    acts
}
