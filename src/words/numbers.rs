//! Numbers, percentages and ordinals, in the digits of the report.

use super::{Digits, Words};
use crate::model::money::Decimal;
use icu_decimal::input::Decimal as Figure;
use icu_decimal::preferences::NumberingSystem;
use icu_decimal::{DecimalFormatter, DecimalFormatterPreferences};
use icu_locale_core::Locale;
use icu_locale_core::extensions::unicode;

impl Words {
    /// Writes a whole number, its thousands set apart.
    pub fn number(&self, number: i64) -> String {
        self.figure(&Figure::from(number))
    }

    /// Writes a number of things, its thousands set apart.
    pub fn count(&self, count: u64) -> String {
        self.figure(&Figure::from(count))
    }

    /// Writes an exact decimal with at least `places` figures after the point.
    ///
    /// No figure of the number is left out.
    pub fn decimal(&self, number: &Decimal, places: u8) -> String {
        self.figure(&figure(number, places))
    }

    /// Writes a share as a whole percentage, rounded half up; a dash for a share of nothing.
    pub fn percent(&self, numerator: u64, denominator: u64) -> String {
        let (part, whole) = (u128::from(numerator), u128::from(denominator));
        let Some(percent) = (200 * part + whole).checked_div(2 * whole) else {
            return "–".to_owned();
        };
        let number = self.figure(&Figure::from(percent));
        format!("{number}{}", self.digits.percent())
    }

    /// The word for the place in a row, as it goes with *round*; none past the tenth, nor for 0.
    pub fn ordinal(&self, place: u64) -> Option<&str> {
        let at = usize::try_from(place.checked_sub(1)?).ok()?;
        self.catalogue.ordinals.get(at).map(AsRef::as_ref)
    }

    /// Writes a count as running text has it: to ten in words where the language does so.
    pub fn small_number(&self, count: u64) -> String {
        let at = count.checked_sub(1).and_then(|at| usize::try_from(at).ok());
        let word = at.and_then(|at| self.catalogue.spelled.get(at));
        word.map_or_else(|| self.count(count), ToString::to_string)
    }

    /// Writes a text of ours that holds 0 to 9, such as a year, in the digits of the report.
    ///
    /// Not for quotations, ids or code.
    pub fn figures(&self, text: &str) -> String {
        self.digits.write(text)
    }

    pub(super) fn figure(&self, figure: &Figure) -> String {
        self.decimals.format(figure).to_string()
    }
}

/// A decimal of the record in ICU's form, with at least `places` figures after the point.
pub(super) fn figure(number: &Decimal, places: u8) -> Figure {
    let mut figure: Figure = number
        .to_string()
        .parse()
        .expect("a decimal is written with a sign, digits and a point");
    figure.pad_end(-i16::from(places));
    figure
}

/// The digits that CLDR gives to a locale.
pub(super) fn usual_digits(locale: &Locale) -> Digits {
    let shown = formatter(locale, None).map(|own| own.format(&Figure::from(1)).to_string());
    if shown.as_deref() == Some("١") {
        Digits::Arab
    } else {
        Digits::Latn
    }
}

/// A formatter for the numbers of a locale, in its own digits where none are given.
pub(super) fn formatter(locale: &Locale, digits: Option<Digits>) -> Option<DecimalFormatter> {
    let mut preferences = DecimalFormatterPreferences::from(locale);
    if let Some(digits) = digits {
        let system = unicode::Value::try_from_str(digits.as_str()).ok()?;
        preferences.numbering_system = NumberingSystem::try_from(system).ok();
    }
    DecimalFormatter::try_new(
        preferences,
        icu_decimal::options::GroupingStrategy::Auto.into(),
    )
    .ok()
}
