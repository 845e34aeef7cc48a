//! What `report --all` keeps for its next run: whatever happens to a record or its reports between
//! two runs, the second leaves what a first one would have made.

use super::common::generate::{Plan, Record};
use super::common::random::Random;
use super::{copy, files, run, stdout, text};
use std::path::{Path, PathBuf};

/// A record of eleven short rounds, which is enough for a run to keep what it made.
fn long() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    let rounds = folder.path().join("rounds/long");
    std::fs::create_dir_all(&rounds).expect("a folder can be made");
    for number in 1..=11 {
        let text = format!(
            "round: {number}\ndate: {}\nsectors: [trade]\n",
            1990 + number
        );
        std::fs::write(rounds.join(format!("{number}.yaml")), text).expect("it can be written");
    }
    let source = "title: Long Dialogue\n";
    std::fs::write(rounds.join("dialogue.yaml"), source).expect("it can be written");
    folder
}

/// The pages of a record, without what is kept of them.
fn pages(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut pages = files(&folder.join("reports"));
    pages.retain(|(path, _)| !path.components().any(|part| part.as_os_str() == ".kept"));
    pages
}

/// What a run on the same record makes that finds nothing kept.
fn anew(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let other = tempfile::tempdir().expect("there is a place for temporary files");
    for name in ["rounds", "rapporteur.toml"] {
        let from = folder.join(name);
        if from.is_dir() {
            copy(&from, &other.path().join(name));
        } else if from.is_file() {
            std::fs::copy(&from, other.path().join(name)).expect("it can be copied");
        }
    }
    stdout(other.path(), &["report", "--all"]);
    let strip = |(path, bytes): (PathBuf, Vec<u8>)| {
        let path = path.strip_prefix(other.path()).expect("it is inside");
        (folder.join(path), bytes)
    };
    pages(other.path()).into_iter().map(strip).collect()
}

#[test]
fn what_an_earlier_run_made_is_believed_only_where_nothing_changed() {
    let record = long();
    let at = |path: &str| record.path().join(path);
    let write = |path: &str, text: &str| std::fs::write(at(path), text).expect("can be written");
    let check = |exit: i32, why: &str| {
        let output = run(record.path(), &["report", "--check"]);
        let said = text(&output.stdout);
        assert_eq!(output.status.code(), Some(exit), "{why}: {said}");
        said
    };
    let renew = |why: &str| {
        stdout(record.path(), &["report", "--all"]);
        check(0, why);
        assert!(pages(record.path()) == anew(record.path()), "{why}");
    };
    renew("the first run");
    let kept = at("reports/.kept/pages");
    assert!(kept.is_file(), "the pages are kept");
    let first = std::fs::read(&kept).expect("it can be read");
    let output = run(record.path(), &["report", "--all"]);
    let said = text(&output.stderr);
    assert_eq!(said, "every report is as it should be; nothing to write\n");

    write(
        "rounds/long/7.yaml",
        "round: 7\ndate: 1997\nsectors: [trade, space]\n",
    );
    assert!(check(1, "an edited round").contains("stale: reports/long/7.en.md"));
    renew("an edited round");
    write(
        "rounds/long/7.yaml",
        "round: 7\ndate: 1997\nsectors: [trade]\n",
    );
    renew("the round as it was");
    assert_eq!(std::fs::read(&kept).expect("it can be read"), first);

    write("reports/long/3.en.md", "edited");
    assert_eq!(
        check(1, "an edited report"),
        "stale: reports/long/3.en.md\n"
    );
    renew("an edited report");
    std::fs::remove_file(at("reports/long/3.en.md")).expect("it can be removed");
    assert_eq!(check(1, "a lost report"), "missing: reports/long/3.en.md\n");
    renew("a lost report");
    let unfinished = at("reports/long/.rapporteur-killed");
    std::fs::write(&unfinished, "of a killed run").expect("can be written");
    stdout(record.path(), &["report", "--all"]);
    assert!(
        !unfinished.exists(),
        "a run with nothing to write clears too"
    );
    write("reports/long/99.en.md", "of no round");
    let said = check(1, "a report of no round");
    assert_eq!(said, "of no round: reports/long/99.en.md\n");
    std::fs::remove_file(at("reports/long/99.en.md")).expect("it can be removed");

    std::fs::remove_file(at("rounds/long/11.yaml")).expect("it can be removed");
    let said = check(1, "a lost round");
    assert!(
        said.contains("of no round: reports/long/11.en.md"),
        "{said}"
    );
    let last = "round: 11\ndate: 2001\nsectors: [trade]\n";
    write("rounds/long/11.yaml", last);
    check(0, "the round is back");

    write(
        "rapporteur.toml",
        "[branding]\ntitle = {en = \"The Ministry\"}\n",
    );
    check(1, "a publisher's name");
    renew("a publisher's name");
    write("rounds/long/notes.txt", "beside the rounds");
    let output = run(record.path(), &["report", "--all"]);
    assert!(
        text(&output.stderr).contains("unexpected-file"),
        "a message stays a message"
    );
    std::fs::remove_file(at("rounds/long/notes.txt")).expect("it can be removed");

    for nonsense in [
        "",
        "rapporteur pages 2\n",
        "rapporteur pages 1\n",
        "\u{0}\n\n\n",
    ] {
        write("reports/.kept/pages", nonsense);
        assert_eq!(check(0, "what is kept is nonsense"), "");
    }
    std::fs::remove_dir_all(at("reports/.kept")).expect("it can be removed");
    write("reports/.kept", "a file in the place of the folder");
    std::fs::remove_file(at("reports/long/3.en.md")).expect("it can be removed");
    stdout(record.path(), &["report", "--all"]);
    check(0, "nothing can be kept");
}

#[test]
fn what_is_kept_and_cut_off_is_not_believed() {
    let record = long();
    stdout(record.path(), &["report", "--all"]);
    let kept = record.path().join("reports/.kept/pages");
    let whole = std::fs::read_to_string(&kept).expect("it can be read");
    let page = record.path().join("reports/long/5.en.md");
    std::fs::remove_file(page).expect("it can be removed");
    let lines: Vec<&str> = whole.lines().collect();
    for part in [2, 3, lines.len() - 1] {
        let part = format!("{}\n", lines[..part].join("\n"));
        std::fs::write(&kept, part).expect("it can be written");
        let output = run(record.path(), &["report", "--check"]);
        let said = text(&output.stdout);
        assert_eq!(said, "missing: reports/long/5.en.md\n");
    }
}

/// A record whose items come, go, change and are renamed, of enough rounds that a run keeps what it
/// made.
fn eventful(seed: u64) -> Record {
    Record::of(&Plan {
        seed,
        rounds: 11,
        items: 3,
        changed: 20,
        retitled: 20,
        removed: 25,
        renamed: 15,
        complete: 50,
        absent: 10,
        ..Plan::default()
    })
}

/// The record with something in it changed, and what that was.
fn edited(record: &Record, random: &mut Random) -> (Record, String) {
    let mut other = record.clone();
    let at = random.below(other.files.len());
    let file = &mut other.files[at];
    let name = file.name.clone();
    match random.below(4) {
        0 => {
            let numbers = record.numbers();
            let gone = numbers[random.below(numbers.len())];
            let left: Vec<u32> = numbers.into_iter().filter(|one| *one != gone).collect();
            (record.only(&left), format!("round {gone} taken away"))
        }
        1 => {
            for section in &mut file.sections {
                random.shuffle(&mut section.items);
            }
            (other, format!("the items of {name} in another order"))
        }
        2 => {
            file.head.push_str("# a remark\n");
            (other, format!("a remark in {name}"))
        }
        _ => {
            let full = file.sections.iter_mut().filter(|one| !one.items.is_empty());
            let mut full: Vec<_> = full.collect();
            if full.is_empty() {
                return (other, format!("nothing in {name}"));
            }
            let section = random.below(full.len());
            let gone = random.below(full[section].items.len());
            let item = full[section].items.remove(gone);
            (other, format!("taken out of {name}: {item}"))
        }
    }
}

#[test]
fn after_any_edit_the_reports_are_those_of_a_first_run() {
    let mut compared = 0;
    for seed in [3, 8] {
        let mut random = Random::of(&[seed]);
        let folder = tempfile::tempdir().expect("there is a place for temporary files");
        let rounds = folder.path().join("rounds/talks");
        let mut record = eventful(seed);
        let write = |record: &Record| {
            let _ = std::fs::remove_dir_all(&rounds);
            record.write(&rounds).expect("it can be written");
        };
        write(&record);
        stdout(folder.path(), &["report", "--all"]);
        let mut found = 0;
        for _ in 0..40 {
            let (other, edit) = edited(&record, &mut random);
            write(&other);
            // What an edit makes no record of leaves the reports as they were.
            if run(folder.path(), &["report", "--all"]).status.code() != Some(0) {
                write(&record);
                continue;
            }
            // Reports of rounds that are gone are named, and stay until somebody takes them away.
            let mut made = pages(folder.path());
            let expected = anew(folder.path());
            made.retain(|(path, _)| expected.iter().any(|(other, _)| other == path));
            let differing = made.iter().zip(&expected).find(|(one, other)| one != other);
            let path = differing.map(|((path, _), _)| path);
            assert!(made == expected, "seed {seed}, {edit}: {path:?}");
            record = if other.numbers().len() > 9 {
                other
            } else {
                eventful(seed)
            };
            found += 1;
            if found == 5 {
                break;
            }
        }
        compared += found;
    }
    assert!(compared >= 8, "{compared} edits were tried");
}
