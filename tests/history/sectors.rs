//! The classes of sectors, pair by pair.

use crate::record::{assert_table, fictional, numbered, pair, rounds};
use rapporteur::compare::{Action, Class, ItemChange};
use rapporteur::matching::Series;
use rapporteur::model::term::Term;

/// `id class`, with `= id` for the other end of a pair, `< id` for what it is under, and
/// `! id` for the pair that it would have made, had it not been resumed.
fn told(change: &ItemChange<'_>) -> String {
    let part = |sign: &str, id: &Option<rapporteur::model::id::Id>| {
        id.as_ref()
            .map_or_else(String::new, |id| format!(" {sign} {id}"))
    };
    let (with, under) = (part("=", &change.with), part("<", &change.under));
    let aside = part("!", &change.set_aside);
    format!("{} {}{with}{under}{aside}", change.id, change.class)
}

#[track_caller]
fn assert_sectors(before: u32, after: u32, table: &str) {
    let record = fictional();
    let series = Series::of(&record);
    let comparison = pair(&series, before, after);
    assert_table(comparison.sectors.changes.iter().map(told), table);
}

#[test]
fn from_none_all_is_new() {
    assert_sectors(
        0,
        1,
        "
        digital    new
        education  new
        fisheries  new
        investment new
        rail       new
        renewables new
        road       new
        trade      new
        ",
    );
    assert_sectors(
        1,
        0,
        // The list of round 0 is empty, and its coverage partial.
        "
        digital    not-mentioned
        education  not-mentioned
        fisheries  not-mentioned
        investment not-mentioned
        rail       not-mentioned
        renewables not-mentioned
        road       not-mentioned
        trade      not-mentioned
        ",
    );
}

#[test]
fn neighbours() {
    assert_sectors(
        1,
        2,
        "
        aquaculture         reframed = fisheries
        customs             specified < trade
        digital             continued
        education           narrowed = vocational-training
        fisheries           reframed = aquaculture
        investment          dropped
        rail                continued
        renewables          reworded
        road                dropped
        trade               continued
        vocational-training narrowed = education
        ",
    );
    assert_sectors(
        2,
        3,
        "
        aquaculture         not-mentioned
        customs             absorbed < trade
        digital             continued
        education           resumed ! vocational-training
        energy              broadened = renewables
        rail                not-mentioned
        renewables          broadened = energy
        trade               continued
        vocational-training absorbed < education
        ",
    );
    // Of the two pairs that renewables might have made, as near, the titles with energy are more
    // alike. A mere spelling is no rewording, a shorter heading is.
    assert_sectors(
        5,
        7,
        "
        defence       continued
        digital       not-mentioned
        energy        not-mentioned
        health        not-mentioned
        investment    not-mentioned
        offshore-wind absorbed < renewables
        renewables    resumed ! energy
        research      new
        trade         reworded
        ",
    );
    assert_sectors(
        7,
        8,
        "
        defence    continued
        digital    resumed
        ports      new
        renewables continued
        research   continued
        solar      specified < renewables
        trade      continued
        ",
    );
    // Solar is kept, so that renewables, which is over it, makes no pair.
    assert_sectors(
        8,
        9,
        "
        commerce   broadened = trade
        defence    not-mentioned
        digital    not-mentioned
        energy     resumed
        ports      continued
        renewables absorbed < energy
        research   continued
        solar      continued
        trade      broadened = commerce
        ",
    );
    assert_sectors(
        9,
        10,
        "
        commerce   dropped
        education  resumed
        energy     dropped
        fisheries  resumed
        ports      continued
        renewables resumed
        research   continued
        solar      continued
        trade      resumed ! commerce
        ",
    );
}

#[test]
fn past_a_round_that_does_not_say() {
    assert_sectors(
        3,
        5,
        "
        defence       new
        digital       continued
        education     dropped
        energy        continued
        health        new
        investment    resumed
        offshore-wind specified < energy
        trade         continued
        ",
    );
    assert_sectors(3, 4, "");
    assert_sectors(4, 5, "");
    let record = fictional();
    let series = Series::of(&record);
    let sectors = pair(&series, 3, 4).sectors;
    assert_eq!((sectors.stated.before, sectors.stated.after), (true, false));
}

#[test]
fn far_apart() {
    assert_sectors(
        1,
        10,
        "
        digital    dropped
        education  continued
        fisheries  continued
        investment dropped
        ports      new
        rail       dropped
        renewables continued
        research   new
        road       dropped
        solar      specified < renewables
        trade      continued
        ",
    );
    let record = fictional();
    let series = Series::of(&record);
    let far = pair(&series, 1, 10);
    assert_eq!(far.between, [2, 3, 4, 5, 7, 8, 9]);
    let ports = far
        .sectors
        .changes
        .iter()
        .find(|one| one.id.as_str() == "ports");
    let seen = &ports.expect("ports are new").seen;
    assert_eq!(
        (seen.first, seen.last, seen.certain),
        (Some(8), Some(9), false)
    );
    assert_eq!(seen.rounds, [8, 9, 10]);
}

#[test]
fn reversed() {
    assert_sectors(
        3,
        2,
        "
        aquaculture         new
        customs             specified < trade
        digital             continued
        education           dropped
        energy              narrowed = renewables
        rail                new
        renewables          narrowed = energy
        trade               continued
        vocational-training specified < education
        ",
    );
    assert_sectors(
        2,
        1,
        "
        aquaculture         reframed = fisheries
        customs             absorbed < trade
        digital             continued
        education           broadened = vocational-training
        fisheries           reframed = aquaculture
        investment          new
        rail                continued
        renewables          reworded
        road                new
        trade               continued
        vocational-training broadened = education
        ",
    );
}

#[test]
fn a_round_with_itself_has_no_change() {
    let record = fictional();
    let series = Series::of(&record);
    for round in crate::record::ROUNDS {
        let comparison = pair(&series, round, round);
        assert!(!comparison.is_changed(), "round {round}");
        let kept =
            |one: &ItemChange<'_>| one.class == Class::Continued && one.action == Action::Kept;
        assert!(comparison.sectors.changes.iter().all(kept), "round {round}");
    }
}

#[test]
fn salience_rises() {
    let record = fictional();
    let series = Series::of(&record);
    let line = |change: &ItemChange<'_>| {
        let sides = change.salience?;
        Some(format!("{} {} {}", change.id, sides.before, sides.after))
    };
    let told = |before, after| {
        pair(&series, before, after)
            .sectors
            .changes
            .iter()
            .filter_map(line)
            .collect::<Vec<_>>()
    };
    assert_table(told(2, 3), "digital passing central");
    assert_table(told(3, 2), "digital central passing");
    assert_table(told(3, 5), "digital central listed");
    assert_table(told(8, 9), "ports listed central");
    // Round 10 does not say how central they were.
    assert_table(told(9, 10), "");
}

#[test]
fn every_class_occurs() {
    let record = fictional();
    let series = Series::of(&record);
    let pairs = [(1, 2), (2, 3), (3, 5)].map(|(before, after)| pair(&series, before, after));
    let changes = pairs.iter().flat_map(|pair| &pair.sectors.changes);
    let classes: Vec<Class> = changes.map(|change| change.class).collect();
    let unseen: Vec<&Class> = Class::ALL
        .iter()
        .filter(|class| !classes.contains(class))
        .collect();
    assert_eq!(unseen, [&Class::Dropped; 0]);
}

#[test]
fn topics_programmes_and_bodies() {
    let record = fictional();
    let series = Series::of(&record);
    let one = pair(&series, 1, 3);
    assert_table(
        one.topics.changes.iter().map(told),
        "
        drought         not-mentioned
        northern-strait broadened = sea-routes
        sea-routes      broadened = northern-strait
        ",
    );
    assert!(!one.programmes.stated.after && one.programmes.changes.is_empty());
    let two = pair(&series, 1, 2);
    assert_table(
        two.programmes.changes.iter().map(told),
        "ilvane-scholars dropped",
    );
    assert_table(
        two.bodies.changes.iter().map(told),
        "joint-committee continued",
    );
    let five = pair(&series, 5, 7);
    assert_table(
        five.topics.changes.iter().map(told),
        "
        drought           resumed
        polar-observatory not-mentioned
        sea-routes        not-mentioned
        ",
    );
    // None of round 7's topics, in a list that is known to be empty and not to be complete.
    assert_table(
        pair(&series, 7, 8).topics.changes.iter().map(told),
        "drought not-mentioned",
    );
}

#[test]
fn first_time_is_certain_only_where_all_before_is_known_and_whole() {
    let certain = |texts: &[&str], after: u32| {
        let record = rounds("{}", texts);
        let series = Series::of(&record);
        let sectors = pair(&series, after - 1, after).sectors;
        let space = sectors
            .changes
            .iter()
            .find(|one| one.id.as_str() == "space");
        space.expect("space is new").seen.certain
    };
    let whole = "coverage: complete\nsectors: [trade]";
    let part = "sectors: [trade]";
    let space = "sectors: [space]";
    assert!(certain(&[whole, space], 2));
    assert!(certain(&[whole, whole, space], 3));
    assert!(!certain(&[part, space], 2));
    assert!(!certain(&[part, whole, space], 3));
    assert!(!certain(&["coverage: complete", whole, space], 3));
}

#[test]
fn a_round_that_nobody_has_leaves_open_what_is_first() {
    let whole = "coverage: complete\nsectors: [trade]";
    let space = "coverage: complete\nsectors: [space]";
    let certain = |dialogue: &str, texts: &[(u32, &str)]| {
        let record = numbered(dialogue, texts);
        let series = Series::of(&record);
        let sectors = pair(&series, texts[0].0, texts[texts.len() - 1].0).sectors;
        let mut changes = sectors.changes.iter();
        let space = changes.find(|one| one.id.as_str() == "space");
        space.expect("space is new").seen.certain
    };
    assert!(certain("{}", &[(1, whole), (2, space)]));
    assert!(!certain("{}", &[(1, whole), (3, space)]));
    assert!(!certain("missing: [2]", &[(1, whole), (3, space)]));
    // A round that is missing later changes nothing.
    assert!(certain("missing: [5]", &[(1, whole), (2, space)]));
    assert!(!certain("{}", &[(2, whole), (3, space)]));
}
