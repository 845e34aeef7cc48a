//! The command line: the only code that prints, knows clap, or picks exit codes.

mod accepted;
mod args;
mod ask;
mod base;
mod candidates;
mod check;
mod compare;
mod completions;
mod config;
mod console;
mod draft;
mod exit;
mod explain;
mod export;
mod findings;
mod fix;
mod fmt;
mod git;
mod history;
mod init;
mod kept;
mod list;
pub mod lsp;
mod matches;
pub mod messages;
mod new;
mod notices;
mod outputs;
mod pager;
mod pages;
mod portfolio;
mod progress;
mod record;
mod report;
mod review;
mod revisions;
mod rounds;
mod schema;
#[cfg(feature = "serve")]
mod serve;
mod suggest;
mod table;
mod templates;
mod today;
mod watch;

pub use exit::Exit;

use args::{Args, Command};
use console::Console;
use std::ffi::OsString;
use std::io::Write;

/// Runs the program with the arguments of a process and says how it should end.
///
/// Reports go to `stdout`, messages to `stderr`; where the standard output of the process is a
/// terminal, a report for it that is longer than its screen goes to a pager. `-C` changes the current folder.
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    stdout: &mut dyn Write,
    stderr: &mut dyn Write,
) -> Exit {
    let args: Vec<OsString> = args.into_iter().collect();
    match completions::answer(&args) {
        Ok(false) => {}
        Ok(true) => return Exit::Done,
        Err(asked) => return answer(&asked, stdout, stderr),
    }
    if args::asks_version(&args) {
        return print(args::VERSION, stdout, stderr);
    }
    let args = match Args::read(args) {
        Ok(args) => args,
        Err(asked) => return answer(&asked, stdout, stderr),
    };
    let mut console = Console::new(&args.global, stdout, stderr);
    let done = args.global.enter().and_then(|()| match args.command {
        None => {
            console.out(SHORT_HELP)?;
            Ok(Exit::Unable)
        }
        Some(Command::Compare(command)) => compare::run(&command, &args.global, &mut console),
        Some(Command::History(command)) => history::run(&command, &args.global, &mut console),
        Some(Command::Portfolio(command)) => portfolio::run(&command, &args.global, &mut console),
        Some(Command::Report(command)) => report::run(&command, &args.global, &mut console),
        Some(Command::Review(command)) => review::run(&command, &args.global, &mut console),
        Some(Command::Check(command)) => check::run(&command, &args.global, &mut console),
        Some(Command::Watch(command)) => watch::run(&command, &args.global, &mut console),
        #[cfg(feature = "serve")]
        Some(Command::Serve(command)) => serve::run(&command, &args.global, &mut console),
        Some(Command::Export(command)) => export::run(&command, &args.global, &mut console),
        Some(Command::Draft(command)) => draft::run(&command, &args.global, &mut console),
        Some(Command::New(command)) => new::run(&command, &args.global, &mut console),
        Some(Command::Init(command)) => init::run(&command, &mut console),
        Some(Command::Fmt(command)) => fmt::run(&command, &mut console),
        Some(Command::Fix(command)) => fix::run(&command, &args.global, &mut console),
        Some(Command::List(command)) => list::run(&command, &args.global, &mut console),
        Some(Command::Suggest(command)) => suggest::run(&command, &args.global, &mut console),
        Some(Command::Findings(command)) => findings::run(&command, &args.global, &mut console),
        Some(Command::Explain(command)) => explain::run(&command, &mut console),
        Some(Command::Completions(command)) => completions::run(&command, &mut console),
        Some(Command::Man(command)) => completions::man(&command, &mut console),
        Some(Command::Lsp) => lsp::run(&args.global, &mut console),
        Some(Command::Schema(command)) => schema::run(&command, &mut console),
        Some(Command::Git(command)) => git::run(&command, &mut console),
        Some(Command::Templates(command)) => templates::run(&command, &mut console),
    });
    match done {
        Ok(exit) => exit,
        Err(failure) if failure.is_closed_pipe() => Exit::Done,
        Err(failure) => {
            console.failure(&failure);
            Exit::Unable
        }
    }
}

const SHORT_HELP: &str = "\
Compare two rounds:      rapporteur compare 2 3
Write a round's report:  rapporteur report 3
Check the record:        rapporteur check

All commands:            rapporteur --help
";

/// Help and version were asked for, or the arguments are wrong.
fn answer(asked: &clap::Error, stdout: &mut dyn Write, stderr: &mut dyn Write) -> Exit {
    let text = asked.render().to_string();
    // Nothing is left to tell where even a message cannot be written.
    if asked.use_stderr() {
        let _ = stderr.write_all(text.as_bytes());
        return Exit::Unable;
    }
    print(&text, stdout, stderr)
}

/// Prints what was asked for, where nothing else is known of the run.
fn print(text: &str, stdout: &mut dyn Write, stderr: &mut dyn Write) -> Exit {
    match stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush())
    {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            let _ = writeln!(stderr, "error: cannot print: {error}");
            Exit::Unable
        }
        _ => Exit::Done,
    }
}
