//! A record in which every field that takes a text has one, and what the tables of the format say
//! of such fields.

use rapporteur::model::term::Term;
use rapporteur::schema::{Kind, Shape, Value};
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// What stands for a text in the record.
const TEXT: &str = "TEXT";

/// A key of a map, by the name of its shape.
type Field = (&'static str, &'static str);

/// The files of the record, by their paths.
fn record() -> BTreeMap<String, Json> {
    let file = crate::root().join("tests/browser/support/fields.json");
    let file = fs::read_to_string(file).expect("the record is there");
    serde_json::from_str(&file).expect("files by their paths")
}

/// The record with a text for each number in the place of each text.
pub(super) fn filled(text: &impl Fn(usize) -> String) -> BTreeMap<String, Json> {
    let (mut record, mut number) = (record(), 0);
    for file in record.values_mut() {
        fill(file, &mut number, text);
    }
    record
}

fn fill(value: &mut Json, number: &mut usize, text: &impl Fn(usize) -> String) {
    match value {
        Json::String(one) if one == TEXT => {
            *number += 1;
            *one = text(*number);
        }
        Json::Array(all) => {
            for one in all {
                fill(one, number, text);
            }
        }
        Json::Object(map) => {
            for one in map.values_mut() {
                fill(one, number, text);
            }
        }
        _ => {}
    }
}

/// Writes the files; JSON is YAML, and its strings are those of TOML.
pub(super) fn written(folder: &Path, files: &BTreeMap<String, Json>) {
    for (name, file) in files {
        let path = folder.join(name);
        let parent = path.parent().expect("a file is in a folder");
        fs::create_dir_all(parent).expect("a folder can be made");
        let file = if Kind::of_name(name) == Some(Kind::Settings) {
            let title = &file["branding"]["title"];
            format!(
                "[branding]\ntitle = {{ en = {}, ar = {} }}\n",
                title["en"], title["ar"]
            )
        } else {
            serde_json::to_string_pretty(file).expect("a value of JSON has a text")
        };
        fs::write(path, file).expect("a file can be written");
    }
}

/// The kind of a file of the record.
fn kind(name: &str) -> Kind {
    let name = name.rsplit('/').next().unwrap_or(name);
    Kind::of_name(name).expect("a name that a record knows")
}

/// The fields of the record that hold a text.
pub(super) fn filled_fields() -> BTreeSet<Field> {
    let mut found = BTreeSet::new();
    for (name, file) in record() {
        match kind(&name).shape() {
            Some(shape) => in_map(shape, &file, &mut found),
            None => found.extend(settings(|key| file["branding"][key]["en"] == TEXT)),
        }
    }
    found
}

fn in_map(shape: &'static Shape, map: &Json, found: &mut BTreeSet<Field>) {
    let map = map.as_object().expect("a map");
    for (key, value) in map {
        let key = shape
            .key(key)
            .unwrap_or_else(|| panic!("{key} of {}", shape.name));
        in_value(&key.value, value, (shape.name, key.name), found);
    }
}

fn in_value(value: &Value, json: &Json, field: Field, found: &mut BTreeSet<Field>) {
    match (value, json) {
        (Value::Text | Value::Words, Json::Object(languages)) => {
            for one in languages.values() {
                in_value(&Value::Literal, one, field, found);
            }
        }
        (Value::Literal | Value::Text | Value::Anything, Json::Array(all)) => {
            for one in all {
                in_value(&Value::Literal, one, field, found);
            }
        }
        (Value::Literal | Value::Text | Value::Anything, one) if one == TEXT => {
            found.insert(field);
        }
        (Value::Map(shape), Json::Object(_)) => in_map(shape, json, found),
        (Value::Date, Json::Object(_)) => {
            in_map(value.shape().expect("a date in words"), json, found);
        }
        (Value::ById(_, shape), Json::Object(all)) => {
            for one in all.values() {
                in_map(shape, one, found);
            }
        }
        (Value::List(item) | Value::Many(item), Json::Array(all)) => {
            for one in all {
                in_value(item, one, field, found);
            }
        }
        (Value::Many(item), one) => in_value(item, one, field, found),
        (Value::Either(one, other), json) => {
            in_value(one, json, field, found);
            in_value(other, json, field, found);
        }
        _ => {}
    }
}

/// Every field that takes a text, as the tables of the format have it.
pub(super) fn all_fields() -> BTreeSet<Field> {
    let (mut found, mut seen) = (BTreeSet::new(), BTreeSet::new());
    for kind in Kind::ALL {
        match kind.shape() {
            Some(shape) => of_shape(shape, &mut seen, &mut found),
            None => found.extend(settings(|_| true)),
        }
    }
    found
}

fn of_shape(shape: &'static Shape, seen: &mut BTreeSet<&'static str>, found: &mut BTreeSet<Field>) {
    if !seen.insert(shape.name) {
        return;
    }
    for key in shape.all_keys() {
        of_value(&key.value, (shape.name, key.name), seen, found);
    }
}

fn of_value(
    value: &Value,
    field: Field,
    seen: &mut BTreeSet<&'static str>,
    found: &mut BTreeSet<Field>,
) {
    match value {
        Value::Text | Value::Literal | Value::Words | Value::Anything => {
            found.insert(field);
        }
        Value::Map(shape) | Value::ById(_, shape) => of_shape(shape, seen, found),
        Value::Date => of_shape(value.shape().expect("a date in words"), seen, found),
        Value::List(one) | Value::Many(one) => of_value(one, field, seen, found),
        Value::Either(one, other) => {
            of_value(one, field, seen, found);
            of_value(other, field, seen, found);
        }
        Value::Decimal
        | Value::Amount
        | Value::Whole
        | Value::Url
        | Value::Language
        | Value::Country
        | Value::Currency
        | Value::Fingerprint
        | Value::KeyName
        | Value::Term(_)
        | Value::Id(_) => {}
    }
}

/// The keys of the publisher's settings that take a text by language, as their schema has it, so
/// far as `is_wanted`.
fn settings(is_wanted: impl Fn(&str) -> bool) -> Vec<Field> {
    let schema: Json = serde_json::from_str(&Kind::Settings.schema()).expect("a schema is JSON");
    let branding = schema["properties"]["branding"]["properties"].as_object();
    let keys = branding.expect("the publisher's settings").iter();
    let texts = keys
        .filter(|(key, value)| value["additionalProperties"]["type"] == "string" && is_wanted(key));
    texts
        .map(|(key, _)| ("branding", &*key.clone().leak()))
        .collect()
}
