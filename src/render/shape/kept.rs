//! What is kept of a schema in the program: which keys stand where, without a word about them.

use serde_json::{Map, Value};

/// A schema with its keys, items, references and choices, and nothing else.
pub(crate) fn kept(schema: &Value) -> Value {
    let Some(schema) = schema.as_object() else {
        return schema.clone();
    };
    let parts = schema.iter().filter_map(|(key, value)| {
        let value = match (key.as_str(), value) {
            ("$ref", _) => value.clone(),
            ("type", Value::String(name)) if name == "null" => value.clone(),
            ("additionalProperties", _) => Value::Bool(true),
            ("items", _) => kept(value),
            ("anyOf", Value::Array(all)) => all.iter().map(kept).collect(),
            ("properties" | "$defs", Value::Object(all)) => {
                let all = all.iter().map(|(name, one)| (name.clone(), kept(one)));
                Value::Object(all.collect())
            }
            _ => return None,
        };
        Some((key.clone(), value))
    });
    Value::Object(parts.collect::<Map<_, _>>())
}
