//! The commands of the manual run, in order, and print what it shows.
//!
//! A block marked `yaml` whose first line is a comment with a path is written there. In a block
//! marked `console`, each line after `$ rapporteur` is run and what follows is what it prints,
//! with `…` for what is left out; a block without `$` holds commands only. Blocks that run git are
//! the business of other tests.

use super::{rapporteur, record, root};
use std::io::Read;
use std::path::Path;
use std::process::Command;

/// What a document holds, in order.
enum Step {
    File(String, String),
    /// A command, and what is shown of its output.
    Run(String, String),
}

fn steps(document: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    for block in document.split("\n```").skip(1).step_by(2) {
        let (kind, body) = block.split_once('\n').unwrap_or((block, ""));
        let path = body.strip_prefix("# ").and_then(|rest| rest.lines().next());
        match (kind, path) {
            ("yaml", Some(path)) if path.starts_with("rounds/") => {
                steps.push(Step::File(path.to_owned(), format!("{body}\n")));
            }
            ("console", _) if body.contains("$ git ") || body.starts_with("git ") => {}
            ("console", _) if body.contains("$ ") => {
                for part in format!("\n{body}\n").split("\n$ ").skip(1) {
                    let (line, shown) = part.split_once('\n').unwrap_or((part, ""));
                    steps.push(Step::Run(line.to_owned(), shown.trim().to_owned()));
                }
            }
            ("console", _) => {
                let lines = body.lines().filter(|line| line.starts_with("rapporteur "));
                let command = |line: &str| line.split("  ").next().unwrap_or(line).to_owned();
                steps.extend(lines.map(|line| Step::Run(command(line), String::new())));
            }
            _ => {}
        }
    }
    steps
}

/// Whether an output is what is shown of it, part by part where some is left out.
fn is_shown(shown: &str, output: &str) -> bool {
    if !shown.contains('…') {
        return shown == output.trim();
    }
    let mut rest = output;
    shown
        .split('…')
        .map(str::trim)
        .all(|part| match rest.find(part) {
            Some(at) => {
                rest = &rest[at + part.len()..];
                true
            }
            None => false,
        })
}

fn go(folder: &Path, document: &str, name: &str) -> usize {
    let mut tried = 0;
    for step in steps(document) {
        match step {
            Step::File(path, text) => {
                let path = folder.join(path);
                let parent = path.parent().expect("it is in a folder");
                std::fs::create_dir_all(parent).expect("it can be made");
                std::fs::write(path, text).expect("it can be written");
            }
            Step::Run(line, shown) => {
                let args = shlex::split(&line).expect("its quotes are closed");
                let args: Vec<&str> = args.iter().map(String::as_str).collect();
                assert_eq!(args[0], "rapporteur", "{name}: {line}");
                let (code, output) = printed(folder, &args[1..]);
                // A run that finds faults ends with 1, and shows them.
                let fine = code == Some(0) || (code == Some(1) && !shown.is_empty());
                assert!(fine, "{name}: {line}: {output}");
                let same = shown.is_empty() || is_shown(&shown, &output);
                assert!(
                    same,
                    "{name}: {line}: it prints\n{output}\nand not\n{shown}"
                );
                tried += 1;
            }
        }
    }
    tried
}

/// How a command ends, and what a terminal shows of it: both streams, as they come.
fn printed(folder: &Path, args: &[&str]) -> (Option<i32>, String) {
    let (mut reader, writer) = std::io::pipe().expect("a pipe can be made");
    let mut command = rapporteur(folder, args);
    command
        .stdout(writer.try_clone().expect("it can be shared"))
        .stderr(writer);
    let mut child = command.spawn().expect("the command starts");
    // It holds the other end of the pipe.
    drop(command);
    let mut output = String::new();
    reader.read_to_string(&mut output).expect("it prints UTF-8");
    let status = child.wait().expect("it ends");
    (status.code(), output)
}

fn git(folder: &Path, args: &[&str]) {
    let mut git = Command::new("git");
    let done = git.args(args).current_dir(folder).status();
    assert!(done.expect("git starts").success(), "git {args:?}");
}

#[test]
fn the_tutorial_begins_from_an_empty_folder() {
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    let tutorial = std::fs::read_to_string(root().join("docs/tutorial.md"));
    let tried = go(
        folder.path(),
        &tutorial.expect("it is there"),
        "tutorial.md",
    );
    assert!(tried >= 7, "it runs {tried} commands");
    assert!(folder.path().join("reports/index.html").is_file());
}

#[test]
fn every_command_of_the_manual_runs() {
    let mut tried = 0;
    let documents = std::fs::read_dir(root().join("docs")).expect("there are documents");
    for document in documents {
        let path = document.expect("it can be read").path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        if path.extension().is_none_or(|ending| ending != "md") || name == "tutorial.md" {
            continue;
        }
        let record = record();
        let article = "Oman and the United States held their fourth round in Muscat on 3 February \
                       2027.\nThe two sides discussed trade, mining and space.\n";
        std::fs::write(record.path().join("article.txt"), article).expect("it can be written");
        git(record.path(), &["init", "-q", "-b", "main"]);
        git(record.path(), &["config", "user.name", "A"]);
        git(record.path(), &["config", "user.email", "a@example.org"]);
        git(record.path(), &["add", "-A"]);
        git(record.path(), &["commit", "-q", "-m", "The record"]);
        for tag in ["v1", "v2"] {
            git(record.path(), &["tag", tag]);
        }
        let document = std::fs::read_to_string(&path).expect("it can be read");
        tried += go(record.path(), &document, name);
    }
    assert!(tried >= 20, "the manual shows {tried} commands");
}
