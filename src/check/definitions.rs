//! Rules of definitions: what two rounds say that one item is should agree.

use super::continues::{Successors, ids, mention_lists};
use super::names::Names;
use crate::diagnostic::code::rules as code;
use crate::diagnostic::{Diagnostic, brief};
use crate::fold::fold;
use crate::model::agreement::AgreementMention;
use crate::model::dialogue::Dialogue;
use crate::model::id::Id;
use crate::model::round::{ListKind, Round};
use crate::model::status::Act;
use crate::model::term::Term;
use crate::model::text::{Lang, Text};
use crate::span::{Located, Span};
use std::borrow::Cow;
use std::collections::HashMap;

/// Checks that what is said of each item agrees from round to round.
pub(super) fn check(
    dialogue: &Dialogue,
    rounds: &[Round],
    names: &Names,
    successors: &Successors,
    found: &mut Vec<Diagnostic>,
) {
    let mut said = Said {
        last: HashMap::new(),
        found,
    };
    for mention in &dialogue.agreements {
        said.agreement(mention, successors);
    }
    for round in rounds {
        for mention in round.agreements.iter().flatten() {
            said.agreement(mention, successors);
        }
        for mention in round.commitments.iter().flatten() {
            let id = successors.current(ListKind::Commitments, &mention.id.value);
            let renamed = !mention.continues.is_empty();
            if let Some(text) = &mention.text {
                said.text(
                    ListKind::Commitments,
                    id,
                    "text",
                    &text.value,
                    text.span,
                    renamed,
                );
            }
            if let Some(due) = &mention.due {
                let literal = due.value.literal();
                said.field(ListKind::Commitments, id, "due", literal, due.span, renamed);
            }
        }
        for (list, mentions) in mention_lists(round) {
            for mention in mentions {
                let Some(title) = &mention.title else {
                    continue;
                };
                for id in ids(names, list, mention) {
                    let id = successors.current(list, &id);
                    let renamed = !mention.continues.is_empty();
                    said.text(list, id, "title", title, mention.span, renamed);
                }
            }
        }
    }
}

/// The last thing said of each field of each item, in a form that compares.
struct Said<'a, 'f> {
    last: HashMap<(ListKind, Id, Field<'a>), (Cow<'a, str>, Span)>,
    found: &'f mut Vec<Diagnostic>,
}

/// A key, and the language where its value is a text.
type Field<'a> = (&'static str, Option<&'a Lang>);

impl<'a> Said<'a, '_> {
    fn agreement(&mut self, mention: &'a AgreementMention, successors: &Successors) {
        let list = ListKind::Agreements;
        let id = successors.current(list, &mention.id.value);
        let changed = |act: Act| matches!(act, Act::Amended | Act::Extended);
        // A renamed or amended instrument may well be another thing than before.
        let expected =
            !mention.continues.is_empty() || mention.acts.iter().any(|one| changed(one.act));
        let definition = &mention.definition;
        if let Some(title) = &definition.title {
            self.text(list, id, "title", &title.value, title.span, expected);
        }
        if let Some(kind) = &definition.kind {
            self.field(list, id, "type", kind.value.as_str(), kind.span, expected);
        }
        if let Some(binding) = &definition.binding {
            let value = binding.value.as_str();
            self.field(list, id, "binding", value, binding.span, expected);
        }
        if let Some(parties) = &definition.parties {
            let all = sorted(parties.value.iter().map(|party| party.value.as_str()));
            self.field(list, id, "parties", all, parties.span, expected);
        }
        if let Some(sectors) = &definition.sectors {
            let all = sorted(sectors.value.iter().map(|sector| &*sector.value));
            self.field(list, id, "sectors", all, sectors.span, expected);
        }
        if let Some(Located { value, span }) = &definition.value {
            let nature = value
                .nature
                .map(|nature| format!(" {nature}"))
                .unwrap_or_default();
            let amount = format!("{} {}{nature}", value.currency, value.amount);
            self.field(list, id, "value", amount, *span, expected);
        }
    }

    fn text(
        &mut self,
        list: ListKind,
        id: &Id,
        key: &'static str,
        text: &'a Text,
        span: Span,
        expected: bool,
    ) {
        for (lang, words) in text.iter() {
            let differs = |a: &str, b: &str| a != b && fold(a) != fold(b);
            let key = (key, Some(lang));
            self.say(list, id, key, words.into(), span, expected, differs);
        }
    }

    fn field(
        &mut self,
        list: ListKind,
        id: &Id,
        key: &'static str,
        value: impl Into<Cow<'a, str>>,
        span: Span,
        expected: bool,
    ) {
        let (key, value) = ((key, None), value.into());
        self.say(list, id, key, value, span, expected, |a, b| a != b);
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "each is one fact of the statement"
    )]
    fn say(
        &mut self,
        list: ListKind,
        id: &Id,
        key: Field<'a>,
        value: Cow<'a, str>,
        span: Span,
        expected: bool,
        differs: impl Fn(&str, &str) -> bool,
    ) {
        let place = (list, id.clone(), key);
        if let Some((last, first)) = self.last.get(&place)
            && differs(last, &value)
            && !expected
        {
            let key = match key {
                (key, Some(lang)) => format!("{key} ({lang})"),
                (key, None) => key.to_owned(),
            };
            self.found.push(
                Diagnostic::new(
                    code::CONFLICTING_DEFINITION,
                    span,
                    format!("`{key}` of `{id}` differs from what was said before"),
                    format!("here: {}", brief(&value)),
                )
                .related(*first, format!("before: {}", brief(last)))
                .help("the later one holds; correct one, or say what happened with an act such as `amended`"),
            );
        }
        self.last.insert(place, (value, span));
    }
}

fn sorted<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut words: Vec<&str> = words.collect();
    words.sort_unstable();
    words.join(", ")
}
