//! Dates of every precision.

use crate::common::random::Random;

/// A date within a year, as coarse as it comes.
pub(super) fn any(random: &mut Random, year: u32) -> String {
    let month = random.below(12) + 1;
    let day = random.below(26) + 1;
    let next = day + 2;
    match random.below(12) {
        0..=2 => format!("{year}-{month:02}-{day:02}"),
        3 => format!("{year}-{month:02}"),
        4 => format!("{year}"),
        5 => format!("{year}-2{}", day % 3 + 1),
        6 => format!("{year}-{month:02}-{day:02}?"),
        7 => format!("{year}~"),
        8 => format!("{year}-{month:02}-XX"),
        9 => format!("{year}-{month:02}-{day:02}/{year}-{month:02}-{next:02}"),
        10 => format!("{year}-{month:02}/.."),
        _ => format!("{{text: early {year}, earliest: {year}-01, latest: {year}-04}}"),
    }
}

/// The date of a round, or none.
pub(super) fn of_round(random: &mut Random, year: u32) -> Option<String> {
    (!random.chance(10)).then(|| any(random, year))
}
