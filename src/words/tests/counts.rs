//! Counted nouns: the forms of Arabic and English, also of ranges.

use super::words;
use crate::model::date::Days;
use crate::words::{Digits, Value, Words};

const COUNTS: [u64; 11] = [0, 1, 2, 3, 10, 11, 21, 99, 100, 103, 111];

/// What Arabic says for each of [`COUNTS`]: none, one and two in words, then the noun.
fn arabic(zero: &str, one: &str, two: &str, few: &str, many: &str, other: &str) -> Vec<String> {
    let counted = |count: u64, noun: &str| format!("{count} {noun}");
    vec![
        zero.to_owned(),
        one.to_owned(),
        two.to_owned(),
        counted(3, few),
        counted(10, few),
        counted(11, many),
        counted(21, many),
        counted(99, many),
        counted(100, other),
        counted(103, few),
        counted(111, many),
    ]
}

fn said(words: &Words, noun: &str) -> Vec<String> {
    let count = |count| words.say(noun, &[("count", Value::Count(count))]);
    COUNTS.map(count).to_vec()
}

#[test]
fn arabic_nouns_follow_all_six_forms() {
    let words = words("ar");
    let table = [
        (
            "sectors",
            arabic("لا قطاعات", "قطاع واحد", "قطاعان", "قطاعات", "قطاعًا", "قطاع"),
        ),
        (
            "documents",
            arabic(
                "لا وثائق",
                "وثيقة واحدة",
                "وثيقتان",
                "وثائق",
                "وثيقة",
                "وثيقة",
            ),
        ),
        (
            "rounds",
            arabic("لا جولات", "جولة واحدة", "جولتان", "جولات", "جولة", "جولة"),
        ),
        (
            "days",
            arabic("لا أيام", "يوم واحد", "يومان", "أيام", "يومًا", "يوم"),
        ),
        (
            "months",
            arabic("لا أشهر", "شهر واحد", "شهران", "أشهر", "شهرًا", "شهر"),
        ),
    ];
    for (noun, expected) in table {
        assert_eq!(said(&words, noun), expected, "{noun}");
    }
}

#[test]
fn english_nouns_have_a_singular_for_one_only() {
    let expected = [
        "0 sectors",
        "1 sector",
        "2 sectors",
        "3 sectors",
        "10 sectors",
        "11 sectors",
        "21 sectors",
        "99 sectors",
        "100 sectors",
        "103 sectors",
        "111 sectors",
    ];
    assert_eq!(said(&words("en"), "sectors"), expected);
}

#[test]
fn arabic_digits_are_used_throughout() {
    let words = Words::of("ar", Some(Digits::Arab)).expect("the language is registered");
    let said = words.say("sectors", &[("count", Value::Count(1234))]);
    assert_eq!(said, "١٬٢٣٤ قطاعًا");
    assert_eq!(words.days(range(Some(635), Some(664))), "٦٣٥–٦٦٤ يومًا");
}

fn range(least: Option<i64>, most: Option<i64>) -> Days {
    Days { least, most }
}

#[test]
fn days_are_exact_or_a_range_or_open() {
    let (en, ar) = (words("en"), words("ar"));
    let table = [
        (Some(25), Some(25), "25 days", "25 يومًا"),
        (Some(1), Some(1), "1 day", "يوم واحد"),
        (Some(635), Some(664), "635–664 days", "635–664 يومًا"),
        (Some(403), Some(432), "403–432 days", "403–432 يومًا"),
        (Some(1), Some(2), "1–2 days", "1–2 يوم"),
        (Some(2), Some(5), "2–5 days", "2–5 أيام"),
        (Some(0), Some(29), "0–29 days", "0–29 يومًا"),
        (Some(90), Some(100), "90–100 days", "90–100 يوم"),
        (
            Some(-3),
            Some(5),
            "-3 to 5 days",
            "من \u{200e}-3 إلى 5 أيام",
        ),
        (Some(-5), Some(-5), "-5 days", "\u{200e}-5 يوم"),
        (Some(25), None, "at least 25 days", "25 يومًا على الأقل"),
        (None, Some(2), "at most 2 days", "يومان على الأكثر"),
        (Some(0), None, "not known", "غير معروف"),
        (None, None, "not known", "غير معروف"),
    ];
    for (least, most, english, arabic) in table {
        assert_eq!(en.days(range(least, most)), english);
        assert_eq!(ar.days(range(least, most)), arabic);
    }
}

#[test]
fn months_are_exact_or_a_range() {
    assert_eq!(words("en").months(14, 14), "14 months");
    assert_eq!(words("en").months(13, 14), "13–14 months");
    assert_eq!(words("ar").months(13, 14), "13–14 شهرًا");
    assert_eq!(words("ar").months(2, 3), "2–3 أشهر");
}
