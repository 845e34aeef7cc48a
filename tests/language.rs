//! A third language is one file: with its catalogue every report is in it, and in nothing else.

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use common::real;
use rapporteur::compare::{compare, first};
use rapporteur::history::History;
use rapporteur::matching::Series;
use rapporteur::render::{Format, Screen, Templates, render, render_series};
use rapporteur::report::{comparison, series};
use rapporteur::words::Words;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;

const POLISH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/locales/pl.yaml");
const ENGLISH: &str = include_str!("../locales/en.yaml");

/// What stands after every word that is not translated.
const MARK: &str = "ż";

/// The catalogue; with `UPDATE_EXPECTED` set, with placeholders for what it lacks and without the rest.
fn polish() -> String {
    let text = fs::read_to_string(POLISH).expect("the catalogue is there");
    if std::env::var_os("UPDATE_EXPECTED").is_none() {
        return text;
    }
    let (head, messages) = text.split_once("messages:\n").expect("messages come last");
    let mut current = format!("{head}messages:\n");
    for (key, message) in english() {
        let start = format!("  {key}: ");
        match messages.lines().find(|line| line.starts_with(&start)) {
            Some(line) => current.extend([line, "\n"]),
            None => {
                let _ = writeln!(current, "{start}{}", placeholder(&message));
            }
        }
    }
    fs::write(POLISH, &current).expect("it can be written");
    current
}

/// The messages of the English catalogue: a text, or a text for each plural form.
fn english() -> Vec<(String, Value)> {
    let catalogue: Value = serde_yaml::from_str(ENGLISH).expect("the catalogue is YAML");
    let messages = catalogue["messages"].as_object().expect("it has messages");
    let messages = messages.iter();
    messages
        .map(|(key, message)| (key.clone(), message.clone()))
        .collect()
}

fn placeholder(message: &Value) -> String {
    match message {
        Value::String(text) => Value::from(marked(text)).to_string(),
        forms => {
            let other = Value::from(marked(
                forms["other"].as_str().expect("every plural has it"),
            ));
            format!("{{one: {other}, few: {other}, many: {other}, other: {other}}}")
        }
    }
}

/// The text with a mark after every word, but not in the names of arguments.
fn marked(text: &str) -> String {
    let mut out = String::new();
    let (mut inside, mut letter) = (false, false);
    for one in text.chars().chain(['\0']) {
        if letter && !inside && !one.is_alphabetic() {
            out.push_str(MARK);
        }
        inside = one == '{' || (inside && one != '}');
        letter = one.is_alphabetic();
        if one != '\0' {
            out.push(one);
        }
    }
    out
}

/// Every word of the English messages.
fn vocabulary() -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for (_, message) in english() {
        let forms = message.as_object().map(|forms| forms.values().collect());
        for form in forms.unwrap_or_else(|| vec![&message]) {
            let text = marked(form.as_str().expect("a text"));
            words.extend(
                tokens(&text).filter_map(|word| Some(word.strip_suffix(MARK)?.to_lowercase())),
            );
        }
    }
    words
}

fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split(|one: char| !one.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// The texts of a report that come from the record or are code, the longest first.
fn foreign(report: &Value) -> Vec<String> {
    let mut found = BTreeSet::new();
    collect(report, &mut found);
    let mut found: Vec<String> = found.into_iter().filter(|text| text.len() > 1).collect();
    found.sort_by_key(|text| std::cmp::Reverse(text.len()));
    found
}

fn collect(value: &Value, found: &mut BTreeSet<String>) {
    const CODE: [&str; 10] = [
        "id", "line", "add_to", "command", "file", "ids", "of", "source", "as", "inputs",
    ];
    match value {
        Value::Object(keys) => {
            if keys.get("record") == Some(&Value::Bool(true)) {
                found.extend(keys["text"].as_str().map(str::to_owned));
            }
            for (key, value) in keys {
                if CODE.contains(&key.as_str()) {
                    strings(value, found);
                }
                collect(value, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        _ => {}
    }
}

fn strings(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            found.insert(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| strings(item, found)),
        Value::Object(keys) => keys.values().for_each(|item| strings(item, found)),
        _ => {}
    }
}

/// What is left of a text to read: no style, no tags but for labels, no code.
fn readable(text: &str, format: Format) -> String {
    if format == Format::Text {
        return text.to_owned();
    }
    let plain = text.split("<style>").next().unwrap_or_default().to_owned()
        + text.split("</style>").nth(1).unwrap_or_default();
    let mut out = String::new();
    let mut code = false;
    for (nth, part) in plain.split('<').enumerate() {
        let (tag, rest) = if nth == 0 {
            ("", part)
        } else {
            part.split_once('>').unwrap_or((part, ""))
        };
        code = tag.starts_with("code") || (code && tag != "/code") || tag.starts_with("!--");
        for attribute in ["aria-label=\"", "data-l=\"", "content=\""] {
            let value = tag
                .split(attribute)
                .nth(1)
                .and_then(|rest| rest.split('"').next());
            let policy = tag.contains("http-equiv")
                || tag.contains("name=\"viewport")
                || tag.contains("name=\"color")
                || tag.contains("name=\"referrer");
            out.extend(value.filter(|_| !policy));
            out.push(' ');
        }
        out.push_str(if code && tag != "/code" { "" } else { rest });
        code = code && !tag.starts_with("!--");
    }
    let out = out
        .replace('\\', "")
        .replace("&#39;", "'")
        .replace("&#58;", ":");
    out.replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

/// No word of the English catalogue is left in a text, and no message is missing.
fn check(name: &str, text: &str, format: Format, report: &Value, english: &BTreeSet<String>) {
    assert!(!text.contains('⟦'), "{name}");
    let mut rest = readable(text, format);
    for known in foreign(report) {
        rest = rest.replace(&known, " ");
    }
    let left: BTreeSet<&str> = tokens(&rest)
        .filter(|word| english.contains(&word.to_lowercase()))
        .collect();
    assert!(left.is_empty(), "{name}: {left:?} in {rest}");
    let ours = tokens(&rest).filter(|word| word.ends_with(MARK)).count();
    assert!(ours > 20, "{name}: {ours} words only");
}

#[test]
fn the_catalogue_is_whole() {
    if let Err(fault) = Words::from_catalogue(&polish()) {
        panic!("{fault}; run the tests with UPDATE_EXPECTED=1");
    }
}

#[test]
fn its_nouns_follow_its_own_plural_forms() {
    let words = Words::from_catalogue(&polish()).expect("it is whole");
    let table = [
        (0, "0 sektorów"),
        (1, "1 sektor"),
        (2, "2 sektory"),
        (4, "4 sektory"),
        (5, "5 sektorów"),
        (12, "12 sektorów"),
        (21, "21 sektorów"),
        (22, "22 sektory"),
        (112, "112 sektorów"),
    ];
    for (count, expected) in table {
        assert_eq!(words.say("sectors", &[("count", count.into())]), expected);
    }
    assert_eq!(
        (words.tag(), words.dir(), words.name()),
        ("pl", "ltr", "polski")
    );
    assert_eq!(words.months(13, 14), "13–14 miesięcy");
}

#[test]
fn reports_are_in_it_and_in_nothing_else() {
    let words = Words::from_catalogue(&polish()).expect("it is whole");
    let english = vocabulary();
    assert!(english.len() > 300 && english.contains("sectors"));
    let reading = real();
    let rounds = Series::of(reading.record());
    let templates = Templates::default();
    let screen = Screen::default();
    for (before, after) in [(Some(2), 3), (Some(1), 3), (Some(3), 2), (None, 1)] {
        let pair = match before {
            Some(before) => compare(&rounds, before, after),
            None => first(&rounds, after),
        };
        let pair = pair.expect("the rounds are there");
        let history = History::of(&rounds, after.max(before.unwrap_or(after)));
        let report = comparison(&pair, &rounds, &history, &[], &reading.files, &words);
        let value = serde_json::to_value(&report).expect("it is JSON");
        for format in [Format::Text, Format::Markdown, Format::Html] {
            let text = render(&report, format, &templates, &words, screen).expect("it renders");
            check(
                &format!("{before:?} {after} {format}"),
                &text,
                format,
                &value,
                &english,
            );
        }
        for format in [Format::Json, Format::Csv] {
            let text = render(&report, format, &templates, &words, screen).expect("it renders");
            assert!(!text.contains('⟦'), "{format}");
            // A row of CSV holds words only where it has a note.
            assert!(format == Format::Csv || text.contains(MARK), "{format}");
        }
    }
    let history = History::of(&rounds, 3);
    let report = series(&history, &rounds, &reading.files, &words);
    let value = serde_json::to_value(&report).expect("it is JSON");
    for format in [Format::Text, Format::Markdown, Format::Html] {
        let text = render_series(&report, format, &templates, &words, screen).expect("it renders");
        check(
            &format!("history {format}"),
            &text,
            format,
            &value,
            &english,
        );
    }
}
