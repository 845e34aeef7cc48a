//! What counts as a change between two rounds, kind by kind, and what becomes of agreements.

use crate::record::{pair, rounds};
use rapporteur::compare::{AgreementClass, FieldChange};
use rapporteur::matching::Series;

fn changed(one: &str, other: &str) -> bool {
    let record = rounds("parties: {a: {}, b: {}}", &[one, other]);
    pair(&Series::of(&record), 1, 2).is_changed()
}

#[test]
fn each_kind_of_change_alone_is_one() {
    let same = [
        "sectors: [trade]",
        "sectors: [{id: trade, salience: listed}]",
        "agreements: [{id: mou, act: signed}]",
        "agreements: [{id: mou, act: signed, binding: binding}]",
        "indicators: [{id: trade, value: 5, unit: USD, period: 2020}]",
        "place: {city: Muscat}",
    ];
    for round in same {
        assert!(!changed(round, round), "{round}");
    }
    for (one, other) in [
        ("sectors: [trade]", "sectors: [trade, space]"),
        ("sectors: [trade]", "sectors: []"),
        ("sectors: [trade]", "topics: []"),
        (
            "sectors: [{id: trade, salience: listed}]",
            "sectors: [{id: trade, salience: central}]",
        ),
        (
            "agreements: [{id: mou, act: discussed}]",
            "agreements: [{id: mou, act: signed}]",
        ),
        (
            "agreements: [{id: mou, act: signed}]",
            "agreements: [{id: mou, act: amended}]",
        ),
        (
            "agreements: [{id: mou, act: signed, value: {amount: 5, currency: USD}}]",
            "agreements: [{id: mou, act: signed, value: {amount: 6, currency: USD}}]",
        ),
        (
            "indicators: [{id: trade, value: 5}]",
            "indicators: [{id: trade, value: 6}]",
        ),
        (
            "indicators: [{id: trade, value: 5, period: 2020}]",
            "indicators: [{id: trade, value: 5, period: 2021}]",
        ),
        (
            "agreements: [{id: mou, act: signed, parties: [a]}]",
            "agreements: [{id: mou, act: signed, parties: [a, b]}]",
        ),
        ("level: expert", "level: ministerial"),
        (
            "heads: [{party: a, person: x}]",
            "heads: [{party: a, person: y}]",
        ),
        (
            "heads: [{party: a, person: x, title: Minister}]",
            "heads: [{party: a, person: x, title: Deputy minister}]",
        ),
        ("mode: virtual", "mode: in-person"),
    ] {
        assert!(changed(one, other), "{one} to {other}");
    }
}

#[test]
fn a_status_moves_forward_or_back_by_its_rung() {
    let class = |one: &str, other: &str| {
        let round = |act: &str| format!("agreements: [{{id: mou, act: {act}}}]");
        let record = rounds("parties: {a: {}}", &[&round(one), &round(other)]);
        let series = Series::of(&record);
        pair(&series, 1, 2).agreements[0].class
    };
    assert_eq!(class("discussed", "signed"), AgreementClass::Advanced);
    assert_eq!(class("discussed", "ratified"), AgreementClass::Advanced);
    assert_eq!(class("signed", "ratified"), AgreementClass::Advanced);
    assert_eq!(class("ratified", "signed"), AgreementClass::Regressed);
    assert_eq!(class("signed", "terminated"), AgreementClass::Ended);
    assert_eq!(class("signed", "extended"), AgreementClass::Extended);
    assert_eq!(class("signed", "amended"), AgreementClass::Amended);
    // Another status of the same rung is neither.
    assert_eq!(class("signed", "acceded"), AgreementClass::Referenced);
    assert_eq!(class("acceded", "signed"), AgreementClass::Referenced);
}

/// Of several parties of one country, a state is the host.
#[test]
fn a_state_is_the_host_before_any_other_party() {
    let parties = "parties: {agency: {country: OM, kind: agency}, oman: {country: OM, kind: state}, \
                   part: {country: OM, of: oman, kind: agency}}";
    let record = rounds(parties, &["place: {country: OM}", "place: {country: US}"]);
    let series = Series::of(&record);
    let host = |at: usize| rapporteur::compare::host(record.dialogue(), &series.rounds[at]);
    assert_eq!(host(0).expect("a host").as_str(), "oman");
    assert_eq!(host(1), None);
}

#[test]
fn a_round_against_itself_is_not_turned_round() {
    let record = rounds("{}", &["coverage: complete\nsectors: [trade]"]);
    let series = Series::of(&record);
    let same = pair(&series, 1, 1);
    assert!(!same.reversed);
    assert!(same.between.is_empty());
}

#[test]
fn an_agreement_is_seen_where_rounds_name_it_up_to_the_later() {
    let named = "agreements: [{id: mou, act: signed}]";
    let record = rounds("{}", &[named, "agreements: []", named, named]);
    let series = Series::of(&record);
    let seen = |before, after| pair(&series, before, after).agreements[0].seen.clone();
    assert_eq!(seen(1, 2).rounds, [1]);
    assert_eq!(seen(2, 3).rounds, [1, 3]);
    assert_eq!(seen(4, 1).rounds, [1, 3, 4]);
    assert_eq!((seen(2, 3).first, seen(2, 3).last), (Some(1), Some(1)));
}

#[test]
fn what_is_open_is_compared_where_neither_round_speaks_of_it() {
    let made = "date: 2020\ncommitments: [{id: visas, text: Ease visas, due: 2030}]";
    let kept = "date: 2021\ncommitments: [{id: visas, act: fulfilled}]";
    let states = |texts: &[&str], before, after| -> Vec<String> {
        let record = rounds("{}", texts);
        let series = Series::of(&record);
        let changes = pair(&series, before, after).commitments;
        changes.into_iter().map(|one| one.id.to_string()).collect()
    };
    assert_eq!(states(&[made, "date: 2021", "date: 2022"], 2, 3), ["visas"]);
    assert_eq!(states(&[made, kept, "date: 2022"], 2, 3), ["visas"]);
    assert!(states(&[made, kept, "date: 2022", "date: 2023"], 3, 4).is_empty());
}

#[test]
fn amounts_are_subtracted_in_one_currency_and_of_one_nature() {
    let round = |value: &str| {
        format!("agreements: [{{id: loan, act: signed, value: {{amount: {value}}}}}]")
    };
    let difference = |one: &str, other: &str| {
        let record = rounds("{}", &[&round(one), &round(other)]);
        let series = Series::of(&record);
        let fields = pair(&series, 1, 2).agreements.remove(0).fields;
        let [FieldChange::Value(_, change)] = &fields[..] else {
            panic!("{fields:?}");
        };
        change.as_ref().map(|change| change.amount.to_string())
    };
    let dollars = "5, currency: USD, nature: committed";
    let told = difference(dollars, "7, currency: USD, nature: committed");
    assert_eq!(told.as_deref(), Some("2"));
    for other in [
        "7, currency: USD, nature: disbursed",
        "7, currency: EUR, nature: committed",
        "7, currency: EUR, nature: disbursed",
        "7, currency: USD",
    ] {
        assert_eq!(difference(dollars, other), None, "{other}");
    }
}

#[test]
fn an_act_of_both_rounds_may_be_dated_differently() {
    let dates = |rounds_of: &[&str], before, after| -> Vec<String> {
        let record = rounds("{}", rounds_of);
        let series = Series::of(&record);
        let changes = pair(&series, before, after).agreements;
        let fields = changes.iter().flat_map(|one| &one.fields);
        let told = fields.filter_map(|field| match field {
            FieldChange::Date(act, sides) => {
                let (one, other) = (sides.before.literal(), sides.after.literal());
                Some(format!("{act} {one}>{other}"))
            }
            _ => None,
        });
        told.collect()
    };
    let first =
        "agreements: [{id: mou, acts: [{act: initialled, date: 2019}, {act: signed, date: 2020}]}]";
    let second = "agreements: [{id: mou, acts: [{act: signed, date: 2021}]}]";
    let third =
        "agreements: [{id: mou, acts: [{act: signed, date: 2021}, {act: signed, date: 2022}]}]";
    let all = [first, second, third];
    assert_eq!(dates(&all, 1, 2), ["signed 2020>2021"]);
    assert_eq!(dates(&all, 2, 1), ["signed 2021>2020"]);
    assert!(dates(&all, 2, 3).is_empty());
    // An act that stands twice is held against the other in order.
    let twice =
        "agreements: [{id: mou, acts: [{act: signed, date: 2021}, {act: signed, date: 2023}]}]";
    assert_eq!(dates(&[third, twice], 1, 2), ["signed 2022>2023"]);
    assert!(dates(&[second, "agreements: []"], 1, 2).is_empty());
}
