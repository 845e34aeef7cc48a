//! What was promised, and what became of it.

use super::{Argument, Finding};
use crate::compare::{CommitmentState, Comparison};
use crate::model::date::Days;

/// Draws the conclusions about commitments.
pub(super) fn find(comparison: &Comparison<'_>, found: &mut Vec<Finding>) {
    if comparison.reversed {
        return;
    }
    for change in &comparison.commitments {
        let Some(standing) = &change.state.after else {
            continue;
        };
        let commitment = ("commitment", Argument::Commitment(change.id.clone()));
        let rests_on = vec![change.promise.span, comparison.after.number.span];
        match standing.state {
            CommitmentState::FulfilledLate => {
                let late = standing.late.unwrap_or(Days {
                    least: None,
                    most: None,
                });
                found.push(Finding::new(
                    "commitment-late",
                    1,
                    vec![commitment, ("days", Argument::Days(late))],
                    rests_on,
                ));
            }
            CommitmentState::Fulfilled => {
                found.push(Finding::new(
                    "commitment-kept",
                    2,
                    vec![commitment],
                    rests_on,
                ));
            }
            CommitmentState::Overdue => {
                found.push(Finding::new(
                    "commitment-overdue",
                    2,
                    vec![commitment],
                    rests_on,
                ));
            }
            CommitmentState::Silent => {
                found.push(Finding::new(
                    "commitment-silent",
                    3,
                    vec![commitment],
                    rests_on,
                ));
            }
            _ => {}
        }
    }
}
