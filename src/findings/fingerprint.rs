//! A name for a conclusion that survives rewording and moved lines.

use super::Argument;
use crate::model::date::Days;
use sha2::{Digest, Sha256};

/// Hashes a rule and its arguments, in 16 hexadecimal digits.
pub(super) fn of(rule: &str, arguments: &[(&'static str, Argument)]) -> String {
    let mut hash = Sha256::new();
    hash.update(rule);
    for (name, argument) in arguments {
        // Neither a name nor an id holds these signs, so no two lists hash alike.
        hash.update(format!("\n{name}={}", value(argument)));
    }
    let digest = hash.finalize();
    let first = digest.iter().take(8);
    let number = first.fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
    format!("{number:016x}")
}

fn value(argument: &Argument) -> String {
    match argument {
        Argument::Count(count) => count.to_string(),
        Argument::Round(round) => format!("round {round}"),
        Argument::Sector(id) | Argument::Agreement(id) | Argument::Commitment(id) => id.to_string(),
        Argument::Sectors(ids) => ids
            .iter()
            .map(crate::model::id::Id::as_str)
            .collect::<Vec<_>>()
            .join(","),
        Argument::Days(Days { least, most }) => format!("{least:?}..{most:?}"),
    }
}
