//! Records read from a commit, without a checkout.

#[path = "common/repository.rs"]
mod repository;

use rapporteur::check::{RoundSet, check};
use rapporteur::diagnostic::Diagnostic;
use rapporteur::error::Error;
use rapporteur::git;
use rapporteur::load::load;
use rapporteur::source::{Snapshot, Source};
use rapporteur::span::Files;
use repository::Repository;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::sync::Arc;

const ROUND: &str = "round: 1\ndate: 2023-02-23\nsectors: [trade]\n";

/// The folder of rounds in a commit of a repository seen from a folder.
fn revision(folder: &Path, name: &str) -> Result<Source, Error> {
    let repository = Arc::new(git::Repository::open(folder)?);
    let commit = repository.commit(name)?;
    let rounds = format!("{}rounds", repository.prefix());
    Ok(Source::Revision(Arc::new(Snapshot::of(
        &repository,
        commit,
        &rounds,
    )?)))
}

/// The first dialogue of a source, with the places and messages of what is wrong.
fn read(source: &Source) -> (Option<RoundSet>, Vec<String>) {
    let (mut files, mut found) = (Files::default(), Vec::new());
    let dialogues = source.dialogues().expect("there are rounds");
    let texts = dialogues[0]
        .read(&mut files, &mut found)
        .expect("all is readable");
    let record = check(load(&files, &texts, &mut found), &mut found);
    let said = |one: &Diagnostic| {
        format!(
            "{} {} {}",
            files.place(one.label.span),
            one.code.name(),
            one.message
        )
    };
    (record, found.iter().map(said).collect())
}

#[test]
fn a_commit_and_a_checkout_of_it_say_the_same() {
    let made = Repository::new();
    let rounds = Path::new(env!("CARGO_MANIFEST_DIR")).join("rounds");
    for path in [
        "taxonomy.yaml",
        "oman-us/dialogue.yaml",
        "oman-us/1.yaml",
        "oman-us/2.yaml",
        "oman-us/3.yaml",
    ] {
        let text = std::fs::read_to_string(rounds.join(path)).expect("the file is there");
        made.write(&format!("rounds/{path}"), &text);
    }
    made.commit("the record");
    let (then, said) = read(&revision(made.path(), "HEAD").expect("it is there"));
    let (now, said_now) = read(&Source::folder(made.path().join("rounds")));
    let (then, now) = (then.expect("it is sound"), now.expect("it is sound"));
    assert_eq!(then.rounds(), now.rounds());
    assert_eq!(said.len(), said_now.len());
    // What is in the working tree does not matter.
    made.write("rounds/oman-us/3.yaml", "round: [\n")
        .remove("rounds/oman-us/2.yaml");
    let (again, _) = read(&revision(made.path(), "HEAD").expect("it is there"));
    assert_eq!(again.expect("it is sound").rounds(), then.rounds());
}

#[test]
fn places_name_the_commit_and_the_path_from_the_root() {
    let made = Repository::new();
    made.write(
        "data/حوار/rounds/a dialogue/1.yaml",
        "round: 1\ndate: 2023\nsector: [trade]\n",
    );
    let id = made.commit("faulty");
    let (record, said) =
        read(&revision(&made.path().join("data/حوار"), "HEAD").expect("it is there"));
    assert!(record.is_none());
    let short = &id[..10];
    let place = format!("{short}:data/حوار/rounds/a dialogue/1.yaml:3:1 unknown-key");
    assert!(
        said.iter().any(|line| line.starts_with(&place)),
        "{said:#?}"
    );
    let shown = made.git(&[
        "show",
        &format!("{short}:data/حوار/rounds/a dialogue/1.yaml"),
    ]);
    assert!(shown.starts_with("round: 1"));
}

#[test]
fn a_folder_without_rounds_is_told() {
    let made = Repository::new();
    let id = made.write("README", "nothing yet\n").commit("first");
    let error = revision(made.path(), "HEAD")
        .expect("it is there")
        .dialogues()
        .expect_err("no rounds");
    assert_eq!(
        error.to_string(),
        format!("no rounds in `{}:rounds`", &id[..10])
    );
}

#[test]
fn links_stay_in_the_folder_and_submodules_out_of_it() {
    let made = Repository::new();
    let inner = Repository::new();
    inner.write("1.yaml", ROUND).commit("inner");
    made.write("secret.yaml", ROUND)
        .write("rounds/1.yaml", ROUND);
    made.write(
        "rounds/sources/2.yaml",
        &ROUND
            .replace("round: 1", "round: 2")
            .replace("2023", "2024"),
    );
    made.git(&[
        "submodule",
        "--quiet",
        "add",
        &inner.path().display().to_string(),
        "rounds/sub",
    ]);
    let rounds = made.path().join("rounds");
    for (link, target) in [
        ("2.yaml", "sources/2.yaml"),
        ("3.yaml", "../secret.yaml"),
        ("4.yaml", "/etc/hostname"),
        ("5.yaml", "5.yaml"),
        ("6.yaml", "nowhere.yaml"),
    ] {
        symlink(target, rounds.join(link)).expect("a link can be made");
    }
    let id = made.commit("links");
    let (_, said) = read(&revision(made.path(), "HEAD").expect("it is there"));
    let outside = |number: u32| {
        let name = format!("{}:rounds/{number}.yaml", &id[..10]);
        format!("{name}:1:1 outside-record the link `{name}` leads outside the record's folder")
    };
    let errors: Vec<String> = said
        .into_iter()
        .filter(|line| line.contains("outside-record"))
        .collect();
    assert_eq!(errors, [outside(3), outside(4), outside(5), outside(6)]);
}

#[test]
fn bare_and_linked_repositories_are_sources_too() {
    let made = Repository::new();
    made.write("rounds/one/1.yaml", ROUND)
        .write("rounds/two/1.yaml", ROUND);
    made.commit("first");
    let (bare, linked) = (made.beside("bare.git"), made.beside("linked"));
    made.git(&[
        "clone",
        "--quiet",
        "--bare",
        ".",
        &bare.display().to_string(),
    ]);
    made.git(&["worktree", "add", "--quiet", &linked.display().to_string()]);
    for path in [bare, linked] {
        let dialogues = revision(&path, "main")
            .expect("it is there")
            .dialogues()
            .expect("there are rounds");
        let names: Vec<&str> = dialogues.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["one", "two"]);
        assert_eq!(
            dialogues[0].within(&dialogues[0].rounds[0].path),
            "one/1.yaml"
        );
    }
}
