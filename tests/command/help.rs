//! What help shows can be typed, shells complete it, and manual pages are there.

use super::{record, run, stdout, text};
use std::path::Path;
use std::process::Command;

/// The commands, as the help of the program lists them.
fn commands(folder: &Path) -> Vec<String> {
    let help = stdout(folder, &["--help"]);
    let list = help.split("Commands:\n").nth(1).expect("it lists commands");
    let lines = list.lines().take_while(|line| !line.is_empty());
    let names = lines.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names = names.filter_map(|line| line.split_whitespace().next());
    names
        .filter(|name| *name != "help")
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_example_of_every_help_runs() {
    let record = record();
    let git = |args: &[&str]| {
        let mut git = Command::new("git");
        let git = git.args(args).current_dir(record.path()).status();
        assert!(git.expect("git starts").success(), "git {args:?}");
    };
    git(&["init", "-q"]);
    git(&["config", "user.name", "A"]);
    git(&["config", "user.email", "a@example.org"]);
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", "The record"]);
    let article = "Oman and the United States held their fourth round in Muscat on 3 February 2027.\n\
                   The two sides discussed trade, mining and space.\n";
    std::fs::write(record.path().join("article.txt"), article).expect("it can be written");
    stdout(record.path(), &["report", "--all"]);
    let names = commands(record.path());
    assert!(names.len() >= 15, "{names:?}");
    for name in names {
        let help = stdout(record.path(), &[name.as_str(), "--help"]);
        let examples = help.split("Examples:\n").nth(1).expect("it has examples");
        for line in examples.lines().take_while(|line| line.starts_with("  ")) {
            let line = line.trim().split("   ").next().unwrap_or_default();
            let args: Vec<&str> = line.split(' ').skip(1).collect();
            assert_eq!(args[0], name, "{line}");
            // These two go on until they are ended; they have tests of their own.
            if ["watch", "serve"].contains(&name.as_str()) {
                continue;
            }
            let output = run(record.path(), &args);
            assert_eq!(
                output.status.code(),
                Some(0),
                "{line}: {}",
                text(&output.stderr)
            );
            let round = record.path().join("rounds/oman-us/4.yaml");
            if ["draft", "new"].contains(&name.as_str()) && round.exists() {
                std::fs::remove_file(round).expect("it can be removed");
            }
        }
    }
}

#[test]
fn every_command_has_a_manual_page() {
    let record = record();
    stdout(record.path(), &["man", "pages"]);
    for name in commands(record.path()) {
        let page = record.path().join(format!("pages/rapporteur-{name}.1"));
        let page = std::fs::read_to_string(page).expect("the page is there");
        assert!(
            page.contains(".TH ") && page.contains("Examples:"),
            "{name}"
        );
    }
    assert!(stdout(record.path(), &["man"]).contains(".TH "));
}

/// Runs a shell with the command in its path; none where there is no such shell.
fn shell(folder: &Path, name: &str, script: &str) -> Option<String> {
    let own = Path::new(env!("CARGO_BIN_EXE_rapporteur")).parent()?;
    let path = std::env::var("PATH").unwrap_or_default();
    let path = format!("{}:{path}", own.display());
    let mut command = Command::new(name);
    let command = command.arg("-c").arg(script).current_dir(folder);
    let output = command.env("PATH", path).env("HOME", folder).output();
    let output = match output {
        Ok(output) => output,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            eprintln!("skipped: there is no {name} here");
            return None;
        }
        Err(error) => panic!("{name}: {error}"),
    };
    assert!(output.status.success(), "{name}: {}", text(&output.stderr));
    Some(text(&output.stdout))
}

/// What bash completes the last of some words to.
fn bash(folder: &Path, words: &[&str]) -> Vec<String> {
    let quoted: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    let last = words.last().expect("there is a word");
    let script = format!(
        "source <(rapporteur completions bash)
         COMP_WORDS=({}) COMP_CWORD={} COMP_TYPE=9
         _clap_complete_rapporteur rapporteur '{last}' ''
         printf '%s\\n' \"${{COMPREPLY[@]}}\"",
        quoted.join(" "),
        words.len() - 1
    );
    let told = shell(folder, "bash", &script).expect("bash is there");
    told.lines().map(|line| line.trim().to_owned()).collect()
}

#[test]
fn bash_completes_commands_rounds_and_ids() {
    let record = record();
    let of = |words: &[&str]| bash(record.path(), words);
    assert_eq!(of(&["rapporteur", "hist"]), ["history"]);
    let rounds = of(&["rapporteur", "compare", "2", ""]);
    for round in ["1", "2", "3", "latest", "prev"] {
        assert!(rounds.contains(&round.to_owned()), "{rounds:?}");
    }
    assert_eq!(of(&["rapporteur", "history", "spa"]), ["space"]);
    assert_eq!(of(&["rapporteur", "history", "exim"]), ["exim-finance-mou"]);
    assert_eq!(
        of(&["rapporteur", "portfolio", "artif"]),
        ["artificial-intelligence"]
    );
    assert_eq!(of(&["rapporteur", "--dialogue", "oman"]), ["oman-us"]);
    assert_eq!(
        of(&["rapporteur", "explain", "unknown-sec"]),
        ["unknown-sector"]
    );
}

#[test]
fn a_record_with_errors_leaves_a_shell_in_peace() {
    let record = record();
    std::fs::write(record.path().join("rounds/oman-us/3.yaml"), "round: [").expect("written");
    assert_eq!(bash(record.path(), &["rapporteur", "hist"]), ["history"]);
    assert_eq!(bash(record.path(), &["rapporteur", "history", "spa"]), [""]);
}

#[test]
fn fish_completes_ids_with_their_names() {
    let record = record();
    let script = "rapporteur completions fish | source; complete -C 'rapporteur history spa'";
    if let Some(told) = shell(record.path(), "fish", script) {
        assert_eq!(told, "space\tSpace\n");
    }
}

#[test]
fn zsh_completes_ids() {
    let record = record();
    // What the script of zsh asks, as it asks it.
    let script = "autoload -U compinit; compinit -D
        source <(rapporteur completions zsh)
        whence -w _clap_dynamic_completer_rapporteur
        _CLAP_COMPLETE_INDEX=2 _CLAP_IFS=$'\\n' RAPPORTEUR_COMPLETE=zsh \
            rapporteur -- rapporteur history spa";
    if let Some(told) = shell(record.path(), "zsh", script) {
        assert_eq!(
            told,
            "_clap_dynamic_completer_rapporteur: function\nspace:Space"
        );
    }
}

#[test]
fn every_shell_has_a_script() {
    let record = record();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = stdout(record.path(), &["completions", shell]);
        assert!(script.contains("RAPPORTEUR_COMPLETE"), "{shell}");
    }
}
