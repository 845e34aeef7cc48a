//! `cargo bench --bench command`: the whole command beside its peers, by `benches/command.py`.

use std::path::Path;
use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    // Tests of all targets run this too, and mean to measure nothing.
    if !std::env::args().any(|word| word == "--bench") {
        return ExitCode::SUCCESS;
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/command.py");
    match Command::new("python3").arg(&script).status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(reason) => {
            eprintln!("python3 {}: {reason}", script.display());
            ExitCode::FAILURE
        }
    }
}
