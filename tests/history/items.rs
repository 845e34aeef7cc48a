//! Who is there when: presence, gaps, groups, overlaps.

use crate::record::{ROUNDS, assert_table, fictional, real, word};
use rapporteur::history::{History, ItemHistory};
use rapporteur::matching::Series;

/// `#` where a round names it, `.` where not, `?` where the round does not say.
fn presence(item: &ItemHistory) -> String {
    let mark = |named: Option<bool>| match named {
        Some(true) => '#',
        Some(false) => '.',
        None => '?',
    };
    item.named.iter().map(mark).collect()
}

/// `id presence absent-for gaps`, a gap as `after>until:rounds`.
fn told(items: &[ItemHistory]) -> Vec<String> {
    let line = |item: &ItemHistory| {
        let gaps = item
            .gaps
            .iter()
            .map(|gap| format!(" {}>{}:{}", gap.after, gap.until, gap.rounds));
        let gaps: String = gaps.collect();
        format!("{} {} {}{gaps}", item.id, presence(item), item.absent_for)
    };
    items.iter().map(line).collect()
}

#[test]
fn fictional_sectors() {
    let record = fictional();
    let history = History::of(&Series::of(&record), 10);
    // Rounds 0 1 2 3 4 5 7 8 9 10; round 4 does not state its sectors, round 0 had none.
    assert_table(
        told(&history.sectors),
        "
        aquaculture         ..#.?.....  6
        commerce            ....?...#.  1
        customs             ..#.?.....  6
        defence             ....?###..  2
        digital             .###?#.#..  2  5>8:1
        education           .#.#?....#  0  1>3:1 3>10:4
        energy              ...#?#..#.  1  5>9:2
        fisheries           .#..?....#  0  1>10:6
        health              ....?#....  4
        investment          .#..?#....  4  1>5:2
        offshore-wind       ....?#....  4
        ports               ....?..###  0
        rail                .##.?.....  6
        renewables          .##.?.##.#  0  2>7:2 8>10:1
        research            ....?.####  0
        road                .#..?.....  7
        solar               ....?..###  0
        trade               .###?###.#  0  8>10:1
        vocational-training ..#.?.....  6
        ",
    );
    let trade = history
        .sectors
        .iter()
        .find(|item| item.id.as_str() == "trade");
    let trade = trade.expect("trade is named");
    assert_eq!((trade.first, trade.last, trade.count()), (1, 10, 7));
    assert!(!trade.is_constant());
    assert_eq!(trade.named.positions(), [1, 2, 3, 5, 6, 7, 9]);
    let health = history
        .sectors
        .iter()
        .find(|item| item.id.as_str() == "health");
    let health = health.expect("health is named");
    assert_eq!(health.named.positions(), [5]);
    // What a failing test prints is what the rounds say, one by one.
    let told: Vec<Option<bool>> = trade.named.iter().collect();
    assert_eq!(format!("{:?}", trade.named), format!("{told:?}"));
}

#[test]
fn fictional_topics_programmes_and_bodies() {
    let record = fictional();
    let history = History::of(&Series::of(&record), 10);
    assert_table(
        told(&history.topics),
        "
        drought           ?#?.?.#...  3  1>7:2
        northern-strait   ?#?.?...##  0  1>9:4
        polar-observatory ?.?.?#....  4
        sea-routes        ?.?#?#...#  0  5>10:3
        ",
    );
    // Renamed in round 8, and passed over by the empty list of round 2.
    assert_table(
        told(&history.programmes),
        "ilvane-scholars ?#.????#?? 0 1>8:1",
    );
    assert_table(told(&history.bodies), "joint-committee ?##???#??# 0");
}

#[test]
fn fictional_rounds() {
    let record = fictional();
    let history = History::of(&Series::of(&record), 10);
    let line = |point: &rapporteur::history::RoundPoint<'_>| {
        let (sectors, gone) = (word(point.sectors), word(point.no_longer_listed));
        let host = word(point.host.as_ref());
        format!(
            "{} {host} {sectors} {} {} {gone}",
            point.number(),
            point.first_named,
            point.returning
        )
    };
    // Round, host, sectors: named, first named, returning, no longer listed.
    assert_table(
        history.rounds.iter().map(line),
        "
        0  tarsund        0  0  0  -
        1  velmora        8  8  0  0
        2  tarsund        7  3  0  4
        3  -              4  1  1  5
        4  velmora        -  0  0  -
        5  tarsund        7  3  1  -
        7  tarsund        4  1  1  5
        8  tarsund        7  2  1  0
        9  halcyon-union  5  1  1  4
        10 velmora        7  0  4  2
        ",
    );
    assert_eq!(history.missing, [6]);
    assert_eq!(history.position(7), Some(6));
    // Every gap ends with a return.
    let gaps: usize = history.sectors.iter().map(|item| item.gaps.len()).sum();
    let returns: usize = history.rounds.iter().map(|point| point.returning).sum();
    assert_eq!((gaps, returns), (9, 9));
}

#[test]
fn fictional_groups() {
    let record = fictional();
    let history = History::of(&Series::of(&record), 10);
    let line = |group: &rapporteur::history::GroupHistory| {
        let mark = |count: Option<usize>| count.map_or("?".to_owned(), |count| count.to_string());
        let counts: String = group.counts.iter().map(mark).collect();
        let members: Vec<&str> = group
            .members
            .iter()
            .map(rapporteur::model::id::Id::as_str)
            .collect();
        format!("{} {counts} {}", group.id, members.join(" "))
    };
    assert_table(
        history.groups.iter().map(line),
        "
        commerce  0221?21111  commerce customs investment trade
        defence   0000?11100  defence
        digital   0111?10100  digital
        education 0111?00001  education vocational-training
        energy    0111?21222  energy offshore-wind renewables solar
        health    0000?10000  health
        rail      0110?00000  rail
        research  0000?01111  research
        road      0100?00000  road
        sea       0110?00112  aquaculture fisheries ports
        ",
    );
    let sums: Vec<usize> = history.groups.iter().map(|one| one.counts.sum()).collect();
    assert_eq!(sums, [11, 3, 5, 4, 12, 1, 2, 4, 1, 6]);
}

#[test]
fn fictional_overlaps() {
    let record = fictional();
    let history = History::of(&Series::of(&record), 10);
    // Nine rounds state their sectors: 9 × 8 / 2 pairs.
    assert_eq!(history.overlaps.len(), 36);
    let pairs = [
        (0, 1),
        (1, 2),
        (2, 3),
        (3, 5),
        (5, 7),
        (7, 8),
        (8, 9),
        (9, 10),
        (10, 1),
        (8, 10),
    ];
    let share = |(one, other): (u32, u32)| {
        let overlap = history
            .overlap(one, other)
            .expect("both state their sectors");
        format!("{}/{}", overlap.shared, overlap.all)
    };
    assert_eq!(
        pairs.map(share),
        [
            "0/8", "4/11", "2/9", "3/8", "2/9", "4/7", "3/9", "3/9", "4/11", "5/9"
        ]
    );
    assert!(
        ROUNDS
            .iter()
            .all(|round| history.overlap(4, *round).is_none())
    );
}

#[test]
fn as_of_an_earlier_round_the_later_ones_are_not_known() {
    let record = fictional();
    let history = History::of(&Series::of(&record), 2);
    assert_table(
        told(&history.sectors),
        "
        aquaculture         ..#  0
        customs             ..#  0
        digital             .##  0
        education           .#.  1
        fisheries           .#.  1
        investment          .#.  1
        rail                .##  0
        renewables          .##  0
        road                .#.  1
        trade               .##  0
        vocational-training ..#  0
        ",
    );
    assert_eq!(history.missing, [0; 0]);
}

#[test]
fn the_real_record() {
    let record = real();
    let history = History::of(&Series::of(&record), 3);
    let share = |(one, other): (u32, u32)| {
        let overlap = history
            .overlap(one, other)
            .expect("both state their sectors");
        format!("{}/{}", overlap.shared, overlap.all)
    };
    assert_eq!(
        [(1, 2), (1, 3), (2, 3)].map(share),
        ["4/14", "6/16", "4/18"]
    );
    let (near, far) = (history.overlap(2, 3), history.overlap(1, 3));
    let order = near.zip(far).map(|(near, far)| near.by_share(far));
    assert_eq!(order, Some(std::cmp::Ordering::Less));
    assert_table(
        told(&history.sectors),
        "
        academic-programmes     ..#  0
        artificial-intelligence .#.  1
        aviation                ..#  0
        cinema                  .#.  1
        clean-energy            ##.  1
        critical-minerals       .#.  1
        culture                 ###  0
        digital-economy         #.#  0  1>3:1
        education               ###  0
        environment             .#.  1
        green-hydrogen          #..  2
        infrastructure          ..#  0
        investment              #.#  0  1>3:1
        logistics               ..#  0
        mining                  ..#  0
        research-innovation     #.#  0  1>3:1
        space                   .##  0
        technology              ..#  0
        trade                   ###  0
        training                #..  2
        ",
    );
    let line = |point: &rapporteur::history::RoundPoint<'_>| {
        let (sectors, gone) = (word(point.sectors), word(point.no_longer_listed));
        format!(
            "{} {sectors} {} {} {gone}",
            point.number(),
            point.first_named,
            point.returning
        )
    };
    assert_table(
        history.rounds.iter().map(line),
        "
        1   9  9  0  -
        2   9  5  0  5
        3  13  6  3  5
        ",
    );
}

#[test]
fn a_return_is_told_past_a_round_that_does_not_say() {
    let record = crate::record::rounds(
        "{}",
        &[
            "date: 2020\nsectors: [trade, space]",
            "date: 2021\nsectors: [trade]",
            "date: 2022",
            "date: 2023\nsectors: [trade, space]",
        ],
    );
    let history = History::of(&Series::of(&record), 4);
    assert_table(told(&history.sectors), "space #.?# 0 1>4:1\ntrade ##?# 0");
    let returning: Vec<usize> = history.rounds.iter().map(|point| point.returning).collect();
    assert_eq!(returning, [0, 0, 0, 1]);
}

#[test]
fn shares_compare_as_fractions() {
    use std::cmp::Ordering::{Equal, Greater, Less};

    let overlap = |shared, all| rapporteur::history::Overlap {
        one: 1,
        other: 2,
        shared,
        all,
    };
    for ((shared, all), (other, of), order) in [
        ((0, 9), (1, 9), Less),
        ((0, 1), (1, 9), Less),
        ((1, 2), (2, 4), Equal),
        ((2, 3), (3, 5), Greater),
        // Two empty agendas share nothing.
        ((0, 0), (0, 3), Equal),
        ((0, 0), (1, 3), Less),
    ] {
        let (one, two) = (overlap(shared, all), overlap(other, of));
        assert_eq!(one.by_share(&two), order, "{shared}/{all} {other}/{of}");
        assert_eq!(two.by_share(&one), order.reverse());
    }
}
