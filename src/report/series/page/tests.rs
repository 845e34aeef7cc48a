//! What a page fills in is what the history tells of every round, the plain way.

use super::LONG;
use crate::history::{FULL, History, RoundPoint};
use crate::report::sample::{told, words};
use crate::report::{MatrixCell, MatrixReport, Presence, SeriesPage, SeriesReport};
use crate::words::Words;
use std::fmt::Write;

const DIALOGUE: &str = "title: T\nparties: {n: {title: N}, s: {title: S}}\n\
    sources: {m: {title: M}}\nagreements: [{id: old, title: O, status: in-force}]";

/// Rounds that name sectors, topics and agreements now and then, and now and then do not say.
fn rounds(count: usize) -> Vec<String> {
    let round = |number: usize| {
        let mut text = format!(
            "round: {number}\ndate: {}\nsource: {{id: m, at: p{number}}}\n",
            1800 + number
        );
        let ids = |letter: char, all: usize, step: usize| {
            let named = (1..=all).filter(|at| (at * step + number * number) % 11 < 4);
            let ids: Vec<String> = named.map(|at| format!("{letter}{at}")).collect();
            ids.join(", ")
        };
        if number % 9 != 4 {
            let _ = writeln!(text, "sectors: [{}, s-of-{number}]", ids('s', 12, 7));
        }
        if number % 3 != 1 {
            let _ = writeln!(text, "topics: [{}]", ids('t', 5, 5));
        }
        if number % 5 != 2 {
            let acts = ["discussed", "announced", "signed", "reaffirmed"];
            let act = |nth: usize| acts[(nth + number / 7) % 4];
            let named = (0..4).filter(|nth| (nth * 3 + number) % 7 == 1);
            let mut all: Vec<String> = named
                .map(|nth| format!("{{id: a{nth}, title: A, act: {}}}", act(nth)))
                .collect();
            if number % 6 == 5 {
                all.push("{id: old, act: reaffirmed}".to_owned());
            }
            let _ = writeln!(text, "agreements: [{}]", all.join(", "));
        }
        text
    };
    (1..=count).map(round).collect()
}

fn held(count: usize, check: impl Fn(&History<'_>, &SeriesReport, &SeriesPage, usize)) {
    let rounds = rounds(count);
    let rounds: Vec<&str> = rounds.iter().map(String::as_str).collect();
    told(DIALOGUE, &rounds, |history, report| {
        check(
            history,
            report,
            &report.page(&words("en")),
            count.saturating_sub(LONG),
        );
    });
}

/// The whole matrix of one list, by what the history says of each round.
fn is_that_of(history: &History<'_>, list: &MatrixReport<MatrixCell>, from: usize) {
    let items = [&history.sectors, &history.topics];
    let items = items[usize::from(list.list != crate::model::round::ListKind::Sectors)];
    let mut shown = 0;
    for row in list.groups.iter().flat_map(|group| &group.rows) {
        let item = items.iter().find(|item| item.id.as_str() == row.id);
        let named = item.expect("it is in the history").named.since(from);
        let presence = named.map(|named| match named {
            Some(true) => Presence::Named,
            Some(false) => Presence::NotNamed,
            None => Presence::NotStated,
        });
        assert!(
            presence.eq(row.cells.iter().map(|cell| cell.presence)),
            "{}",
            row.id
        );
        let places = row.cells.iter().map(|cell| cell.file.is_some());
        assert!(
            places.eq(row
                .cells
                .iter()
                .map(|cell| cell.presence == Presence::Named))
        );
        shown += 1;
    }
    let there = items
        .iter()
        .filter(|item| item.named.since(from).any(|one| one == Some(true)));
    assert_eq!(shown, there.count(), "no item of a shown round is left out");
}

#[test]
fn a_page_has_every_round_that_it_shows() {
    for count in [1, 2, LONG, LONG + 1, LONG + 37] {
        held(count, |history, report, page, from| {
            is_that_of(history, &page.sectors, from);
            is_that_of(history, &page.topics, from);
            let numbers = history.rounds[from..].iter().map(RoundPoint::number);
            assert!(numbers.eq(page.rounds.iter().map(|held| held.meeting.round)));
            for (nth, top) in page.sectors.tops.iter().enumerate() {
                let group = history
                    .groups
                    .iter()
                    .find(|group| group.id.as_str() == top.id);
                let group = group.unwrap_or_else(|| panic!("{nth}"));
                let counts = group.counts.iter().skip(from);
                assert!(
                    counts.eq(top
                        .cells
                        .iter()
                        .map(|cell| cell.count.and_then(|n| usize::try_from(n).ok())))
                );
            }
            assert_eq!(page.earlier_text.is_some(), report.is_long());
        });
    }
}

#[test]
fn an_agreement_stands_as_it_did_until_something_happens() {
    for count in [3, LONG, LONG + 37] {
        held(count, |history, report, page, from| {
            for track in page.agreements.iter().chain(&page.standing) {
                let found = history
                    .agreements
                    .iter()
                    .find(|one| one.id.as_str() == track.id);
                let points = found
                    .expect("it is in the history")
                    .points
                    .iter()
                    .skip(from);
                let told = track.points.iter();
                let told =
                    told.map(|one| (one.round, one.known, one.mentioned, one.status, one.step));
                let points =
                    points.map(|one| (one.round, one.known, one.mentioned, one.status, one.step));
                assert_eq!(
                    points.collect::<Vec<_>>(),
                    told.collect::<Vec<_>>(),
                    "{}",
                    track.id
                );
            }
            let points = report.agreements.iter().map(|one| one.points.len());
            let mentions = history.agreements.iter().filter(|one| !one.standing);
            let mentions = mentions.flat_map(|one| one.points.iter());
            let mentions = mentions
                .filter(|point| point.mentioned == Some(true))
                .count();
            assert_eq!(
                points.sum::<usize>(),
                mentions,
                "only mentions move anything here"
            );
        });
    }
}

#[test]
fn a_part_of_the_triangle_is_that_of_the_whole() {
    held(LONG + 37, |history, report, page, from| {
        let words = words("en");
        let stated = history.rounds[from..]
            .iter()
            .filter(|point| point.sectors.is_some());
        let stated: Vec<u32> = stated.map(RoundPoint::number).collect();
        assert_eq!(page.overlaps.rows.len(), stated.len() - 1);
        for (at, row) in page.overlaps.rows.iter().enumerate() {
            assert_eq!((row.round, row.cells.len()), (stated[at + 1], at + 1));
            assert_eq!(
                row.cells.len() + row.empty.len(),
                page.overlaps.columns.len()
            );
            for (cell, earlier) in row.cells.iter().zip(&stated) {
                let overlap = history.overlap(*earlier, row.round);
                let figures = overlap.map(|one| (one.shared as u64, one.all as u64));
                assert_eq!((cell.round, cell.shared.zip(cell.all)), (*earlier, figures));
                assert_eq!(cell.text.is_empty(), figures.is_none());
            }
        }
        let kept = report.overlaps.rows.iter().flat_map(|row| &row.cells);
        assert!(kept.clone().all(|cell| cell.shared > Some(0)));
        let shared = history.overlaps.iter().filter(|one| one.shared > 0);
        assert_eq!(kept.count(), shared.count());
        assert!(LONG > FULL && words.has("overlap"));
    });
}

#[test]
fn a_page_of_a_long_series_cites_what_it_shows_and_says_so() {
    held(LONG + 37, |_, report, page, _| {
        let there = |number: &u32| page.evidence.iter().any(|one| one.number == *number);
        assert!(
            page.rounds
                .iter()
                .flat_map(|held| &held.meeting.date_refs)
                .all(there)
        );
        let acts = page.agreements.iter().chain(&page.standing);
        assert!(acts.flat_map(|one| &one.refs).all(there));
        assert!((LONG..report.evidence.len()).contains(&page.evidence.len()));
        let said = page.earlier_text.as_deref().unwrap_or_default();
        assert!(said.contains("the last 100 rounds of 137 "), "{said}");
        assert!(page.sectors.count > page.sectors.groups.iter().map(|one| one.count).sum());
    });
    let arabic = super::earlier(137, &Words::of("ar", None).expect("it is built in"));
    assert!(arabic.contains("آخر 100 جولة من أصل 137 جولة "), "{arabic}");
    let few = super::earlier(105, &Words::of("ar", None).expect("it is built in"));
    assert!(few.contains("من أصل 105 جولات "), "{few}");
}
