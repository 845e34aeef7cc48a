//! What the README shows is what the command does.

use super::{record, root, run, stdout, text};

fn readme() -> String {
    std::fs::read_to_string(root().join("README.md")).expect("there is a README")
}

#[test]
fn the_run_it_shows_is_a_real_one() {
    let readme = readme();
    let shown = readme
        .split("```console\n$ rapporteur compare 2 3\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .expect("the README shows a run");
    assert_eq!(shown, stdout(root(), &["compare", "2", "3"]));
}

#[test]
fn every_command_of_its_table_works() {
    let record = record();
    let git = |args: &[&str]| {
        let mut git = std::process::Command::new("git");
        let git = git.args(args).current_dir(record.path()).status();
        assert!(git.expect("git starts").success(), "git {args:?}");
    };
    git(&["init", "-q", "-b", "main"]);
    git(&["config", "user.name", "A"]);
    git(&["config", "user.email", "a@example.org"]);
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", "The record"]);
    std::fs::write(
        record.path().join("article.txt"),
        "Oman and the United States held their fourth round in Muscat on 3 February 2027.\n\
         The two sides discussed trade, mining and space.\n",
    )
    .expect("the text is written");
    let readme = readme();
    let rows = readme
        .lines()
        .filter_map(|line| line.strip_prefix("| `rapporteur "));
    let mut tried = 0;
    for row in rows {
        let command = row.split('`').next().expect("a row begins with a command");
        let args: Vec<&str> = command.split(' ').collect();
        let output = run(record.path(), &args);
        assert_eq!(
            output.status.code(),
            Some(0),
            "{command}: {}",
            text(&output.stderr)
        );
        tried += 1;
    }
    assert!(tried >= 8, "the README lists the commands");
}

#[test]
fn the_files_it_names_are_there() {
    let readme = readme();
    for part in readme.split("](").skip(1) {
        let target = part.split(')').next().unwrap_or_default();
        if !target.contains("://") {
            assert!(root().join(target).exists(), "{target}");
        }
    }
}
