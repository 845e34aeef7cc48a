//! Items that may be one under two ids, or are counted as one because they look alike.

use super::context::{Arg, Context};
use super::phrase::{Line, Phrase, joined};
use crate::matching::{Reason, Suggestion};
use crate::model::id::Id;
use crate::model::round::ListKind;
use crate::model::text::Text;
use crate::span::Place;
use crate::words::{Value, Words};
use serde::Serialize;
use std::collections::BTreeSet;

/// Two items that may be one, or are counted as one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct AlikeReport {
    /// The list that both are in.
    pub list: ListKind,
    /// Whether they are counted as one, which `--match likely` asks for.
    pub joined: bool,
    /// The id that is used first.
    pub former: String,
    /// The id that is used later.
    pub later: String,
    /// The id that the later one goes by in this report.
    pub stands_for: String,
    /// How alike they are, in per cent.
    pub score: u8,
    /// The same in words.
    pub score_text: String,
    /// The facts for and against.
    pub reasons: Vec<Reason>,
    /// What the reader is told.
    pub text: String,
    /// The same in pieces.
    pub line: Line,
    /// The line to add to the later item, to say that they are one.
    pub fix: String,
    /// Where the former item is last mentioned.
    pub former_file: Place,
    /// Where the later item is first mentioned.
    pub file: Place,
}

/// The pairs that the items of a comparison are in: first those that are counted as one.
pub(super) fn alike(context: &Context<'_>) -> Vec<AlikeReport> {
    let shown = shown(context);
    let joined = context.series.likely_among(&shown).into_iter();
    let open = context.series.suggestions_among(&shown).into_iter();
    joined
        .map(|pair| report(context, pair, true))
        .chain(open.map(|pair| report(context, pair, false)))
        .collect()
}

/// Facts for and against two items being one, in words.
pub fn reasons(reasons: &[Reason], words: &Words) -> String {
    let said = |reason: &Reason| match reason {
        Reason::Titles { percent } => share("alike-titles", *percent, words),
        Reason::OtherParties { percent } => share("alike-other-parties", *percent, words),
        Reason::OnlyKind => words.word("alike-only-kind"),
        Reason::SameNumber => words.word("alike-same-number"),
        Reason::OtherNumbers => words.word("alike-other-numbers"),
        Reason::SameType { .. } => words.word("alike-same-type"),
        Reason::OtherType => words.word("alike-other-type"),
        Reason::SameParties => words.word("alike-same-parties"),
        Reason::SameValue => words.word("alike-same-value"),
        Reason::OtherValue => words.word("alike-other-value"),
        Reason::FillsIn => words.word("alike-fills-in"),
    };
    words.list(&reasons.iter().map(said).collect::<Vec<String>>())
}

fn share(key: &str, percent: u8, words: &Words) -> String {
    let share = words.percent(percent.into(), 100);
    words.say(key, &[("share", Value::Text(share))])
}

/// Everything that the comparison tells of.
fn shown(context: &Context<'_>) -> BTreeSet<(ListKind, Id)> {
    let comparison = context.comparison;
    let lists = [
        (ListKind::Sectors, &comparison.sectors),
        (ListKind::Topics, &comparison.topics),
        (ListKind::Programmes, &comparison.programmes),
        (ListKind::Bodies, &comparison.bodies),
    ];
    let mut shown = BTreeSet::new();
    for (list, changes) in lists {
        let named = changes.named.before.iter().chain(&changes.named.after);
        shown.extend(named.map(|entry| (list, entry.id.clone())));
    }
    let agreements = comparison.agreements.iter();
    shown.extend(agreements.map(|one| (ListKind::Agreements, one.id.clone())));
    let commitments = comparison.commitments.iter();
    shown.extend(commitments.map(|one| (ListKind::Commitments, one.id.clone())));
    shown
}

fn report(context: &Context<'_>, pair: &Suggestion, counted: bool) -> AlikeReport {
    let score_text = context.words.percent(pair.score.into(), 100);
    let key = if counted {
        "alike-joined"
    } else {
        "alike-open"
    };
    let name = |id: &Id, title: &Option<Text>| -> Arg {
        let named = title.as_ref().map(|title| context.phrase(title));
        named
            .unwrap_or_else(|| Phrase::id(id.as_str(), context.lang()))
            .into()
    };
    let line = context.line(
        key,
        [
            ("former", name(&pair.former, &pair.former_title)),
            ("later", name(&pair.later, &pair.later_title)),
            ("score", score_text.clone().into()),
            ("reasons", reasons(&pair.reasons, context.words).into()),
        ],
    );
    AlikeReport {
        list: pair.list,
        joined: counted,
        former: pair.former.to_string(),
        later: pair.later.to_string(),
        stands_for: context.series.current(pair.list, &pair.later).to_string(),
        score: pair.score,
        score_text,
        reasons: pair.reasons.clone(),
        text: joined(&line),
        line,
        fix: pair.yaml(),
        former_file: context.place(pair.former_place),
        file: context.place(pair.later_place),
    }
}
