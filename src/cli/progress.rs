//! How far a long run is, for whoever watches it.

use std::io::{self, IsTerminal, Write};

/// Runs with fewer steps are over before anybody could read of them.
const MANY: usize = 10;

/// A line on the error stream that tells of the step at hand; none where nobody watches.
pub(super) struct Progress {
    total: usize,
    done: usize,
    shown: bool,
}

impl Progress {
    /// Begins to count; shows nothing in a quiet run, of few steps, or away from a terminal.
    pub(super) fn of(total: usize, quiet: bool) -> Self {
        Self {
            total,
            done: 0,
            shown: !quiet && total >= MANY && io::stderr().is_terminal(),
        }
    }

    /// Tells of the next step by its name.
    pub(super) fn step(&mut self, name: &str) {
        self.done += 1;
        if self.shown {
            line(&format!("{name}, {} of {}", self.done, self.total));
        }
    }
}

/// Writes over the line; that it cannot be written is no failure of the work.
fn line(text: &str) {
    let mut stderr = io::stderr();
    let _ = write!(stderr, "\r\u{1b}[K{text}");
    let _ = stderr.flush();
}

impl Drop for Progress {
    /// Leaves no line behind.
    fn drop(&mut self) {
        if self.shown {
            line("");
        }
    }
}
