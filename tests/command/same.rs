//! The same bytes every time, everywhere.

use super::{rapporteur, record, root, stdout};
use std::process::Command;

const FORMATS: [&str; 5] = ["text", "markdown", "html", "json", "csv"];

#[test]
fn time_zone_locale_and_terminal_change_nothing() {
    for lang in ["en", "ar"] {
        for format in FORMATS {
            let args = ["compare", "2", "3", "--lang", lang, "--format", format];
            let plain = stdout(root(), &args);
            let mut elsewhere: Command = rapporteur(root(), &args);
            elsewhere
                .env("TZ", "Pacific/Kiritimati")
                .env("LANG", "ar_OM.UTF-8")
                .env("LC_ALL", "tr_TR.UTF-8")
                .env("COLUMNS", "20")
                .env("TERM", "xterm-256color");
            let output = elsewhere.output().expect("the command starts");
            assert_eq!(output.stdout, plain.as_bytes(), "{lang} {format}");
        }
    }
}

#[test]
fn the_order_of_files_in_their_folder_changes_nothing() {
    let record = record();
    let rounds = record.path().join("rounds/oman-us");
    let expected = stdout(record.path(), &["compare", "2", "3", "--format", "json"]);
    // Made anew in another order, the files come in another order from the file system.
    for name in ["1.yaml", "dialogue.yaml", "3.yaml", "2.yaml"] {
        let text = std::fs::read(rounds.join(name)).expect("it is there");
        std::fs::remove_file(rounds.join(name)).expect("it can be removed");
        std::fs::write(rounds.join(name), text).expect("it can be written");
    }
    assert_eq!(
        stdout(record.path(), &["compare", "2", "3", "--format", "json"]),
        expected
    );
}

#[test]
fn the_command_that_a_report_names_makes_it_again() {
    for (round, args) in [
        ("1", &["compare", "1"][..]),
        ("3", &["compare", "2", "3"][..]),
    ] {
        for lang in ["en", "ar"] {
            let value: serde_json::Value = {
                let text = stdout(
                    root(),
                    &[args, &["--lang", lang, "--format", "json"]].concat(),
                );
                serde_json::from_str(&text).expect("the command prints JSON")
            };
            let command = value["reproduce"]["command"]
                .as_str()
                .expect("it is a text");
            let mut named: Vec<&str> = command.split(' ').skip(1).collect();
            named.extend(["--format", "markdown"]);
            let path = format!("reports/oman-us/{round}.{lang}.md");
            let committed = std::fs::read_to_string(root().join(&path)).expect("it is committed");
            // Only a report that is written with others has links to them.
            let alone: Vec<_> = committed
                .lines()
                .filter(|line| !line.contains("]("))
                .collect();
            let made = stdout(root(), &named);
            let made: Vec<_> = made.lines().collect();
            assert_eq!(squeezed(&made), squeezed(&alone), "{command}");
        }
    }
}

/// Lines that are not empty.
fn squeezed<'t>(lines: &[&'t str]) -> Vec<&'t str> {
    let full = lines.iter().filter(|line| !line.is_empty());
    full.copied().collect()
}
