//! The command line: everything happens in the library's `cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    let (mut stdout, mut stderr) = (std::io::stdout(), std::io::stderr());
    rapporteur::cli::run(std::env::args_os(), &mut stdout, &mut stderr).into()
}
