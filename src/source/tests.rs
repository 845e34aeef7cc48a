use super::{DialogueEntry, Source, Texts, shown};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::span::Files;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder with these files; a name that ends in `/` is a folder.
fn folder(names: &[&str]) -> TempDir {
    let dir = tempfile::tempdir().expect("a temporary folder");
    for name in names {
        let path = dir.path().join(name);
        let parent = path.parent().expect("a file has a folder");
        fs::create_dir_all(parent).expect("a folder can be made");
        if name.ends_with('/') {
            fs::create_dir_all(&path).expect("a folder can be made");
        } else {
            fs::write(&path, "round: 1\n").expect("a file can be written");
        }
    }
    dir
}

fn dialogues(dir: &TempDir) -> Vec<DialogueEntry> {
    let source = Source::folder(dir.path());
    source.dialogues().expect("the folder can be read")
}

fn names<'a>(dir: &TempDir, paths: impl IntoIterator<Item = &'a PathBuf>) -> Vec<String> {
    let inside = |path: &Path| {
        let path = path.strip_prefix(dir.path()).expect("the path is inside");
        path.display().to_string()
    };
    paths.into_iter().map(|path| inside(path)).collect()
}

fn read(entry: &DialogueEntry) -> Result<(Texts, Files, Vec<Diagnostic>), Error> {
    let (mut files, mut found) = (Files::default(), Vec::new());
    let texts = entry.read(&mut files, &mut found)?;
    Ok((texts, files, found))
}

#[test]
fn dialogues_and_rounds_come_in_order_whatever_the_disk_says() {
    let dir = folder(&[
        "rounds/taxonomy.yaml",
        "rounds/b/10.yaml",
        "rounds/b/9.yml",
        "rounds/b/dialogue.yaml",
        "rounds/b/sources/article.txt",
        "rounds/b/.hidden",
        "rounds/a/0.yaml",
        "rounds/README.md",
    ]);
    let source = Source::folder(dir.path().join("rounds"));
    let found = source.dialogues().expect("the folder can be read");
    let ids: Vec<_> = found.iter().map(|one| &*one.name).collect();
    assert_eq!(ids, ["a", "b"]);
    let rounds = found[1].rounds.iter().map(|round| &round.path);
    assert_eq!(names(&dir, rounds), ["rounds/b/9.yml", "rounds/b/10.yaml"]);
    assert_eq!(found[1].rounds[0].number, Some(9));
    assert_eq!(names(&dir, &found[0].taxonomy), ["rounds/taxonomy.yaml"]);
    assert_eq!(names(&dir, &found[1].dialogue), ["rounds/b/dialogue.yaml"]);
    assert!(found.iter().all(|one| one.stray.is_empty()), "{found:#?}");
}

#[test]
fn a_folder_that_holds_rounds_is_a_dialogue() {
    let dir = folder(&["talks/1.yaml", "talks/taxonomy.yml"]);
    let source = Source::folder(dir.path().join("talks"));
    let found = source.dialogues().expect("the folder can be read");
    assert_eq!(found[0].name, "talks");
    assert_eq!(names(&dir, &found[0].taxonomy), ["talks/taxonomy.yml"]);
}

#[test]
fn what_is_not_read_is_named() {
    let dir = folder(&[
        "a/1.yaml",
        "a/round2.yaml",
        "a/notes.txt",
        "a/3.YAML",
        "a/extra/",
        "a/99999999999.yaml",
        "empty/round1.yaml",
        "taxnomy.yaml",
    ]);
    let found = dialogues(&dir);
    let stray = names(&dir, found[0].stray.iter().map(|stray| &stray.path));
    assert_eq!(
        stray,
        [
            "a/3.YAML",
            "a/99999999999.yaml",
            "a/extra",
            "a/notes.txt",
            "a/round2.yaml",
            "empty",
            "taxnomy.yaml"
        ]
    );
    let (_, files, found) = read(&found[0]).expect("the files can be read");
    assert!(found.iter().all(|one| one.code.name() == "unexpected-file"));
    assert!(files.name(found[0].label.span.file).ends_with("a/3.YAML"));
}

#[test]
fn files_with_both_endings_do_not_hide_each_other() {
    let dir = folder(&[
        "a/1.yaml",
        "a/1.yml",
        "a/01.yaml",
        "a/dialogue.yml",
        "a/dialogue.yaml",
    ]);
    let found = dialogues(&dir);
    let (texts, files, found) = read(&found[0]).expect("the files can be read");
    let rounds: Vec<_> = texts
        .rounds
        .iter()
        .map(|one| files.name(one.file))
        .collect();
    assert_eq!(rounds.len(), 3);
    assert!(texts.rounds.iter().all(|one| one.number == Some(1)));
    let codes: Vec<_> = found.iter().map(|one| one.code.name()).collect();
    assert_eq!(codes, ["file-twice"]);
}

#[test]
fn a_taxonomy_is_read_once_for_all_dialogues() {
    let dir = folder(&["taxonomy.yaml", "a/1.yaml", "b/1.yaml"]);
    let (mut files, mut found) = (Files::default(), Vec::new());
    let taxonomies: Vec<_> = dialogues(&dir)
        .iter()
        .map(|entry| {
            entry
                .read(&mut files, &mut found)
                .expect("files can be read")
                .taxonomy
        })
        .collect();
    assert_eq!(taxonomies[0], taxonomies[1]);
    assert_eq!(files.ids().count(), 3);
}

#[test]
fn files_can_be_named_one_by_one() {
    let dir = folder(&["taxonomy.yaml", "a/old.yaml", "a/2.yaml", "a/dialogue.yaml"]);
    let files = [dir.path().join("a/old.yaml"), dir.path().join("a/2.yaml")];
    let entry = DialogueEntry::of_files(&files).expect("the folder can be read");
    assert_eq!(entry.name, "a");
    assert!(entry.dialogue.is_some() && entry.taxonomy.is_some());
    let numbers: Vec<_> = entry.rounds.iter().map(|round| round.number).collect();
    assert_eq!(numbers, [None, Some(2)]);
    let (texts, _, found) = read(&entry).expect("the files can be read");
    assert_eq!((texts.rounds.len(), found.len()), (2, 0));
}

#[test]
fn a_folder_without_rounds_is_an_error_with_a_hint() {
    let dir = folder(&["a/"]);
    let error = Source::folder(dir.path())
        .dialogues()
        .expect_err("no rounds");
    assert!(matches!(error, Error::NoRounds { .. }));
    let missing = Source::folder(dir.path().join("none"));
    let error = missing.dialogues().expect_err("no folder");
    assert!(matches!(error, Error::Read { .. }));
    assert!(error.hint().is_some_and(|hint| hint.contains("none")));
}

#[test]
fn a_folder_named_like_a_round_is_an_error() {
    let dir = folder(&["a/1.yaml", "a/4.yaml/"]);
    let error = read(&dialogues(&dir)[0]).expect_err("a folder is no round");
    assert!(error.to_string().contains("4.yaml` is a folder"), "{error}");
}

#[test]
fn a_file_past_the_limit_is_not_read() {
    let dir = folder(&["a/1.yaml"]);
    let file = fs::File::create(dir.path().join("a/2.yaml")).expect("a file can be made");
    file.set_len(256 * 1024 * 1024 + 1)
        .expect("a file can be long");
    let (texts, _, found) = read(&dialogues(&dir)[0]).expect("the files can be read");
    assert_eq!(texts.rounds.len(), 1);
    assert_eq!(found[0].code.name(), "limit-file-size");
    assert!(found[0].message.contains("256 MiB"));
}

#[test]
fn names_are_relative_to_the_current_folder() {
    let here = std::env::current_dir().expect("a current folder");
    assert_eq!(shown(&here.join("rounds/a/1.yaml")), "rounds/a/1.yaml");
    assert_eq!(shown(Path::new("./rounds/./a")), "rounds/a");
    assert_eq!(shown(Path::new("../x")), "../x");
    assert_eq!(shown(Path::new("/x/y")), "/x/y");
    assert_eq!(shown(&here), ".");
}

#[cfg(unix)]
mod links {
    use super::{dialogues, folder, read};
    use crate::error::Error;
    use std::os::unix::fs::symlink;
    use std::process::Command;

    #[test]
    fn a_link_that_leads_outside_is_refused() {
        let dir = folder(&["rounds/a/1.yaml", "secret.yaml"]);
        let at = dir.path().join("rounds/a/2.yaml");
        symlink("../../secret.yaml", at).expect("a link can be made");
        symlink("1.yaml", dir.path().join("rounds/a/3.yaml")).expect("a link can be made");
        let source = crate::source::Source::folder(dir.path().join("rounds"));
        let found = source.dialogues().expect("the folder can be read");
        let (texts, _, found) = read(&found[0]).expect("the files can be read");
        assert_eq!(texts.rounds.len(), 2);
        let codes: Vec<_> = found.iter().map(|one| one.code.name()).collect();
        assert_eq!(codes, ["outside-record"]);
    }

    #[test]
    fn a_link_that_leads_nowhere_is_an_error() {
        for target in ["2.yaml", "none"] {
            let dir = folder(&["a/1.yaml"]);
            symlink(target, dir.path().join("a/2.yaml")).expect("a link can be made");
            let error = read(&dialogues(&dir)[0]).expect_err("the link leads nowhere");
            assert!(matches!(error, Error::Read { .. }), "{error}");
        }
    }

    #[test]
    fn a_pipe_is_an_error_and_nobody_waits_for_it() {
        let dir = folder(&["a/1.yaml"]);
        let pipe = dir.path().join("a/2.yaml");
        let made = Command::new("mkfifo").arg(pipe).status();
        assert!(made.expect("mkfifo runs").success());
        let error = read(&dialogues(&dir)[0]).expect_err("a pipe is no round");
        assert!(error.to_string().contains("a pipe"), "{error}");
    }
}
