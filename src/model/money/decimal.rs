//! Exact decimal numbers.

use std::cmp::Ordering;

/// The most digits that a number may be written with; ten to this power fits the units.
const DIGITS: usize = 38;

/// An exact decimal number: `units` × 10 to the power of −`scale`; equal values are equal.
///
/// The scale is the smallest that holds the value, and never above 38.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Decimal {
    units: i128,
    scale: u8,
}

/// Why a text is not taken for a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum DecimalError {
    /// It is not digits, with at most a minus before and a point among them.
    #[error(
        "not a plain number: write digits, and a point before any fraction, \
         without separators, exponent or `+`"
    )]
    NotANumber,
    /// It has more digits than can be held exactly.
    #[error("a number of more than {DIGITS} digits")]
    TooLong,
}

impl Decimal {
    /// Nothing.
    pub const ZERO: Self = Self { units: 0, scale: 0 };

    /// Reads `-`, digits, and a point with more digits, the first and the last part optional.
    pub fn parse(text: &str) -> Result<Self, DecimalError> {
        let (negative, body) = match text.strip_prefix('-') {
            Some(body) => (true, body),
            None => (false, text),
        };
        let (whole, fraction) = match body.split_once('.') {
            Some((whole, fraction)) if is_digits(fraction) => (whole, fraction),
            Some(_) => return Err(DecimalError::NotANumber),
            None => (body, ""),
        };
        if !is_digits(whole) {
            return Err(DecimalError::NotANumber);
        }
        let whole = whole.trim_start_matches('0');
        let fraction = fraction.trim_end_matches('0');
        if whole.len() + fraction.len() > DIGITS {
            return Err(DecimalError::TooLong);
        }
        let digits = whole.bytes().chain(fraction.bytes());
        let units = digits.fold(0, |units: i128, digit| {
            units * 10 + i128::from(digit - b'0')
        });
        Ok(Self {
            units: if negative { -units } else { units },
            scale: u8::try_from(fraction.len()).map_err(|_| DecimalError::TooLong)?,
        })
    }

    /// Whether it is nothing.
    pub fn is_zero(self) -> bool {
        self.units == 0
    }

    /// Whether it is less than nothing.
    pub fn is_negative(self) -> bool {
        self.units < 0
    }

    /// The sum, exact; nothing where it cannot be held.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let (mine, theirs, scale) = self.aligned(other)?;
        Some(Self::canonical(mine.checked_add(theirs)?, scale))
    }

    /// What is left after taking away `other`, exact; nothing where it cannot be held.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        let (mine, theirs, scale) = self.aligned(other)?;
        Some(Self::canonical(mine.checked_sub(theirs)?, scale))
    }

    /// It as a percentage of `base`, to one decimal place, halves away from zero.
    ///
    /// Nothing where the base is zero, or the two are too far apart in size to be divided.
    pub fn percent_of(self, base: Self) -> Option<Self> {
        const TENTHS: u128 = 1000;
        let (mine, theirs, _) = self.aligned(base)?;
        let (share, whole) = (mine.unsigned_abs(), theirs.unsigned_abs());
        let share = share.checked_mul(TENTHS)?;
        let (tenths, rest) = (share.checked_div(whole)?, share.checked_rem(whole)?);
        let up = u128::from(rest >= whole - rest);
        let tenths = i128::try_from(tenths.checked_add(up)?).ok()?;
        let negative = self.is_negative() != base.is_negative();
        Some(Self::canonical(if negative { -tenths } else { tenths }, 1))
    }

    /// Both numbers in units of the finer of the two scales.
    fn aligned(self, other: Self) -> Option<(i128, i128, u8)> {
        let scale = self.scale.max(other.scale);
        let units = |one: Self| one.units.checked_mul(power(scale - one.scale));
        Some((units(self)?, units(other)?, scale))
    }

    fn canonical(mut units: i128, mut scale: u8) -> Self {
        while scale > 0 && units % 10 == 0 {
            units /= 10;
            scale -= 1;
        }
        Self { units, scale }
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let parts = |one: &Self| {
            let unit = power(one.scale);
            let fraction = one.units.rem_euclid(unit) * (power(38) / unit);
            (one.units.div_euclid(unit), fraction)
        };
        parts(self).cmp(&parts(other))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let scale = usize::from(self.scale);
        let digits = format!("{:0>width$}", self.units.unsigned_abs(), width = scale + 1);
        let (whole, fraction) = digits.split_at(digits.len() - scale);
        let point = if scale > 0 { "." } else { "" };
        f.pad_integral(
            !self.is_negative(),
            "",
            &format!("{whole}{point}{fraction}"),
        )
    }
}

/// Ten to the power of a scale, which is never above 38.
fn power(scale: u8) -> i128 {
    10_i128.pow(u32::from(scale))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn equal_values_are_equal_and_plain() {
        for (text, plain) in [
            ("500000000", "500000000"),
            ("3.50", "3.5"),
            ("007", "7"),
            ("-0", "0"),
            ("0.000", "0"),
            ("-0.05", "-0.05"),
            ("10.0", "10"),
        ] {
            assert_eq!(decimal(text).to_string(), plain);
            assert_eq!(decimal(text), decimal(plain));
        }
        assert_eq!(format!("{:>6}", decimal("-1.5")), "  -1.5");
    }

    #[test]
    fn anything_but_plain_digits_is_refused() {
        for text in [
            "", "-", ".", ".5", "5.", "+5", "1e3", "1_000", "1,000", "1 000", " 1", "--1", "1.2.3",
            "٥", "0x10", "NaN",
        ] {
            assert_eq!(
                Decimal::parse(text),
                Err(DecimalError::NotANumber),
                "{text}"
            );
        }
        assert_eq!(decimal(&"9".repeat(38)).to_string(), "9".repeat(38));
        let long = "9".repeat(39);
        assert_eq!(Decimal::parse(&long), Err(DecimalError::TooLong));
        let fine = format!("0.{}1", "0".repeat(38));
        assert_eq!(Decimal::parse(&fine), Err(DecimalError::TooLong));
    }

    #[test]
    fn order_is_by_value() {
        let mut list = ["10", "9.5", "-1", "-1.5", "0", "0.1"].map(decimal);
        list.sort();
        let sorted = list.map(|one| one.to_string());
        assert_eq!(sorted, ["-1.5", "-1", "0", "0.1", "9.5", "10"]);
        let tiny = format!("0.{}1", "0".repeat(37));
        assert!(decimal(&tiny) < decimal(&"9".repeat(38)));
    }

    #[test]
    fn sums_are_exact_or_nothing() {
        let sum = decimal("0.1").checked_add(decimal("0.2"));
        assert_eq!(sum, Some(decimal("0.3")));
        assert_eq!(
            decimal("3.5").checked_sub(decimal("0.5")),
            Some(decimal("3"))
        );
        let most = decimal(&"9".repeat(38));
        assert_eq!(most.checked_add(decimal("0.01")), None);
        assert_eq!(most.checked_add(most), None);
    }

    #[test]
    fn percentages_round_halves_away_from_zero() {
        let percent = |share, base| decimal(share).percent_of(decimal(base));
        assert_eq!(percent("50", "200"), Some(decimal("25")));
        assert_eq!(percent("1", "3"), Some(decimal("33.3")));
        assert_eq!(percent("2", "3"), Some(decimal("66.7")));
        assert_eq!(percent("1", "2000"), Some(decimal("0.1")));
        assert_eq!(percent("-1", "2000"), Some(decimal("-0.1")));
        assert_eq!(percent("1", "2001"), Some(decimal("0")));
        assert_eq!(percent("-0.5", "0.25"), Some(decimal("-200")));
        assert_eq!(percent("1", "0"), None);
        assert_eq!(percent(&"9".repeat(38), "0.01"), None);
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(units in any::<i64>(), scale in 0_u8..=38) {
            let value = Decimal::canonical(i128::from(units), scale);
            prop_assert_eq!(Decimal::parse(&value.to_string()), Ok(value));
        }

        #[test]
        fn order_agrees_with_the_difference(
            one in any::<i32>(), fine in 0_u8..6, two in any::<i32>(), coarse in 0_u8..6,
        ) {
            let one = Decimal::canonical(i128::from(one), fine);
            let two = Decimal::canonical(i128::from(two), coarse);
            let difference = one.checked_sub(two).expect("small numbers");
            prop_assert_eq!(one.cmp(&two), difference.cmp(&Decimal::ZERO));
            prop_assert_eq!(two.checked_add(difference), Some(one));
        }
    }
}
