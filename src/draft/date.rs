//! Dates among the words of a line: Gregorian, with Gulf and Levantine months.

use super::token::{Gap, Token};

/// A date as EDTF, and the words it takes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Moment {
    pub(super) edtf: String,
    pub(super) first: usize,
    pub(super) last: usize,
}

/// Finds the dates of a line that have a year; a day without a year is not completed.
pub(super) fn dates(tokens: &[Token], line: &str) -> Vec<Moment> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let moment = numeric(tokens, at, line)
            .or_else(|| day_first(tokens, at))
            .or_else(|| month_first(tokens, at))
            .or_else(|| lone_year(tokens, at));
        at = moment.as_ref().map_or(at + 1, |moment| moment.last + 1);
        found.extend(moment);
    }
    found
}

/// 2026/02/02, 2026-01-25, 25/1/2026; two numbers that both may be the month are no date.
fn numeric(tokens: &[Token], at: usize, line: &str) -> Option<Moment> {
    let [one, two, three] = tokens.get(at..at + 3)? else {
        return None;
    };
    let between = |a: &Token, b: &Token| line.get(a.at.end..b.at.start).map(str::trim);
    let mark = between(one, two)?;
    if !matches!(mark, "/" | "-" | "." | "‏/") || between(two, three)? != mark {
        return None;
    }
    let (a, b, c) = (number(one)?, number(two)?, number(three)?);
    let (year, month, day) = match (year(one), year(three)) {
        (Some(year), _) => (year, b, c),
        (None, Some(year)) if a > 12 || a == b => (year, b, a),
        _ => return None,
    };
    moment(year, Some(month), Some(day), at, at + 2)
}

/// 25 January 2026, 14–15 September 2020.
fn day_first(tokens: &[Token], at: usize) -> Option<Moment> {
    let day = day(&tokens[at])?;
    let until = tokens.get(at + 1).and_then(self::day);
    let mut next = at + 1 + usize::from(until.is_some());
    // The 25th of January; 14 and 15 January.
    let mut until = until;
    while let Some(word) = tokens.get(next).filter(|token| token.gap != Gap::Sentence) {
        match word.word.as_str() {
            "of" | "من" | "شهر" => next += 1,
            "and" | "to" | "و" | "الي" if until.is_none() => {
                until = Some(tokens.get(next + 1).and_then(self::day)?);
                next += 2;
            }
            _ => break,
        }
    }
    let (month, after) = month(tokens, next)?;
    let (year, last) = year_after(tokens, after)?;
    let end = moment(year, Some(month), Some(until.unwrap_or(day)), at, last)?;
    let start = moment(year, Some(month), Some(day), at, last)?;
    Some(join(start, &end))
}

/// January 25, 2026; January 2026.
fn month_first(tokens: &[Token], at: usize) -> Option<Moment> {
    let (month, after) = month(tokens, at)?;
    if let Some((year, last)) = year_after(tokens, after) {
        return moment(year, Some(month), None, at, last);
    }
    let day = tokens.get(after).and_then(day)?;
    let until = tokens.get(after + 1).and_then(self::day);
    let (year, last) = year_after(tokens, after + 1 + usize::from(until.is_some()))?;
    let end = moment(year, Some(month), Some(until.unwrap_or(day)), at, last)?;
    let start = moment(year, Some(month), Some(day), at, last)?;
    Some(join(start, &end))
}

/// A year after a word that says so.
fn lone_year(tokens: &[Token], at: usize) -> Option<Moment> {
    let year = year(&tokens[at])?;
    let before = tokens[..at]
        .last()
        .filter(|_| tokens[at].gap != Gap::Sentence)?;
    let says = [
        "in",
        "year",
        "since",
        "by",
        "during",
        "until",
        "before",
        "في",
        "عام",
        "العام",
        "سنه",
        "منذ",
        "لعام",
        "بحلول",
        "خلال",
        "قبل",
    ];
    let says = says.contains(&before.word.as_str())
        || before
            .bases
            .iter()
            .any(|(base, _)| matches!(base.as_str(), "عام" | "سنه"));
    // ‏In 2000 cases‏ is no year; neither is 2,000,000.
    let counts = tokens.get(at + 1).is_some_and(|next| {
        matches!(
            next.word.as_str(),
            "million" | "billion" | "مليون" | "مليار" | "دولار" | "dollars"
        )
    });
    if !says || counts {
        return None;
    }
    moment(year, None, None, at, at)
}

fn join(start: Moment, end: &Moment) -> Moment {
    if start.edtf >= end.edtf {
        return start;
    }
    Moment {
        edtf: format!("{}/{}", start.edtf, end.edtf),
        ..start
    }
}

/// A date that the calendar has.
fn moment(
    year: u32,
    month: Option<u32>,
    day: Option<u32>,
    first: usize,
    last: usize,
) -> Option<Moment> {
    let edtf = match (month, day) {
        (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year}-{month:02}"),
        _ => year.to_string(),
    };
    crate::model::date::Date::parse(&edtf).ok()?;
    Some(Moment { edtf, first, last })
}

fn number(token: &Token) -> Option<u32> {
    let digits = token.word.bytes().all(|byte| byte.is_ascii_digit());
    (digits && token.word.len() <= 4).then(|| token.word.parse().ok())?
}

fn year(token: &Token) -> Option<u32> {
    let word = token.word.strip_suffix('م').unwrap_or(&token.word);
    let year = (word.len() == 4).then(|| word.parse::<u32>().ok())??;
    (1700..=2199).contains(&year).then_some(year)
}

fn day(token: &Token) -> Option<u32> {
    let word = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| token.word.strip_suffix(end));
    let word = word.unwrap_or(&token.word);
    let short = word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    let day = short.then(|| word.parse::<u32>().ok())??;
    (1..=31).contains(&day).then_some(day)
}

/// The year at a word or behind a word that announces it, and the last word of it.
fn year_after(tokens: &[Token], mut at: usize) -> Option<(u32, usize)> {
    while matches!(
        tokens.get(at)?.word.as_str(),
        "من" | "عام" | "العام" | "سنه" | "of" | "لعام"
    ) {
        at += 1;
    }
    year(&tokens[at]).map(|year| (year, at))
}

/// The month at a word, and the word after it; نيسان (أبريل) is one month.
fn month(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let (month, after) = one_month(tokens, at)?;
    match one_month(tokens, after) {
        Some((again, after)) if again == month => Some((month, after)),
        _ => Some((month, after)),
    }
}

fn one_month(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let token = tokens.get(at)?;
    let second = tokens.get(at + 1).map_or("", |next| next.word.as_str());
    for form in token.bases.iter().map(|(base, _)| base.as_str()) {
        let double = match (form, second) {
            ("كانون", "الثاني") => Some(1),
            ("تشرين", "الاول") => Some(10),
            ("تشرين", "الثاني") => Some(11),
            ("كانون", "الاول") => Some(12),
            _ => None,
        };
        if let Some(month) = double {
            return Some((month, at + 2));
        }
        let month = MONTHS.iter().position(|names| names.contains(&form));
        if let Some(month) = month.and_then(|month| u32::try_from(month + 1).ok()) {
            // March and May are words too.
            let lower = form.is_ascii() && !token.capital;
            return (!lower).then_some((month, at + 1));
        }
    }
    None
}

const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "يناير"],
    &["february", "feb", "فبراير", "شباط"],
    &["march", "mar", "مارس", "اذار"],
    &["april", "apr", "ابريل", "نيسان"],
    &["may", "مايو", "ايار"],
    &["june", "jun", "يونيو", "يونيه", "حزيران"],
    &["july", "jul", "يوليو", "يوليه", "تموز"],
    &["august", "aug", "اغسطس", "اب"],
    &["september", "sept", "sep", "سبتمبر", "ايلول"],
    &["october", "oct", "اكتوبر"],
    &["november", "nov", "نوفمبر"],
    &["december", "dec", "ديسمبر"],
];

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    #[test]
    fn dates_are_read_as_they_stand() {
        for (text, edtf) in [
            ("في 2026/02/02", "2026-02-02"),
            ("25/1/2026", "2026-01-25"),
            ("01/02/2026", ""),
            ("on 25 January 2026", "2026-01-25"),
            ("January 25, 2026", "2026-01-25"),
            ("14–15 September 2020", "2020-09-14/2020-09-15"),
            ("14 and 15 September 2020", "2020-09-14/2020-09-15"),
            ("٢٥ كانون الثاني (يناير) ٢٠٢٦", "2026-01-25"),
            ("في آذار من عام 2021", "2021-03"),
            ("شهر أبريل 2024", "2024-04"),
            ("منتصف العام 1980", "1980"),
            ("Vision 2040", ""),
            ("25 January", ""),
            ("31 February 2026", "2026-02"),
            ("in 2000 million", ""),
        ] {
            let found = dates(&tokens(text), text);
            let found: Vec<&str> = found.iter().map(|one| one.edtf.as_str()).collect();
            assert_eq!(found.join(" "), edtf, "{text}");
        }
    }
}
