//! Repositories of every kind, and branches of every shape.

use crate::record::{ONE, THREE, TWO};
use crate::repository::{Repository, git};
use crate::{branch, record, tells};

#[test]
fn the_record_is_in_a_folder_of_the_repository() {
    let made = Repository::new();
    record::write(&made, "data/حوار أول/");
    made.commit("the record");
    made.git(&["switch", "--quiet", "-c", "branch"]);
    made.write(
        "data/حوار أول/rounds/talks/1.yaml",
        &ONE.replace("2023-02-23", "2023-02-24"),
    );
    made.write("rounds/talks/9.yaml", "round: 9\n");
    tells("sub-folder", &made.path().join("data/حوار أول"), &[]);
}

#[test]
fn names_of_dialogues_are_arabic_and_hold_spaces() {
    let made = branch();
    made.git(&["mv", "rounds/talks", "rounds/محادثات أولى"]);
    made.commit("renamed");
    made.git(&["branch", "-f", "main"]);
    made.write(
        "rounds/محادثات أولى/2.yaml",
        &TWO.replace("2024-04", "2024-04-24"),
    );
    tells("arabic-name", made.path(), &[]);
}

#[test]
fn a_linked_worktree_is_reviewed() {
    let made = branch();
    let linked = made.beside("linked");
    made.git(&[
        "worktree",
        "add",
        "--quiet",
        "-b",
        "other",
        &linked.display().to_string(),
    ]);
    std::fs::write(linked.join("rounds/talks/3.yaml"), THREE).expect("it can be written");
    tells("worktree", &linked, &[]);
}

#[test]
fn a_bare_repository_is_reviewed() {
    let made = branch();
    made.write("rounds/talks/3.yaml", THREE).commit("round 3");
    let bare = made.beside("bare.git");
    made.git(&[
        "clone",
        "--quiet",
        "--bare",
        ".",
        &bare.display().to_string(),
    ]);
    tells("bare", &bare, &["--base", "main"]);
}

#[test]
fn a_shallow_clone_lacks_the_base() {
    let made = branch();
    made.write("rounds/talks/3.yaml", THREE).commit("round 3");
    made.commit("a later commit");
    made.git(&["switch", "--quiet", "main"]);
    let url = format!("file://{}", made.path().display());
    let shallow = made.beside("shallow");
    git(
        made.path(),
        &[
            "clone",
            "--quiet",
            "--depth=1",
            "--branch=branch",
            &url,
            &shallow.display().to_string(),
        ],
    );
    tells("shallow", &shallow, &["--base", "origin/main"]);
    tells("shallow-past", &shallow, &["--base", "HEAD~1"]);
    git(
        &shallow,
        &[
            "fetch",
            "--quiet",
            "--depth=1",
            "origin",
            "+refs/heads/main:refs/remotes/origin/main",
        ],
    );
    tells("shallow-fetched", &shallow, &["--base", "origin/main"]);
    tells("shallow-unrelated", &shallow, &[]);
}

#[test]
fn submodules_and_links_that_lead_out_are_not_followed() {
    let made = branch();
    let inner = Repository::new();
    inner.write("1.yaml", ONE).commit("inner");
    made.git(&[
        "submodule",
        "--quiet",
        "add",
        &inner.path().display().to_string(),
        "rounds/inner",
    ]);
    made.git(&[
        "config",
        "-f",
        ".gitmodules",
        "submodule.rounds/inner.url",
        "../inner",
    ]);
    std::os::unix::fs::symlink(
        "../../../secret.yaml",
        made.path().join("rounds/talks/3.yaml"),
    )
    .expect("a link can be made");
    made.commit("a submodule and a link");
    tells("submodule-and-link", made.path(), &["--head", "HEAD"]);
}

#[test]
fn a_merge_is_the_head() {
    let made = branch();
    made.write("rounds/talks/3.yaml", THREE).commit("round 3");
    made.git(&["switch", "--quiet", "main"]);
    made.write(
        "rounds/talks/1.yaml",
        &ONE.replace("energy, trade", "energy, trade, water"),
    );
    made.commit("a correction on main");
    made.git(&["switch", "--quiet", "branch"]);
    made.git(&["merge", "--quiet", "--no-edit", "main"]);
    // What came from main is no part of the branch.
    tells("merge-as-head", made.path(), &["--head", "HEAD"]);
}

#[test]
fn the_base_has_moved_on() {
    let made = branch();
    made.write("rounds/talks/3.yaml", THREE).commit("round 3");
    made.git(&["switch", "--quiet", "main"]);
    made.write(
        "rounds/talks/1.yaml",
        &ONE.replace("energy, trade", "energy"),
    );
    made.commit("a correction on main");
    made.git(&["switch", "--quiet", "branch"]);
    tells("base-moved-on", made.path(), &[]);
    made.git(&["rebase", "--quiet", "main"]);
    tells("rebased", made.path(), &[]);
}

#[test]
fn a_folder_in_no_repository_is_told() {
    let folder = tempfile::TempDir::new().expect("a temporary folder can be made");
    let output = crate::review(folder.path(), &[]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("is in no git repository"), "{said}");
}
