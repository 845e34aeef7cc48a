//! Every message in every language, and the words that are worked out.

mod catalogues;
mod counts;
mod dates;
mod neutral;
mod numbers;

use super::{Digits, Words};

/// The files of the built-in catalogues.
pub(super) const LANGUAGES: [(&str, &str); 2] = [
    ("en", include_str!("../../locales/en.yaml")),
    ("ar", include_str!("../../locales/ar.yaml")),
];

fn words(tag: &str) -> Words {
    Words::of(tag, None).expect("the language is registered")
}

#[test]
fn a_tag_chooses_the_catalogue_and_its_usual_digits() {
    let table = [
        ("en", "ltr", Digits::Latn),
        ("en-US", "ltr", Digits::Latn),
        ("ar", "rtl", Digits::Latn),
        ("ar-AE", "rtl", Digits::Latn),
        ("ar-MA", "rtl", Digits::Latn),
        ("ar-OM", "rtl", Digits::Arab),
        ("ar-EG", "rtl", Digits::Arab),
        ("ar-SA", "rtl", Digits::Arab),
    ];
    for (tag, dir, digits) in table {
        let words = words(tag);
        assert_eq!(
            (words.tag(), words.dir(), words.digits()),
            (tag, dir, digits)
        );
    }
    let chosen = Words::of("ar-OM", Some(Digits::Latn)).expect("the language is registered");
    assert_eq!(chosen.number(1234), "1,234");
}

#[test]
fn an_unknown_language_says_which_are_known() {
    for tag in ["fr", "", "not a tag"] {
        let error = Words::of(tag, None).expect_err("there is no such catalogue");
        assert_eq!(
            error.to_string(),
            format!("no words for the language `{tag}`; there are: en, ar")
        );
    }
}

#[test]
fn a_missing_message_or_argument_stands_out() {
    let words = words("en");
    assert_eq!(words.word("no-such-key"), "⟦no-such-key⟧");
    assert_eq!(words.word("sectors"), "⟦sectors: count⟧ sectors");
    assert!(words.has("sectors") && !words.has("no-such-key"));
}

#[test]
fn lists_end_with_and_but_no_comma() {
    let list = |tag: &str, items: &[&str]| {
        let items: Vec<String> = items.iter().map(|item| (*item).to_owned()).collect();
        words(tag).list(&items)
    };
    assert_eq!(list("en", &[]), "");
    assert_eq!(list("en", &["a"]), "a");
    assert_eq!(list("en", &["a", "b"]), "a and b");
    assert_eq!(list("en", &["a", "b", "c"]), "a, b and c");
    assert_eq!(list("ar", &["التعليم", "الفضاء"]), "التعليم والفضاء");
    assert_eq!(
        list("ar-OM", &["التعليم", "الثقافة", "الفضاء"]),
        "التعليم والثقافة والفضاء"
    );
}
