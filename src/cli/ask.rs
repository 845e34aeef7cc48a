//! Questions to whoever sits at the terminal.

use super::console::{Console, Failure};
use std::io::{self, BufRead, IsTerminal};

/// Whether somebody is there to answer.
pub(super) fn is_there() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Asks for one line; nothing where the input has ended.
pub(super) fn line(question: &str, console: &mut Console<'_>) -> Result<Option<String>, Failure> {
    console.prompt(question)?;
    let mut answer = String::new();
    let read = io::stdin().lock().read_line(&mut answer)?;
    Ok((read > 0).then(|| answer.trim().to_owned()))
}

/// Asks a question that is answered by yes or, by anything else, no.
pub(super) fn yes(question: &str, console: &mut Console<'_>) -> Result<bool, Failure> {
    let answer = line(&format!("{question} [y/N] "), console)?;
    let answer = answer.unwrap_or_default().to_lowercase();
    Ok(matches!(answer.as_str(), "y" | "yes"))
}
