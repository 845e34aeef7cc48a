//! Shapes to JSON Schema.

use super::form::{Key, Name, Shape, Value};
use crate::load::limits;
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;

/// An id, as the model has it.
const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";
/// A language tag, as the model has it.
const LANGUAGE: &str = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";

/// The schema of a whole file.
pub(super) fn schema(shape: &'static Shape) -> Json {
    let mut parts = Parts::default();
    let mut schema = Map::new();
    schema.insert(
        "$schema".into(),
        json!("http://json-schema.org/draft-07/schema#"),
    );
    schema.insert("title".into(), json!(shape.name));
    schema.extend(parts.shape(shape));
    let parts = parts.done.into_iter();
    let parts: Map<String, Json> = parts.map(|(name, part)| (name.to_owned(), part)).collect();
    schema.insert("definitions".into(), Json::Object(parts));
    Json::Object(schema)
}

/// The shapes that were needed, by name.
#[derive(Default)]
struct Parts {
    done: BTreeMap<&'static str, Json>,
}

impl Parts {
    fn shape(&mut self, shape: &'static Shape) -> Map<String, Json> {
        let mut properties = Map::new();
        for key in shape.all_keys() {
            properties.insert(key.name.to_owned(), self.key(key));
        }
        let required = shape.keys.iter().filter(|key| key.required);
        let required: Vec<_> = required.map(|key| key.name).collect();
        let mut map = Map::new();
        map.insert("description".into(), json!(shape.about));
        map.insert("type".into(), json!("object"));
        if !required.is_empty() {
            map.insert("required".into(), json!(required));
        }
        map.insert("additionalProperties".into(), json!(false));
        map.insert("properties".into(), Json::Object(properties));
        map
    }

    fn key(&mut self, key: &'static Key) -> Json {
        let example: Json = serde_yaml::from_str(key.example).unwrap_or_default();
        let mut map = Map::new();
        map.insert("description".into(), json!(key.about));
        match self.value(&key.value) {
            // Beside a reference, draft 7 reads nothing.
            Json::Object(value) if value.contains_key("$ref") => {
                map.insert("allOf".into(), json!([value]));
            }
            Json::Object(value) => map.extend(value),
            _ => {}
        }
        map.insert("examples".into(), json!([example]));
        Json::Object(map)
    }

    /// The one name of a shape, which is described once.
    fn part(&mut self, shape: &'static Shape) -> Json {
        if !self.done.contains_key(shape.name) {
            self.done.insert(shape.name, Json::Null);
            let part = Json::Object(self.shape(shape));
            self.done.insert(shape.name, part);
        }
        refer(shape.name)
    }

    fn common(&mut self, name: &'static str, part: impl FnOnce(&mut Self) -> Json) -> Json {
        if !self.done.contains_key(name) {
            self.done.insert(name, Json::Null);
            let part = part(self);
            self.done.insert(name, part);
        }
        refer(name)
    }

    fn value(&mut self, value: &Value) -> Json {
        match *value {
            Value::Text => self.common("text", |_| text()),
            Value::Literal | Value::Fingerprint => json!({"type": ["string", "number"]}),
            Value::Date => self.common("date", |parts| {
                let words = parts.part(&super::shared::DATE);
                let plain = json!({
                    "description": "EDTF, levels 0 and 1: 2026-01-25, 2024-04, 2025, 2020-09-14/2020-09-15, 1980~, 2021-06-XX.",
                    "type": ["string", "integer"],
                    "examples": ["2026-01-25", "2024-04", 2025, "2020-09-14/2020-09-15", "1980~"],
                });
                json!({"anyOf": [plain, words]})
            }),
            Value::Decimal => json!({"type": ["number", "string"]}),
            Value::Amount => json!({"type": ["number", "string"], "minimum": 0}),
            Value::Whole => json!({"type": "integer", "minimum": 0, "maximum": u32::MAX}),
            Value::Url => json!({"type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://"}),
            Value::Language => json!({"type": "string", "pattern": LANGUAGE}),
            Value::Country => json!({"type": "string", "pattern": "^[A-Z]{2}$"}),
            Value::Currency => json!({"type": "string", "pattern": "^[A-Z]{3}$"}),
            Value::KeyName => json!({"type": "string"}),
            Value::Anything => json!({}),
            Value::Term(words) => json!({"enum": words()}),
            Value::Id(name) => self.id(name),
            Value::Map(shape) => self.part(shape),
            Value::ById(_, shape) => json!({
                "type": "object",
                "propertyNames": {"pattern": ID},
                "additionalProperties": self.part(shape),
            }),
            Value::Words => json!({
                "type": "object",
                "propertyNames": {"pattern": LANGUAGE},
                "additionalProperties": {"anyOf": [
                    {"type": ["string", "number"]},
                    {"type": "array", "items": {"type": ["string", "number"]}},
                ]},
            }),
            Value::List(item) => json!({"type": "array", "items": self.value(item)}),
            Value::Many(item) => {
                let item = self.value(item);
                json!({"anyOf": [item, {"type": "array", "items": item}]})
            }
            Value::Either(one, other) => json!({"anyOf": [self.value(one), self.value(other)]}),
        }
    }

    fn id(&mut self, name: Name) -> Json {
        match name {
            // A word that the taxonomy knows is as good as the id.
            Name::Sector | Name::Topic => self.common("name", |_| {
                json!({
                    "description": "An id, or another word for it that the taxonomy gives.",
                    "type": ["string", "integer"],
                    "minLength": 1,
                })
            }),
            _ => self.common("id", |_| {
                json!({
                    "description": "Small letters a to z and digits, in words joined by hyphens.",
                    "type": ["string", "integer"],
                    "pattern": ID,
                    "minimum": 0,
                })
            }),
        }
    }
}

fn refer(name: &str) -> Json {
    json!({"$ref": format!("#/definitions/{name}")})
}

fn text() -> Json {
    json!({
        "description": "A text in the dialogue's language, or a map of languages.",
        "anyOf": [
            {"type": "string", "minLength": 1},
            {
                "type": "object",
                "minProperties": 1,
                "maxProperties": limits::LANGUAGES,
                "propertyNames": {"pattern": LANGUAGE},
                "additionalProperties": {"type": "string", "minLength": 1},
                "examples": [{"en": "Space", "ar": "الفضاء"}],
            },
        ],
    })
}
