//! The sources cited, numbered once in the order in which a reader meets them.

use super::context::{Arg, Setting};
use super::phrase::Phrase;
use crate::model::dialogue::Tier;
use crate::model::evidence::{Citation, Evidence};
use crate::span::Place;
use serde::Serialize;
use std::collections::HashMap;

/// One place in one source.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct EvidenceReport {
    /// Its number in this report, from 1.
    pub number: u32,
    /// The source's id.
    pub source: String,
    /// The source's title.
    pub title: Option<Phrase>,
    /// Who published it.
    pub publisher: Option<Phrase>,
    /// Who wrote it.
    pub author: Option<Phrase>,
    /// When it was published, as the record writes it.
    pub date: Option<String>,
    /// The same in words.
    pub date_text: Option<Phrase>,
    /// How close it is to the parties.
    pub tier: Option<Tier>,
    /// The same in words.
    pub tier_text: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// The place in the source, as the record writes it.
    pub at: Option<String>,
    /// The same in words.
    pub at_text: Option<Phrase>,
    /// The very words of the source, where the record holds them.
    pub quote: Option<Phrase>,
    /// Where the record first cites it, of the citations in this report.
    pub place: Place,
}

/// Numbers citations by first use.
#[derive(Default)]
pub(super) struct Book {
    entries: Vec<EvidenceReport>,
    numbers: HashMap<(String, Option<String>, Option<String>), u32>,
}

impl Book {
    /// The numbers of what the first of `evidence` that cites anything cites.
    pub(super) fn cite<'e>(
        &mut self,
        context: &Setting<'_>,
        evidence: impl IntoIterator<Item = &'e Evidence>,
    ) -> Vec<u32> {
        let mut all = evidence.into_iter().map(|one| &one.citations);
        let cited = all.find(|citations| !citations.is_empty());
        let mut numbers: Vec<_> = cited
            .into_iter()
            .flatten()
            .map(|citation| self.number(context, citation))
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// Every entry, by number.
    pub(super) fn entries(self) -> Vec<EvidenceReport> {
        self.entries
    }

    fn number(&mut self, context: &Setting<'_>, citation: &Citation) -> u32 {
        let key = (
            citation.source.value.to_string(),
            citation.at.as_deref().map(str::to_owned),
            citation.quote.as_deref().map(str::to_owned),
        );
        let next = u32::try_from(self.entries.len() + 1).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(key).or_insert(next);
        if number == next {
            self.entries.push(entry(context, citation, number));
        }
        number
    }
}

/// The numbers of several lists, each once, in order.
pub(super) fn together<'n>(lists: impl IntoIterator<Item = &'n Vec<u32>>) -> Vec<u32> {
    let mut all: Vec<_> = lists.into_iter().flatten().copied().collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn entry(context: &Setting<'_>, citation: &Citation, number: u32) -> EvidenceReport {
    let dialogue = context.series.record.dialogue();
    let source = dialogue.sources.get(citation.source.value.as_str());
    let text = |text: Option<&crate::model::text::Text>| text.map(|text| context.phrase(text));
    let date = source.and_then(|source| source.date.as_ref());
    let tier = source.and_then(|source| source.tier);
    let language = citation
        .lang
        .as_ref()
        .or_else(|| source.and_then(|source| source.language.as_ref()))
        .unwrap_or(&dialogue.language);
    EvidenceReport {
        number,
        source: citation.source.value.to_string(),
        title: text(source.and_then(|source| source.title.as_ref())),
        publisher: text(source.and_then(|source| source.publisher.as_ref())),
        author: text(source.and_then(|source| source.author.as_ref())),
        date: date.map(|date| date.value.literal().to_owned()),
        date_text: date.map(|date| context.date_phrase(&date.value)),
        tier,
        tier_text: tier.map(|tier| context.term("tier", tier)),
        url: source
            .and_then(|source| source.url.as_ref())
            .map(|url| url.value.to_string()),
        at: citation.at.as_deref().map(str::to_owned),
        at_text: citation
            .at
            .as_deref()
            .map(|at| place_in_source(context, at)),
        quote: citation
            .quote
            .as_deref()
            .map(|quote| Phrase::record(quote, language, context.lang())),
        place: context.place(citation.source.span),
    }
}

/// `line 25` in the report's language; any other wording stays as the author's own.
fn place_in_source(context: &Setting<'_>, at: &str) -> Phrase {
    let figures = |text: &str| Arg::Text(context.words.figures(text));
    let own = |text: String| Phrase::own(&text, context.lang());
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(line) = at.strip_prefix("line ").filter(|line| number(line)) {
        return own(context.say("source-line", [("number", figures(line))]));
    }
    let lines = at
        .strip_prefix("lines ")
        .and_then(|rest| rest.split_once(['–', '-']));
    match lines {
        Some((from, to)) if number(from) && number(to) => own(context.say(
            "source-lines",
            [("from", figures(from)), ("to", figures(to))],
        )),
        _ => Phrase::record(
            at,
            &context.series.record.dialogue().language,
            context.lang(),
        ),
    }
}
