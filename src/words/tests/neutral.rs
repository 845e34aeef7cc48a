//! What catalogues never say.

use super::catalogues::catalogues;
use crate::words::message::{Message, Part, parts};
use crate::words::{Value, Words};
use icu_plurals::PluralCategory;
use std::collections::BTreeSet;
use std::fs;

/// The counts at which forms of either language change.
const COUNTS: [u64; 11] = [0, 1, 2, 3, 10, 11, 21, 99, 100, 103, 111];

/// Words that judge, or that say more than a record can: in no message.
const NEVER: [(&str, &[&str]); 2] = [
    (
        "en",
        &[
            "abandoned",
            "revived",
            "frozen",
            "failed",
            "broken",
            "missed",
            "unknown",
            "assumed",
        ],
    ),
    (
        "ar",
        &[
            "متروك",
            "متروكة",
            "مُحيا",
            "مجمّد",
            "مجمد",
            "فشل",
            "فشلت",
            "أخفق",
            "مجهول",
            "مجهولة",
            "مفترض",
        ],
    ),
];

/// Words that no label is: a message may hold them in a sentence.
const NO_LABEL: [(&str, &[&str]); 2] = [
    ("en", &["new", "same", "stages"]),
    ("ar", &["جديد", "جديدة", "نفسه", "مراحل"]),
];

/// What says that an item was taken off a list, and the messages that may: those of a list that is
/// complete, and of a record that says so itself.
const DROPPED: [(&str, &[&str]); 2] = [
    ("en", &["dropped"]),
    ("ar", &["مستبعد", "مستبعدة", "أُسقط", "إسقاط"]),
];
const MAY_SAY_DROPPED: [&str; 4] = [
    "note-dropped",
    "class-dropped",
    "how-coverage",
    "finding-sectors-dropped",
];

/// Every form of every message.
fn forms(message: Message<'_>) -> Vec<&str> {
    let all = PluralCategory::all();
    let forms: BTreeSet<&str> = all.map(|category| message.form(category)).collect();
    forms.into_iter().collect()
}

fn tokens(text: &str) -> Vec<String> {
    let words = parts(text).filter_map(|part| match part {
        Part::Words(words) => Some(words),
        Part::Argument(_) => None,
    });
    let joined = words.collect::<Vec<_>>().join(" ").to_lowercase();
    let split =
        joined.split(|one: char| !(one.is_alphabetic() || ('\u{64b}'..='\u{652}').contains(&one)));
    split
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn of<'t>(table: &[(&str, &'t [&'t str])], tag: &str) -> &'t [&'t str] {
    table
        .iter()
        .find(|(known, _)| *known == tag)
        .map_or(&[], |(_, words)| words)
}

#[test]
fn the_built_in_catalogues_are_the_files_of_the_folder() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/locales");
    let files = fs::read_dir(folder).expect("the folder is there");
    let names = files.map(|file| {
        file.expect("it can be read")
            .file_name()
            .to_string_lossy()
            .into_owned()
    });
    let registered: BTreeSet<String> = Words::languages()
        .iter()
        .map(|tag| format!("{tag}.yaml"))
        .collect();
    assert_eq!(names.collect::<BTreeSet<_>>(), registered);
}

#[test]
fn directions_agree_with_those_of_texts() {
    for (tag, _, catalogue) in catalogues() {
        let words = super::words(tag);
        let of_texts = crate::report::Direction::of(tag);
        let rtl = of_texts == crate::report::Direction::Rtl;
        assert_eq!(catalogue.direction.as_str() == "rtl", rtl, "{tag}");
        assert_eq!(words.dir() == "rtl", rtl, "{tag}");
    }
}

#[test]
fn no_message_judges() {
    for (tag, _, catalogue) in catalogues() {
        for (key, message) in catalogue.messages.iter() {
            for form in forms(message) {
                let said = tokens(form);
                let holds = |words: &[&str]| said.iter().any(|word| words.contains(&word.as_str()));
                assert!(!holds(of(&NEVER, tag)), "{tag}: {key}: {form}");
                let label = said.len() == 1;
                assert!(!label || !holds(of(&NO_LABEL, tag)), "{tag}: {key}: {form}");
                let may = MAY_SAY_DROPPED.contains(&key);
                assert!(may || !holds(of(&DROPPED, tag)), "{tag}: {key}: {form}");
            }
        }
    }
}

#[test]
fn no_message_has_an_arrow_or_a_character_that_hides() {
    for (tag, text, _) in catalogues() {
        let arrow = |one: char| matches!(one, '\u{2190}'..='\u{21ff}' | '\u{27f0}'..='\u{27ff}' | '\u{2900}'..='\u{297f}');
        let hidden = |one: char| {
            (one.is_control() && one != '\n')
                || matches!(one, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{61c}' | '\u{feff}' | '\u{ad}')
        };
        assert!(!text.contains(arrow), "{tag}");
        assert!(!text.contains(hidden), "{tag}");
    }
}

#[test]
fn no_counted_message_puts_two_numbers_side_by_side() {
    for (tag, _, catalogue) in catalogues() {
        let words = super::words(tag);
        for (key, message) in catalogue.messages.iter() {
            let Message::Plural(_) = message else {
                continue;
            };
            for count in COUNTS {
                let said = example(&words, key, message, count);
                assert!(!said.contains('⟦'), "{tag}: {said}");
                let mut numbers = said.split(' ').map(|word| word.parse::<u64>().is_ok());
                let mut last = false;
                let touching = numbers.any(|number| std::mem::replace(&mut last, number) && number);
                assert!(!touching, "{tag}: {key}: {said}");
            }
        }
    }
}

/// A message with a number for its count, and for everything else that may be one.
fn example(words: &Words, key: &str, message: Message<'_>, count: u64) -> String {
    let names: BTreeSet<&str> = forms(message)
        .into_iter()
        .flat_map(parts)
        .filter_map(|part| match part {
            Part::Argument(name) => Some(name),
            Part::Words(_) => None,
        })
        .collect();
    let mut arguments: Vec<(&str, Value)> = names
        .into_iter()
        .filter(|name| *name != "count")
        .map(|name| (name, Value::Count(7)))
        .collect();
    arguments.push(("count", Value::Count(count)));
    words.say(key, &arguments)
}
