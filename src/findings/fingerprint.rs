//! A name for a conclusion that survives rewording and moved lines.

use super::{Argument, Finding};
use crate::model::date::Days;
use crate::model::id::Id;
use sha2::{Digest, Sha256};

/// Hashes a finding about two rounds of a dialogue, in 16 hexadecimal digits.
pub(super) fn of(dialogue: &Id, rounds: (Option<u32>, u32), finding: &Finding) -> String {
    let mut hash = Sha256::new();
    let before = rounds.0.map_or_else(String::new, |round| round.to_string());
    hash.update(format!(
        "{dialogue}\n{before}\n{}\n{}",
        rounds.1, finding.rule
    ));
    for (name, argument) in &finding.arguments {
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
        Argument::Sectors(ids) => ids.iter().map(Id::as_str).collect::<Vec<_>>().join(","),
        Argument::Days(Days { least, most }) => format!("{least:?}..{most:?}"),
    }
}
