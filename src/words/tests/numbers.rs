//! Numbers, shares, ordinals and money.

use super::words;
use crate::model::money::{Currency, Decimal, Money, Nature};

fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).expect(text)
}

fn money(amount: &str, currency: &str, nature: Option<Nature>) -> Money {
    Money {
        amount: decimal(amount),
        currency: Currency::parse(currency).expect(currency),
        nature,
    }
}

#[test]
fn numbers_are_grouped_in_the_digits_of_the_report() {
    let table = [
        ("en", 1_234_567, "1,234,567"),
        ("ar", 1_234_567, "1,234,567"),
        ("ar-OM", 1_234_567, "١٬٢٣٤٬٥٦٧"),
        ("en", 0, "0"),
        ("en", -25, "-25"),
    ];
    for (tag, number, said) in table {
        assert_eq!(words(tag).number(number), said);
    }
    assert_eq!(words("en").count(u64::MAX), "18,446,744,073,709,551,615");
}

#[test]
fn decimals_keep_every_figure() {
    let en = words("en");
    assert_eq!(en.decimal(&decimal("3.3"), 0), "3.3");
    assert_eq!(en.decimal(&decimal("3.3"), 2), "3.30");
    assert_eq!(en.decimal(&decimal("-1234.5678"), 1), "-1,234.5678");
    assert_eq!(words("ar-OM").decimal(&decimal("1234.5"), 1), "١٬٢٣٤٫٥");
    let smallest = format!("0.{}1", "0".repeat(29));
    assert_eq!(en.decimal(&decimal(&smallest), 0), smallest);
    let largest = "9".repeat(36);
    assert_eq!(en.decimal(&decimal(&largest), 0), ["999"; 12].join(","));
}

#[test]
fn shares_are_whole_percentages_rounded_half_up() {
    let en = words("en");
    // 4/14 is 28.57 %, 4/18 is 22.2 %, 6/16 is 37.5 %.
    assert_eq!(en.percent(4, 14), "29%");
    assert_eq!(en.percent(4, 18), "22%");
    assert_eq!(en.percent(6, 16), "38%");
    assert_eq!(en.percent(0, 5), "0%");
    assert_eq!(en.percent(u64::MAX, u64::MAX), "100%");
    assert_eq!(en.percent(0, 0), "–");
    assert_eq!(words("ar-OM").percent(4, 14), "٢٩٪");
}

#[test]
fn ordinals_have_words_to_the_tenth() {
    let (en, ar) = (words("en"), words("ar"));
    assert_eq!(en.ordinal(1), Some("first"));
    assert_eq!(en.ordinal(10), Some("tenth"));
    assert_eq!((en.ordinal(0), en.ordinal(11)), (None, None));
    assert_eq!(
        (ar.ordinal(1), ar.ordinal(10)),
        (Some("الأولى"), Some("العاشرة"))
    );
}

#[test]
fn small_numbers_are_spelled_in_english_only() {
    let (en, ar) = (words("en"), words("ar"));
    assert_eq!(en.small_number(0), "0");
    assert_eq!(en.small_number(1), "one");
    assert_eq!(en.small_number(10), "ten");
    assert_eq!(en.small_number(11), "11");
    assert_eq!(ar.small_number(4), "4");
}

#[test]
fn money_is_said_whole() {
    let table = [
        ("500000000", "USD 500 million", "500 مليون دولار أمريكي"),
        ("3300000000", "USD 3.3 billion", "3.3 مليار دولار أمريكي"),
        ("1000000", "USD 1 million", "مليون دولار أمريكي"),
        ("2000000", "USD 2 million", "مليونا دولار أمريكي"),
        ("5000000", "USD 5 million", "5 ملايين دولار أمريكي"),
        ("1250000", "USD 1.25 million", "1.25 مليون دولار أمريكي"),
        ("1234000", "USD 1,234,000", "1,234,000 دولار أمريكي"),
        ("1234567", "USD 1,234,567", "1,234,567 دولارًا أمريكيًا"),
        ("2000000000000", "USD 2 trillion", "تريليونا دولار أمريكي"),
        ("1000000.5", "USD 1,000,000.5", "1,000,000.5 دولار أمريكي"),
        ("750", "USD 750", "750 دولارًا أمريكيًا"),
        ("3", "USD 3", "3 دولارات أمريكية"),
        ("0", "USD 0", "0 دولار أمريكي"),
    ];
    let (en, ar) = (words("en"), words("ar"));
    for (amount, english, arabic) in table {
        let money = money(amount, "USD", None);
        assert_eq!(en.money(&money), english);
        assert_eq!(ar.money(&money), arabic);
    }
    assert_eq!(ar.money(&money("7000000", "JPY", None)), "7 ملايين JPY");
    assert_eq!(
        words("ar-OM").money(&money("500000000", "OMR", None)),
        "٥٠٠ مليون ريال عُماني"
    );
}

#[test]
fn the_nature_of_an_amount_is_said_with_it() {
    let said = |nature| words("en").money(&money("500000000", "USD", Some(nature)));
    assert_eq!(said(Nature::Ceiling), "up to USD 500 million");
    assert_eq!(said(Nature::Indicative), "about USD 500 million");
    assert_eq!(said(Nature::Committed), "USD 500 million committed");
    assert_eq!(said(Nature::Disbursed), "USD 500 million paid out");
}
