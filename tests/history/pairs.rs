//! Agreements, pair by pair: classes, statuses, what is said differently.

use crate::record::{assert_table, fictional, pair, rounds, word};
use rapporteur::compare::{AgreementChange, AgreementClass, FieldChange};
use rapporteur::matching::Series;
use rapporteur::model::agreement::Relation;
use rapporteur::model::term::Term;

/// `id class status>status`, the statuses of the two sides.
fn told(change: &AgreementChange<'_>) -> String {
    let status = &change.status;
    format!(
        "{} {} {}>{}",
        change.id,
        change.class,
        word(status.before),
        word(status.after)
    )
}

#[track_caller]
fn assert_agreements(before: u32, after: u32, table: &str) {
    let record = fictional();
    let series = Series::of(&record);
    assert_table(
        pair(&series, before, after).agreements.iter().map(told),
        table,
    );
}

#[test]
fn early_neighbours() {
    assert_agreements(
        0,
        1,
        "
        cooperation-treaty    advanced    proposed>signed
        fisheries-arrangement first-seen  ->under-negotiation
        old-air-agreement     referenced  in-force>in-force
        ",
    );
    assert_agreements(
        1,
        2,
        "
        cooperation-treaty     advanced    signed>ratified
        fisheries-arrangement  unchanged   under-negotiation>under-negotiation
        friendship-declaration referenced  ->-
        old-air-agreement      silent      in-force>in-force
        port-loan              first-seen  ->concluded
        ",
    );
    // The treaty and the declaration have events only.
    assert_agreements(
        2,
        3,
        "
        cooperation-treaty     advanced    ratified>in-force
        fisheries-arrangement  silent      under-negotiation>under-negotiation
        friendship-declaration referenced  ->-
        port-loan              silent      concluded>concluded
        skills-partnership     first-seen  ->signed
        ",
    );
    assert_agreements(3, 4, "skills-partnership not-stated signed>signed");
    assert_agreements(
        4,
        5,
        "
        cooperation-treaty    extended   in-force>in-force
        fisheries-arrangement advanced   under-negotiation>signed
        port-loan             amended    concluded>concluded
        research-fund         first-seen ->signed
        skills-partnership    referenced signed>signed
        ",
    );
}

#[test]
fn late_neighbours() {
    assert_agreements(
        5,
        7,
        "
        cooperation-treaty    referenced in-force>in-force
        fisheries-arrangement regressed  signed>announced
        old-air-agreement     referenced in-force>in-force
        port-loan             silent     concluded>concluded
        rail-plan             first-seen ->announced
        research-fund         silent     signed>signed
        skills-partnership    silent     signed>signed
        ",
    );
    assert_agreements(
        7,
        8,
        "
        air-services-2020     first-seen ->signed
        cooperation-treaty    silent     in-force>in-force
        fisheries-arrangement advanced   announced>signed
        grid-grant            first-seen ->announced
        old-air-agreement     superseded in-force>superseded
        rail-plan             silent     announced>announced
        skills-partnership    advanced   signed>operational
        ",
    );
    // The event after round 8 is between 8 and 9.
    assert_agreements(
        8,
        9,
        "
        air-services-2020     advanced   signed>in-force
        fisheries-arrangement silent     signed>signed
        grid-grant            unchanged  announced>announced
        halcyon-framework     first-seen ->initialled
        old-air-agreement     silent     superseded>superseded
        rail-plan             unchanged  announced>announced
        skills-partnership    silent     operational>operational
        ",
    );
    assert_agreements(
        9,
        10,
        "
        cooperation-treaty ended     in-force>terminated
        grid-grant         advanced  announced>signed
        halcyon-framework  unchanged initialled>initialled
        rail-plan          silent    announced>announced
        ",
    );
}

#[test]
fn far_apart_and_reversed() {
    assert_agreements(
        0,
        10,
        "
        air-services-2020      first-seen ->in-force
        cooperation-treaty     ended      proposed>terminated
        friendship-declaration referenced ->-
        grid-grant             first-seen ->signed
        halcyon-framework      first-seen ->initialled
        ",
    );
    // What a round in between only mentioned does not make round 4 say anything.
    assert_agreements(
        1,
        4,
        "
        cooperation-treaty     advanced   signed>in-force
        fisheries-arrangement  not-stated under-negotiation>under-negotiation
        friendship-declaration referenced ->-
        old-air-agreement      not-stated in-force>in-force
        ",
    );
    // The class is told in the order of time, the statuses by their sides.
    assert_agreements(
        7,
        5,
        "
        cooperation-treaty    referenced in-force>in-force
        fisheries-arrangement regressed  announced>signed
        old-air-agreement     referenced in-force>in-force
        port-loan             silent     concluded>concluded
        rail-plan             first-seen announced>-
        research-fund         silent     signed>signed
        skills-partnership    silent     signed>signed
        ",
    );
}

#[test]
fn a_round_with_itself() {
    assert_agreements(
        7,
        7,
        "
        cooperation-treaty    referenced in-force>in-force
        fisheries-arrangement unchanged  announced>announced
        old-air-agreement     referenced in-force>in-force
        rail-plan             unchanged  announced>announced
        ",
    );
}

#[test]
fn every_class_occurs() {
    let record = fictional();
    let series = Series::of(&record);
    let neighbours = crate::record::ROUNDS.windows(2);
    let pairs: Vec<_> = neighbours
        .map(|two| pair(&series, two[0], two[1]))
        .collect();
    let changes = pairs.iter().flat_map(|pair| &pair.agreements);
    let classes: Vec<AgreementClass> = changes.map(|change| change.class).collect();
    let unseen = AgreementClass::ALL
        .iter()
        .find(|class| !classes.contains(class));
    assert_eq!(unseen, None);
}

#[test]
fn what_is_first_in_the_record_only() {
    let record = fictional();
    let series = Series::of(&record);
    let first = |before, after, id: &str| {
        let changes = pair(&series, before, after).agreements;
        let change = changes.iter().find(|one| one.id.as_str() == id);
        change.expect("it is listed").first_in_record
    };
    assert!(first(4, 5, "research-fund"));
    assert!(!first(4, 5, "port-loan"));
    assert!(!first(5, 7, "rail-plan"));
}

#[test]
fn fields_that_changed() {
    let record = fictional();
    let series = Series::of(&record);
    let line = |change: &AgreementChange<'_>| {
        let fields = change.fields.iter().map(|field| match field {
            FieldChange::Title(sides, changes) => {
                let (before, after) = (sides.before.best("en").1, sides.after.best("en").1);
                format!(" title {before} > {after} ({})", changes.len())
            }
            FieldChange::Type(sides) => format!(" type {} > {}", sides.before, sides.after),
            FieldChange::Value(sides, change) => {
                let change = change.as_ref().expect("they compare");
                let (before, after) = (&sides.before.amount, &sides.after.amount);
                format!(
                    " value {before} > {after} {} {}",
                    change.amount,
                    word(change.percent)
                )
            }
            other => format!(" {other:?}"),
        });
        let fields: String = fields.collect();
        (!fields.is_empty()).then(|| format!("{}{fields}", change.id))
    };
    let told = |before, after| {
        pair(&series, before, after)
            .agreements
            .iter()
            .filter_map(line)
            .collect::<Vec<_>>()
    };
    assert_table(
        told(4, 5),
        "
        port-loan value 40000000 > 55000000 15000000 37.5
        skills-partnership type memorandum-of-understanding > memorandum-of-cooperation
        ",
    );
    assert_table(
        told(5, 2),
        "port-loan value 55000000 > 40000000 -15000000 -27.3",
    );
    assert_table(
        told(7, 8),
        "skills-partnership title Memorandum on skills > Skills Partnership (2)",
    );
    assert_table(told(8, 9), "");
}

#[test]
fn relations_are_told() {
    let record = fictional();
    let series = Series::of(&record);
    let changes = pair(&series, 7, 8).agreements;
    let related = changes.iter().filter(|one| !one.relations.is_empty());
    let related: Vec<_> = related
        .map(|one| (one.id.as_str(), &one.relations))
        .collect();
    assert_eq!(related.len(), 1);
    let (id, relations) = related[0];
    assert_eq!(
        (id, relations[0].0),
        ("air-services-2020", Relation::Supersedes)
    );
    assert_eq!(relations[0].1.as_str(), "old-air-agreement");
}

#[test]
fn an_event_on_the_way_counts_before_the_round_that_records_it() {
    let record = rounds(
        "{}",
        &[
            "date: 2020\nagreements: [{id: pact, act: signed}]",
            "date: 2022\nevents: [{date: 2021, about: pact, act: terminated}]\nagreements: []",
            "date: 2024\nagreements: [{id: pact, act: signed}]",
        ],
    );
    let series = Series::of(&record);
    let told = |before, after| {
        pair(&series, before, after)
            .agreements
            .iter()
            .map(told)
            .collect::<Vec<_>>()
    };
    assert_table(told(1, 2), "pact ended signed>terminated");
    assert_table(told(2, 3), "pact advanced terminated>signed");
}
