//! `completions` and `man`: what shells and manual readers take.

use super::args::{Completions, Man, Shell, command as program};
use super::console::{Console, Failure};
use super::exit::Exit;
use crate::source::shown;
use crate::write::write_all;
use clap_complete::CompleteEnv;
use clap_complete::env::Shells;
use std::ffi::OsString;
use std::path::PathBuf;

/// What the scripts set, to ask for words.
const VARIABLE: &str = "RAPPORTEUR_COMPLETE";

/// Answers a shell that completes a command; whether it was one that asked.
pub(super) fn answer(args: &[OsString]) -> Result<bool, clap::Error> {
    if std::env::var_os(VARIABLE).is_none() {
        return Ok(false);
    }
    let here = std::env::current_dir().ok();
    CompleteEnv::with_factory(program)
        .var(VARIABLE)
        .try_complete(args, here.as_deref())
}

/// Prints the script of a shell.
pub(super) fn run(command: &Completions, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let name = match command.shell {
        Shell::Bash => "bash",
        Shell::Zsh => "zsh",
        Shell::Fish => "fish",
        Shell::Powershell => "powershell",
        Shell::Elvish => "elvish",
    };
    let mut script = Vec::new();
    if let Some(shell) = Shells::builtins().completer(name) {
        let name = "rapporteur";
        shell.write_registration(VARIABLE, name, name, name, &mut script)?;
    }
    console.bytes(&script)?;
    Ok(Exit::Done)
}

/// Prints the manual page of the program, or writes that of every command to a folder.
pub(super) fn man(command: &Man, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let mut program = program();
    program.build();
    let Some(folder) = &command.dir else {
        console.bytes(&page(&program)?)?;
        return Ok(Exit::Done);
    };
    let mut pages: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    let mut open = vec![program];
    while let Some(one) = open.pop() {
        let name = one
            .get_display_name()
            .unwrap_or_else(|| one.get_name())
            .to_owned();
        pages.push((folder.join(format!("{name}.1")), page(&one)?));
        let inner = one.get_subcommands().filter(|inner| !inner.is_hide_set());
        open.extend(inner.filter(|inner| inner.get_name() != "help").cloned());
    }
    pages.sort();
    write_all(&pages)?;
    console.say(&format!("wrote {} pages to {}", pages.len(), shown(folder)))?;
    Ok(Exit::Done)
}

fn page(command: &clap::Command) -> Result<Vec<u8>, Failure> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    Ok(page)
}
