//! Drafts of texts whose facts are known, with the figures of how many are found.

use rapporteur::draft::{Asked, Drafted, Known, page, read};
use rapporteur::load::load;
use rapporteur::source::Source;
use rapporteur::span::Files;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// The names of the real record, without those that only its rounds know.
fn known() -> Known {
    let dialogues = Source::folder("rounds")
        .dialogues()
        .expect("the record is there");
    let (mut files, mut found) = (Files::default(), Vec::new());
    let texts = dialogues[0]
        .read(&mut files, &mut found)
        .expect("its files can be read");
    let mut record = load(&files, &texts, &mut found);
    record.rounds.clear();
    Known::of(&record)
}

/// The facts of a draft, one a line.
fn facts(drafted: &Drafted) -> BTreeSet<String> {
    let mut facts = BTreeSet::new();
    facts.extend(
        drafted
            .dates
            .iter()
            .map(|one| format!("date {}", one.value)),
    );
    facts.extend(
        drafted
            .sectors
            .iter()
            .map(|one| format!("sector {}", one.value.id)),
    );
    facts.extend(drafted.amounts.iter().map(|one| {
        format!(
            "sum {} {}",
            one.value.amount,
            one.value.currency.unwrap_or("?")
        )
    }));
    facts.extend(drafted.agreements.iter().map(|one| {
        let deed = &one.value;
        let kind = deed.kind.map(|kind| kind.to_string());
        let name = deed.id.as_ref().map(ToString::to_string).or(kind);
        format!("agreement {} {}", name.unwrap_or_default(), deed.act)
    }));
    facts
}

/// Prints and holds the figures of sectors; all other facts must be right.
fn hold(name: &str, pairs: &[(BTreeSet<String>, BTreeSet<String>)]) {
    let sectors = |facts: &BTreeSet<String>| -> BTreeSet<String> {
        facts
            .iter()
            .filter(|one| one.starts_with("sector "))
            .cloned()
            .collect()
    };
    let (mut right, mut expected, mut found) = (0, 0, 0);
    for (want, have) in pairs {
        let (wanted, had) = (sectors(want), sectors(have));
        right += wanted.intersection(&had).count();
        expected += wanted.len();
        found += had.len();
        let rest = |all: &BTreeSet<String>| -> Vec<String> {
            all.iter()
                .filter(|one| !one.starts_with("sector "))
                .cloned()
                .collect()
        };
        assert_eq!(
            rest(have),
            rest(want),
            "{name}: wanted {want:?}, found {have:?}"
        );
    }
    println!("{name}: sectors: recall {right} of {expected}, precision {right} of {found}");
    assert!(
        right * 100 >= expected * 95 && right * 100 >= found * 90,
        "{pairs:#?}"
    );
}

fn set(facts: &str) -> BTreeSet<String> {
    facts.lines().map(str::to_owned).collect()
}

#[test]
fn our_own_texts_are_read_right() {
    let known = known();
    let mut names: Vec<PathBuf> = std::fs::read_dir("tests/draft")
        .expect("the folder is there")
        .map(|entry| entry.expect("it can be read").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    names.sort();
    assert!(names.len() >= 10);
    let pairs: Vec<_> = names
        .iter()
        .map(|path| {
            let text = std::fs::read_to_string(path).expect("the text is there");
            let expected = path.with_extension("expected");
            let expected = std::fs::read_to_string(expected).expect("its facts are there");
            (
                set(&expected),
                facts(&read(&text, &known, &Asked::default())),
            )
        })
        .collect();
    hold("own texts", &pairs);
}

#[test]
fn the_article_is_read_right() {
    let folder = std::env::var_os("RAPPORTEUR_TEST_DATA").map(PathBuf::from);
    let path = folder.map(|folder| folder.join("../seeds/article-2026-02-02.ar.txt"));
    let Some(text) = path.and_then(|path| std::fs::read_to_string(path).ok()) else {
        println!("skipped: RAPPORTEUR_TEST_DATA names no folder beside the article");
        return;
    };
    let known = known();
    let rounds = [
        (
            1,
            "trade investment digital-economy clean-energy green-hydrogen education culture research-innovation training",
            "date 2023-02-23\nagreement free-trade-agreement referenced\nagreement memorandum-of-understanding signed",
        ),
        (
            2,
            "trade clean-energy critical-minerals environment education culture artificial-intelligence space cinema",
            "date 2024-04\ndate 2025\nsum 500000000 USD\nagreement free-trade-agreement reaffirmed\nagreement memorandum-of-understanding discussed",
        ),
        (
            3,
            "trade investment digital-economy technology space mining logistics aviation infrastructure education culture academic-programmes research-innovation",
            "date 2026-01-25\nagreement free-trade-agreement discussed\nagreement accession announced\nagreement statement-of-cooperation signed\nagreement memorandum-of-understanding signed",
        ),
    ];
    let mut pairs = Vec::new();
    for (round, sectors, rest) in rounds {
        let asked = Asked {
            round: Some(round),
            lines: None,
        };
        let mut want = set(rest);
        want.extend(sectors.split(' ').map(|one| format!("sector {one}")));
        pairs.push((want, facts(&read(&text, &known, &asked))));
    }
    hold("the article", &pairs);
    let whole = Asked {
        round: Some(3),
        lines: Some(1..=99),
    };
    let dates = read(&text, &known, &whole).dates;
    let dates: Vec<&str> = dates.iter().map(|one| one.value.as_str()).collect();
    assert_eq!(
        dates,
        [
            "2026-02-02",
            "2026-01-25",
            "2023-02-23",
            "2024-04",
            "2025",
            "1833-04",
            "1980",
            "2015"
        ]
    );
}

#[test]
fn odd_texts_end_in_a_draft() {
    let known = known();
    let many = "signed an agreement on trade in May 2026, USD 5 ".repeat(500);
    for text in [
        "",
        "\u{0}\u{1b}[31m\u{202e}",
        "\n\n",
        "والل لل و ال",
        "500m 5. ,5 12/",
        &many,
    ] {
        let drafted = read(text, &known, &Asked::default());
        assert!(page(&drafted, None).contains("round: 0"));
    }
}
