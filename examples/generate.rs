//! Writes a large record to try things on:
//! `cargo run --release --example generate -- ROUNDS ITEMS FOLDER`.

#[path = "../tests/common/large/mod.rs"]
#[expect(dead_code, reason = "tests use the rest")]
mod large;
#[path = "../tests/common/random.rs"]
#[expect(dead_code, reason = "tests use the rest")]
mod random;

use large::{Large, Shares};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [rounds, items, folder] = arguments.as_slice() else {
        eprintln!("usage: generate ROUNDS ITEMS FOLDER");
        return ExitCode::from(2);
    };
    let (Ok(rounds), Ok(items)) = (rounds.parse(), items.parse()) else {
        eprintln!("ROUNDS and ITEMS are numbers");
        return ExitCode::from(2);
    };
    let folder = Path::new(folder).join("rounds").join("east-west");
    match Large::of(items, Shares::default(), 1).write(rounds, &folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{}: {reason}", folder.display());
            ExitCode::FAILURE
        }
    }
}
