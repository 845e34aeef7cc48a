//! Agreements through all rounds: statuses, values, what came last.

use crate::record::{assert_table, fictional, real, rounds, word};
use rapporteur::history::{AgreementHistory, History, Total};
use rapporteur::matching::Series;
use rapporteur::model::status::Step;
use rapporteur::model::term::Term;

/// `id status…`, each status once with the first round that it holds at.
fn told(agreement: &AgreementHistory<'_>) -> String {
    let mut line = agreement.id.to_string();
    let mut last = None;
    for point in agreement.points.iter() {
        let status = (point.known, point.status);
        if last != Some(status) && point.known {
            line = format!("{line} {}:{}", point.round, word(point.status));
        }
        last = Some(status);
    }
    line
}

fn totals(totals: &[Total]) -> Vec<String> {
    let line = |total: &Total| {
        let ids: Vec<&str> = total
            .agreements
            .iter()
            .map(rapporteur::model::id::Id::as_str)
            .collect();
        let (nature, amount) = (word(total.nature), word(total.amount));
        format!(
            "{} {nature} {amount} {}",
            total.currency.as_str(),
            ids.join(" ")
        )
    };
    totals.iter().map(line).collect()
}

#[test]
fn fictional_statuses() {
    let record = fictional();
    let history = History::of(&Series::of(&record), 10);
    // Air services came into force after round 8, so not at it; the framework was signed after
    // round 10, so not yet.
    assert_table(
        history.agreements.iter().map(told),
        "
        air-services-2020      8:signed 9:in-force
        cooperation-treaty     0:proposed 1:signed 2:ratified 3:in-force 10:terminated
        customs-convention     0:in-force
        fisheries-arrangement  1:under-negotiation 5:signed 7:announced 8:signed
        friendship-declaration 0:-
        grid-grant             8:announced 10:signed
        halcyon-framework      9:initialled
        old-air-agreement      0:in-force 8:superseded
        port-loan              2:concluded
        rail-plan              7:announced
        research-fund          5:signed
        skills-partnership     3:signed 8:operational
        ",
    );
    let steps = |id: &str| -> Vec<Option<Step>> {
        let one = history.agreements.iter().find(|one| one.id.as_str() == id);
        one.expect("it is there")
            .points
            .iter()
            .map(|point| point.step)
            .collect()
    };
    let mut treaty = vec![Some(Step::InForce); 10];
    treaty[..3].copy_from_slice(&[
        Some(Step::Discussed),
        Some(Step::Signed),
        Some(Step::Signed),
    ]);
    treaty[9] = None;
    assert_eq!(steps("cooperation-treaty"), treaty);
}

#[test]
fn fictional_statuses_as_of_round_3() {
    let record = fictional();
    let history = History::of(&Series::of(&record), 3);
    assert_table(
        history.agreements.iter().map(told),
        "
        cooperation-treaty     0:proposed 1:signed 2:ratified 3:in-force
        customs-convention     0:in-force
        fisheries-arrangement  1:under-negotiation
        friendship-declaration 0:-
        old-air-agreement      0:in-force
        port-loan              2:concluded
        skills-partnership     3:signed
        ",
    );
}

#[test]
fn fictional_mentions() {
    let record = fictional();
    let history = History::of(&Series::of(&record), 10);
    let line = |one: &AgreementHistory<'_>| {
        let silent = if one.is_silent() { "silent" } else { "" };
        format!(
            "{} {} {} {} {silent}",
            one.id,
            word(one.first),
            word(one.last),
            one.deeds.len()
        )
    };
    // First and last mention, acts and events together.
    assert_table(
        history.agreements.iter().map(line),
        "
        air-services-2020      8 8   2 silent
        cooperation-treaty     0 7   8 silent
        customs-convention     - -   0
        fisheries-arrangement  1 8   5 silent
        friendship-declaration 2 2   2 silent
        grid-grant             8 10  3
        halcyon-framework      9 10  2
        old-air-agreement      1 8   5 silent
        port-loan              2 5   2 silent
        rail-plan              7 9   2 silent
        research-fund          5 5   1 silent
        skills-partnership     3 8   3 silent
        ",
    );
    // Round 4 does not state its agreements, so it passed none over.
    let history = History::of(&Series::of(&record), 4);
    let skills = history
        .agreements
        .iter()
        .find(|one| one.id.as_str() == "skills-partnership");
    assert_eq!(skills.map(AgreementHistory::is_silent), Some(false));
}

#[test]
fn fictional_values() {
    let record = fictional();
    let series = Series::of(&record);
    // What stood before the first round is left out.
    assert_table(
        totals(&History::of(&series, 10).totals),
        "
        EUR ceiling   65000000     port-loan skills-partnership
        EUR committed 3000000      research-fund
        USD committed 12500000.5  grid-grant
        ",
    );
    // Before the loan was raised.
    assert_table(
        totals(&History::of(&series, 3).totals),
        "EUR ceiling 50000000 port-loan skills-partnership",
    );
}

#[test]
fn the_real_record() {
    let record = real();
    let history = History::of(&Series::of(&record), 3);
    assert_table(
        history.agreements.iter().map(told),
        "
        amity-commerce-treaty       1:signed
        artemis-accords             3:announced
        cooperation-statement-250   3:signed
        embassy-business-center-mou 3:signed
        exim-finance-mou            2:under-discussion
        free-trade-agreement        1:in-force
        strategic-investment-mou    1:signed
        ",
    );
    assert_table(totals(&history.totals), "USD - 500000000 exim-finance-mou");
}

#[test]
fn acts_follow_the_order_of_rounds_and_within_one_the_dates() {
    let record = rounds(
        "{}",
        &[
            "date: 2020\nagreements: [{id: pact, act: signed}]",
            "date: 2022\nevents:\n\
             - {date: 2021-05, about: pact, act: entered-into-force}\n\
             - {date: 2021-02, about: pact, act: ratified}\n",
            "date: 2024\nagreements: [{id: pact, act: suspended}]\n\
             events: [{date: 2023, about: pact, act: launched}]",
        ],
    );
    let history = History::of(&Series::of(&record), 3);
    assert_table(
        history.agreements.iter().map(told),
        "pact 1:signed 2:in-force 3:suspended",
    );
    let acts: Vec<&str> = history.agreements[0]
        .deeds
        .iter()
        .map(|deed| deed.act.as_str())
        .collect();
    assert_eq!(
        acts,
        [
            "signed",
            "ratified",
            "entered-into-force",
            "launched",
            "suspended"
        ]
    );
}

#[test]
fn events_without_dates_keep_their_places_among_many() {
    let dated = |nth: usize| format!("- {{date: {}, about: pact, act: reviewed}}\n", 2060 - nth);
    let undated = "- {about: pact, act: reviewed}\n".to_owned();
    let events = (0..60).map(|nth| {
        if nth % 3 == 0 {
            undated.clone()
        } else {
            dated(nth)
        }
    });
    let events: String = events.collect();
    let second = format!("date: 2100\nevents:\n{events}");
    let record = rounds("{}", &["date: 1990\nagreements: [pact]", &second]);
    let history = History::of(&Series::of(&record), 2);
    assert_eq!(history.agreements[0].deeds.len(), 61);
}

#[test]
fn rounds_that_pass_an_agreement_over_are_counted_between_two() {
    let named = "agreements: [{id: mou, act: signed}]";
    let record = rounds(
        "{}",
        &[named, "agreements: []", named, "agreements: []", named],
    );
    let history = History::of(&Series::of(&record), 5);
    let points = &history.agreements[0].points;
    assert_eq!(points.passed_over(1, 4), 2);
    assert_eq!(points.passed_over(1, 5), 2);
    assert_eq!(points.passed_over(2, 4), 1);
    assert_eq!(points.passed_over(3, 3), 0);
    assert_eq!(points.passed_over(4, 2), 0);
    assert_eq!(points.passed_over(5, u32::MAX), 0);
    let rounds: Vec<Option<u32>> = [points.first(), points.last()]
        .map(|point| point.map(|point| point.round))
        .into();
    assert_eq!(rounds, [Some(1), Some(5)]);
    // What a failing test prints is the points, one by one.
    let told: Vec<_> = points.iter().collect();
    assert_eq!(format!("{points:?}"), format!("{told:?}"));
}

#[test]
fn an_agreement_is_known_from_the_round_that_first_tells_of_it() {
    let record = rounds(
        "agreements: [{id: treaty, status: in-force}]",
        &[
            "date: 2020\nagreements: [{id: mou, act: signed}]",
            "date: 2021\nagreements: [{id: pact, act: discussed}, treaty]",
            "date: 2022\nagreements: [pact]",
        ],
    );
    let history = History::of(&Series::of(&record), 3);
    let known = history.agreements.iter().map(|one| {
        let from = one.points.known_from().map(|round| round.to_string());
        format!("{} {}", one.id, word(from.as_deref()))
    });
    assert_table(known, "mou 1\npact 2\ntreaty 1");
}

#[test]
fn turns_are_mentions_and_moves_of_the_status() {
    let record = rounds(
        "{}",
        &[
            "date: 2020\nagreements: []",
            "date: 2021\nagreements: [{id: mou, act: discussed}]",
            "date: 2022\nagreements: []\nevents: [{date: 2021-06, about: mou, act: signed}]",
            "date: 2023\nagreements: []\nevents: [{date: 2022-06, about: mou, act: referenced}]",
            "date: 2024\nagreements: [mou]",
            "date: 2025\nagreements: []",
        ],
    );
    let history = History::of(&Series::of(&record), 6);
    let turns = history.agreements[0].points.turns();
    let turns = turns.map(|point| format!("{} {}", point.round, word(point.status)));
    assert_table(turns, "2 under-discussion\n3 signed\n5 signed");
}
