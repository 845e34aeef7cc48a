//! Where the program prints, and how it says that it could not do its work.

use super::args::{ColorChoice, Global};
use super::{messages, pager};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::render::Format;
use crate::report::{Entries, LifePoint, Naming, Outline, SeriesReport};
use crate::span::Files;
use std::io::{self, IsTerminal, Write};

/// The two streams of a run, and how to write to them.
pub(super) struct Console<'a> {
    stdout: &'a mut dyn Write,
    stderr: &'a mut dyn Write,
    quiet: bool,
    color: ColorChoice,
}

/// The work could not be done.
#[derive(Debug)]
pub(super) struct Failure {
    message: String,
    /// Lines below the message.
    details: Vec<String>,
    hint: Option<String>,
    /// Whether whoever reads the output has gone.
    closed_pipe: bool,
}

impl Failure {
    /// A failure with its message, a sentence without a full stop.
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            details: Vec::new(),
            hint: None,
            closed_pipe: false,
        }
    }

    /// Adds a line below the message.
    #[must_use]
    pub(super) fn detail(mut self, line: impl Into<String>) -> Self {
        self.details.push(line.into());
        self
    }

    /// Says what to do about it.
    #[must_use]
    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Whether it is only that whoever reads the output has gone.
    pub(super) fn is_closed_pipe(&self) -> bool {
        self.closed_pipe
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        let mut failure = Self::new(format!("cannot print: {error}"));
        failure.closed_pipe = error.kind() == io::ErrorKind::BrokenPipe;
        failure
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let failure = Self::new(error.to_string());
        match error.hint() {
            Some(hint) => failure.hint(hint),
            None => failure,
        }
    }
}

impl<'a> Console<'a> {
    /// Joins the streams and what the arguments say of them.
    pub(super) fn new(
        global: &Global,
        stdout: &'a mut dyn Write,
        stderr: &'a mut dyn Write,
    ) -> Self {
        Self {
            stdout,
            stderr,
            quiet: global.quiet,
            color: global.color,
        }
    }

    /// Prints what was asked for.
    pub(super) fn out(&mut self, text: &str) -> Result<(), Failure> {
        self.stdout.write_all(text.as_bytes())?;
        Ok(self.stdout.flush()?)
    }

    /// Prints bytes as they are.
    pub(super) fn bytes(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.stdout.write_all(bytes)?;
        Ok(self.stdout.flush()?)
    }

    /// Prints a report as JSON, as it is made.
    pub(super) fn json(&mut self, outline: &Outline<'_>) -> Result<(), Failure> {
        Ok(crate::render::write_json(outline, &mut *self.stdout)?)
    }

    /// Prints the report of a series as JSON, as it is made.
    pub(super) fn series_json(
        &mut self,
        report: &SeriesReport<Naming, LifePoint, Entries<'_>>,
    ) -> Result<(), Failure> {
        Ok(crate::render::write_series_json(report, &mut *self.stdout)?)
    }

    /// Prints a report: one for terminals page by page where it is longer than the screen.
    ///
    /// A quiet run says less, and shows what was asked for as any other does.
    pub(super) fn report(&mut self, format: Format, text: &str) -> Result<(), Failure> {
        let dumb = std::env::var_os("TERM").is_none_or(|term| term == "dumb");
        if format == Format::Text && !dumb && is_longer_than_screen(text) {
            self.stdout.flush()?;
            if pager::show(text) {
                return Ok(());
            }
        }
        if format == Format::Text {
            return self.log(text);
        }
        self.out(text)
    }

    /// Prints a question, quiet run or not; the answer follows on the same line.
    pub(super) fn prompt(&mut self, question: &str) -> Result<(), Failure> {
        self.stderr.write_all(question.as_bytes())?;
        Ok(self.stderr.flush()?)
    }

    /// Prints a text for people, which may land in the log of a run: no line of it is a command.
    pub(super) fn log(&mut self, text: &str) -> Result<(), Failure> {
        self.out(&messages::harmless(text))
    }

    /// Prints a message on one line, unless the run is quiet.
    pub(super) fn say(&mut self, message: &str) -> Result<(), Failure> {
        if self.quiet {
            return Ok(());
        }
        writeln!(self.stderr, "{message}")?;
        Ok(())
    }

    /// Prints diagnostics as messages: in a quiet run, errors only.
    pub(super) fn diagnostics(
        &mut self,
        found: &[Diagnostic],
        files: &Files,
    ) -> Result<(), Failure> {
        let styled = self.colors_messages();
        for one in found {
            if self.quiet && one.severity() == crate::diagnostic::Severity::Warning {
                continue;
            }
            let text = messages::diagnostic(one, files, styled);
            writeln!(self.stderr, "{text}")?;
        }
        Ok(())
    }

    /// Prints why the work could not be done.
    pub(super) fn failure(&mut self, failure: &Failure) {
        let styled = self.colors_messages();
        let details = &failure.details;
        let text = messages::failure(&failure.message, details, failure.hint.as_deref(), styled);
        // Nothing is left to tell where even this cannot be written.
        let _ = self.stderr.write_all(text.as_bytes());
    }

    /// Whether what is asked for is printed in colour.
    pub(super) fn colors(&self) -> bool {
        self.wants_color(io::stdout().is_terminal())
    }

    /// How many columns the terminal has; none where what is asked for goes elsewhere.
    pub(super) fn width() -> Option<usize> {
        let size = terminal_size::terminal_size_of(io::stdout())?;
        Some(usize::from(size.0.0))
    }

    fn colors_messages(&self) -> bool {
        self.wants_color(io::stderr().is_terminal())
    }

    fn wants_color(&self, terminal: bool) -> bool {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        match self.color {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => {
                let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
                terminal && !set("NO_COLOR") && !dumb
            }
        }
    }
}

/// Whether standard output is a terminal, and a text does not fit its screen.
fn is_longer_than_screen(text: &str) -> bool {
    let terminal = io::stdout().is_terminal();
    let size = terminal_size::terminal_size_of(io::stdout()).filter(|_| terminal);
    size.is_some_and(|(_, rows)| rows.0 > 0 && text.lines().count() >= usize::from(rows.0))
}
