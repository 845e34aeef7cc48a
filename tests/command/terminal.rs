//! What a terminal gets and a pipe does not: a pager, and progress.

use super::{record, root, run, text};
use std::path::Path;
use std::process::Command;

/// Runs the command in a pseudo-terminal of `rows` lines and gives all that it shows.
const TERMINAL: &str = r#"
import fcntl, os, pty, struct, sys, termios
pid, terminal = pty.fork()
if pid == 0:
    fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", int(sys.argv[1]), 100, 0, 0))
    os.execv(sys.argv[2], sys.argv[2:])
shown = b""
while True:
    try:
        part = os.read(terminal, 65536)
    except OSError:
        break
    if not part:
        break
    shown += part
_, status = os.waitpid(pid, 0)
sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(status))
"#;

/// A pager that can be told from none.
const PAGER: &str = "sed s/^/paged:/";

fn terminal(
    folder: &Path,
    rows: &str,
    pager: Option<&str>,
    args: &[&str],
) -> (Option<i32>, String) {
    let mut command = Command::new("python3");
    command
        .current_dir(folder)
        .args(["-c", TERMINAL, rows, env!("CARGO_BIN_EXE_rapporteur")]);
    command
        .args(args)
        .env("TERM", "xterm")
        .env_remove("NO_COLOR")
        .env_remove("LESS");
    match pager {
        Some(pager) => command.env("PAGER", pager),
        None => command.env_remove("PAGER"),
    };
    let output = command.output().expect("python3 is there");
    assert!(output.stderr.is_empty(), "{}", text(&output.stderr));
    (
        output.status.code(),
        text(&output.stdout).replace("\r\n", "\n"),
    )
}

#[test]
fn a_long_report_is_paged_on_a_terminal_only() {
    let args = ["compare", "2", "3"];
    let (code, shown) = terminal(root(), "20", Some(PAGER), &args);
    assert_eq!(code, Some(0));
    let paged = shown
        .lines()
        .filter(|line| line.starts_with("paged:"))
        .count();
    assert!(paged > 20, "{shown}");
    assert!(
        shown.contains("\u{1b}["),
        "a pager on a terminal shows colours"
    );
    let (_, whole) = terminal(root(), "500", Some(PAGER), &args);
    assert!(
        !whole.contains("paged:") && whole.contains("Third round"),
        "it fits the screen"
    );
    let piped = super::rapporteur(root(), &args)
        .env("PAGER", PAGER)
        .output();
    let piped = text(&piped.expect("the command starts").stdout);
    assert!(!piped.contains("paged:"));
}

#[test]
fn other_formats_no_pager_and_a_missing_one_print_plainly() {
    for (pager, args) in [
        (PAGER, &["compare", "2", "3", "--format", "json"][..]),
        ("", &["compare", "2", "3"]),
        ("cat", &["compare", "2", "3"]),
        ("no-such-pager-anywhere", &["compare", "2", "3"]),
    ] {
        let (code, shown) = terminal(root(), "20", Some(pager), args);
        assert_eq!(code, Some(0), "{pager}: {shown}");
        assert!(
            !shown.contains("paged:") && shown.contains("Third round"),
            "{pager}: {shown}"
        );
    }
}

#[test]
fn the_exit_code_is_that_of_the_work_and_quiet_hides_messages_only() {
    let args = ["compare", "2", "3", "--exit-code", "-q"];
    let (code, shown) = terminal(root(), "20", Some(PAGER), &args);
    assert_eq!(code, Some(1));
    assert!(
        shown.contains("paged:") && !shown.contains("reports: "),
        "{shown}"
    );
    // A pager that ends at once is no failure.
    let (code, _) = terminal(root(), "20", Some("true"), &["compare", "2", "3"]);
    assert_eq!(code, Some(0));
}

#[test]
fn progress_is_for_terminals() {
    let record = record();
    for round in 4..=12 {
        let text = format!("round: {round}\ndate: {}\nsectors: [trade]\n", 2023 + round);
        std::fs::write(
            record.path().join(format!("rounds/oman-us/{round}.yaml")),
            text,
        )
        .expect("it can be written");
    }
    let (code, shown) = terminal(record.path(), "20", None, &["report", "--all"]);
    assert_eq!(code, Some(0), "{shown}");
    // Rounds are made on all cores: which is told last is not said beforehand.
    assert!(
        shown.contains("round 12, ")
            && shown.contains(", 12 of 12\r")
            && shown.contains("\r\u{1b}[K"),
        "{shown:?}"
    );
    let output = run(record.path(), &["report", "--all"]);
    assert!(!text(&output.stderr).contains("of 12"));
    let (_, quiet) = terminal(record.path(), "20", None, &["report", "--all", "-q"]);
    assert!(!quiet.contains("of 12"), "{quiet}");
}
