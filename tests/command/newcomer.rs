//! The path of somebody new: a record begun, a round with mistakes, mended, followed up, told of.

use super::{files, run, stdout, text};
use std::fs;
use std::path::Path;

const INIT: [&str; 10] = [
    "init",
    "--id",
    "oman-us",
    "--title",
    "Oman–US: a \"dialogue\"",
    "--title-ar",
    "الحوار العُماني الأمريكي",
    "--party",
    "oman=Oman",
    "--party",
];

fn begin(folder: &Path) {
    let mut args = INIT.to_vec();
    args.extend(["united-states=United States", "--date", "2023-02"]);
    stdout(folder, &args);
}

fn write(folder: &Path, name: &str, text: &str) {
    fs::create_dir_all(folder.join(name).parent().expect("a folder")).expect("it can be made");
    fs::write(folder.join(name), text).expect("the file can be written");
}

const MISTAKES: &str = "\
round: 2
date: 2024-04
levl: ministerial
sectors: [trad, clean-energy, fish]
commitments:
  - {id: hold-round-3, kind: next-round, due: 2025, owner: [omman, united-states], text: Meet again}
agreements:
  - {id: pact, act: signd, title: {en: A pact, ar: ميثاق}, type: treaty}
";

#[test]
fn init_makes_a_record_that_checks_and_is_in_order() {
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    begin(folder.path());
    let said = stdout(folder.path(), &["check", "--fail-on", "warning"]);
    assert!(said.contains("no problems"), "{said}");
    assert_eq!(stdout(folder.path(), &["fmt", "--check"]), "");
    stdout(folder.path(), &["report", "--all", "-q"]);
    let before = files(folder.path());
    let mut args = INIT.to_vec();
    args.push("us");
    let again = run(folder.path(), &args);
    assert_eq!(again.status.code(), Some(2));
    let said = text(&again.stderr);
    for name in ["rounds", ".editorconfig", "rapporteur.toml"] {
        assert!(said.contains(&format!("  {name}\n")), "{said}");
    }
    assert_eq!(files(folder.path()), before);
}

/// The schema that the first line of a data file names.
fn schema(folder: &Path, name: &str) -> std::path::PathBuf {
    let text = fs::read_to_string(folder.join(name)).expect("it is there");
    let line = text.lines().next().unwrap_or_default().to_owned();
    let path = line.strip_prefix("# yaml-language-server: $schema=");
    let path = path.unwrap_or_else(|| panic!("{name} begins with {line}"));
    let path = folder.join(name).with_file_name(path);
    path.canonicalize().expect("the schema is there")
}

#[test]
fn every_file_that_is_begun_names_its_schema() {
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    begin(folder.path());
    stdout(folder.path(), &["new", "2"]);
    write(
        folder.path(),
        "a.txt",
        "Round 3 was held on 3 May 2027. They discussed trade.\n",
    );
    let third = "rounds/oman-us/3.yaml";
    stdout(
        folder.path(),
        &["draft", "a.txt", "--round", "3", "-o", third],
    );
    for (name, kind) in [
        ("rounds/taxonomy.yaml", "taxonomy"),
        ("rounds/oman-us/dialogue.yaml", "dialogue"),
        ("rounds/oman-us/1.yaml", "round"),
        ("rounds/oman-us/2.yaml", "round"),
        (third, "round"),
    ] {
        let schema = schema(folder.path(), name);
        assert!(
            schema.ends_with(format!("schema/{kind}.schema.json")),
            "{schema:?}"
        );
        let text = fs::read_to_string(schema).expect("it can be read");
        assert_eq!(text, stdout(folder.path(), &["schema", kind]));
    }
    // A record without schemas is not told of any.
    fs::remove_dir_all(folder.path().join("schema")).expect("it can be removed");
    stdout(folder.path(), &["new", "4"]);
    let fourth = fs::read_to_string(folder.path().join("rounds/oman-us/4.yaml"));
    assert!(!fourth.expect("it is there").contains("$schema"));
}

#[test]
fn init_says_which_option_is_missing_where_nobody_can_be_asked() {
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    for (args, missing) in [
        (&["init"][..], "--id is needed"),
        (&["init", "--id", "a"], "--title is needed"),
        (&["init", "--id", "a", "--title", "A"], "--party is needed"),
        (
            &[
                "init", "--id", "A b", "--title", "A", "--party", "a", "--party", "b",
            ],
            "no id",
        ),
        (
            &["init", "--id", "a", "--title", "A", "--party", "a"],
            "two parties",
        ),
    ] {
        let output = run(folder.path(), args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        let said = text(&output.stderr);
        assert!(said.contains(missing), "{args:?}: {said}");
    }
    assert!(files(folder.path()).is_empty());
}

#[test]
fn from_an_empty_folder_to_a_published_report() {
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    let folder = folder.path();
    begin(folder);
    let second = "rounds/oman-us/2.yaml";
    write(folder, second, MISTAKES);

    let check = run(folder, &["check"]);
    assert_eq!(check.status.code(), Some(1));
    let said = text(&check.stdout);
    for place in ["3:1", "4:11", "4:31", "6:61", "8:21"] {
        let place = format!("--> {second}:{place}\n");
        assert!(said.contains(&place), "{place}: {said}");
    }
    assert!(said.ends_with("5 errors\n"), "{said}");
    let fix = run(folder, &["fix", "--yes"]);
    assert_eq!(fix.status.code(), Some(0));
    let mended = fs::read_to_string(folder.join(second)).expect("the file is there");
    assert!(
        mended.contains("sectors: [trade, clean-energy, fish]"),
        "{mended}"
    );
    assert!(
        mended.contains("owner: [oman,") && mended.contains("act: signed,"),
        "{mended}"
    );
    let check = run(folder, &["check"]);
    let said = text(&check.stdout);
    assert!(
        said.contains("unknown sector `fish`") && said.contains("1 error"),
        "{said}"
    );
    write(folder, second, &mended.replace(", fish", ""));
    stdout(folder, &["check"]);

    stdout(folder, &["new"]);
    let third = fs::read_to_string(folder.join("rounds/oman-us/3.yaml")).expect("it is there");
    for line in [
        "round: 3\n",
        "#   - trade  # Trade · التجارة\n",
        "#   - clean-energy  # Clean energy · الطاقة النظيفة\n",
        "#   - {id: pact, act: discussed}  # A pact · ميثاق · signed, last in round 2\n",
        "## Checked against the date of this round: hold-round-3  # Meet again\n",
    ] {
        assert!(third.contains(line), "{line}: {third}");
    }
    let again = run(folder, &["new", "3"]);
    assert_eq!(again.status.code(), Some(2));
    // Every line that needs no filling in holds as it stands.
    let ready = third
        .lines()
        .filter(|line| !line.ends_with("fill") && !line.contains("# fill:"));
    let ready: Vec<&str> = ready
        .map(|line| match line.strip_prefix("# ") {
            Some(ready) if !line.contains("$schema=") => ready,
            _ => line,
        })
        .collect();
    write(folder, "rounds/oman-us/3.yaml", &(ready.join("\n") + "\n"));
    stdout(folder, &["check"]);
    stdout(folder, &["fmt", "--check", "rounds/oman-us/3.yaml"]);

    let article = "The fourth round was held on 3 May 2027 in Muscat.\nThey discussed trade.\n";
    write(folder, "rounds/oman-us/sources/paper.txt", article);
    let dialogue = folder.join("rounds/oman-us/dialogue.yaml");
    let text = fs::read_to_string(&dialogue).expect("it is there");
    let text = text + "\nsources:\n  paper: {publisher: A paper}\n";
    fs::write(&dialogue, text).expect("it can be written");
    let source = "rounds/oman-us/sources/paper.txt";
    let fourth = "rounds/oman-us/4.yaml";
    stdout(
        folder,
        &["draft", source, "--source", "paper", "-o", fourth],
    );
    let draft = fs::read_to_string(folder.join(fourth)).expect("the draft is there");
    let cited = "at: \"line 2\"}";
    assert!(draft.contains(cited), "{draft}");
    let quoted = draft.replace(cited, "at: \"line 2\", quote: discussed trade}");
    write(folder, fourth, &quoted);
    let said = stdout(folder, &["check"]);
    assert!(!said.contains("quote"), "{said}");
    write(
        folder,
        fourth,
        &quoted.replace("at: \"line 2\", quote", "at: line 1, quote"),
    );
    assert!(stdout(folder, &["check"]).contains("warning[quote-line]"));
    stdout(folder, &["fix", "--yes"]);
    assert_eq!(
        fs::read_to_string(folder.join(fourth)).expect("it is there"),
        quoted
    );

    stdout(folder, &["report", "--all"]);
    let index = fs::read_to_string(folder.join("reports/index.html")).expect("there is an index");
    let links: Vec<&str> = index
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split(['"', '#']).next())
        .filter(|link| !link.is_empty() && !link.contains(':'))
        .collect();
    assert!(links.len() >= 4, "{links:?}");
    for link in links {
        assert!(folder.join("reports").join(link).is_file(), "{link}");
    }
}
