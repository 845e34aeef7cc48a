//! Rules of agreements: no step back unsaid, no look-alikes in one round.

use super::continues::Successors;
use crate::acts::{Course, courses};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::rules as code;
use crate::likeness::LookAlikes;
use crate::model::agreement::AgreementMention;
use crate::model::dialogue::Dialogue;
use crate::model::id::Id;
use crate::model::round::{ListKind, Round};
use crate::model::status::Status;

/// Checks the agreements of a dialogue.
pub(super) fn check(
    dialogue: &Dialogue,
    rounds: &[Round],
    successors: &Successors,
    found: &mut Vec<Diagnostic>,
) {
    let current = |id: &Id| successors.current(ListKind::Agreements, id).clone();
    for (id, course) in courses(dialogue, rounds, current) {
        backward_status(&id, &course, found);
    }
    let mut titles = LookAlikes::default();
    for round in rounds {
        let agreements = round.agreements.as_deref().unwrap_or_default();
        look_alikes(agreements, &mut titles, found);
    }
}

fn backward_status(id: &Id, course: &Course<'_>, found: &mut Vec<Diagnostic>) {
    let mut status = course.given();
    let mut place = course
        .standing
        .and_then(|one| Some(one.status.as_ref()?.span));
    for deed in &course.deeds {
        let next = course.step(status, deed.act);
        let rungs = status
            .and_then(Status::rung)
            .zip(next.and_then(Status::rung));
        if let (Some(was), Some(now), Some((before, after))) = (status, next, rungs)
            && after < before
        {
            let mut diagnostic = Diagnostic::new(
                code::BACKWARD_STATUS,
                deed.span(),
                format!("`{id}` goes back from {was} to {now}"),
                format!("{now} again"),
            )
            .help("correct the act, or record how it ended: suspended, expired, terminated, withdrawn");
            if let Some(place) = place {
                diagnostic = diagnostic.related(place, format!("{was} since here"));
            }
            found.push(diagnostic);
        }
        if next != status {
            place = Some(deed.span());
        }
        status = next;
    }
}

fn look_alikes<'a>(
    agreements: &'a [AgreementMention],
    titles: &mut LookAlikes<'a>,
    found: &mut Vec<Diagnostic>,
) {
    for (score, first, second) in titles.pairs(agreements) {
        found.push(
            Diagnostic::new(
                code::LOOK_ALIKE,
                second.id.span,
                format!(
                    "`{}` and `{}` look alike ({score} %)",
                    first.id.value, second.id.value
                ),
                "perhaps the same agreement",
            )
            .related(first.id.span, "the other one")
            .help("if they are one, join them; if not, tell them apart in their titles"),
        );
    }
}
