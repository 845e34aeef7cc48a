//! The words of a large record.

use super::super::random::Random;
use super::Item;
use std::fmt::Write;

pub(super) const DIALOGUE: &str = "\
title: {en: East–West Dialogue, ar: حوار الشرق والغرب}
language: en
parties:
  east: {title: {en: East, ar: الشرق}, country: OM, kind: state}
  west: {title: {en: West, ar: الغرب}, country: US, kind: state}
sources:
  gazette: {title: {en: The Gazette, ar: الجريدة}, language: en, tier: official}
  agency: {title: {en: The Agency, ar: الوكالة}, language: ar, tier: news-agency}
";

const KINDS: [(&str, &str); 16] = [
    ("solar", "الشمسية"),
    ("coastal", "الساحلية"),
    ("digital", "الرقمية"),
    ("marine", "البحرية"),
    ("rural", "الريفية"),
    ("civil", "المدنية"),
    ("joint", "المشتركة"),
    ("regional", "الإقليمية"),
    ("advanced", "المتقدمة"),
    ("clean", "النظيفة"),
    ("historic", "التاريخية"),
    ("open", "المفتوحة"),
    ("critical", "الحيوية"),
    ("early", "المبكرة"),
    ("shared", "المتبادلة"),
    ("urban", "الحضرية"),
];

const THINGS: [(&str, &str); 16] = [
    ("desalination", "تحلية المياه"),
    ("logistics", "الخدمات اللوجستية"),
    ("fisheries", "الثروة السمكية"),
    ("archives", "المحفوظات"),
    ("aviation", "الطيران"),
    ("nursing", "التمريض"),
    ("hydrogen", "الهيدروجين"),
    ("customs", "الجمارك"),
    ("tourism", "السياحة"),
    ("forecasting", "الأرصاد"),
    ("mining", "التعدين"),
    ("statistics", "الإحصاء"),
    ("libraries", "المكتبات"),
    ("irrigation", "الري"),
    ("standards", "المواصفات"),
    ("astronomy", "الفلك"),
];

const ENDS: [(&str, &str); 6] = [
    ("services", "خدمات"),
    ("training", "تدريب"),
    ("research", "بحوث"),
    ("exchange", "تبادل"),
    ("infrastructure", "بنية"),
    ("investment", "استثمار"),
];

const LATIN: [&str; 24] = [
    "ba", "di", "fu", "ha", "ja", "khu", "li", "ma", "na", "qu", "ra", "sa", "shi", "ta", "wa",
    "ya", "za", "dho", "ghu", "si", "mu", "ri", "su", "no",
];

const ARABIC: [&str; 24] = [
    "با", "دي", "فو", "ها", "جا", "خو", "لي", "ما", "نا", "قو", "را", "سا", "شي", "تا", "وا", "يا",
    "زا", "ضو", "غو", "سي", "مو", "ري", "سو", "نو",
];

/// The id of the item of a number.
pub(super) fn id(nth: usize, is_sector: bool) -> String {
    let mut random = Random::of(&[11, number(nth)]);
    let (kind, thing) = (random.pick(&words(&KINDS)), random.pick(&words(&THINGS)));
    let end = if is_sector { "" } else { "-mou" };
    format!("{kind}-{thing}-{nth}{end}")
}

fn words(all: &[(&'static str, &'static str)]) -> Vec<&'static str> {
    all.iter().map(|(one, _)| *one).collect()
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// A name that few others have, in both languages.
fn name(random: &mut Random) -> (String, String) {
    let (mut latin, mut arabic) = (String::new(), String::new());
    for _ in 0..3 {
        let at = random.below(LATIN.len());
        latin.push_str(LATIN[at]);
        arabic.push_str(ARABIC[at]);
    }
    latin[..1].make_ascii_uppercase();
    (latin, arabic)
}

/// What an item is called, in both languages.
fn title(item: &Item) -> (String, String) {
    let mut random = Random::of(&[11, number(item.nth)]);
    let kind = KINDS[random.below(KINDS.len())];
    let thing = THINGS[random.below(THINGS.len())];
    let end = ENDS[(random.below(ENDS.len()) + item.wording) % ENDS.len()];
    let (one, other) = (name(&mut random), name(&mut random));
    (
        format!(
            "{} {} {} in {} and {}",
            kind.0, thing.0, end.0, one.0, other.0
        ),
        format!("{} {} {} في {} و{}", end.1, thing.1, kind.1, one.1, other.1),
    )
}

/// The text of a round.
pub(super) fn round(round: u32, items: &[Item]) -> String {
    let mut text = String::with_capacity(items.len() * 1000);
    let _ = write!(
        text,
        "round: {round}\ndate: {:04}-{:02}-14\nplace: {{city: {{en: Muscat, ar: مسقط}}, country: OM}}\n\
         source: gazette\ncoverage: {{sectors: complete, agreements: partial}}\n",
        1000 + round / 2,
        1 + round % 2 * 6,
    );
    text.push_str("\nsectors:\n");
    for item in items.iter().filter(|item| item.is_sector) {
        sector(&mut text, item);
    }
    text.push_str("\nagreements:\n");
    for item in items.iter().filter(|item| !item.is_sector) {
        agreement(&mut text, item);
    }
    text
}

fn sector(text: &mut String, item: &Item) {
    let (en, ar) = title(item);
    let first = Item {
        wording: 0,
        ..item.clone()
    };
    let (title_en, title_ar) = title(&first);
    let salience = ["listed", "central", "passing"][(item.nth + item.mark) % 3];
    let _ = write!(
        text,
        "  - id: {}\n    title:\n      en: {title_en}\n      ar: {title_ar}\n    \
         wording:\n      en: {en}\n      ar: {ar}\n    salience: {salience}\n",
        item.id
    );
    rest(text, item);
}

fn agreement(text: &mut String, item: &Item) {
    let (en, ar) = title(item);
    let act = match (item.amended, item.known) {
        (true, _) => "amended",
        (false, true) => "reviewed",
        (false, false) => "signed",
    };
    let amount = 1_000_000 + item.nth * 1000 + item.mark * 250_000;
    let _ = write!(
        text,
        "  - id: {}\n    act: {act}\n    title:\n      en: Memorandum on {en}\n      \
         ar: مذكرة بشأن {ar}\n    type: memorandum-of-understanding\n    parties: [east, west]\n    \
         value: {{amount: {amount}, currency: USD, nature: indicative}}\n",
        item.id
    );
    rest(text, item);
}

/// A note and a source, which stay as they are.
fn rest(text: &mut String, item: &Item) {
    let mut random = Random::of(&[13, number(item.nth)]);
    let (one, other) = (name(&mut random), name(&mut random));
    let kind = KINDS[random.below(KINDS.len())];
    let thing = THINGS[random.below(THINGS.len())];
    let (line, source) = (random.below(400), random.pick(&["gazette", "agency"]));
    let _ = write!(
        text,
        "    note:\n      en: >-\n        Both sides noted the {} {} work that began in {} and asked \
         their teams\n        to report on it, with figures, before the next round.\n      \
         ar: أشار الجانبان إلى أعمال {} {} التي بدأت في {} وطلبا تقريرًا عنها\n    \
         source:\n      id: {source}\n      at: \"line {line}\"\n      \
         quote: \"the two sides \\u2014 and {} among them \\u2014 welcomed what was done\"\n",
        kind.0, thing.0, one.0, thing.1, kind.1, one.1, other.0
    );
}
