//! The file of a round.

mod meeting;
mod outcomes;

use super::form::{Key, Name, Shape, Value};
use super::shared::{PLACE, words};
use crate::model::mention::{BodyAct, Salience};
use crate::model::round::{Level, Mode};
pub(super) use outcomes::STANDING;

/// A whole file.
pub(super) static ROUND: Shape = Shape {
    name: "round",
    about: "One round of a recurring dialogue: what was discussed, agreed and promised. What is unknown is left out; `[]` says that there was none.",
    keys: &[
        Key::required(
            "round",
            Value::Whole,
            "The number of the round, as in the file's name; 0 is a launch.",
            "3",
        ),
        Key::optional(
            "date",
            Value::Date,
            "When it was held, as precisely as the source says and no more.",
            "2026-01-25",
        ),
        Key::optional(
            "place",
            Value::Map(&PLACE),
            "Where it was held.",
            "{city: {en: Muscat, ar: مسقط}, country: OM}",
        ),
        Key::optional(
            "mode",
            Value::Term(words::<Mode>),
            "How it was held.",
            "in-person",
        ),
        Key::optional(
            "level",
            Value::Term(words::<Level>),
            "The level at which it was held, if stated.",
            "senior-official",
        ),
        Key::optional(
            "planned",
            Value::Date,
            "When it was to be held, if stated.",
            "2025",
        ),
        Key::optional(
            "documents",
            Value::List(&Value::Map(&meeting::DOCUMENT)),
            "What the round published.",
            "[{kind: joint-statement, url: 'https://example.org/statement'}]",
        ),
        Key::optional(
            "coverage",
            Value::Either(&meeting::WHOLE, &Value::Map(&meeting::COVERAGE)),
            "Whether the lists are the whole of what was discussed; a map says it list by list.",
            "partial",
        ),
        Key::optional(
            "heads",
            Value::List(&Value::Map(&meeting::HEAD)),
            "Who led each side, or took part.",
            "[{party: oman, person: khalifa-al-harthy, rank: under-secretary}]",
        ),
        Key::optional(
            "sectors",
            Value::List(&Value::Either(
                &Value::Id(Name::Sector),
                &Value::Map(&SECTOR),
            )),
            "The sectors that were named.",
            "[trade, {id: space, salience: central}]",
        ),
        Key::optional(
            "topics",
            Value::List(&Value::Either(&Value::Id(Name::Topic), &Value::Map(&TOPIC))),
            "The regional and international issues that were named.",
            "[{id: peace, title: {en: Peace, ar: السلام}}]",
        ),
        Key::optional(
            "programmes",
            Value::List(&Value::Either(
                &Value::Id(Name::Programme),
                &Value::Map(&PROGRAMME),
            )),
            "The programmes that were named.",
            "[{id: fulbright, sector: education, title: Fulbright Program}]",
        ),
        Key::optional(
            "bodies",
            Value::List(&Value::Either(&Value::Id(Name::Body), &Value::Map(&BODY))),
            "The working groups, committees and forums that were named.",
            "[{id: trade-working-group, act: met}]",
        ),
        Key::optional(
            "agreements",
            Value::List(&Value::Either(
                &Value::Id(Name::Agreement),
                &Value::Map(&outcomes::AGREEMENT),
            )),
            "The agreements, and what the round did with each.",
            "[{id: exim-finance-mou, act: discussed}]",
        ),
        Key::optional(
            "commitments",
            Value::List(&Value::Map(&outcomes::COMMITMENT)),
            "What was promised, or became of a promise.",
            "[{id: hold-round-3, kind: next-round, due: 2025}]",
        ),
        Key::optional(
            "indicators",
            Value::List(&Value::Map(&outcomes::INDICATOR)),
            "Figures that the round quotes.",
            "[{id: bilateral-trade, value: 3300000000, unit: USD, period: 2025}]",
        ),
        Key::optional(
            "events",
            Value::List(&Value::Map(&outcomes::EVENT)),
            "Dated facts outside the sessions.",
            "[{date: 2025-06, about: exim-finance-mou, act: signed}]",
        ),
    ],
    evidence: true,
};

const TITLE: Key = Key::optional(
    "title",
    Value::Text,
    "What it is called.",
    "{en: Space, ar: الفضاء}",
);
const WORDING: Key = Key::optional(
    "wording",
    Value::Text,
    "The very term that the source of this round uses.",
    "{en: clean energy, ar: الطاقة النظيفة}",
);
const SALIENCE: Key = Key::optional(
    "salience",
    Value::Term(words::<Salience>),
    "How central it was to the round.",
    "central",
);

const fn id(name: &'static Value) -> Key {
    Key::required(
        "id",
        Value::Many(name),
        "The id, or several where one heading stands for several.",
        "trade",
    )
}

const fn continues(name: &'static Value) -> Key {
    Key::optional(
        "continues",
        Value::Many(name),
        "The former id; the two are one for the whole series.",
        "old-id",
    )
}

static SECTOR: Shape = Shape {
    name: "sector",
    about: "A sector that the round named.",
    keys: &[
        id(&Value::Id(Name::Sector)),
        TITLE,
        WORDING,
        SALIENCE,
        continues(&Value::Id(Name::Sector)),
    ],
    evidence: true,
};

static TOPIC: Shape = Shape {
    name: "topic",
    about: "A regional or international issue that the round named.",
    keys: &[
        id(&Value::Id(Name::Topic)),
        TITLE,
        WORDING,
        SALIENCE,
        continues(&Value::Id(Name::Topic)),
    ],
    evidence: true,
};

const OF_SECTOR: Key = Key::optional(
    "sector",
    Value::Many(&Value::Id(Name::Sector)),
    "The sector that it belongs to, or several.",
    "education",
);

static PROGRAMME: Shape = Shape {
    name: "programme",
    about: "A programme that the round named.",
    keys: &[
        id(&Value::Id(Name::Programme)),
        TITLE,
        WORDING,
        SALIENCE,
        continues(&Value::Id(Name::Programme)),
        OF_SECTOR,
    ],
    evidence: true,
};

static BODY: Shape = Shape {
    name: "body",
    about: "A working group, committee or forum that the round named.",
    keys: &[
        id(&Value::Id(Name::Body)),
        TITLE,
        WORDING,
        SALIENCE,
        continues(&Value::Id(Name::Body)),
        OF_SECTOR,
        Key::optional(
            "act",
            Value::Term(words::<BodyAct>),
            "What the round did with it.",
            "met",
        ),
        Key::optional("date", Value::Date, "When, if not at the round.", "2024-03"),
    ],
    evidence: true,
};
