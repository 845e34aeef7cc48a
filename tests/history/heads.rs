//! Who led each side, through the rounds and pair by pair.

use crate::record::{assert_table, fictional, pair, rounds, word};
use rapporteur::compare::{HeadChange, PersonChange, RankChange};
use rapporteur::history::{HeadHistory, History};
use rapporteur::matching::Series;
use rapporteur::model::head::Head;
use rapporteur::model::term::Term;

#[test]
fn fictional_offices() {
    let record = fictional();
    let history = History::of(&Series::of(&record), 10);
    let line = |one: &HeadHistory<'_>| {
        let offices = one.offices.iter().map(|office| {
            office.as_ref().map_or("?".to_owned(), |office| {
                format!(
                    "{}:{}*{}",
                    office.round,
                    office.heads.len(),
                    word(office.rank)
                )
            })
        });
        let offices: Vec<String> = offices.collect();
        format!("{} {}", one.party, offices.join(" "))
    };
    // Round, how many led, the highest rank; unknown where the round names nobody of the side.
    assert_table(
        history.heads.iter().map(line),
        "
        halcyon-union ? ? ? ? ? ? ? ? 9:1*secretary-general ?
        tarsund 0:1*minister 1:1*under-secretary 2:1*under-secretary 3:1*- ? 5:2*minister 7:2*minister 8:1*minister 9:1*head-of-government 10:1*minister
        velmora 0:1*minister 1:1*director 2:1*deputy-minister ? ? 5:2*minister 7:1*minister 8:1*under-secretary 9:1*under-secretary 10:1*under-secretary
        ",
    );
}

/// A line for each side and each of its people: who, on which side, and what is the same.
fn told(heads: &[HeadChange<'_>]) -> Vec<String> {
    let mut lines = Vec::new();
    for side in heads {
        lines.push(format!("{} {}", side.party, word(side.rank)));
        lines.extend(side.people.iter().map(person));
    }
    lines
}

fn person(change: &PersonChange<'_>) -> String {
    let id = |head: Option<&Head>| word(head.and_then(|head| head.person.as_ref()));
    let same = |known: Option<bool>| known.map_or("?", |same| if same { "same" } else { "other" });
    let action = word(change.action);
    format!(
        "{}>{} {action} {} {} {}",
        id(change.sides.before),
        id(change.sides.after),
        same(change.same_person),
        same(change.same_title),
        same(change.same_portfolio)
    )
}

#[track_caller]
fn assert_heads(before: u32, after: u32, table: &str) {
    let record = fictional();
    let series = Series::of(&record);
    assert_table(told(&pair(&series, before, after).meeting.heads), table);
}

#[test]
fn one_head_a_side() {
    // Action; person, title and portfolio.
    assert_heads(
        0,
        1,
        "
        tarsund down
        orvin-kaldresk>sella-vintermark kept other other same
        velmora down
        tamir-oulane>ysolde-perrach kept other other same
        ",
    );
    assert_heads(
        1,
        2,
        "
        tarsund equal
        sella-vintermark>sella-vintermark kept same same same
        velmora up
        ysolde-perrach>ysolde-perrach kept same other other
        ",
    );
    // Round 3 names nobody of the other side, and a rank that compares with none.
    assert_heads(
        2,
        3,
        "
        tarsund -
        sella-vintermark>sella-vintermark kept same same same
        velmora -
        ysolde-perrach>- - ? ? ?
        ",
    );
    // Round 4 says nothing of heads.
    assert_heads(
        3,
        4,
        "
        tarsund -
        sella-vintermark>- - ? ? ?
        ",
    );
}

#[test]
fn several_heads_a_side() {
    assert_heads(
        3,
        5,
        "
        tarsund -
        sella-vintermark>sella-vintermark kept same other same
        ->brano-eskil added ? ? ?
        velmora -
        ->tamir-oulane - ? ? ?
        ->nadir-colvane - ? ? ?
        ->ysolde-perrach - ? ? ?
        ",
    );
    assert_heads(
        5,
        7,
        "
        tarsund equal
        brano-eskil>brano-eskil kept same same same
        sella-vintermark>liv-harrow kept other other same
        velmora equal
        tamir-oulane>tamir-oulane kept same other same
        nadir-colvane>- removed ? ? ?
        ysolde-perrach>- removed ? ? ?
        ",
    );
    // Of two heads one left; where one followed one, they compare, whatever their portfolios.
    assert_heads(
        7,
        8,
        "
        tarsund equal
        liv-harrow>liv-harrow kept same same same
        brano-eskil>- removed ? ? ?
        velmora down
        tamir-oulane>doran-fenn kept other other other
        ",
    );
    assert_heads(
        8,
        9,
        "
        halcyon-union -
        ->mira-dostane - ? ? ?
        tarsund up
        liv-harrow>liv-harrow kept same other ?
        velmora equal
        doran-fenn>doran-fenn kept same same same
        ",
    );
}

#[test]
fn every_rank_change_occurs() {
    let record = fictional();
    let series = Series::of(&record);
    let pairs = [(0, 1), (1, 2)].map(|(before, after)| pair(&series, before, after));
    let sides = pairs.iter().flat_map(|pair| &pair.meeting.heads);
    let ranks: Vec<RankChange> = sides.filter_map(|side| side.rank).collect();
    assert!(RankChange::ALL.iter().all(|rank| ranks.contains(rank)));
}

#[test]
fn another_rank_or_portfolio_alone_is_a_change() {
    let changed = |one: &str, other: &str| {
        let head = |rest: &str| format!("heads: [{{party: a, person: x, {rest}}}]");
        let record = rounds("parties: {a: {}}", &[&head(one), &head(other)]);
        pair(&Series::of(&record), 1, 2).is_changed()
    };
    assert!(!changed("rank: director", "rank: director"));
    assert!(changed("rank: director", "rank: minister"));
    assert!(!changed("portfolio: trade", "portfolio: trade"));
    assert!(changed("portfolio: trade", "portfolio: health"));
}

/// Each person of one side as `before>after`, where each round names those given.
fn people(one: &[&str], other: &[&str]) -> Vec<String> {
    let heads = |all: &[&str]| {
        let heads: Vec<String> = all
            .iter()
            .map(|one| format!("{{party: a, {one}}}"))
            .collect();
        format!("heads: [{}]", heads.join(", "))
    };
    let record = rounds("parties: {a: {}}", &[&heads(one), &heads(other)]);
    let series = Series::of(&record);
    let people = &pair(&series, 1, 2).meeting.heads[0].people;
    let id = |head: Option<&Head>| word(head.and_then(|head| head.person.as_ref()));
    let side = |one: &PersonChange<'_>| format!("{}>{}", id(one.sides.before), id(one.sides.after));
    people.iter().map(side).collect()
}

#[test]
fn two_of_one_portfolio_are_compared_in_one_role_only() {
    let before = [
        "person: x, portfolio: trade",
        "person: y, portfolio: energy",
    ];
    let all = |last: &str| people(&before, &["person: p, portfolio: health", last]);
    assert_eq!(
        all("person: q, portfolio: space"),
        ["x>-", "y>-", "->p", "->q"]
    );
    assert_eq!(all("person: q, portfolio: trade"), ["x>q", "y>-", "->p"]);
    let part = "person: q, portfolio: trade, role: participant";
    assert_eq!(all(part), ["x>-", "y>-", "->p", "->q"]);
    assert_eq!(all("person: q"), ["x>-", "y>-", "->p", "->q"]);
}

#[test]
fn two_who_led_alone_are_compared_and_nobody_else() {
    let (x, y) = ("person: x", "person: y");
    let (p, q) = (
        "person: p, role: participant",
        "person: q, role: participant",
    );
    assert_eq!(people(&[x], &[y]), ["x>y"]);
    assert_eq!(people(&[p, x], &[q, y]), ["x>y", "p>-", "->q"]);
    assert_eq!(people(&[x], &[q, y]), ["x>y", "->q"]);
    assert_eq!(people(&[p], &[y]), ["p>-", "->y"]);
    // Two led on one side: which of them followed is not known.
    assert_eq!(people(&[x], &[y, "person: z"]), ["x>-", "->y", "->z"]);
    assert_eq!(people(&[y, "person: z"], &[x]), ["y>-", "z>-", "->x"]);
}

#[test]
fn titles_compare_in_a_language_that_both_have() {
    let same = |one: &str, other: &str| {
        let head = |title: &str| format!("heads: [{{party: a, person: x, title: {title}}}]");
        let record = rounds("parties: {a: {}}", &[&head(one), &head(other)]);
        pair(&Series::of(&record), 1, 2).meeting.heads[0].people[0].same_title
    };
    let both = "{en: Minister, ar: وزير}";
    assert_eq!(same(both, "{en: Minister}"), Some(true));
    assert_eq!(same("{ar: وزير}", both), Some(true));
    assert_eq!(same(both, "{en: Envoy}"), Some(false));
    assert_eq!(same(both, "{en: Envoy, ar: وزير}"), Some(true));
    assert_eq!(same("{ar: وزير}", "{en: Minister}"), None);
}
