//! The laws of merging, on rounds made from seeds and edited on two branches.

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use common::generate::{File, Plan, Record};
use common::random::Random;
use common::read;
use proptest::prelude::*;
use rapporteur::diagnostic::Severity;
use rapporteur::merge::{Marks, Versions, merge};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The lists whose items may say more than they do.
const LISTS: [&str; 6] = [
    "sectors",
    "topics",
    "programmes",
    "bodies",
    "agreements",
    "commitments",
];

/// One file on three branches, and what must come of it.
#[derive(Default)]
struct Edits {
    base: String,
    ours: String,
    theirs: String,
    /// Lines that must be in the result, each once.
    kept: BTreeSet<String>,
    /// Comments of items that stay, in their order; none where a side put them in another.
    order: Option<Vec<String>>,
    /// Words that must not be in the result.
    gone: Vec<String>,
    /// How many facts both sides gave, each in its own way.
    fights: usize,
}

/// An item on three branches.
#[derive(Clone)]
struct Item {
    base: Option<String>,
    ours: Option<String>,
    theirs: Option<String>,
}

fn edits(file: &File, seed: u64, fighting: bool) -> Edits {
    let mut random = Random::of(&[seed]);
    let mut edits = Edits {
        order: Some(Vec::new()),
        ..Edits::default()
    };
    for text in [&mut edits.base, &mut edits.ours, &mut edits.theirs] {
        text.push_str(&file.head);
    }
    for section in &file.sections {
        let key = section.key;
        let mut items = Vec::new();
        for (nth, item) in section.items.iter().enumerate() {
            let name = format!("{key} {nth}");
            let text = commented(item, &name, &mut random);
            let first = nth == 0;
            items.push(edited(
                &text,
                &name,
                (key, first),
                fighting,
                &mut random,
                &mut edits,
            ));
        }
        if section.items.iter().any(|item| is_listed(key, item)) {
            add(key, &mut items, &mut random, &mut edits);
        }
        let mut versions = [Vec::new(), Vec::new(), Vec::new()];
        for item in items {
            let Item { base, ours, theirs } = item;
            for (list, text) in versions.iter_mut().zip([base, ours, theirs]) {
                list.extend(text);
            }
        }
        if random.chance(20) {
            let side = 1 + random.below(2);
            random.shuffle(&mut versions[side]);
            edits.order = None;
        }
        let texts = [&mut edits.base, &mut edits.ours, &mut edits.theirs];
        for (text, items) in texts.into_iter().zip(versions) {
            let none = if items.is_empty() { " []" } else { "" };
            let _ = write!(text, "\n# of {key}\n{key}:{none} # here {key}\n");
            text.push_str(&items.concat());
        }
        let own = [format!("# of {key}"), format!("{key}: # here {key}")];
        edits
            .kept
            .extend(own.into_iter().filter(|_| !section.items.is_empty()));
    }
    edits
}

/// Whether an item is one of a list, and may say more than it does.
fn is_listed(key: &str, item: &str) -> bool {
    LISTS.contains(&key) && item.lines().any(|line| line.starts_with("  - "))
}

/// An item with comments of its own.
fn commented(item: &str, name: &str, random: &mut Random) -> String {
    let mut text = item.to_owned();
    if random.chance(40) {
        text = format!("  # above {name}.\n{text}");
    }
    if random.chance(30) {
        text = format!("{} # behind {name}.\n", text.trim_end());
    }
    text
}

/// What the two sides make of an item.
fn edited(
    text: &str,
    name: &str,
    (key, first): (&str, bool),
    fighting: bool,
    random: &mut Random,
    edits: &mut Edits,
) -> Item {
    let same = || Some(text.to_owned());
    let mut item = Item {
        base: same(),
        ours: same(),
        theirs: same(),
    };
    let comments = || {
        text.lines()
            .filter(|line| line.contains('#'))
            .map(str::to_owned)
    };
    let lot = random.below(8);
    if !first && lot < 2 {
        item.ours = None;
        if lot == 0 {
            item.theirs = None;
        }
        edits
            .gone
            .extend(comments().filter_map(|line| line.split('#').nth(1).map(str::to_owned)));
    } else {
        if let Some(order) = &mut edits.order {
            order.extend(comments().filter(|line| line.starts_with("  #")));
        }
        edits
            .kept
            .extend(comments().filter(|line| line.starts_with("  #")));
        let known = is_listed(key, text) && !text.contains("note:");
        let note = format!("    note: of {name}.");
        match lot {
            2 if known => {
                item.ours = Some(longer(text, &note));
                edits.kept.insert(note);
            }
            3 if known => {
                item.ours = Some(longer(text, &note));
                item.theirs = Some(longer(text, &format!("    claims: [] # {name}.")));
                edits
                    .kept
                    .extend([note, format!("    claims: [] # {name}.")]);
            }
            4 if known => {
                item.ours = Some(longer(text, &note));
                item.theirs = item.ours.clone();
                edits.kept.insert(note);
            }
            5 if known && fighting => {
                item.ours = Some(longer(text, &note));
                item.theirs = Some(longer(text, &format!("{note}.")));
                edits.kept.extend([format!("{note}."), note]);
                edits.fights += 1;
            }
            _ => {}
        }
    }
    if random.chance(50) {
        std::mem::swap(&mut item.ours, &mut item.theirs);
    }
    item
}

/// An item in its long form, with one more line.
fn longer(item: &str, line: &str) -> String {
    let mut text = item.to_owned();
    let dash = text
        .lines()
        .find(|line| line.starts_with("  - "))
        .expect("an item has a dash");
    if !dash.split('#').next().unwrap_or_default().contains(": ") {
        text = text.replacen("  - ", "  - id: ", 1);
    }
    format!("{text}{line}\n")
}

/// Adds items that one side or both name for the first time.
fn add(key: &str, items: &mut Vec<Item>, random: &mut Random, edits: &mut Edits) {
    for nth in 0..random.below(4) {
        let side = random.below(3);
        let id = format!("{key}-new-{nth}-{side}");
        let text = format!("  # new {id}.\n  - {{id: {id}, note: added by {side}}}\n");
        edits.kept.extend(text.lines().map(str::to_owned));
        let place = random.below(items.len()) + 1;
        let of = |which| (side == which || side == 2).then(|| text.clone());
        items.insert(
            place,
            Item {
                base: None,
                ours: of(0),
                theirs: of(1),
            },
        );
    }
}

/// The faults of a file that are errors.
fn errors(name: &str, text: &str) -> BTreeSet<String> {
    let reading = read([(name, text)]);
    let errors = reading
        .found
        .iter()
        .filter(|one| one.severity() == Severity::Error);
    errors
        .map(|one| format!("{} {}", one.code.name(), one.message))
        .collect()
}

fn holds(file: &File, seed: u64, fighting: bool) -> Result<(), TestCaseError> {
    let edits = edits(file, seed, fighting);
    let (base, ours, theirs) = (&*edits.base, &*edits.ours, &*edits.theirs);
    let all = format!("\n== base\n{base}\n== ours\n{ours}\n== theirs\n{theirs}");
    let one = merge(Versions { base, ours, theirs }, &Marks::default());
    let other = merge(
        Versions {
            base,
            ours: theirs,
            theirs: ours,
        },
        &Marks::default(),
    );
    let (Ok(one), Ok(other)) = (&one, &other) else {
        return Err(TestCaseError::fail(format!("{one:?}{all}")));
    };
    let all = format!("{all}\n== merged\n{}", one.text);
    prop_assert_eq!(one.conflicts, edits.fights, "{}", all);
    prop_assert_eq!(other.conflicts, edits.fights, "swapped{}", all);
    if edits.fights == 0 {
        prop_assert_eq!(&one.text, &other.text, "swapped{}", all);
        let may = [base, ours, theirs]
            .map(|text| errors(&file.name, text))
            .concat_all();
        let new: Vec<_> = errors(&file.name, &one.text)
            .difference(&may)
            .cloned()
            .collect();
        prop_assert!(new.is_empty(), "{:?}{}", new, all);
    }
    for line in &edits.kept {
        let count = one.text.lines().filter(|one| one == line).count();
        prop_assert_eq!(count, 1, "`{}`{}", line, all);
    }
    for words in &edits.gone {
        prop_assert!(!one.text.contains(words.as_str()), "`{}`{}", words, all);
    }
    if let Some(order) = &edits.order {
        let lines = one
            .text
            .lines()
            .filter(|line| line.starts_with("  # above"));
        prop_assert_eq!(&lines.collect::<Vec<_>>(), order, "{}", all);
    }
    Ok(())
}

/// A text with some of its lines gone, doubled, moved or changed.
fn shaken(text: &str, random: &mut Random) -> String {
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    for _ in 0..=random.below(3) {
        let at = random.below(lines.len());
        let to = random.below(lines.len());
        match random.below(6) {
            0 => drop(lines.remove(at)),
            1 => lines.insert(to, lines[at].clone()),
            2 => lines.swap(at, to),
            3 => lines.insert(to, "# why\n".to_owned()),
            4 => lines[at] = lines[at].replacen("source", "note", 1),
            _ => lines[at] = lines[at].replacen("id: ", "id: x-", 1),
        }
    }
    lines.concat()
}

trait ConcatAll {
    fn concat_all(self) -> BTreeSet<String>;
}

impl ConcatAll for [BTreeSet<String>; 3] {
    fn concat_all(self) -> BTreeSet<String> {
        self.into_iter().flatten().collect()
    }
}

fn plans() -> impl Strategy<Value = Plan> {
    (any::<u64>(), 1..8_usize, 0..30_usize).prop_map(|(seed, items, shares)| Plan {
        seed,
        items,
        rounds: 2,
        changed: shares,
        retitled: shares,
        removed: shares,
        absent: 10,
        empty: 10,
        ..Plan::default()
    })
}

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 24,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn edits_of_different_facts_are_all_in_the_result(plan in plans(), seed in any::<u64>()) {
        for file in Record::of(&plan).files {
            holds(&file, seed, false)?;
        }
    }

    #[test]
    fn a_fact_given_in_two_ways_is_a_conflict_alone(plan in plans(), seed in any::<u64>()) {
        for file in Record::of(&plan).files {
            holds(&file, seed, true)?;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..config() })]

    #[test]
    fn whatever_is_done_to_lines_the_sides_can_be_swapped(seed in any::<u64>(), nth in 0..4_usize) {
        let mut random = Random::of(&[seed]);
        let name = ["rounds/oman-us/1.yaml", "rounds/oman-us/3.yaml", "rounds/taxonomy.yaml", "src/load/tests/round.yaml"][nth];
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        let base = std::fs::read_to_string(path).expect("the file is there");
        let [ours, theirs] = [0, 1].map(|_| shaken(&base, &mut random));
        let one = merge(Versions { base: &*base, ours: &*ours, theirs: &*theirs }, &Marks::default());
        let other = merge(Versions { base: &*base, ours: &*theirs, theirs: &*ours }, &Marks::default());
        match (one, other) {
            (Ok(one), Ok(other)) => {
                prop_assert_eq!(one.conflicts, other.conflicts);
                if one.conflicts == 0 {
                    prop_assert_eq!(&one.text, &other.text, "\n== ours\n{}\n== theirs\n{}", ours, theirs);
                    let unread = |text: &str| {
                        let codes = read([("1.yaml", text)]).codes();
                        codes.contains(&"yaml") || codes.contains(&"duplicate-key")
                    };
                    let faulty = [&base, &ours, &theirs].into_iter().any(|text| unread(text));
                    prop_assert!(faulty || !unread(&one.text), "{}", one.text);
                }
            }
            (Err(_), Err(_)) => {}
            (one, other) => prop_assert!(false, "{one:?}\n{other:?}"),
        }
    }
}
