//! One record that uses every key of the format.

use super::loaded;
use crate::model::agreement::{AgreementType, Binding, Relation};
use crate::model::commitment::{CommitmentAct, CommitmentKind};
use crate::model::dialogue::{PartyKind, Periodicity, Tier};
use crate::model::head::{HeadRole, Rank};
use crate::model::id::Id;
use crate::model::mention::{BodyAct, Salience};
use crate::model::money::{Currency, Decimal, Nature};
use crate::model::round::{Basis, Coverage, DocumentKind, EventAct, Level, ListKind, Mode, Round};
use crate::model::status::{Act, Status};
use crate::model::text::Text;
use crate::span::{Located, Span};

const TAXONOMY: &str = include_str!("taxonomy.yaml");
const DIALOGUE: &str = include_str!("dialogue.yaml");
const ROUND: &str = include_str!("round.yaml");

fn round() -> Round {
    let (mut draft, found, _) = loaded(TAXONOMY, DIALOGUE, ROUND);
    assert!(found.is_empty(), "{found:#?}");
    draft.rounds.remove(0)
}

fn en(text: Option<&Text>) -> &str {
    text.and_then(|text| text.get("en"))
        .expect("an English text")
}

fn ids<T: AsRef<[Located<Id>]>>(ids: T) -> Vec<String> {
    ids.as_ref().iter().map(|id| id.value.to_string()).collect()
}

#[test]
fn the_meeting() {
    let round = round();
    assert_eq!(round.number.value, 2);
    assert_eq!(
        round.date.as_ref().expect("a date").value.literal(),
        "2024-04"
    );
    let place = round.place.as_ref().expect("a place");
    assert_eq!(en(place.city.as_ref()), "Washington");
    assert_eq!(place.country.as_deref(), Some("US"));
    assert_eq!(place.basis, Basis::Inferred);
    assert_eq!(round.mode.as_ref().expect("a mode").value, Mode::InPerson);
    assert_eq!(
        round.level.as_ref().expect("a level").value,
        Level::SeniorOfficial
    );
    assert_eq!(
        round.planned.as_ref().expect("a date").value.literal(),
        "early 2024"
    );
    let document = &round.documents.as_ref().expect("documents")[0];
    assert_eq!(document.kind.value, DocumentKind::JointStatement);
    assert_eq!(
        document.url.as_ref().map(|url| &*url.value),
        Some("https://example.org/2")
    );
    assert_eq!(round.coverage.of(ListKind::Sectors), Coverage::Complete);
    assert_eq!(round.coverage.of(ListKind::Agreements), Coverage::Partial);
    let heads = round.heads.as_ref().expect("heads");
    assert_eq!(heads[0].party.value.as_str(), "oman");
    assert_eq!(
        heads[0].person.as_ref().map(Id::as_str),
        Some("khalifa-al-harthy")
    );
    assert_eq!(heads[0].role, HeadRole::Head);
    assert_eq!(heads[0].titles.len(), 2);
    assert_eq!(
        heads[0].rank.as_ref().map(|rank| rank.value),
        Some(Rank::UnderSecretary)
    );
    assert_eq!(heads[1].role, HeadRole::Participant);
    assert_eq!(heads[1].titles.len(), 1);
    let citation = &round.evidence.citations[0];
    assert_eq!(citation.source.value.as_str(), "alkhaleej");
    assert_eq!(citation.at.as_deref(), Some("lines 22–25"));
    let claim = &round.evidence.claims[0];
    assert_eq!(&*claim.of.value, "date");
    assert_eq!(en(Some(&claim.value)), "2024-05");
    assert_eq!(
        claim.evidence.citations[0].source.value.as_str(),
        "ministry"
    );
}

#[test]
fn sectors_topics_programmes_and_bodies() {
    let round = round();
    let sectors = round.sectors.as_ref().expect("sectors");
    let names: Vec<_> = sectors.iter().map(|one| &*one.name.value).collect();
    assert_eq!(
        names,
        [
            "space",
            "trade",
            "investment",
            "clean-energy",
            "alternative energy"
        ]
    );
    assert_eq!(en(sectors[1].wording.as_ref()), "trade and investment");
    assert_eq!(sectors[1].wording, sectors[2].wording);
    assert_eq!(sectors[1].span, sectors[2].span);
    let long = &sectors[3];
    assert_eq!(long.salience, Some(Salience::Listed));
    assert_eq!(ids(&long.continues), ["old-id"]);
    assert_eq!(en(long.evidence.note.as_ref()), "a remark");
    let sources: Vec<_> = long
        .evidence
        .citations
        .iter()
        .map(|one| one.source.value.as_str())
        .collect();
    assert_eq!(sources, ["alkhaleej", "ministry"]);
    assert_eq!(
        long.evidence.citations[1].quote.as_deref(),
        Some("الطاقة النظيفة")
    );
    assert_eq!(
        long.evidence.citations[1]
            .lang
            .as_ref()
            .map(ToString::to_string)
            .as_deref(),
        Some("ar")
    );
    let topic = &round.topics.as_ref().expect("topics")[0];
    assert_eq!(en(topic.title.as_ref()), "Peace");
    let programme = &round.programmes.as_ref().expect("programmes")[0];
    assert_eq!(&*programme.sectors[0].value, "education");
    let bodies = round.bodies.as_ref().expect("bodies");
    assert_eq!(bodies[0].act, None);
    assert_eq!(bodies[1].act, Some(BodyAct::Met));
    assert_eq!(
        bodies[1].date.as_ref().map(|date| date.value.literal()),
        Some("2024-03")
    );
}

#[test]
fn agreements_and_commitments() {
    let round = round();
    let agreements = round.agreements.as_ref().expect("agreements");
    let first = &agreements[0];
    assert_eq!(first.acts.len(), 1);
    assert_eq!(first.acts[0].act, Act::Discussed);
    assert_eq!(
        first.acts[0].date.as_ref().map(|date| date.value.literal()),
        Some("2024-04")
    );
    let definition = &first.definition;
    assert_eq!(
        definition.kind.as_ref().map(|kind| kind.value),
        Some(AgreementType::MemorandumOfUnderstanding)
    );
    assert_eq!(
        definition.binding.as_ref().map(|one| one.value),
        Some(Binding::NonBinding)
    );
    assert_eq!(
        ids(&definition.parties.as_ref().expect("parties").value),
        ["us-exim", "om-mof"]
    );
    assert_eq!(
        &*definition.sectors.as_ref().expect("sectors").value[0].value,
        "trade"
    );
    let value = &definition.value.as_ref().expect("a value").value;
    assert_eq!(Ok(value.amount), Decimal::parse("500000000.10"));
    assert_eq!(Ok(value.currency), Currency::parse("USD"));
    assert_eq!(value.nature, Some(Nature::Ceiling));
    // What other sources say of the amount belongs to the agreement.
    assert_eq!(&*first.evidence.claims[0].of.value, "amount");
    assert_eq!(ids(&first.continues), ["old-id"]);
    let relations: Vec<_> = first
        .relations
        .iter()
        .map(|(relation, id)| (*relation, id.value.as_str()))
        .collect();
    assert_eq!(
        relations,
        [
            (Relation::Amends, "other-id"),
            (Relation::Extends, "a"),
            (Relation::Implements, "b"),
            (Relation::Implements, "c"),
            (Relation::Supersedes, "d"),
            (Relation::Follows, "e"),
        ]
    );
    let second: Vec<_> = agreements[1].acts.iter().map(|act| act.act).collect();
    assert_eq!(second, [Act::Signed, Act::Extended]);
    assert_eq!(
        agreements[1].acts[1]
            .until
            .as_ref()
            .map(|date| date.value.literal()),
        Some("2030")
    );
    assert_eq!(agreements[2].acts[0].act, Act::Referenced);
    assert_eq!(agreements[3].acts[0].act, Act::Referenced);
    let commitments = round.commitments.as_ref().expect("commitments");
    assert_eq!(commitments[0].kind, Some(CommitmentKind::NextRound));
    assert_eq!(
        commitments[0].due.as_ref().map(|due| due.value.literal()),
        Some("2025")
    );
    assert_eq!(ids(&commitments[0].owner), ["oman", "united-states"]);
    assert!(commitments[0].place.is_some());
    assert_eq!(
        commitments[1].act.as_ref().map(|act| act.value),
        Some(CommitmentAct::PartlyFulfilled)
    );
}

#[test]
fn figures_and_events() {
    let round = round();
    let figure = &round.indicators.as_ref().expect("indicators")[0];
    assert_eq!(Ok(figure.value.value), Decimal::parse("3300000000"));
    assert_eq!(figure.unit.as_deref(), Some("USD"));
    let acts: Vec<_> = round
        .events
        .iter()
        .flatten()
        .map(|event| event.act.as_ref().map(|act| act.value))
        .collect();
    assert_eq!(
        acts,
        [
            Some(EventAct::Agreement(Act::Superseded)),
            Some(EventAct::Commitment(CommitmentAct::Superseded)),
            Some(EventAct::Body(BodyAct::Suspended)),
            Some(EventAct::Body(BodyAct::Dissolved)),
            None,
        ]
    );
}

#[test]
fn the_dialogue_and_the_taxonomy() {
    let (draft, _, files) = loaded(TAXONOMY, DIALOGUE, ROUND);
    let dialogue = &draft.dialogue;
    assert_eq!(
        dialogue.periodicity.as_ref().map(|one| one.value),
        Some(Periodicity::Annual)
    );
    assert_eq!(dialogue.parties["oman"].kind, Some(PartyKind::State));
    assert_eq!(files.slice(dialogue.parties["oman"].span), "oman");
    assert_eq!(
        dialogue.parties["us-exim"]
            .of
            .as_ref()
            .map(|id| id.value.as_str()),
        Some("united-states")
    );
    let source = &dialogue.sources["alkhaleej"];
    assert_eq!(source.tier, Some(Tier::Press));
    assert_eq!(
        source.date.as_ref().map(|date| date.value.literal()),
        Some("2026-02-02")
    );
    assert_eq!(dialogue.missing[0].value, 4);
    let standing = &dialogue.agreements[0];
    let acts: Vec<_> = standing.acts.iter().map(|act| act.act).collect();
    assert_eq!(acts, [Act::Signed, Act::EnteredIntoForce]);
    assert_eq!(
        dialogue.agreements[1].status.as_ref().map(|one| one.value),
        Some(Status::InForce)
    );
    assert_eq!(dialogue.agreements[1].acts, []);
    let sectors = draft.taxonomy.sectors.as_ref().expect("sectors");
    let energy = &sectors["clean-energy"];
    assert_eq!(
        energy.broader.as_ref().map(|id| id.value.as_str()),
        Some("energy")
    );
    let words: Vec<_> = energy
        .aliases
        .iter()
        .map(|one| (one.lang.as_str(), &*one.word.value, one.spelling))
        .collect();
    assert_eq!(
        words,
        [
            ("en", "alternative energy", false),
            ("en", "renewable energy", false),
            ("ar", "الطاقة البديلة", false),
            ("en", "cleen energy", true),
        ]
    );
    assert_eq!(ids(&sectors["mining"].related), ["critical-minerals"]);
    assert_eq!(ids(&sectors["mining"].replaced_by), ["a", "b"]);
    assert!(
        draft
            .taxonomy
            .topics
            .as_ref()
            .expect("topics")
            .contains_key("gaza")
    );
}

#[test]
fn places_are_those_of_the_file() {
    let (draft, _, files) = loaded(TAXONOMY, DIALOGUE, ROUND);
    let agreements = draft.rounds[0].agreements.as_ref().expect("agreements");
    let line = |span: Span| files.slice(span).to_owned();
    assert_eq!(line(agreements[0].id.span), "exim-finance-mou");
    assert_eq!(line(agreements[0].acts[0].span), "discussed");
    assert_eq!(line(agreements[2].acts[0].span), "{id: c}");
    assert_eq!(line(agreements[3].span), "free-trade-agreement");
}
