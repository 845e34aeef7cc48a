//! The report on the real record, counted by hand, and on what the real one does not have.

use crate::report::sample::{real_series, real_series_json, series_of, words};
use crate::report::{Outcome, Pattern, Presence, SeriesReport, joined};

fn ids(report: &SeriesReport, pattern: Pattern, round: Option<u32>) -> Vec<&str> {
    let groups = report.sectors.groups.iter();
    let mut group = groups.filter(|one| one.pattern == pattern && one.round == round);
    let rows = group.next().map(|group| &group.rows);
    rows.into_iter()
        .flatten()
        .map(|row| row.id.as_str())
        .collect()
}

#[test]
fn what_is_cited_is_the_same_where_it_is_made_as_it_is_written() {
    let [whole, outline] = real_series_json("ar");
    assert!(whole.contains("\"quote\":"));
    assert_eq!(outline, whole);
}

#[test]
fn three_of_twenty_sectors_are_in_every_round() {
    let report = real_series("en");
    assert_eq!(
        report.headline,
        "Three of 20 sectors are named in every round since 2023"
    );
    assert_eq!((report.sectors.count, report.sectors.constant), (20, 3));
    let every = ids(&report, Pattern::Every, None);
    assert_eq!(every, ["culture", "education", "trade"]);
    let several = ids(&report, Pattern::Several, None);
    assert_eq!(
        several,
        [
            "clean-energy",
            "digital-economy",
            "investment",
            "research-innovation",
            "space"
        ]
    );
    assert_eq!(
        ids(&report, Pattern::Single, Some(1)),
        ["green-hydrogen", "training"]
    );
    assert_eq!(ids(&report, Pattern::Single, Some(2)).len(), 4);
    assert_eq!(ids(&report, Pattern::Single, Some(3)).len(), 6);
    let arabic = real_series("ar").headline;
    assert_eq!(
        arabic,
        "القطاعات المذكورة في كل الجولات منذ 2023: 3 من أصل 20"
    );
}

#[test]
fn columns_count_what_each_round_names() {
    let report = real_series("en");
    let columns = report.sectors.columns.iter().map(|one| {
        (
            one.named,
            one.first_named,
            one.returning,
            one.no_longer_listed,
        )
    });
    let expected = [
        (Some(9), Some(9), Some(0), None),
        (Some(9), Some(5), Some(0), Some(5)),
        (Some(13), Some(6), Some(3), Some(5)),
    ];
    assert_eq!(columns.collect::<Vec<_>>(), expected);
    assert!(!report.topics.columns[0].stated && report.topics.columns[2].stated);
    assert_eq!(report.topics.groups[0].rows[0].cells.len(), 1);
    let topic = &report.page(&words("en")).topics.groups[0].rows[0];
    let cells: Vec<_> = topic.cells.iter().map(|cell| cell.presence).collect();
    assert_eq!(
        cells,
        [Presence::NotStated, Presence::NotStated, Presence::Named]
    );
}

#[test]
fn every_pair_of_rounds_has_its_overlap() {
    let report = real_series("en");
    let rows = report.overlaps.rows.iter().flat_map(|row| {
        row.cells
            .iter()
            .map(|cell| (cell.round, row.round, cell.shared, cell.all, cell.percent))
    });
    let expected = [
        (1, 2, Some(4), Some(14), Some(29)),
        (1, 3, Some(6), Some(16), Some(38)),
        (2, 3, Some(4), Some(18), Some(22)),
    ];
    assert_eq!(rows.collect::<Vec<_>>(), expected);
}

#[test]
fn agreements_and_commitments_say_what_became_of_them() {
    let report = real_series("en");
    let tracks = report.agreements.iter().map(|one| (&*one.id, one.outcome));
    assert_eq!(
        tracks.collect::<Vec<_>>(),
        [
            ("strategic-investment-mou", Outcome::Silent),
            ("exim-finance-mou", Outcome::Silent),
            ("artemis-accords", Outcome::FirstNamed),
            ("cooperation-statement-250", Outcome::FirstNamed),
            ("embassy-business-center-mou", Outcome::FirstNamed),
        ]
    );
    let page = report.page(&words("en"));
    let texts = |nth: usize| {
        let points = page.agreements[nth].points.iter();
        points.map(|point| &*point.text).collect::<Vec<_>>()
    };
    let counts = report.agreements.iter().map(|one| one.points.len());
    assert!(counts.eq([1; 5]), "nothing happened to any again");
    assert_eq!(texts(0), ["signed", "not mentioned", "not mentioned"]);
    assert_eq!(texts(1), ["", "under discussion", "not mentioned"]);
    assert_eq!(texts(2), ["", "", "announced"]);
    let trade = report
        .standing
        .iter()
        .find(|one| one.id == "free-trade-agreement");
    let trade = trade.map(|one| (one.outcome, one.first));
    assert_eq!(trade, Some((Outcome::Mentioned, Some(1))));
    let promise = &report.commitments[0];
    assert_eq!(promise.score_text, "Met late, 25 days");
    assert!(!report.scoreboard.shares && promise.age.is_none());
    let totals: Vec<_> = report.totals.iter().map(|one| &*one.text).collect();
    assert_eq!(totals, ["1 agreement: USD 500 million"]);
}

#[test]
fn the_time_line_has_every_wait_in_days_and_months() {
    let report = real_series("en");
    let waits = report
        .rounds
        .iter()
        .filter_map(|held| held.to_next.as_ref());
    let waits: Vec<_> = waits.map(|next| &*next.text).collect();
    assert_eq!(
        waits,
        [
            "403–432 days; about 13–14 months",
            "635–664 days; about 21–22 months"
        ]
    );
    let promised = &report.rounds[2].promised[0];
    assert_eq!(
        joined(&promised.text),
        "Met late, 25 days; promised for 2025"
    );
}

/// Rounds of a year apart, each with the line given.
fn yearly(lines: &[&str]) -> SeriesReport {
    let rounds: Vec<String> = (1..)
        .zip(lines)
        .map(|(number, line)| format!("round: {number}\ndate: 202{number}-03-01\n{line}\n"))
        .collect();
    let rounds: Vec<&str> = rounds.iter().map(String::as_str).collect();
    series_of("title: T\nperiodicity: annual", &rounds, "en")
}

#[test]
fn the_headline_claims_no_more_than_the_record() {
    let said = |lines: &[&str]| yearly(lines).headline;
    assert_eq!(
        said(&["sectors: [a, b]", "sectors: [a]"]),
        "One of 2 sectors is named in every round since 2021"
    );
    assert_eq!(
        said(&["sectors: [a]", "", "sectors: [a]"]),
        "The one sector is named in every round that states its sectors"
    );
    assert_eq!(
        said(&["sectors: [a]", "sectors: [b]"]),
        "None of 2 sectors is named in every round since 2021"
    );
    assert_eq!(said(&["", ""]), "No round states its sectors");
    assert_eq!(said(&["sectors: []"]), "No round names a sector");
}

#[test]
fn waits_are_held_to_what_was_stated() {
    let report = yearly(&["sectors: [a]", "sectors: [a]"]);
    let next = report.rounds[0].to_next.as_ref();
    assert_eq!(
        next.map(|next| &*next.text),
        Some("365 days; about 12 months; as stated")
    );
    assert_eq!(
        report.cadence.stated_text.as_deref(),
        Some("Stated by the parties: once a year. Waits that can be judged: as stated: 1.")
    );
}

#[test]
fn absences_and_returns_are_counted_in_rounds_that_state_the_list() {
    let lines = [
        "sectors: [a, b]",
        "sectors: [b]",
        "",
        "sectors: [b, c]",
        "sectors: [a, c]",
    ];
    let report = yearly(&lines);
    let back: Vec<_> = report
        .returning
        .iter()
        .map(|one| (&*one.id, one.rounds))
        .collect();
    assert_eq!(back, [("a", 2)]);
    assert_eq!(
        report.returning[0].text,
        "back in Round 5, last before that in Round 1; passed over by 2 rounds"
    );
    let more = yearly(&["sectors: [a]", "sectors: []", "sectors: []"]);
    let silent: Vec<_> = more
        .silent
        .iter()
        .map(|one| (&*one.id, one.rounds))
        .collect();
    assert_eq!(silent, [("a", 2)]);
}

#[test]
fn shares_come_with_ten_commitments() {
    let promises = |count: usize| {
        let each = (0..count).map(|nth| format!("{{id: p{nth}, text: T{nth}}}"));
        let each: Vec<String> = each.collect();
        yearly(&[&format!("commitments: [{}]", each.join(", "))]).scoreboard
    };
    assert!(
        promises(9)
            .counts
            .iter()
            .all(|one| one.share_text.is_none())
    );
    let ten = promises(10);
    let early = ten.counts.last().and_then(|one| one.share_text.as_deref());
    assert_eq!(early, Some("10 of 10 (100%)"));
}
