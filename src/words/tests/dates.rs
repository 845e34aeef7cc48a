//! Dates keep their precision in words.

use super::words;
use crate::model::date::Date;

#[test]
fn every_shape_has_its_words() {
    let table = [
        ("2026-01-25", "25 January 2026", "25 يناير 2026"),
        ("2024-04", "April 2024", "أبريل 2024"),
        ("2025", "2025", "2025"),
        (
            "2020-09-14/2020-09-15",
            "14–15 September 2020",
            "14–15 سبتمبر 2020",
        ),
        (
            "2020-09-30/2020-10-01",
            "30 September 2020 to 1 October 2020",
            "من 30 سبتمبر 2020 إلى 1 أكتوبر 2020",
        ),
        (
            "2024-04/2024-05",
            "April 2024 to May 2024",
            "من أبريل 2024 إلى مايو 2024",
        ),
        (
            "2020-09-14?/2020-09-15",
            "14 September 2020 (uncertain) to 15 September 2020",
            "من 14 سبتمبر 2020 (غير مؤكد) إلى 15 سبتمبر 2020",
        ),
        ("2024-21", "spring 2024", "ربيع 2024"),
        ("2024-24", "winter 2024", "شتاء 2024"),
        ("2023/..", "2023 or later", "2023 أو بعد ذلك"),
        ("../2023", "2023 or earlier", "2023 أو قبل ذلك"),
        (
            "2023/",
            "from 2023, end not known",
            "من 2023، والنهاية غير معروفة",
        ),
        (
            "/2023",
            "until 2023, start not known",
            "حتى 2023، والبداية غير معروفة",
        ),
        ("1980~", "about 1980", "نحو 1980"),
        (
            "2026-01-15?",
            "15 January 2026 (uncertain)",
            "15 يناير 2026 (غير مؤكد)",
        ),
        ("1980%", "about 1980 (uncertain)", "نحو 1980 (غير مؤكد)"),
        ("2021-06-XX", "a day in June 2021", "يوم من يونيو 2021"),
        ("2021-XX", "a month of 2021", "شهر من 2021"),
        ("2021-XX-XX", "a day in 2021", "يوم من 2021"),
        ("201X", "a year between 2010 and 2019", "سنة بين 2010 و2019"),
        ("19XX", "a year between 1900 and 1999", "سنة بين 1900 و1999"),
        ("0000", "1 BC", "1 قبل الميلاد"),
    ];
    let (en, ar) = (words("en"), words("ar"));
    for (literal, english, arabic) in table {
        let date = Date::parse(literal).expect(literal);
        assert_eq!(en.date(&date), english, "{literal}");
        assert_eq!(ar.date(&date), arabic, "{literal}");
    }
}

#[test]
fn digits_follow_the_report_and_years_are_not_grouped() {
    let date = Date::parse("2020-09-14/2020-09-15").expect("an interval");
    assert_eq!(words("ar-OM").date(&date), "١٤–١٥ سبتمبر ٢٠٢٠");
    assert_eq!(words("ar-OM").year(-9), "١٠ قبل الميلاد");
}

#[test]
fn the_words_of_the_source_are_said_as_they_are() {
    let date = Date::described("early 2026", None, None).expect("a text");
    assert_eq!(words("en").date(&date), "early 2026");
}

#[test]
fn months_are_those_of_the_gulf() {
    let months = [
        ("January", "يناير"),
        ("February", "فبراير"),
        ("March", "مارس"),
        ("April", "أبريل"),
        ("May", "مايو"),
        ("June", "يونيو"),
        ("July", "يوليو"),
        ("August", "أغسطس"),
        ("September", "سبتمبر"),
        ("October", "أكتوبر"),
        ("November", "نوفمبر"),
        ("December", "ديسمبر"),
    ];
    for ((english, arabic), month) in months.into_iter().zip(1..) {
        assert_eq!(words("en").month(month), english);
        assert_eq!(words("ar").month(month), arabic);
    }
    assert_eq!(words("en").month(0), "⟦?⟧");
    assert_eq!(words("en").month(13), "⟦?⟧");
}
