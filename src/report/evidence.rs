//! The sources cited, numbered once in the order in which a reader meets them.

use super::context::{Arg, Setting};
use super::phrase::Phrase;
use crate::model::dialogue::Tier;
use crate::model::evidence::{Citation, Evidence};
use crate::model::id::Id;
use crate::span::Place;
use crate::tables::IndexSet;
use indexmap::Equivalent;
use serde::{Serialize, Serializer};
use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};

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

/// What a report cites, made one by one as it is written.
pub struct Entries<'e> {
    setting: Setting<'e>,
    book: Book<'e>,
}

impl<'e> Entries<'e> {
    /// What has been numbered.
    pub(super) fn of(setting: Setting<'e>, book: Book<'e>) -> Self {
        Self { setting, book }
    }
}

impl Serialize for Entries<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let all = 0..self.book.len();
        serializer.collect_seq(all.map(|at| self.book.entry(&self.setting, at)))
    }
}

/// Numbers citations by first use.
#[derive(Default)]
pub(super) struct Book<'e>(IndexSet<Cited<'e>>);

/// A citation, told from others by the source, the place in it and the words.
struct Cited<'e>(&'e Citation);

/// What a citation is told from others by.
#[derive(PartialEq, Eq, Hash)]
struct Key<'c>(&'c Id, Option<&'c str>, Option<&'c str>);

impl<'c> Key<'c> {
    fn of(citation: &'c Citation) -> Self {
        Self(
            &citation.source.value,
            citation.at.as_deref(),
            citation.quote.as_deref(),
        )
    }
}

impl PartialEq for Cited<'_> {
    fn eq(&self, other: &Self) -> bool {
        Key::of(self.0) == Key::of(other.0)
    }
}

impl Eq for Cited<'_> {}

impl Hash for Cited<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Key::of(self.0).hash(state);
    }
}

impl Equivalent<Cited<'_>> for Key<'_> {
    fn equivalent(&self, cited: &Cited<'_>) -> bool {
        *self == Key::of(cited.0)
    }
}

impl<'e> Book<'e> {
    /// Numbers what the first of `evidence` that cites anything cites, and gives the numbers.
    pub(super) fn cite(&mut self, evidence: impl IntoIterator<Item = &'e Evidence>) -> Vec<u32> {
        let cited = cited(evidence).iter();
        in_order(cited.map(|citation| self.number(citation)).collect())
    }

    /// Numbers the same, for those who ask for the numbers later.
    pub(super) fn note(&mut self, evidence: impl IntoIterator<Item = &'e Evidence>) {
        for citation in cited(evidence) {
            self.number(citation);
        }
    }

    /// The numbers of what has been numbered before.
    pub(super) fn refs<'r>(&self, evidence: impl IntoIterator<Item = &'r Evidence>) -> Vec<u32> {
        let known = |citation| self.0.get_index_of(&Key::of(citation));
        let cited = cited(evidence).iter();
        in_order(cited.filter_map(known).map(numbered).collect())
    }

    /// How many entries there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// An entry by its place, from 0.
    pub(super) fn entry(&self, context: &Setting<'_>, at: usize) -> EvidenceReport {
        entry(context, self.0[at].0, numbered(at))
    }

    /// Every entry, by number.
    pub(super) fn entries(&self, context: &Setting<'_>) -> Vec<EvidenceReport> {
        (0..self.len()).map(|at| self.entry(context, at)).collect()
    }

    /// The sources cited, with how close each is to the parties.
    pub(super) fn sources<'b>(
        &'b self,
        context: &Setting<'_>,
    ) -> BTreeSet<(&'b str, Option<Tier>)> {
        let sources = &context.series.record.dialogue().sources;
        let ids: BTreeSet<&str> = self
            .0
            .iter()
            .map(|cited| cited.0.source.value.as_str())
            .collect();
        ids.into_iter()
            .map(|id| (id, sources.get(id).and_then(|source| source.tier)))
            .collect()
    }

    fn number(&mut self, citation: &'e Citation) -> u32 {
        numbered(self.0.insert_full(Cited(citation)).0)
    }
}

/// What the first of `evidence` that cites anything cites.
fn cited<'e>(evidence: impl IntoIterator<Item = &'e Evidence>) -> &'e [Citation] {
    let mut all = evidence.into_iter().map(|one| &one.citations[..]);
    all.find(|citations| !citations.is_empty())
        .unwrap_or_default()
}

/// The number of an entry by its place.
fn numbered(at: usize) -> u32 {
    u32::try_from(at + 1).unwrap_or(u32::MAX)
}

fn in_order(mut numbers: Vec<u32>) -> Vec<u32> {
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// The numbers of several lists, each once, in order.
pub(super) fn together<'n>(lists: impl IntoIterator<Item = &'n Vec<u32>>) -> Vec<u32> {
    in_order(lists.into_iter().flatten().copied().collect())
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
