//! Rules of commitments: nothing is promised for a time that had passed.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::rules as code;
use crate::model::date::Certainty;
use crate::model::round::Round;

/// Checks the commitments of the rounds.
pub(super) fn check(rounds: &[Round], found: &mut Vec<Diagnostic>) {
    for round in rounds {
        let Some(held) = &round.date else { continue };
        for commitment in round.commitments.iter().flatten() {
            let Some(due) = &commitment.due else { continue };
            if commitment.act.is_none() && due.value.certainty(&held.value) == Certainty::Before {
                found.push(
                    Diagnostic::new(
                        code::DUE_BEFORE_ROUND,
                        due.span,
                        format!("`{}` was due before it was promised", commitment.id.value),
                        format!("before round {}", round.number.value),
                    )
                    .related(held.span, format!("held {}", held.value.literal()))
                    .help("correct the due date, or move the commitment to the round that made it"),
                );
            }
        }
    }
}
