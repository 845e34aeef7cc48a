//! Amounts of money among the words of a line.

use super::token::{Gap, Token};

/// An amount, exact, and the words it takes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Sum {
    /// A decimal number, as it is written in a round.
    pub(super) amount: String,
    /// The ISO 4217 code; none where the currency's country is not said.
    pub(super) currency: Option<&'static str>,
    pub(super) first: usize,
    pub(super) last: usize,
}

/// Finds the amounts of a line.
pub(super) fn sums(tokens: &[Token], line: &str) -> Vec<Sum> {
    let mut found: Vec<Sum> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let sum = sum(tokens, at, line);
        at = sum.as_ref().map_or(at + 1, |sum| sum.last + 1);
        found.extend(sum);
    }
    found
}

fn sum(tokens: &[Token], at: usize, line: &str) -> Option<Sum> {
    let (mut digits, mut next) = figures(tokens, at, line)?;
    let mut zeros = 0;
    // The word after the number; of a dual, such as مليوني, the word itself.
    if let Some(token) = tokens.get(next)
        && (next == at || token.gap != Gap::Sentence)
        && let Some(scale) = scale(&token.word)
    {
        zeros = scale;
        next += 1;
    }
    // 500m is one word.
    if zeros == 0 && next == at + 1 && digits.is_empty() {
        let word = &tokens[at].word;
        let cut = word.find(|letter: char| !letter.is_ascii_digit())?;
        zeros = match &word[cut..] {
            "m" | "mn" => 6,
            "bn" => 9,
            _ => return None,
        };
        word[..cut].clone_into(&mut digits);
    }
    let before = line
        .get(..tokens[at].at.start)
        .unwrap_or_default()
        .trim_end();
    let sign = [("US$", "USD"), ("$", "USD"), ("€", "EUR"), ("£", "GBP")];
    let sign = sign.iter().find(|(sign, _)| before.ends_with(sign));
    let coded = at
        .checked_sub(1)
        .map(|at| &tokens[at])
        .and_then(|token| code(&token.word));
    let (currency, first, last) = if let Some((_, code)) = sign {
        (Some(*code), at, next - 1)
    } else if let Some(code) = coded {
        (Some(code), at - 1, next - 1)
    } else {
        let (code, last) = named(tokens, next)?;
        (code, at, last)
    };
    Some(Sum {
        amount: shift(&digits, zeros),
        currency,
        first,
        last,
    })
}

/// The number at a word, with thousands and decimals joined, and the word after it.
fn figures(tokens: &[Token], at: usize, line: &str) -> Option<(String, usize)> {
    let token = &tokens[at];
    let dual = match token.word.trim_start_matches(['و', 'ب']) {
        "مليوني" | "ملياري" => Some("2"),
        _ => None,
    };
    if let Some(two) = dual {
        return Some((two.to_owned(), at));
    }
    let word = token.word.as_str();
    if !word.starts_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    if !word.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some((String::new(), at + 1));
    }
    let mut digits = word.to_owned();
    let mut next = at + 1;
    while let Some(more) = tokens.get(next) {
        let mark = line
            .get(tokens[next - 1].at.end..more.at.start)
            .unwrap_or_default();
        let number = more.word.bytes().all(|byte| byte.is_ascii_digit());
        if number && matches!(mark, "," | "٬") && more.word.len() == 3 {
            digits.push_str(&more.word);
        } else if number && matches!(mark, "." | "٫" | ",") && !digits.contains('.') {
            digits.push('.');
            digits.push_str(&more.word);
        } else {
            break;
        }
        next += 1;
    }
    Some((digits, next))
}

fn scale(word: &str) -> Option<usize> {
    match word {
        "thousand" | "الف" | "الاف" => Some(3),
        "million" | "millions" | "m" | "mn" | "مليون" | "مليونا" | "ملايين" | "مليوني" => {
            Some(6)
        }
        "billion" | "bn" | "مليار" | "مليارا" | "مليارات" | "ملياري" | "بليون" => {
            Some(9)
        }
        "trillion" | "تريليون" => Some(12),
        _ => None,
    }
}

/// The currency that a word behind the number names, and its last word.
fn named(tokens: &[Token], at: usize) -> Option<(Option<&'static str>, usize)> {
    let word = tokens.get(at)?.word.as_str();
    let second = tokens.get(at + 1).map_or("", |next| next.word.as_str());
    let other = (!second.is_empty())
        .then(|| of_country(word, second))
        .flatten();
    if let Some(code) = other {
        return Some((Some(code), at + 1));
    }
    // US dollars, Omani rials.
    if let Some(code) = of_country(second, word) {
        return Some((Some(code), at + 1));
    }
    match word {
        "دولار" | "دولارات" | "دولارا" | "dollars" | "dollar" => {
            Some((Some("USD"), at))
        }
        "يورو" | "euros" | "euro" => Some((Some("EUR"), at)),
        "ريال" | "درهم" | "دينار" | "جنيه" | "ريالات" | "rials" | "riyals" | "dinars" | "pounds" => {
            Some((None, at))
        }
        word => code(word).map(|code| (Some(code), at)),
    }
}

fn of_country(unit: &str, country: &str) -> Option<&'static str> {
    let all = [
        (
            &["دولار", "dollars", "dollar"][..],
            &["امريكي", "us", "american"][..],
            "USD",
        ),
        (
            &["ريال", "rials", "rial", "riyals"],
            &["عماني", "omani"],
            "OMR",
        ),
        (&["ريال", "riyals", "riyal"], &["سعودي", "saudi"], "SAR"),
        (&["ريال", "riyals", "riyal"], &["قطري", "qatari"], "QAR"),
        (&["درهم", "dirhams"], &["اماراتي", "emirati"], "AED"),
        (&["دينار", "dinars"], &["كويتي", "kuwaiti"], "KWD"),
        (&["دينار", "dinars"], &["بحريني", "bahraini"], "BHD"),
        (&["دينار", "dinars"], &["اردني", "jordanian"], "JOD"),
        (&["جنيه", "pounds"], &["استرليني", "british"], "GBP"),
        (&["جنيه", "pounds"], &["مصري", "egyptian"], "EGP"),
    ];
    let found = all
        .iter()
        .find(|(units, countries, _)| units.contains(&unit) && countries.contains(&country));
    found.map(|(_, _, code)| *code)
}

fn code(word: &str) -> Option<&'static str> {
    let codes = [
        "USD", "EUR", "GBP", "OMR", "SAR", "QAR", "AED", "KWD", "BHD", "JOD", "EGP",
    ];
    codes
        .into_iter()
        .find(|code| code.eq_ignore_ascii_case(word))
}

/// Moves the decimal point `zeros` places to the right.
fn shift(digits: &str, zeros: usize) -> String {
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let mut part = part.to_owned();
    while part.len() < zeros {
        part.push('0');
    }
    let (up, rest) = part.split_at(zeros);
    let whole = format!("{whole}{up}");
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if rest.is_empty() {
        whole.to_owned()
    } else {
        format!("{whole}.{rest}")
    }
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    #[test]
    fn amounts_are_exact() {
        for (text, sum) in [
            ("500 مليون دولار", "500000000 USD"),
            ("بقيمة ١٫٥ مليار ريال عماني", "1500000000 OMR"),
            ("مليوني دولار", "2000000 USD"),
            ("US$2.25 billion", "2250000000 USD"),
            ("USD 1,200,000", "1200000 USD"),
            ("€40m", "40000000 EUR"),
            ("3 million US dollars", "3000000 USD"),
            ("12 ريال", "12 ?"),
            ("500 students", ""),
            ("1980", ""),
        ] {
            let found = sums(&tokens(text), text);
            let found: Vec<String> = found
                .iter()
                .map(|one| format!("{} {}", one.amount, one.currency.unwrap_or("?")))
                .collect();
            assert_eq!(found.join(" | "), sum, "{text}");
        }
    }
}
