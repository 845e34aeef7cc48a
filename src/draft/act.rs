//! Verbs that say what was done with an agreement.

use super::token::{Gap, Token};
use crate::model::status::Act;

/// How far from an agreement a verb may stand, in words.
const REACH: usize = 40;

/// What was done with the agreement whose name takes the words from `first` to `last`.
///
/// A passive behind it holds first, then the nearest verb before it; none where the sentence has
/// no such verb, or says that it was not done.
pub(super) fn act(tokens: &[Token], first: usize, last: usize) -> Option<(Act, usize)> {
    passive(tokens, last).or_else(|| before(tokens, first))
}

fn before(tokens: &[Token], first: usize) -> Option<(Act, usize)> {
    let mut at = first;
    while at > 0 && tokens[at].gap != Gap::Sentence && first - at < REACH {
        at -= 1;
        if let Some(act) = tokens[at].bases.iter().find_map(|(base, _)| verb(base)) {
            let early = at.saturating_sub(3);
            if tokens[early..at].iter().any(is_not) {
                return None;
            }
            let ahead = act == Act::Signed
                && (tokens[early..at].iter().any(is_ahead) || is_ahead(&tokens[at]));
            return Some((if ahead { Act::Expected } else { act }, at));
        }
    }
    None
}

/// “… was signed”, not “… that was signed”.
fn passive(tokens: &[Token], last: usize) -> Option<(Act, usize)> {
    let mut at = last + 1;
    while let Some(token) = tokens.get(at).filter(|token| token.gap != Gap::Sentence) {
        if at - last > 20
            || matches!(
                token.word.as_str(),
                "that" | "which" | "and" | "التي" | "الذي"
            )
        {
            return None;
        }
        if matches!(token.word.as_str(), "was" | "were" | "been" | "تم" | "جري") {
            let done = tokens.get(at + 1)?;
            return verb(&done.word)
                .or_else(|| verb(done.word.trim_end_matches("ها")))
                .map(|act| (act, at + 1));
        }
        at += 1;
    }
    None
}

fn is_not(token: &Token) -> bool {
    matches!(
        token.word.as_str(),
        "not" | "never" | "لم" | "لن" | "دون" | "without"
    )
}

fn is_ahead(token: &Token) -> bool {
    matches!(
        token.word.as_str(),
        "will"
            | "expected"
            | "plan"
            | "plans"
            | "intend"
            | "المقرر"
            | "المتوقع"
            | "يتوقع"
            | "تمهيدا"
            | "سيوقع"
            | "ستوقع"
            | "سيوقعان"
    )
}

/// The act that a folded word means.
fn verb(word: &str) -> Option<Act> {
    let found = VERBS.iter().find(|(_, words)| words.contains(&word));
    found.map(|(act, _)| *act)
}

const VERBS: [(Act, &[&str]); 20] = [
    (
        Act::Signed,
        &[
            "signed",
            "sign",
            "signing",
            "signature",
            "وقع",
            "وقعت",
            "وقعا",
            "وقعوا",
            "وقعتا",
            "يوقع",
            "توقيع",
            "سيوقع",
            "ستوقع",
            "سيوقعان",
        ],
    ),
    (
        Act::Discussed,
        &[
            "discussed",
            "discuss",
            "discussing",
            "discussion",
            "discussions",
            "examined",
            "explored",
            "considered",
            "بحث",
            "بحثا",
            "بحثت",
            "بحثوا",
            "ناقش",
            "ناقشا",
            "ناقشت",
            "ناقشوا",
            "مناقشه",
            "تناول",
            "تناولت",
            "تباحث",
            "تدارس",
        ],
    ),
    (
        Act::Reviewed,
        &[
            "reviewed",
            "review",
            "reviewing",
            "استعرض",
            "استعرضا",
            "استعرضت",
            "استعراض",
            "راجع",
            "راجعا",
            "مراجعه",
        ],
    ),
    (
        Act::Reaffirmed,
        &[
            "reaffirmed",
            "reaffirm",
            "affirmed",
            "stressed",
            "underlined",
            "emphasised",
            "emphasized",
            "reiterated",
            "confirmed",
            "اكد",
            "اكدا",
            "اكدت",
            "اكدوا",
            "شدد",
            "شددا",
            "جدد",
            "جددا",
        ],
    ),
    (
        Act::Welcomed,
        &[
            "welcomed",
            "welcome",
            "welcoming",
            "hailed",
            "رحب",
            "رحبا",
            "رحبت",
            "رحبوا",
            "ترحيب",
            "اشاد",
            "اشادا",
        ],
    ),
    (
        Act::Announced,
        &[
            "announced",
            "announce",
            "announcing",
            "announcement",
            "اعلن",
            "اعلنا",
            "اعلنت",
            "اعلنوا",
        ],
    ),
    (Act::Initialled, &["initialled", "initialed", "initialling"]),
    (
        Act::Ratified,
        &[
            "ratified",
            "ratify",
            "ratification",
            "صادق",
            "صادقت",
            "صدق",
            "صدقت",
        ],
    ),
    (
        Act::Negotiated,
        &[
            "negotiated",
            "negotiate",
            "negotiating",
            "negotiations",
            "تفاوض",
            "مفاوضات",
            "المفاوضات",
        ],
    ),
    (
        Act::Proposed,
        &["proposed", "propose", "اقترح", "اقترحت", "اقترحا"],
    ),
    (
        Act::Adopted,
        &["adopted", "adopting", "اعتمد", "اعتمدا", "اعتمدت", "اعتماد"],
    ),
    (
        Act::Concluded,
        &["concluded", "concluding", "ابرم", "ابرما", "ابرمت", "ابرام"],
    ),
    (Act::Agreed, &["agreed", "اتفق", "اتفقا", "اتفقت", "اتفقوا"]),
    (
        Act::Launched,
        &[
            "launched",
            "launching",
            "اطلق",
            "اطلقا",
            "اطلقت",
            "اطلاق",
            "دشن",
            "تدشين",
        ],
    ),
    (Act::Acceded, &["acceded", "joined", "انضم", "انضمت"]),
    (
        Act::Extended,
        &[
            "extended",
            "renewed",
            "extending",
            "renewing",
            "مدد",
            "تمديد",
        ],
    ),
    (Act::Amended, &["amended", "amending", "عدل"]),
    (Act::Suspended, &["suspended", "علق", "تعليق"]),
    (Act::Terminated, &["terminated", "الغي", "الغت"]),
    (Act::Published, &["published", "نشر", "نشرت"]),
];
