//! What a review tells, as notices.

use super::{Kind, Level, Notice, Spot};
use crate::diagnostic::{Code, code};
use crate::report::{NoticeLevel, ReviewReport};

/// What a review tells beside diagnostics.
const KINDS: [Kind; 14] = [
    Kind {
        id: "dialogue-renamed",
        why: "The folder of a dialogue has another name, and with it the dialogue another id; its rounds are those of before.",
    },
    Kind {
        id: "round-added",
        why: "The branch adds a round: the dialogue moved on.",
    },
    Kind {
        id: "round-removed",
        why: "The branch takes out a round that the base has, and with it all that it records.",
    },
    Kind {
        id: "round-renumbered",
        why: "The branch gives a round another number. What refers to the former one means another round now.",
    },
    Kind {
        id: "round-renamed",
        why: "The file of a round has another name; the round is the same.",
    },
    Kind {
        id: "round-unreadable",
        why: "A round cannot be read on one of the sides, so that its facts cannot be compared.",
    },
    Kind {
        id: "fact-correction",
        why: "The branch states a fact of an earlier round otherwise: our record was corrected, the dialogue did not move.",
    },
    Kind {
        id: "fact-precision",
        why: "The branch states a fact more exactly. What was stated before still holds.",
    },
    Kind {
        id: "fact-source",
        why: "The branch rests a fact on another source, or on one more. The fact is the same.",
    },
    Kind {
        id: "fact-wording",
        why: "The branch says the same in other words.",
    },
    Kind {
        id: "fact-formatting",
        why: "The branch writes the same facts otherwise.",
    },
    Kind {
        id: "translation-drift",
        why: "A text was edited in one language and not in another, so that the two may no longer say the same.",
    },
    Kind {
        id: "stale-report",
        why: "A committed report is not what the record makes it now. Write it again with `rapporteur report`.",
    },
    Kind {
        id: "trusted-file",
        why: "The branch changes settings, templates or decisions. None of these changes holds in the review of the branch itself.",
    },
];

/// What is told of a kind that is in no table.
const OTHER: Kind = Kind {
    id: "review",
    why: "Something that the review of a branch tells.",
};

/// What a review tells, in its order.
pub fn of_review(report: &ReviewReport) -> Vec<Notice> {
    let notices = report.notices.iter().map(|one| {
        let level = match one.level {
            NoticeLevel::Error => Level::Error,
            NoticeLevel::Warning => Level::Warning,
            NoticeLevel::Notice => Level::Note,
        };
        let notice = Notice::new(level, kind(&one.code), &one.message, &one.fingerprint);
        match &one.place {
            Some(place) => notice.at(Spot {
                file: place.file.to_string(),
                line: place.line,
                column: place.column,
                end_line: place.line,
                end_column: place.column,
            }),
            None => notice,
        }
    });
    notices.collect()
}

fn kind(id: &str) -> Kind {
    let of_code = |code: Code| Kind {
        id: code.name(),
        why: code.entry().why,
    };
    let told = KINDS.into_iter().chain(code::all().map(of_code));
    told.into_iter().find(|one| one.id == id).unwrap_or(OTHER)
}
