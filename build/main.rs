//! Reads at build time what would else be read at every start of the program.
//!
//! What comes out depends on the files in `locales/`, `schema/` and `templates/` and on nothing else.

mod catalogues;
mod shapes;
mod templates;

use std::error::Error;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build");
    let out = env::var_os("OUT_DIR").ok_or("cargo names no folder to write to")?;
    let out = Path::new(&out);
    fs::write(out.join("catalogues.rs"), catalogues::constants()?)?;
    shapes::write(out)?;
    templates::write(out)?;
    Ok(())
}
