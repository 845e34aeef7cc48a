//! The keys that a report has, place by place, as its schema tells them.

#[cfg(test)]
mod kept;
#[cfg(test)]
mod tests;

use serde_json::{Map, Value};

/// What is kept of the schema of a report that pages are made from.
macro_rules! built_in {
    ($name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $name, ".shape.json"))
    };
}

/// The schema of a report.
pub(super) struct Schema(Value);

/// What can stand at a place of a report.
#[derive(Clone, Copy, Debug)]
pub(super) enum Shape<'s> {
    /// Something whose keys are not known.
    Any,
    /// What a schema describes.
    Known(&'s Value),
}

impl Schema {
    /// The schema of what an entry template is given, such as `series.hbs`.
    ///
    /// It was read from `schema/` when the program was built. Tests hold that it is what the types
    /// give.
    pub(super) fn of(template: &str) -> Self {
        let text = match template {
            "index.hbs" => built_in!("index"),
            "portfolio.hbs" => built_in!("portfolio"),
            "review.hbs" => built_in!("review"),
            "series.hbs" => built_in!("history-page"),
            _ => built_in!("comparison"),
        };
        // Any text that is built in is JSON.
        Self(serde_json::from_str(text).unwrap_or_default())
    }

    /// The report itself.
    pub(super) fn root(&self) -> Shape<'_> {
        Shape::Known(&self.0)
    }

    /// What is below `key`, or every key that there is.
    pub(super) fn key<'s>(&'s self, shape: Shape<'s>, key: &str) -> Result<Shape<'s>, Vec<String>> {
        let Shape::Known(schema) = shape else {
            return Ok(Shape::Any);
        };
        let schema = self.resolve(schema);
        let Some(keys) = schema.get("properties").and_then(Value::as_object) else {
            return if schema.get("additionalProperties").is_some() {
                Ok(Shape::Any)
            } else {
                Err(Vec::new())
            };
        };
        match keys.get(key) {
            Some(found) => Ok(Shape::Known(found)),
            None => Err(keys.keys().cloned().collect()),
        }
    }

    /// What each item of a list is.
    pub(super) fn items<'s>(&'s self, shape: Shape<'s>) -> Shape<'s> {
        let Shape::Known(schema) = shape else {
            return Shape::Any;
        };
        let items = self.resolve(schema).get("items");
        items.map_or(Shape::Any, Shape::Known)
    }

    /// Follows references, and takes the part of a choice that is not null.
    fn resolve<'s>(&'s self, mut schema: &'s Value) -> &'s Value {
        for _ in 0..8 {
            let next = schema
                .get("$ref")
                .and_then(Value::as_str)
                .and_then(|name| self.0.pointer(name.strip_prefix('#')?));
            let choice = schema.get("anyOf").and_then(Value::as_array);
            let some = choice.and_then(|all| all.iter().find(|one| !is_null(one)));
            match next.or(some) {
                Some(found) => schema = found,
                None => break,
            }
        }
        schema
    }
}

fn is_null(schema: &Value) -> bool {
    schema
        .as_object()
        .and_then(|keys: &Map<_, _>| keys.get("type"))
        == Some(&Value::from("null"))
}
