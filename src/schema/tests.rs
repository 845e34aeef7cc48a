//! The tables against the reader, and the schemas against real files.

use super::{Kind, Shape, Value};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::form;
use crate::load::load;
use crate::model::term::Term;
use crate::source::{RoundText, Texts};
use crate::span::Files;
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn every_schema_is_current() {
    for kind in Kind::ALL {
        let path = root().join("schema").join(kind.file_name());
        let text = kind.schema();
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(&path, &text).expect("it can be written");
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            kept == text,
            "{kind}: run the tests with UPDATE_EXPECTED=1 and look at the difference"
        );
    }
}

/// A place in a file: puts a value there into the file around it.
type Put = Box<dyn Fn(Json) -> Json>;

/// Is shown a shape, or a key of it, with a way to put a value there.
type Each<'e> = dyn FnMut(&'static Shape, Option<&'static super::Key>, &dyn Fn(Json) -> Json) + 'e;

/// Visits every key of every shape under one, with a way to put a value there.
fn visit(
    shape: &'static Shape,
    put: &dyn Fn(Json) -> Json,
    seen: &mut BTreeSet<&'static str>,
    each: &mut Each<'_>,
) {
    if !seen.insert(shape.name) {
        return;
    }
    each(shape, None, put);
    for key in shape.all_keys() {
        let here = |value: Json| put(with_required(shape, key.name, value));
        each(shape, Some(key), &here);
        for (inner, wrap) in shapes(&key.value) {
            visit(inner, &|value| here(wrap(value)), seen, each);
        }
    }
}

/// A map with a value at a key, and what else it needs.
fn with_required(shape: &Shape, key: &str, value: Json) -> Json {
    let mut map = serde_json::Map::new();
    for one in shape.keys.iter().filter(|one| one.required) {
        let example = serde_yaml::from_str(one.example).expect("an example is YAML");
        map.insert(one.name.to_owned(), example);
    }
    if shape.name == "dateInWords" {
        map.insert("earliest".to_owned(), json!(2026));
        map.insert("latest".to_owned(), json!(2027));
    }
    map.insert(key.to_owned(), value);
    Json::Object(map)
}

/// The maps that a value can be or hold, each with a way from the map to the value.
fn shapes(value: &'static Value) -> Vec<(&'static Shape, Put)> {
    match value {
        Value::Map(shape) => vec![(shape, Box::new(|map| map))],
        Value::Date => vec![(&super::shared::DATE, Box::new(|map| map))],
        Value::ById(_, shape) => vec![(shape, Box::new(|map| json!({"an-id": map})))],
        Value::List(item) => {
            let inner = shapes(item).into_iter();
            let wrap = |(shape, put): (_, Put)| -> (_, Put) {
                (shape, Box::new(move |map| json!([put(map)])))
            };
            inner.map(wrap).collect()
        }
        Value::Many(item) => shapes(item),
        Value::Either(one, other) => shapes(one).into_iter().chain(shapes(other)).collect(),
        _ => Vec::new(),
    }
}

/// Every place of every kind of file that is YAML.
fn every_place(
    mut each: impl FnMut(Kind, &'static Shape, Option<&'static super::Key>, &dyn Fn(Json) -> Json),
) {
    for kind in Kind::ALL {
        let Some(shape) = kind.shape() else { continue };
        let mut each = |shape, key, put: &dyn Fn(Json) -> Json| each(*kind, shape, key, put);
        visit(shape, &|map| map, &mut BTreeSet::new(), &mut each);
    }
}

/// What the reader says of a file.
fn told(kind: Kind, content: &Json) -> Vec<Diagnostic> {
    let (mut files, mut found) = (Files::default(), Vec::new());
    let file = files.add("file", content.to_string());
    let mut texts = Texts {
        name: "talks".to_owned(),
        taxonomy: None,
        dialogue: None,
        rounds: Vec::new(),
    };
    match kind {
        Kind::Round => texts.rounds.push(RoundText { number: None, file }),
        Kind::Dialogue => texts.dialogue = Some(file),
        Kind::Taxonomy => texts.taxonomy = Some(file),
        Kind::Accepted | Kind::Settings => {
            crate::load::accepted::accepted(&files, file, &mut found);
            return found;
        }
    }
    load(&files, &texts, &mut found);
    found
}

/// The words in backticks after the introduction of a help.
fn listed(found: &[Diagnostic], code: crate::diagnostic::Code, start: &str) -> Vec<String> {
    let help = found
        .iter()
        .filter(|one| one.code == code)
        .flat_map(|one| &one.help)
        .find_map(|help| help.strip_prefix(start));
    let words = help.unwrap_or_default().split('`').skip(1).step_by(2);
    words.map(str::to_owned).collect()
}

#[test]
fn the_keys_are_those_that_the_reader_asks_for() {
    let mut shapes = 0;
    every_place(|kind, shape, key, put| {
        if key.is_some() {
            return;
        }
        shapes += 1;
        let found = told(kind, &put(with_required(shape, "zzzzzzzzzzzz", json!(1))));
        let asked: BTreeSet<String> = listed(&found, form::UNKNOWN_KEY, "the keys are ")
            .into_iter()
            .collect();
        let known = shape.all_keys().map(|key| key.name.to_owned());
        assert_eq!(
            known.collect::<BTreeSet<_>>(),
            asked,
            "{kind}, {}",
            shape.name
        );
    });
    assert!(shapes > 25, "{shapes}");
}

#[test]
fn the_words_are_those_that_the_reader_takes() {
    let mut lists = 0;
    every_place(|kind, shape, key, put| {
        let Some(key) = key else { return };
        let words = key.value.words();
        if words.is_empty() {
            return;
        }
        lists += 1;
        let found = told(kind, &put(json!("zzzzzzzzzzzz")));
        let taken = listed(&found, form::UNKNOWN_VALUE, "the words are ");
        assert_eq!(words, taken, "{kind}, {}, {}", shape.name, key.name);
    });
    assert!(lists > 20, "{lists}");
}

#[test]
fn every_example_is_taken_and_every_key_is_described() {
    every_place(|kind, shape, key, put| {
        let Some(key) = key else { return };
        let place = format!("{kind}, {}, {}", shape.name, key.name);
        assert!(key.about.ends_with('.') && key.about.len() > 4, "{place}");
        let example: Json = serde_yaml::from_str(key.example).expect(&place);
        let file = put(example);
        let found = told(kind, &file);
        // A claim is about a key of the map around, which may have none of that name.
        let faults: Vec<_> = found
            .iter()
            .filter(|one| one.code != form::UNKNOWN_CLAIM)
            .collect();
        assert!(faults.is_empty(), "{place}: {file}: {faults:#?}");
        assert_eq!(accepts(kind, &file), Ok(()), "{place}: {file}");
    });
}

/// Whether the schema of a kind takes a file; else, why not.
fn accepts(kind: Kind, file: &Json) -> Result<(), String> {
    static COMPILED: OnceLock<(boon::Schemas, Vec<boon::SchemaIndex>)> = OnceLock::new();
    let (schemas, all) = COMPILED.get_or_init(|| {
        let (mut compiler, mut schemas) = (boon::Compiler::new(), boon::Schemas::new());
        let compile = |kind: &Kind| {
            let schema = serde_json::from_str(&kind.schema()).expect("a schema is JSON");
            let name = kind.file_name();
            compiler
                .add_resource(&name, schema)
                .expect("it is a resource");
            compiler
                .compile(&name, &mut schemas)
                .expect("it is a schema")
        };
        let all = Kind::ALL.iter().map(compile).collect();
        (schemas, all)
    });
    schemas
        .validate(file, all[kind as usize])
        .map_err(|error| format!("{error:#}"))
}

/// Every file of a kind that is below a folder.
fn files_below(folder: &Path, all: &mut Vec<(Kind, PathBuf)>) {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let mut paths: Vec<_> = entries.map(|one| one.expect("an entry").path()).collect();
    paths.sort();
    for path in paths {
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        if path.is_dir() {
            files_below(&path, all);
        } else if let Some(kind) = Kind::of_name(name).filter(|kind| kind.shape().is_some()) {
            all.push((kind, path));
        }
    }
}

fn as_json(path: &Path) -> Json {
    let text = fs::read_to_string(path).expect("the file can be read");
    serde_yaml::from_str(&text).expect("the file is YAML")
}

#[test]
fn sound_files_are_taken() {
    let mut all = Vec::new();
    for folder in ["rounds", "tests/fictional"] {
        files_below(&root().join(folder), &mut all);
    }
    assert!(all.len() > 15, "{}", all.len());
    for (kind, path) in all {
        let file = as_json(&path);
        assert_eq!(accepts(kind, &file), Ok(()), "{}", path.display());
    }
    let every_key = root().join("src/load/tests");
    for (kind, name) in [
        (Kind::Round, "round.yaml"),
        (Kind::Dialogue, "dialogue.yaml"),
        (Kind::Taxonomy, "taxonomy.yaml"),
    ] {
        let file = as_json(&every_key.join(name));
        assert_eq!(accepts(kind, &file), Ok(()), "{name}");
    }
}

#[test]
fn faults_of_form_are_refused() {
    let refused = [
        "unknown-key",
        "unknown-value",
        "missing-key",
        "missing-round",
        "wrong-type",
        "bad-country",
        "bad-url",
        "negative-number",
        "empty-value",
    ];
    for name in refused {
        let mut all = Vec::new();
        files_below(&root().join("tests/faulty").join(name), &mut all);
        let fault = all
            .iter()
            .any(|(kind, path)| accepts(*kind, &as_json(path)).is_err());
        assert!(fault, "{name}");
    }
}

#[test]
fn settings_are_taken_and_faults_in_them_refused() {
    let good = json!({
        "findings": {"absent-rounds": 2, "rules": {"wait-longer": {"priority": 1}}},
        "branding": {"title": {"en": "A"}, "logo": "a.svg", "light": {"accent": "#7a1f1f"}},
    });
    assert_eq!(accepts(Kind::Settings, &good), Ok(()));
    for bad in [
        json!({"finding": {}}),
        json!({"findings": {"absent-rounds": 0}}),
        json!({"findings": {"rules": {"wait-long": {}}}}),
        json!({"findings": {"rules": {"wait-longer": {"priority": 10}}}}),
        json!({"branding": {"dark": {"accent": "red"}}}),
    ] {
        assert!(accepts(Kind::Settings, &bad).is_err(), "{bad}");
    }
}
