//! What the library asks git, in real repositories.

#[path = "common/repository.rs"]
mod repository;

use rapporteur::git::{Blob, ChangeKind, EntryKind, GitError, ObjectId, Repository};
use repository::{Repository as Made, git};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

fn open(path: &Path) -> Repository {
    Repository::open(path).expect("the folder is in a repository")
}

/// A repository with one commit of one round.
fn one_commit() -> (Made, String) {
    let made = Made::new();
    made.write("rounds/1.yaml", "round: 1\n");
    let id = made.commit("first");
    (made, id)
}

#[test]
fn a_folder_outside_any_repository_is_told() {
    let folder = tempfile::TempDir::new().expect("a temporary folder can be made");
    let error = Repository::open(folder.path()).expect_err("there is no repository");
    assert!(matches!(error, GitError::NoRepository { .. }), "{error}");
}

#[test]
fn names_of_a_commit_lead_to_it() {
    let (made, id) = one_commit();
    made.git(&["tag", "plain"]);
    made.git(&["tag", "-m", "annotated", "annotated"]);
    made.git(&["branch", "feature/جولة"]);
    let repository = open(made.path());
    let half = &id[..12];
    for name in [
        "main",
        "HEAD",
        "plain",
        "annotated",
        "feature/جولة",
        &id,
        half,
        "HEAD^{commit}",
    ] {
        let commit = repository.commit(name).expect(name);
        assert_eq!(commit.id.as_str(), id, "{name}");
    }
}

#[test]
fn what_is_no_revision_never_reaches_git() {
    let (made, _) = one_commit();
    let repository = open(made.path());
    let refused = [
        "",
        "-h",
        "--output=x",
        "main..HEAD",
        "a...b",
        "HEAD:rounds",
        "HEAD\n",
        "a\0b",
        "^HEAD",
        ":/first",
    ];
    for text in refused {
        let error = repository.commit(text).expect_err(text);
        assert!(matches!(error, GitError::Refused { .. }), "{text}: {error}");
        assert!(!error.to_string().contains('\n'), "{text}");
    }
}

#[test]
fn what_is_no_commit_is_named_for_what_it_is() {
    let (made, _) = one_commit();
    made.git(&["tag", "blob", "HEAD:rounds/1.yaml"]);
    made.git(&["tag", "tree", "HEAD:rounds"]);
    made.git(&["tag", "-m", "one", "one"]);
    made.git(&["tag", "-m", "two", "two", "one"]);
    made.git(&["tag", "-m", "of a blob", "of-blob", "HEAD:rounds/1.yaml"]);
    let repository = open(made.path());
    let said = |name: &str| repository.commit(name).expect_err(name).to_string();
    assert_eq!(said("blob"), "`blob` names a file, not a commit");
    assert_eq!(said("tree"), "`tree` names a folder, not a commit");
    assert_eq!(said("two"), "`two` names a tag of a tag, not a commit");
    assert_eq!(
        said("of-blob"),
        "`of-blob` names a tag of something else, not a commit"
    );
    assert_eq!(said("nothing"), "revision `nothing` not found");
}

#[test]
fn a_repository_without_commits_is_told() {
    let made = Made::new();
    let error = open(made.path())
        .commit("HEAD")
        .expect_err("there is no commit");
    assert!(matches!(error, GitError::NoCommits), "{error}");
}

#[test]
fn the_past_that_a_shallow_clone_lacks_comes_with_the_command_that_brings_it() {
    let (made, first) = one_commit();
    made.commit("second");
    made.git(&["branch", "other"]);
    let url = format!("file://{}", made.path().display());
    let cloned = made.beside("shallow");
    git(
        made.path(),
        &[
            "clone",
            "--quiet",
            "--depth=1",
            &url,
            &cloned.display().to_string(),
        ],
    );
    let repository = open(&cloned);
    assert!(repository.is_shallow());
    let hint = |name: &str| {
        repository
            .commit(name)
            .expect_err(name)
            .hint()
            .expect("it says what to do")
    };
    assert_eq!(
        hint(&first),
        format!("nothing is fetched unasked; run: git fetch origin {first}")
    );
    assert_eq!(
        hint("HEAD~1"),
        "nothing is fetched unasked; run: git fetch --unshallow origin"
    );
    assert_eq!(
        hint("origin/other"),
        "nothing is fetched unasked; run: git fetch --unshallow origin +refs/heads/other:refs/remotes/origin/other"
    );
    // What the hint says does bring it.
    git(&cloned, &["fetch", "--quiet", "origin", &first]);
    assert_eq!(
        repository
            .commit(&first)
            .expect("it was fetched")
            .id
            .as_str(),
        first
    );
    git(
        &cloned,
        &[
            "fetch",
            "--quiet",
            "--unshallow",
            "origin",
            "+refs/heads/other:refs/remotes/origin/other",
        ],
    );
    repository.commit("origin/other").expect("it was fetched");
    repository.commit("HEAD~1").expect("it was fetched");
}

#[test]
fn a_commit_lists_its_files_and_links_and_submodules() {
    let (made, _) = one_commit();
    let inner = Made::new();
    inner.commit("inner");
    made.write("rounds/جولة ثانية/2.yaml", "round: 2\n");
    let url = inner.path().display().to_string();
    made.git(&["submodule", "--quiet", "add", &url, "rounds/sub"]);
    std::os::unix::fs::symlink("1.yaml", made.path().join("rounds/3.yaml"))
        .expect("a link can be made");
    made.commit("second");
    let repository = open(&made.path().join("rounds"));
    assert_eq!(repository.prefix(), "rounds/");
    let commit = repository.commit("HEAD").expect("it is there");
    let entries = repository.entries(&commit, "rounds").expect("it has files");
    let shown: Vec<(&str, EntryKind)> = entries
        .iter()
        .map(|one| (one.path.as_str(), one.kind))
        .collect();
    assert_eq!(
        shown,
        [
            ("rounds/1.yaml", EntryKind::File),
            ("rounds/3.yaml", EntryKind::Link),
            ("rounds/sub", EntryKind::Submodule),
            ("rounds/جولة ثانية/2.yaml", EntryKind::File),
        ]
    );
    assert_eq!(
        repository
            .entries(&commit, "no/such")
            .expect("none is no trouble"),
        []
    );
}

#[test]
fn more_files_than_a_pipe_holds_are_read_in_order() {
    let made = Made::new();
    let text = |nth: usize| format!("{nth}: {}\n", "x".repeat(400));
    for nth in 0..600 {
        made.write(&format!("rounds/{nth:04}.yaml"), &text(nth));
    }
    made.commit("many");
    let repository = open(made.path());
    let commit = repository.commit("HEAD").expect("it is there");
    let entries = repository.entries(&commit, "rounds").expect("it has files");
    let mut ids: Vec<ObjectId> = Vec::new();
    for _ in 0..10 {
        ids.extend(entries.iter().map(|one| one.id.clone()));
    }
    let blobs = repository.blobs(&ids, 1 << 20).expect("all are there");
    for (nth, blob) in blobs.iter().enumerate() {
        assert_eq!(*blob, Blob::Bytes(text(nth % 600).into_bytes()), "{nth}");
    }
    let cut = repository.blobs(&ids[..3], 10).expect("all are there");
    assert_eq!(cut, [Blob::TooLarge, Blob::TooLarge, Blob::TooLarge]);
}

#[test]
fn an_object_that_is_not_there_is_told_and_nothing_hangs() {
    let (made, id) = one_commit();
    let repository = open(made.path());
    let absent = ObjectId::new(&"1".repeat(40)).expect("it is a hash");
    let there = repository.commit(&id).expect("it is there");
    let file = repository
        .entries(&there, "rounds")
        .expect("it has files")
        .remove(0)
        .id;
    let mut ids = vec![absent];
    ids.extend(std::iter::repeat_n(file, 100_000));
    let error = repository
        .blobs(&ids, 1 << 20)
        .expect_err("the first is missing");
    assert!(matches!(error, GitError::Missing { .. }), "{error}");
}

#[test]
fn changes_between_commits_know_renames() {
    let made = Made::new();
    let long = "sectors: [trade, mining, space, education, culture, aviation]\n";
    made.write("rounds/1.yaml", long)
        .write("rounds/2.yaml", "round: 2\n");
    made.write("rounds/3.yaml", "round: 3\n");
    made.commit("first");
    made.git(&["mv", "rounds/1.yaml", "rounds/ملف 4.yaml"]);
    made.write("rounds/2.yaml", "round: 2\ndate: 2024\n")
        .remove("rounds/3.yaml");
    made.commit("second");
    let repository = open(made.path());
    let commit = |name: &str| repository.commit(name).expect(name);
    let changes = repository.changes(&commit("HEAD~1"), &commit("HEAD"), "rounds");
    let changes = changes.expect("they differ");
    let shown: Vec<_> = changes
        .iter()
        .map(|one| {
            (
                one.kind,
                one.before.as_deref(),
                one.after.as_deref(),
                one.new.is_some(),
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            (
                ChangeKind::Modified,
                Some("rounds/2.yaml"),
                Some("rounds/2.yaml"),
                true
            ),
            (ChangeKind::Deleted, Some("rounds/3.yaml"), None, false),
            (
                ChangeKind::Renamed,
                Some("rounds/1.yaml"),
                Some("rounds/ملف 4.yaml"),
                true
            ),
        ]
    );
}

#[test]
fn bare_repositories_and_worktrees_are_read_like_any() {
    let (made, id) = one_commit();
    let bare = made.beside("bare.git");
    made.git(&[
        "clone",
        "--quiet",
        "--bare",
        ".",
        &bare.display().to_string(),
    ]);
    let linked = made.beside("linked");
    made.git(&["worktree", "add", "--quiet", &linked.display().to_string()]);
    for (path, is_bare) in [(bare, true), (linked, false)] {
        let repository = open(&path);
        assert_eq!(repository.is_bare(), is_bare);
        let commit = repository.commit("main").expect("it is there");
        assert_eq!(commit.id.as_str(), id);
        assert_eq!(
            repository.entries(&commit, "").expect("it has files").len(),
            1
        );
    }
}

#[test]
fn the_default_branch_is_what_the_remote_says() {
    let (made, _) = one_commit();
    assert_eq!(
        open(made.path()).default_branch().expect("main is there"),
        "refs/heads/main"
    );
    made.git(&["branch", "trunk"]);
    made.git(&["symbolic-ref", "HEAD", "refs/heads/trunk"]);
    let cloned = made.beside("cloned");
    made.git(&["clone", "--quiet", ".", &cloned.display().to_string()]);
    let branch = open(&cloned).default_branch().expect("the remote says it");
    assert_eq!(branch, "refs/remotes/origin/trunk");
    made.git(&["branch", "-D", "main"]);
    let error = open(made.path())
        .default_branch()
        .expect_err("neither main nor master");
    assert!(matches!(error, GitError::NoDefaultBranch), "{error}");
}

#[test]
fn a_merge_base_is_the_nearest_common_commit() {
    let (made, id) = one_commit();
    made.git(&["switch", "--quiet", "-c", "branch"]);
    made.commit("on the branch");
    made.git(&["switch", "--quiet", "main"]);
    made.commit("on main");
    made.git(&["switch", "--quiet", "--orphan", "alone"]);
    made.commit("alone");
    let repository = open(made.path());
    let commit = |name: &str| repository.commit(name).expect(name);
    let base = repository
        .merge_base(&commit("main"), &commit("branch"))
        .expect("there is one");
    assert_eq!(base.id.as_str(), id);
    let error = repository
        .merge_base(&commit("main"), &commit("alone"))
        .expect_err("none");
    assert_eq!(
        error.to_string(),
        "`main` and `alone` have no commit in common"
    );
}

#[test]
fn a_repository_cannot_make_git_run_its_programs() {
    let (made, _) = one_commit();
    let trap = made.beside("ran");
    let script = made.beside("trap.sh");
    std::fs::write(&script, format!("#!/bin/sh\ntouch '{}'\n", trap.display()))
        .expect("it can be written");
    std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o755)).expect("it is ours");
    let script = script.display().to_string();
    for key in [
        "core.fsmonitor",
        "diff.external",
        "diff.trap.command",
        "diff.trap.textconv",
        "core.pager",
        "core.sshCommand",
    ] {
        made.git(&["config", key, &script]);
    }
    made.write(".gitattributes", "*.yaml diff=trap filter=trap\n");
    made.write("rounds/1.yaml", "round: 1\ndate: 2024\n");
    made.git(&[
        "-c",
        "core.fsmonitor=false",
        "commit",
        "--quiet",
        "--no-gpg-sign",
        "-a",
        "-m",
        "second",
    ]);
    let _ = std::fs::remove_file(&trap);
    let repository = open(made.path());
    let commit = |name: &str| repository.commit(name).expect(name);
    let changes = repository
        .changes(&commit("HEAD~1"), &commit("HEAD"), "")
        .expect("they differ");
    assert_eq!(changes.len(), 1);
    let ids: Vec<ObjectId> = changes.iter().filter_map(|one| one.new.clone()).collect();
    repository.blobs(&ids, 1 << 20).expect("they are there");
    assert!(!trap.exists());
}

#[test]
fn settings_are_made_read_and_taken_out() {
    let (made, _) = one_commit();
    let repository = open(made.path());
    assert_eq!(
        repository
            .config("diff.dialogue.command")
            .expect("readable"),
        None
    );
    repository
        .set_config("diff.dialogue.command", "rapporteur git driver")
        .expect("writable");
    let set = repository
        .config("diff.dialogue.command")
        .expect("readable");
    assert_eq!(set.as_deref(), Some("rapporteur git driver"));
    repository
        .unset_config("diff.dialogue.command")
        .expect("writable");
    assert_eq!(
        repository
            .config("diff.dialogue.command")
            .expect("readable"),
        None
    );
}
