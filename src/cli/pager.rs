//! Long texts on a terminal, page by page.

use std::io::Write;
use std::process::{Command, Stdio};

/// What shows the pages where `PAGER` names nothing: leaves what fits one screen standing, takes
/// colours, finds words in either case, and ends at Ctrl-C as this program does.
const LESS: [&str; 2] = ["less", "-FIKRX"];

/// Shows a text in a pager and waits for its end; false where there is none to show it.
pub(super) fn show(text: &str) -> bool {
    let asked = std::env::var("PAGER").ok();
    let mut command = match asked.as_deref().map(str::trim) {
        Some("" | "cat") => return false,
        // As everywhere, `PAGER` is a command line with its arguments.
        Some(asked) => {
            let mut shell = Command::new("sh");
            shell.args(["-c", asked]);
            if std::env::var_os("LESS").is_none() {
                shell.env("LESS", &LESS[1][1..]);
            }
            shell
        }
        None => {
            let mut less = Command::new(LESS[0]);
            less.arg(LESS[1]);
            less
        }
    };
    let Ok(mut pager) = command.stdin(Stdio::piped()).spawn() else {
        return false;
    };
    if let Some(mut pages) = pager.stdin.take() {
        // Who leaves the pager early has seen enough.
        let _ = pages.write_all(text.as_bytes());
    }
    // What a shell says where it does not find the command.
    !matches!(pager.wait().map(|end| end.code()), Ok(Some(126 | 127)))
}
