//! Agreements among the words of a line, by their types and by the names the record knows.

use super::term::{Hit, Kind};
use super::token::{Gap, Token};
use crate::model::agreement::AgreementType as Type;
use crate::model::id::Id;

/// How many words of a line a name may take.
const LONGEST: usize = 16;

/// An agreement: which words of the line name it.
#[derive(Clone, Debug)]
pub(super) struct Named {
    /// The id, where the record knows it.
    pub(super) id: Option<Id>,
    pub(super) kind: Option<Type>,
    pub(super) first: usize,
    pub(super) last: usize,
}

/// Finds the agreements of a line; `hits` are the names that the record knows.
pub(super) fn agreements(tokens: &[Token], all: &[Hit]) -> Vec<Named> {
    let hits: Vec<Hit> = all
        .iter()
        .filter(|hit| hit.kind == Kind::Agreement)
        .cloned()
        .collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let known = near(&hits, at)
            .iter()
            .find(|hit| hit.kind == Kind::Agreement && hit.first == at);
        let named = known.map_or_else(
            || unknown(tokens, at, near(&hits, at)),
            |hit| {
                Some(Named {
                    id: Some(hit.id.clone()),
                    kind: None,
                    first: hit.first,
                    last: hit.last,
                })
            },
        );
        at = named
            .as_ref()
            .map_or(at + 1, |named| named.last.max(at) + 1);
        found.extend(named);
    }
    found
}

/// The names around a word, so that long lines take no longer for each.
fn near(hits: &[Hit], at: usize) -> &[Hit] {
    let from = hits.partition_point(|hit| hit.last < at);
    let to = hits.partition_point(|hit| hit.first <= at + LONGEST + 4);
    &hits[from..to.max(from)]
}

fn unknown(tokens: &[Token], at: usize, hits: &[Hit]) -> Option<Named> {
    let (kind, len, many) = head(tokens, at)?;
    let inside = |hit: &Hit| hit.kind == Kind::Agreement && hit.first <= at && at <= hit.last;
    if hits.iter().any(inside) {
        return None;
    }
    let arabic = super::token::is_arabic(&tokens[at].word);
    let mut first = at;
    if !arabic {
        // Free trade agreement, Artemis Accords.
        while first > 0
            && at - first < 5
            && tokens[first].gap == Gap::Space
            && is_modifier(&tokens[first - 1], many)
        {
            first -= 1;
        }
    }
    let end = end(tokens, at + len, hits);
    let next = tokens.get(at + len).map_or("", |token| token.word.as_str());
    // Memorandums in general, an agreement told of before, and agreeing itself are none.
    let article = first
        .checked_sub(1)
        .map_or("", |before| tokens[before].word.as_str());
    let told = if arabic {
        let definite = tokens[at + len - 1]
            .bases
            .iter()
            .any(|(_, article)| *article);
        let complement = matches!(next, "بين" | "بشان" | "حول") || next.starts_with("لل");
        (definite && !complement && end == at + len - 1) || matches!(next, "علي" | "عليه" | "عليها")
    } else {
        let alone = first == at && end == at + len - 1;
        alone && !matches!(article, "a" | "an")
    };
    let general = many
        && if arabic {
            !follows_name(tokens, at + len)
        } else {
            first == at || !tokens[first].capital
        };
    if told || general {
        return None;
    }
    let joins = tokens[first.saturating_sub(3)..first].iter().any(|token| {
        matches!(
            token.word.as_str(),
            "join" | "joining" | "accession" | "accede"
        ) || token.bases.iter().any(|(base, _)| base == "انضمام")
    });
    Some(Named {
        id: None,
        kind: Some(if joins { Type::Accession } else { kind }),
        first,
        last: end,
    })
}

/// The type that words name, how many words that takes, and whether it is of several.
#[expect(clippy::match_same_arms, reason = "a line for each phrase")]
fn head(tokens: &[Token], at: usize) -> Option<(Type, usize, bool)> {
    let second = tokens.get(at + 1).filter(|next| next.gap == Gap::Space);
    let third = tokens.get(at + 2).map_or("", |token| token.word.as_str());
    let next = |words: &[&str]| {
        second.is_some_and(|token| {
            token
                .bases
                .iter()
                .any(|(base, _)| words.contains(&base.as_str()))
        })
    };
    for (form, _) in &tokens[at].bases {
        let found = match form.as_str() {
            "مذكره" | "مذكرات" | "مذكرتي" | "مذكرتا" if next(&["تفاهم"]) => {
                (Type::MemorandumOfUnderstanding, 2, form == "مذكرات")
            }
            "مذكره" if next(&["تعاون"]) => (Type::MemorandumOfCooperation, 2, false),
            "اتفاقيه" | "اتفاقا" => (Type::Agreement, 1, false),
            "اتفاقيات" => (Type::Agreement, 1, true),
            "اتفاق" if !tokens[at].word.ends_with("الاتفاق") => {
                (Type::Agreement, 1, false)
            }
            "معاهده" => (Type::Treaty, 1, false),
            "بروتوكول" => (Type::Protocol, 1, false),
            "بيان" if next(&["تعاون"]) => (Type::StatementOfCooperation, 2, false),
            "خطاب" if next(&["نوايا"]) => (Type::LetterOfIntent, 2, false),
            "اعلان" if next(&["نوايا"]) => (Type::StatementOfIntent, 2, false),
            "اعلان" if next(&["مشترك"]) => (Type::JointDeclaration, 2, false),
            "خطه" if next(&["عمل"]) => (Type::ActionPlan, 2, false),
            "memorandum" if next(&["of"]) && third == "understanding" => {
                (Type::MemorandumOfUnderstanding, 3, false)
            }
            "memoranda" | "memorandums" if third == "understanding" => {
                (Type::MemorandumOfUnderstanding, 3, true)
            }
            "memorandum" if next(&["of"]) && third == "cooperation" => {
                (Type::MemorandumOfCooperation, 3, false)
            }
            "statement" if next(&["of"]) && third == "cooperation" => {
                (Type::StatementOfCooperation, 3, false)
            }
            "statement" if next(&["of"]) && third == "intent" => {
                (Type::StatementOfIntent, 3, false)
            }
            "letter" if next(&["of"]) && third == "intent" => (Type::LetterOfIntent, 3, false),
            "mou" => (Type::MemorandumOfUnderstanding, 1, false),
            "mous" => (Type::MemorandumOfUnderstanding, 1, true),
            "agreement" | "accord" => (Type::Agreement, 1, false),
            "agreements" | "accords" => (Type::Agreement, 1, true),
            "treaty" => (Type::Treaty, 1, false),
            "protocol" => (Type::Protocol, 1, false),
            "convention" => (Type::Convention, 1, false),
            "arrangement" => (Type::Arrangement, 1, false),
            "joint" if next(&["declaration"]) => (Type::JointDeclaration, 2, false),
            "action" if next(&["plan"]) => (Type::ActionPlan, 2, false),
            _ => continue,
        };
        return Some(found);
    }
    None
}

fn is_modifier(token: &Token, many: bool) -> bool {
    let stop = [
        "a",
        "an",
        "the",
        "this",
        "that",
        "of",
        "on",
        "in",
        "to",
        "and",
        "for",
        "with",
        "by",
        "its",
        "their",
        "new",
        "two",
        "three",
        "several",
        "signed",
        "discussed",
        "announced",
        "welcomed",
        "reached",
        "join",
        "joined",
        "under",
        "reviewed",
        "reaffirmed",
        "s",
        "signing",
        "both",
        "ratified",
        "initialled",
        "proposed",
        "extended",
        "adopted",
        "launched",
        "concluded",
        "no",
    ];
    !stop.contains(&token.word.as_str()) && (!many || token.capital)
}

/// Whether several agreements bear a name: اتفاقيات أرتميس.
fn follows_name(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|next| {
        next.gap == Gap::Space && !next.word.starts_with("ال") && !verb_or_link(&next.word)
    })
}

fn verb_or_link(word: &str) -> bool {
    word.starts_with(['ت', 'ي', 'و', 'ل'])
        || matches!(
            word,
            "في" | "بين" | "من" | "مع" | "اخري" | "عده" | "جديده" | "ثناييه" | "حول"
        )
}

/// The last word of a name that begins before `from`.
fn end(tokens: &[Token], from: usize, hits: &[Hit]) -> usize {
    let stop = [
        "which",
        "that",
        "worth",
        "valued",
        "was",
        "were",
        "during",
        "at",
        "while",
        "will",
        "as",
        "التي",
        "الذي",
        "بقيمه",
        "بهدف",
        "خلال",
        "وفق",
        "اضافه",
        "الي",
        "تهدف",
        "يهدف",
        "الخاصه",
        "تم",
    ];
    let mut at = from;
    while let Some(token) = tokens.get(at) {
        let over =
            at - from >= LONGEST || token.gap != Gap::Space || stop.contains(&token.word.as_str());
        let other = hits
            .iter()
            .any(|hit| hit.kind == Kind::Agreement && hit.first == at);
        let head = head(tokens, at).is_some() && at > from;
        if over || other || head {
            break;
        }
        at += 1;
    }
    // A name does not end with a word that leads on.
    while at > from
        && matches!(
            tokens[at - 1].word.as_str(),
            "and" | "of" | "the" | "a" | "an" | "on" | "in" | "to" | "وقع" | "with"
        )
    {
        at -= 1;
    }
    at - 1
}
