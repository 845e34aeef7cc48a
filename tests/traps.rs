//! One test for each trap that three short files hold.

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use common::{Reading, agreements, id, lines, read, real};
use rapporteur::compare::{AgreementClass, Class, Comparison, ItemChange, compare};
use rapporteur::findings::{Settings, findings};
use rapporteur::fold::fold;
use rapporteur::history::History;
use rapporteur::matching::Series;
use rapporteur::model::agreement::{AgreementMention, AgreementType};
use rapporteur::model::date::{Certainty, Days, Precision};
use rapporteur::model::dialogue::PartyKind;
use rapporteur::model::mention::Salience;
use rapporteur::model::round::{Basis, Coverage, ListKind, Round};
use rapporteur::model::status::{Act, Status};
use std::collections::BTreeSet;

fn round(reading: &Reading, number: u32) -> &Round {
    let round = reading.record().round(number);
    round.expect("the round is there")
}

fn agreement<'r>(round: &'r Round, name: &str) -> &'r AgreementMention {
    let mut all = round.agreements.iter().flatten();
    let found = all.find(|one| one.id.value.as_str() == name);
    found.expect("the agreement is there")
}

/// What a comparison of two rounds says.
fn compared<T>(
    reading: &Reading,
    rounds: (u32, u32),
    tell: impl FnOnce(&Comparison<'_>) -> T,
) -> T {
    let series = Series::of(reading.record());
    tell(&compare(&series, rounds.0, rounds.1).expect("both rounds are there"))
}

/// What became of one sector from one round to another.
fn sector(reading: &Reading, rounds: (u32, u32), name: &str, test: impl FnOnce(&ItemChange<'_>)) {
    compared(reading, rounds, |comparison| {
        let mut changes = comparison.sectors.changes.iter();
        let change = changes.find(|one| one.id.as_str() == name);
        test(change.expect("a change"));
    });
}

/// The lines of the sectors from one round to another.
fn sectors(reading: &Reading, before: u32, after: u32) -> Vec<String> {
    compared(reading, (before, after), |one| lines(&one.sectors))
}

/// The lines of the agreements from one round to another.
fn treaties(reading: &Reading, before: u32, after: u32) -> Vec<String> {
    compared(reading, (before, after), agreements)
}

#[test]
fn t01_a_month_keeps_its_precision_and_gaps_are_ranges() {
    let reading = real();
    let date = &round(&reading, 2).date.as_ref().expect("a date").value;
    assert_eq!(date.literal(), "2024-04");
    assert_eq!(date.precision(), Precision::Month);
    let history = History::of(&Series::of(reading.record()), 3);
    let days: Vec<Days> = history
        .cadence
        .intervals
        .iter()
        .map(|one| one.days)
        .collect();
    let range = |least, most| Days {
        least: Some(least),
        most: Some(most),
    };
    assert_eq!(days, [range(403, 432), range(635, 664)]);
}

#[test]
fn t02_to_discuss_a_signed_agreement_does_not_lower_it() {
    let reading = read([
        ("1.yaml", "round: 1\nagreements: [{id: pact, act: signed}]"),
        (
            "2.yaml",
            "round: 2\nagreements: [{id: pact, act: discussed}]",
        ),
    ]);
    assert_eq!(
        treaties(&reading, 1, 2),
        ["pact: referenced, signed > signed"]
    );
    assert!(!reading.codes().contains(&"backward-status"));
    // Only a move down the ladder is one, and it is warned of.
    let reading = read([
        ("1.yaml", "round: 1\nagreements: [{id: pact, act: signed}]"),
        (
            "2.yaml",
            "round: 2\nagreements: [{id: pact, act: proposed}]",
        ),
    ]);
    assert_eq!(
        treaties(&reading, 1, 2),
        ["pact: regressed, signed > proposed"]
    );
    assert!(reading.codes().contains(&"backward-status"));
}

#[test]
fn t03_two_memoranda_stay_two() {
    let reading = real();
    let between = [
        "exim-finance-mou: first-seen, none > under-discussion",
        "free-trade-agreement: referenced, in-force > in-force",
        "strategic-investment-mou: silent, signed > signed",
    ];
    assert_eq!(treaties(&reading, 1, 2), between);
    let series = Series::of(reading.record());
    assert!(
        series.courses["exim-finance-mou"]
            .mentions
            .iter()
            .all(|(round, _)| *round == 2)
    );
    // The author alone makes them one, with a word in the data.
    let reading = read([
        (
            "1.yaml",
            "round: 1\nagreements: [{id: strategic-mou, act: signed}]",
        ),
        (
            "2.yaml",
            "round: 2\nagreements: [{id: exim-mou, act: discussed, continues: strategic-mou}]",
        ),
    ]);
    assert_eq!(
        treaties(&reading, 1, 2),
        ["exim-mou: referenced, signed > signed"]
    );
}

#[test]
fn t04_the_third_round_is_late_by_the_days_after_its_year() {
    let reading = real();
    let series = Series::of(reading.record());
    let comparison = compare(&series, 2, 3).expect("both rounds are there");
    let [promise] = &comparison.commitments[..] else {
        panic!("one commitment")
    };
    let now = promise.state.after.as_ref().expect("it was made");
    assert_eq!(now.state.to_string(), "fulfilled-late");
    assert_eq!(now.late, Some(Days::exact(25)));
    let held = now.delivered.expect("a day");
    let due = &promise.promise.due.as_ref().expect("a due date").value;
    assert_eq!(held.certainty(due), Certainty::After);
    // A window that the round falls in is kept, though it began before.
    let reading = read([
        (
            "1.yaml",
            "round: 1\ndate: 2024-04\ncommitments: [{id: next, kind: next-round, text: x, due: 2025-01/2026-01}]",
        ),
        ("2.yaml", "round: 2\ndate: 2026-01-25"),
    ]);
    let state = compared(&reading, (1, 2), |comparison| {
        let now = comparison.commitments[0].state.after.as_ref();
        now.map(|one| one.state.to_string())
    });
    assert_eq!(state.as_deref(), Some("fulfilled"));
}

#[test]
fn t05_another_word_for_a_sector_is_the_same_sector() {
    let reading = real();
    sector(&reading, (1, 2), "clean-energy", |change| {
        assert_eq!(change.class, Class::Reworded);
        assert_eq!(change.wording.len(), 2, "both languages");
    });
    sector(&reading, (1, 2), "green-hydrogen", |change| {
        assert_eq!(change.class, Class::Absorbed);
        assert_eq!(change.under, Some(id("clean-energy")));
    });
    // By the alias itself, too.
    let taxonomy =
        "sectors:\n  clean-energy: {title: Clean energy, aliases: {en: [alternative energy]}}";
    let reading = read([
        ("taxonomy.yaml", taxonomy),
        ("1.yaml", "round: 1\nsectors: [alternative energy]"),
        (
            "2.yaml",
            "round: 2\nsectors: [{id: clean-energy, wording: clean energy}]",
        ),
    ]);
    assert_eq!(sectors(&reading, 1, 2), ["clean-energy: kept reworded"]);
}

#[test]
fn t06_critical_minerals_and_mining_are_reframed() {
    sector(&real(), (2, 3), "mining", |change| {
        assert_eq!(change.class, Class::Reframed);
        assert_eq!(change.with, Some(id("critical-minerals")));
    });
    // Siblings that are not declared related are just two sectors.
    let taxonomy = "sectors: {minerals: {}, mining: {broader: minerals}, critical-minerals: {broader: minerals}}";
    let reading = read([
        ("taxonomy.yaml", taxonomy),
        ("1.yaml", "round: 1\nsectors: [critical-minerals]"),
        ("2.yaml", "round: 2\nsectors: [mining]"),
    ]);
    let apart = [
        "critical-minerals: removed not-mentioned",
        "mining: added new",
    ];
    assert_eq!(sectors(&reading, 1, 2), apart);
}

#[test]
fn t07_technology_is_broader_than_artificial_intelligence() {
    sector(&real(), (2, 3), "technology", |change| {
        assert_eq!(change.class, Class::Broadened);
        assert_eq!(change.with, Some(id("artificial-intelligence")));
    });
}

#[test]
fn t08_space_goes_on_however_central_it_is() {
    sector(&real(), (2, 3), "space", |change| {
        assert_eq!(change.class, Class::Continued);
        assert_eq!(change.salience, None);
    });
    let reading = read([
        (
            "1.yaml",
            "round: 1\nsectors: [{id: space, salience: passing}]",
        ),
        (
            "2.yaml",
            "round: 2\nsectors: [{id: space, salience: central}]",
        ),
    ]);
    sector(&reading, (1, 2), "space", |change| {
        assert_eq!(change.class, Class::Continued);
        let salience = change.salience.expect("it moved");
        assert_eq!(
            (salience.before, salience.after),
            (Salience::Passing, Salience::Central)
        );
    });
}

#[test]
fn t09_the_digital_economy_is_back() {
    sector(&real(), (2, 3), "digital-economy", |change| {
        assert_eq!(change.class, Class::Resumed);
        assert_eq!(change.seen.last, Some(1));
        assert_eq!(change.seen.rounds, [1, 3]);
    });
}

#[test]
fn t10_an_open_list_drops_nothing() {
    let rounds = |coverage: &str| {
        let second = format!("round: 2\ncoverage: {coverage}\nsectors: [trade]");
        let reading = read([
            ("1.yaml", "round: 1\nsectors: [trade, space]"),
            ("2.yaml", &second),
        ]);
        sectors(&reading, 1, 2)
    };
    let open = ["space: removed not-mentioned", "trade: kept continued"];
    let whole = ["space: removed dropped", "trade: kept continued"];
    assert_eq!(rounds("partial"), open);
    assert_eq!(rounds("complete"), whole);
    assert_eq!(rounds("{sectors: complete, agreements: partial}"), whole);
    assert_eq!(rounds("{agreements: complete}"), open);
    sector(&real(), (2, 3), "environment", |change| {
        assert_eq!(change.class, Class::NotMentioned);
    });
}

#[test]
fn t11_an_inferred_place_is_marked() {
    let reading = real();
    let basis = |number| {
        round(&reading, number)
            .place
            .as_ref()
            .map(|place| place.basis)
    };
    let stated = Some(Basis::Stated);
    assert_eq!(
        [basis(1), basis(2), basis(3)],
        [stated, Some(Basis::Inferred), stated]
    );
}

#[test]
fn t12_what_is_said_of_the_series_is_in_no_round() {
    let reading = real();
    let named: BTreeSet<&str> = (1..=3)
        .flat_map(|number| round(&reading, number).sectors.iter().flatten())
        .map(|mention| &*mention.name.value)
        .collect();
    assert!(named.is_disjoint(&["politics", "economy", "military-cooperation", "defence"].into()));
    // Technology is a theme of the series and of round 3 alone.
    let in_round = |number| {
        let mut sectors = round(&reading, number).sectors.iter().flatten();
        sectors.any(|mention| &*mention.name.value == "technology")
    };
    assert_eq!(
        [in_round(1), in_round(2), in_round(3)],
        [false, false, true]
    );
    assert!(reading.record().dialogue().evidence.note.is_some());
}

#[test]
fn t13_one_party_announces_that_it_joins() {
    let reading = real();
    let artemis = agreement(round(&reading, 3), "artemis-accords");
    let kind = artemis.definition.kind.as_ref().map(|kind| kind.value);
    assert_eq!(kind, Some(AgreementType::Accession));
    assert_eq!(
        artemis.acts.iter().map(|act| act.act).collect::<Vec<_>>(),
        [Act::Announced]
    );
    assert_eq!(artemis.definition.binding, None);
    let parties = artemis.definition.parties.as_ref().expect("parties");
    let parties: Vec<&str> = parties
        .value
        .iter()
        .map(|party| party.value.as_str())
        .collect();
    assert_eq!(parties, ["oman"]);
    let series = Series::of(reading.record());
    let course = &series.courses["artemis-accords"];
    assert_eq!(course.status(Some(3)), Some(Status::Announced));
}

#[test]
fn t14_a_standing_agreement_is_never_new() {
    let reading = real();
    for rounds in [(1, 2), (2, 3), (1, 3), (3, 2)] {
        compared(&reading, rounds, |comparison| {
            let mut all = comparison.agreements.iter();
            let trade = all.find(|one| one.id.as_str() == "free-trade-agreement");
            let trade = trade.expect("it is in every round");
            assert!(trade.standing);
            assert_eq!(trade.class, AgreementClass::Referenced);
        });
    }
    // Not even where the first round of the record is the first to mention it.
    let reading = read([
        ("dialogue.yaml", "agreements: [{id: fta, status: in-force}]"),
        ("1.yaml", "round: 1\nagreements: []"),
        ("2.yaml", "round: 2\nagreements: [fta]"),
    ]);
    assert_eq!(
        treaties(&reading, 1, 2),
        ["fta: referenced, in-force > in-force"]
    );
}

#[test]
fn t15_parties_are_of_many_kinds() {
    let reading = real();
    let parties = &reading.record().dialogue().parties;
    let kind = |party: &str| parties[party].kind;
    assert_eq!(kind("us-embassy-oman"), Some(PartyKind::Embassy));
    assert_eq!(
        kind("oman-american-business-center"),
        Some(PartyKind::Organisation)
    );
    assert_eq!(kind("us-exim"), Some(PartyKind::Agency));
    assert_eq!(kind("om-mof"), Some(PartyKind::Ministry));
    let memorandum = agreement(round(&reading, 3), "embassy-business-center-mou");
    let signed = memorandum.definition.parties.as_ref().expect("parties");
    let states = signed
        .value
        .iter()
        .filter(|party| kind(party.value.as_str()) == Some(PartyKind::State));
    assert_eq!((signed.value.len(), states.count()), (2, 0));
}

#[test]
fn t16_fulbright_is_a_programme() {
    let reading = real();
    let second = round(&reading, 2);
    let mut sectors = second.sectors.iter().flatten();
    assert!(sectors.all(|mention| &*mention.name.value != "fulbright"));
    let [fulbright] = second.programmes.as_deref().expect("programmes") else {
        panic!("one programme")
    };
    assert_eq!(&*fulbright.name.value, "fulbright");
    let of: Vec<&str> = fulbright
        .sectors
        .iter()
        .map(|sector| &*sector.value)
        .collect();
    assert_eq!(of, ["education"]);
    // As a sector it would be unknown.
    let reading = read([
        ("taxonomy.yaml", "sectors: {education: {title: Education}}"),
        ("1.yaml", "round: 1\ndate: 2024\nsectors: [fulbright]"),
    ]);
    assert_eq!(reading.codes(), ["unknown-sector"]);
}

#[test]
fn t17_equal_spelling_suggests_and_never_merges() {
    assert_eq!(fold("عُمان"), fold("عمّان"));
    assert_ne!(fold("الأمريكي"), fold("الأميركي"));
    let taxonomy = "sectors: {oman: {title: {ar: عُمان}}, amman: {title: {ar: عمّان}}}";
    let reading = read([
        ("taxonomy.yaml", taxonomy),
        ("1.yaml", "round: 1\ndate: 2023\nsectors: [oman]"),
        ("2.yaml", "round: 2\ndate: 2024\nsectors: [amman]"),
    ]);
    assert_eq!(reading.codes(), ["equal-texts"]);
    let apart = ["amman: added new", "oman: removed not-mentioned"];
    assert_eq!(sectors(&reading, 1, 2), apart);
}

#[test]
fn t18_an_arabic_comma_separates_nothing() {
    let codes = |list: &str| {
        let text = format!("round: 1\ndate: 2023\nsectors: {list}");
        let reading = read([("1.yaml", text.as_str())]);
        (reading.record.is_some(), reading.codes())
    };
    assert_eq!(codes("[الطاقة، الفضاء]"), (false, vec!["list-separator"]));
    assert_eq!(codes("[الطاقة؛ الفضاء]"), (false, vec!["list-separator"]));
    assert_eq!(
        codes("\n  - energy, space"),
        (false, vec!["list-separator"])
    );
    assert_eq!(codes("[energy, space]"), (true, vec![]));
    // In a text it is but a comma.
    assert_eq!(
        codes("[{id: energy, note: الطاقة، الفضاء}]"),
        (true, vec![])
    );
}

#[test]
fn t19_a_date_is_a_date_however_yaml_reads_it() {
    for literal in ["2025", "2024-04", "2026-01-25"] {
        let dates = ["", "'", "\""].map(|quote| {
            let text = format!("round: 1\ndate: {quote}{literal}{quote}");
            let reading = read([("1.yaml", text.as_str())]);
            assert_eq!(reading.codes(), [] as [&str; 0], "{text}");
            round(&reading, 1)
                .date
                .as_ref()
                .expect("a date")
                .value
                .clone()
        });
        assert_eq!(dates[0].literal(), literal);
        assert_eq!(dates[0], dates[1]);
        assert_eq!(dates[0], dates[2]);
    }
}

#[test]
fn t20_the_report_knows_what_new_rests_on() {
    let reading = real();
    sector(&reading, (1, 3), "mining", |change| {
        assert_eq!(change.class, Class::New);
        assert!(!change.seen.certain, "the lists before it are open");
        let mention = &change.sides.after.as_ref().expect("it is named").mention;
        let cited = &mention.evidence.citations[0];
        assert_eq!(cited.source.value.as_str(), "alkhaleej");
        assert_eq!(reading.files.slice(mention.name.span), "mining");
    });
    for number in 1..=3 {
        let coverage = &round(&reading, number).coverage;
        assert_eq!(coverage.of(ListKind::Sectors), Coverage::Partial);
    }
    // With every earlier list whole, it is certain.
    let reading = read([
        ("1.yaml", "round: 1\ncoverage: complete\nsectors: [trade]"),
        ("2.yaml", "round: 2\nsectors: [trade, mining]"),
    ]);
    sector(&reading, (1, 2), "mining", |one| assert!(one.seen.certain));
    // No conclusion without the places that it rests on.
    let reading = real();
    let series = Series::of(reading.record());
    let comparison = compare(&series, 2, 3).expect("both rounds are there");
    let history = History::of(&series, 3);
    let found = findings(
        reading.record().dialogue(),
        &comparison,
        &history,
        &Settings::default(),
    );
    assert!(found.iter().all(|one| !one.rests_on.is_empty()));
    assert!(found.iter().any(|one| one.rule.id() == "sectors-resumed"));
}
