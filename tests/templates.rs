//! The documentation of templates says what there is.

use rapporteur::render::Templates;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

const DOCS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/templates.md");
const BEGIN: &str = "<!-- generated: begin -->\n";
const END: &str = "<!-- generated: end -->";

/// How many places of a type are named.
const PLACES: usize = 6;

type Keys = Map<String, Value>;

#[test]
fn the_documented_context_is_that_of_the_schema() {
    let docs = fs::read_to_string(DOCS).expect("the documentation is there");
    let (head, rest) = docs.split_once(BEGIN).expect("the generated part begins");
    let (_, tail) = rest.split_once(END).expect("the generated part ends");
    let [comparison, history, portfolio, index, review] =
        ["comparison", "history-page", "portfolio", "index", "review"].map(schema);
    let mut text = String::new();
    let mut told = BTreeSet::new();
    context(&mut text, "A comparison", &comparison, &mut told);
    context(&mut text, "A history", &history, &mut told);
    context(&mut text, "A portfolio", &portfolio, &mut told);
    context(&mut text, "An index", &index, &mut told);
    context(&mut text, "A review", &review, &mut told);
    let current = format!("{head}{BEGIN}{text}\n{END}{tail}");
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(DOCS, &current).expect("it can be written");
    }
    let kept = fs::read_to_string(DOCS).expect("the documentation is there");
    assert!(
        kept == current,
        "run the tests with UPDATE_EXPECTED=1 and look at the difference"
    );
}

#[test]
fn every_template_and_every_helper_is_documented() {
    let docs = fs::read_to_string(DOCS).expect("the documentation is there");
    let named = |name: &str| docs.contains(&format!("\n| `{name}` |"));
    for (name, _) in Templates::built_in() {
        assert!(named(name), "{name} is not in the table of files");
    }
    for line in docs.lines().filter_map(|line| line.strip_prefix("| `")) {
        let name = line.split('`').next().unwrap_or_default();
        let file = name.starts_with("html/") || name.starts_with("markdown/");
        assert!(
            !file || Templates::built_in().any(|(known, _)| known == name),
            "{name} is no template"
        );
    }
    for helper in [
        "{{t \"key\"}}",
        "{{n number}}",
        "{{style}}",
        "{{style-hash}}",
        "{{look \"title\"}}",
    ] {
        assert!(named(helper), "{helper}");
    }
}

/// The schema of a report; another test holds it to the type.
fn schema(name: &str) -> Value {
    let path = format!("{}/schema/{name}.schema.json", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(path).expect("the schema is there");
    serde_json::from_str(&text).expect("the schema is JSON")
}

/// Every type as a table of its keys, the report itself first; none twice.
fn context(text: &mut String, name: &str, schema: &Value, told: &mut BTreeSet<String>) {
    let types = schema["$defs"].as_object().expect("it defines types");
    let mut places = BTreeMap::new();
    find(schema, types, "", &mut places);
    table(text, name, schema, &[], types);
    for (name, one) in types {
        if !is_sides(name) && told.insert(name.clone()) {
            let places = places.get(name.as_str()).map_or(&[][..], Vec::as_slice);
            table(text, name, one, places, types);
        }
    }
}

/// One type: what it is, where it stands, its keys or its words.
fn table(text: &mut String, name: &str, one: &Value, places: &[String], types: &Keys) {
    let _ = writeln!(text, "\n### {name}\n\n{}", description(one));
    if !places.is_empty() {
        let shown: Vec<_> = places
            .iter()
            .take(PLACES)
            .map(|path| format!("`{path}`"))
            .collect();
        let more = if places.len() > PLACES {
            " and elsewhere"
        } else {
            ""
        };
        let _ = writeln!(text, "At {}{more}.", shown.join(", "));
    }
    if let Some(keys) = one["properties"].as_object() {
        let _ = writeln!(text, "\n| Key | Type | |\n|---|---|---|");
        rows(text, "", keys, types);
        return;
    }
    let choices = one["oneOf"].as_array().or_else(|| one["anyOf"].as_array());
    for choice in choices.into_iter().flatten() {
        let words = choice["enum"].as_array().cloned().unwrap_or_default();
        let words = words
            .iter()
            .chain(choice.get("const"))
            .map(|word| format!("`{}`", word.as_str().unwrap_or_default()));
        let mut words: Vec<_> = words.collect();
        if words.is_empty() {
            words.push(kind(choice));
        }
        let _ = write!(text, "\n- {}", words.join(", "));
        if choice.get("description").is_some() {
            let _ = write!(text, ": {}", description(choice));
        }
    }
    let words = one["enum"].as_array().cloned().unwrap_or_default();
    for word in words {
        let _ = write!(text, "\n- `{}`", word.as_str().unwrap_or_default());
    }
    text.push('\n');
}

fn rows(text: &mut String, prefix: &str, keys: &Keys, types: &Keys) {
    for (key, one) in keys {
        let _ = writeln!(
            text,
            "| `{prefix}{key}` | {} | {} |",
            kind(one),
            description(one)
        );
        let sides = reference(one)
            .filter(|name| is_sides(name))
            .map(|name| &types[name]);
        if let Some(keys) = sides.and_then(|sides| sides["properties"].as_object()) {
            rows(text, &format!("{prefix}{key}."), keys, types);
        }
    }
}

/// A type in words, with a link to its table.
fn kind(one: &Value) -> String {
    if let Some(name) = reference(one) {
        return if is_sides(name) {
            "two sides".to_owned()
        } else {
            format!("[{name}](#{})", name.to_lowercase())
        };
    }
    if let Some(choices) = one["anyOf"].as_array() {
        return choices.iter().map(kind).collect::<Vec<_>>().join(" or ");
    }
    let names = match &one["type"] {
        Value::Array(names) => names.clone(),
        name => vec![name.clone()],
    };
    let names = names
        .iter()
        .map(|name| match name.as_str().unwrap_or_default() {
            "array" => format!("list of {}", kind(&one["items"])),
            "string" => "text".to_owned(),
            "integer" | "number" => "number".to_owned(),
            "boolean" => "true or false".to_owned(),
            "object" => "map".to_owned(),
            other => other.to_owned(),
        });
    names.collect::<Vec<_>>().join(" or ")
}

/// Notes every place where a type stands, by name.
fn find<'s>(
    one: &'s Value,
    types: &'s Keys,
    path: &str,
    places: &mut BTreeMap<&'s str, Vec<String>>,
) {
    if let Some(name) = reference(one) {
        let known = places.entry(name).or_default();
        known.push(path.to_owned());
        // What stands inside is told at the first place; two sides are their keys everywhere.
        if is_sides(name) || known.len() == 1 {
            find(&types[name], types, path, places);
        }
    }
    for choice in one["anyOf"].as_array().into_iter().flatten() {
        find(choice, types, path, places);
    }
    if one.get("items").is_some() {
        find(&one["items"], types, &format!("{path}[]"), places);
    }
    for (key, one) in one["properties"].as_object().into_iter().flatten() {
        let dot = if path.is_empty() { "" } else { "." };
        find(one, types, &format!("{path}{dot}{key}"), places);
    }
}

fn reference(one: &Value) -> Option<&str> {
    one["$ref"].as_str()?.strip_prefix("#/$defs/")
}

/// Whether a type is only `before` and `after` of another.
fn is_sides(name: &str) -> bool {
    name.strip_prefix("Sides")
        .is_some_and(|rest| rest.chars().all(|one| one.is_ascii_digit()))
}

fn description(one: &Value) -> String {
    let text = one["description"].as_str().unwrap_or_default();
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace('|', "\\|")
}
