//! Findings, as sentences.

use super::citing::Citing;
use super::context::{Arg, Setting};
use super::evidence::Book;
use super::headline;
use super::longer::{LongerReport, Noted, is_longer};
use super::money::MoneyReport;
use super::phrase::{Line, Phrase, joined};
use crate::findings::{Argument, Finding, Rule, rule};
use crate::model::date::Days;
use crate::model::id::Id;
use crate::model::text::Text;
use crate::span::Place;
use indexmap::IndexMap;
use serde::Serialize;

/// How many sectors a sentence names.
const NAMED: usize = 3;

/// One conclusion.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct FindingReport {
    /// The rule.
    pub id: String,
    /// How much it matters, from 1.
    pub priority: u8,
    /// The facts in the sentence, by name.
    pub arguments: IndexMap<String, ArgumentReport>,
    /// A hash of the rule and its arguments, free of wording and line numbers.
    pub fingerprint: String,
    /// The sentence.
    pub text: String,
    /// The same in pieces.
    pub line: Line,
    /// The places in the files that it rests on; of many the first hundred.
    pub files: Vec<Place>,
    /// Citations of those places.
    pub refs: Vec<u32>,
}

/// A fact in a finding.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum ArgumentReport {
    /// A count, or a round by number.
    Number(u64),
    /// An item by id, a word of a closed list, an exact decimal, or words of the record; null
    /// where it is not known.
    Word(Option<String>),
    /// Items by id.
    Ids(Vec<String>),
    /// A number of days.
    Days(Days),
    /// An amount of money.
    Money(MoneyReport),
}

/// Findings as sentences, in their order; citations are numbered in that of the page, which says
/// those of the longer view last.
pub(super) fn reports<'e>(
    setting: &Setting<'e>,
    findings: &[Finding],
    book: &mut Book<'e>,
) -> Vec<FindingReport> {
    let told = told(setting, findings, book);
    told.iter().map(|one| one.report(setting)).collect()
}

/// A finding, and the numbers of what it cites.
pub(super) struct Told<'f> {
    pub(super) finding: &'f Finding,
    pub(super) refs: Vec<u32>,
}

/// Findings with their citations, numbered as [`reports`] numbers them.
pub(super) fn told<'e, 'f>(
    setting: &Setting<'e>,
    findings: &'f [Finding],
    book: &mut Book<'e>,
) -> Vec<Told<'f>> {
    let places = findings.iter().flat_map(|finding| &finding.rests_on);
    let citing = Citing::of(setting, places.copied());
    let mut refs = vec![Vec::new(); findings.len()];
    for last in [false, true] {
        for (finding, refs) in findings.iter().zip(&mut refs) {
            if is_longer(finding.rule) == last {
                *refs = cited(finding, &citing, book);
            }
        }
    }
    let both = findings.iter().zip(refs);
    both.map(|(finding, refs)| Told { finding, refs }).collect()
}

/// What the places that a finding rests on cite.
fn cited<'e>(finding: &Finding, citing: &Citing<'e>, book: &mut Book<'e>) -> Vec<u32> {
    let spans = finding.rests_on.iter();
    let evidence = spans.filter_map(|span| citing.evidence(*span));
    let mut refs: Vec<u32> = evidence
        .flat_map(|evidence| book.cite([evidence]))
        .collect();
    refs.sort_unstable();
    refs.dedup();
    refs
}

impl Told<'_> {
    /// The finding as a sentence, with its facts.
    pub(super) fn report(&self, setting: &Setting<'_>) -> FindingReport {
        let finding = self.finding;
        let line = sentence(setting, finding);
        let named = |(name, argument): &(&str, Argument)| {
            ((*name).to_owned(), ArgumentReport::of(setting, argument))
        };
        let places = finding.rests_on.iter().map(|span| setting.place(*span));
        FindingReport {
            id: finding.rule.id().to_owned(),
            priority: finding.priority,
            arguments: finding.arguments.iter().map(named).collect(),
            fingerprint: finding.fingerprint.clone(),
            text: joined(&line),
            line,
            files: places.collect(),
            refs: self.refs.clone(),
        }
    }

    /// The finding as a page shows it.
    pub(super) fn noted(&self, setting: &Setting<'_>) -> Noted {
        Noted {
            id: self.finding.rule.id().to_owned(),
            line: sentence(setting, self.finding),
            refs: self.refs.clone(),
        }
    }
}

/// Whether no other part of the page says what a rule concludes: neither the standfirst, nor *read
/// with care*, the caveat, the cards or the longer view.
pub(super) fn is_unsaid(rule: Rule, longer: Option<&LongerReport>) -> bool {
    let others = [
        rule::sectors::POSSIBLE_RENAMING,
        rule::sectors::POSSIBLE_RENAMINGS,
        rule::sources::ONE_SOURCE,
        rule::agreements::FIRST_SEEN,
    ];
    !headline::SAID.contains(&rule)
        && !others.contains(&rule)
        && longer.is_none_or(|longer| !longer.says(rule.id()))
}

/// A finding in words.
pub(super) fn sentence(setting: &Setting<'_>, finding: &Finding) -> Line {
    let spoken = finding.arguments.iter();
    let spoken = spoken.map(|(name, argument)| (*name, said(setting, argument)));
    setting.line_of(&format!("finding-{}", finding.rule.id()), spoken.collect())
}

fn said(setting: &Setting<'_>, argument: &Argument) -> Arg {
    let names = &setting.names;
    match argument {
        Argument::Count(count) => (*count).into(),
        Argument::Round(round) => setting.round_label(*round).into(),
        Argument::Sector(id) => names.sector(id).into(),
        Argument::Sectors(ids) => sectors(setting, ids).into(),
        Argument::Agreement(id) => names.agreement(id).into(),
        Argument::Commitment(id) => names.commitment(id).into(),
        Argument::Party(id) => names.party(id).into(),
        Argument::Parties(ids) => {
            let parties: Vec<Phrase> = ids.iter().map(|id| names.party(id)).collect();
            parties.into()
        }
        Argument::People(people) => {
            let people = people
                .iter()
                .map(|(id, name)| person(setting, id, name.as_ref()));
            people.collect::<Vec<Phrase>>().into()
        }
        Argument::Words(ids) => {
            let words = ids.iter().map(|id| id.as_str().replace('-', " "));
            let words = words.map(|words| Phrase::id(&words, setting.lang()));
            words.collect::<Vec<Phrase>>().into()
        }
        Argument::Source(id) => source(setting, id).into(),
        Argument::Days(days) => setting.days(*days).into(),
        Argument::Term(prefix, Some(term)) => setting.word(&format!("{prefix}-{term}")).into(),
        Argument::Term(_, None) => setting.word("not-known").into(),
        Argument::Money(money) => setting.words.money(money).into(),
        Argument::Worth(None) => String::new().into(),
        Argument::Worth(Some(money)) => {
            let money = setting.words.money(money);
            setting
                .say("finding-worth", [("money", money.into())])
                .into()
        }
        Argument::Percent(percent) => setting.words.decimal(percent, 0).into(),
        Argument::Key(key) => Phrase::id(key, setting.lang()).into(),
        Argument::Text(text) => setting.phrase(text).into(),
    }
}

/// The first few of a list of sectors, and how many there are besides.
fn sectors(setting: &Setting<'_>, ids: &[Id]) -> Vec<Phrase> {
    let named = ids.iter().take(NAMED);
    let mut phrases: Vec<Phrase> = named.map(|id| setting.names.sector(id)).collect();
    let others = ids.len().saturating_sub(NAMED) as u64;
    if others > 0 {
        let others = setting.say("finding-others", [("count", others.into())]);
        phrases.push(Phrase::own(&others, setting.lang()));
    }
    phrases
}

fn person(setting: &Setting<'_>, id: &Id, name: Option<&Text>) -> Phrase {
    match name {
        Some(name) => setting.phrase(name),
        None => Phrase::id(id.as_str(), setting.lang()),
    }
}

/// A source by its publisher, or else by its title.
fn source(setting: &Setting<'_>, id: &Id) -> Phrase {
    let sources = &setting.series.record.dialogue().sources;
    let known = sources.get(id.as_str());
    let name = known.and_then(|source| source.publisher.as_ref().or(source.title.as_ref()));
    person(setting, id, name)
}

impl ArgumentReport {
    fn of(setting: &Setting<'_>, argument: &Argument) -> Self {
        let ids = |ids: &[Id]| Self::Ids(ids.iter().map(Id::to_string).collect());
        match argument {
            Argument::Count(count) => Self::Number(*count),
            Argument::Round(round) => Self::Number((*round).into()),
            Argument::Sector(id)
            | Argument::Agreement(id)
            | Argument::Commitment(id)
            | Argument::Party(id)
            | Argument::Source(id) => Self::Word(Some(id.to_string())),
            Argument::Sectors(all) | Argument::Parties(all) | Argument::Words(all) => ids(all),
            Argument::People(people) => {
                Self::Ids(people.iter().map(|(id, _)| id.to_string()).collect())
            }
            Argument::Days(days) => Self::Days(*days),
            Argument::Term(_, term) => Self::Word(term.map(str::to_owned)),
            Argument::Money(money) | Argument::Worth(Some(money)) => {
                Self::Money(MoneyReport::of(setting, money))
            }
            Argument::Worth(None) => Self::Word(None),
            Argument::Percent(percent) => Self::Word(Some(percent.to_string())),
            Argument::Key(key) => Self::Word(Some(key.to_string())),
            Argument::Text(text) => Self::Word(Some(setting.phrase(text).text)),
        }
    }
}
