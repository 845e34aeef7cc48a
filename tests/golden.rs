//! What the three rounds of the real record come to, worked out by hand from their source.

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use common::{agreements, lines, real};
use rapporteur::compare::{Action, Comparison, Standing, compare};
use rapporteur::history::History;
use rapporteur::matching::Series;
use rapporteur::model::date::Days;

/// Runs `test` on the comparison of two rounds of the real record.
fn compared(before: u32, after: u32, test: impl FnOnce(&Comparison<'_>)) {
    let reading = real();
    let series = Series::of(reading.record());
    let comparison = compare(&series, before, after).expect("both rounds are there");
    test(&comparison);
}

/// The lines of a table, without what surrounds them.
fn table(text: &str) -> Vec<&str> {
    text.trim().lines().map(str::trim).collect()
}

fn counts(comparison: &Comparison<'_>) -> [usize; 3] {
    [Action::Kept, Action::Added, Action::Removed].map(|action| {
        let changes = comparison.sectors.changes.iter();
        changes.filter(|change| change.action == action).count()
    })
}

/// Each commitment as `id: state before > state after, days late`.
fn commitments(comparison: &Comparison<'_>) -> Vec<String> {
    let state = |standing: &Option<Standing<'_>>| {
        let state = standing.as_ref().map(|one| match one.late {
            Some(late) => format!("{} {:?}..{:?}", one.state, late.least, late.most),
            None => one.state.to_string(),
        });
        state.unwrap_or("none".to_owned())
    };
    let changes = comparison.commitments.iter();
    let lines = changes.map(|one| {
        let (before, after) = (state(&one.state.before), state(&one.state.after));
        format!("{}: {before} > {after}", one.id)
    });
    lines.collect()
}

fn hosts<'c>(comparison: &'c Comparison<'_>) -> [Option<&'c str>; 2] {
    let hosts = &comparison.meeting.hosts;
    [&hosts.before, &hosts.after].map(|host| host.as_ref().map(rapporteur::model::id::Id::as_str))
}

fn days(least: i64, most: i64) -> Days {
    Days {
        least: Some(least),
        most: Some(most),
    }
}

#[test]
fn the_record_has_nothing_wrong() {
    assert_eq!(real().said(), Vec::<String>::new());
}

#[test]
fn round_1_to_round_2() {
    let sectors = "
        artificial-intelligence: added new
        cinema: added specified under culture
        clean-energy: kept reworded
        critical-minerals: added new
        culture: kept continued
        digital-economy: removed not-mentioned
        education: kept continued
        environment: added new
        green-hydrogen: removed absorbed under clean-energy
        investment: removed not-mentioned
        research-innovation: removed not-mentioned
        space: added new
        trade: kept continued
        training: removed absorbed under education";
    let treaties = "
        exim-finance-mou: first-seen, none > under-discussion
        free-trade-agreement: referenced, in-force > in-force
        strategic-investment-mou: silent, signed > signed";
    compared(1, 2, |comparison| {
        assert_eq!(lines(&comparison.sectors), table(sectors));
        assert_eq!(counts(comparison), [4, 5, 5]);
        assert_eq!(agreements(comparison), table(treaties));
        assert_eq!(commitments(comparison), ["hold-round-3: none > open"]);
        assert_eq!(comparison.meeting.interval, Some(days(403, 432)));
        assert_eq!(hosts(comparison), [Some("oman"), Some("united-states")]);
        assert_eq!(comparison.between, [] as [u32; 0]);
    });
}

#[test]
fn round_2_to_round_3() {
    let sectors = "
        academic-programmes: added specified under education
        artificial-intelligence: removed broadened with technology
        aviation: added new
        cinema: removed absorbed under culture
        clean-energy: removed not-mentioned
        critical-minerals: removed reframed with mining
        culture: kept continued
        digital-economy: added resumed
        education: kept continued
        environment: removed not-mentioned
        infrastructure: added new
        investment: added resumed
        logistics: added new
        mining: added reframed with critical-minerals
        research-innovation: added resumed
        space: kept continued
        technology: added broadened with artificial-intelligence
        trade: kept continued";
    let treaties = "
        artemis-accords: first-seen, none > announced
        cooperation-statement-250: first-seen, none > signed
        embassy-business-center-mou: first-seen, none > signed
        exim-finance-mou: silent, under-discussion > under-discussion
        free-trade-agreement: referenced, in-force > in-force";
    compared(2, 3, |comparison| {
        assert_eq!(lines(&comparison.sectors), table(sectors));
        assert_eq!(counts(comparison), [4, 9, 5]);
        assert_eq!(agreements(comparison), table(treaties));
        let kept = "hold-round-3: open > fulfilled-late Some(25)..Some(25)";
        assert_eq!(commitments(comparison), [kept]);
        assert_eq!(comparison.meeting.interval, Some(days(635, 664)));
        assert_eq!(hosts(comparison), [Some("united-states"), Some("oman")]);
        let back = comparison.sectors.changes.iter();
        let last = back.filter(|one| one.id.as_str() == "digital-economy");
        let last: Vec<_> = last.map(|one| one.seen.last).collect();
        assert_eq!(last, [Some(1)]);
    });
}

#[test]
fn round_1_to_round_3() {
    let sectors = "
        academic-programmes: added specified under education
        aviation: added new
        clean-energy: removed not-mentioned
        culture: kept continued
        digital-economy: kept continued
        education: kept continued
        green-hydrogen: removed not-mentioned
        infrastructure: added new
        investment: kept continued
        logistics: added new
        mining: added new
        research-innovation: kept continued
        space: added new
        technology: added new
        trade: kept continued
        training: removed absorbed under education";
    let treaties = "
        artemis-accords: first-seen, none > announced
        cooperation-statement-250: first-seen, none > signed
        embassy-business-center-mou: first-seen, none > signed
        free-trade-agreement: referenced, in-force > in-force
        strategic-investment-mou: silent, signed > signed";
    compared(1, 3, |comparison| {
        assert_eq!(lines(&comparison.sectors), table(sectors));
        assert_eq!(counts(comparison), [6, 7, 3]);
        assert_eq!(agreements(comparison), table(treaties));
        let kept = "hold-round-3: none > fulfilled-late Some(25)..Some(25)";
        assert_eq!(commitments(comparison), [kept]);
        // Three years from 23 February 2023, less the 29 days from 25 January.
        assert_eq!(comparison.meeting.interval, Some(days(1067, 1067)));
        assert_eq!(hosts(comparison), [Some("oman"), Some("oman")]);
        assert_eq!(comparison.between, [2]);
        let changes = comparison.sectors.changes.iter();
        let space = changes.filter(|one| one.id.as_str() == "space");
        let seen: Vec<_> = space.map(|one| one.seen.rounds.clone()).collect();
        assert_eq!(seen, [[2, 3]]);
    });
}

#[test]
fn round_3_back_to_round_2() {
    let sectors = "
        academic-programmes: removed absorbed under education
        artificial-intelligence: added narrowed with technology
        aviation: removed not-mentioned
        cinema: added specified under culture
        clean-energy: added new
        critical-minerals: added reframed with mining
        culture: kept continued
        digital-economy: removed not-mentioned
        education: kept continued
        environment: added new
        infrastructure: removed not-mentioned
        investment: removed not-mentioned
        logistics: removed not-mentioned
        mining: removed reframed with critical-minerals
        research-innovation: removed not-mentioned
        space: kept continued
        technology: removed narrowed with artificial-intelligence
        trade: kept continued";
    let treaties = "
        artemis-accords: first-seen, announced > none
        cooperation-statement-250: first-seen, signed > none
        embassy-business-center-mou: first-seen, signed > none
        exim-finance-mou: silent, under-discussion > under-discussion
        free-trade-agreement: referenced, in-force > in-force";
    compared(3, 2, |comparison| {
        assert!(comparison.reversed);
        assert_eq!(lines(&comparison.sectors), table(sectors));
        assert_eq!(counts(comparison), [4, 5, 9]);
        assert_eq!(agreements(comparison), table(treaties));
        let kept = "hold-round-3: fulfilled-late Some(25)..Some(25) > open";
        assert_eq!(commitments(comparison), [kept]);
        assert_eq!(comparison.meeting.interval, Some(days(-664, -635)));
        assert_eq!(hosts(comparison), [Some("oman"), Some("united-states")]);
    });
}

#[test]
fn lists_that_a_side_leaves_out_are_not_stated() {
    compared(2, 3, |comparison| {
        let topics = &comparison.topics;
        assert_eq!((topics.stated.before, topics.stated.after), (false, true));
        assert_eq!(topics.named.after.len(), 1);
        assert_eq!(lines(topics), Vec::<String>::new());
        let programmes = &comparison.programmes;
        let stated = (programmes.stated.before, programmes.stated.after);
        assert_eq!(stated, (true, false));
        assert_eq!(lines(programmes), Vec::<String>::new());
        let heads = &comparison.meeting.heads_stated;
        assert_eq!((heads.before, heads.after), (false, true));
    });
}

#[test]
fn every_two_rounds_share_so_much() {
    let reading = real();
    let history = History::of(&Series::of(reading.record()), 3);
    let shared = |one, other| {
        let overlap = history.overlap(one, other).expect("both are there");
        (overlap.shared, overlap.all)
    };
    assert_eq!(shared(1, 2), (4, 14));
    assert_eq!(shared(2, 3), (4, 18));
    assert_eq!(shared(1, 3), (6, 16));
    let named = |round: usize| {
        let named =
            |sector: &&rapporteur::history::ItemHistory| sector.named.at(round) == Some(true);
        history.sectors.iter().filter(named).count()
    };
    assert_eq!([named(0), named(1), named(2)], [9, 9, 13]);
}
