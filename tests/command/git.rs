//! The commands that git runs, run by git in real repositories.

use super::{record, root, run, text};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

const ROUND: &str = "rounds/oman-us/3.yaml";

/// A program in a folder, with this build's command first on the path and no settings of git but
/// the repository's.
fn program(name: &str, folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.current_dir(folder).args(args);
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("GIT_") {
            command.env_remove(name);
        }
    }
    for name in ["NO_COLOR", "TERM", "LANG", "PAGER", "TZ"] {
        command.env_remove(name);
    }
    let own = Path::new(env!("CARGO_BIN_EXE_rapporteur"));
    let own = own
        .parent()
        .expect("a program is in a folder")
        .to_path_buf();
    let paths: OsString = std::env::var_os("PATH").unwrap_or_default();
    let paths: Vec<PathBuf> = std::iter::once(own)
        .chain(std::env::split_paths(&paths))
        .collect();
    let paths = std::env::join_paths(paths).expect("the paths can be joined");
    command
        .env("PATH", paths)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("LC_ALL", "C.UTF-8")
        .env("GIT_AUTHOR_DATE", "2026-02-01T00:00:00Z")
        .env("GIT_COMMITTER_DATE", "2026-02-01T00:00:00Z");
    command
}

fn try_git(folder: &Path, args: &[&str]) -> Output {
    program("git", folder, args).output().expect("git starts")
}

/// What git prints, which must succeed.
fn git(folder: &Path, args: &[&str]) -> String {
    let output = try_git(folder, args);
    let errors = text(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "git {args:?}: {errors}");
    text(&output.stdout)
}

fn setup(folder: &Path) -> Output {
    let output = program("rapporteur", folder, &["git", "setup"]).output();
    output.expect("the command starts")
}

/// The record in a repository that is set up, in a folder with a space in its name, all committed.
fn repository() -> (TempDir, PathBuf) {
    let record = record();
    let folder = record.path().join("the record");
    fs::create_dir(&folder).expect("a folder can be made");
    fs::rename(record.path().join("rounds"), folder.join("rounds")).expect("it can be moved");
    git(&folder, &["init", "-q", "-b", "main"]);
    git(&folder, &["config", "user.name", "A"]);
    git(&folder, &["config", "user.email", "a@example.org"]);
    let output = setup(&folder);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    fs::write(folder.join(".gitattributes"), &output.stdout).expect("it can be written");
    commit(&folder, "The record");
    (record, folder)
}

fn commit(folder: &Path, message: &str) {
    git(folder, &["add", "-A"]);
    git(folder, &["commit", "-q", "-m", message]);
}

/// Puts words in the place of others, which stand in the file once.
fn edit(folder: &Path, file: &str, old: &str, new: &str) {
    let path = folder.join(file);
    let text = fs::read_to_string(&path).expect("the file can be read");
    assert_eq!(text.matches(old).count(), 1, "`{old}` in {file}");
    fs::write(path, text.replace(old, new)).expect("the file can be written");
}

/// Another day, a sector more and another less.
fn edit_round(folder: &Path) {
    edit(folder, ROUND, "date: 2026-01-25", "date: 2026-01-26");
    edit(folder, ROUND, "{id: mining,", "{id: fishing,");
}

const EDITED: &str = "\
rounds/oman-us/3.yaml

  ~ meeting date    l.5   was 2026-01-25
                          now 2026-01-26
  + sector fishing  l.47  named | alkhaleej, line 10
  − sector mining   l.47  named | alkhaleej, line 10

facts: 1 added, 1 changed, 1 removed

";

#[test]
fn git_diff_shows_what_changed_fact_by_fact() {
    let (_record, folder) = repository();
    edit_round(&folder);
    assert_eq!(git(&folder, &["diff"]), EDITED);
    assert_eq!(
        git(&folder.join("rounds"), &["diff"]),
        EDITED,
        "in a folder below"
    );
    commit(&folder, "Correct round 3");
    assert_eq!(git(&folder, &["diff", "HEAD~1"]), EDITED);
    let log = git(&folder, &["log", "-p", "--ext-diff", "-1", "--format=%s"]);
    assert_eq!(log, format!("Correct round 3\n\n{EDITED}"));
    let tool = git(&folder, &["difftool", "-y", "-t", "dialogue", "HEAD~1"]);
    assert_eq!(tool, EDITED);
}

#[test]
fn git_show_and_git_log_compare_lines_of_facts() {
    let (_record, folder) = repository();
    edit_round(&folder);
    commit(&folder, "Correct round 3");
    let signs = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| line.starts_with(['+', '-']));
        lines.skip(2).map(str::to_owned).collect()
    };
    let expected = [
        "-meeting date | 2026-01-25",
        "+meeting date | 2026-01-26",
        "+sector fishing | named | alkhaleej, line 10",
        "-sector mining | named | alkhaleej, line 10",
    ];
    assert_eq!(signs(&git(&folder, &["show"])), expected);
    assert_eq!(signs(&git(&folder, &["log", "-p", "-1"])), expected);
    let words = git(&folder, &["show", "--word-diff"]);
    assert!(
        words.contains("meeting date | [-2026-01-25-]{+2026-01-26+}\n"),
        "{words}"
    );
}

#[test]
fn files_that_come_and_go_and_get_another_name_are_told_apart() {
    let (_record, folder) = repository();
    git(
        &folder,
        &["mv", "rounds/oman-us/2.yaml", "rounds/oman-us/4.yaml"],
    );
    edit(&folder, "rounds/oman-us/4.yaml", "round: 2", "round: 4");
    git(&folder, &["rm", "-q", "rounds/oman-us/1.yaml"]);
    fs::write(folder.join("rounds/oman-us/جولة 5.yaml"), "round: 5\n").expect("it is written");
    git(&folder, &["add", "-A"]);
    let diff = git(&folder, &["diff", "--cached", "-M"]);
    let expected = "\
rounds/oman-us/2.yaml, renamed to rounds/oman-us/4.yaml

  ~ meeting round  l.4  was 2
                        now 4

fact: 1 changed
";
    assert!(diff.contains(expected), "{diff}");
    assert!(
        diff.starts_with("rounds/oman-us/1.yaml, deleted\n\n  − meeting round"),
        "{diff}"
    );
    let new = "rounds/oman-us/جولة 5.yaml, new\n\n  + meeting round  l.1  5\n";
    assert!(diff.contains(new), "{diff}");
}

#[test]
fn what_is_no_record_is_shown_line_by_line_and_the_files_after_it_too() {
    let (_record, folder) = repository();
    edit(&folder, "rounds/oman-us/1.yaml", "round: 1", "round: [1");
    edit(
        &folder,
        "rounds/taxonomy.yaml",
        "# The sectors",
        "# All sectors",
    );
    edit_round(&folder);
    let diff = git(&folder, &["diff"]);
    assert!(diff.contains("\n-round: 1\n+round: [1\n"), "{diff}");
    assert!(diff.contains(EDITED), "{diff}");
    let comment = "\
rounds/taxonomy.yaml

  no fact changed; these lines did:

--- a/rounds/taxonomy.yaml
+++ b/rounds/taxonomy.yaml
@@ -1,5 +1,5 @@
 # yaml-language-server: $schema=../schema/taxonomy.schema.json
-# The sectors that";
    assert!(diff.contains(comment), "{diff}");
    commit(&folder, "Break round 1");
    let show = git(&folder, &["show"]);
    assert!(show.contains("\n+round: [1\n"), "the text itself: {show}");
}

#[test]
fn the_driver_always_ends_with_0() {
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    let calls: [&[&str]; 6] = [
        &[],
        &["a", "b"],
        &["-x.yaml"],
        &["a", "none", "0", "100644", "nowhere", "0", "100644"],
        &["a", "/dev/null", ".", ".", "/dev/null", ".", "."],
        &[
            "a",
            "/dev/null",
            ".",
            ".",
            ".",
            ".",
            ".",
            "b",
            "similarity index 90%",
        ],
    ];
    for call in calls {
        let args: Vec<&str> = ["git", "driver"].iter().chain(call).copied().collect();
        let output = run(folder.path(), &args);
        assert_eq!(
            output.status.code(),
            Some(0),
            "{call:?}: {}",
            text(&output.stderr)
        );
    }
    let output = run(folder.path(), &["git", "driver", "-x.yaml"]);
    assert_eq!(text(&output.stdout), "-x.yaml: not merged yet\n");
}

#[test]
fn setup_says_what_is_next_and_changes_nothing_twice() {
    let (_record, folder) = repository();
    let config = || fs::read(folder.join(".git/config")).expect("it can be read");
    let before = config();
    let again = setup(&folder.join("rounds/oman-us"));
    let said = text(&again.stderr);
    assert!(
        said.starts_with("git knows diff.dialogue.* and merge.dialogue.* already\n"),
        "{said}"
    );
    assert!(said.contains("next: git diff rounds/"), "{said}");
    assert_eq!(config(), before);
    let driver = git(&folder, &["config", "merge.dialogue.driver"]);
    assert!(driver.starts_with("rapporteur git merge "), "{driver}");

    // Where the name alone leads to no program, or another one, the whole path is written.
    let mut command = program("git", &folder, &["--version"]);
    let paths = command.get_envs().find(|(name, _)| *name == "PATH");
    let paths = paths
        .and_then(|(_, value)| value)
        .expect("a path is set")
        .to_owned();
    let without = std::env::split_paths(&paths).skip(1).collect::<Vec<_>>();
    command = program(env!("CARGO_BIN_EXE_rapporteur"), &folder, &["git", "setup"]);
    command.env(
        "PATH",
        std::env::join_paths(without).expect("the paths can be joined"),
    );
    assert_eq!(command.status().expect("it starts").code(), Some(0));
    let driver = git(&folder, &["config", "diff.dialogue.command"]);
    assert!(
        driver.starts_with('\'') && driver.ends_with("rapporteur' git driver\n"),
        "{driver}"
    );
    edit_round(&folder);
    assert_eq!(git(&folder, &["diff"]), EDITED);
}

#[test]
fn setup_works_in_a_linked_worktree_and_outside_a_repository_it_says_what_to_do() {
    let (record, folder) = repository();
    git(
        &folder,
        &["worktree", "add", "-q", "-b", "other", "../other tree"],
    );
    let other = record.path().join("other tree");
    assert_eq!(setup(&other).status.code(), Some(0));
    edit_round(&other);
    assert_eq!(git(&other, &["diff"]), EDITED);

    let outside = tempfile::tempdir().expect("there is a place for temporary files");
    let output = setup(outside.path());
    assert_eq!(output.status.code(), Some(2));
    let said = text(&output.stderr);
    assert!(said.contains("is in no git repository"), "{said}");
    assert!(said.contains("hint: go to a clone"), "{said}");
}

/// Two branches: `other` adds a sector and a note, `main` another sector and how they met.
fn branches() -> (TempDir, PathBuf) {
    let (record, folder) = repository();
    git(&folder, &["checkout", "-q", "-b", "other"]);
    let space = "  - {id: space, source: {id: alkhaleej, at: \"line 10\"}}\n";
    edit(
        &folder,
        ROUND,
        space,
        &format!("{space}  # by them\n  - fishing\n"),
    );
    edit(
        &folder,
        ROUND,
        "  - party: oman\n",
        "  - party: oman\n    note: Read again.\n",
    );
    commit(&folder, "Add fishing");
    git(&folder, &["checkout", "-q", "main"]);
    edit(
        &folder,
        ROUND,
        space,
        &format!("{space}  - tourism # by us\n"),
    );
    edit(
        &folder,
        ROUND,
        "coverage: partial\n",
        "coverage: partial\nmode: in-person\n",
    );
    commit(&folder, "Add tourism");
    (record, folder)
}

/// The round as both branches together have it.
fn both(folder: &Path) {
    let merged = fs::read_to_string(folder.join(ROUND)).expect("it can be read");
    let lines = "line 10\"}}\n  # by them\n  - fishing\n  - tourism # by us\n  - {id: mining,";
    assert!(merged.contains(lines), "{merged}");
    assert!(
        merged.contains("  - party: oman\n    note: Read again.\n"),
        "{merged}"
    );
    let old = fs::read_to_string(root().join(ROUND)).expect("it can be read");
    let new: Vec<&str> = merged.lines().collect();
    let lost: Vec<&str> = old.lines().filter(|line| !new.contains(line)).collect();
    assert!(lost.is_empty(), "{lost:?}");
    assert_eq!(new.len(), old.lines().count() + 5);
}

#[test]
fn merge_rebase_and_cherry_pick_join_what_two_branches_say() {
    for args in [
        &["merge", "-q", "--no-edit", "other"][..],
        &["rebase", "-q", "other"],
        &["cherry-pick", "other"],
    ] {
        let (_record, folder) = branches();
        git(&folder, args);
        both(&folder);
        assert_eq!(git(&folder, &["status", "--porcelain"]), "", "{args:?}");
    }
    let plain = {
        let (_record, folder) = branches();
        git(&folder, &["config", "--remove-section", "merge.dialogue"]);
        try_git(&folder, &["merge", "--no-edit", "other"])
    };
    assert_eq!(
        plain.status.code(),
        Some(1),
        "without the driver it is a conflict"
    );
}

#[test]
fn one_fact_in_two_ways_is_a_conflict_at_that_fact_alone() {
    let (_record, folder) = branches();
    edit(&folder, ROUND, "date: 2026-01-25", "date: 2026-01-26");
    commit(&folder, "The 26th");
    git(&folder, &["checkout", "-q", "other"]);
    edit(&folder, ROUND, "date: 2026-01-25", "date: 2026-01-27");
    commit(&folder, "The 27th");
    git(&folder, &["checkout", "-q", "main"]);
    let attributes = "*.yaml diff=dialogue merge=dialogue conflict-marker-size=12\n";
    fs::write(folder.join(".gitattributes"), attributes).expect("it can be written");
    let output = try_git(&folder, &["merge", "other"]);
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stderr);
    assert_eq!(
        said,
        "rounds/oman-us/3.yaml: 1 fact in conflict; all else is merged\n"
    );
    let merged = fs::read_to_string(folder.join(ROUND)).expect("it can be read");
    let conflict = "\
round: 3
<<<<<<<<<<<< HEAD
date: 2026-01-26
============
date: 2026-01-27
>>>>>>>>>>>> other
place:
";
    assert!(merged.contains(conflict), "{merged}");
    assert!(
        merged.contains("  - fishing\n  - tourism # by us\n"),
        "{merged}"
    );
    assert_eq!(merged.matches("<<<<").count(), 3, "one mark: {merged}");
}

#[test]
fn what_cannot_be_read_is_merged_line_by_line() {
    let (_record, folder) = repository();
    git(&folder, &["checkout", "-q", "-b", "other"]);
    edit(&folder, ROUND, "round: 3", "round: [3");
    commit(&folder, "Break it");
    git(&folder, &["checkout", "-q", "main"]);
    edit(
        &folder,
        ROUND,
        "  - {id: culture,",
        "  - {id: fishing}\n  - {id: culture,",
    );
    commit(&folder, "Add fishing");
    let output = try_git(&folder, &["merge", "-q", "--no-edit", "other"]);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
    let why = "merged line by line, since their version has a fault: not YAML";
    assert!(said.contains(why), "{said}");
    let merged = fs::read_to_string(folder.join(ROUND)).expect("it can be read");
    assert!(
        merged.contains("round: [3\n") && merged.contains("  - {id: fishing}\n"),
        "{merged}"
    );

    edit(&folder, ROUND, "round: [3", "round: [3,");
    commit(&folder, "Break it further");
    git(&folder, &["checkout", "-q", "other"]);
    edit(&folder, ROUND, "round: [3", "round: {3");
    commit(&folder, "Break it otherwise");
    let output = try_git(&folder, &["merge", "main"]);
    assert_eq!(output.status.code(), Some(1));
    let merged = fs::read_to_string(folder.join(ROUND)).expect("it can be read");
    let conflict = "<<<<<<< HEAD\nround: {3\n=======\nround: [3,\n>>>>>>> main\n";
    assert!(merged.contains(conflict), "{merged}");
}
