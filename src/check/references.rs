//! Rules of ids: every one that a file uses must name something.

use super::names::Names;
use super::nearest::Nearest;
use crate::diagnostic::code::rules as code;
use crate::diagnostic::{Code, Diagnostic, brief};
use crate::model::agreement::{AgreementMention, Definition};
use crate::model::commitment::CommitmentMention;
use crate::model::dialogue::Dialogue;
use crate::model::evidence::Evidence;
use crate::model::id::Id;
use crate::model::mention::Mention;
use crate::model::round::{ListKind, Round};
use crate::span::{Located, Span};
use std::cell::LazyCell;
use std::collections::BTreeSet;

/// Checks the references of a dialogue and its rounds.
pub(super) fn check(
    dialogue: &Dialogue,
    rounds: &[Round],
    names: &Names,
    whole: Whole,
    found: &mut Vec<Diagnostic>,
) {
    let known: Lazy<'_> = LazyCell::new(Box::new(|| Known::of(dialogue, rounds)));
    let mut checker = Checker {
        whole,
        nearest: Nearest::default(),
        dialogue,
        names,
        known: &known,
        found,
    };
    checker.dialogue();
    for round in rounds {
        checker.round(round);
    }
}

/// The ids that are defined, collected once any is asked for.
type Lazy<'a> = LazyCell<Known<'a>, Box<dyn FnOnce() -> Known<'a> + 'a>>;

/// The ids that a dialogue and its rounds define.
struct Known<'a> {
    agreements: BTreeSet<&'a str>,
    promises: BTreeSet<&'a str>,
    others: BTreeSet<&'a str>,
}

impl<'a> Known<'a> {
    fn of(dialogue: &'a Dialogue, rounds: &'a [Round]) -> Self {
        let mut agreements: BTreeSet<&str> = dialogue
            .agreements
            .iter()
            .map(|one| one.id.value.as_str())
            .collect();
        let mut promises = BTreeSet::new();
        let mut others = BTreeSet::new();
        for round in rounds {
            agreements.extend(
                round
                    .agreements
                    .iter()
                    .flatten()
                    .map(|one| one.id.value.as_str()),
            );
            promises.extend(
                round
                    .commitments
                    .iter()
                    .flatten()
                    .filter(|one| is_promise(one))
                    .map(|one| one.id.value.as_str()),
            );
            let mentions = [
                &round.sectors,
                &round.topics,
                &round.programmes,
                &round.bodies,
            ];
            others.extend(
                mentions
                    .into_iter()
                    .flatten()
                    .flatten()
                    .map(|one| &*one.name.value),
            );
            others.extend(
                round
                    .indicators
                    .iter()
                    .flatten()
                    .map(|one| one.id.value.as_str()),
            );
        }
        others.extend(dialogue.parties.keys().map(Id::as_str));
        Self {
            agreements,
            promises,
            others,
        }
    }

    fn has(&self, name: &str) -> bool {
        [&self.agreements, &self.promises, &self.others]
            .into_iter()
            .any(|known| known.contains(name))
    }

    fn anything(&self) -> impl Iterator<Item = &'a str> + '_ {
        let all = self
            .agreements
            .iter()
            .chain(&self.promises)
            .chain(&self.others);
        all.copied()
    }
}

/// Whether a mention makes a commitment rather than following one up.
fn is_promise(mention: &CommitmentMention) -> bool {
    mention.act.is_none()
        || mention.text.is_some()
        || mention.due.is_some()
        || !mention.continues.is_empty()
}

/// Whether the files that define names were read without an error.
#[derive(Clone, Copy)]
pub(super) struct Whole {
    pub(super) taxonomy: bool,
    pub(super) dialogue: bool,
    /// Of the rounds.
    pub(super) rounds: bool,
}

struct Checker<'a, 'k> {
    whole: Whole,
    nearest: Nearest,
    dialogue: &'a Dialogue,
    names: &'a Names,
    known: &'a Lazy<'k>,
    found: &'a mut Vec<Diagnostic>,
}

impl Checker<'_, '_> {
    fn dialogue(&mut self) {
        let dialogue = self.dialogue;
        self.evidence(&dialogue.evidence);
        for party in dialogue.parties.values() {
            self.evidence(&party.evidence);
            self.parties(party.of.as_slice());
        }
        for source in dialogue.sources.values() {
            self.evidence(&source.evidence);
        }
        for agreement in &dialogue.agreements {
            self.agreement(agreement);
        }
    }

    fn round(&mut self, round: &Round) {
        self.evidence(&round.evidence);
        if let Some(place) = &round.place {
            self.evidence(&place.evidence);
        }
        for document in round.documents.iter().flatten() {
            self.evidence(&document.evidence);
        }
        for head in round.heads.iter().flatten() {
            self.parties(std::slice::from_ref(&head.party));
            self.evidence(&head.evidence);
        }
        self.mentions(ListKind::Sectors, round.sectors.as_deref());
        self.mentions(ListKind::Topics, round.topics.as_deref());
        self.mentions(ListKind::Programmes, round.programmes.as_deref());
        self.mentions(ListKind::Bodies, round.bodies.as_deref());
        for agreement in round.agreements.iter().flatten() {
            self.agreement(agreement);
        }
        for commitment in round.commitments.iter().flatten() {
            self.commitment(commitment);
        }
        for indicator in round.indicators.iter().flatten() {
            self.evidence(&indicator.evidence);
        }
        for event in round.events.iter().flatten() {
            self.evidence(&event.evidence);
            if let Some(about) = &event.about {
                self.about(about);
            }
        }
    }

    fn mentions(&mut self, list: ListKind, mentions: Option<&[Mention]>) {
        for mention in mentions.unwrap_or_default() {
            self.evidence(&mention.evidence);
            self.sectors(&mention.sectors);
            let name = &mention.name;
            if self.names.has(list, &name.value)
                || (list == ListKind::Topics && mention.title.is_some())
            {
                continue;
            }
            match list {
                ListKind::Sectors => self.sectors(std::slice::from_ref(name)),
                ListKind::Topics if self.whole.taxonomy => {
                    let near = self.nearest.of(&name.value, self.names.words(list));
                    self.found.push(
                        unknown(
                            code::UNKNOWN_TOPIC,
                            "topic",
                            &name.value,
                            name.span,
                            "not in taxonomy.yaml",
                            near,
                        )
                        .help("give the topic a `title` here, or add it to the taxonomy"),
                    );
                }
                _ => {}
            }
        }
    }

    fn sectors(&mut self, sectors: &[Located<Box<str>>]) {
        for name in sectors {
            if self.whole.taxonomy && !self.names.has(ListKind::Sectors, &name.value) {
                let near = self
                    .nearest
                    .of(&name.value, self.names.words(ListKind::Sectors));
                self.found.push(unknown(
                    code::UNKNOWN_SECTOR,
                    "sector",
                    &name.value,
                    name.span,
                    "not in taxonomy.yaml",
                    near,
                ));
            }
        }
    }

    fn agreement(&mut self, agreement: &AgreementMention) {
        self.evidence(&agreement.evidence);
        let Definition {
            parties, sectors, ..
        } = &*agreement.definition;
        if let Some(parties) = parties {
            self.parties(&parties.value);
        }
        if let Some(sectors) = sectors {
            self.sectors(&sectors.value);
        }
        for act in &agreement.acts {
            self.evidence(&act.evidence);
        }
        for (_, other) in &agreement.relations {
            let whole = self.whole.dialogue && self.whole.rounds;
            if whole && !self.known.agreements.contains(other.value.as_str()) {
                let near = self
                    .nearest
                    .of(other.value.as_str(), self.known.agreements.iter().copied());
                self.found.push(unknown(
                    code::UNKNOWN_AGREEMENT,
                    "agreement",
                    other.value.as_str(),
                    other.span,
                    "no round and no dialogue.yaml has it",
                    near,
                ));
            }
        }
    }

    fn commitment(&mut self, commitment: &CommitmentMention) {
        self.evidence(&commitment.evidence);
        self.parties(&commitment.owner);
        if let Some(place) = &commitment.place {
            self.evidence(&place.evidence);
        }
        let id = &commitment.id;
        if self.whole.rounds
            && !is_promise(commitment)
            && !self.known.promises.contains(id.value.as_str())
        {
            let near = self
                .nearest
                .of(id.value.as_str(), self.known.promises.iter().copied());
            self.found.push(
                unknown(
                    code::UNKNOWN_COMMITMENT,
                    "commitment",
                    id.value.as_str(),
                    id.span,
                    "followed up, and never made",
                    near,
                )
                .help("record the promise, with its `text`, in the round that made it"),
            );
        }
    }

    fn about(&mut self, about: &Located<Id>) {
        let name = about.value.as_str();
        let sector = self.names.resolve(ListKind::Sectors, name);
        let topic = self.names.resolve(ListKind::Topics, name);
        let in_taxonomy = (self.names.knows(ListKind::Sectors) && sector.is_some())
            || (self.names.knows(ListKind::Topics) && topic.is_some());
        let Whole {
            taxonomy,
            dialogue,
            rounds,
        } = self.whole;
        let whole = taxonomy && dialogue && rounds;
        if whole && !in_taxonomy && !self.known.has(name) {
            let near = self.nearest.of(name, self.known.anything());
            self.found.push(unknown(
                code::UNKNOWN_ITEM,
                "item",
                name,
                about.span,
                "nothing in the record has this id",
                near,
            ));
        }
    }

    fn parties(&mut self, parties: &[Located<Id>]) {
        for party in parties {
            if self.whole.dialogue && !self.dialogue.parties.contains_key(&party.value) {
                let known = self.dialogue.parties.keys().map(Id::as_str);
                let near = self.nearest.of(party.value.as_str(), known);
                self.found.push(unknown(
                    code::UNKNOWN_PARTY,
                    "party",
                    party.value.as_str(),
                    party.span,
                    "not in `parties` of dialogue.yaml",
                    near,
                ));
            }
        }
    }

    fn evidence(&mut self, evidence: &Evidence) {
        for citation in &evidence.citations {
            let source = &citation.source;
            if self.whole.dialogue && !self.dialogue.sources.contains_key(&source.value) {
                let known = self.dialogue.sources.keys().map(Id::as_str);
                let near = self.nearest.of(source.value.as_str(), known);
                self.found.push(unknown(
                    code::UNKNOWN_SOURCE,
                    "source",
                    source.value.as_str(),
                    source.span,
                    "not in `sources` of dialogue.yaml",
                    near,
                ));
            }
        }
        for claim in &evidence.claims {
            self.evidence(&claim.evidence);
        }
    }
}

fn unknown(
    code: Code,
    noun: &str,
    name: &str,
    span: Span,
    label: &str,
    near: Option<&str>,
) -> Diagnostic {
    let message = format!("unknown {noun} `{}`", brief(name));
    let fault = Diagnostic::new(code, span, message, label);
    let otherwise = match noun {
        "party" => "define it under `parties` in dialogue.yaml",
        "source" => "list it under `sources` in dialogue.yaml",
        "sector" => "add it to `sectors` in taxonomy.yaml, or name a wider one that is there",
        "agreement" => "record the agreement in its round, or in dialogue.yaml",
        "item" => "record what it is about, or leave `about` out",
        _ => return fault.did_you_mean(near),
    };
    match near {
        Some(_) => fault.did_you_mean(near),
        None => fault.help(otherwise),
    }
}
