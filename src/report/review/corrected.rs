//! Files that state something else than they did.

use super::setting::Setting;
use crate::facts::{Fact, Value};
use crate::model::evidence::Citation;
use crate::model::text::Text;
use crate::report::agreement::Named;
use crate::report::phrase::Phrase;
use crate::review::{
    Correction, DefinitionReview, DialogueReview, Grade, RoundReview, Stated, fingerprint,
};
use crate::span::{Place, Span};
use serde::Serialize;

/// A file that both sides have and that states something else, or is called something else.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct CorrectedReport {
    /// The dialogue.
    pub dialogue: Named,
    /// The round; null for a file that all rounds refer to.
    pub round: Option<u32>,
    /// The round's number in the base, where it is another.
    pub former: Option<u32>,
    /// `Round 2`, or the name of the file.
    pub label: String,
    /// Whether it is a file that all rounds refer to, so that the label is its name.
    pub common: bool,
    /// Where the file begins in the base; null where it has none.
    pub before: Option<Place>,
    /// Where the file begins in the head; null where it has none.
    pub after: Option<Place>,
    /// What became of the file as a whole, in words: renumbered, renamed, formatted otherwise,
    /// not to be read.
    pub remarks: Vec<String>,
    /// Whether the facts are all the same, in other words of YAML.
    pub formatting_only: bool,
    /// Whether the file of the same round has another name.
    pub renamed: bool,
    /// The side that cannot be read: `base` or `head`; null where both can.
    pub unreadable: Option<String>,
    /// Fact by fact.
    pub facts: Vec<CorrectionReport>,
    /// What the other side states, where one cannot be read.
    pub stated: Vec<StatedFactReport>,
    /// A hash of the dialogue, the file and what became of it: 16 hexadecimal digits.
    pub fingerprint: String,
    /// The decision to live with it, in words; null where there is none.
    pub accepted_text: Option<String>,
}

/// A round that only the base has.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct RemovedReport {
    /// The dialogue.
    pub dialogue: Named,
    /// The round.
    pub round: u32,
    /// `Round 2`.
    pub label: String,
    /// Where its file began.
    pub file: Place,
    /// What it stated, in a few words.
    pub text: String,
    /// What it stated.
    pub stated: Vec<StatedFactReport>,
    /// A hash of the dialogue and the round: 16 hexadecimal digits.
    pub fingerprint: String,
    /// The decision to live with it, in words; null where there is none.
    pub accepted_text: Option<String>,
}

/// One fact that the sides do not state alike.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct CorrectionReport {
    /// The name of the fact, such as `meeting date`.
    pub key: String,
    /// What kind of change it is.
    pub grade: Grade,
    /// The same in words.
    pub grade_text: String,
    /// What the base states; null where it states nothing.
    pub before: Option<StatedReport>,
    /// What the head states; null where it states nothing.
    pub after: Option<StatedReport>,
    /// In which languages a text was edited and in which not, in words; null where that is not so.
    pub drift_text: Option<String>,
    /// Where to look in the head: the fact, or the nearest one that is still there.
    pub place: Option<Place>,
    /// A hash of the dialogue, the round, the fact and its values: 16 hexadecimal digits.
    pub fingerprint: String,
    /// The decision to live with it, in words; null where there is none.
    pub accepted_text: Option<String>,
    /// The decision to live with `drift_text`, in words; null where there is none.
    pub drift_accepted_text: Option<String>,
}

/// What one side states.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct StatedReport {
    /// The value: of a text, each language that differs; else one.
    pub values: Vec<Phrase>,
    /// Where it is written.
    pub place: Place,
    /// What it rests on.
    pub sources: Vec<SourceReport>,
}

/// A citation.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct SourceReport {
    /// The source.
    pub id: String,
    /// The place in it, in the words of the record.
    pub at: Option<String>,
}

/// A fact of one side.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct StatedFactReport {
    /// The name of the fact.
    pub key: String,
    /// What is stated.
    pub stated: StatedReport,
}

/// The files that differ, and the rounds that are gone.
pub(super) fn reports(setting: &Setting<'_>) -> (Vec<CorrectedReport>, Vec<RemovedReport>) {
    let (mut corrected, mut removed) = (Vec::new(), Vec::new());
    for one in &setting.reviewed.review.dialogues {
        corrected.extend(
            one.corrected
                .iter()
                .map(|round| of_round(setting, one, round)),
        );
        corrected.extend(
            one.definitions
                .iter()
                .map(|file| of_definition(setting, one, file)),
        );
        removed.extend(one.removed.iter().map(|round| gone(setting, one, round)));
    }
    (corrected, removed)
}

fn of_round(
    setting: &Setting<'_>,
    dialogue: &DialogueReview,
    round: &RoundReview,
) -> CorrectedReport {
    let number = round.number();
    let words = setting.words;
    let unreadable = match (round.before, round.after) {
        (_, Some(after)) if !after.readable => Some("head"),
        (Some(before), _) if !before.readable => Some("base"),
        _ => None,
    };
    let former = round
        .before
        .filter(|_| round.renumbered())
        .map(|before| before.number);
    let before = round.before.map(|before| setting.file(before));
    let mut remarks = Vec::new();
    if let Some(former) = former {
        remarks.push(words.say(
            "review-renumbered",
            &[("former", setting.round(former).into())],
        ));
    }
    if let (true, None, Some(before)) = (round.renamed, former, &before) {
        remarks.push(words.say("review-renamed", &[("file", (&*before.file).into())]));
    }
    if let Some(side) = unreadable {
        let facts = setting.facts(round.stated.len());
        remarks.push(words.say(
            &format!("review-unreadable-{side}"),
            &[("facts", facts.into())],
        ));
    } else if round.formatting_only {
        remarks.push(words.word("review-formatting-only"));
    }
    let what = unreadable.unwrap_or(if former.is_some() {
        "renumbered"
    } else {
        "corrected"
    });
    CorrectedReport {
        dialogue: setting.dialogue(&dialogue.name),
        round: Some(number),
        former,
        label: setting.round(number),
        common: false,
        before,
        after: round.after.map(|after| setting.file(after)),
        remarks,
        formatting_only: round.formatting_only,
        renamed: round.renamed && former.is_none(),
        unreadable: unreadable.map(str::to_owned),
        facts: round
            .corrections
            .iter()
            .map(|one| correction(setting, one))
            .collect(),
        stated: round
            .stated
            .iter()
            .map(|one| stated_fact(setting, one))
            .collect(),
        fingerprint: fingerprint(&[&dialogue.name, "round", what, &number.to_string()]),
        accepted_text: None,
    }
}

fn of_definition(
    setting: &Setting<'_>,
    dialogue: &DialogueReview,
    file: &DefinitionReview,
) -> CorrectedReport {
    let place = |file| setting.place(Span::new(file, 0..0));
    let (before, after) = (file.before.map(place), file.after.map(place));
    let name = after
        .as_ref()
        .or(before.as_ref())
        .map(|place| place.file.clone());
    let name = name.unwrap_or_default();
    let label = name.rsplit('/').next().unwrap_or_default().to_owned();
    let both = before.is_some() && after.is_some();
    let formatting_only = both && file.corrections.is_empty();
    let remark = formatting_only.then(|| setting.words.word("review-formatting-only"));
    CorrectedReport {
        dialogue: setting.dialogue(&dialogue.name),
        round: None,
        former: None,
        fingerprint: fingerprint(&[&dialogue.name, "file", &label]),
        accepted_text: None,
        label,
        common: true,
        before,
        after,
        remarks: remark.into_iter().collect(),
        formatting_only,
        renamed: false,
        unreadable: None,
        facts: file
            .corrections
            .iter()
            .map(|one| correction(setting, one))
            .collect(),
        stated: Vec::new(),
    }
}

fn gone(setting: &Setting<'_>, dialogue: &DialogueReview, round: &RoundReview) -> RemovedReport {
    let number = round.number();
    let facts = setting.facts(round.stated.len());
    let file = round.before.map(|before| setting.file(before));
    RemovedReport {
        dialogue: setting.dialogue(&dialogue.name),
        round: number,
        label: setting.round(number),
        file: file.unwrap_or_else(|| Place {
            file: "".into(),
            line: 1,
            column: 1,
        }),
        text: setting
            .words
            .say("review-removed", &[("facts", facts.into())]),
        stated: round
            .stated
            .iter()
            .map(|one| stated_fact(setting, one))
            .collect(),
        fingerprint: fingerprint(&[&dialogue.name, "round-removed", &number.to_string()]),
        accepted_text: None,
    }
}

fn correction(setting: &Setting<'_>, one: &Correction) -> CorrectionReport {
    let other = |stated: &Option<Stated>| stated.as_ref().map(|stated| stated.value.clone());
    let (was, is) = (other(&one.before), other(&one.after));
    let side = |stated: &Stated, other: Option<&Value>| StatedReport {
        values: values(setting, &stated.value, other),
        place: setting.place(stated.place),
        sources: sources(&stated.value, &stated.sources),
    };
    let drift = one.drift.as_ref().map(|drift| {
        let (edited, left) = (
            setting.words.list(&drift.edited),
            setting.words.list(&drift.left),
        );
        setting.words.say(
            "review-drift-text",
            &[("edited", edited.into()), ("left", left.into())],
        )
    });
    let place = one.after.as_ref().map(|after| after.place).or(one.nearest);
    CorrectionReport {
        key: one.key.clone(),
        grade: one.grade,
        grade_text: setting.words.word(&format!("review-grade-{}", one.grade)),
        before: one.before.as_ref().map(|stated| side(stated, is.as_ref())),
        after: one.after.as_ref().map(|stated| side(stated, was.as_ref())),
        drift_text: drift,
        place: place.map(|place| setting.place(place)),
        fingerprint: one.fingerprint.clone(),
        accepted_text: None,
        drift_accepted_text: None,
    }
}

fn stated_fact(setting: &Setting<'_>, fact: &Fact) -> StatedFactReport {
    StatedFactReport {
        key: fact.key(),
        stated: StatedReport {
            values: values(setting, &fact.value, None),
            place: setting.place(fact.place),
            sources: sources(&fact.value, &fact.sources),
        },
    }
}

/// What a value rests on; nothing where it is the sources themselves.
fn sources(value: &Value, citations: &[Citation]) -> Vec<SourceReport> {
    if matches!(value, Value::Sources(_)) {
        return Vec::new();
    }
    let one = |citation: &Citation| SourceReport {
        id: citation.source.value.to_string(),
        at: citation.at.as_deref().map(str::to_owned),
    };
    citations.iter().map(one).collect()
}

/// A value as the record has it; of a text, the languages that the other side has otherwise.
fn values(setting: &Setting<'_>, value: &Value, other: Option<&Value>) -> Vec<Phrase> {
    let lang = setting.lang();
    match value {
        Value::Named => vec![Phrase::own(&setting.words.word("review-named"), lang)],
        Value::None => vec![Phrase::own(&setting.words.word("review-none"), lang)],
        Value::Text(text) => {
            let same = |tag: &str, words: &str| match other {
                Some(Value::Text(other)) => has(other, tag, words),
                _ => false,
            };
            let changed = text
                .iter()
                .filter(|(tag, words)| !same(tag.as_str(), words));
            changed
                .map(|(tag, words)| Phrase::record(words, tag, lang))
                .collect()
        }
        other => vec![Phrase::id(&other.to_string(), lang)],
    }
}

fn has(text: &Text, tag: &str, words: &str) -> bool {
    text.iter()
        .any(|(lang, other)| lang.as_str() == tag && other == words)
}
