//! Amounts of money, never rounded.

use super::Words;
use super::numbers::figure;
use crate::model::money::{Money, Nature};
use icu_decimal::input::Decimal as Figure;
use icu_plurals::PluralCategory;

/// The powers of ten that have a word, the largest first.
const SCALES: [(&str, i16); 3] = [("trillions", 12), ("billions", 9), ("millions", 6)];

impl Words {
    /// Writes an amount: `USD 500 million`, `up to USD 1,234,567`.
    ///
    /// Millions and more are said in words where two places after the point hold the whole of it.
    pub fn money(&self, money: &Money) -> String {
        let exact = figure(&money.amount, 0);
        let (amount, category) = match scale(&exact) {
            Some((key, scaled)) => {
                let said = self.figure(&scaled);
                let category = self.plurals.rules().category_for(&scaled);
                let words = self.say_as(key, category, |name| {
                    (name == "count").then(|| said.clone())
                });
                (words, PluralCategory::Other)
            }
            None => (
                self.figure(&exact),
                self.plurals.rules().category_for(&exact),
            ),
        };
        let written = self.in_currency(money.currency.as_str(), &amount, category);
        match money.nature {
            None => written,
            Some(nature) => {
                let key = match nature {
                    Nature::Ceiling => "money-ceiling",
                    Nature::Indicative => "money-indicative",
                    Nature::Committed => "money-committed",
                    Nature::Disbursed => "money-disbursed",
                };
                self.say_texts(key, &[("money", &written)])
            }
        }
    }

    /// Adds the currency: its name where the language has one, else its code.
    fn in_currency(&self, code: &str, amount: &str, category: PluralCategory) -> String {
        let Some(name) = self.catalogue.currencies.get(code) else {
            return self.say_texts("money", &[("amount", amount), ("currency", code)]);
        };
        super::message::fill(code, name.form(category), |name| {
            (name == "amount").then(|| amount.to_owned())
        })
    }
}

/// The largest scale that says the whole amount in at most two places, and the amount on it.
fn scale(exact: &Figure) -> Option<(&'static str, Figure)> {
    let (first, last) = (
        exact.absolute.nonzero_magnitude_start(),
        exact.absolute.nonzero_magnitude_end(),
    );
    let (key, power) = *SCALES
        .iter()
        .find(|(_, power)| first >= *power && last >= power - 2)?;
    let mut scaled = exact.clone();
    scaled.multiply_pow10(-power);
    scaled.trim_end();
    Some((key, scaled))
}
