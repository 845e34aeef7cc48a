//! Reports of the real record, against facts worked out by hand.

use super::sample::{of, real};
use super::*;

fn ids(items: &[ItemReport], group: GroupKind) -> Vec<&str> {
    let of_group = items.iter().filter(|one| one.group == group);
    of_group.map(|one| one.id.as_str()).collect()
}

#[test]
fn the_third_round_against_the_second() {
    let report = real(Some(2), 3, "en");
    assert_eq!(
        report.headline,
        "Third round carries over four of nine sectors, adds nine and no longer lists five"
    );
    assert_eq!(
        report.summary,
        "4 carried over, 9 added (3 returning), 5 no longer listed"
    );
    assert_eq!(
        report.caveat,
        "Based on one press report. A sector that is not named may still have been discussed."
    );
    let first = [
        "academic-programmes",
        "aviation",
        "infrastructure",
        "logistics",
        "mining",
        "technology",
    ];
    assert_eq!(ids(&report.sectors, GroupKind::FirstNamed), first);
    let resumed = ["digital-economy", "investment", "research-innovation"];
    assert_eq!(ids(&report.sectors, GroupKind::Resumed), resumed);
    assert_eq!(
        ids(&report.sectors, GroupKind::Kept),
        ["culture", "education", "space", "trade"]
    );
    assert_eq!(report.interval.text, "635–664 days");
    assert_eq!(
        report.interval.previous_text.as_deref(),
        Some("403–432 days")
    );
}

#[test]
fn absences_that_may_be_renamings_are_not_called_absences() {
    let report = real(Some(2), 3, "en");
    let last = report.standfirst.last().map(|line| joined(line));
    assert_eq!(
        last.as_deref(),
        Some("No longer listed in Round 3, with no near match: Clean energy and Environment.")
    );
    assert_eq!(
        report.read_with_care[0].all,
        Renamed {
            kept: 6,
            added: 7,
            removed: 3
        }
    );
    let pair = &report.read_with_care[0].pairs[0];
    assert_eq!(
        (&*pair.add_to, &*pair.line),
        ("mining", "continues: critical-minerals")
    );
    assert_eq!(pair.file.as_ref().map(|file| file.line), Some(47));
}

#[test]
fn the_arabic_headline_keeps_its_nouns_in_the_nominative() {
    assert_eq!(
        real(Some(2), 3, "ar").headline,
        "الجولة الثالثة: القطاعات المستمرة 4 من أصل 9، والمضافة 9، ولم تعد مذكورة 5"
    );
}

#[test]
fn every_language_has_the_same_facts() {
    let (english, arabic) = (real(Some(2), 3, "en"), real(Some(2), 3, "ar"));
    let facts = |report: &ComparisonReport| {
        let items = report.sectors.iter();
        let items: Vec<_> = items
            .map(|one| (one.id.clone(), one.class, one.refs.clone()))
            .collect();
        (items, report.counts, report.evidence.len())
    };
    assert_eq!(facts(&english), facts(&arabic));
}

#[test]
fn a_round_between_is_not_passed_over() {
    let report = real(Some(1), 3, "en");
    assert_eq!(ids(&report.sectors, GroupKind::Between), ["space"]);
    assert_eq!(report.counts.between, 1);
    assert_eq!(report.counts.first_named, 6);
    let space = report.sectors.iter().find(|one| one.id == "space");
    assert_eq!(space.map(|one| &*one.what), Some("first named in Round 2"));
}

#[test]
fn read_backwards_nothing_is_said_of_the_order_of_time() {
    let report = real(Some(3), 2, "en");
    assert_eq!(
        report.headline,
        "Second round, read back from the third, shares four of 13 sectors and lists five more"
    );
    assert_eq!(report.agenda.removed.label, "in Round 3 only");
    assert_eq!(report.standfirst.len(), 1);
}

#[test]
fn the_second_round_promised_and_the_third_kept_late() {
    let report = real(Some(2), 3, "en");
    let held = &report.commitments[0];
    assert_eq!(
        held.state.map(|state| state.to_string()).as_deref(),
        Some("fulfilled-late")
    );
    assert_eq!(held.late_text.as_deref(), Some("25 days"));
    let heading = |at: usize| {
        report
            .cards
            .get(at)
            .map(|group| (&*group.heading, group.count))
    };
    assert_eq!(heading(0), Some(("Outcomes of Round 3", 3)));
    assert_eq!(heading(1), Some(("Follow-through on Round 2", 3)));
}

#[test]
fn evidence_is_numbered_by_first_use() {
    let report = real(Some(2), 3, "en");
    let numbers: Vec<_> = report.evidence.iter().map(|one| one.number).collect();
    // Fifteen places are those of the two rounds; lines 18, 19 and 20 and the three together are
    // what the longer view cites of the first.
    assert_eq!(numbers, (1..=19).collect::<Vec<_>>());
    assert_eq!(report.evidence[0].at.as_deref(), Some("lines 22–25"));
    assert_eq!(report.inferred.len(), 1);
    assert_eq!(
        joined(&report.inferred[0].text),
        "Washington is inferred as the place of the second round"
    );
}

#[test]
fn a_first_round_stands_alone() {
    let report = real(None, 1, "en");
    assert_eq!(report.headline, "First round lists nine sectors");
    assert!(report.before.is_none());
    assert_eq!(report.agenda.named.len(), 9);
}

/// The headline of two rounds that name these sectors.
fn headline(before: &str, after: &str, lang: &str) -> String {
    let round = |number: u32, sectors: &str| {
        format!("round: {number}\ndate: 202{number}-01-02\ncoverage: partial\n{sectors}\n")
    };
    let (before, after) = (round(1, before), round(2, after));
    of(None, "title: T", &[&before, &after], Some(1), 2, lang).headline
}

#[test]
fn each_case_has_its_headline() {
    let said = |before: &str, after: &str| {
        let list = |items: &str| format!("sectors: [{items}]");
        headline(&list(before), &list(after), "en")
    };
    assert_eq!(
        said("a, b", "c"),
        "Second round shares no listed sector with the first"
    );
    assert_eq!(
        said("a, b", "b, a"),
        "Second round lists the same two sectors as the first"
    );
    assert_eq!(
        said("a, b", "a, b, c"),
        "Second round keeps every sector and adds one"
    );
    assert_eq!(
        said("a, b", "a"),
        "Second round adds no sector and no longer lists one"
    );
    assert_eq!(
        said("", ""),
        "Second round lists no sectors, like the first"
    );
    assert_eq!(
        headline("sectors: [a]", "", "en"),
        "Sectors of the second round are not stated; the first lists one"
    );
    assert_eq!(
        headline("sectors: [a, b]", "sectors: [b, a]", "ar"),
        "الجولة الثانية تذكر القطاعات نفسها المذكورة في الأولى، وعددها 2"
    );
    assert_eq!(
        headline("sectors: [a]", "sectors: [c]", "ar"),
        "الجولة الثانية: لا قطاع مشترك مع الجولة الأولى"
    );
}

#[test]
fn dropped_is_said_under_complete_coverage_only() {
    let texts = |coverage: &str| {
        let first = "round: 1\ndate: 2021\nsectors: [a, b]\n".to_owned();
        let second = format!("round: 2\ndate: 2022\ncoverage: {coverage}\nsectors: [a]\n");
        let report = of(None, "title: T", &[&first, &second], Some(1), 2, "en");
        let gone = report.sectors.iter().find(|one| one.id == "b").cloned();
        let gone = gone.expect("b is removed");
        (gone.class_text, gone.note_text, report.caveat)
    };
    let (class, note, _) = texts("complete");
    assert_eq!(
        (&*class, &*note),
        ("dropped", "dropped: the list of Round 2 is complete")
    );
    let (class, note, caveat) = texts("partial");
    assert_eq!((&*class, &*note), ("no longer listed", ""));
    assert!(caveat.contains("may still have been discussed"));
}
