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
use crate::tables::HashMap;
use std::borrow::Cow;

/// Checks that what is said of each item agrees from round to round.
pub(super) fn check(
    dialogue: &Dialogue,
    rounds: &[Round],
    names: &Names,
    successors: &Successors,
    found: &mut Vec<Diagnostic>,
) {
    let mut said = Said {
        last: HashMap::default(),
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
            let mut of_one = said.of(ListKind::Commitments, id, renamed);
            if let Some(text) = &mention.text {
                of_one.text("text", &text.value, text.span);
            }
            if let Some(due) = &mention.due {
                of_one.field("due", due.value.literal(), due.span);
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
                    said.of(list, id, renamed)
                        .text("title", title, mention.span);
                }
            }
        }
    }
}

/// What was said of each item.
struct Said<'a, 'f> {
    last: HashMap<(ListKind, Id), Vec<Statement<'a>>>,
    found: &'f mut Vec<Diagnostic>,
}

/// The last thing said of one field, in a form that compares, and where.
struct Statement<'a> {
    field: Field<'a>,
    value: Cow<'a, str>,
    span: Span,
}

/// A key, and the language where its value is a text.
type Field<'a> = (&'static str, Option<&'a Lang>);

/// What was said of one item, while another mention of it is read.
struct OfOne<'a, 's> {
    id: &'s Id,
    /// Whether the mention may well say something else than those before.
    expected: bool,
    last: &'s mut Vec<Statement<'a>>,
    found: &'s mut Vec<Diagnostic>,
}

impl<'a> Said<'a, '_> {
    fn of<'s>(&'s mut self, list: ListKind, id: &'s Id, expected: bool) -> OfOne<'a, 's> {
        OfOne {
            id,
            expected,
            last: self.last.entry((list, id.clone())).or_default(),
            found: self.found,
        }
    }

    fn agreement(&mut self, mention: &'a AgreementMention, successors: &Successors) {
        let list = ListKind::Agreements;
        let id = successors.current(list, &mention.id.value);
        let changed = |act: Act| matches!(act, Act::Amended | Act::Extended);
        // A renamed or amended instrument may well be another thing than before.
        let expected =
            !mention.continues.is_empty() || mention.acts.iter().any(|one| changed(one.act));
        let definition = &mention.definition;
        let mut of_one = self.of(list, id, expected);
        if let Some(title) = &definition.title {
            of_one.text("title", &title.value, title.span);
        }
        if let Some(kind) = &definition.kind {
            of_one.field("type", kind.value.as_str(), kind.span);
        }
        if let Some(binding) = &definition.binding {
            of_one.field("binding", binding.value.as_str(), binding.span);
        }
        if let Some(parties) = &definition.parties {
            let all = sorted(parties.value.iter().map(|party| party.value.as_str()));
            of_one.field("parties", all, parties.span);
        }
        if let Some(sectors) = &definition.sectors {
            let all = sorted(sectors.value.iter().map(|sector| &*sector.value));
            of_one.field("sectors", all, sectors.span);
        }
        if let Some(Located { value, span }) = &definition.value {
            let nature = value
                .nature
                .map(|nature| format!(" {nature}"))
                .unwrap_or_default();
            let amount = format!("{} {}{nature}", value.currency, value.amount);
            of_one.field("value", amount, *span);
        }
    }
}

impl<'a> OfOne<'a, '_> {
    fn text(&mut self, key: &'static str, text: &'a Text, span: Span) {
        for (lang, words) in text.iter() {
            let differs = |a: &str, b: &str| a != b && fold(a) != fold(b);
            self.say((key, Some(lang)), words.into(), span, differs);
        }
    }

    fn field(&mut self, key: &'static str, value: impl Into<Cow<'a, str>>, span: Span) {
        self.say((key, None), value.into(), span, |a, b| a != b);
    }

    fn say(
        &mut self,
        field: Field<'a>,
        value: Cow<'a, str>,
        span: Span,
        differs: impl Fn(&str, &str) -> bool,
    ) {
        let Some(last) = self.last.iter_mut().find(|one| one.field == field) else {
            return self.last.push(Statement { field, value, span });
        };
        if !self.expected && differs(&last.value, &value) {
            let id = self.id;
            let key = match field {
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
                .related(last.span, format!("before: {}", brief(&last.value)))
                .help("the later one holds; correct one, or say what happened with an act such as `amended`"),
            );
        }
        (last.value, last.span) = (value, span);
    }
}

fn sorted<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut words: Vec<&str> = words.collect();
    words.sort_unstable();
    words.join(", ")
}
