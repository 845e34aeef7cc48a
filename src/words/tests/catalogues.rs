//! The catalogues say the same things.

use super::LANGUAGES;
use crate::words::catalogue::Catalogue;
use crate::words::message::{Forms, Message, Part, parts};
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};
use std::collections::BTreeSet;

pub(super) fn catalogues() -> impl Iterator<Item = (&'static str, &'static str, Catalogue)> {
    LANGUAGES.iter().map(|(tag, text)| {
        let read = Catalogue::read(text);
        (
            *tag,
            *text,
            read.unwrap_or_else(|error| panic!("{tag}: {error}")),
        )
    })
}

fn arguments(pattern: &str) -> BTreeSet<&str> {
    let names = parts(pattern).filter_map(|part| match part {
        Part::Argument(name) => Some(name),
        Part::Words(_) => None,
    });
    names.collect()
}

/// The forms that a language tells apart.
fn categories(tag: &str) -> Vec<PluralCategory> {
    let locale: Locale = tag.parse().expect("the tag is well formed");
    let rules = PluralRules::try_new_cardinal((&locale).into()).expect("CLDR knows the language");
    rules.categories().collect()
}

fn check_forms(label: &str, forms: &Forms<'_>, categories: &[PluralCategory], choosing: &str) {
    let whole = arguments(forms.of_or_other(PluralCategory::Other));
    assert!(
        [choosing, "range", "number", "total"]
            .iter()
            .any(|figure| whole.contains(figure)),
        "{label} shows no figure"
    );
    for category in PluralCategory::all() {
        let form = forms.of(category);
        assert_eq!(
            form.is_some(),
            categories.contains(&category),
            "{label} has a form too few or too many: {category:?}"
        );
        let mut given = arguments(form.unwrap_or_default());
        let mut wanted = whole.clone();
        // One and two may say the number in the noun itself.
        given.remove(choosing);
        wanted.remove(choosing);
        assert!(
            form.is_none() || given == wanted,
            "{label}: arguments of {category:?}"
        );
    }
}

#[test]
fn every_catalogue_is_registered_under_its_own_language() {
    for (tag, _, catalogue) in catalogues() {
        assert_eq!(&*catalogue.language, tag);
        assert!([0, 10].contains(&catalogue.spelled.len()), "{tag}");
        assert_eq!(catalogue.ordinals.len(), 10, "{tag}");
    }
}

#[test]
fn what_was_built_in_is_what_the_files_say() {
    for (tag, _, catalogue) in catalogues() {
        assert_eq!(Catalogue::find(tag), Some(catalogue), "{tag}");
    }
}

#[test]
fn every_message_is_found_by_its_key() {
    for (tag, _, catalogue) in catalogues() {
        for (key, message) in catalogue.messages.iter() {
            let found = catalogue.messages.get(key);
            let form = |message: Message<'_>| message.form(PluralCategory::Other).to_owned();
            assert_eq!(found.map(form), Some(form(message)), "{tag}: {key}");
        }
        for strange in ["", "a", "sectorz", "zzz", "⟦"] {
            assert!(
                catalogue.messages.get(strange).is_none(),
                "{tag}: {strange}"
            );
        }
    }
}

#[test]
fn every_catalogue_has_the_same_keys_in_the_same_order() {
    let keys = |catalogue: &Catalogue| {
        let keys = catalogue.messages.keys().map(str::to_owned);
        keys.collect::<Vec<_>>()
    };
    let mut all = catalogues();
    let (_, _, first) = all.next().expect("there is a catalogue");
    for (tag, _, other) in all {
        assert_eq!(keys(&other), keys(&first), "{tag}");
    }
}

#[test]
fn no_key_is_written_twice() {
    for (tag, text, catalogue) in catalogues() {
        let (_, messages) = text
            .split_once("\nmessages:\n")
            .expect("messages come last");
        let written = messages.lines().filter(|line| {
            let inner = line.strip_prefix("  ").unwrap_or_default();
            inner.starts_with(|first: char| first.is_ascii_lowercase()) && inner.contains(':')
        });
        assert_eq!(written.count(), catalogue.messages.keys().count(), "{tag}");
    }
}

#[test]
fn every_message_takes_the_same_arguments_in_every_language() {
    let mut all = catalogues();
    let (_, _, first) = all.next().expect("there is a catalogue");
    for (tag, _, other) in all {
        for (key, message) in first.messages.iter() {
            let theirs = other
                .messages
                .get(key)
                .map(|one| one.form(PluralCategory::Other));
            assert_eq!(
                theirs.map(arguments),
                Some(arguments(message.form(PluralCategory::Other))),
                "{tag}: {key}"
            );
        }
    }
}

#[test]
fn every_plural_has_all_the_forms_of_its_language() {
    for (tag, _, catalogue) in catalogues() {
        let categories = categories(tag);
        for (key, message) in catalogue.messages.iter() {
            if let Message::Plural(forms) = message {
                check_forms(&format!("{tag}: {key}"), &forms, &categories, "count");
            }
        }
        for (code, name) in catalogue.currencies.iter() {
            let Message::Plural(forms) = name else {
                panic!("{tag}: {code} has no forms");
            };
            check_forms(&format!("{tag}: {code}"), &forms, &categories, "amount");
        }
    }
    assert_eq!(categories("ar").len(), 6);
}

#[test]
fn no_pattern_holds_a_figure_a_control_or_a_stray_brace() {
    for (tag, text, catalogue) in catalogues() {
        let hidden = |character: char| matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
        assert!(!text.contains(hidden), "{tag}");
        for (key, message) in catalogue.messages.iter() {
            for category in PluralCategory::all() {
                for part in parts(message.form(category)) {
                    let (Part::Words(said) | Part::Argument(said)) = part;
                    assert!(
                        !said.contains(|one: char| one.is_numeric() || "{}".contains(one)),
                        "{tag}: {key}: digits are the report's to choose"
                    );
                }
            }
        }
    }
}

#[test]
fn every_rule_of_findings_has_its_sentence() {
    for (tag, _, catalogue) in catalogues() {
        for rule in crate::findings::rule::all() {
            let key = format!("finding-{}", rule.id());
            let message = catalogue.messages.get(&key);
            let message = message.unwrap_or_else(|| panic!("{tag} has no {key}"));
            let mut said = arguments(message.form(PluralCategory::Other));
            let mut given: BTreeSet<&str> = rule.entry().arguments.iter().copied().collect();
            // A count may only choose the form.
            said.remove("count");
            given.remove("count");
            assert_eq!(said, given, "{tag}: {key}");
        }
    }
}

#[test]
fn every_sentence_of_findings_has_its_rule() {
    let others = ["findings-none", "finding-others", "finding-worth"];
    for (tag, _, catalogue) in catalogues() {
        let keys = catalogue.messages.keys();
        for key in keys.filter(|key| key.starts_with("finding") && !others.contains(key)) {
            let rule = key
                .strip_prefix("finding-")
                .and_then(crate::findings::Rule::find);
            assert!(rule.is_some(), "{tag}: {key}");
        }
    }
}
